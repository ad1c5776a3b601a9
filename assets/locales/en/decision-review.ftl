# Second review: a sample of decisions judged again by people who do not see who decided.

place-decisionReviews = Second review

## Samples
second-title = { $count ->
    [0] No sample drawn yet
    [one] One sample for second review
   *[other] { $count } samples for second review
}
second-lede = Decisions are judged again, accepted ones too, by people who do not see who decided. Only this shows errors that nobody noticed.
second-empty-text = Draw a sample: the program chooses decisions at random and shows each as two texts without names.
second-column-days = Days drawn from
second-column-drawn = Drawn
second-column-judged = Judged
second-column-mine = By me
second-column-says = Shows
# $judged and $cases (String)
second-progress = { $judged } of { $cases }
second-complete = Complete

## Drawing
second-draw = Draw a sample
second-confidence = Confidence
second-confidence-hint = How sure it is to be that a large share of errors would show.
second-tolerable = Wrong decisions that must not go unnoticed
second-tolerable-hint = The smaller the share, the more cases.
# $share (String) such as 5 %
second-more-than = more than { $share }
# $level and $share (String)
second-plain = With { $level } confidence, more than { $share } wrong decisions would show.
# $accepted, $acceptedAll, $overridden, $overriddenAll and $cases (String) counts
second-sizes = That takes { $cases } cases: { $accepted } of { $acceptedAll } accepted and { $overridden } of { $overriddenAll } overridden decisions.
second-counting = Counting the decisions …
second-same = Repeat an earlier draw
second-seed = Seed
second-seed-hint = With the seed of an earlier sample the same decisions are drawn again. Empty takes a new one.
second-draw-now = Draw
second-drawn = The sample is drawn.

## A sample
# $system (String) its name
second-page-title = Second review of { $system }
# $from and $to (String) formatted days
second-page-lede = Decisions from { $from } to { $to }.
second-next = Judge the next case
second-cases = Cases
second-cases-open = Show open cases only
# $number (String) from 1
second-case = Case { $number }
second-open = open
second-given = judged
# $left (Number) cases, $cases (String)
second-left = { $left ->
    [one] One of { $cases } cases has no verdict yet.
   *[other] { $left } of { $cases } cases have no verdict yet.
}
second-hidden = The figures stay hidden until every case has one. Shown earlier, they would reveal what others said and sway the reviewer.
second-mine-all = You have judged every case. A second person’s verdicts show how far two people agree.
second-only-read = Your roles allow reading only. Reviewers, assessors and approvers judge cases.
second-about = The sample
second-size-accepted = Drawn from accepted
second-size-overridden = Drawn from overridden
second-by = Drawn
# $person and $at (String)
second-by-whom = { $person }, { $at }
second-verdict-ai_right = AI right
second-verdict-person_right = person right
second-verdict-both_right = both right
second-verdict-both_wrong = both wrong
second-verdict-cannot_tell = can’t be told

## Figures
second-figures = What the verdicts say
# $cases and $undecided (String)
second-figures-said = All { $cases } cases are judged; of { $undecided } it can’t be told who was right.
second-figures-remark = { $level } intervals
second-missedErrors = Accepted although wrong
second-missedErrors-how = Share of the accepted cases judged, with Wilson’s interval.
second-missedErrors-know = These are errors that nobody noticed. A sample shows how many, not which others.
second-precision = Person right when overriding
second-precision-how = Share of the overridden cases judged in which the person was right and the AI wrong, with Wilson’s interval.
second-precision-know = Cases in which both were right, or both wrong, do not count for the person.
second-needless = Overridden although right
second-needless-how = Share of the overridden cases judged in which the AI’s output was right, with Wilson’s interval.
second-needless-know = Not each was a mistake: the person’s own decision may have been right as well.
second-overReliance = Over-reliance, estimated
second-overReliance-how = Of the AI’s wrong outputs, the share that was accepted, estimated for all decisions: each kind’s share is taken for all of its kind.
second-overReliance-know = The interval holds for both kinds at once and is wide where few errors were found.
second-underReliance = Under-reliance, estimated
second-underReliance-how = Of the AI’s right outputs, the share that was overridden, estimated in the same way.
second-underReliance-know = The interval holds for both kinds at once.
# $n (String) cases
second-of-cases = from { $n } cases
second-agreement = Two reviewers agree
second-agreement-how = Share of the cases judged by two people in which both said the same; kappa, PABAK and AC1 take off what would agree by chance.
second-agreement-know = Kappa stays low where one answer is very frequent; look at PABAK and AC1 as well.
second-agreement-none = No case was judged by two people, so how far reviewers agree can’t be told. Let a second person judge the same cases.
# $kappa, $pabak and $ac1 (String)
second-agreement-values = kappa { $kappa }, PABAK { $pabak }, AC1 { $ac1 }
second-none = can’t be told
second-none-know = No case of this kind was judged, so there is no figure; that is not 0 %.

## One case
# $number and $cases (String)
second-case-title = Case { $number } of { $cases }
second-case-lede = Judge the decision by what is right for the case. It is not shown whose text is whose; the order is random.
second-case-one-lede = Judge by what is right for the case.
second-text = Decision
# $number (String) 1 or 2
second-text-number = Text { $number }
second-text-empty = no text
second-which = Which is right?
second-whether = Is it right?
second-say-first = Text 1
second-say-second = Text 2
second-say-both = Both
second-say-neither = Neither
second-say-cannot_tell = Can’t tell
second-say-right = Right
second-say-wrong = Wrong
second-note = Why
second-which-missing = Choose a verdict
second-note-unsaved = The note is saved with a verdict only. Choose one and save, or empty the note to go on.
second-again = You judged this case before. A new verdict takes its place.
second-save = Save and next
second-later = Next open case
second-back = All cases
second-saved-last = Every case has your verdict.

## In the analysis
second-section = Second review
# $from and $to (String) days
second-section-of = Sample of { $from } to { $to }.
second-section-open = Open the sample
second-invite = No complete second review lies within these days. A sample of decisions, judged again without names, shows the errors that nobody noticed and whether overriding was right.
second-invite-link = Draw a sample
second-list-link = All samples
