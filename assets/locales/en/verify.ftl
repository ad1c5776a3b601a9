# Verifying a signed report.

verify-title = Verify a report
verify-lede = Who signed what and when, whether anything changed since, and whether the grade follows from the facts inside. Works for any report, with no workspace open.
verify-drop = Drop a report here
verify-drop-hint = A PDF made by this program, signed or not. The file is only read.
verify-file = File
verify-grade = Grade stated
verify-grade-same = follows from the facts inside
# $grade (String) name of the grade that the facts give
verify-grade-differs = does not follow: the facts give { $grade }
# $count (Number) signatures
verify-signatures-title = { $count ->
    [0] No signatures
    [one] One signature
   *[other] { $count } signatures
}
# $field (String) name of the signature field
verify-open-field = Not signed yet: { $field }
verify-valid = The signature is intact.
verify-invalid = The signature does not hold.
# $at (String) formatted time
verify-claimed = Claimed time: { $at }.
verify-known = The key belongs to a person of the open workspace.
verify-unknown = The key belongs to nobody in the open workspace.
verify-self-signed = The certificate vouches for itself: compare the fingerprint with the one on paper.
# $from (String) day
# $to (String) day
verify-validity = Certificate valid from { $from } to { $to }.

## What the certificates of a signature lead to; $subject (String) is the certificate that this is said of
verify-trust-not_asked = No certificate was named that is trusted, so nobody vouches for the name.
verify-trust-trusted = Leads to a certificate that is trusted: { $subject }. Whether it was withdrawn since can’t be learned offline.
verify-trust-unknown = Leads to no certificate that is trusted; the last issuer is { $subject }.
verify-trust-out_of_time = Does not count: { $subject } was not valid at the claimed time.
verify-trust-not_authority = Does not count: { $subject } may not vouch for others.

## Whom to trust
verify-anchors = Trusted certificates
verify-anchors-lede = Of authorities, or of signers whose fingerprint you compared. They are kept on this computer and used for every report.
verify-anchors-none = None yet. Without one, a name in a certificate proves nothing.
verify-anchor-add = Trust a certificate
verify-anchor-remove = No longer trust { $subject }
verify-anchor-removed = { $subject } is no longer trusted.
verify-anchor-added = The certificate is trusted from now on.

## The verification
# $digest (String) SHA-256
verify-fingerprint = Certificate SHA-256 { $digest }
verify-checked = What was checked
verify-column-what = Check
verify-column-result = Result
verify-holds = holds
verify-fails = does not hold
verify-not-checked = could not be checked

## The verdict: one sentence, then what it means
# $count (Number) signatures
verdict-intact = { $count ->
    [one] Intact: signed, and unchanged since
   *[other] Intact: signed { $count } times, and unchanged since
}
verdict-intact-text = Every signature holds over the whole file, and the facts inside are those that were signed.
# $count (Number) signatures
verdict-intact_with_additions = Intact, with harmless additions
verdict-intact_with_additions-text = What was signed is unchanged. Something was appended later that alters no page, such as a further signature’s preparation.
# $count (Number) signatures
verdict-incomplete = { $count ->
    [0] Not complete: nobody has signed yet
    [one] Not complete: one has signed, others are still expected
   *[other] Not complete: { $count } have signed, others are still expected
}
verdict-incomplete-text = What has been signed so far is unchanged. Wait for the remaining signatures before relying on it.
# $count (Number) signatures
verdict-changed = Changed after signing
verdict-changed-text = The file is not what was signed. Do not rely on it; ask the sender for the original.
# $count (Number) signatures
verdict-unsigned = Not signed
verdict-unsigned-text = The report carries no signature, so nothing shows who stands for it or whether it was changed.
# $count (Number) signatures
verdict-not_ours = Not a report of this program
verdict-not_ours-text = The PDF holds no facts that could be checked. It may be genuine, but this program can’t tell.
# $count (Number) signatures
verdict-broken = Damaged
verdict-broken-text = The file can’t be read as a PDF. It may be cut off or altered; ask the sender for it once more.

