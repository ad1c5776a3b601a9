# Decision records: recording one, the log, a record, volumes, reasons.

## Places
place-decisions = Log
place-decisionVolumes = Volumes
place-decisionReasons = Reasons

## Recording a decision
entry-title = Record a decision
entry-lede = What the AI said, what was decided, and the reason, at the moment of decision.
entry-correct-title = Correct a record
entry-correct-lede = A record is never edited: this makes a new one that supersedes it. Both stay in the chain.
entry-disposition = What was done with the AI output
entry-reason = Reason
entry-final-same = if other than the AI output
entry-more = More about it
entry-now = now if left empty
entry-more-hint = All of this is optional. A reviewer’s name is not kept, only a pseudonym.
entry-seconds = Time taken, in seconds
entry-confidence-range = 0 to 1
entry-harmIfFollowed = Harm if the AI had been followed
entry-harmIfWrong = Harm if the person is wrong
entry-harm-none = 0, none
entry-harm-worst = 4, worst
entry-seeded-hint = The output was wrong on purpose, to see whether it is noticed.
entry-outcome-title = What turned out to be true
entry-outcome-hint = In the same words as the AI output and the final decision, so that they can be compared.
entry-discard = Discard
entry-save = Record
entry-save-correction = Record the correction
entry-saved = The decision is recorded.
entry-saved-late = The decision is recorded, marked as entered late.
entry-corrected = The correction is recorded.
entry-no-system = There is no AI system yet. Add one first.
entry-disposition-missing = Say what was done with the AI output
entry-system-missing = Choose the AI system
entry-reason-missing = Choose a reason
entry-reasonText-missing = Say in words what the reason was
entry-aiOutput-missing = Enter what the AI advised and was followed
entry-humanFinal-missing = Enter what was decided in the end
entry-outcome-missing = Enter the outcome
entry-seconds-wrong = Enter a number of seconds, such as 41
entry-aiConfidence-wrong = Enter a number from 0 to 1, such as 0.85

## Log
# $count (Number) and $shown (String) records
log-title = { $count ->
    [0] Decisions
    [one] One decision recorded
   *[other] { $shown } decisions recorded
}
log-lede = Newest first. A corrected record gives way to its correction; both stay in the chain.
log-record = Record
log-read-only = Your roles allow reading only. Operators and assessors record decisions.
log-empty = No decision is recorded yet
log-empty-text = Press Ctrl D wherever you are to record a decision: what the AI said, what was decided, and why. Where only refusals are recorded, enter the totals of each period too, so that a rate can be told.
log-empty-volumes = Enter totals
log-none = No record fits
log-none-text = Nothing fits the filters together.
log-clear = Clear the filters
log-filter = Filter the log
log-more-filters = More filters
log-from = From day
log-until = to
log-to = To day
log-case = Case number
log-any-system = Any AI system
log-any-disposition = Any disposition
log-any-reason = Any reason
log-any-point = Any decision point
log-any-version = Any version
log-no-point = no decision point given
log-no-version = no version given
log-overrides = Overrides (modified or overridden)
log-marks = Marks
log-mark-corrected = corrected
log-mark-late = entered late
log-mark-seeded = known wrong
# $parts (String) the counts of the dispositions in words
log-counts = { $parts }.
# $shown (String) records
log-count-accepted = { $shown } accepted
log-count-modified = { $shown } modified
log-count-overridden = { $shown } overridden
log-count-deferred = { $shown } deferred
log-count-no_ai_output = { $shown } without an AI output
# $count (Number) overrides
log-uncoded = { $count ->
    [one] One override has no coded reason.
   *[other] { $count } overrides have no coded reason.
}
log-reasons = Reasons given most often:
# $reason (String) its name, $count (String) records
log-reason = { $reason } ({ $count })
# $count (Number) reasons
log-reasons-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

## Record
# $case (String) its number, $disposition (String) in words
record-title-case = Case { $case }: { $disposition }
record-title = { $disposition }
# $system (String) its name, $at (String) formatted time
record-lede = { $system }, decided { $at }
record-correct = Correct
record-add-outcome = Add outcome
record-outcome-added = The outcome is recorded.
record-superseded = A later record supersedes this one.
record-current = Show the record that counts
record-thinned = The free text and the reviewer of this record were erased for good.
record-group-decision = Decision
record-group-case = Case
record-group-review = How it was decided
record-group-harm = Harm
record-evidence-added = The evidence is attached.
# $count (Number) records
record-chain = { $count ->
    [one] Recorded once, never corrected
   *[other] Chain of { $count } records
}
# $person (String) and $at (String) formatted time
record-step = { $person }, { $at }
record-unknown = somebody no longer known
# $field, $before and $after (String)
record-changed = { $field }: “{ $before }” became “{ $after }”
# $field and $after (String)
record-added = { $field }: “{ $after }” added

## Volumes
volume-title = Volumes
volume-lede = How many outputs a period had and what became of them, or how long the system worked. They make a rate possible where only refusals are logged.
volume-add = Enter a volume
volume-change = Replace a volume
volume-saved = The volume is recorded.
volume-empty = No volume is recorded yet
volume-empty-text = Where every decision is logged none is needed. Where only refusals are, counts are shown without a rate until the totals of the period are entered or imported.
# $count (Number) volumes
volume-count = { $count ->
    [one] One volume
   *[other] { $count } volumes
}
volume-unknown = An empty cell means not known, not zero.
volume-period = Period
volume-span = Length of the period
volume-day = Day
volume-day-within = Any day of the period
# $from and $to (String) formatted days
volume-covers = From { $from } to { $to }.
volume-totals = Totals
volume-totals-hint = Leave empty what is not known. Each output is counted once.
volume-issued = Issued
volume-accepted = Accepted
volume-modified = Modified
volume-overridden = Overridden
volume-automatic = Automatic
volume-notReviewed = Not reviewed
volume-exposure = Exposure
volume-unit = Unit
# $amount and $unit (String)
volume-exposure-shown = { $amount } { $unit }
volume-all-points = all together
volume-total-wrong = Enter a whole number
volume-amount-wrong = Enter a number such as 168 or 12345.6

## Reasons
reason-title = Reasons
reason-lede = Why an output was changed or not followed. An AI system can have its own in addition to the common ones.
reason-when = When to choose it
# $system (String) its name
reason-own = Own reason of { $system }
# $system (String) its name
reason-add-title = Add a reason for { $system }
reason-add-lede = It can be chosen at once and is never renamed, so that old records keep their meaning.
reason-add = Add reason
# $name (String) of the reason
reason-added = The reason “{ $name }” can be chosen now.
reason-en = Name in English
reason-zh = Name in Chinese
reason-en-missing = Enter the English name
reason-zh-missing = Enter the Chinese name
