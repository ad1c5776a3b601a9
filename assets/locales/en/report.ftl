# The assessment report on paper. Scales and names of the method are in method.ftl.

## Frame
paper-title = Risk assessment of an AI system
# $system (String), $period (String)
paper-subtitle = { $system }, { $period }
# $from and $to (String) dates
paper-period = { $from } to { $to }
# $system (String) name and version
paper-head = { $system }, risk assessment
paper-sample = Teaching sample
# $digest (String) in groups of four
paper-foot-digest = Digest of the facts, SHA-256 { $digest }
# $sequence (String), $digest (String) in groups of four
paper-foot-history = History entry { $sequence }, { $digest }
paper-foot-history-empty = History has no entry yet

# Editable copies
# $number (Number) of the report
paper-copy-mark = Editable copy of issue { $number }, unsigned
# $number (Number) of the report, $digest (String) in groups of four
paper-copy-notice = This is an editable copy of issue { $number }. Nobody has signed it, and anything in it may have been changed: the signed PDF alone is the report. Both were made from the facts with the SHA-256 { $digest }.

# $page and $pages (String)
paper-page = Page { $page } of { $pages }
# $number (Number) of the table, $caption (String)
paper-caption-table = Table { $number }. { $caption }
# $number (Number) of the figure, $caption (String)
paper-caption-figure = Figure { $number }. { $caption }
paper-link = Go to
# $year, $month and $day (Number)
paper-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
# $date (String), $time (String)
paper-moment = { $date }, { $time }
# $moment (String), $zone (String) IANA name
paper-moment-in-zone = { $moment } ({ $zone })
# $person (String), $moment (String)
paper-act = { $person }, { $moment }
paper-separator = {", "}
# Between things whose names may hold commas themselves.
paper-item-separator = {"; "}
# Between the marks at the head of a page.
paper-mark-separator = {", "}
# Between sentences in a row.
paper-sentence-separator = {" "}
# $title (String) kind of report
# $about (String) what it is about
paper-titled = { $title }: { $about }
paper-not-given = not given
paper-yes = yes
paper-no = no
paper-attachment-facts = All facts of this report, canonical JSON (RFC 8785)
paper-attachment-schema = JSON Schema of the facts
paper-attachment-oscal-results = Assessment results in OSCAL 1.1.3
paper-attachment-oscal-plan = Plan of action and milestones in OSCAL 1.1.3

## Cover
# $circulation (String)
paper-circulation = For: { $circulation }
# $number (String)
paper-document-number = Document { $number }
# $number (Number), $date (String)
paper-issue = Issue { $number }, { $date }
# $best and $worst (String) names of grades
paper-interval = Interval: { $best } to { $worst }
paper-interval-point = Interval: this grade alone
# $tier, $scenario, $autonomy, $scale (Number)
paper-tier-value = Tier { $tier }
paper-tier-detail = { "\u000A" }scenario { $scenario }, autonomy { $autonomy }, scale { $scale }
# $confidence (Number), $band (String)
paper-confidence-value = { $confidence }, { $band }
paper-red-lines = Red lines
# $crossed (Number)
paper-red-lines-crossed = { $crossed ->
    [one] one of six is crossed
   *[other] { $crossed } of six are crossed
}
paper-red-lines-clear = none of the six is crossed
# $open (Number)
paper-red-lines-open = none is crossed, { $open } unanswered
paper-organisation = Assessed by
# $organisation (String) its name
paper-logo = Logo of { $organisation }
paper-depth = Depth
# $depth (String), $answered, $asked and $open (Number)
paper-depth-value = { $open ->
    [0] { $depth }, all { $asked } questions answered
   *[other] { $depth }, { $answered } of { $asked } questions answered
}
paper-version = System version
# $version and $supplier (String)
paper-version-value = { $version }, supplied by { $supplier }
paper-prepared = Prepared
paper-reviewed = Reviewed
paper-approved = Approved
paper-sign-as = Signs as
paper-sign-name = Name
paper-sign-title = Post or unit
paper-sign-page = Who prepared, reviewed and approved the report
# Names under the five cells of the scale; a second word goes on a second line.
paper-scale-1 = Low
paper-scale-2 = Moderate
paper-scale-3 = Considerable
paper-scale-4 = Major
paper-scale-5 = Extremely serious
# $basis (String)
paper-basis-value = Basis: { $basis }.
# $title, $issuer, $released, $method (String)
paper-basis-framework = Assessed against section 6.3 of the { $title }, { $issuer }, { $released }. Clause numbers and risk names come from the framework; the questions, the links from 6.3 to risks and the grading method ({ $method }) are this project’s own. The facts are inside this file: anybody can check the signatures and compute the grade again. The signatures stand on the last page.
paper-sample-title = Teaching sample
paper-sample-body = This report is about a fictional organisation. It shows what a report looks like and says nothing about any real system.

