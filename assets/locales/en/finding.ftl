# Findings of audits: list, page, steps, rectification ledger.

finding-severity-low = Low
finding-severity-medium = Medium
finding-severity-high = High
finding-severity-critical = Critical
finding-state-open = Open
finding-state-in_remedy = Being remedied
finding-state-to_verify = To be verified
finding-state-closed = Closed
finding-state-accepted = Accepted for a time
finding-step-start_remedy = Start remedy
finding-step-remedied = Say it is remedied
finding-step-verify = Verify and close
finding-step-send_back = Send back
finding-step-accept = Accept for a time
finding-step-reopen = Reopen

## The ledger as a spreadsheet
ledger-column-system = AI system
ledger-column-title = Finding
ledger-column-severity = Severity
ledger-column-state = State of the finding
ledger-column-remark = Remark on the new state
ledger-column-action-title = Action
ledger-column-owner = Owner
ledger-column-due = Due
ledger-column-action-state = State of the action
ledger-column-note = Remark on the action
ledger-column-clause = Clause
ledger-column-question = Question
ledger-column-cause = Cause
ledger-column-effect = Effect
ledger-column-recorded = Recorded
ledger-column-until = Accepted until
ledger-column-earlier = Found before
ledger-column-finding = Finding id
ledger-column-revision = Finding revision
ledger-column-action = Action id
ledger-column-action-revision = Action revision
ledger-field-state = State of the finding
ledger-field-action_state = State of the action
ledger-field-owner = Owner
ledger-field-due = Due
ledger-field-note = Remark

## What a ledger can't be taken for; $value (String) is what the cell holds
import-ledger-finding = “{ $value }” is no finding of this workspace. Leave the ids as they were exported.
import-ledger-action = “{ $value }” is no action of this finding. Leave the ids as they were exported.
import-ledger-action-twice = This action stands in the ledger twice. Keep one row of it.
import-ledger-stale = Somebody changed this since the ledger was exported (it says revision { $value }). Export the ledger again and enter the change there.
import-ledger-word = “{ $value }” is no state. Use a word from the same column of another row.
import-ledger-two-states = Two rows of this finding want different states. Enter one of them.
import-ledger-date = “{ $value }” is no date. Write it as 2026-12-31.
import-ledger-dropped = A dropped action needs its reason in the remark.
import-ledger-step = No single step leads from where the finding stands to “{ $value }”. Take the steps one after the other.
import-ledger-accept = Accepting needs an approver, a reason and a last day: do it on the finding’s page.
import-ledger-role = This step needs a role that you do not hold.
import-ledger-finding-action-missing = Remedy can’t begin: no action has an owner and a due date.
import-ledger-finding-actions-running = An action of this finding is not done yet.
import-ledger-finding-note-missing = The new state needs a remark: what was looked at, or why it is reopened.
import-ledger-text-too-long = The remark is too long.

## List
finding-section = Findings
finding-one = Finding
# $count (Number) findings
finding-list-title = { $count ->
    [0] No unfinished findings
    [one] One unfinished finding
   *[other] { $count } unfinished findings
}
# $late (Number) findings
finding-list-lede = { $late ->
    [0] None is overdue.
    [one] One is overdue.
   *[other] { $late } are overdue.
}
finding-add = Record finding
finding-show-running = Unfinished ones
finding-show-all = All findings
finding-any-severity = Any severity
finding-late-only = Overdue only
# $shown and $all (String) numbers
finding-shown = { $shown } of { $all } shown
# $from, $to and $all (String) numbers
finding-page = { $from } to { $to } of { $all }
finding-column-actions = Actions
finding-empty = No findings yet
finding-empty-text = A finding comes from an item of an audit that falls short, from a sign in the decision records, or is recorded here.
finding-none = No finding fits
# $count (Number) earlier findings
finding-again = { $count ->
    [one] found once before
   *[other] found { $count } times before
}
# $day (String)
finding-late-owner = overdue since { $day }: its owner
finding-late-superior = overdue since { $day }: the owner’s superior
finding-late-approver = overdue since { $day }: the approver

