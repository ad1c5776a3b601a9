# Incidents, their reports, and reporting duties: words of the terminal and the window.

incident-kind-event = Incident
incident-kind-near_miss = Near miss
incident-severity-general = General
incident-severity-considerable = Considerable
incident-severity-major = Major
incident-severity-extremely_serious = Extremely serious
incident-state-open = Open
incident-state-handled = Handled
incident-state-closed = Closed
incident-clock-overdue = Overdue
incident-clock-running = Running
incident-clock-not_started = Not started
incident-clock-late = Reported late
incident-clock-in_time = Reported in time
incident-clock-not_due = No report due
incident-field-system = AI system
incident-field-state = State
incident-field-kind = Kind
incident-field-severity = Severity
incident-field-title = Name
incident-field-decisionPoint = Decision point
incident-field-occurredAt = Began
incident-field-noticedAt = Noticed
incident-field-decidedAt = Switching decided
incident-field-manualAt = Manual work running
incident-field-restoredAt = Restored
incident-field-effect = What happened and what it did
incident-field-people = People affected
incident-field-cases = Cases affected
incident-field-harm = Harm
incident-field-response = What was done
incident-field-cause = Cause
incident-field-lessons = Lessons
incident-field-evidence = Evidence
incident-moment-occurred = it began
incident-moment-noticed = it was noticed
incident-moment-decided = switching was decided
incident-moment-manual_running = manual work was running
incident-moment-restored = it was restored
# $amount (Number) of the unit
duty-within-minutes = { $amount ->
    [one] 1 minute
   *[other] { $amount } minutes
}
duty-within-hours = { $amount ->
    [one] 1 hour
   *[other] { $amount } hours
}
duty-within-days = { $amount ->
    [one] 1 day
   *[other] { $amount } days
}
duty-origin-bundled = Supplied
duty-origin-changed = Changed by you
duty-origin-own = Your own
duty-ours = The table that comes with the program is ours, not legal advice. Check it against the rules that apply to you.