## Red lines
paper-red-title = Red lines
paper-red-lead-clear = None of the six red lines is crossed.
# $crossed (Number), $grade (String) name of the grade that they force
paper-red-lead-crossed = { $crossed ->
    [one] One red line is crossed. While it is, the grade cannot be lower than { $grade }.
   *[other] { $crossed } red lines are crossed. While they are, the grade cannot be lower than { $grade }.
}
# $open (Number)
paper-red-lead-open = { $open ->
    [one] One red line is unanswered; the upper end of the interval takes it as crossed.
   *[other] { $open } red lines are unanswered; the upper end of the interval takes them as crossed.
}
paper-red-column-id = No.
paper-red-column-what = Red line
paper-red-column-answer = Answer
paper-red-column-state = State
paper-red-crossed = Crossed
paper-red-clear = Not crossed
paper-red-open = Unanswered
paper-red-summary = The six red-line questions with their answers and states

## Summary
paper-summary-title = Summary
# $system, $grade (String), $number (Number)
paper-summary-lead = { $system } has residual risk grade { $number }, { $grade }.
# $best and $worst (String)
paper-summary-interval = Taking every doubt for and against it, the grade lies between { $best } and { $worst }.
paper-summary-interval-point = No open doubt would change the grade.
# $tier (Number), $parts (String)
paper-summary-parts = The application tier is { $tier }. What decides the grade: { $parts }.
# $risks (String)
paper-summary-worst = The gravest risks: { $risks }.
# $clauses (String)
paper-summary-weak = Clauses of 6.3 that are not in place: { $clauses }.
paper-summary-weak-none = Every clause of 6.3 is at least partly in place.
# $confidence (Number), $band (String), $bare (Number), $open (Number)
paper-summary-confidence = Confidence is { $confidence } of 100 ({ $band }): { $bare ->
    [0] no measure or clause rests
    [one] one measure or clause rests
   *[other] { $bare } measures and clauses rest
} on a bare claim; { $open ->
    [0] nothing is unanswered
    [one] one point is unanswered
   *[other] { $open } points are unanswered
}.
# $step (String)
paper-summary-help = What would help most: { $step }.
# $grade (String), $count (Number)
paper-summary-plan = { $count ->
    [one] One step would bring the grade to { $grade } (section “What would help”).
    [2] Two steps would bring the grade to { $grade } (section “What would help”).
    [3] Three steps would bring the grade to { $grade } (section “What would help”).
   *[other] { $count } steps would bring the grade to { $grade } (section “What would help”).
}
# $grade (String)
paper-summary-plan-clear = Lifting the crossed red lines is enough to bring the grade to { $grade }.
# $grade (String)
paper-summary-plan-none = No measure alone brings the grade to { $grade }: scope, autonomy or scale would have to change.
# $open and $late (Number)
paper-summary-actions = { $open ->
    [one] One action is open
   *[other] { $open } actions are open
}, { $late ->
    [0] none of them late
    [one] one of them late
   *[other] { $late } of them late
}.
paper-summary-actions-none = No action is open.
# $count (Number)
paper-summary-dissent = { $count ->
    [one] One person disagrees with the grade (section “The grade explained”).
   *[other] { $count } persons disagree with the grade (section “The grade explained”).
}

