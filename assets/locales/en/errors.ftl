# What went wrong: one message per error code, `err-` and the code. Each says what is wrong, where,
# and what to do.

# $detail (String) what the program reports
err-restart-needed = The program met a fault and can’t go on safely. Close the window and start the program again: everything that the screen called saved is in the file.
err-unexpected = Something unexpected went wrong: { $detail }. Nothing was changed. Try again; if it happens again, tell your administrator.

# Commands
err-command-unknown = This program does not know the command { $command }.
err-option-number = --{ $option } takes a number; “{ $value }” is none that fits.
err-request-malformed = The request is not what the command expects: { $detail }. Correct it and try again.
err-revision-missing = The version that is being changed is missing. Open the page again.
err-cancelled = Cancelled. Nothing was changed.

# Workspace file and keys
err-workspace-closed = No workspace is open. Open one first.
err-workspace-missing = There is no such file. Check the path.
err-workspace-not-one = This file is no Assay workspace. Choose a file that ends in .assay.
err-workspace-newer = This workspace was written by a newer version of the program (format { $file }; this version reads up to { $program }). Use the newer version; the file was not touched.
err-workspace-damaged = The passphrase is right, but the file is damaged ({ $part ->
    [salt] its first 16 bytes
    [first-page] its first page
    [truncated] it is cut short
    [page] one of its pages
   *[content] its content
}). Do not write to it; restore the last backup.
err-workspace-beside-special = { $path } is a folder or a device where a file of the workspace belongs. Move it away, then try again.
err-workspace-name-taken = { $path } is already there and would be taken for a file of the new workspace. It was not touched. Choose another name, or move it away.
err-workspace-altered = Somebody changed the layout of this workspace past the program ({ $kind ->
    [table] table
    [index] index
    [view] view
   *[trigger] trigger
} “{ $name }”). It was not opened, so nothing planted in it could run. Restore the last backup, and find out who knew the passphrase.
err-workspace-open-elsewhere = This workspace is already open in another window or program. Close it there first.
err-workspace-read-only = This workspace can only be read: the file or its folder is write-protected. Copy it to a place where you may write.
err-keys-missing = The file with the keys is missing beside the workspace (same name, ending .assay-keys). Put it back; without it nobody can open the workspace.
err-keys-damaged = The file with the keys (ending .assay-keys) is damaged. Put back the previous one, which lies beside it, or the one of a backup.
err-keys-changed = The file with the keys was changed from outside. Put back an unchanged copy and find out who changed it.
err-keys-foreign = The file with the keys belongs to another workspace. Put the right one beside this workspace.
err-keys-unfit = The file with the keys (ending .assay-keys) does not fit this workspace: it is another workspace’s, or the front of this one is damaged. First put the keys beside it that belong to it. Only if these do not fit either, restore the last backup.
err-history-broken = The history does not hold: an entry was changed or is missing. Check the workspace and compare with a backup.
err-passphrase-wrong = This passphrase does not open this workspace. Check capital letters and the keyboard layout.
err-passphrase-short = A passphrase needs at least { $length } characters. A sentence is easiest to remember.
err-persons-most = { $most } persons can unlock this workspace, and no more can be added. Keep further ones in a workspace of their own.
err-passphrase-taken = Somebody else already uses this passphrase. It says who opens the workspace, so choose another one.

# Files
err-file-missing = The file { $path } is not there. Check the path.
err-file-forbidden = You may not open or write { $path }. Choose another place, or ask for the rights.
err-file-exists = A file of this name is already there; it was not touched. Choose another name.
err-file-of-workspace = { $path } is an Assay workspace or one of the files beside it, or has such a name. It was not touched. Choose another name.
err-file-is-read = { $path } is read by this very command. It was not touched. Choose another name for what is written.
err-file-special = { $path } is a folder, a link or a device, and no file takes its place. Choose another name.
err-file-failed = Reading or writing { $path } failed: { $detail }. Check the place and your rights, then try again.
err-io-failed = Reading or writing failed: { $detail }. Check the place and your rights, then try again.
err-file-folder = { $path } is a folder, but a file is expected here. Choose a file.
err-file-none = { $path } is neither a file nor a folder, such as a pipe or a device, and was not opened. Choose a file.
err-file-not-text = The file { $path } is no text in UTF-8. Save it as UTF-8 and try again.
err-file-too-long = The file { $path } is too large to be read here.
err-memory-short = There is not enough free memory to unlock the workspace: 256 MB are needed. Close other programs and try again.
err-disk-full = The disk is full. Nothing was lost and nothing was changed; free some space and try again.

