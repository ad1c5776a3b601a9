# The terminal: help and what commands say.

cli-about = Assay: assess the AI systems you use, offline

cli-new = Make a workspace, or the teaching sample
cli-check = Check pages, structure, history, evidence and keys of a workspace
cli-history = Show the newest changes
cli-verify = Verify reports: signatures, facts inside, grade recomputed
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
cli-report = Reports
cli-report-list = List reports
cli-report-make = Make a report of an approved assessment
cli-report-sign = Sign a report as the next expected signer
cli-report-export = Write a report to a file
cli-method = The grading method as pure functions
cli-method-show = Print the method’s tables
cli-method-grade = Grade an input from standard input
cli-method-clause-level = Compute a clause’s level from standard input
cli-method-answers = Compute levels and grade from answers on standard input

cli-said-new = Workspace made: { $path }
cli-said-sample = Sample workspace made: { $path } (passphrase { $passphrase })
cli-said-person = { $name } was added.
cli-said-system = AI system { $id } was added.
cli-said-import = { $added } AI systems imported, { $known } were known already.
cli-said-import-check = { $valid } rows can be imported, { $known } are known already.
cli-said-start = Assessment { $id } begun.
cli-said-grade = { $grade } (interval { $best } to { $worst }), application tier { $tier }, confidence { $confidence }; { $answered } of { $total } questions answered.
cli-said-report = Report { $id } made.
cli-said-signed = Signed. State: { $state }
cli-said-export = Written: { $path }

err-passphrase-missing = No passphrase: use --passphrase-file or set { $variable }.
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
cli-arg-command = Command of the contract, such as system_list
cli-arg-request = JSON file with the request; - reads standard input
cli-arg-folder = Folder for the manual pages
cli-arg-name = Name; of a person, the name or role title as printed on reports
cli-arg-title = Post or unit
cli-arg-roles = Roles, separated by commas: administrator, assessor, reviewer, approver, operator, inspector
cli-arg-reference = The organisation’s own number of the AI system
cli-arg-facts = JSON file with the facts of the AI system; what is missing stays empty
cli-arg-file = The file
cli-arg-mapping = JSON file that says which column holds which fact; proposed from the headings if not given
cli-arg-dry-run = Only say what would be imported
cli-arg-out = Where to write; a table ends in .csv or .xlsx
cli-arg-system = The AI system, by its own number or id
cli-arg-context = Scenario, autonomy and scale from 1 to 5, such as 3,4,2
cli-arg-profile = Profile that proposes the ratings, such as public-chatbot
cli-arg-depth = quick or full; proposed from the application tier if not given
cli-arg-from = First day of the period; the present quarter if not given
cli-arg-to = Last day of the period
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
cli-arg-signers = Who shall sign, in order, as role:name,role:name; you yourself if not given
cli-arg-report-lang = Language of the report: en or zh-CN
cli-arg-sign = Sign it at once as the next expected signer
cli-arg-report = The report by its id
cli-arg-lines = One input a line, one answer a line

## What is not understood
# $value (String) what was typed
cli-refused-argument = There is no option { $value } here. See --help.
cli-refused-command = There is no command { $value } here. See --help.
cli-refused-missing = This is missing: { $value }. See --help.
cli-refused-twice = { $value } can’t be given here, or not twice. See --help.
cli-refused-value = { $value } has no value that is understood. See --help.
cli-refused-other = This can’t be understood: { $value }. See --help.
