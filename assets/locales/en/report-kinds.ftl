# Reports of every kind but the assessment, on paper. The names of states and results are in the files of their nouns.

## All kinds
paper-made-by = Organisation
# $title, $issuer and $released (String) of the framework
paper-basis-kinds = Clause numbers come from section 6.3 of the { $title }, { $issuer }, { $released }. Everything else is this organisation’s own record.
paper-sources-title = State and sources
paper-sources-text = Every figure in this report was computed from one frozen state of the workspace. The file facts.json inside the report holds that state whole, and facts.schema.json describes it; the digest below, which stands on every page, ties the two together.
paper-total = Total
paper-unknown = not known
# $name (String), $count (Number)
paper-counted = { $name }: { $count }
# $value (String) a number with one decimal
paper-percent = { $value } %
paper-whole-organisation = the whole organisation
# $large (String) minutes, $small (String) seconds
paper-span-minutes = { $large } min { $small } s
# $large (String) hours, $small (String) minutes
paper-span-hours = { $large } h { $small } min
# $large (String) days, $small (String) hours
paper-span-days = { $large } d { $small } h

## Audit
paper-audit-title = Audit of an AI system
# $conforms and $judged (Number) questions, $system (String)
paper-audit-lead = { $system }: { $conforms } of { $judged } judged questions conform.
paper-audit-state = State
paper-audit-due = Due
paper-audit-begun = Begun
paper-audit-closed = Closed
# $asked, $carried, $not_applicable, $not_tested and $open (Number) questions
paper-audit-asked = Questions asked: { $asked }; carried from the last audit: { $carried }; not applicable: { $not_applicable }; not tested: { $not_tested }; open: { $open }.
# $names (String) questions
paper-audit-failing = Questions that fail: { $names }.
# $count and $grave (Number) findings
paper-audit-found = { $count ->
    [0] Nothing was recorded as a finding.
    [one] One finding was recorded; of high or critical severity: { $grave }.
   *[other] { $count } findings were recorded; of high or critical severity: { $grave }.
}
paper-audit-first = It is the first audit of this system: there is nothing to compare it with.
# $changes (String) kinds of change with their counts
paper-audit-since = Since the last audit: { $changes }.
# $count (Number) results
paper-audit-stale = { $count ->
    [one] One result no longer holds for today, since question, system or evidence has changed; it is marked.
   *[other] { $count } results no longer hold for today, since question, system or evidence has changed; they are marked.
}
# $words (String)
paper-audit-conclusion = Conclusion: { $words }
paper-audit-results = Results by dimension
paper-audit-results-intro = Shares are of what was judged: what conforms, conforms in part or fails. What was carried is counted among what conforms.
paper-audit-dimension = Dimension
paper-audit-carried = of these carried
paper-audit-open = Open
# $scope (String) dimensions, questions and packs
paper-audit-scope = Scope: { $scope }.
paper-audit-trend = Results over time
# $count (Number) audits
paper-audit-trend-alt = Bars of the last audits, of { $count } in all, each with the questions that conform, conform in part and fail; the table below says the same.
paper-audit-period = Period
paper-audit-comparison = Compared with the last audit
# $period (String)
paper-audit-compared-with = The last audit looked back on { $period }. A question that it left out is compared with the last audit that judged it.
paper-audit-before = Before
paper-audit-now = Now
paper-audit-change = Change
paper-audit-no-result = no result
paper-findings-title = Findings
paper-audit-findings-none = This audit recorded no finding.
paper-audit-checklist = Checklist
paper-audit-checklist-intro = Every question as it was asked, with what was seen. “Conforms” is always the good state.
paper-audit-result = Result

## Findings and the ledger
# $finding (String) its title
paper-finding-actions = Actions on “{ $finding }”
# $finding (String) its title
paper-finding-steps = Steps of “{ $finding }”
paper-step-column = Step
paper-step-column-note = Remark
paper-step-column-taken = Taken
# $day (String)
paper-step-until = until { $day }
# $count, $open and $late (Number) findings
paper-ledger-lead = { $count ->
    [one] One finding
   *[other] { $count } findings
}, { $open } not finished, { $late } overdue.
paper-ledger-about = About
# $name (String) severity, $count (Number)
paper-ledger-running = Not finished, { $name }: { $count }
# $title, $system and $due (String)
paper-ledger-late = Overdue since { $due }: { $title } ({ $system })
# $count (Number) findings
paper-ledger-again = { $count ->
    [one] One finding was found before.
   *[other] { $count } findings were found before.
}
paper-ledger-list = All findings
paper-ledger-none = There is no finding.