# Records
err-stale = Somebody saved this in the meantime (version { $current }). What is stored is shown now; enter your change again.
err-not-found = What you asked for is no longer in the workspace. Go back and open the list again.
err-final = This is final and can no longer be changed. Begin a new assessment instead.
err-taken = This value is already in use and was not saved. Choose another one.
err-in-use = This evidence is still attached (places: { $uses }), so it was not removed. Take it off there first.
err-role-missing = Your roles do not allow this. It needs one of: { $roles }.
err-name-empty = Enter a name.
err-title-empty = Say what is to be done.
err-reason-empty = Enter a reason.
err-text-too-long = The text is longer than { $length } characters. Shorten it, or attach it as a file.
err-locator-empty = Say where the reference is kept.
err-organisation-empty = Enter the name of the organisation.
err-time-zone-unknown = { $zone } is no time zone. Use a name such as Asia/Shanghai.
err-roles-empty = Choose at least one role.
err-administrator-last = Somebody must remain administrator. Give another person that role first.
err-reference-taken = Another AI system already has this number. Choose another one.
err-protection-level = The protection level is a number from 1 to 5.

# Assessment
err-context-value = Scenario, autonomy and scale are numbers from 1 to 5.
err-period-reversed = The period must not end before it begins.
err-profile-unknown = There is no profile { $profile }. Check its name.
err-question-unknown = There is no question { $question }. Check its number.
err-measure-unknown = There is no countermeasure { $control }. Check its number.
err-measure-level = A level is a number from 0 to 4.
err-risk-unknown = There is no risk { $risk }. Check its number.
err-rating-value = Likelihood and impact are numbers from 1 to 5.
err-rating-both = A risk that does not apply has neither likelihood nor impact.
err-rating-empty = { $risk } is not rated yet. Rate it first.
err-rating-unconfirmed = Nobody has confirmed yet that this risk does not apply. Confirm the rating first.
err-rating-applies = This risk applies; there is nothing to agree to.
err-same-person = The second person must be somebody other than the one who said it.
err-grade-value = A grade is a number from 1 to 5.
err-grade-input = The input can’t be graded: { $place }, { $value } ({ $reason }).
err-evidence-standing = Evidence is attached, or current and independent.
err-evidence-target = There is nothing with this id to attach evidence to. Check the id.
err-incomplete = Something is still open. The task list says what.
err-step-impossible = This step is not possible in the present state. Open the page again.
err-not-approved = Only an approved assessment can become a report. Have it approved first.
err-signers-count = Choose one to { $most } signers.
err-signer-role = { $person } does not hold the role in which they are to sign. Choose another person or role.

