# The terminal: help and what commands say.

cli-about = Assay: assess the AI systems you use, offline
cli-option-json = Print the answer as JSON (schemas: assay schema)
cli-option-lang = Language of help and messages
cli-option-passphrase-file = Read the passphrase from this file; otherwise it comes from ASSAY_PASSPHRASE
cli-option-new-passphrase-file = Read a new person’s passphrase from this file; otherwise it comes from ASSAY_NEW_PASSPHRASE

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
cli-assessment = Assessments
cli-assessment-list = List assessments
cli-assessment-start = Begin an assessment; context is scenario,autonomy,scale from 1 to 5
cli-assessment-show = Show an assessment or its result
cli-assessment-answer = Answer a question: met, partly, not_met, na, unknown or not_yet_due
cli-assessment-measure = Say how far a countermeasure is in place, 0 to 4
cli-assessment-rate = Rate a risk, or say why it does not apply
cli-assessment-confirm = Confirm every rating that is still a proposal
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
