# Scales and names of the grading method (ours). Used by the window, the reports and the terminal.

grade-1 = Low
grade-2 = Moderate
grade-3 = Considerable
grade-4 = Major
grade-5 = Extremely serious

context-scenario = Scenario criticality
context-autonomy = Autonomy
context-scale = Scale

scale-scenario-1 = Internal convenience
scale-scenario-2 = Internal process
scale-scenario-3 = Service to the public, or rights of staff
scale-scenario-4 = Government decision, finance or energy support
scale-scenario-5 = Control of critical infrastructure, life or public safety

scale-autonomy-1 = Rule-based, or narrow lookup
scale-autonomy-2 = Narrow model that advises on request
scale-autonomy-3 = General model recommends, a trained member of staff decides each case
scale-autonomy-4 = Answers or acts directly; a member of staff watches and can stop it
scale-autonomy-5 = Agent whose actions take effect without anybody looking at each case

scale-scale-1 = One team
scale-scale-2 = One organisation
scale-scale-3 = A region, or over 10,000 people
scale-scale-4 = A sector, or over a million people
scale-scale-5 = National or cross-border

likelihood = Likelihood
likelihood-1 = Less than once in 100 years
likelihood-2 = Once in 10 to 100 years
likelihood-3 = Once in 1 to 10 years
likelihood-4 = 1 to 10 times a year
likelihood-5 = More than 10 times a year

impact = Impact
impact-1 = Nuisance
impact-2 = Correctable harm to few
impact-3 = Serious harm to some, or hours without the service
impact-4 = Severe harm, many people, or days without the service
impact-5 = Death, irreversible harm or national effect

level-0 = Absent
level-1 = Planned
level-2 = Partial
level-3 = Implemented
level-4 = Verified effective
level-none = Not answered

standing-none = No evidence
standing-attached = Attached
standing-current_independent = Current and independent

answer-met = Met
answer-partly = Partly
answer-not_met = Not met
answer-na = Not applicable
answer-unknown = Don’t know
answer-not_yet_due = Not yet due
answer-unanswered = Not answered

depth-quick = Quick
depth-full = Full

confidence = Confidence
confidence-high = high
confidence-medium = medium
confidence-low = low

application-tier = Application tier
residual-grade = Residual risk grade
red-line = Red line

red-line-c-03 = Personal-information impact assessment
red-line-c-04 = Data leaving the country
red-line-e-02 = Classified protection and infrastructure duties
red-line-g-01 = State secrets kept out technically
red-line-h-07 = Independent means to stop
red-line-i-09 = Manual method ready