# Findings and samples of audits
err-finding-audit-other = This audit looks at another AI system. Choose an audit of the same one.
err-finding-audit-closed = This audit is closed. Record the finding in a running one.
err-finding-severity-missing = Choose a severity: the method’s table proposes none here.
err-finding-severity-reason = Say why the severity is not the one that the method’s table proposes.
err-finding-clause = There is no clause 6.3({ $clause }). Choose one from (a) to (i).
err-finding-risk = There is no risk { $risk }. Check its number.
err-finding-step = The finding is { $state ->
    [open] open
    [in_remedy] being remedied
    [to_verify] waiting to be verified
    [closed] closed
   *[accepted] accepted for a time
}; from there it can’t { $step ->
    [start_remedy] start remedy
    [remedied] be called remedied
    [verify] be verified
    [send_back] be sent back
    [accept] be accepted
   *[reopen] be reopened
}. Open the page again.
err-finding-action-missing = Remedy can’t begin yet: add an action with an owner and a due date first.
err-finding-actions-running = { $count ->
    [one] One action is not done yet. Finish or drop it first.
   *[other] { $count } actions are not done yet. Finish or drop them first.
}
err-finding-note-missing = Say in words what was looked at, or why this step is taken.
err-finding-until-missing = Accepting needs a last day after today; from the next day on the finding is open again.
err-ledger-not-one = This is no rectification ledger: the columns with the ids and revisions are missing. Export the ledger here, fill it in and read it again.
err-ledger-changed = The file changed since it was looked at. Look at it again first.
err-ledger-refused = { $count ->
    [one] One value can’t be taken (row { $line }, column “{ $column }”). Nothing was changed.
   *[other] { $count } values can’t be taken, the first in row { $line }, column “{ $column }”. Nothing was changed.
}
err-sample-attribute = Say what each item is tested for.
err-sample-population-name = Say what the items are.
err-sample-empty = There is nothing to draw from. Choose another period, file or number.
err-sample-too-many = There are more than { $most } items. Draw from a part of them, such as a shorter period.
err-sample-tolerable = The tolerable rate is a share above 0 % and at most 100 %.
err-sample-expected = As many deviations are expected as would be too many. Raise the tolerable rate or expect fewer.
err-sample-large = The sample would have { $size } items, more than the { $most } that people can look at. Raise the tolerable rate or lower the confidence.
err-sample-column = There is no column “{ $column }” in the file.
err-sample-row = Row { $line } can’t be read in the column “{ $column }”. Nothing was drawn.
err-sample-item-empty = Row { $line } has nothing in the column “{ $column }” that names the items. Nothing was drawn.
err-sample-item-long = The name in row { $line }, column “{ $column }” is too long. Choose the column that names the items. Nothing was drawn.
err-sample-note = Item { $item } deviates: say what was seen.
err-sample-audit-closed = The audit is closed; its samples stay as they are.

# Decision records, reasons and volumes
err-decision-system-missing = Choose the AI system whose output was decided on.
err-decision-disposition-missing = Say what was done with the AI output: accepted, modified, overridden, deferred, or no AI output.
err-decision-reason-missing = Choose a reason: a decision that changes or turns down the AI output needs one.
err-decision-reason-unknown = There is no reason { $code } for this AI system. Choose one of the list, or add it first.
err-decision-reason-text-missing = The reason { $code } says too little by itself. Add it in words.
err-decision-final-missing = Enter what was decided in the end. Only a deferred decision goes without.
err-decision-outcome-missing = Enter the outcome, or leave its time and source empty.
err-decision-time-future = The time of the { $field ->
    [ai_at] AI’s result
    [outcome_at] outcome
   *[decided_at] decision
} lies in the future. Check it, and the clock of the computer.
err-decision-time-early = The time of the { $field ->
    [ai_at] AI’s result
    [outcome_at] outcome
   *[decided_at] decision
} lies before 1990. Check the year.
err-decision-latency-negative = The decision lies before the AI’s result. Check both times, or the latency.
err-decision-latency-long = More than a year lies between the AI’s result and the decision. Check both times, or the latency.
err-decision-confidence = The AI confidence is a number from 0 to 1, such as 0.85.
err-decision-harm = { $field ->
    [harm_if_followed] The harm if the AI had been followed
   *[harm_if_wrong] The harm if the person is wrong
} is a number from 0 (none) to 4 (worst).
err-decision-text-long = This is longer than { $length } characters: { $field ->
    [decided_at] time of the decision
    [ai_at] time of the AI’s result
    [outcome_at] time of the outcome
    [decision_point] decision point
    [model_version] model version
    [prompt_version] prompt version
    [case_key] case number
    [category] category
    [ai_output] AI output
    [reviewer] reviewer
    [human_initial] first judgement
    [human_final] final decision
    [reason_text] reason in words
    [outcome] outcome
   *[outcome_source] source of the outcome
}. Shorten it, or attach it as evidence.
err-decision-text-nul = This holds a character that no text has: { $field ->
    [decided_at] time of the decision
    [ai_at] time of the AI’s result
    [outcome_at] time of the outcome
    [decision_point] decision point
    [model_version] model version
    [prompt_version] prompt version
    [case_key] case number
    [category] category
    [ai_output] AI output
    [reviewer] reviewer
    [human_initial] first judgement
    [human_final] final decision
    [reason_text] reason in words
    [outcome] outcome
   *[outcome_source] source of the outcome
}. Enter it anew.
err-decision-superseded = This record was corrected already. Open it again and correct the latest one.
err-decision-thinned = The texts of this record were erased for good; it can’t be corrected any more.
err-decision-unchanged = Nothing was changed, so there is nothing to record.
err-time-malformed = { $value } is no date and time. Write it as 2026-11-24T18:45, or with an offset as 2026-11-24T18:45:00+08:00.
err-reason-code = { $code } can’t be the code of a reason. Use up to 40 lower-case letters, digits and dashes.
err-reason-name = A reason needs a name in English and in Chinese, each of up to { $length } characters.
err-reason-taken = This AI system already has a reason with this code. Choose another one.
err-volume-period = The period is neither a day, nor a week from Monday to Sunday, nor a calendar month. Choose one of these.
err-volume-future = The period is not over yet, so its totals can still change. Record it when it is over.
err-volume-early = The period lies before 1990. Check the year.
err-volume-empty = Enter totals, an exposure, or both.
err-volume-parts = Accepted, modified, overridden, automatic and not reviewed come to { $parts }, more than the { $issued } outputs issued. Each output is counted once.
err-volume-large = A total is larger than can be right. Check it.
err-volume-exposure = The exposure must be more than zero.
err-volume-overlap = There is a volume from { $from } to { $to } already, and both would count the same outputs. Replace that one instead.
err-volume-superseded = This volume was replaced already. Open the list again.
err-stats-range = The first day, { $from }, lies after the last, { $to }. Choose days up to today.
err-stats-reviewer-few = This reviewer has fewer than { $least } decisions here. So few say nothing about a person and are not shown; choose a longer time or fewer limits.

