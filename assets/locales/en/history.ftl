# The hash-chained history and the check of the workspace.

# $count (Number) entries
history-title = { $count ->
    [0] History
    [one] One change recorded
   *[other] { $count } changes recorded
}
# $digest (String) shortened SHA-256 of the newest entry
history-lede = Each entry holds the digest of the one before; the newest is { $digest }. Nothing here can be edited.
history-check = Check everything
history-check-good = Everything holds: nothing was changed unnoticed
history-check-bad = Something does not hold
history-column-number = No.
history-column-when = When
history-column-who = Who
history-column-what = What
history-column-subject = Of what
history-column-digest = Digest
history-unknown-person = no longer known
history-recorded = Recorded content
# $from and $to (String) numbers of entries
history-range = Entries { $from } to { $to }
