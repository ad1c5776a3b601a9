# The hash-chained history and the check of the workspace.

# $count (Number) entries
history-title = { $count ->
    [0] History
    [one] One change recorded
   *[other] { $count } changes recorded
}
# $digest (String) shortened SHA-256 of the newest entry
history-lede = Each entry holds the digest of the one before; the newest is { $digest }. Nothing here can be edited.
history-check = Check everything
history-check-good = Everything holds: nothing was changed unnoticed
history-check-bad = Something does not hold
check-passed = in order
check-failed = not in order
check-item-pages = Pages of the file
check-item-structure = Tables and references
check-item-history = History of changes
check-item-records = Records beside what the history says of them
check-item-reports = History heads stated in the reports kept
# $kind (String) code of what it is; $name (String) its name in the file
check-problem-layout = The { $kind ->
    [table] table
    [index] index
    [view] view
   *[trigger] trigger
} “{ $name }” is not as the program lays it out: it was changed, taken away or added past the program.
# $about (String) what the report is about; $number (String) its number; $signatures (String) how many have signed; $sequence (String) number of the entry
check-problem-head = Report { $number } on “{ $about }” ({ $signatures ->
    [0] unsigned
   *[other] signed
}) states entry { $sequence } of the history with a digest that the history does not hold: the history was rewritten after the report was made.
# $noun (String) code of the noun; $id (String) which one; $fault (String) code of what is wrong
check-problem-record = { $noun ->
    [action] Action
    [answer] Answer
    [assessment] Assessment
    [decision] Decision record
    [dissent] Dissent
    [finding] Finding
    [incident_report] Report of an incident
    [incident_version] Version of an incident
    [measure] Measure
    [person] Person
    [rating] Rating
    [report] Report
    [report_version] Version of a report
    [system] AI system
    [volume] Volume
   *[workspace] Workspace
} { $id }: { $fault ->
    [changed] it differs from what the last entry of the history about it says.
    [missing] it is gone, and no entry of the history says that it was removed.
   *[foreign] no entry of the history says that it was added.
}
# $system (String) id of the AI system; $count (Number) records without their texts; $named (String) as many as runs of thinning named
check-problem-thinned = AI system { $system }: { $count ->
    [one] one decision record has
   *[other] { $count } decision records have
} lost the texts, but the history knows of thinning for { $named } only.
# $sequence (String) number of the entry; $fields (String) names of its fields, as the file has them
check-problem-texts = Entry { $sequence } of the history has lost texts ({ $fields }), and no entry says that they were erased.
check-problem-skipped = Not compared, since the file can’t be read whole.
# $count (Number) how many are not named
check-problem-more = { $count ->
    [one] One more is not named here.
   *[other] { $count } more are not named here.
}
check-item-contents = Evidence and reports kept
check-item-keys = Keys of persons
check-item-drills = Drills recorded while locked
history-column-number = No.
history-column-when = When
history-column-who = Who
history-column-what = What
history-column-subject = Of what
history-column-digest = Digest
history-unknown-person = no longer known
history-recorded = Recorded content
# $from and $to (String) numbers of entries
history-range = Entries { $from } to { $to }

# What was done: `history-` and the action with a dash
history-workspace-create = Workspace created
history-workspace-settings = Settings changed
history-logo-set = Logo chosen
history-logo-remove = Logo removed
history-person-add = Person added
history-person-change = Person changed
history-person-passphrase = Passphrase changed
history-system-add = AI system added
history-system-save = AI system changed
history-system-import = AI systems imported
history-assessment-start = Assessment begun
history-assessment-context = Context changed
history-assessment-submit = Handed over for review
history-assessment-return = Given back for changes
history-assessment-approve = Approved
history-answer-save = Question answered
history-measure-save = Measure filled in
history-rating-save = Risk rated
history-rating-confirm = Ratings confirmed
history-rating-agree = Second person agreed
history-evidence-add = Evidence added
history-evidence-change = Evidence description changed
history-evidence-detach = Evidence taken off
history-dissent-add = Dissent recorded
history-action-add = Action added
history-action-save = Action changed
history-decision-add = Decision recorded
history-decision-evidence = Evidence attached to a decision record
history-decision-correct = Decision record superseded
history-decision-import = Decision records imported
history-decision-import-undo = Import undone
history-mapping-save = Mapping kept
history-reason-add = Reason added
history-decision-thin = Texts older than the retention period erased
history-privacy-save = Privacy of decision records set
history-reviewer-reveal = Names of reviewers looked at
history-volume-add = Volume recorded
history-volume-import = Volumes imported
history-volume-replace = Volume replaced
history-second-review-draw = Sample drawn for second review
history-verdict-give = Verdict given
history-finding-add = Finding recorded
history-plan-add = Recurring check planned
history-plan-save = Plan of a check changed
history-plan-skip = Due date skipped
history-plan-move = Due date moved
history-plan-pause = Plan paused
history-plan-resume = Plan resumed
history-check-record = Check recorded
history-audit-schedule = Audit planned
history-audit-start = Audit begun
history-audit-record = Audit result recorded
history-audit-evidence-add = Evidence added to an audit
history-audit-evidence-detach = Evidence taken off an audit
history-audit-close = Audit closed
history-question-pack-save = Question pack saved
history-question-pack-withdraw = Question pack withdrawn or offered
history-incident-add = Incident recorded
history-incident-correct = Incident corrected
history-incident-handle = Incident marked as handled
history-incident-close = Incident closed
history-incident-reopen = Incident reopened
history-incident-report = Report of an incident recorded
history-incident-evidence = Evidence added to an incident
history-duty-add = Reporting duty added
history-duty-save = Reporting duty changed
history-finding-save = Finding changed
history-finding-move = Finding took a step
history-finding-evidence = Evidence attached to a finding
history-finding-ledger = Rectification ledger taken in
history-audit-sample-draw = Sample drawn for an audit
history-audit-sample-record = Results of a sample written
history-report-make = Report made
history-report-sign = Report signed
history-fallback-plan-save = Fallback plan saved
history-fallback-plan-approve = Fallback plan approved
history-authorisation-save = Authorisation matrix saved
history-authorisation-approve = Authorisation matrix approved
history-stop-test-add = Stop test recorded
history-drill-plan = Drill planned
history-drill-change = Drill changed
history-drill-step = Step of a drill recorded
history-drill-evidence-add = Evidence attached to a drill
history-drill-evidence-detach = Evidence taken off a drill
history-drill-take-in = Drill recorded without a passphrase taken in