# Reports
err-not-your-turn = Somebody else is the next to sign.
err-signed-already = This is signed already.
err-signer-repeated = { $person } is named twice. Each signer is another person.
err-signed-by-you = You have signed this report already. Each signature is another person’s.
err-certificate-used = This certificate has signed the report already. Each signature needs another key.
err-report-not-as-seen = The report has changed since its pages were shown to you. Look at it again, then sign.
# $page (Number) which page
err-page-missing = The report has no page { $page }.
err-page-large = This page is too large to be shown. Export the report to look at it.
# $path (String) the file
err-verify-changed = { $path } has changed since it was verified here. Verify it again.
err-verify-record-one = A record is made of one file at a time. Name one report.
err-report-superseded = This report was replaced by a newer one. Open that one.
err-report-older = This report was made with another version of the program or of the framework, so no editable copy of it can be made. Make a new report, and a copy of that one.
err-certificate-missing = There is no signing key for you in this workspace. Ask an administrator to add you anew.
err-signing-failed = The report could not be signed: { $detail }. It was not changed.
err-redact-unsigned = Nobody has signed this report. Sign it first: a copy names the digest of a signed original.
err-redact-kind = Only reports of assessments can be copied with something removed.
err-redact-nothing = Nothing would be removed. Choose what is to be removed.
err-redact-word-short = “{ $word }” is too short to be looked for everywhere. Give at least two characters.
err-redact-question = The report has no question { $question }. Check its number.
err-redact-red-line = The answer to { $question } decides a red line, which the grade shows all the same. It can’t be removed.
err-redact-certificate = The certificate that you sign with names “{ $word }”, which is to be removed. Sign with the key of the workspace.
err-redact-left = “{ $word }” is still somewhere in the copy, so nothing was written. Give it as a further word, or remove more.
err-key-file-unreadable = This is not a PKCS#12 file, or it is damaged. Choose a file that ends in .p12 or .pfx. One from an old program may be in another notation (BER): export it anew, such as with OpenSSL.
err-certificate-file-unreadable = { $path } holds no certificate that can be read. Choose a file in PEM or DER.
err-anchors-many = At most { $most } certificates can be trusted. Remove those that are not needed.
err-key-file-encryption = The PKCS#12 file is encrypted in a way that this program does not know. Export it again with AES.
err-key-file-password = The password does not open the PKCS#12 file. Check it and try again.
err-key-missing = There is no private key in the file or on the token. Export the certificate together with its private key.
err-key-several = There are several keys: { $keys }. Say by label or fingerprint which one signs.
err-key-unknown = No key is called “{ $wanted }”. There are: { $keys }.
err-key-certificate-missing = The key has no certificate, so that nobody could verify its signature. Export it together with its certificate.
err-key-usage = The certificate does not allow signatures. Choose one that is issued for signing.
err-key-not-yet-valid = The certificate is not valid before { $day }. Sign from that day on, or with another key.
err-key-expired = The certificate expired on { $day }. Sign with one that is valid.
err-key-weak = An RSA key of { $bits } bits is too short to be safe. Use one of at least 2048 bits.
err-key-kind = Keys of this kind do not sign reports. Use P-256, P-384, or RSA of at least 2048 bits.
err-key-mismatch = The certificate does not belong to the private key. Nothing was signed; ask whoever issued them.
err-module-unusable = The PKCS#11 module can’t be used: { $detail }. Check its path.
err-token-missing = There is no token. Plug it in and try again.
err-token-several = There are several tokens: { $tokens }. Say by serial number or label which one signs.
err-token-unknown = No token is called “{ $wanted }”. There are: { $tokens }.
err-pin-wrong = The PIN is wrong. { $left ->
    [few] The token has fewer tries left than before.
    [one] One try is left; another wrong PIN locks the token.
    [none] No try is left.
   *[unknown] The token does not say how many tries are left.
}
err-pin-locked = The PIN of the token is locked after too many wrong ones. Whoever issued the token can unlock it.
err-token-gone = The token was pulled out. Nothing was signed, and the report is as it was; plug the token in and sign again.
err-glyph-missing = No font has the character { $character } ({ $code }), in “{ $excerpt }” ({ $place }). Write it otherwise and make the report again.
err-report-long = The report would have more than { $most } pages. Shorten the notes, or close what is done so that less is listed, and make it again.
err-font-missing = The font file { $name } can’t be read. Install the program again.

