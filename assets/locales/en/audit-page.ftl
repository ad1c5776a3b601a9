# The window's screens of audits: list, checklist, programme, packs, comparison.

place-audits = Audits
place-findings = Findings
place-auditProgramme = Programme
place-auditPacks = Question packs

# The list
audits-title = Audits
audits-lede = Recurring checks of an AI system by the questions of 6.3(b).
audits-due = Due
audits-open = Planned and running
# $count (Number) closed audits
audits-closed = Closed ({ $count })
audits-begin = Begin an audit
audits-begin-of = Choose an AI system
audits-newer = Newer
audits-older = Older
audits-empty = No audit yet
audits-empty-text = Plan recurring checks, or begin an audit of an AI system.
audit-column-system = AI system
audit-column-due = Due
audit-column-closed = Closed
audit-column-fails = Fail
audit-column-results = Results

# Where an audit starts
# $system (String) its name
audit-new-title = Begin an audit of { $system }
audit-new-lede = Choose what this audit looks at. Its checklist starts from the last audit.
audit-new-waiting = An audit of this AI system is running already.
audit-from = Looks back from
audit-to = Looks back to
audit-scope = Scope
# $count (Number) questions
audit-questions = { $count ->
    [one] One question
   *[other] { $count } questions
}
audit-pack-questions = Question pack, { $count ->
    [one] one question
   *[other] { $count } questions
}
# $count (Number) results that still hold
audit-carry = { $count ->
    [one] Carry the conforming result that still holds
   *[other] Carry { $count } conforming results that still hold
}
# $day (String) when the last audit was due; $most (Number) audits in a row
audit-carry-hint = From the audit due { $day }. A result is carried at most { $most } times in a row (our rule), always with a mark, and only while question, evidence and system version are the same.
# $count (Number) how many are chosen
audit-single = { $count ->
    [0] Add single questions
    [one] Add single questions: one chosen
   *[other] Add single questions: { $count } chosen
}
audit-single-search = Search by words or number
audit-single-none = No question has these words.
audit-start = Begin with { $count ->
    [one] one question
   *[other] { $count } questions
}

# The checklist
audit-title = Audit
# $system (String) its name; $state (String) in words
audit-title-of = Audit of { $system }: { $state }
# $from, $to, $due (String) days
audit-lede = Looks back from { $from } to { $to }; due { $due }.
audit-checklist = Checklist
audit-no-items = No checklist yet
audit-no-items-text = A finding began this audit. Choose its scope to get a checklist.
audit-item-open = Open
# $place, $count (String) numbers; $question (String) its id
audit-item-of = Question { $place } of { $count } ({ $question })
audit-critical = critical
audit-removed = This question is no longer in the framework or its pack. Its answer is kept; the next audit does not ask it.
audit-procedure-good = What good looks like
audit-procedure-how = How to test
audit-procedure-take = To collect
audit-result = Result
audit-reason = Why it does not apply
audit-observation = What was seen
audit-previous = Previous
audit-next = Next
audit-reopened-failing = Open again: it failed last time
audit-reopened-not_judged = Open again: not judged last time
audit-reopened-question_changed = Open again: the question changed
audit-reopened-system_changed = Open again: the system has another version
audit-reopened-evidence_changed = Open again: the evidence changed
audit-reopened-carried_often = Open again: carried as often as allowed
audit-reopened-not_carried = Open again: nothing was carried
audit-close = Close the audit
audit-close-title = Close this audit?
# $count (Number) questions without a result
audit-close-open = { $count ->
    [one] One question is still open and stays unanswered.
   *[other] { $count } questions are still open and stay unanswered.
}
audit-close-text = It can’t be changed afterwards. It counts as the system audit that was due, and its results are proposed in clause b of the next assessment.
audit-conclusion = Conclusion
audit-closed-done = Audit closed.

