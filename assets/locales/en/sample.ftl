# Samples of audits.

sample-section = Samples
sample-lede = Items drawn at random and looked at one by one say how many of all may deviate.
sample-draw = Draw sample
sample-draw-now = Draw
sample-drawn = The sample is drawn.
# $count (Number) lines
sample-drawn-repeated = { $count ->
    [one] The sample is drawn. One item stood in the file twice and was counted once.
   *[other] The sample is drawn. { $count } lines repeated an item and were not counted.
}
sample-empty = No samples yet
sample-empty-text = Draw one from the decision records, from a list in a file, or from a numbered list.
sample-attribute = What each item is tested for
sample-attribute-hint = One thing that an item does or does not, such as “a person signed it”
sample-from = Drawn from
sample-kind-decisions = Decision records
sample-kind-named = A numbered list
sample-kind-imported = A list in a file
sample-kind-open = Items as they come
sample-file = Choose file
sample-column = Column that names an item
sample-name = What they are
sample-count = How many there are
sample-tolerable = Tolerable rate
sample-tolerable-hint = A share of deviating items as large as this must not pass unnoticed.
sample-level = Confidence
sample-more = More: expected deviations, repeat a sample
sample-expected = Expected deviations
sample-expected-hint = Up to this many may turn up and the conclusion still stands; each makes the sample larger.
sample-source = Size and interval by the exact hypergeometric law, as in the AICPA’s audit guide on sampling; drawn are the items with the lowest SHA-256 of seed and item. What can’t be had counts as deviating (ISA 530).
# $size (Number), $all (String)
sample-size = { $size ->
    [one] One item of { $all }
   *[other] { $size } items of { $all }
}
# $size (Number)
sample-size-open = { $size ->
    [one] The next item
   *[other] The next { $size } items
}
sample-size-wait = The size shows once everything is chosen.
# $population and $plan (String) what it is drawn from, and what it is to show
sample-about = { $population }. { $plan }
# $level and $share (String)
sample-plan = If none deviates, fewer than { $share } of all do, with { $level } confidence.
# $count (Number), $from and $to (String)
sample-from-decisions = { $count } decision records from { $from } to { $to }
# $count (Number), $name (String)
sample-from-named = { $name } ({ $count })
# $count (Number), $file and $column (String)
sample-from-imported = { $count } items of { $file }, column “{ $column }”
# $name (String)
sample-from-open = { $name } as they come
sample-looked = Looked at
sample-says = Tolerable rate excluded?
# $share (String) the tolerable rate
sample-good = { $share } excluded
# $share (String) the tolerable rate
sample-bad = { $share } not excluded
sample-rate-open = open
sample-open = open
sample-drawn-on = Drawn
# $left (Number), $all (String)
sample-left = { $left ->
    [one] One of { $all } items is still to be looked at.
   *[other] { $left } of { $all } items are still to be looked at.
}
sample-items = Items
# $number and $of (String)
sample-item = Item { $number } of { $of }
# $item (String) its number or name
sample-item-named = Item { $item }
sample-record = Open the record
sample-result = Result
sample-result-conforms = Conforms
sample-result-deviates = Deviates
sample-result-not_available = Not available
sample-result-missing = Choose what came of the item.
sample-note = What was seen
sample-note-missing = Say what was seen.
sample-keys = Keys: 1 conforms and goes on, 2 deviates, 3 not available, J and K move on and back.
sample-save = Save and go on
sample-before = Previous
sample-after = Next
sample-of = AI system
# $deviating (Number), $of and $rate (String)
sample-found = { $deviating ->
    [0] None of the { $of } items deviates.
    [one] One of the { $of } items deviates ({ $rate }).
   *[other] { $deviating } of the { $of } items deviate ({ $rate }).
}
# $level, $fewest, $most, $all, $from, $to (String)
sample-all = So between { $fewest } and { $most } of all { $all } do ({ $from } to { $to }), with { $level } confidence.
# $level, $from, $to (String)
sample-all-open = So between { $from } and { $to } of all do, with { $level } confidence.
# $share, $level, $upper (String)
sample-excluded = A rate of { $share } is excluded: at most { $upper } deviate, with { $level } confidence.
sample-not-excluded = A rate of { $share } is not excluded: up to { $upper } may deviate, with { $level } confidence.
# $count (Number)
sample-missing = { $count ->
    [one] One item could not be had and counts as deviating.
   *[other] { $count } items could not be had and count as deviating.
}