## Incident
paper-incident-title = Incident report
paper-incident-duties = Reporting duties
# $title, $system, $at and $severity (String)
paper-incident-lead = { $title }: { $system }, { $at }, severity { $severity }.
# $duties, $in_time, $late, $overdue, $running and $not_due (Number)
paper-incident-duty-counts = { $duties ->
    [0] none
   *[other] { $duties }: { $in_time } in time, { $late } late, { $overdue } overdue, { $running } running, { $not_due } not due
}
# $counts (String)
paper-incident-duties-are = Reporting duties: { $counts }.
# $span (String)
paper-incident-manual-after = Manual work was running { $span } after the incident was noticed.
# $span (String)
paper-incident-restored-after = Work was restored { $span } after the incident began.
# $words (String)
paper-incident-effect-is = What happened: { $words }
# $words (String)
paper-incident-cause-is = Cause: { $words }
paper-incident-course = Course of events
paper-incident-course-alt = The moments of the incident on a line with the time between them; the table below says the same.
paper-moment-column = Moment
paper-moment-column-at = When
paper-moment-column-after = After the first
paper-duty-column-within = Within
paper-duty-column-due = Due
paper-duty-column-answer = Reported
# $receipt (String)
paper-incident-receipt = Receipt { $receipt }
paper-incident-account = What happened and what was done
paper-incident-reports = Reports made
paper-incident-versions = Versions of the record

## Fallback card
# $system (String)
paper-card-title = When { $system } fails
paper-card-further = Afterwards
paper-card-gaps = This plan is not complete
paper-card-draft = This version is not approved

## Drill
paper-drill-title = Drill record
paper-drill-no-manual = not reached
# $system, $manual, $limit and $verdict (String)
paper-drill-lead = { $system }: manual work running after { $manual }, limit { $limit }: { $verdict }.
# $words (String)
paper-drill-scenario = Scenario: { $words }
# $words (String)
paper-drill-aborted = Aborted: { $words }
# $count, $of and $bound (String)
paper-drill-past = Other drills in time: { $count } of { $of }; the share is at least { $bound } with a confidence of 95 %.
paper-drill-course = Course of the drill
paper-drill-course-alt = The moments of the drill on a line with the time between them; the table below says the same.
paper-drill-not-begun = The drill has not begun.
paper-drill-step = What was recorded
paper-drill-by = By
paper-drill-steps = Every step
paper-drill-aside = fits no drill at this point; not counted
# $mark (String)
paper-drill-step-mark = Marked: { $mark }
# $mark (String)
paper-drill-step-withdraw = Taken back: { $mark }
paper-drill-step-finish = The drill is over.

## Overview of the organisation
paper-overview-title = Overview of AI systems
# $systems, $assessed and $grave (Number) AI systems
paper-overview-lead = { $systems ->
    [one] One AI system
   *[other] { $systems } AI systems
}, { $assessed } assessed, { $grave } of them Major or Extremely serious.
# $system and $grade (String)
paper-overview-grave = { $system }: { $grade }
# $count (Number) AI systems
paper-overview-red = { $count ->
    [0] No system crosses a red line.
    [one] One system crosses a red line.
   *[other] { $count } systems cross a red line.
}
# $open and $late (Number) actions
paper-overview-open = Actions not finished: { $open }, overdue: { $late }.
# $due, $overdue and $missed (Number) checks
paper-overview-checks = Checks due within thirty days or overdue: { $due }, of these overdue: { $overdue }; missed: { $missed }.
paper-overview-unassessed = not assessed
paper-overview-actions = Actions not finished
paper-overview-actions-short = Actions
paper-overview-late = Actions overdue
paper-overview-systems = AI systems
paper-overview-system = AI system
paper-overview-tier = Tier
paper-overview-interval = Interval and confidence
# $confidence (Number)
paper-overview-confidence = Confidence { $confidence }
# $names (String) red lines
paper-overview-crossed = Red lines crossed: { $names }
# $grade (String)
paper-overview-before = before: { $grade }
paper-overview-clauses-intro = The level of each clause of 6.3 as it enters the grade, 0 to 4; a dash stands for what is unanswered.
paper-overview-due = Checks due or overdue
paper-overview-missed = Checks missed
paper-overview-no-check = There is none.
paper-overview-check = Check

## Two assessments compared
paper-comparison-title = Changes since the last assessment
# $system, $before and $after (String)
paper-comparison-lower = { $system }: the grade has come down from { $before } to { $after }.
# $system, $before and $after (String)
paper-comparison-same = { $system }: the grade was { $before } and is { $after }.
# $system, $before and $after (String)
paper-comparison-higher = { $system }: the grade has gone up from { $before } to { $after }.
# $clauses, $risks, $measures and $answers (Number)
paper-comparison-counts = Changed: levels of clauses { $clauses }, ratings of risks { $risks }, measures { $measures }, answers or their evidence { $answers }.
paper-comparison-grade = The grade
paper-comparison-what = What
paper-comparison-turn = Change
paper-comparison-better = Better
paper-comparison-worse = Worse
paper-comparison-other = Changed
paper-comparison-risks = Risks
paper-comparison-answers = Answers
paper-comparison-unchanged = Nothing has changed here.
# $level, $likelihood and $impact (String)
paper-comparison-rating = { $level } (likelihood { $likelihood }, impact { $impact })