# Comparison and trend
audit-compare = Comparison and trend
# $system (String) its name
compare-title = Audits of { $system } compared
# $now, $before (String) days
compare-lede = The audit due { $now } beside the one due { $before }.
compare-first = This is the first audit of the system.
compare-with = Compare with the audit due
compare-question = Question
compare-change = Change
compare-before = Before
compare-now = Now
# $change (String) in words; $count (Number) questions
compare-count = { $change }: { $count }
trend-title = Trend by dimension
trend-hint = Share of the judged questions that conform, closed audits in order.
# $conforms, $judged (Number) questions
trend-of = ({ $conforms }/{ $judged })

# The programme
programme-title = Programme of recurring checks
programme-lede = What is checked how often. A missed check stays visible.
programme-due = Due within 30 days or overdue
# $count (Number) checks
programme-missed = Missed ({ $count })
programme-missed-hint = Not carried out before the next one came due. This follows from plans and records and can’t be removed.
programme-plans = Plans
programme-empty = No plan yet
programme-empty-text = Plan each kind of recurring check for an AI system or a group.
plan-add = Plan a check
plan-change = Change the plan
plan-change-hint = A change rules from tomorrow on; what came due before stays as it was.
plan-kind = Kind of check
plan-name = Name of the plan
plan-name-hint = Such as that of a group of AI systems
plan-systems = AI systems
plan-search = Search by name
# $found and $chosen (Number) AI systems
plan-found = { $found } shown, { $chosen } chosen
plan-every = Every
plan-unit = Unit
plan-unit-months = months
plan-unit-weeks = weeks
plan-first = First due
plan-next = Next due
plan-first-missing = Give the day on which it is first due.
# $tier (Number) application tier
plan-proposed = Proposed for application tier { $tier }: our table, editable.
plan-proposed-none = No assessment says the application tier yet; proposed for the lowest: our table, editable.
plan-saved = Plan saved.
plan-except = Skip or move the next
# $day (String) the due date
plan-except-title = Skip or move the check due { $day }
plan-moved-to = Move to
plan-moved-hint = Leave empty to skip it.
plan-reason = Reason
plan-pause = Pause
plan-resume = Resume
# $day (String) the next due date
plan-next-on = next { $day }
# $count (Number) checks
plan-missed = { $count } missed
cadence-monthly = Monthly
cadence-quarterly = Quarterly
cadence-half-yearly = Half-yearly
cadence-yearly = Yearly
# $every (Number) months or weeks
cadence-every-months = Every { $every } months
cadence-every-weeks = Every { $every } weeks
check-record = Record a check
check-on = Carried out on
check-note = Note
check-result-passed = Passed
check-result-partly = In part
check-result-failed = Failed
check-result-missing = Say what it came to.
check-recorded = Check recorded.

# Question packs
packs-title = Question packs
packs-lede = Your own questions, asked beside those of clause b. In both languages, from TOML or XLSX.
packs-empty = No question pack yet
packs-empty-text = A table needs the columns id, dimension, text_en and text_zh; good, how, take, clause and critical may be added.
pack-read = Read a pack
pack-file = What the file holds
pack-table-hint = A table holds the questions alone. Give the pack an id and a name in both languages.
pack-id = Id
pack-name-en = Name in English
pack-name-zh = Name in Chinese
# $count (Number) problems
pack-problems = { $count ->
    [one] One thing is
   *[other] { $count } things are
} wrong; nothing is saved until the file is right.
# $line (Number) line or row; $field (String) key or column
pack-problem = Line { $line }, { $field }:
# $count (Number) questions
pack-good = { $count ->
    [one] One question
   *[other] { $count } questions
}, nothing wrong.
pack-replaces = A pack with this id is replaced; audits keep the words they asked.
pack-keep = Save this pack
pack-kept = Question pack saved.
# $day (String) when it was read
pack-read-on = read on { $day }
pack-withdrawn = Withdrawn
pack-withdraw = Withdraw
pack-offer = Offer again

# The overview
# $kind (String) of the check; $system (String) its name
overview-check = { $kind }: { $system }
overview-check-text = Due by the programme of recurring checks.
overview-check-open = Open
# $count (Number) missed checks
overview-missed = { $count ->
    [one] One recurring check was missed
   *[other] { $count } recurring checks were missed
}
# $count (Number) the least number
overview-missed-many = { $count } or more recurring checks were missed
overview-missed-text = A miss stays on record; the programme shows each one.
