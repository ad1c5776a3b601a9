# The frame of the window, its general words, and words of the domain that several screens use.

## Frame
skip-link = Skip to content
rail-label = Main
rail-overview = Overview
rail-systems = AI systems
rail-assessments = Assessments
rail-audits = Audits
rail-decisions = Decisions
rail-fallback = Fallback
rail-actions = Actions
rail-reports = Reports
rail-verify = Verify
rail-history = History
rail-settings = Settings
rail-sample = Sample workspace
lock = Lock
find-label = Find anything
find-hint = System, assessment, question or screen
find-none = Nothing found.
# $count (Number) how many were found
find-count = { $count ->
    [one] One found
   *[other] { $count } found
}
# $from and $to (String) formatted days
find-period = { $from } to { $to }

## Keyboard
shortcut-title = Keyboard shortcuts
shortcut-keys = Keys
shortcut-does = What they do
shortcut-find = Find a system, assessment, question or screen
shortcut-decision = Record a decision, from anywhere
shortcut-save = Save the record that is being entered
shortcut-lock = Lock the workspace
shortcut-help = Show these shortcuts
shortcut-back = Go back one screen
shortcut-rows = Move between the rows of a table or the choices of a question
shortcut-open = Open the row; go on to the next question
shortcut-close = Close the dialog

## General words
close = Close
cancel = Cancel
save = Save
add = Add
change = Change
back = Back
open = Open
yes = Yes
no = No
not-given = Not given
optional = optional
field-fixed = can’t be changed
all = All
error-summary = This needs correcting first
save-pending = Saving …
# $at (String) formatted time
save-saved = Saved at { $at }
# $cause (String) the error as a sentence
save-failed = Not saved. { $cause }
# Before links to what could not be saved
save-left = Still to be saved:
save-again = Save again
unsaved-title = Discard what was typed?
unsaved-text = What was entered here has not been saved, and would be lost.
unsaved-stay = Stay
unsaved-discard = Discard
loading = Reading …
file-choose = Choose a file
pager-label = Pages
pager-previous = Newer
pager-next = Older
pager-back = Previous page
pager-on = Next page
language = Language
language-en = English
language-zh-CN = Chinese
language-both = Chinese and English, side by side
theme = Colours
theme-system = Automatic
theme-light = Light
theme-dark = Dark
date-placeholder = YYYY-MM-DD
date-invalid = Write the day as year, month, day, such as 2026-11-24
moment-placeholder = YYYY-MM-DD HH:MM
moment-invalid = Write day and time, such as 2026-11-24 14:05

## Words of the domain
role-administrator = administrator
role-assessor = assessor
role-reviewer = reviewer
role-approver = approver
role-operator = operator
role-inspector = inspector
phase-before_use = Before use
phase-in_use = In use
phase-after_change = After a change
phase-after_incident = After an incident
phase-retired = Retired
area-government = Government
area-energy = Energy
area-finance = Finance
area-transport = Transport
area-health = Health
area-water = Water
area-telecommunications = Telecommunications
area-public_safety = Public safety
area-education = Education
area-industry = Industry
area-other = Other
data-grade-public = public
data-grade-internal = internal
data-grade-personal = personal information
data-grade-sensitive_personal = sensitive personal information
data-grade-important = important data
data-grade-core = core data
# $best and $worst (String) names of grades
grade-interval = { $best } to { $worst }
grade-interval-one = { $best } only
grade-unassessed = not assessed
trend-unchanged = unchanged
# $grade (String) name of the grade before
trend-was = was { $grade }
trend-first = first assessment

# What a redacted copy leaves out
removal-persons = Names and posts of persons
removal-organisation = Names of the organisation, of units and of the supplier
removal-evidence = Names of evidence, what it shows, and where it is kept
removal-notes = Notes and reasons
removal-answers = Answers
removal-words = Single words in texts