# Import of tables
err-table-empty = The file is empty. Choose another one.
err-table-too-long = The file is too large ({ $size } bytes). Split it.
err-table-too-wide = The table has { $columns } columns, more than can be read. Remove those that are not needed.
err-table-nul = Line { $line } holds a NUL byte: this is no text file, or it is damaged.
err-table-encoding = Line { $line } is not valid in { $encoding }. Save the file as UTF-8 and try again.
err-table-open-quote = The quoted value that begins on line { $line } never ends. Close the quotation mark there.
err-table-heading-twice = The heading “{ $heading }” stands twice. Rename one of the columns.
err-table-long-row = Line { $line } has { $found } values for { $expected } headings. Check its delimiters and quotation marks.
err-table-error-cell = Row { $line }, column { $column } holds the error { $value }. Correct it in the spreadsheet.
err-table-out-of-bounds = A cell of the spreadsheet says that it stands at { $place }; the last place of a sheet is XFD1048576. Save it again as XLSX or CSV.
err-table-heavy-row = Row { $line } of the spreadsheet holds more text than a row can. Shorten it, or save the table as CSV.
err-table-unreadable = The spreadsheet can’t be read: { $detail }. Save it again as XLSX or CSV.
err-import-name-missing = Choose the column that holds the name.
err-import-field-unknown = There is no field { $field } to fill. Check its name.
err-import-column-missing = The file has no column “{ $column }”. Choose another one.
err-import-refused = Values that can’t be taken: { $count }; the first is on line { $line } in column “{ $column }”. Nothing was imported; correct the file and try again.

# What comes with the program
err-framework-refused = The framework’s files are damaged: { $detail }. Install the program again.
err-sample-refused = The sample’s file is damaged. Install the program again.

