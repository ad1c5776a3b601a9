# What the workspace knows when it proposes an answer: `proposal-` and the code.

proposal-not-yet-due = The system is not in use yet, so this can’t be answered from practice. Proposed: not yet due.
proposal-inventory = { $systems ->
    [one] One AI system is on the register.
   *[other] { $systems } AI systems are on the register.
} Of this one, { $given } of { $of } facts are given.
proposal-decision-points = { $count ->
    [0] No decision point is listed for this system.
    [one] One decision point is listed for this system.
   *[other] { $count } decision points are listed for this system.
}
proposal-protection = Filed at protection level { $fact }.
proposal-cryptography = Cryptography assessed on { $fact }.
proposal-impact-assessment = Impact assessment dated { $fact }.
proposal-model-filing = Filed or registered under { $fact }.
proposal-no-personal-information = The system’s facts say that no personal information is handled.
proposal-no-transfer = The system’s facts say that no data leaves the country.
proposal-filing-missing = The system’s facts do not say so.
proposal-ratings = { $count } of 26 risks are confirmed.
proposal-method = The grade follows the written rule { $method }, in which no average can hide a severe risk.
proposal-sign-off = Approval and signature follow in this assessment.
proposal-evidence = { $count } pieces of evidence, { $independent } of them current and independent.
proposal-decisions = { $count } decision records in the period.
proposal-none = The workspace holds { $what ->
    [audits] no audit
    [incidents] no record of an incident
    [matrix] no authorisation matrix
    [decisions] no decision record of the period
    [plan] no fallback plan
   *[drills] no drill of the last twelve months
} of this system.
