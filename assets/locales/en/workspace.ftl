# First screen, creating and opening a workspace, overview, settings, persons.

## First screen
start-workspaces = Workspaces
start-title = Choose a workspace
start-lead = A workspace is one encrypted file on this computer. Assay opens no network connection and sends nothing anywhere.
start-recent = On this computer
start-missing = file not found
start-new = New workspace
start-open = Open a file
start-open-title = Open a workspace
start-sample = Explore the sample
start-sample-name = Sample workspace
start-sample-passphrase = The sample’s passphrase is: sample workspace
start-verify = Verify a report
# $name (String) name of the workspace file
start-unlock = Unlock { $name }
start-passphrase = Passphrase
start-passphrase-missing = Enter your passphrase
start-unlock-button = Unlock
start-not-opened = The workspace could not be opened
start-lost = Everybody has their own passphrase; it also says who you are. Nobody can open the file without one, not even its makers.
start-first-title = From here to a signed report
start-first-create = Create a workspace for your organisation and choose your passphrase.
start-first-system = Add an AI system, by form or from a spreadsheet.
start-first-assess = Answer the questions on clauses (a) to (i), one at a time. You can stop at any moment and come back to the same question.
start-first-sign = Read the grade and why it is so, have it reviewed, and sign the report.
start-first-sample = The sample shows all of this for an invented organisation with three AI systems.
start-secrets-title = Do not enter state secrets.
start-secrets-text = Assay is for public and internal material only.
# $version (String) version of the program
start-version = Assay { $version }, AI Safety Governance Framework V1.0, section 6.3

## Creating a workspace
create-title = Create a workspace
create-lead = One workspace holds everything of one organisation: its AI systems, assessments, evidence and reports.
create-fact-one-file = One file
create-fact-one-file-text = Copy it to back it up; nothing is kept elsewhere.
create-fact-passphrase = Your passphrase is the key
create-fact-passphrase-text = It can’t be reset. Write it down and keep it where only you can get it.
create-fact-people = Others join later
create-fact-people-text = In the settings you add people, each with their own passphrase and roles. You begin as administrator.
create-back = Back to the list of workspaces
create-person = Your name
create-person-missing = Enter a name, or a post in its place; it is printed on reports
create-post = Your post
create-organisation-missing = Enter the name of the organisation
create-passphrase = Passphrase
create-passphrase-again = Passphrase once more
create-passphrase-hint = At least eight characters; several words are easier to remember and harder to guess.
create-passphrase-short = Choose a passphrase of at least eight characters
create-passphrase-differs = The two passphrases differ; enter the same one twice
create-place = File
create-place-title = Where the workspace is kept
create-button = Create workspace

## Overview
# $count (Number) all things
overview-title = { $count ->
    [one] { $count } thing to do
   *[other] { $count } things to do
}
# $count (Number) all things, $late (Number) the overdue among them
overview-title-late = { overview-title }, { $late } overdue
overview-nothing = Nothing to do
# $day (String) weekday and day, $entries (String) number of history entries
overview-lede = { $day }. Every change is in the history, { $entries } entries so far.
# $days (Number) days past the due date
overview-overdue = { $days ->
    [one] one day overdue
   *[other] { $days } days overdue
}
overview-due-today = due today
# $day (String) formatted day
overview-due = by { $day }
# $day (String) formatted day
overview-since = since { $day }
# $system (String) name of the AI system, $owner (String) who owns the action
overview-action-text = { $system }. Owner: { $owner }.
# $system (String) name of the AI system
overview-running = Assessment of { $system }
# $state (String), $answered and $inScope (Number)
overview-running-text = { $answered } of { $inScope } questions answered. { $state }.
overview-continue = Continue
# $count (Number) reports
overview-unsigned = { $count ->
    [one] One report lacks a signature
   *[other] { $count } reports lack a signature
}
overview-unsigned-text = A report counts once everybody who is expected to sign has signed.
overview-unsigned-button = Read and sign
# $count (Number) AI systems
overview-unassessed = { $count ->
    [one] One AI system in use has no signed assessment
   *[other] { $count } AI systems in use have no signed assessment
}
overview-unassessed-text = Section 6.3 asks for an assessment before use and after each change.
overview-unassessed-button = Show
overview-empty-title = No AI system yet
overview-empty-text = Begin with the AI systems that take part in decisions. Add one by form, or bring in your inventory from a CSV or XLSX file.
overview-systems = AI systems by residual risk grade
# $shown and $all (Number) systems, $spread (String) how many have which grade
overview-shown = { $shown } of { $all } shown. { $spread }
# $grade (String) name of the grade, $count (String) how many systems
overview-grade-count = { $count } { $grade }
overview-all = All systems
overview-column-system = System and version
overview-column-grade = Residual risk grade
overview-column-interval = Interval
overview-column-trend = Since last assessment
overview-column-tier = Application tier
overview-column-actions = Open actions
overview-column-assessed = Last changed