# Files and mappings of an import of decision records.
err-table-long-record = The record on line { $line } is longer than a record can be. Check the quotation marks before it.
err-table-not-an-object = Line { $line } is no whole JSON object, nor is any of the next. Check whether the file was cut off.
err-table-encoding-unknown = There is no encoding called “{ $label }”. Choose one from the list.
err-table-delimiter = The delimiter must be one character. Choose one from the list.
err-table-sheet-unknown = The spreadsheet has no sheet “{ $sheet }”. Choose one from the list.
err-import-running = An import is still running. Wait for its end or cancel it.
err-thinning-running = Texts older than the retention period are being erased. Wait for its end.
err-names-not-kept = Names of reviewers are not kept in this workspace.
err-names-not-shared = You do not have the key to the names. Ask an administrator who can read them to save the privacy settings once more.
err-names-reader-last = Nobody could read the kept names any more. Let another administrator open the workspace first.
err-retention-none = No period is set for the texts of decision records. Set one in the settings first.
# $most (Number) the most months
err-retention-months = The period is a whole number of months, from 1 to { $most }.
err-import-undone = This import was undone before.
err-import-corrected = Records of this import that were corrected since: { $count }. It can’t be undone as a whole; correct single records instead.
err-import-overtaken = Another change came in between. Nothing was imported; start the import again.
err-plan-cadence-zero = A check every 0 months or weeks never comes round. Give a number from 1 on.
# $most (Number) the longest cadence
err-plan-cadence-long = A check must come round at least every { $most } months or weeks. Give a smaller number.
err-plan-system-missing = Choose at least one AI system for the plan.
err-plan-first-past = The first due date has passed, so the plan would begin with a miss. Choose a later day; a changed plan begins tomorrow.
err-plan-first-far = The first due date lies more than 20 years ahead. Choose an earlier day.
# $day (String) a date
err-plan-not-due = Nothing is due on { $day } by this plan. Choose one of its due dates.
err-plan-passed = { $day } has come due, and what comes of it stays. Skip or move a later date.
err-plan-move = { $day } is not between today and the neighbouring due dates. Choose a day after today that crosses neither.
err-plan-reason = Say why.
err-plan-paused = The plan is paused already.
err-plan-not-paused = The plan is not paused.
# $on (String) a date
err-check-future = { $on } lies ahead, so the check was not carried out yet. Give the day on which it was.
err-audit-running = An audit of this AI system is open already (due { $due }). Go on with that one, or close it first.
err-audit-not-begun = This audit has not begun. Start it first.
err-audit-begun = This audit has begun already. Go on with its checklist.
err-audit-closed = This audit is closed and final. Begin the next one instead.
err-audit-scope-empty = Nothing would be asked. Choose at least one dimension, question or pack.
err-audit-pack-unknown = There is no question pack “{ $pack }” to choose, or it was withdrawn. Leave it out.
err-audit-reason = Say why the question does not apply.
err-audit-no-checklist = This audit has no checklist yet. Choose its scope first.
# $count (Number) questions
err-audit-open = { $count ->
    [one] One question has
   *[other] { $count } questions have
} no result yet. Give each one; “not tested” is a result too.
err-audit-carried-changed = { $count ->
    [one] One carried result no longer holds, since its
   *[other] { $count } carried results no longer hold, since their
} question, the system’s version or the evidence has changed. Test again what is marked.
err-audit-nothing-tested = Nothing was tested, so there is nothing to close. Test at least one question.
err-audit-not-earlier = Choose a closed audit of the same AI system that is earlier than this one.
err-audit-question-unknown = There is no question “{ $question }” in clause b. Leave it out.
err-pack-unreadable = The file can’t be read as a question pack. Save it as UTF-8 text in TOML, or as XLSX.
# $count (Number) problems; $line (Number) the first of them; $field (String) key or column
err-pack-refused = { $count ->
    [one] One thing is
   *[other] { $count } things are
} wrong with the question pack, the first in line { $line } ({ $field }). Nothing was saved; correct the file and read it again.
err-second-review-tolerable = A share of 0 or above 1 can’t be tolerated. Give a share such as 5 %.
err-second-review-empty = There are no decisions to draw from in these days. Choose others.
err-second-review-large = This needs { $size } cases of one kind, more than the { $most } that people can judge. Tolerate a larger share, or be content with less confidence.
err-second-review-seed = The seed must be 64 hexadecimal digits, as an earlier sample shows it. Correct it, or leave it empty for a new one.
err-mapping-name-empty = Give the mapping a name.
err-mapping-field-missing = “{ $field ->
    [decidedAt] Time of the decision
    [aiOutput] AI output
    [humanFinal] Final decision
    [period] Period
   *[other] { $field }
  }” is needed. Choose its column or give a constant.