## Contents
paper-contents = Contents

## Scope and system
paper-scope-title = Scope and system
paper-system-title = The AI system
paper-context-title = Context of use
paper-context-intro = Three facts decide the application tier. Measures never lower it. “A person” is always a trained member of staff, never the citizen, patient or customer who is served.
paper-context-column-axis = Fact
paper-context-column-value = Value
paper-context-column-reason = Reason
paper-context-summary = Scenario, autonomy and scale with their values and reasons
paper-filing-title = Filing and protection
paper-assessment-title = The assessment
paper-assessment-period = Period
paper-assessment-phase = Phase of the system
paper-assessment-profile = Profile
paper-assessment-profile-none = rated without a profile
paper-assessment-begun = Begun
paper-assessment-submitted = Handed over for review
paper-assessment-approved = Approved
paper-assessment-as-of = State of the facts

## Grade
paper-grade-title = The grade explained
paper-grade-intro = The grade is the largest of four parts. Good measures never make up for one grave risk.
paper-part-column = Part
paper-part-column-grade = Grade
paper-part-column-why = Why
paper-part-summary = The four parts of the grade
paper-part-worst_risk = Worst risk
paper-part-accumulation = Many risks at once
paper-part-context_floor = Application tier
paper-part-gates = Gates and red lines
# $part (String)
paper-part-deciding = { $part } (decides)
# $risk (String), $index (Number)
paper-part-worst-why = { $risk }, index { $index }
paper-part-worst-none = No risk applies
# $count, $level, $needed (Number)
paper-part-accumulation-why = { $count } risks at level { $level } or above, where { $needed } are enough
paper-part-accumulation-none = No count is reached
# $tier (Number)
paper-part-floor-why = What tier { $tier } alone demands
paper-part-gates-none = No gate fires
paper-gate-title = Gates
paper-gate-intro = A gate keeps the grade up while something indispensable is missing.
paper-gate-column = Gate
paper-gate-column-why = Why it fires
paper-gate-summary = The gates that fire
paper-gate-control = Human control
paper-gate-fallback = Fallback
paper-gate-uncontrolled = Uncontrolled risk
paper-gate-neglect = Neglected clause
paper-gate-red_line = Red line
# $control (String), $level (String)
paper-gate-why-control = { $control } counts as “{ $level }”
# $risks (String)
paper-gate-why-risks = Risks: { $risks }
# $questions (String)
paper-gate-why-red = Crossed: { $questions }
paper-count-title = Many risks at once
paper-count-intro = Several risks together weigh more than each of them.
paper-count-column-level = Risks at level
paper-count-column-count = Counted
paper-count-column-needed = Needed
paper-count-column-grade = Then grade
paper-count-column-reached = Reached
# $level (Number)
paper-count-level = { $level } or above
paper-count-summary = The three counts of risks
paper-interval-title = Interval and confidence
# $best, $point and $worst (String)
paper-interval-text = At best { $best }, as it stands { $point }, at worst { $worst }.
# $point (String)
paper-interval-same = However the open points turn out, the grade stays { $point }.
paper-interval-how = The interval takes every unanswered point, every bare claim and every unconfirmed “not applicable” once in favour and once against.
# $confidence (Number), $band (String)
paper-confidence-text = Confidence says how well founded the grade is: { $confidence } of 100, { $band }. It never changes the grade.
paper-open-title = What is still in doubt
# $names (String)
paper-open-context = Context unanswered: { $names }
# $names (String)
paper-open-risks = Risks not fully rated: { $names }
# $names (String)
paper-open-unevidenced-risks = Ratings without evidence: { $names }
# $names (String)
paper-open-unconfirmed = “Not applicable” on one person’s word: { $names }
# $names (String)
paper-open-controls = Measures and clauses unanswered: { $names }
# $names (String)
paper-open-unevidenced-controls = Measures and clauses on a bare claim: { $names }
# $names (String)
paper-open-red-lines = Red lines unanswered: { $names }
paper-capped-title = What counts less than it was answered
paper-capped-intro = A claim earns a level only as far as its evidence reaches.
paper-capped-column-answer = Answered
paper-capped-column-counts = Counts as
paper-capped-summary = Measures and clauses whose level is limited by their evidence
paper-help-title = What would help
paper-help-intro = Each line is one step of one measure or clause, the most helpful first. Levels go from 0, absent, to 4, verified effective; “independent” is evidence that is current and independent. “Grade” is the grade after this step alone, “Worst risk” what the worst risk’s index loses, “Falls” how many risks fall to a lower level.
paper-help-column-step = Step
paper-help-column-evidence = Evidence
paper-help-column-grade = Grade
paper-help-column-worst = Worst risk
paper-help-column-drops = Falls
# $from and $to (Number) levels
paper-help-step = { $from } to { $to }
paper-help-none = No single step of a measure lowers the worst risk or brings a risk to a lower level.
paper-help-summary = Steps of measures with their effect
# $control, $from, $to (String)
paper-step = { $control } from “{ $from }” to “{ $to }”
# $grade (String)
paper-plan-title = Plan to reach { $grade }
# $questions (String)
paper-plan-clear = First lift these red lines: { $questions }.
# $questions (String)
paper-plan-clear-enough = Lifting these red lines is enough: { $questions }.
# $count (Number)
paper-plan-steps = { $count ->
    [one] This step is enough, with the evidence in brackets:
   *[other] These steps together are enough, with the evidence in brackets, and none can be left out:
}
# $count (Number)
paper-plan-then = { $count ->
    [one] Then take this step, with the evidence in brackets:
   *[other] Then take these steps, with the evidence in brackets; none can be left out:
}
# $step and $evidence (String)
paper-plan-step = { $step } ({ $evidence })
# $best (String)
paper-plan-best = Measures alone do not reach it. With all of them verified the grade would be { $best }. What stands in the way:
# $part (String), $grade (Number)
paper-plan-blocker = { $part }: { $grade }
# $risks (String)
paper-plan-risks = Risks that stay above it: { $risks }
paper-plan-none = The grade is the lowest there is.
paper-single-title = Single changes that move the grade
# $grade and $steps (String)
paper-single-better = Lower, to { $grade }: { $steps }
# $grade and $steps (String)
paper-single-worse = Higher, to { $grade }: { $steps }
# $what (String)
paper-change-up = { $what } up one step
# $what (String)
paper-change-down = { $what } down one step
# $risk (String)
paper-change-likelihood = likelihood of { $risk }
# $risk (String)
paper-change-impact = impact of { $risk }
# $line (String)
paper-change-clear = lifting red line { $line }
# $lines (String) numbers of red lines
paper-change-cross = crossing a red line ({ $lines })
paper-single-none = No single change moves the grade.
paper-dissent-title = Dissents
paper-dissent-intro = A grade is never overridden by hand. Whoever disagrees says so, and it is printed.
# $grade (String)
paper-dissent-grade = proposes { $grade }
# $act and $proposal (String)
paper-dissent-line = { $act }, { $proposal }

