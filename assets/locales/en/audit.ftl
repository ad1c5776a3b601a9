# Recurring checks and audits: words that the window and the terminal share.

# Kinds of recurring check
check-kind-system_audit = System audit
check-kind-data_flow_check = Data-flow check
check-kind-access_review = Access review
check-kind-restore_drill = Restore drill
check-kind-stop_test = Stop test
check-kind-fallback_drill = Fallback drill
check-kind-supply_cut_off = Supply cut-off exercise

# What became of a due date
check-state-ahead = Due
check-state-overdue = Overdue
check-state-missed = Missed
check-state-done = Done in time
check-state-done_late = Done late
check-state-skipped = Skipped
check-state-paused = Paused

# States of an audit
audit-state-planned = Planned
audit-state-running = Running
audit-state-closed = Closed

# Dimensions of clause b
audit-dimension-scenario = Applicable scenario
audit-dimension-safety = Safety
audit-dimension-reliability = Reliability
audit-dimension-controllability = Controllability
audit-dimension-programme = Programme

# Results of a question
audit-result-conforms = Conforms
audit-result-partly = Conforms in part
audit-result-fails = Fails
audit-result-not_applicable = Not applicable
audit-result-not_tested = Not tested
# $conforms, $partly, $fails and $open (Number) questions
audit-results = { $conforms } conforming, { $partly } in part, { $fails } failing, { $open } open

# What must be seen beside a result
audit-mark-carried = Carried from the last audit
audit-mark-question_changed = Question changed since
audit-mark-question_removed = Question removed since
audit-mark-system_changed = System version changed since
audit-mark-evidence_changed = Evidence changed since

# What has become of a question
audit-change-new = New
audit-change-fixed = Fixed
audit-change-worse = Worse
audit-change-better = Better
audit-change-unchanged = Unchanged
audit-change-reopened = Failed again
audit-change-question_changed = Question changed
audit-change-not_compared = Not compared

# What is wrong with a line of a question pack
pack-problem-unreadable = can’t be read
pack-problem-id_invalid = is no id: lower-case letters, digits and dashes
pack-problem-id_twice = stands twice
pack-problem-language_missing = is missing in this language
pack-problem-dimension_unknown = is no dimension
pack-problem-clause_unknown = is no clause, a to i
pack-problem-not_yes_no = is neither yes nor no
pack-problem-too_long = is too long
pack-problem-empty = has no question
pack-problem-too_many = has too many questions
pack-problem-field_missing = is missing
pack-problem-field_unknown = is not known