err-mapping-field-foreign = The field “{ $field }” does not belong to this kind of file. Remove it from the mapping.
err-mapping-disposition-missing = Nothing tells what the person did with the output. Choose a column for it, or a rule.
err-mapping-expression = The expression “{ $text }” can’t be read from character { $place } on. Correct it there.
err-mapping-setting = The setting “{ $setting }” can’t be “{ $value }”. Change it.
err-mapping-nothing-to-sum = Choose at least one column with totals or exposure.
err-mapping-no-month = The heading “{ $column }” names no month and year. Take it out of the months.
err-mapping-malformed = Line { $line } of the mapping file can’t be read: { $detail }. Correct it there.
err-mapping-newer = The mapping file was written by a newer program (form { $form }). Use that program.

# Fallback plans, authorisation matrices, stop tests and drills
err-fallback-empty = The plan says nothing yet. Enter at least what makes people switch.
err-fallback-limit = The longest time is a whole number of minutes from 1 to 43,200, which is 30 days.
err-fallback-limit-reason = { $given } minutes are more than the { $tier } minutes of this application tier. Say why, or shorten the time.
err-fallback-point-taken = There is a plan for this place already ({ $point }). Open that one and change it.
err-fallback-system = A plan stays with its AI system. Begin another plan for the other system.
err-authorisation-empty = List at least one kind of operation.
err-authorisation-many = A matrix lists at most { $most } operations. Put alike operations together.
err-authorisation-action-missing = Operation { $place } has no name. Say what the AI does, or remove the line.
err-authorisation-action-twice = “{ $action }” is listed twice. Keep one of the two lines.
err-stop-test-future = The day of the test has not come yet. Record the test when it was done.
err-stop-test-tester-missing = Say who tested.
err-stop-test-time-missing = Enter how many seconds it took until the AI had stopped.
err-stop-test-time-long = The time is longer than 30 days. Enter it in seconds.
err-drill-system-missing = Say which AI system the drill is about.
err-drill-named-empty = Say which AI system it is, as people call it.
err-drill-begun = The drill has begun, so what was planned can no longer be changed. Add a note instead.
err-drill-not-begun = The drill has not begun. Mark the fault first.
err-drill-over = The drill is over. A note can still be added.
err-drill-mark-twice = “{ $mark ->
    [fault] Fault
    [noticed] Noticed
    [decided] Decided
    [manual] Manual work running
    [first_case] First case done
   *[restored] Restored
}” is marked already, or its moment is past. Add a note if the time was another one.
err-drill-mark-order = “{ $mark ->
    [fault] Fault
    [noticed] Noticed
    [decided] Decided
    [manual] Manual work running
    [first_case] First case done
   *[restored] Restored
}” can’t be marked before “{ $needed ->
    [fault] Fault
    [noticed] Noticed
    [decided] Decided
    [manual] Manual work running
    [first_case] First case done
   *[restored] Restored
}”. Mark that one first.
err-drill-manual-missing = Manual work is not running yet. Mark it, or abort the drill and say why.
err-drill-not-last = “{ $mark ->
    [fault] Fault
    [noticed] Noticed
    [decided] Decided
    [manual] Manual work running
    [first_case] First case done
   *[restored] Restored
}” is not the last mark. Only the last one can be taken back.
err-drill-withdraw-late = The mark is older than { $seconds } seconds and stays. Add a note if it was a mistake.
err-drill-reason-missing = Say why the drill is aborted.
err-drill-note-empty = Write down what was seen.
err-drill-many = The number is larger than { $most }. Count again.
err-drill-backwards = The computer’s steady clock went back, so the moment can’t be trusted. Write the time in a note and restart the program.
err-drill-no-address = This workspace was last opened by an older version, so nothing can be recorded while it is locked. Unlock it once.
err-drill-not-waiting = Nothing is being recorded here any more. Unlock the workspace: what was saved is there.
err-drill-nothing = Say what is recorded: a moment, --backlog, --errors or --note.
# Incidents, their reports and reporting duties
err-incident-field = { $field ->
    [kind] kind
    [title] title
    [decision_point] decision point
    [severity] severity
    [occurred_at] time at which it began
    [noticed_at] time at which it was noticed
    [decided_at] time at which switching was decided
    [manual_at] time at which manual work was running
    [restored_at] time at which it was restored
    [effect] effect
    [people] number of people
    [cases] number of cases
    [response] what was done
    [cause] cause
    [lessons] lessons
    [recipient] recipient
    [reported_at] time of the report
    [reporter] person who reported
    [receipt] receipt
   *[note] note or reason
}
err-incident-earlier = { $earlier ->
    [occurred_at] time at which it began
    [noticed_at] time at which it was noticed
    [decided_at] time at which switching was decided
   *[manual_at] time at which manual work was running
}
err-incident-system-missing = Choose the AI system that the incident is about.
err-incident-system = An incident stays with its AI system. Record another one instead.
err-incident-empty = This must not be empty: { err-incident-field }. Enter it.
err-incident-long = This is longer than { $length } characters: { err-incident-field }. Shorten it, or attach it as evidence.
err-incident-nul = This holds a character that no text has: { err-incident-field }. Type it anew.
err-incident-future = This lies in the future: { err-incident-field }. Check it and the computer’s clock.
err-incident-early = This lies before 1990: { err-incident-field }. Check the year.
err-incident-order = The times are out of order: the { err-incident-field } lies before the { err-incident-earlier }. Check both.
err-incident-harm = The harm is a whole number from 0 (none) to 4 (worst).
err-incident-large = This is larger than can be right: { err-incident-field }. Check it.
err-incident-duty-missing = Choose the duty that asks for no report here.
err-incident-state = { $state ->
    [open] The incident is open; say first that it is over.
    [handled] The incident is handled already.
   *[closed] The incident is closed. Open it again, with a reason, before anything is changed.
}
err-incident-not-handled = An incident that is over needs this: { err-incident-field }. Enter it first.
err-incident-not-closed = An incident that is closed needs this: { err-incident-field }. Enter it first.
err-incident-unanswered = { $count ->
    [one] One reporting duty is not answered. Record the report, or why none is due.
   *[other] { $count } reporting duties are not answered. Record the reports, or why none is due.
}
err-incident-report-superseded = This report was replaced already. Open the incident again.
err-duty-recipient = Say to whom the report goes.
err-duty-source = Name the rule that asks for the report.
err-duty-kinds = Choose for which kind of incident the duty counts.
err-duty-within = The time is a whole number from 1 to { $most }. Check it and its unit.
err-notification-failed = The desktop shows no notification ({ $detail }). The overview says what is due.
err-comparison-none = There is no earlier assessment of this system to compare with.
err-logo-large = The file is larger than { $most } bytes, which is more than a logo needs. Choose a smaller one.
err-logo-kind = The file is neither a PNG nor an SVG picture. Save the logo as one of these.
err-logo-dots = The picture has { $width } by { $height } pixels, more than { $most } in all. Save it smaller.
err-logo-damaged = The picture can’t be read: the file is damaged or not complete. Save it again.
err-logo-part = The drawing has a part “{ $part }”, which a logo can’t have. Save it as plain shapes, with words turned into outlines, or as PNG.
err-logo-reference = The drawing refers to something outside of it, which is not fetched: { $target }. Save it with everything inside.
err-logo-blank = On white paper nothing would be seen of this picture. Choose one for a light ground.
