# Decision records, reasons and volumes.

# What the person did with the output
disposition-accepted = Accepted
disposition-modified = Modified
disposition-overridden = Overridden
disposition-deferred = Deferred
disposition-no_ai_output = No AI output

# What a record says beside the one that it supersedes
decision-change-first = recorded
decision-change-outcome = outcome added
decision-change-evidence = evidence attached
decision-change-correction = corrected

# Fields of a record
decision-field-system = AI system
decision-field-decidedAt = Decided
decision-field-decisionPoint = Decision point
decision-field-modelVersion = Model version
decision-field-promptVersion = Prompt version
decision-field-caseKey = Case
decision-field-category = Category
decision-field-aiOutput = AI output
decision-field-aiConfidence = AI confidence
decision-field-aiAt = AI result at
decision-field-latencyMs = Latency in ms
decision-field-reviewer = Reviewer (pseudonym)
decision-field-humanInitial = First human judgement
decision-field-humanFinal = Final decision
decision-field-disposition = Disposition
decision-field-reasonCode = Reason
decision-field-reasonText = Reason in words
decision-field-harmIfFollowed = Harm if the AI had been followed, 0 to 4
decision-field-harmIfWrong = Harm if the person is wrong, 0 to 4
decision-field-reversible = Can be undone
decision-field-outcome = Outcome
decision-field-outcomeAt = Outcome known at
decision-field-outcomeSource = Source of the outcome
decision-field-seeded = Known wrong sample
decision-field-enteredLate = Entered late, more than 24 hours after the decision
decision-field-chain = Chain
decision-field-evidence = Evidence
decision-yes = yes
decision-no = no

# $total (Number) records; $decided (Number) with an output and a final decision; $overrides (Number)
decision-counted = { $total ->
    [one] 1 record
   *[other] { $total } records
}, { $decided } with an AI output and a final decision; overrides among them: { $overrides }.
decision-no-reason = no reason given

# Volumes
volume-span-day = day
volume-span-week = week
volume-span-month = month
volume-unit-hours = hours
volume-unit-kilometres = kilometres
volume-unit-cases = cases
