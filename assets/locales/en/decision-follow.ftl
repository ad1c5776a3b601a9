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
