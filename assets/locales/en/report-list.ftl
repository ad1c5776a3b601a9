# Reports: list, one report, signing.

# $count (Number) reports, $unsigned (Number) those of them that lack a signature
report-title = { $count ->
    [0] No reports
    [one] One report{ $unsigned ->
        [0] {""}
       *[other] , not fully signed
    }
   *[other] { $count } reports{ $unsigned ->
        [0] {""}
       *[other] , { $unsigned } not fully signed
    }
}
# $unsigned (Number) reports lacking a signature, $mine (Number) those the person here can sign
report-lede = { $unsigned ->
    [0] None lacks a signature.
   *[other] { $mine ->
        [0] None waits for your signature now.
        [one] One waits for your signature.
       *[other] { $mine } wait for your signature.
    }
}
report-empty = No reports yet
report-empty-text = A report is made from an assessment once it is approved, and from audits, incidents, plans and drills on their own screens. It is then signed here, in the order of its signers.
report-gone = This report is not in the workspace.
report-column-system = AI system
report-column-state = Signatures
report-column-pages = Pages
report-column-made = Made
report-column-turn = Your turn
# $number (Number) of the report of its assessment
report-number = no. { $number }
# $signed and $expected (Number) signatures
report-state-unsigned = unsigned, { $expected } expected
# $signed and $expected (Number) signatures
report-state-partly_signed = { $signed } of { $expected } signed
# $signed and $expected (Number) signatures
report-state-signed = { $signed ->
    [one] signed
   *[other] signed by { $expected }
}
# $signed and $expected (Number) signatures
report-state-superseded = superseded ({ $signed } of { $expected } signed)
# $kind and $about (String) name, $number (Number) of the report
report-page-title = { $kind }: { $about }, no. { $number }
# $pages (Number), $language, $made and $person (String)
report-page-lede = { $pages ->
    [one] One page
   *[other] { $pages } pages
} in { $language }, made { $made } by { $person }.
report-export = Save PDF
report-export-title = Save the report as PDF
# $path (String) of the file, $size (String) of the file
report-exported = Written to { $path }, { $size }.
report-copy = Editable copy (DOCX)
report-copy-title = Save an editable copy as DOCX
# $path (String) of the file, $size (String) of the file
report-copied = An unsigned copy was written to { $path }, { $size }.
report-signers = Signers, in order
report-signer-next = next to sign
report-signer-later = signs after the one before
# $at (String) formatted time
report-signed-at = signed { $at }
# $digest (String) shortened SHA-256
report-certificate = certificate { $digest }
report-final = What was signed can’t be edited. A later assessment supersedes it and says so; later signatures are appended to the same file.
report-inside = What the file holds
report-file-name = File name
report-facts-digest = SHA-256 of the facts
report-pdf-digest = SHA-256 of the PDF
report-sign = Sign report
report-sign-title = Sign the report
report-sign-what = What is signed
report-sign-as = Signed by
report-sign-final = With your signature the report is complete and final.
report-sign-partly = With your signature you stand for what the report says; the next signer follows.
report-sign-read = Save the PDF and read it first
report-sign-unseen = Look at the pages first: none has been shown yet.
report-pages = Pages
# $page (Number) which page
# $pages (Number) how many there are
report-page-of = Page { $page } of { $pages }
# $page (Number) which page
# $pages (Number) how many there are
report-page-alt = Page { $page } of { $pages }, as it is in the file
# $page (Number) which page
# $pages (Number) how many there are
report-page-drawing = Page { $page } of { $pages } is being drawn
report-page-previous = Previous page
report-page-next = Next page
report-page-last = Signature page
report-page-larger = Enlarge
report-page-smaller = Whole page
report-sign-passphrase-hint = It opens your signing key, which never leaves the workspace.
report-sign-with = Sign with
report-identity-workspace = My workspace key
report-identity-pkcs12 = PKCS#12 file
report-identity-token = Token
report-signed-with = { $identity }: { $subject }
report-sign-pick = Choose a file
report-sign-file = PKCS#12 file
report-sign-file-missing = Choose the file with the key
report-sign-password = Password of the file
report-sign-module = PKCS#11 module
report-sign-module-hint = The shared library that comes with the token.
report-sign-module-missing = Choose the module of the token
report-sign-token = Token
report-sign-token-hint = Serial number or label, where several are plugged in.
report-sign-pin = PIN
report-sign-pin-missing = Enter the PIN of the token
report-sign-key = Key
report-sign-key-hint = Label or certificate fingerprint, where there are several.
report-sign-passphrase-other = It says that it is you who signs. The password or PIN is used once and not kept.
report-signed-one = Signed. The next signer follows.
report-signed-all = Signed by everybody who is expected to sign.

# Kinds of report
report-kind-assessment = Assessment
report-kind-audit = Audit
report-kind-ledger = Rectification ledger
report-kind-incident = Incident
report-kind-fallback_card = Fallback card
report-kind-drill = Drill
report-kind-overview = Overview
report-kind-decisions = Decision analysis
report-kind-comparison = Comparison
report-column-kind = Kind
report-column-about = About
report-about-all = the whole organisation
report-no-signers = no signature expected
report-no-signers-long = Nobody is expected to sign this report.

# Making a report of what a screen shows
report-make = Make report
report-make-title = Make report: { $kind }
report-make-signed = It will be signed
report-make-signed-hint = Signers sign in the order given, on a page of its own at the end.
report-make-comparison = Compare with the last one

# Tokens
report-sign-tokens = Show tokens
report-sign-tries-few = fewer tries left than at first
report-sign-tries-one = one try left
report-sign-tries-none = PIN locked

# Copies
report-redact = Redacted copy
report-redact-title = Make a redacted copy
report-redact-lede = The copy is made anew from facts in which the following is replaced, so that nothing of it is anywhere in the file. It says that it is a copy, of which report, and what was removed.
report-redact-what = Remove
report-redact-answers-hint = Numbers of questions, such as h-04, b-sc-02. Red lines stay.
report-redact-words = Further words
report-redact-words-hint = One per line, such as a name or an address in a text. They are removed wherever they stand.
report-redact-suffix = redacted
report-redact-confirm = Sign and save the copy
# $path (String) where
report-redacted = The copy is written to { $path }.
report-body = Save with evidence
report-body-title = Save with evidence
report-body-lede = A zip file with the report, the list of its evidence, SHA-256 sums and a readme in both languages. Whether it holds the evidence files is your choice. It can be read without this program.
report-body-evidence = Put the evidence files in
report-body-evidence-hint = They leave the encrypted workspace and are readable by anybody who has the zip file.
report-body-confirm = Save
# $path (String) where
# $files (Number) evidence files
report-handed-out = { $files ->
    [one] Written with one evidence file to { $path }.
   *[other] Written with { $files } evidence files to { $path }.
}
