# Assessments: list, start, task list, questions, measures, ratings, result, review.

assessment-title = Assessments
# $count (Number) assessments, $unsigned (Number) those of them that are not signed yet
assessment-count = { $count ->
    [0] No assessments
    [one] One assessment, { $unsigned ->
        [0] signed
       *[other] not signed
    }
   *[other] { $count } assessments, { $unsigned ->
        [0] all signed
       *[other] { $unsigned } not signed
    }
}
assessment-empty = No AI system has been assessed yet. Open a system and begin its first assessment.
assessment-search = Search by AI system
assessment-to-systems = Go to AI systems
assessment-column-system = AI system
assessment-column-period = Period
assessment-column-state = State
assessment-column-grade = Residual risk grade
assessment-column-tier = Tier
assessment-column-progress = Answered
assessment-column-changed = Last changed
assessment-progress = { $answered } of { $total }
assessment-state-draft = Draft
assessment-state-in_review = In review
assessment-state-approved = Approved
assessment-state-signed = Signed
assessment-state-superseded = Superseded
assessment-subtitle = { $period }, { $depth }, { $state }

assessment-start = Begin assessment
assessment-start-title = Begin an assessment: { $system }
assessment-start-step = Step { $step } of 3
assessment-start-context = Context of use
assessment-start-context-hint = Three facts about the use decide the application tier. A person always means a trained member of staff, never the citizen or patient who is served.
assessment-start-reason = Reason
assessment-start-reason-hint = One sentence that a reader can check.
assessment-start-profile = Profile
assessment-start-profile-hint = A profile proposes ratings for all 26 risks. Nothing counts until you have confirmed it. Those that fit the context best come first.
assessment-start-profile-none = No profile: rate every risk from scratch
assessment-start-profile-fit = { $name } (fits best)
assessment-start-depth = Depth and period
assessment-depth = Depth
assessment-start-tier = Application tier { $tier }
assessment-start-depth-quick = Quick: the { $count } critical questions
assessment-start-depth-full = Full: all { $count } questions
assessment-start-depth-proposed = proposed for tier { $tier }
assessment-start-from = From
assessment-start-to = To
assessment-start-confirm = Begin assessment
assessment-start-incomplete = Choose a value for { $name }.
assessment-start-period-wrong = The period must not end before it begins.

assessment-profile = Profile: { $name }
assessment-tasks = Task list
assessment-tasks-hide = Hide task list
assessment-context = Context of use
assessment-measures = Measures of section 4
assessment-ratings = Risk ratings
assessment-result = Result
assessment-check = Check answers
assessment-review = Review and sign
assessment-status-not_started = Not started
assessment-status-in_progress = In progress { $answered }/{ $total }
assessment-status-completed = Completed
assessment-answered = { $answered } of { $total } questions answered.
assessment-remaining-title = What remains before signing
assessment-remaining-none = Nothing is open. The assessment can be handed over for review.
assessment-remaining-context = { $count ->
    [one] One fact of the context is missing.
   *[other] { $count } facts of the context are missing.
}
assessment-remaining-questions = { $count ->
    [one] One question is unanswered.
   *[other] { $count } questions are unanswered.
}
assessment-remaining-reasons = { $count ->
    [one] One “not applicable” has no reason.
   *[other] { $count } “not applicable” answers have no reason.
}
assessment-remaining-measures = { $count ->
    [one] One measure is not filled in.
   *[other] { $count } measures are not filled in.
}
assessment-remaining-ratings = { $count ->
    [one] One risk rating is not confirmed.
   *[other] { $count } risk ratings are not confirmed.
}
assessment-remaining-evidence = { $count ->
    [one] One critical question lacks evidence (advice).
   *[other] { $count } critical questions lack evidence (advice).
}
assessment-remaining-secondPerson = { $count ->
    [one] One “not applicable” risk waits for a second person (advice).
   *[other] { $count } “not applicable” risks wait for a second person (advice).
}
assessment-readonly = { $state }: this assessment can no longer be changed.