## The window
rail-incidents = Incidents
place-incidents = Incidents
place-incidentDuties = Reporting duties
# $count (Number) incidents that are not closed
incident-title = { $count ->
    [0] All incidents are closed
    [one] One incident is not closed
   *[other] { $count } incidents are not closed
}
# $late (Number) incidents
incident-lede = { $late ->
    [0] No report is overdue.
    [one] One incident has overdue reports.
   *[other] { $late } incidents have overdue reports.
}
incident-add = Record an incident
incident-new = Record an incident
incident-new-lede = What is not known yet stays empty; it can be added and corrected later.
incident-correct = Correct
# $title (String) of the incident
incident-edit-title = Correct “{ $title }”
incident-save = Save incident
incident-saved = The incident is saved.
incident-empty = No incidents yet
incident-empty-text = Record failures of AI systems, and near misses too: they are the cheapest lessons. From the times and the severity the reporting clocks follow.
incident-none = No incident is in this state
incident-show-unclosed = Not closed
incident-show-all = All incidents
# $shown and $all (Number) incidents
incident-shown = { $shown } of { $all } shown
incident-ungraded = Not graded yet
incident-clock-next = Next report
incident-system-choose = Choose the AI system
incident-title-missing = Say in a few words what happened
incident-began-missing = Say when it began
incident-whole-number = Enter a whole number
incident-severity-hint = While it is not graded, every reporting clock counts.
incident-times = Times
incident-times-hint = In the workspace’s time zone. If it is not said when it was noticed, the clocks count from when it began.
incident-harm-unknown = Not known
incident-harm-0 = 0, none
incident-harm-1 = 1, slight
incident-harm-2 = 2, noticeable
incident-harm-3 = 3, grave
incident-harm-4 = 4, worst
# $days and $hours (Number)
incident-days-hours = { $days } d { $hours } h
# $minutes (Number)
incident-minutes = { $minutes } min
# $hours and $minutes (Number)
incident-hours-minutes = { $hours } h { $minutes } min
# $time (String) a stretch of time
incident-left = { $time } left
incident-over = { $time } overdue
incident-was-left = { $time } early
incident-was-over = { $time } late
# $at (String) day and time
incident-due = Due { $at }.
# $time (String) how long; $moment (String) from when
incident-within = Within { $time } after { $moment }
# $at (String) day and time, $person (String) who
incident-reported = Reported { $at } by { $person }.
incident-receipt = Receipt
incident-receipt-none = No receipt yet.
incident-report = Record report
incident-report-other = Record another report
incident-report-correct = Correct the report
incident-report-saved = The report is recorded.
incident-report-replaced = Replaced
incident-waive = No report due
incident-waive-title = Say why no report is due
incident-waive-why = Why this duty asks for no report here
incident-waive-missing = Say why no report is due
incident-recipient = To whom
incident-recipient-missing = Say to whom the report goes
incident-reported-at = When it was reported
incident-reporter = Who reported
incident-reporter-missing = Say who reported
incident-note = Note
incident-now-open = The incident is open again.
incident-now-handled = The incident is over.
incident-now-closed = The incident is closed.
incident-evidence-added = The evidence is attached.
# $kind (String) event or near miss; $system (String) AI system; $at (String) day and time
incident-page-lede = { $kind } with { $system }, began { $at }
incident-step-handle = It is over
incident-close-title = Close this incident?
incident-close-missing = It can’t be closed yet. Still missing:
# $recipient (String) to whom
incident-close-duty = Report to “{ $recipient }”, or why none is due
incident-step-close = Close incident
# $state (String) handled or closed
incident-step-reopen = { $state ->
    [handled] Deal with it again
   *[other] Reopen
}
# $state (String) handled or closed
incident-reopen-why = { $state ->
    [handled] Why it is not over yet
   *[other] Why it is reopened
}
# $state (String) handled or closed
incident-reopen-missing = { $state ->
    [handled] Say why it is not over yet
   *[other] Say why it is reopened
}
incident-state-text-open = It is being dealt with. It is over when work is restored and it is said what was done.
incident-state-text-handled = It is over. It can be closed when severity, cause and lessons are stated and every duty is answered.
incident-state-text-closed = It can’t be changed unless it is reopened.
incident-clocks = Reporting clocks
incident-clocks-none = By the table of duties nothing is to be reported.
incident-infrastructure = It is not said whether this AI system belongs to critical information infrastructure, for which shorter times count.
incident-infrastructure-say = Say so
incident-effect = Effect
incident-actions = Actions that follow
incident-actions-none = No action follows from it yet.
# $count (Number) reports
incident-reports = { $count ->
    [one] One report
   *[other] { $count } reports
}
# $count (Number) versions
incident-versions = { $count ->
    [one] One version
   *[other] { $count } versions
}
# $number (Number) of the version; $state (String) how far the incident was
incident-version = { $number }: { $state }
incident-changed = Changed
# $person (String) who, $at (String) day and time
incident-recorded = Recorded by { $person }, { $at }.
# $recipient (String) to whom
overview-clock = Reporting duty: { $recipient }
# $title (String) of the incident; $system (String) AI system
overview-clock-text = { $system }: { $title }
# $at (String) day and time
overview-clock-due = due { $at }
overview-clock-late = overdue since { $at }
duty-title = Reporting duties
duty-lede = To whom an incident is reported, within which time. What you change here counts for incidents that are not closed; a report that was made keeps its duty as it stood.
duty-add = Add a duty
duty-change = Change a duty
duty-saved = The duty is saved.
duty-within = Within
# $time (String) how long
duty-after-occurred = { $time } after it began
duty-after-noticed = { $time } after it was noticed
duty-after-decided = { $time } after switching was decided
duty-after-manual_running = { $time } after manual work was running
duty-after-restored = { $time } after it was restored
duty-unit = Unit
duty-unit-minutes = minutes
duty-unit-hours = hours
duty-unit-days = days
duty-counted = After
duty-concerns = Concerns
# $kinds (String) event, near_miss or both; $infrastructure (String) only, not or any
duty-concerned = { $kinds ->
    [event] Incidents
    [near_miss] Near misses
   *[both] Incidents and near misses
}{ $infrastructure ->
    [only] { " " }of critical information infrastructure
    [not] { " " }outside critical information infrastructure
   *[any] { "" }
}
# $severity (String) lowest severity
duty-from = { $severity ->
    [considerable] considerable or above
    [major] major or above
   *[extremely_serious] extremely serious
}
duty-from-severity = Lowest severity
duty-source = Source
duty-origin = Origin
duty-active = Counts
duty-on = On
duty-off = Off
duty-counts = This duty counts
duty-sides = A text that is given in one language counts in both.
duty-recipient-en = To whom, in English
duty-recipient-zh = To whom, in Chinese
duty-source-en = Rule that asks for it, in English
duty-source-zh = Rule that asks for it, in Chinese
duty-note-en = Note, in English
duty-note-zh = Note, in Chinese
duty-infrastructure = Critical information infrastructure
duty-infrastructure-any = Any system
duty-infrastructure-only = Infrastructure only
duty-infrastructure-not = Other systems
duty-areas = Key areas
duty-areas-hint = None chosen means every area.
duty-amount-missing = Enter how many, from 1
duty-kinds-missing = Choose at least one kind
duty-source-missing = Name the rule that asks for it
duty-changed = You changed this duty of the table that comes with the program.
duty-restore = Show what the program’s table says