## Clauses
paper-clauses-title = Clause by clause
paper-clauses-intro = Each clause of 6.3 with our questions. “Met” is always the good state. The level follows from the answers and their evidence by the method.
paper-clause-column = Clause
paper-clause-column-level = Level
paper-clause-column-standing = Evidence
paper-clause-column-counted = Counts as
paper-clauses-summary = The nine clauses with their levels
paper-clause-level = Level
# $level (Number), $name (String)
paper-level = { $level }, { $name }
paper-clause-limited = { $level }, limited by data on drills and decision records
paper-clause-no-credit = Earns no credit: it is the assessment itself
paper-question-column-id = No.
paper-question-column = Question
paper-question-column-answer = Answer
paper-question-column-standing = Evidence
paper-question-critical = critical
paper-question-red = red line
paper-question-inherited = answered once for the organisation
# $note (String)
paper-note = Note: { $note }
# Standings in few words, for narrow columns.
paper-standing-none = no evidence
paper-standing-attached = attached
paper-standing-current_independent = independent
# $count (Number)
paper-question-left-out = { $count ->
    [one] One question is not asked in a quick assessment.
   *[other] { $count } questions are not asked in a quick assessment.
}
# $clause (String)
paper-question-summary = Questions of { $clause } with answers
# $reason (String)
paper-na-reason = Not applicable: { $reason }