question-position = Question { $position } of { $total }
question-critical = Critical question
question-red-line = Red line
question-source = Based on framework { $clause }; the question is the project’s own
question-inherited = Answered once for the whole organisation; it counts for every AI system.
question-why = Why it is asked
question-good = What good looks like
question-collect = To collect:
question-answer = Answer
question-previous = Last time: { $answer }
question-note = Note
question-na-reason = Why it does not apply
question-na-reason-missing = Say why the question does not apply.
question-answer-missing = Choose an answer, or “don’t know”.
question-not-due = Can only be answered once the system is in use: it needs logs, real cases or drills.
question-facts = What the workspace knows
question-take-proposal = Take “{ $answer }”
question-effect = Effect on the grade
question-effect-raise = Answering “{ $answer }” takes clause { $clause } from level { $from } to { $to }; { $grade ->
    [same] the grade stays
   *[other] the grade becomes { $grade }
}.
question-effect-none = No other answer to this question would move clause { $clause } or the grade.
question-relates = Bears on
question-grade-now = Grade now
question-interval = { $best } to { $worst }, confidence { $confidence } ({ $band })
question-next = Next question
question-save = Save, next question
question-save-last = Save, to check answers
question-previous-page = Previous question
question-later = Answer later
question-out-of-scope = A quick assessment does not ask this question.

evidence-title = Evidence
evidence-add = Add evidence
evidence-add-file = Choose a file
evidence-drop = Drop files here, or choose them. The content is sealed by its digest.
evidence-none = No evidence yet.
evidence-kind-reference = Reference
evidence-about = Attached to
evidence-locator = Where it is kept
evidence-locator-hint = For example a register number, room or system.
evidence-name = Title
evidence-shows = What it shows
evidence-dated = Date on the evidence
evidence-standing = Standing
evidence-standing-hint = “Current and independent” means: valid today, and made or checked by somebody outside the team.
evidence-keep = Keep the content in the workspace
evidence-keep-hint = Without it only the digest is kept, for files that may not leave their place.
evidence-save = Add
evidence-change = Change
evidence-detach = Remove
# $name (String) title of the piece of evidence
evidence-detach-title = Remove “{ $name }”?
evidence-detach-text = The evidence is taken off here. If nothing else uses it, what the workspace keeps of it is erased and can’t be brought back.
evidence-digest-only = Digest only

measure-title = Measures of section 4
measure-intro = The 21 technical countermeasures of the framework: how far is each in place, at the supplier or at us? Levels above “partial” need evidence to count in full.
measure-level = How far in place
measure-note = Note
measure-answered = { $answered } of 21 filled in
measure-previous = Last time: { $level }
measure-bears = Bears on { $risks }
measure-open = Details and evidence
measure-close = Close

rating-title = Risk ratings
rating-intro = Likelihood and impact before any measure. The profile’s proposals count for nothing until a person has confirmed them.
rating-focus = To look at first
rating-focus-order = In the order in which the profile names them, what matters most for this kind of use first.
rating-others = The other risks
rating-all = All risks
rating-confirmed = { $count } of 26 confirmed
rating-confirm = Confirm
rating-confirm-block = { $count ->
    [one] Confirm the remaining proposal
   *[other] Confirm the remaining { $count } proposals
}
rating-confirm-block-all = { $count ->
    [one] Confirm the proposal
   *[other] Confirm all { $count } proposals
}
rating-confirm-block-title = Confirm proposals as a block?
rating-confirm-block-text = You accept { $count } proposed ratings as they stand. The history records that they were confirmed as a block.
rating-state-proposed = Proposed
rating-state-confirmed = Confirmed
rating-state-changed = Changed
rating-state-empty = Not rated
rating-na = Does not apply
rating-na-reason = Why the risk does not apply
rating-na-reason-missing = Say why { $risk } does not apply.
rating-na-agree = Agree
rating-na-agreed = A second person has agreed
rating-na-waiting = Waits for a second person
rating-reason = Reason
rating-edit = Change
rating-save = Save rating
rating-values = Likelihood { $likelihood }, impact { $impact }
rating-inherent = Inherent index { $index }
rating-missing = Choose likelihood and impact for { $risk }.
rating-countermeasures = The framework’s countermeasures
rating-close-call = Two risks closer than 200 index points are not ranked.
rating-filter-open = Only unconfirmed