## Decision analysis
paper-decisions-title = Analysis of decision records
# $system and $figure (String)
paper-decisions-lead = { $system }: people changed or refused { $figure }.
# $count and $of (String) counts, $share (String), $interval (String) may be empty
paper-decisions-share = { $count } of { $of }, { $share } { $interval }
# $lower and $upper (String)
paper-decisions-interval = ({ $lower } to { $upper })
paper-decisions-interval-head = Interval
paper-decisions-records = Records
# $count (Number) signals
paper-decisions-signals = { $count ->
    [0] The control chart raises no signal.
    [one] The control chart raises one signal.
   *[other] The control chart raises { $count } signals.
}
# $sign (String)
paper-decisions-raised = Sign raised: { $sign }
# $reason and $figure (String)
paper-decisions-reason-first = The most frequent reason: { $reason }, { $figure }.
# $figure (String)
paper-decisions-alike = Decided as the AI proposed: { $figure }.
paper-decisions-rates = Override rate
paper-decisions-part = Part
paper-decisions-count = Count
paper-decisions-of = Of
paper-decisions-rate = Share
paper-decisions-overall = Overridden or modified
paper-decisions-deferred = Deferred
paper-decisions-no-output = Without AI output
paper-decisions-late = Entered late
# $interval (String)
paper-decisions-clustered = Reviewers differ; the interval that allows for it: { $interval }.
paper-decisions-directions = By direction
paper-decisions-direction-stricter = stricter
paper-decisions-direction-more_lenient = more lenient
paper-decisions-direction-none = no direction
paper-decisions-versions = By model version
paper-decisions-points = By decision point
paper-decisions-unstated = not stated
paper-decisions-nothing = There is no record to count.
paper-decisions-chart = Control chart
# $count (Number) periods
paper-decisions-chart-alt = Control chart of { $count } periods: the override rate of each between its limits; a square stands for a signal. The table below says the same.
paper-decisions-limits = Limits
paper-decisions-signal = Signal
paper-decisions-reasons = Reasons
paper-decisions-reason = Reason
paper-decisions-no-reason = no reason given
paper-decisions-cumulative = Together
# $count (Number) reasons
paper-decisions-reasons-alt = Bars of { $count } reasons by how often they were given, with the line of what they make up together. The table below says the same.
paper-decisions-reviewers = Reviewers
paper-decisions-reviewer = Reviewer’s pseudonym
# $count (String) reviewers
paper-decisions-hidden = Reviewers with fewer than ten decisions, not shown: { $count }.
paper-decisions-judgement = Agreement of AI and persons
paper-decisions-concordance = Final decision and AI output
paper-decisions-agreement = First judgement and AI output
paper-decisions-judged-alike = Alike
paper-decisions-kappa = Kappa
paper-decisions-again = Second review
paper-decisions-cases = Cases drawn
paper-decisions-judged = Cases judged
paper-decisions-missed-errors = Errors that nobody noticed
paper-decisions-needless = Needless overrides
paper-decisions-outcomes = Who was right
# $interval (String)
paper-decisions-bounds = whatever the unknown outcomes are: { $interval }
paper-decisions-missing = Outcome not known
paper-decisions-ai-wrong = AI wrong
paper-decisions-over-reliance = Accepted although the AI was wrong
paper-decisions-under-reliance = Overridden although the AI was right
paper-decisions-precision = Person right, of the overridden
paper-decisions-net = Put right less put wrong
paper-decisions-signs = Signs that nobody looks
paper-decisions-sign = Sign
paper-decisions-how = How it is judged

## Words
paper-term-dimension = Dimension
paper-term-dimension-text = What of a system an audit looks at: applicable scenario, safety, reliability, controllability, and the programme itself.
paper-term-carried = Carried result
paper-term-carried-text = A conforming result taken over from the last audit, always with a mark.
paper-term-finding = Finding
paper-term-finding-text = What an audit found, with a severity by a stated rule.
paper-term-duty = Reporting duty
paper-term-duty-text = To whom an incident is reported, within which time, by which rule.
paper-term-clock = Reporting clock
paper-term-clock-text = When one duty of one incident is due, and whether it was answered in time.
paper-term-drill = Drill
paper-term-drill-text = A rehearsal of the fallback with times of a clock that nobody can set.
paper-term-limit = Limit
paper-term-limit-text = Longest time from fault to manual work: the plan’s own, else this project’s for the application tier. It does not come from the framework.
paper-term-override = Override
paper-term-override-text = A person’s refusal or change of an AI output.
paper-term-interval-share = Interval of a share
paper-term-interval-share-text = Where the true share lies at the stated confidence.
paper-term-control-chart = Control chart
paper-term-control-chart-text = Periods beside each other with the limits within which chance alone keeps them.
paper-term-kappa = Kappa
paper-term-kappa-text = Agreement with what chance alone would give taken off.