## Risks
paper-risks-title = The 26 risks
# $applicable (Number), $na (Number)
paper-risks-intro = { $na ->
    [0] All { $applicable } risks apply.
    [one] { $applicable } risks apply, one does not.
   *[other] { $applicable } risks apply, { $na } do not.
} Likelihood and impact are rated before any measure; the residual index is computed, never entered.
# $count and $others (Number)
paper-risks-proposed = { $others ->
    [0] { " " }All ratings are as the profile proposed, each confirmed by a person.
    [one] { " " }{ $count } ratings are as the profile proposed, each confirmed by a person; one was changed.
   *[other] { " " }{ $count } ratings are as the profile proposed, each confirmed by a person; { $others } were changed.
}
paper-map-title = Heat map
paper-map-intro = Where the risks stand before any measure. The colour is the level that this likelihood and impact give at this application tier.
# $count, $grave (Number) risks
paper-map-alt = Heat map of { $count } risks by likelihood and impact before any measure. { $grave } of them stand where the level is Major or Extremely serious. The table below names every risk.
paper-table-title = Inherent and residual
paper-table-column-risk = Risk
paper-table-column-li = L, I
paper-table-column-inherent = Inherent
paper-table-column-reduction = Reduction
paper-table-column-residual = Residual
paper-table-column-level = Level after measures
paper-table-summary = The 26 risks with likelihood, impact, inherent and residual index and level
paper-not-applicable = Not applicable
# $grade (String)
paper-risks-of = Risks graded { $grade }
# $count, $applicable (Number)
paper-risks-of-intro = { $count ->
    [one] One of the { $applicable } risks that apply.
   *[other] { $count } of the { $applicable } risks that apply.
}
paper-risk-evidence = Evidence
paper-risk-margin = Margin
# $points (Number), $grade (Number)
paper-risk-margin-above = { $points } points up to grade { $grade }
paper-risk-margin-below = { $points } points down to grade { $grade }
paper-risk-reason = Reason
paper-risk-changed = changed from what it proposes
# $value (Number), $name (String)
paper-scale-value = { $value }, { $name }
# $value (Number)
paper-scale-assumed = unanswered, counted as { $value }
# $index (Number)
paper-index-inherent = { $index } inherent
paper-index-residual = { $index } residual
# $inherent, $residual, $level (Number)
paper-index-alt = Index from { $inherent } inherent to { $residual } residual, grade { $level }
paper-credit-column-measure = Measure
paper-credit-column-what = Name
paper-credit-column-link = Link
paper-credit-column-level = Level
paper-credit-column-credit = Credit
paper-credit-column-counted = Counted
# $risk (String)
paper-credit-summary = How measures reduce { $risk }
paper-link-official = official
paper-link-ours = ours
# $source (String)
paper-link-supporting = { $source }, half
# $level (Number), $standing (String)
paper-credit-level = { $level }, { $standing }
# $names (String)
paper-credit-nothing = No credit: { $names }
paper-reduction = Reduction
# $formula parts
paper-risk-note = L, I: likelihood and impact. Index: 100 × (likelihood + impact), shifted by { $shift } for application tier { $tier }, less the reduction. On the following pages each further measure counts half as much as the one before, rounded down. Levels of measures: 0 absent, 1 planned, 2 partial, 3 implemented, 4 verified effective; “independent” is evidence that is current and independent. Links marked “official” come from the framework’s closing table, those marked “ours” are this project’s own; “half” is a supporting link.
paper-risks-na-title = Risks that do not apply
paper-na-column-reason = Reason
paper-na-column-agreed = Second person
paper-na-alone = on one person’s word
paper-na-summary = Risks held not applicable, with reasons

