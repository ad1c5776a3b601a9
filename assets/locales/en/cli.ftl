# The terminal: help and what commands say.

cli-about = Assay: assess the AI systems you use, offline

cli-new = Make a workspace, or the teaching sample
cli-check = Check pages, structure, history, evidence and keys of a workspace
cli-logo = Show, choose or take away the logo of the organisation
cli-privacy = Show or set whether names of reviewers are kept, and for how long the texts of decision records are
cli-history = Show the newest changes
cli-verify = Verify reports: signatures, facts inside, grade recomputed
cli-verify-without-record = Records to print are made by “assay verify --record”, which has the fonts.
cli-schema = Print the JSON schemas of the contract
cli-call = Run any command of the contract with a JSON request
cli-man = Write the manual pages into a folder
cli-person = Persons of a workspace
cli-person-list = List everybody
cli-person-add = Add a person with roles such as reviewer,approver
cli-system = AI systems
cli-system-list = List all AI systems
cli-system-add = Add an AI system from a JSON file
cli-system-import = Import a CSV or XLSX table
cli-system-export = Write all AI systems to a CSV or XLSX table
cli-assessment = Assessments
cli-assessment-list = List assessments
cli-assessment-start = Begin an assessment; context is scenario,autonomy,scale from 1 to 5
cli-assessment-show = Show an assessment or its result
cli-assessment-answer = Answer a question: met, partly, not_met, na, unknown or not_yet_due
cli-assessment-measure = Say how far a countermeasure is in place, 0 to 4
cli-assessment-rate = Rate a risk, or say why it does not apply
cli-assessment-confirm = Confirm every rating that is still a proposal
cli-assessment-fill = Save many answers, measures and ratings from a JSON file
cli-assessment-submit = Hand over for review; signers as role:name,role:name
cli-assessment-approve = Approve
cli-assessment-return = Give back for changes
cli-audit = Recurring checks, and audits from the checklist to the comparison
cli-audit-plan = Plan a recurring check of one AI system or several
cli-audit-due = Show what is due within thirty days, what is overdue and what was missed
cli-audit-check = Record a check that was carried out
cli-audit-list = List audits with their results
cli-audit-schedule = Plan a single audit ahead, beside those that the programme makes due
cli-audit-start = Begin an audit; its checklist starts from the last one
cli-audit-show = Show the checklist of an audit
cli-audit-record = Record the result of one question
cli-audit-evidence = Attach a file or a reference to a question, or take a piece off (--detach)
cli-audit-close = Close an audit for good
cli-audit-compare = Compare an audit with the one before, or with another
cli-audit-packs = List question packs
cli-audit-pack-add = Save a question pack from TOML or XLSX, or list what is wrong with it by line
cli-decision = The log of decisions, reasons for an override, and volumes
cli-decision-add = Record a decision; without --at it was made now
cli-decision-list = List decisions, newest first; corrected records are left out
cli-decision-show = Show a record with its chain of corrections and its evidence
cli-decision-correct = Supersede a record by a new one; what is not given stays as it is
cli-decision-evidence = Attach a file or a reference to a record, by a new one that supersedes it
cli-decision-counts = Count records by disposition and overrides by reason
cli-decision-import = Import decision records or volumes from CSV, XLSX or JSON Lines, all rows or none
cli-decision-map = Write the mapping that is remembered or proposed for a file as TOML
cli-decision-imports = List imports, newest first
cli-decision-import-undo = Undo a whole import
cli-decision-thin = Erase the texts of decision records past their period, for good; the figures stay
cli-decision-stats = Analyse decisions: rates with intervals, control chart, agreement, reasons, who was right, signs of rubber-stamping, like cases, reviewers; several --system print one line of JSON each
cli-decision-reasons = List the reasons for an override
cli-decision-reason-add = Add a reason for an AI system, in both languages
cli-decision-volume = Totals or exposure of a day, a week or a month
cli-decision-volume-add = Record a volume, or replace one
cli-decision-volume-list = List volumes: issued / accepted / modified / overridden / automatic / not reviewed, then exposure
cli-finding = Findings of audits
cli-finding-list = List findings, newest first
cli-finding-show = Show a finding with its actions, steps and earlier ones
cli-finding-add = Record a finding; with --question and --failing the method’s table proposes the severity
cli-finding-move = Take a step: start_remedy, remedied, verify, send_back, accept or reopen
cli-finding-ledger-write = Export the rectification ledger as a spreadsheet
cli-finding-ledger-read = Take a filled-in ledger in, every row or none
cli-audit-sample = Samples of audits
cli-audit-sample-draw = Draw a sample from decision records (--from, --to), a list (--file, --column), numbered things (--name, --size) or those that come next (--name)
cli-audit-sample-list = List samples
cli-audit-sample-show = Show a sample with its items and what they say
cli-audit-sample-record = Record the result of an item: conforms, deviates or not_available
cli-reviewer = Reviewers of decisions
cli-reviewer-names = Show the names behind pseudonyms, where names are kept; for administrators, and the history says who looked
cli-report = Reports
cli-report-list = List reports
cli-report-make = Make a report of an approved assessment, or with --kind of an audit, the ledger, an incident, a fallback plan, a drill, the overview, decision records or two assessments compared
cli-report-sign = Sign a report as the next expected signer
cli-report-copy = Write an editable copy of a report to a DOCX file, unsigned
cli-report-export = Write a report to a file
cli-report-redact = Write a signed copy of a report from which something is removed
cli-report-body = Write a report with its evidence into a folder or zip file that can be checked without this program
cli-method = The grading method as pure functions
cli-method-show = Print the method’s tables
cli-method-grade = Grade an input from standard input
cli-method-clause-level = Compute a clause’s level from standard input
cli-method-answers = Compute levels and grade from answers on standard input

