# The analysis of decision records.

place-decisionAnalysis = Analysis

## What is looked at
stat-picked = What is looked at
# $count (Number) weeks
stat-weeks = Last { $count } weeks
stat-own-period = Own period
stat-unit = Period of the chart
stat-by-week = by week
stat-by-month = by month
stat-by-day = by day
stat-more = More choices
stat-any-category = Any category
stat-any-reviewer = Any reviewer
# $name (String), $count (String) records
stat-pick = { $name } ({ $count })
stat-modified = Count modified as override
stat-all = Every decision is logged
stat-selective = The decision decides which outcomes become known
stat-least = Least seconds of a look
stat-settings = How figures are made
stat-all-hint = Then a log without any acceptance means that there was none.
stat-selective-hint = Such as a loan that was refused: nobody sees whether it would have been paid back. Only bounds are given then.
stat-least-hint = The least time that a look takes, as declared for this AI system.
stat-tau = Doubtful below, in per cent
stat-tau-hint = An override rate surely below this raises the sign that hardly anything is overridden.
# $chosen (String) what the records were narrowed to
stat-chosen = Only: { $chosen }.
stat-no-system = No AI system yet
stat-empty = No decision in this time
stat-empty-text = Choose another period, record decisions with Ctrl D, or import them.

## Order of labels, from lenient to strict
order-title = Which label is stricter
order-hint = Needed to tell whether people override towards the strict or the lenient side.
order-numbers = As numbers
order-own = In this order
order-lenient = lenient
order-strict = strict
order-up = Move up
order-down = Move down
order-out = Leave out
order-in = Add at the end
order-without = Without a place in the order:
order-keys = Arrow keys move along the list; with Alt they take the label along.

## First of all
# $system (String) its name
stat-title-none = { $system }: no decisions in this time
# $system (String), $count (Number) refusals
stat-title-refusals = { $system }: { $count ->
    [one] one refusal
   *[other] { $count } refusals
}, no rate can be told
# $system, $count and $of (String)
stat-title-few = { $system }: { $count } of { $of } decisions overridden
# $system (String), $count (Number) periods, $period (String) the last of them
stat-title-signal = { $system }: override rate { $count ->
    [one] stands out, { $period }
   *[other] stands out in { $count } periods, most recently { $period }
}
# $system and $rate (String)
stat-title-calm = { $system }: override rate { $rate }, no period stands out
# $from and $to (String) formatted days, $modified (String) a sentence
stat-lede = { $from } to { $to }. { $modified }
stat-modified-counts = Modified counts as override.
stat-modified-not = Modified does not count as override.
stat-glance = At a glance
stat-rate = Override rate
stat-overrides = Overrides
stat-no-rate-yet = No rate: nothing says of how many.
stat-too-few = Too few for a rate.
# $of (String) decisions
stat-of-small = of { $of }
# $count and $of (String)
stat-of-decisions = { $count } of { $of } decisions
# $range and $level (String)
stat-interval-line = { $level } interval { $range }
# $of, $count, $rate, $level, $lower and $upper (String)
stat-say-rate = Of { $of } decisions on an AI output, people changed or turned down { $count }, which is { $rate }. With { $level } confidence the true rate lies between { $lower } and { $upper }.
# $of, $count, $lower and $upper (String)
stat-say-few = Of { $of } decisions on an AI output, people changed or turned down { $count }. That is too few for a rate to mean much: the true one could lie anywhere between { $lower } and { $upper }.
# $count (Number) refusals
stat-say-refusals = { $count ->
    [one] One refusal is
   *[other] { $count } refusals are
} logged, and nothing says of how many outputs. So no rate can be told; enter or import the totals of the period, and it stands here.
# $rate, $unit, $lower and $upper (String)
stat-say-exposure = By exposure it is { $rate } in 100 { $unit }, and with 95 % confidence between { $lower } and { $upper }.
stat-say-nothing = There is no decision on an AI output in this time, so nothing can be told yet.
stat-say-no-limits = Whether the rate changes over time can’t be told yet.
# $unit (String) week, month or day, $count (Number) periods
stat-say-few-periods = Whether the rate changes over time can’t be told from { $count ->
    [one] one { $unit ->
        [month] month
        [day] day
       *[other] week
    }
   *[other] { $count } { $unit ->
        [month] months
        [day] days
       *[other] weeks
    }
}; eight are needed for a chart.
# $unit (String) week, month or day, $count (Number) periods
stat-say-within = No { $unit ->
    [month] month
    [day] day
   *[other] week
} stands out: all { $count } lie within what chance explains.
# $period, $count, $of and $most (String)
stat-say-above = More was overridden than usual in the { $period }: { $count } of { $of }, where at most { $most } were to be expected.
# $period, $count, $of and $rule (String)
stat-say-signal = The rate stands out in the { $period }: { $count } of { $of }, { $rule }.
stat-say-provisional = The limits are provisional, since the baseline is short.
stat-say-looked = Nothing suggests that outputs were approved unread; with a very good AI this would not show either way.
stat-say-cannot-tell = Whether people look can’t be told yet.
# $fewest and $of (String) decisions
stat-say-needs = Whether people look can’t be told yet: about { $fewest } decisions are needed, and there are { $of }.
# $reason, $count and $total (String)
stat-say-reason = The reason given most often is “{ $reason }”: { $count } of { $total } overrides.

