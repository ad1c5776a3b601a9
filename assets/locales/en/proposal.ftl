# What the workspace knows when it proposes an answer: `proposal-` and the code.

proposal-not-yet-due = The system is not in use yet, so this can’t be answered from practice. Proposed: not yet due.
proposal-inventory = { $systems ->
    [one] One AI system is in the inventory.
   *[other] { $systems } AI systems are in the inventory.
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
proposal-evidence = Pieces of evidence: { $count }; current and independent: { $independent }.
proposal-decisions = Decision records in the period: { $count }.
# $result (String) code of the result; $day (String) when the audit was due
proposal-audit = The audit due { $day } found: { $result ->
    [conforms] conforms
    [partly] conforms in part
    [fails] fails
   *[not_applicable] not applicable
}.
# $mark (String) code of what has changed since
proposal-audit-changed = The audit due { $day } found: { $result ->
    [conforms] conforms
    [partly] conforms in part
    [fails] fails
   *[not_applicable] not applicable
}. Since then { $mark ->
    [question_changed] the question has changed
    [question_removed] the question was removed
    [system_changed] the system has another version
   *[evidence_changed] the standing of the evidence has changed
}, so test it again.
proposal-none = The workspace holds { $what ->
    [audits] no audit
    [audit-plan] no plan of audits
    [incidents] no record of an incident
    [matrix] no authorisation matrix
    [decisions] no decision record of the period
    [plan] no fallback plan
    [stop-tests] no stop test
    [supply-cut-off] no supply cut-off exercise
    [restore-drill] no restore drill
   *[drills] no drill of the last twelve months
} of this system.
proposal-matrix-approved = There is an authorisation matrix, and its last version is approved. Whether the live settings agree with it, a person must say.
proposal-matrix-draft = There is an authorisation matrix; nobody has approved its last version yet.
# $whole, $plans (Number) plans that lack nothing, plans in all
proposal-plan = { $plans ->
    [one] There is one fallback plan;
   *[other] There are { $plans } fallback plans;
} { $whole ->
    [0] none is complete and approved.
    [one] one is complete and approved.
   *[other] { $whole } are complete and approved.
}
proposal-drills = { $count ->
    [one] One drill was finished, within the last twelve months.
   *[other] { $count } drills were finished, at least one of them within the last twelve months.
} { $standing ->
    [current_independent] Current and independent evidence of the newest is attached.
    [attached] Evidence of the newest is attached.
   *[none] No evidence of the newest is attached.
}
proposal-drills-old = { $count ->
    [one] One drill was finished, more than twelve months before the end of the period.
   *[other] { $count } drills were finished, all more than twelve months before the end of the period.
}
proposal-stop-tests = { $count ->
    [one] One stop test is recorded.
   *[other] { $count } stop tests are recorded.
} Compare the time taken with the limit.
# $planned, $systems (Number) AI systems with a plan, in use; $missed (Number) due dates that nobody kept
proposal-programme = AI systems in use with a plan of audits: { $planned } of { $systems }. Audits overdue or missed in twelve months: { $missed }. This system is { $follows ->
    [yes] audited as often as its tier asks
   *[no] not audited as often as its tier asks
}.
proposal-auditor-operates = Whoever closed the last audit is also an operator and so runs daily work.
proposal-auditor-apart = Whoever closed the last audit is no operator. Whether auditors neither run nor buy the system and have the skill, a person must say.
# $running, $unowned, $late (Number) findings that are not closed, and some of them
proposal-findings = Findings that are not closed: { $running }; without an owner and a due date: { $unowned }; late: { $late }.
# $drills, $cuts (Number) exercises of all AI systems
proposal-rehearsals = Exercises in the last twelve months: fallback drills { $drills }, supply cut-offs { $cuts }. Whether the emergency plan contains all four situations, a person must say.
# $count, $analysed (Number) incidents since the last audit; $late (Number) reports
proposal-incidents = Incidents and near misses recorded since the last audit: { $count }; with a cause: { $analysed }; reports late or overdue: { $late }.
# $kind (String) code of the kind of check; $day (String) when; $result (String) code of the result
proposal-exercise = The last { $kind ->
    [supply_cut_off] supply cut-off exercise
   *[restore_drill] restore drill
}, { $day }: { $result ->
    [passed] passed
    [partly] passed in part
   *[failed] failed
}. Compare its figures with the targets.
# $duties, $reports, $late (Number) duties that are switched on, reports made, reports too late
proposal-duties = Reporting duties laid down: { $duties }. Reports made: { $reports }; late or overdue: { $late }.