# What a verification says of each check: `verify-` and the code
verify-item-signatures = { $signed } of { $expected } expected signatures
verify-item-additions = { $bytes } bytes were appended that change nothing
verify-item-history = The history of the open workspace holds the entry { $sequence } that the report states
verify-item-schema = The facts follow the schema { $schema }
verify-item-pages = The footer of each of { $pages } pages names the digest of the facts inside
verify-item-times = The report was made before it was signed, and signed in the order of its signers, as the times claim
verify-item-future = The time that { $field } claims has been reached by this computer’s clock
verify-item-method = The tables of the method { $method } inside have the digest stated
verify-item-grade = The grade and all its parts follow from the facts inside
verify-item-clauses = The level of each clause follows from the answers inside
verify-item-clauses-cut = In { $count } clauses answers were removed, so that the level does not follow from the rest
verify-item-redacted = This is a redacted copy of report { $number }, whose signed PDF has the SHA-256 { $digest }
verify-problem-not-pdf = This is no PDF
verify-problem-encrypted = The file is encrypted
verify-problem-unreadable = The file can’t be read from byte { $at } on
verify-problem-no-facts = There are no facts of this program inside
verify-problem-form = The form of version { $revision } is not that of a report
verify-problem-unexpected-revision = Version { $revision } was not made by signing
verify-problem-changed = Changed after signing: { $part ->
    [catalog] the document’s catalog
    [page_tree] the order or number of pages
    [page] a page
    [content] what is drawn on a page
    [font] a font
    [picture] a picture
    [annotation] a note or link
    [form] the form
    [signature] a signature
    [structure] the reading structure
    [attachment] an embedded file
    [metadata] the document’s properties
    [cross_reference] the table of objects
   *[other] an object
}{ $page ->
    [0] {""}
   *[other] , page { $page }
} (object { $object })
verify-problem-appended-objects = Something was appended at byte { $at }
verify-problem-byte-range = The signature { $field } does not cover the whole file
verify-problem-signature-entries = The signature { $field } has entries that do not belong there
verify-problem-claimed-time = The claimed time of { $field } can’t be read, or its certificate was not valid then
verify-problem-signature-form = The signature { $field } is not of the expected form
verify-problem-algorithm = The signature { $field } uses an algorithm that is not accepted
verify-problem-certificate = The certificate of { $field } does not fit
verify-problem-digest = The content no longer has the digest that { $field } signed
verify-problem-signature = The signature { $field } does not hold
verify-problem-certification = The certification by { $field } is missing or not the expected one

## The record of a verification, to print
verify-record = Save a record
verify-record-title = Record of a verification
# $path (String) where it is
verify-record-saved = The record is in { $path }.
verify-record-data = The verification as JSON
verify-record-size = Size
# $bytes (String) length of the file
verify-record-bytes = { $bytes } bytes
verify-record-at = Verified
verify-record-with = Verified with
verify-record-workspace = Open workspace
verify-record-workspace-none = none
verify-record-anchors = Trusted certificates
verify-record-anchors-none = none, so that nobody vouches for a name
# $count (Number) how many are not printed
verify-record-more = and { $count } more
verify-record-organisation = Organisation, as the report says
verify-record-system = AI system, as the report says
verify-record-issuer = Issued by
verify-record-fingerprint = Certificate, SHA-256
verify-record-claimed = Claimed time
verify-record-known = What is known
# $digest (String) SHA-256 of the file
verify-record-foot = Verified file, SHA-256 { $digest }
verify-record-unsigned = This record is not signed
verify-record-limits = What this record does not prove
verify-record-limit-name = Whose key it is. A name in a certificate is worth as much as those who vouch for it. A certificate that vouches for itself proves no name: compare its fingerprint with the one that the signer gave you.
verify-record-limit-time = When it was signed. The time is the one that the signer’s computer claimed, and no third party confirms it.
verify-record-limit-withdrawn = Whether a certificate was withdrawn since. That can’t be learned offline.
verify-record-limit-content = Whether the report is right. What was checked is that it is what was signed and that its grade follows from the answers inside, not that the answers are true.
verify-record-limit-record = That this sheet is genuine. Whoever doubts it verifies the file with the SHA-256 above once more.