## Small logs
stat-small-title = What is recorded
stat-small-text = A control chart would only show chance with so few records. It appears once there are twenty decisions.
# $count (Number) overrides
stat-times = { $count ->
    [one] once
    [2] twice
   *[other] { $count } times
}

## Words of all figures
stat-exact = Exact numbers and their records
stat-exact-how = How each figure was made
stat-column-figure = Figure
stat-column-count = Overrides or cases
stat-column-of = Of
stat-column-rate = Share
stat-column-interval = Interval
stat-column-lower = Lower end
stat-column-upper = Upper end
stat-column-bounds = Bounds for all
stat-column-records = Records
stat-column-signal = Control chart
stat-column-cumulative = Together
stat-show = Show
stat-no-rate = no rate
stat-no-data = no data
stat-not-estimable = not estimable
# $lower and $upper (String)
stat-range = { $lower } to { $upper }
# $count and $of (String)
stat-of = { $count } of { $of }
# $rate, $range and $counts (String)
stat-figure = { $rate } ({ $range }), { $counts }
stat-figure-few = { $counts }; as a rate { $rate } ({ $range })
# $label and $figure (String)
stat-said = { $label }: { $figure }
# $p (String)
stat-p = p = { $p }
stat-p-below = p < { $p }

## Rate
stat-rate-title = Override rate and what it may depend on
# $figure (String) with its interval and counts
stat-rate-said = Override rates with their intervals; over all { $figure }.
# $level (String)
stat-interval-remark = { $level } intervals
stat-overall = Over all
# $version (String)
stat-version = Version { $version }
stat-direction-stricter = Stricter than the AI
stat-direction-more_lenient = More lenient than the AI
stat-direction-none = Without a direction
stat-deferred = Deferred, of all records
stat-no-output = No AI output, of all records
stat-late = Entered late, of all records
stat-clustered = Interval that allows for reviewers who differ
# $range and $phi (String)
stat-clustered-value = { $range }, dispersion { $phi }

