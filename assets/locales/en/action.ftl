# Actions: list and form.

# $count (Number) open actions
action-title = { $count ->
    [0] No unfinished actions
    [one] One unfinished action
   *[other] { $count } unfinished actions
}
# $late (Number) actions
action-lede = { $late ->
    [0] None is overdue.
    [one] One is overdue.
   *[other] { $late } are overdue.
}
action-add = Add action
action-new = Add an action
action-change = Change action
action-save = Save action
action-saved = The action is saved.
action-gone = This action is not in the workspace.
action-empty = No actions yet
action-empty-text = Actions come from the result of an assessment, where the grade says what would lower it, or are added here.
action-none = No action is in this state
action-show-open = Unfinished ones
action-show-all = All actions
# $shown and $all (Number) actions
action-shown = { $shown } of { $all } shown
action-column-title = What is to be done
action-column-system = AI system
action-column-target = Answers to
action-column-owner = Owner
action-column-state = State
action-column-due = Due
action-state-open = Open
action-state-in_progress = In progress
action-state-done = Done
action-state-closed = Closed
action-state-dropped = Dropped
# $day (String) formatted day
action-overdue = overdue since { $day }
action-target-system = the AI system as a whole
# $id (String) of the finding
action-target-finding = finding { $id }
action-target-incident = an incident
# $sign (String) what the decision records show
action-target-signal = a sign in the decision records: { $sign }
action-target-supplier = a question to the supplier: { $sign }
# $target (String) what the action answers to
action-answers-to = Answers to { $target }
action-title-hint = One sentence that says what will be true afterwards.
action-title-missing = Say what is to be done
action-system-missing = Choose the AI system
action-note = Note
action-note-hint = How far it is; the reason, if it is dropped.
action-note-missing = Give the reason for dropping it
# $count (Number) pieces of evidence
action-proof = { $count ->
    [one] One piece of evidence proves it.
   *[other] { $count } pieces of evidence prove it.
}