cli-said-new = Workspace made: { $path }
cli-said-sample = Sample workspace made: { $path } (passphrase { $passphrase })
cli-said-logo = Reports made from now on show the logo.
cli-said-logo-none = Reports made from now on show no logo.
cli-said-person = { $name } was added.
cli-said-system = AI system { $id } was added.
cli-said-import = AI systems imported: { $added }; known already: { $known }.
cli-said-import-check = Rows that can be imported: { $valid }; known already: { $known }.
cli-said-start = Assessment { $id } begun.
cli-said-grade = { $grade } (interval { $best } to { $worst }), application tier { $tier }, confidence { $confidence }; { $answered } of { $total } questions answered.
cli-said-plan = Plan { $id } was made; first due { $first }.
cli-said-check = Check { $id } was recorded.
cli-said-audit-schedule = Audit { $id } is planned; due { $due }.
cli-said-audit-start = Audit { $id } has begun; questions: { $count }.
cli-said-pack = Question pack { $id } was saved; questions: { $count }.
cli-said-decision = Decision { $id } was recorded.
cli-said-decision-correct = Decision { $id } supersedes { $before }.
cli-said-decision-import = Records imported: { $fresh }; known already: { $known }; more than once in the file: { $repeated }; left out by the mapping: { $leftOut }.
cli-said-decision-import-trial = Records that can be imported: { $fresh }; known already: { $known }; more than once in the file: { $repeated }; left out by the mapping: { $leftOut }. Nothing was imported.
cli-said-decision-import-refused = Values that can’t be taken: { $problems }; rows concerned: { $rows }. Nothing was imported.
cli-said-decision-import-undo = The import was undone; records: { $count }.
# $records (Number) how many records, $before (String) a day
cli-said-thin = { $records ->
    [0] No record decided before { $before } had texts left.
    [one] One record decided before { $before } lost its texts for good.
   *[other] { $records } records decided before { $before } lost their texts for good.
}
# $before (String) a day
cli-said-thin-trial = Records decided before { $before } would lose their texts. Nothing was erased.
cli-thin-system = AI system
cli-thin-records = Records
cli-thin-labels = Labels that stay
cli-thin-others = Other texts in the place of a label
cli-said-names-kept = Names of reviewers are kept; administrators alone can read them.
cli-said-names-not-kept = Names of reviewers are not kept.
# $months (Number) how many months
cli-said-retention = { $months ->
    [one] Texts of decision records are kept for one month.
   *[other] Texts of decision records are kept for { $months } months.
}
cli-said-retention-none = Texts of decision records are kept for good.
cli-said-more = There are more: --after { $after }
cli-said-volume = Volume { $id } was recorded.
cli-said-finding = Finding { $id } was recorded.
# $state (String)
cli-said-finding-move = The finding is now: { $state }.
cli-said-ledger-written = The ledger was exported: { $path }
cli-said-ledger-taken = Taken: findings { $findings }, actions { $actions }.
# $size and $all (Number); $all is empty where nobody knows
cli-said-sample-size = { $all ->
    [0] { $size } items
   *[other] { $size } items of { $all }
}
# Shares in percent
cli-said-sample-estimate = { $deviating } of { $of } deviate; so between { $from } % and { $to } % of all do. A rate of { $tolerable } % is { $excluded ->
    [true] excluded
   *[other] not excluded
}.
cli-said-report = Report { $id } made.
cli-said-signed = Signed. State: { $state }
cli-said-export = Written: { $path }
# $path (String) where
# $files (Number) evidence files
cli-said-body = { $files ->
    [one] Written with one evidence file: { $path }
   *[other] Written with { $files } evidence files: { $path }
}