## Measures
paper-measures-title = The 21 measures
paper-measures-intro = The framework’s technical countermeasures (section 4), in place at the supplier or at the organisation. Short names are ours.
paper-measures-column-measure = Measure
paper-measures-column-level = Level
paper-measures-column-standing = Evidence
paper-measures-column-counts = Counts as
paper-measures-summary = The 21 measures with level, evidence and note

## Actions
paper-actions-title = Actions
paper-actions-none = No action is recorded for this system.
paper-actions-column-what = Action
paper-actions-column-target = Answers to
paper-actions-column-owner = Owner
paper-actions-column-due = Due
paper-actions-column-state = State
paper-actions-summary = Actions with owner, due date and state
paper-actions-late = late
paper-target-system = the system
# $question (String) number of a question
paper-target-question = question { $question }
paper-target-finding = an audit finding
paper-target-incident = an incident
paper-target-signal = a sign in the decision records
paper-target-supplier = a question to the supplier

## Evidence
paper-evidence-title = Evidence
paper-evidence-none = No evidence is attached.
paper-evidence-intro = A file is sealed by its SHA-256 digest: whoever holds the file can compute it again. What was added for several answers alike is listed once.
paper-evidence-column-id = No.
paper-evidence-column-name = Evidence
paper-evidence-column-dated = Dated
paper-evidence-column-standing = Standing
paper-evidence-digest-only = the content stays where it is
# $digest (String) in groups of four
paper-evidence-digest = SHA-256 { $digest }
# $place (String)
paper-evidence-place = Kept at: { $place }
paper-evidence-summary = Evidence with dates, standing and digests

## Method
paper-method-title = Method and sources
paper-method-official = What is official
paper-method-official-text = From the framework: the numbers of its clauses, the names of the 26 risks and their groups, the names of the governance measures, and the links between risks and measures marked “official”. Summaries are in our words.
paper-method-ours = What is this project’s own
paper-method-ours-text = The framework publishes no formula. The questions, what counts as good, the red lines, the scales, the links marked “ours”, the profiles and the grading method are this project’s own and stand for no authority.
paper-method-framework = Framework
# $title, $version (String)
paper-method-framework-value = { $title }, edition { $version } as data
paper-method-grading = Grading method
paper-method-digest = SHA-256
paper-method-computed = How the grade is computed
paper-method-step-index = Inherent index H = 100 × (likelihood + impact), each 1 to 5. Measures linked to the risk earn credit by their effective level; the largest counts in full, each further one half as much as the one before. The residual index is H less that reduction.
paper-method-step-tier = Application tier T = (2 × scenario + autonomy + scale + 2) ÷ 4, rounded down, at least scenario − 1. The tier shifts every index: the more depends on the system, the stricter.
# $edges (String)
paper-method-step-level = Levels begin at { $edges }. Impact 5 never falls below level 2.
paper-method-step-evidence = Evidence limits what a claim earns: without any, at most “partial”; attached, at most “implemented” (for tiers 1 and 2 “verified effective”); current and independent, up to “verified effective”.
paper-method-step-grade = The grade is the largest of worst risk, many risks at once, application tier, and gates.
paper-method-recompute = Compute it again
paper-method-recompute-text = The file facts.json inside this report holds every answer, rating and table; facts.schema.json describes it. Any PDF reader can save them. The digest in every footer is the SHA-256 of facts.json.
paper-method-facts-digest = Digest of the facts
paper-method-history = History
# $sequence (String)
paper-method-history-value = Entry { $sequence }
paper-method-signature = The signatures
paper-method-signature-text = They are made with keys of the organisation’s own. A reader calls such a certificate unknown until it is trusted; compare the fingerprint printed in the signature with the one the signer gives.