## Page
# $system and $state (String)
finding-lede = { $system }. { $state }.
# $count (Number) earlier findings
finding-again-long = { $count ->
    [one] The same was found once before.
   *[other] The same was found { $count } times before.
}
finding-about = What was found
finding-clause = Clause
finding-clause-none = None
finding-question = Question that fell short
finding-risks = Risks
finding-cause = Cause
finding-effect = Effect
finding-by-rule = by our method’s table
# $severity and $reason (String)
finding-not-proposed = instead of “{ $severity }” by the method’s table: { $reason }
finding-actions = Actions
finding-recorded = Recorded
finding-actions-none = No action yet. Remedy begins with an action that has an owner and a due date.
finding-steps = Steps
finding-steps-none = No step was taken yet.
finding-alone = own work verified
finding-alone-warn = You would verify your own work: you said that it is remedied, or own an action. This is allowed and stays visible.
finding-earlier = Found before
finding-later = Found again
# $day (String)
finding-accepted-until = Accepted until { $day }; after that it is open again.
finding-ran-out = It was accepted until { $day } and is open again.
# $state (String)
finding-moved = The finding is now: { $state }.
finding-until = Last day
finding-until-hint = From the next day on the finding is open again.
finding-note-start_remedy = Remark
finding-note-remedied = What was done
finding-note-verify = What was looked at
finding-note-send_back = What is still missing
finding-note-accept = Why it can stand until then
finding-note-reopen = Why it is reopened

## Form
finding-new = Record a finding
finding-new-lede = It is recorded in the audit that is running for the AI system; if there is none, one is started.
finding-edit = Change finding
# $title (String) what was found
finding-edit-title = Change “{ $title }”
finding-save = Save finding
finding-saved = The finding is saved.
finding-failing = How it fell short
finding-failing-fails = Fails
finding-failing-partly = Conforms in part
# $severity (String)
finding-proposed = Our method’s table proposes “{ $severity }”. Another one needs a reason.
finding-proposed-none = Our method’s table proposes one where a question fell short.
finding-severity-reason = Why another severity
# $count (Number) risks
finding-risks-count = { $count ->
    [0] Risks that it bears on
    [one] One risk that it bears on
   *[other] { $count } risks that it bears on
}

## Ledger page
ledger-title = Rectification ledger
ledger-lede = Every finding with its actions as a spreadsheet. Fill in states, owners, dates and remarks and read it again: you see every change first, and it is taken as a whole or not at all.
ledger-file = rectification-ledger.xlsx
ledger-write = Export ledger
# $path (String)
ledger-written = The ledger was exported: { $path }
ledger-read = Read a ledger
ledger-drop = Drop a filled-in ledger here, or choose it
ledger-drop-hint = XLSX or CSV, with the columns of ids and revisions as they were exported
# $count (Number) changes
ledger-take = { $count ->
    [one] Take one change
   *[other] Take { $count } changes
}
# $findings and $actions (Number)
ledger-taken = Taken: findings { $findings }, actions { $actions }.
# $file, $rows (String), $count (Number)
ledger-changes = { $count ->
    [0] { $file } changes nothing in { $rows } rows.
    [one] { $file } changes one value in { $rows } rows. Nothing is written yet.
   *[other] { $file } changes { $count } values in { $rows } rows. Nothing is written yet.
}
# $file (String), $count (Number)
ledger-problems = { $count ->
    [one] One value in { $file } can’t be taken. Nothing is written.
   *[other] { $count } values in { $file } can’t be taken. Nothing is written.
}
ledger-problem-caption = Values that can’t be taken
ledger-change-caption = Changes
ledger-row = Row
ledger-column = Column
ledger-what = What
ledger-before = Before
ledger-after = After
ledger-nothing = nothing