err-passphrase-missing = No passphrase: use --passphrase-file or set { $variable }.
err-password-missing = No password for the PKCS#12 file: use --pkcs12-password-file or set { $variable }.
err-pin-missing = No PIN for the token: use --pin-file or set { $variable }.
err-system-unnamed = There is no AI system { $named }. See assay system list.
err-assessment-unnamed = There is no assessment { $named }, nor an AI system of that name that has one. See assay assessment list.

## Words of the help
cli-word-usage = Usage:
cli-word-commands = Commands
cli-word-command = COMMAND
cli-word-arguments = Arguments
cli-word-options = Options
cli-word-any-options = [OPTIONS]

## Arguments and options, by their names
cli-arg-json = Print the answer as JSON (schemas: assay schema)
cli-arg-lang = Language of help and messages
cli-arg-passphrase-file = Read the passphrase from this file; otherwise it comes from ASSAY_PASSPHRASE
cli-arg-new-passphrase-file = Read a new person’s passphrase from this file; otherwise it comes from ASSAY_NEW_PASSPHRASE
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-workspace = Workspace file (ends in .assay)
cli-arg-organisation = Name of the organisation
cli-arg-person = Name or role title of the first person
cli-arg-time-zone = Time zone of the workspace, such as Asia/Shanghai (the default)
cli-arg-sample = Make the teaching sample, with its published passphrase
cli-arg-limit = How many entries, up to 500; 50 if not given
cli-arg-pdf = Reports, or folders of reports
cli-arg-csv = Print a table with one row a file
cli-arg-trust = Trust the certificates in this file (PEM or DER); may be given several times
cli-arg-record = Write a record of the verification of one file to print, as a PDF, to this file
cli-arg-seen = SHA-256 of the PDF that was read; a report that is another one by now is not signed
cli-arg-command = Command of the contract, such as system_list
cli-arg-request = JSON file with the request; - reads standard input
cli-arg-folder = Folder for the manual pages
cli-arg-name = Name; of a person, the name or role title as printed on reports
cli-arg-title = Post or unit
cli-arg-roles = Roles, separated by commas: administrator, assessor, reviewer, approver, operator, inspector
cli-arg-reference = The organisation’s own number of the AI system
cli-arg-facts = JSON file with the facts of the AI system; what is missing stays empty
cli-arg-file = The file
cli-arg-picture = PNG or SVG file of the logo
cli-arg-remove = Take the logo away
cli-arg-hide-persons = Remove names and posts of persons
cli-arg-hide-organisation = Remove the names of the organisation, of units and of the supplier
cli-arg-hide-evidence = Remove the names of evidence, what it shows and where it is kept
cli-arg-hide-notes = Remove notes and reasons
cli-arg-hide-answers = Remove the answers to these questions, separated by commas
cli-arg-hide-words-file = Remove the words in this file wherever they stand, one per line
cli-arg-with-evidence = Write the evidence files too, readable by anybody
cli-arg-mapping = JSON or, for decisions, TOML file that says which column holds what; proposed from the headings if not given
cli-arg-import = The import by its id
cli-arg-dry-run = Only say what would be imported
cli-arg-keep-names = Keep names of reviewers, sealed so that administrators alone can read them: yes or no; no erases those that were kept
cli-arg-retention-months = For how many months texts are kept, 1 to 1200, or none to keep them for good
cli-arg-out = Where to write; a table ends in .csv or .xlsx
cli-arg-audit = Id of the audit
cli-arg-kind = Kind of check; a system audit if not given. Of an incident: event or near_miss
cli-arg-every = Cadence such as 3m (months) or 6w (weeks); what the application tier asks for if not given
cli-arg-first-due = First due date; one interval from today if not given
cli-arg-on = Day on which it was carried out
cli-arg-found = What it came to
cli-arg-due = Day on which the audit is due; what the programme says if not given
cli-arg-dimensions = Dimensions, separated by commas: scenario, safety, reliability, controllability, programme; the last audit’s scope if not given
cli-arg-questions = Single questions of clause b, by their ids
cli-arg-packs = Ids of question packs, separated by commas
cli-arg-no-carry = Carry no result of the last audit
cli-arg-observation = What was seen
cli-arg-conclusion = What the audit comes to in words
cli-arg-with = Id of an earlier audit of the same AI system
cli-arg-system = The AI system, by its own number or id
cli-arg-context = Scenario, autonomy and scale from 1 to 5, such as 3,4,2
cli-arg-profile = Profile that proposes the ratings, such as public-chatbot
cli-arg-depth = quick or full; proposed from the application tier if not given
cli-arg-from = First day of the period; if not given, an assessment takes the present quarter, an analysis the past year
cli-arg-to = Last day of the period; if not given, a volume takes the first day, an analysis today
cli-arg-decision = The record by its id
cli-arg-disposition = accepted, modified, overridden, deferred or no_ai_output; a list takes several with commas
cli-arg-at = When it was decided, such as 2026-11-24T18:45 in the workspace’s time zone, or with an offset
cli-arg-case = The case in the organisation’s own numbering; a list takes a part of it
cli-arg-point = Decision point
cli-arg-category = Kind of case, so that similar ones can be compared
cli-arg-output = What the AI advised
cli-arg-final = What the person decided
cli-arg-reason-code = Code of the reason, such as wrong-fact; needed with modified and overridden
cli-arg-reason-text = Reason in words
cli-arg-reviewer = Who decided; the record keeps a pseudonym of the name, and an analysis takes the pseudonym
cli-arg-first = What the person thought before seeing the AI output
cli-arg-model-version = Model version
cli-arg-prompt-version = Version of the prompt or configuration
cli-arg-output-at = When the AI’s result was there
cli-arg-outcome = What turned out to be true
cli-arg-outcome-at = When the outcome became known
cli-arg-outcome-source = From where the outcome is known
cli-arg-evidence = Evidence of the workspace by its ids, separated by commas
cli-arg-attach = The file to attach
cli-arg-detach = Id of the piece of evidence to take off
cli-arg-standing = How far it is evidence: attached, or current and from somebody independent
cli-arg-locator = Where something that is no file here is kept
cli-arg-shows = What it shows
cli-arg-dated = The date it bears, such as 2026-03-31
cli-arg-digest-only = Keep the file’s digest, not its content
cli-arg-entry = JSON file with the fields of the record; - reads standard input
cli-arg-confidence = AI confidence from 0 to 1
cli-arg-latency-ms = Milliseconds from the AI’s result to the decision; from the two times if not given
cli-arg-harm-if-followed = Harm if the AI had been followed, 0 none to 4 worst
cli-arg-harm-if-wrong = Harm if the person is wrong, 0 none to 4 worst
cli-arg-reversible = Whether the decision can be undone: yes or no
cli-arg-seeded = The output was a known wrong sample
cli-arg-after = Where the page begins, as the page before said
cli-arg-code = Code of the reason: up to 40 lower-case letters, digits and dashes
cli-arg-name-en = Name in English
cli-arg-name-zh = Name in Chinese
cli-arg-issued = AI outputs issued; what is not given is not known
cli-arg-accepted = Followed by a person as they were
cli-arg-modified = Followed by a person after a change
cli-arg-overridden = Not followed
cli-arg-automatic = Took effect without a person
cli-arg-not-reviewed = Not looked at, and without effect so far
cli-arg-exposure = Exposure as a decimal, such as 1234.5; with --unit
cli-arg-unit = hours, kilometres or cases
cli-arg-replaces = The volume that is replaced, by its id
cli-arg-by = Length of a period of the control chart: day, week (the default) or month
cli-arg-direction = Count only overrides that are stricter or more_lenient than the AI output
cli-arg-modified-counts = Whether an output used after a change counts as an override: yes (the default) or no
cli-arg-label-order = Labels from lenient to strict, separated by commas; labels that are numbers have their own order
cli-arg-tau = Override rate below which looking is doubted, as a share; 0.01 if not given
cli-arg-selective = The decision decides which outcomes become known: give bounds and no point
cli-arg-minimum-ms = Least time of a look in milliseconds, as declared for the AI system
cli-arg-all-logged = Every decision is logged, so a log without an acceptance means that there was none
cli-arg-interval = Confidence level of the intervals; 0.95 if not given
cli-arg-settings = JSON file with all settings of the analysis; options on the command line count before it
cli-arg-assessment = The assessment by its id, or an AI system for the assessment changed last
cli-arg-result = Print the whole result with reasons and plan
cli-arg-question = The question, such as h-04
cli-arg-value = met, partly, not_met, na, unknown or not_yet_due
cli-arg-note = A note
cli-arg-reason = The reason; needed with na and for giving back
cli-arg-control = The countermeasure, such as 4.1.1a
cli-arg-level = 0 absent to 4 verified effective
cli-arg-risk = The risk, such as 3.1.1e
cli-arg-likelihood = Likelihood from 1 to 5
cli-arg-impact = Impact from 1 to 5
cli-arg-not-applicable = Why the risk does not apply
cli-arg-input = JSON file; - reads standard input
cli-arg-signers = Who is to sign, in order, as role:name,role:name; if not given, you yourself for an assessment and nobody for other reports
cli-arg-report-lang = Language of the report: en, zh-CN, or both side by side
cli-arg-paper = Paper size of the report: a4 or letter; as in the settings if not given
cli-arg-report-kind = What the report is about: assessment, audit, ledger, incident, fallback_card, drill, overview, decisions or comparison; an assessment if not given
cli-arg-pkcs12 = Sign with the key of this PKCS#12 file instead of your key in the workspace
cli-arg-pkcs12-password-file = Read the file’s password from this file; otherwise it comes from ASSAY_PKCS12_PASSWORD
cli-arg-pkcs11-module = Sign with a token: path of its PKCS#11 module
cli-arg-token = Serial number or label of the token, where there are several
cli-arg-pin-file = Read the token’s PIN from this file; otherwise it comes from ASSAY_PIN
cli-arg-key = Label or certificate fingerprint of the key, where there are several
cli-arg-sign = Sign it at once as the next expected signer
cli-arg-finding = The finding by its id
cli-arg-step = start_remedy, remedied, verify, send_back, accept or reopen
cli-arg-finding-title = What was found
cli-arg-state = States, separated by commas: open, in_remedy, to_verify, closed, accepted
cli-arg-finding-severity = low, medium, high or critical; a list may name several, separated by commas
cli-arg-severity-reason = Why the severity is not the one that the method’s table proposes
cli-arg-failing = How the question fell short: fails or partly
cli-arg-finding-cause = What it comes from
cli-arg-finding-effect = What it does or may do
cli-arg-overdue = Only what is overdue
cli-arg-until = Last day on which it is accepted, such as 2026-12-31
cli-arg-attribute = What each item is tested for
cli-arg-column = The column that names an item
cli-arg-size = How many there are; without it those that come next are taken
cli-arg-tolerable = Tolerable rate as a share; 0.05 if not given
cli-arg-sureness = Confidence of the sample; 0.95 if not given
cli-arg-expected = Deviations that may turn up; 0 if not given
cli-arg-seed = What the draw begins from, 64 hexadecimal digits; the same seed draws the same items
cli-arg-sample-id = The sample by its id
cli-arg-item = The item by its number, from 1
cli-arg-came = conforms, deviates or not_available
cli-arg-report = The report by its id
cli-arg-lines = One input per line, one answer per line