## Settings
settings-window = This window
settings-reminders = Notify me of what is due
settings-reminders-hint = When a workspace is opened and while it stays open; at most once a day for each thing, showing counts only.
reminder-title = Assay: something is due
# $count (Number) reports of incidents
reminder-overdue = { $count ->
    [one] One report of an incident is overdue.
   *[other] { $count } reports of incidents are overdue.
}
# $count (Number) reports of incidents
reminder-running = { $count ->
    [one] One report of an incident must be made in time.
   *[other] { $count } reports of incidents must be made in time.
}
# $count (Number) recurring checks
reminder-checks = { $count ->
    [one] One recurring check is due.
   *[other] { $count } recurring checks are due.
}
settings-organisation-title = Organisation
settings-organisation = Organisation
settings-unit = Department or unit
settings-time-zone = Time zone
settings-report-language = Default report language
settings-paper = Paper size
settings-paper-a4 = A4
settings-paper-letter = Letter
settings-logo = Logo
settings-logo-hint = Printed on the cover of every report beside the name of the organisation. PNG or SVG.
# $organisation (String) its name
settings-logo-alt = Logo of { $organisation }
settings-logo-choose = Choose logo
settings-logo-other = Choose another
settings-logo-remove = Remove logo
settings-logo-none = No logo has been chosen.
settings-logo-set = Later reports show the logo.
settings-logo-removed = Later reports show no logo.
settings-marking = Marking
settings-marking-hint = Printed on every report and export.
settings-classification = Classification
settings-circulation = Circulation
settings-document-number = Prefix of the document number
settings-basis = Basis
settings-organisation-save = Save organisation
settings-privacy-save = Save privacy settings
settings-saved = The settings are saved.
settings-read-only = Only an administrator can change these.
settings-persons = People
settings-persons-text = Each unlocks with their own passphrase and signs with their own key.
settings-privacy = People in decision records
settings-privacy-text = Records name reviewers by pseudonyms. Nobody is ranked.
settings-names = Keep names of reviewers too
settings-names-hint = Each name is sealed. Administrators alone can open it, and the history says who looked.
settings-retention = Months for which texts are kept
settings-retention-hint = Empty keeps them for good. Nothing is erased until an administrator does so below.
settings-names-show = Show names
settings-names-title = Names of reviewers
settings-names-warning = The history will say that you looked at the names of reviewers.
settings-names-none = No name is kept yet.
settings-names-pseudonym = Pseudonym
settings-names-erase = Erase names
# $count (Number) how many names
settings-names-erase-text = { $count ->
    [one] The one name that is kept is erased for good. The pseudonym stays.
   *[other] All { $count } names that are kept are erased for good. The pseudonyms stay.
}
settings-thin = Erase texts older than the retention period
# $before (String) a day, $count (Number) how many records
thin-text = { $count ->
    [one] One record decided before { $before } loses case number, texts and reviewer for good. Figures by reviewer go with them; all other counts stay as they are.
   *[other] { $count } records decided before { $before } lose case number, texts and reviewer for good. Figures by reviewer go with them; all other counts stay as they are.
}
# $before (String) a day
thin-nothing = No record decided before { $before } has texts left.
thin-system = AI system
thin-records = Records
thin-labels = Labels that stay
thin-others = Other texts in the place of a label
thin-copies = Backups and copies made earlier still hold the texts.
thin-sure = I know that the texts can’t be brought back
thin-start = Erase for good
thin-looking = Looking for records older than the retention period
thin-running = Erasing texts. Saving goes on meanwhile.
# $count (Number) how many records
thin-done = { $count ->
    [one] The texts of one record are erased.
   *[other] The texts of { $count } records are erased.
}
thin-stop = Stop
# $count (Number) how many records
thin-stopped = { $count ->
    [0] Stopped. Nothing was erased.
    [one] Stopped. The texts of one record are erased for good.
   *[other] Stopped. The texts of { $count } records are erased for good.
}
settings-own = Your passphrase
# $name (String) the person who is here
settings-own-text = You are here as { $name }.
settings-passphrase-change = Change passphrase
settings-passphrase-current = Current passphrase
settings-passphrase-new = New passphrase
settings-passphrase-changed = Your passphrase is changed.
settings-about = About
settings-version = Version
settings-framework = Framework
# $name, $issuer (String) of the framework
settings-edition = { $name }, { $issuer }
settings-method = Grading method (ours)
settings-method-digest = SHA-256 of the method

## Persons
person-add = Add person
person-change = Change person
# $name (String) the person
person-change-named = Change { $name }
person-name = Name
person-name-hint = As it is printed on reports; a post may stand in its place.
person-title = Post or department
person-roles = Roles
person-roles-missing = Choose at least one role
person-added = Added
person-you = (you)
person-passphrase = First passphrase
person-passphrase-hint = At least eight characters. Give it only to this person, who changes it after unlocking for the first time.
# $name (String) the person
person-saved = { $name } is saved.
role-hint-administrator = settings and people
role-hint-assessor = answers, rates, makes reports
role-hint-reviewer = reviews and returns
role-hint-approver = approves results, accepts residual risk
role-hint-operator = records decisions
role-hint-inspector = reads only

locked-link = Record a failure or a drill without the passphrase
taken-in = { $count ->
    [one] One entry recorded while the workspace was locked was taken in.
   *[other] { $count } entries recorded while the workspace was locked were taken in.
}
taken-in-damaged = { $count ->
    [one] One entry that was recorded while the workspace was locked is damaged; the rest was taken in, and the file is kept beside the workspace with the ending -drills.damaged.
   *[other] { $count } entries that were recorded while the workspace was locked are damaged; the rest was taken in, and the file is kept beside the workspace with the ending -drills.damaged.
}
taken-in-waiting = What was recorded while the workspace was locked could not be written into it. It waits beside the workspace and is taken in at the next unlocking.