result-title = { $system }: result
result-grade = Residual risk grade
result-tier = Application tier
result-tier-of = Scenario { $s }, autonomy { $a }, scale { $z }
result-confidence = Confidence
result-why = Why it is { $grade }
result-part-worst_risk = Worst risk
result-part-accumulation = Many risks at once
result-part-context_floor = Application tier
result-part-gates = Gates and red lines
result-part-decides = decides the grade
result-part-worst_risk-text = { $risk }, index { $index }
result-part-worst_risk-none = No risk applies
result-part-accumulation-text = { $count ->
    [0] No risk
    [one] One risk
   *[other] { $count } risks
} at grade { $level } or above ({ $needed } are enough for grade { $grade })
result-part-context_floor-text = A system of tier { $tier } is never below this
result-part-gates-none = None fires
result-gate-control = Clause 6.3(h), human control: absent or only planned
result-gate-fallback = Clause 6.3(i), fallback: absent or only planned
result-gate-uncontrolled = A risk of the highest impact has no measure at all
result-gate-neglect = Clause { $clause } is absent or only planned while a severe risk depends on it
result-gate-red-line = A red line is crossed
result-gate-grade = { $gate } (grade { $grade })
result-red-lines-clear = Red lines: none of six crossed
result-red-lines-crossed = Red lines: { $count ->
    [0] none crossed
    [one] one of six crossed
   *[other] { $count } of six crossed
}{ $unanswered ->
    [0] {""}
   *[other] , { $unanswered } unanswered
}
result-red-line-crossed = crossed
result-red-line-clear = not crossed
result-red-line-open = unanswered
result-risks = Risks by index
result-risks-all = Show all { $count }
result-risks-less = Show the first seven
result-legend-inherent = inherent
result-legend-residual = residual
result-column-risk = Risk
result-column-inherent = Inherent
result-column-residual = Residual
result-column-margin = To next grade
result-measure = Measure
result-clause = Clause
result-link = Link
result-link-official = official
result-link-ours = ours
result-strength-supporting = half
result-level = Level
result-clause-level = Clause level
result-credit = Credit
result-counted = Counted
result-reduction = Reduction
result-formula = 100 × ({ $l } + { $i }) = { $inherent }; less { $reduction } = { $residual }; shift of tier { $tier }: { $shifted }
result-plan = To reach { $grade }
result-plan-steps = { $count ->
    [one] One step lowers the grade to { $grade }
   *[other] { $count } steps lower the grade to { $grade }
}
result-plan-step = from { $from } to { $to }; needs evidence: { $evidence }
result-plan-clear = Clear red line { $question }: { $name }
result-plan-none = The grade is the lowest there is.
result-plan-unreachable = Not reachable by measures: at best { $best }. What remains is to change scope, autonomy or scale.
result-helps = What else helps most
result-helps-row = to { $to }: index −{ $worst }, { $drops ->
    [0] no risk drops a grade
    [one] one risk drops a grade
   *[other] { $drops } risks drop a grade
}
result-sensitivity = What a single step would change
result-better = Lower
result-worse = Higher
result-none = No single step.
result-step = { $step } ({ $grade })
result-step-up = { $what } one step up
result-step-down = { $what } one step down
result-step-clear = red line “{ $line }” cleared
result-step-cross = red line “{ $line }” crossed
result-clauses = Clauses of 6.3
result-clause-limited = limited to { $level } by the records of the workspace
result-clause-raise = Would be raised by
result-method = Grading method { $method }. Formula, thresholds and links from 6.3 to risks are the project’s own; the framework publishes no formula. Clause numbers and risk names come from the framework.
result-dissent = Record dissent
result-dissent-title = Record a dissent
result-dissent-text = The computed grade stays as it is. Your view is printed beside it.
result-dissent-grade = The grade you think right
result-dissent-grade-missing = Choose the grade you think right.
result-dissent-reason = Why
result-dissent-reason-missing = Say why you think otherwise.
result-dissents = Dissents
result-to-check = Check answers
result-add-action = Plan as action

check-title = Check answers
check-intro = Every question and its answer, clause by clause. “Change” brings you back here.
check-change = Change
check-not-provided = Not provided
check-filter = Show
check-filter-all = Everything
check-filter-open = Only what is open

review-title = Review and sign
review-submit-title = Hand over for review
review-submit-text = From then on nothing can be changed unless a reviewer gives it back.
review-signers = Who is to sign, in order
review-signer = Signer { $number }
review-signer-role = Role
review-signer-person = Person
review-signer-add = Add a signer
review-signer-remove = Remove signer { $number }
review-same-person = The same person stands twice. Each signer is another person.
review-submit = Hand over for review
review-blocked = The points above must be settled first.
review-begun = Begun
review-submitted = Handed over for review
review-approved = Approved
review-approve-title = Approve
review-approve-text = With approval the state is frozen for the report. Check the result and the answers first.
review-approve = Approve assessment
review-return = Give back for changes
review-return-reason = What is to be changed
review-return-reason-missing = Say what is to be changed.
review-waiting = Waiting for a person with the role “approver”.
review-report-title = Report
review-report-another = Make another report
review-report-text = The report is made from the approved state. It names everyone who is to sign.
review-report-locale = Language of the report
review-report-make = Make report
review-report-made = The report has { $pages } pages. It waits for { $signers ->
    [one] one signature
   *[other] { $signers } signatures
}.
review-to-reports = Go to the report
review-signed = The assessment is signed and final.

period-quarter = Quarter { $quarter } of { $year }
period-range = { $from } to { $to }

assessment-next = Continue