## What is not understood
# $value (String) what was typed
cli-refused-argument = There is no option { $value } here. See --help.
cli-refused-command = There is no command { $value } here. See --help.
cli-refused-missing = This is missing: { $value }. See --help.
cli-refused-twice = { $value } can’t be given here, or was given twice. See --help.
cli-refused-value = The value of { $value } is not understood. See --help.
cli-refused-other = This can’t be understood: { $value }. See --help.

cli-drill = Drills of the fallback, by stopwatch
cli-drill-list = List drills with the time to manual work and how it compares with the limit
cli-drill-start = Begin a drill: the fault is marked now
cli-drill-mark = Record a moment now: noticed, decided, manual, first_case or restored; or a backlog, errors, a note
cli-drill-finish = End a drill in which manual work was reached
cli-drill-abort = Abort a drill; it counts as failed
cli-drill-evidence = Attach a file or a reference to a drill, or take a piece off (--detach)
cli-drill-show = Show a drill with its times
cli-fallback = Fallback plans
cli-fallback-list = List AI systems with the longest time, the drills in time and the plans
cli-fallback-show = Show a plan and what it lacks
cli-fallback-set = Write a plan, or its next version, from a JSON file
cli-fallback-approve = Approve the last version of a plan
cli-authorisation = Authorisation matrices and stop tests
cli-authorisation-show = Show a matrix beside the version approved before
cli-authorisation-set = Write the next version of a matrix from a JSON list of actions
cli-authorisation-approve = Approve the last version of a matrix
cli-authorisation-test = Record a stop test
cli-arg-drill = The drill, by its id
cli-arg-mark = The moment that is reached now
cli-arg-scenario = What is assumed to fail, and how
cli-arg-observers = Who observes
cli-arg-announced = Those who take part were told before
cli-arg-backlog = How many cases wait now
cli-arg-errors = How many errors were made by now
cli-arg-plan = The fallback plan, by its id
cli-arg-stop-result = What the test showed
cli-arg-seconds = Seconds until the AI had stopped
cli-arg-tester = Who tested
cli-arg-day = The day of the test, such as 2026-11-24
cli-arg-action = Which action was stopped; if not given, the system as a whole
cli-said-drill = Drill { $id } has begun; the fault is marked.
cli-said-fallback-plan = Fallback plan { $id } is at version { $version }.
cli-said-stop-test = Stop test { $id } was recorded.
## Incidents
cli-incident = Incidents, their reports, and reporting duties with their clocks
cli-incident-list = List incidents, those that are not closed first, with the most urgent clock
cli-incident-add = Record an incident; without --noticed it was noticed when it began
cli-incident-show = Show an incident with its clocks
cli-incident-correct = Correct an incident by a new version; what is not given stays as it is
cli-incident-report = Record that an incident was reported, or with --not-due why a duty asks for no report
cli-incident-handle = Say that an incident is over
cli-incident-close = Close an incident: cause and lessons are stated, every duty is answered
cli-incident-reopen = Reopen an incident, for a reason
cli-incident-duties = List the reporting duties
cli-incident-duty = Change a reporting duty or switch it on or off; without --duty, add one of your own from --entry
# $id (String) of the incident
cli-said-incident = Incident { $id } was recorded.
# $id (String) of the incident
cli-said-incident-correct = Incident { $id } was corrected.
# $state (String) the state it is in now
cli-said-incident-step = State: { $state }
cli-said-incident-report = The report was recorded.
# $state (String) how the clock stands; $due (String) when it is due; $hours and $minutes (String) between the two
cli-said-clock = { $state }, due { $due } ({ $hours } h { $minutes } min)
cli-arg-incident = The incident by its id
cli-arg-severity = general, considerable, major or extremely_serious; while it is not given, every clock counts
cli-arg-occurred = When it began, such as 2026-11-24T18:45 in the workspace’s time zone, or with an offset
cli-arg-noticed = When somebody noticed
cli-arg-decided = When somebody decided to switch to manual work
cli-arg-manual = When manual work was running
cli-arg-restored = When the AI system was back, or its work was given up for good
cli-arg-effect = What happened and what it did
cli-arg-people = How many people were affected
cli-arg-cases = How many cases were affected
cli-arg-harm = The harm that was done, 0 none to 4 worst
cli-arg-response = What was done about it
cli-arg-cause = What caused it
cli-arg-lessons = What was learnt
cli-arg-duty = The reporting duty by its id; see assay incident duties
cli-arg-recipient = To whom it was reported; the duty’s recipient if not given
cli-arg-reported = When it was reported; now if not given
cli-arg-reporter = Who reported: a name or a post; whoever records it if not given
cli-arg-receipt = Number of the receipt
cli-arg-supersedes = The report that is replaced, by its id
cli-arg-not-due = The duty asks for no report here; --note says why
cli-arg-active = Whether the duty counts: yes or no