## Glossary
paper-glossary-title = Glossary
paper-term-tier = Application tier
paper-term-tier-text = How much depends on the system, from scenario, autonomy and scale, 1 to 5. Measures never lower it.
paper-term-grade = Residual risk grade
paper-term-grade-text = What is left after the measures that are really in place, 1 to 5; always with interval and confidence.
paper-term-interval = Interval
paper-term-interval-text = The grade with every doubt taken in favour, and with every doubt taken against.
paper-term-confidence = Confidence
paper-term-confidence-text = How well founded the grade is, 0 to 100.
paper-term-red = Red line
paper-term-red-text = One of six questions whose bad answer keeps the grade up.
paper-term-standing = Evidence standing
paper-term-standing-text = None, attached, or current and independent.
paper-term-inherent = Inherent
paper-term-inherent-text = Before any measure.
paper-term-residual = Residual
paper-term-residual-text = After the measures that are in place; computed, never entered.
paper-term-measure = Measure
paper-term-measure-text = One of the 21 technical countermeasures of section 4.
paper-term-dissent = Dissent
paper-term-dissent-text = A person’s reasoned disagreement with the computed grade, printed beside it.
paper-term-history = History
paper-term-history-text = The chained record of every change in the workspace; its head is in every footer.

## Signatures
paper-sign-title-page = Signatures
paper-sign-intro = By signing one confirms having read the report and stands for one’s part in it. The fields are signed in order; a later signature leaves the earlier ones intact.
paper-sign-signature = Signature
paper-sign-date = Date
paper-sign-placeholder = Signature field
paper-sign-blank = ................................
# $role, $name (String)
paper-sign-tip = Signature of { $name }, { $role }
paper-sign-same = The same person signs more than once.
# In the right-hand column of a report in two languages: where one signs or sets the seal
paper-aside = at the left
paper-seal-title = Seals
paper-seal-organisation = Seal of the organisation
paper-seal-unit = Seal of the unit
paper-seal-note = A wet seal belongs to the printed copy; the digest below ties the copy to the file.

# Redacted copies
paper-removed = [removed]
# $number (Number) of the person
paper-removed-person = Person { $number }
# $number (Number) of the piece
paper-removed-evidence = Evidence { $number }
paper-redacted = Redacted copy
# $number (Number) of the original report
paper-redacted-title = Redacted copy of report { $number }
# $number (Number) of the original report
# $signatures (Number) how many had signed it
# $digest (String) its SHA-256
paper-redacted-body = Something was removed from the facts of report { $number }, and this copy was made anew from what was left. The original bears { $signatures ->
    [one] one signature
   *[other] { $signatures } signatures
}; its SHA-256 is { $digest }.
# $act (String) who and when
paper-redacted-made = Made by { $act }.
paper-redacted-by = Copied by
paper-redacted-heading = What was removed
paper-redacted-intro = Each entry says what kind of thing was removed and how often. The grade rests on all answers, also on those that were removed.
paper-redacted-column-what = Removed
paper-redacted-column-count = Times

# The readme of a body of evidence
body-title = How to check this folder
# $files (Number) of evidence files
body-text = report.pdf is the signed report. The folder evidence holds what was handed out of its annex ({ $files ->
    [0] nothing
    [one] one file
   *[other] { $files } files
}); each name begins with the number under which the annex lists the file.

    No file has changed if this command says OK for every one (Linux and macOS; Windows: certutil -hashfile FILE SHA256):

    sha256sum -c SHA256SUMS

    The annex of the report names the SHA-256 of each file too: compare it with SHA256SUMS. The signatures can be checked with any PDF reader that knows PAdES.
body-named = Not in this folder, but named in the annex:
