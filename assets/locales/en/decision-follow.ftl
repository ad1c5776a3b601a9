# Signs in the decision records, and what follows from them.

## Each sign as the name of what was seen
sign-volume = Hardly anything is overridden
sign-strong = People override less than the AI errs
sign-speed = Decisions are faster than a look takes
sign-seeded = Most known wrong samples pass
sign-rejection = Hardly anything is accepted
sign-chart = The override rate stands out in a period
sign-likeness = Like cases are decided differently
sign-reviewers = Reviewers differ more than chance explains

## Following a sign
# $count (Number) signs
follow-title = { $count ->
    [one] One sign to look into
   *[other] { $count } signs to look into
}
follow = Look into it
# $unit (String) hours, kilometres or cases
follow-exposure = Overrides by { $unit } stand out in a period.
# $share and $pairs (String)
follow-likeness = Two decisions on like cases differ { $share } of the time ({ $pairs } pairs compared).
follow-reviewers = The reviewers differ more than chance explains.
follow-what = What to record
follow-as-finding = A finding
follow-as-action = An action
follow-as-supplier = A question to the supplier
follow-hint-finding = It is recorded in the audit that is running for this AI system; if there is none, one is started.
follow-hint-action = It stands among the actions until it is done, and names this sign.
follow-hint-supplier = It stands among the actions until the supplier has answered.
follow-found = What was found
follow-asked = What is asked
follow-title-missing = Say what was found
# $sign (String) a sentence
follow-action-title = Look into the cause: { $sign }
follow-supplier-title = Ask the supplier why: { $sign }
follow-severity = Severity
follow-no-question = None
follow-save-finding = Record finding
follow-save-action = Add action
follow-save-supplier = Add question
follow-is-finding = Finding:
follow-is-action = Action:
follow-is-supplier = Asked of the supplier:
follow-made-finding = The finding is recorded.
follow-made-action = The action is added.
follow-made-supplier = The question is added.
follow-made-open = Show it

## Findings
# $count (Number) findings
finding-title = { $count ->
    [one] One finding from signs
   *[other] { $count } findings from signs
}
finding-analysis = Analysis of the decision records
finding-column-found = What was found
finding-column-from = Sign
finding-column-severity = Severity
finding-column-state = State
finding-column-recorded = Recorded

## Beside a question of an assessment
beside-title = From the decision records
beside-records = Records
beside-missed = Accepted although wrong, by second review
# $rate and $range (String)
beside-rate = { $rate } ({ $range })
beside-few = { $rate }, but from few ({ $range })
beside-cannot-tell = cannot tell
beside-no-total = cannot tell: only refusals are logged
beside-no-signs = No sign is open.
beside-analysis = Analysis