## Over time
# $unit (String) week, month or day
stat-chart-title = Override rate by { $unit ->
    [month] month
    [day] day
   *[other] week
}
stat-chart-p_chart = p chart, limits at 3 sigma
stat-chart-p_prime_chart = p′ chart, limits at 3 sigma
stat-chart-u_chart = u chart, limits at 3 sigma
stat-chart-u_prime_chart = u′ chart, limits at 3 sigma
# $count and $periods (Number) periods
stat-chart-signals = Override rate over { $periods } periods with control limits; { $count ->
    [one] one period signals
   *[other] { $count } periods signal
}.
# $periods (Number) periods
stat-chart-calm = Override rate over { $periods } periods with control limits; none signals.
# $day (String)
stat-week-of = week of { $day }
# $period (String)
stat-period-empty = { $period }: no decisions
# $period, $count, $of, $rate, $limits and $signal (String)
stat-period-said = { $period }: { $count } of { $of } ({ $rate }), limits { $limits }, { $signal }
stat-no-limits = none
stat-within = within the limits
stat-upper = upper
stat-centre = mean
stat-lower = lower
stat-baseline = baseline
stat-judged = judged
# $side (String) low, high or none
stat-rule-beyond = { $side ->
    [low] below the lower limit
   *[other] above the upper limit
}
stat-rule-one_side = { $side ->
    [low] nine in a row below the mean
   *[other] nine in a row above the mean
}
stat-rule-trend = { $side ->
    [low] six in a row falling
   *[other] six in a row rising
}
# $side (String) low, high or none
stat-rule-alternating = { $side ->
   *[other] fourteen up and down in turn
}
stat-rule-two_of_three = { $side ->
    [low] two of three far below the mean
   *[other] two of three far above the mean
}
stat-rule-four_of_five = { $side ->
    [low] four of five below the mean
   *[other] four of five above the mean
}
stat-rule-near_centre = { $side ->
   *[other] fifteen close to the mean
}
stat-rule-away_from_centre = { $side ->
   *[other] eight away from the mean
}
# $from and $to (String) days
stat-stretch = Limits from { $from } to { $to }
# $count (Number) periods
stat-stretch-baseline = baseline of { $count } periods
# $rate (String)
stat-stretch-centre = mean { $rate }
# $sigma (String)
stat-stretch-sigma = sigma of z { $sigma } (mean moving range)
# $p (String)
stat-stretch-spread = more than chance: { $p }

## Counts without a rate
# $unit (String) week, month or day
stat-counts-title = Overrides by { $unit ->
    [month] month
    [day] day
   *[other] week
}
stat-counts-remark = counts, no rate
# $periods (Number), $most (String) overrides
stat-counts-said = Overrides over { $periods } periods, at the most { $most } in one.

## Reasons
stat-reasons-title = Reasons
stat-reasons-remark = count, cumulative
# $count (Number) reasons, $coded and $total (String) overrides
stat-reasons-said = Reasons of { $total } overrides, most frequent first; { $count } of them make up most of the { $coded } that are coded.
# $count (Number) reasons, $coded (String) overrides
stat-reasons-vital = { $count ->
    [one] The first reason makes
   *[other] The first { $count } reasons make
} up at least 80 % of the { $coded } overrides with a coded reason.

## Who was right
stat-outcome-title = Who was right
stat-outcome-none = No outcome is known yet. Add outcomes to records, and over-reliance and under-reliance can be told.
# $figure (String)
stat-outcome-said = Shares of the decisions whose outcome is known; the AI was wrong in { $figure }.
# $known (String) decisions
stat-outcome-remark = { $known } known outcomes
stat-outcome-aiWrong = AI was wrong
stat-outcome-overReliance = Accepted although wrong
stat-outcome-underReliance = Overridden although right
stat-outcome-precision = Person right when overriding
stat-outcome-missing = Outcome not known
stat-outcome-rair = Switched to the AI’s right answer
stat-outcome-rsr = Kept the own right answer
# $net (String) better, worse or same, $count (String) cases
stat-net = { $net ->
    [better] Overriding put things right more often than wrong; the difference is { $count }.
    [worse] Overriding put things wrong more often than right; the difference is { $count }.
   *[same] Overriding put things right as often as wrong.
}
# $least and $most (String) cases
stat-net-bounds = Whatever the unknown outcomes are, that difference lies between { $least } and { $most }.
# $p (String)
stat-net-p = McNemar’s exact test: { $p }.

## Whether people look
stat-attention-title = Whether people look
stat-verdict-raised = raised
stat-verdict-not_raised = not raised
stat-verdict-cannot_tell = cannot tell
stat-sign-volume-raised = Hardly anything is overridden, which may mean that outputs are approved without a look.
stat-sign-strong-raised = People override less than the AI is known to err.
stat-sign-speed-raised = Many decisions are faster than a look takes.
stat-sign-seeded-raised = Most of the known wrong samples were approved.
stat-sign-rejection-raised = Hardly any output is accepted.
stat-caught = Known wrong samples caught
stat-under-two = Under two seconds
stat-ai-errors = Known errors of the AI
stat-median = Median time of a decision
# $seconds (String)
stat-seconds = { $seconds } s
stat-bound-upper = Upper bound of the override rate, one-sided 95 %
stat-bound-lower = Lower bound of the override rate, one-sided 95 %
stat-bound-ai = Lower bound of the AI’s error rate, one-sided 95 %

## Exposure
# $unit (String) week, month or day, $exposed (String) the unit of exposure
stat-exposure-chart = Overrides in 100 { $exposed }, by { $unit ->
    [month] month
    [day] day
   *[other] week
}
# $unit (String)
stat-in-hundred = In 100 { $unit }
# $unit (String)
stat-exposure-title = Overrides by { $unit }
# $count, $exposure and $unit (String)
stat-exposure-said = { $count } overrides in { $exposure } { $unit } of operation.
# $rate, $lower, $upper and $unit (String)
stat-exposure-rate = That is { $rate } in 100 { $unit }, and with 95 % confidence between { $lower } and { $upper }.

## Agreement
stat-concordance-title = Whether the decision is what the AI said
# $figure (String)
stat-concordance-said = The final decision is the AI output in { $figure }.
stat-agreement-title = Whether people judge alike before they see the output
stat-agreement-said = The first judgement is the AI output in { $figure }.
stat-crossed = AI output against final decision
stat-crossed-corner = AI output, down; person, across
stat-alike = The same label
stat-kappa = Cohen’s kappa
# $kappa, $lower and $upper (String)
stat-kappa-value = { $kappa } ({ $lower } to { $upper })

## Like cases
stat-likeness-title = Whether like cases are decided alike
stat-likeness-none = No two decisions are on like cases yet.
# $share and $keys (String)
stat-likeness-said = Two decisions on like cases differ { $share } of the time. There are { $keys } kinds of like cases; those that differ most stand first.
# $count, $of and $pairs (String)
stat-like-key = { $count } of { $of } overridden; { $pairs }
stat-like-pair = For example
# $share, $differing and $pairs (String)
stat-pairs = { $share } differ ({ $differing } of { $pairs } pairs)
stat-pairs-all = All pairs
stat-pairs-same = Pairs of one reviewer
stat-pairs-cross = Pairs of two reviewers

## Reviewers
stat-reviewers-title = Whether reviewers differ
stat-reviewers-none = Reviewers can’t be compared yet.
# $count (String) reviewers, $flagged (Number) reviewers
stat-reviewers-differ = The { $count } reviewers differ more than chance explains. { $flagged ->
    [0] None stands out once the mix of cases is allowed for.
    [one] One stands out even when the mix of cases is allowed for; look at the cases, not at the person.
   *[other] { $flagged } stand out even when the mix of cases is allowed for; look at the cases, not at the persons.
}
# $count (String) reviewers
stat-reviewers-alike = The { $count } reviewers do not differ more than chance explains.
# $count (Number) reviewers
stat-reviewers-hidden = { $count ->
    [one] One reviewer with fewer than ten decisions is not shown.
   *[other] { $count } reviewers with fewer than ten decisions are not shown.
}
stat-chi = Chi-square
# $chi, $df and $p (String)
stat-chi-value = { $chi } with { $df } degrees of freedom, { $p }
stat-phi = Dispersion
# $rounds (String)
stat-permutation = Permutation test, { $rounds } rounds
# $reviewer (String)
stat-ratio = { $reviewer }, observed by expected
# $ratio, $lower, $upper and $expected (String)
stat-ratio-value = { $ratio } ({ $lower } to { $upper }), { $expected } expected
