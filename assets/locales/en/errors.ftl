# What went wrong: one message per error code, `err-` and the code. Each says what is wrong, where,
# and what to do.

# $detail (String) what the program reports
err-restart-needed = The program met a fault and can’t go on safely. Close the window and start the program again: everything that the screen called saved is in the file.
err-unexpected = Something unexpected went wrong: { $detail }. Nothing was changed. Try again; if it happens again, tell your administrator.

# Commands
err-command-unknown = This program does not know the command { $command }.
err-request-malformed = The request is not what the command expects: { $detail }.
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
err-workspace-open-elsewhere = This workspace is already open in another window or program. Close it there first.
err-workspace-read-only = This workspace can only be read: the file or its folder is write-protected. Copy it to a place where you may write.
err-keys-missing = The file with the keys is missing beside the workspace (same name, ending .assay-keys). Put it back; without it nobody can open the workspace.
err-keys-damaged = The file with the keys (ending .assay-keys) is damaged. Put back the previous one, which lies beside it, or the one of a backup.
err-keys-changed = The file with the keys was changed from outside. Put back an unchanged copy and find out who changed it.
err-keys-foreign = The file with the keys belongs to another workspace. Put the right one beside this workspace.
err-history-broken = The history does not hold: an entry was changed or is missing. Check the workspace and compare with a backup.
err-passphrase-wrong = This passphrase opens no key of the workspace. Check capital letters and the keyboard layout.
err-passphrase-short = A passphrase needs at least { $length } characters. A sentence is easiest to remember.
err-passphrase-taken = Somebody else already uses this passphrase. It says who opens the workspace, so choose another one.

# Files
err-file-missing = The file { $path } is not there. Check the path.
err-file-forbidden = You may not open or write { $path }. Choose another place, or ask for the rights.
err-file-exists = A file of this name is already there; it was not touched. Choose another name.
err-file-failed = Reading or writing failed: { $detail }.
err-file-too-long = The file { $path } is too large to be verified here.
err-disk-full = The disk is full. Nothing was lost and nothing was changed; free some space and try again.

# Records
err-stale = Somebody saved this in the meantime (version { $current }). What is stored is shown now; enter your change again.
err-not-found = There is no such record any more.
err-final = This is final and can no longer be changed. Begin a new assessment instead.
err-taken = This value is already in use.
err-in-use = This is still used in { $uses } places and can’t be removed.
err-role-missing = Your roles do not allow this. It needs one of: { $roles }.
err-name-empty = Enter a name.
err-title-empty = Say what is to be done.
err-reason-empty = Enter a reason.
err-text-too-long = The text is longer than { $length } allows. Shorten it, or attach it as a file.
err-locator-empty = Say where the reference is kept.
err-organisation-empty = Enter the name of the organisation.
err-time-zone-unknown = { $zone } is no time zone. Use a name such as Asia/Shanghai.
err-roles-empty = Choose at least one role.
err-administrator-last = Somebody must remain administrator.
err-reference-taken = Another AI system already has this number. Choose another one.
err-protection-level = The protection level is a number from 1 to 5.

# Assessment
err-context-value = Scenario, autonomy and scale are numbers from 1 to 5.
err-period-reversed = The period must not end before it begins.
err-profile-unknown = There is no profile { $profile }.
err-question-unknown = There is no question { $question }.
err-measure-unknown = There is no countermeasure { $control }.
err-measure-level = A level is a number from 0 to 4.
err-risk-unknown = There is no risk { $risk }.
err-rating-value = Likelihood and impact are numbers from 1 to 5.
err-rating-both = A risk that does not apply has neither likelihood nor impact.
err-rating-empty = { $risk } is not rated yet. Rate it first.
err-rating-unconfirmed = Nobody has confirmed yet that this risk does not apply.
err-rating-applies = This risk applies; there is nothing to agree to.
err-same-person = The second person must be somebody else than the one who said it.
err-grade-value = A grade is a number from 1 to 5.
err-grade-input = The input can’t be graded: { $place }, { $value } ({ $reason }).
err-evidence-standing = Evidence is attached, or current and independent.
err-evidence-target = There is nothing of that id to attach evidence to.
err-incomplete = Something is still open. The task list says what.
err-step-impossible = This step is not possible in the present state. Open the page again.
err-not-approved = Only an approved assessment can become a report.
err-signers-count = Choose one to { $most } signers.
err-signer-role = { $person } does not hold the role in which they shall sign.

# Reports
err-not-your-turn = Somebody else is the next to sign.
err-signed-already = This is signed already.
err-report-superseded = This report was replaced by a newer one.
err-certificate-missing = There is no signing key for you in this workspace. Ask an administrator to add you anew.
err-signing-failed = The report could not be signed: { $detail }. It was not changed.
err-glyph-missing = No font has the character { $character } ({ $code }), in “{ $excerpt }” ({ $place }). Write it otherwise and make the report again.
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
err-table-unreadable = The spreadsheet can’t be read: { $detail }. Save it again as XLSX or CSV.
err-import-name-missing = Choose the column that holds the name.
err-import-field-unknown = There is no field { $field } to fill.
err-import-column-missing = The file has no column “{ $column }”. Choose another one.
err-import-refused = { $count } values can’t be taken, the first on line { $line } in column “{ $column }”. Nothing was imported.

# What comes with the program
err-framework-refused = The framework’s files are damaged: { $detail }. Install the program again.
err-sample-refused = The sample’s file is damaged. Install the program again.
