// Written by `cargo xtask bindings` from src-tauri/crates/api/src/contract.rs. Do not edit.

export type AccumulationCount = { 
/**
 * Risks at this level or above are counted.
 */
level: number, 
/**
 * How many there are.
 */
count: number, 
/**
 * How many it takes.
 */
needed: number, 
/**
 * The grade they then give.
 */
grade: number, 
/**
 * Whether they do.
 */
reached: boolean, };

export type Act = { 
/**
 * Who.
 */
by: PersonId, 
/**
 * When.
 */
at: Timestamp, };

export type Action = { 
/**
 * Which action.
 */
id: ActionId, 
/**
 * What is said about it.
 */
facts: ActionFacts, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, 
/**
 * When it was added.
 */
addedAt: Timestamp, 
/**
 * When it was last changed.
 */
changedAt: Timestamp, };

export type ActionFacts = { 
/**
 * What is to be done, never empty.
 */
title: string, 
/**
 * Which AI system it concerns.
 */
system: SystemId, 
/**
 * The assessment from which it came.
 */
assessment: AssessmentId | null, 
/**
 * What it answers to.
 */
target: ActionTarget, 
/**
 * Who owns it: a name or a post.
 */
owner: string, 
/**
 * When it is due.
 */
due: string | null, 
/**
 * How far it is.
 */
state: ActionState, 
/**
 * Note, or the reason for dropping it.
 */
note: string, 
/**
 * Proof of closing.
 */
proof: Array<EvidenceId>, };

export type ActionGaps = { 
/**
 * Which action.
 */
action: string, 
/**
 * What it lacks.
 */
gaps: Array<AuthorisationGap>, };

export type ActionId = string;

export type ActionList = { 
/**
 * Of which system; nothing for all.
 */
system: SystemId | null, };

export type ActionRow = { 
/**
 * The action.
 */
action: Action, 
/**
 * Name of the system.
 */
systemName: string, 
/**
 * Whether it is late today.
 */
overdue: boolean, };

export type ActionRows = { 
/**
 * The rows.
 */
actions: Array<ActionRow>, };

export type ActionSave = { 
/**
 * Which one; nothing adds a new one.
 */
id: ActionId | null, 
/**
 * What is said about it.
 */
facts: ActionFacts, 
/**
 * The revision that the person saw; required when one is changed.
 */
revision: number | null, };

export type ActionState = "open" | "in_progress" | "done" | "closed" | "dropped";

export type ActionTarget = { "kind": "system" } | { "kind": "question", "id": QuestionId } | { "kind": "risk", "id": RiskId } | { "kind": "control", "id": ControlId } | { "kind": "finding", "id": FindingId } | { "kind": "incident", "id": IncidentId } | { "kind": "signal", "id": DecisionSignal } | { "kind": "supplier", "id": DecisionSignal };

export type Agreement = { 
/**
 * How many were judged by both.
 */
n: number, 
/**
 * How many of them alike.
 */
agreed: number, 
/**
 * The share judged alike, po.
 */
observed: number, 
/**
 * The share to be expected if each had judged by chance with the same totals, pe.
 */
expected: number, 
/**
 * Cohen's kappa.
 */
kappa: Kappa, 
/**
 * Kappa adjusted for prevalence and bias.
 */
pabak: number, 
/**
 * Gwet's AC1.
 */
ac1: number, };

export type AgreementFigure = { 
/**
 * The share judged alike, with Wilson's interval.
 */
alike: Figure, 
/**
 * Kappa, PABAK and AC1; nothing without records or with too many labels.
 */
agreement: Agreement | null, 
/**
 * Kappa that takes off the same for each step, for three ordered labels or more.
 */
linear: Kappa | null, 
/**
 * Kappa that takes off the square of the steps.
 */
quadratic: Kappa | null, 
/**
 * The labels of the table in its order; empty when there are too many to show.
 */
labels: Array<string>, 
/**
 * The table: the AI's label down, the person's across.
 */
table: number[][], 
/**
 * How it was made.
 */
method: FigureMethod, 
/**
 * What to know about it.
 */
caveats: Array<Caveat>, };

export type AiSystem = { 
/**
 * Which system.
 */
id: SystemId, 
/**
 * What is said about it.
 */
facts: SystemFacts, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, 
/**
 * When it was added.
 */
addedAt: Timestamp, 
/**
 * When it was last changed.
 */
changedAt: Timestamp, };

export type Anchor = { 
/**
 * Subject.
 */
subject: string, 
/**
 * Issuer.
 */
issuer: string, 
/**
 * Whether it vouches for itself, as those of authorities and of keys made in a workspace do.
 */
selfSigned: boolean, 
/**
 * SHA-256, lower-case hexadecimal.
 */
fingerprint: string, 
/**
 * First day of its validity.
 */
validFrom: string, 
/**
 * Last day of its validity.
 */
validTo: string, };

export type AnchorAdd = { 
/**
 * One certificate in DER, or any number in PEM.
 */
path: string, };

export type AnchorRemove = { 
/**
 * SHA-256 of the certificate.
 */
fingerprint: string, };

export type AnchorRows = { 
/**
 * The rows.
 */
anchors: Array<Anchor>, };

export type Answer = { 
/**
 * Which question.
 */
question: QuestionId, 
/**
 * What was answered; nothing while there is only a note or evidence.
 */
value: AnswerValue | null, 
/**
 * Note of the person who answered.
 */
note: string, 
/**
 * Why the question does not apply; required with "not applicable".
 */
naReason: string, 
/**
 * Evidence attached to this answer.
 */
evidence: Array<EvidenceId>, 
/**
 * Who saved it last, and when.
 */
saved: Act, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, };

export type AnswerEffect = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * Which question.
 */
question: QuestionId, };

export type AnswerEffects = { 
/**
 * Level of the clause as it is.
 */
clauseLevel: number | null, 
/**
 * Grade as it is.
 */
grade: number, 
/**
 * Met, partly, not met.
 */
outcomes: Array<AnswerOutcome>, };

export type AnswerOutcome = { 
/**
 * The answer.
 */
value: AnswerValue, 
/**
 * Level of the clause then.
 */
clauseLevel: number | null, 
/**
 * Grade then.
 */
grade: number, };

export type AnswerSave = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * Which question.
 */
question: QuestionId, 
/**
 * What is answered.
 */
value: AnswerValue | null, 
/**
 * Note, up to 1 MiB.
 */
note: string, 
/**
 * Why it does not apply.
 */
naReason: string, 
/**
 * The revision that the person saw; nothing for a first answer.
 */
revision: number | null, };

export type AnswerValue = "met" | "partly" | "not_met" | "unknown" | "na" | "not_yet_due";

export type AppStatus = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * Language to show: the preference, else the desktop's, else English.
 */
locale: Locale, 
/**
 * What was set on this computer.
 */
preferences: Preferences, 
/**
 * Workspaces opened before, newest first.
 */
recent: Array<RecentWorkspace>, 
/**
 * Folder in which a new workspace is proposed.
 */
folder: string, 
/**
 * The workspace that is open now.
 */
open: OpenWorkspace | null, };

export type AskedQuestion = { 
/**
 * Which question; one of a pack begins with the pack's id and a slash.
 */
id: QuestionId, 
/**
 * The clause of 6.3 it belongs to.
 */
clause: ClauseId, 
/**
 * Its dimension.
 */
dimension: Dimension, 
/**
 * The question; "conforms" is always the good state.
 */
text: Text, 
/**
 * What a good state looks like.
 */
good: Text, 
/**
 * How to test it; may be empty in a pack.
 */
how: Text, 
/**
 * What to take as evidence.
 */
take: Text, 
/**
 * Whether much depends on it.
 */
critical: boolean, 
/**
 * Whether it is a red line.
 */
redLine: boolean, };

export type Assessment = { 
/**
 * Which assessment.
 */
id: AssessmentId, 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * Which stretch of time it speaks about.
 */
period: Period, 
/**
 * Phase of the system when the assessment was begun.
 */
phase: Phase, 
/**
 * Quick asks the critical questions only.
 */
depth: Depth, 
/**
 * The profile its ratings were proposed from.
 */
profile: ProfileId | null, 
/**
 * Context of use.
 */
context: Context, 
/**
 * Where it stands.
 */
state: AssessmentState, 
/**
 * Who began it, and when.
 */
begun: Act, 
/**
 * Who handed it over for review, and when.
 */
submitted: Act | null, 
/**
 * Who approved it, and when.
 */
approved: Act | null, 
/**
 * One to three signers, chosen when it is handed over.
 */
signers: Array<ExpectedSigner>, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, };

export type AssessmentGet = { 
/**
 * Which.
 */
id: AssessmentId, };

export type AssessmentId = string;

export type AssessmentList = { 
/**
 * Of which system; nothing for all.
 */
system: SystemId | null, };

export type AssessmentProposal = { 
/**
 * Application tier; unanswered values count as 4.
 */
tier: number, 
/**
 * Depth proposed for that tier.
 */
depth: Depth, 
/**
 * Profiles in the order in which they fit the context, best first.
 */
profiles: Array<ProfileId>, 
/**
 * Period proposed: the quarter of today.
 */
period: Period, };

export type AssessmentPropose = { 
/**
 * Of which system.
 */
system: SystemId, 
/**
 * Context as answered so far.
 */
context: Context, };

export type AssessmentResult = { 
/**
 * The assessment as lists show it.
 */
row: AssessmentRow, 
/**
 * The outcome in the method's own shape: tier, grade, parts, gates, interval, sensitivity, plan.
 */
outcome: Outcome, 
/**
 * How it came about: measures behind each risk, counts, margins.
 */
explanation: Explanation, 
/**
 * How each clause's level came about, and what would raise it.
 */
clauses: Array<ClauseResult>, 
/**
 * Red lines: crossed, not crossed, or unanswered.
 */
redLines: { [key in QuestionId]: boolean | null }, 
/**
 * Disagreements with the grade.
 */
dissents: Array<Dissent>, 
/**
 * The assessment before it, with which a report can compare it.
 */
earlier: AssessmentId | null, };

export type AssessmentReturn = { 
/**
 * Which.
 */
id: AssessmentId, 
/**
 * Why; kept in the history.
 */
reason: string, };

export type AssessmentRow = { 
/**
 * Which.
 */
id: AssessmentId, 
/**
 * Of which system.
 */
system: SystemId, 
/**
 * Name of the system.
 */
systemName: string, 
/**
 * Which stretch of time it speaks about.
 */
period: Period, 
/**
 * Quick or full.
 */
depth: Depth, 
/**
 * Where it stands.
 */
state: AssessmentState, 
/**
 * When it was last changed.
 */
changedAt: Timestamp, 
/**
 * What it comes to.
 */
summary: Summary, };

export type AssessmentRows = { 
/**
 * The rows.
 */
assessments: Array<AssessmentRow>, };

export type AssessmentStart = { 
/**
 * Of which system.
 */
system: SystemId, 
/**
 * Which stretch of time it speaks about.
 */
period: Period, 
/**
 * Context of use.
 */
context: Context, 
/**
 * Profile from which ratings are proposed; nothing leaves them empty.
 */
profile: ProfileId | null, 
/**
 * Quick or full.
 */
depth: Depth, };

export type AssessmentState = "draft" | "in_review" | "approved" | "signed" | "superseded";

export type AssessmentStep = "submit" | "return" | "approve" | "sign" | "supersede";

export type AssessmentSubmit = { 
/**
 * Which.
 */
id: AssessmentId, 
/**
 * One to three signers, in order.
 */
signers: Array<ExpectedSigner>, };

export type AssessmentView = { 
/**
 * Its head.
 */
assessment: Assessment, 
/**
 * The AI system.
 */
system: AiSystem, 
/**
 * Clauses a to i.
 */
clauses: Array<ClauseTask>, 
/**
 * Every question in the catalogue's order.
 */
questions: Array<QuestionView>, 
/**
 * All 21 measures in the catalogue's order.
 */
measures: Array<Measure>, 
/**
 * All 26 ratings in the catalogue's order.
 */
ratings: Array<RiskRating>, 
/**
 * Every piece of evidence that any of these names.
 */
evidence: Array<Evidence>, 
/**
 * Disagreements with the grade.
 */
dissents: Array<Dissent>, 
/**
 * Actions of the system.
 */
actions: Array<Action>, 
/**
 * What is still open, what blocks first.
 */
remaining: Array<Remaining>, 
/**
 * What it comes to.
 */
summary: Summary, 
/**
 * Steps that the person who is here may take now.
 */
steps: Array<AssessmentStep>, };

export type Attention = { 
/**
 * One-sided 95 % upper bound of the override rate.
 */
upper: number | null, 
/**
 * One-sided 95 % lower bound of the override rate.
 */
lower: number | null, 
/**
 * One-sided 95 % lower bound of the AI's error rate, known wrong samples left out.
 */
aiErrorLower: number | null, 
/**
 * How many records without an override it takes to tell.
 */
fewest: number | null, 
/**
 * The AI's known errors, of the known outcomes, known wrong samples left out.
 */
aiErrors: Figure, 
/**
 * Known wrong samples that were caught, of those decided.
 */
caught: Figure, 
/**
 * Median time of a decision in milliseconds.
 */
medianMs: number | null, 
/**
 * Decisions under two seconds, of those with a time.
 */
underTwoSeconds: Figure, 
/**
 * The five signs.
 */
signals: Array<SignalFigure>, 
/**
 * Whether any sign of rubber-stamping is there.
 */
rubberStamp: boolean, };

export type Audit = { 
/**
 * Which audit.
 */
id: AuditId, 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * What it looks back on.
 */
period: Period, 
/**
 * When it is due.
 */
due: string, 
/**
 * Where it stands.
 */
state: AuditState, 
/**
 * What it looks at; empty until the checklist is made.
 */
scope: AuditScope, 
/**
 * The exact version of the AI system when it began.
 */
version: string, 
/**
 * The closed audit from which its checklist started.
 */
last: AuditId | null, 
/**
 * Who began it, and when.
 */
begun: Act | null, 
/**
 * What it comes to in words; may be empty.
 */
conclusion: string, 
/**
 * Its results by dimension; empty until it is closed.
 */
tally: Array<DimensionTally>, 
/**
 * Who closed it, and when.
 */
closed: Act | null, 
/**
 * Counts its saved changes from 1, those of its items among them, so that a stale write is
 * noticed.
 */
revision: number, };

export type AuditChange = "new" | "fixed" | "worse" | "better" | "unchanged" | "reopened" | "question_changed" | "not_compared";

export type AuditClose = { 
/**
 * Which audit.
 */
audit: AuditId, 
/**
 * The revision that was looked at, so that nobody closes what they have not seen.
 */
revision: number, 
/**
 * What it comes to in words; may be empty.
 */
conclusion: string, };

export type AuditCompare = { 
/**
 * Which audit.
 */
audit: AuditId, 
/**
 * The earlier one; nothing means the last one closed before it.
 */
with: AuditId | null, };

export type AuditComparison = { 
/**
 * The later audit.
 */
audit: Audit, 
/**
 * The earlier one; nothing when it is the first.
 */
with: Audit | null, 
/**
 * Name of their AI system.
 */
systemName: string, 
/**
 * Every question of either, in the order of the checklist.
 */
rows: Array<ComparedRow>, 
/**
 * Each kind of change once.
 */
counts: Array<ChangeCount>, 
/**
 * Earlier closed audits that can be chosen, the last first.
 */
earlier: Array<Audit>, };

export type AuditDetail = { 
/**
 * The audit; the tally of one that is open counts what is recorded so far.
 */
audit: Audit, 
/**
 * Name of its AI system.
 */
systemName: string, 
/**
 * Its checklist.
 */
items: Array<AuditItemView>, 
/**
 * Every piece of evidence that any of them names.
 */
evidence: Array<Evidence>, 
/**
 * The packs it asks, for their names.
 */
packs: Array<QuestionPack>, };

export type AuditEvidenceAdd = { 
/**
 * Of which audit.
 */
audit: AuditId, 
/**
 * To which question.
 */
question: QuestionId, 
/**
 * What is attached.
 */
piece: EvidenceNew, };

export type AuditEvidenceDetach = { 
/**
 * Of which audit.
 */
audit: AuditId, 
/**
 * Off which question.
 */
question: QuestionId, 
/**
 * Which piece.
 */
id: EvidenceId, };

export type AuditGet = { 
/**
 * Which.
 */
id: AuditId, };

export type AuditId = string;

export type AuditItem = { 
/**
 * Of which audit.
 */
audit: AuditId, 
/**
 * Which question.
 */
question: QuestionId, 
/**
 * Its place on the checklist, from 1.
 */
position: number, 
/**
 * Its dimension.
 */
dimension: Dimension, 
/**
 * Digest of the question's texts as they were asked.
 */
digest: string, 
/**
 * What it came to; nothing while it is open.
 */
result: ItemResult | null, 
/**
 * Why it does not apply; required with "not applicable".
 */
reason: string, 
/**
 * What was seen.
 */
observation: string, 
/**
 * Evidence attached to it.
 */
evidence: Array<EvidenceId>, 
/**
 * The version of the AI system that was judged.
 */
version: string, 
/**
 * Standing of the evidence when it was judged.
 */
standing: Standing, 
/**
 * Who judged it, and when; a carried result keeps who judged it first.
 */
judged: Act | null, 
/**
 * Set when the result was taken over from the audit before.
 */
carried: Carried | null, 
/**
 * Why it is open again, if the last audit had a result.
 */
reopened: Reopened | null, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, };

export type AuditItemSaved = { 
/**
 * The question.
 */
view: AuditItemView, 
/**
 * The evidence attached to it.
 */
evidence: Array<Evidence>, 
/**
 * The new revision of the audit.
 */
revision: number, 
/**
 * What is recorded so far.
 */
tally: Array<DimensionTally>, };

export type AuditItemView = { 
/**
 * The question's result.
 */
item: AuditItem, 
/**
 * The words in which it was asked.
 */
asked: AskedQuestion, 
/**
 * What must be seen beside the result today.
 */
marks: Array<Mark>, };

export type AuditList = { 
/**
 * Of one AI system; nothing means all.
 */
system: SystemId | null, 
/**
 * How many closed ones are passed over.
 */
skip: number, 
/**
 * How many closed ones at the most; 0 means 50.
 */
limit: number, };

export type AuditProposal = { 
/**
 * Name of the AI system.
 */
systemName: string, 
/**
 * From the day after the last audit's period, or a year back, to today.
 */
period: Period, 
/**
 * The day on which it is due by the programme, or today.
 */
due: string, 
/**
 * The scope of the last audit, or all of clause b.
 */
scope: AuditScope, 
/**
 * The last closed audit.
 */
last: Audit | null, 
/**
 * An audit of the system that waits to be started.
 */
waiting: Audit | null, 
/**
 * Questions whose result may be carried.
 */
carried: Array<QuestionId>, 
/**
 * How many audits in a row a result may be carried; ours.
 */
mostCarried: number, 
/**
 * The questions of clause b.
 */
dimensions: Array<DimensionQuestions>, 
/**
 * Packs that can be chosen.
 */
packs: Array<QuestionPack>, };

export type AuditPropose = { 
/**
 * Which AI system.
 */
system: SystemId, };

export type AuditRecord = { 
/**
 * Of which audit.
 */
audit: AuditId, 
/**
 * Which question.
 */
question: QuestionId, 
/**
 * The revision of the question's result that was looked at.
 */
revision: number, 
/**
 * What it came to; nothing opens it again.
 */
result: ItemResult | null, 
/**
 * Why it does not apply; empty otherwise.
 */
reason: string, 
/**
 * What was seen; may be empty.
 */
observation: string, };

export type AuditRow = { 
/**
 * The audit; the tally of one that is open counts what is recorded so far.
 */
audit: Audit, 
/**
 * Name of its AI system.
 */
systemName: string, };

export type AuditRows = { 
/**
 * Today in the workspace's time zone.
 */
today: string, 
/**
 * System audits that are due within thirty days or overdue, and that nobody has begun.
 */
due: Array<DueCheck>, 
/**
 * Planned and running, the one due first first.
 */
open: Array<AuditRow>, 
/**
 * Closed, the last one first.
 */
closed: Array<AuditRow>, 
/**
 * How many closed ones there are.
 */
closedTotal: number, };

export type AuditSample = { 
/**
 * Which sample.
 */
id: AuditSampleId, 
/**
 * Of which audit.
 */
audit: AuditId, 
/**
 * The question that it tests, if one.
 */
question: QuestionId | null, 
/**
 * What each item is tested for, never empty.
 */
attribute: string, 
/**
 * What it is drawn from.
 */
population: Population, 
/**
 * How many items that differ there are; nothing where nobody knows.
 */
populationSize: number | null, 
/**
 * What it has to show.
 */
plan: SamplePlan, 
/**
 * What the draw began from, 32 bytes in hexadecimal: the same seed draws the same items.
 */
seed: string, 
/**
 * Items drawn.
 */
size: number, 
/**
 * Who drew it, and when.
 */
drawn: Act, };

export type AuditSampleDetail = { 
/**
 * The sample; after a trial it is stored nowhere.
 */
sample: AuditSample, 
/**
 * Items that stood in the population once more and were counted once; after a draw only.
 */
repeated: number, 
/**
 * Which AI system is audited.
 */
system: SystemId, 
/**
 * Its name.
 */
systemName: string, 
/**
 * Whether results can still be written: the audit is not closed.
 */
running: boolean, 
/**
 * Items in the order in which they were drawn; none after a trial.
 */
items: Array<SampleItem>, 
/**
 * What the results say once every item has one.
 */
estimate: SampleEstimate | null, };

export type AuditSampleDraw = { 
/**
 * For which audit.
 */
audit: AuditId, 
/**
 * The question that it tests, if one.
 */
question: QuestionId | null, 
/**
 * What each item is tested for, never empty.
 */
attribute: string, 
/**
 * What it is drawn from.
 */
population: PopulationGiven, 
/**
 * What it has to show.
 */
plan: SamplePlan, 
/**
 * What the draw begins from, 64 hexadecimal digits; nothing takes a new one at random.
 */
seed: string | null, 
/**
 * Whether only the size is asked for.
 */
trial: boolean, };

export type AuditSampleGet = { 
/**
 * Which.
 */
id: AuditSampleId, };

export type AuditSampleId = string;

export type AuditSampleList = { 
/**
 * Of one audit; nothing means all.
 */
audit: AuditId | null, };

export type AuditSampleRecord = { 
/**
 * Of which sample.
 */
id: AuditSampleId, 
/**
 * What came of each.
 */
results: Array<SampleItemResult>, };

export type AuditSampleRow = { 
/**
 * The sample.
 */
sample: AuditSample, 
/**
 * Items that were looked at.
 */
lookedAt: number, 
/**
 * What the results say once every item has one.
 */
estimate: SampleEstimate | null, };

export type AuditSampleRows = { 
/**
 * Newest first.
 */
samples: Array<AuditSampleRow>, };

export type AuditSchedule = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * What it looks back on.
 */
period: Period, 
/**
 * When it is due.
 */
due: string, };

export type AuditScope = { 
/**
 * Dimensions of clause b whose questions are all asked.
 */
dimensions: Array<Dimension>, 
/**
 * Single questions of clause b beside them.
 */
questions: Array<QuestionId>, 
/**
 * Question packs of one's own, by their id.
 */
packs: Array<string>, };

export type AuditStart = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * What it looks back on.
 */
period: Period, 
/**
 * When it is due.
 */
due: string, 
/**
 * What it looks at.
 */
scope: AuditScope, 
/**
 * Whether conforming results that still hold are carried.
 */
carry: boolean, };

export type AuditState = "planned" | "running" | "closed";

export type AuditTrend = { 
/**
 * Name of the AI system.
 */
systemName: string, 
/**
 * Its closed audits, the first one first.
 */
audits: Array<Audit>, };

export type AuditTrendGet = { 
/**
 * Which AI system.
 */
system: SystemId, };

export type Authorisation = { 
/**
 * The kind of action, never empty and each only once.
 */
action: string, 
/**
 * What the AI may do.
 */
permission: Permission, 
/**
 * Who approves, where approval is needed.
 */
approver: string, 
/**
 * Who may stop it.
 */
stopper: string, 
/**
 * How it is stopped.
 */
stopMethod: string, 
/**
 * The last day on which the permission holds; nothing where it has no end.
 */
expires: string | null, };

export type AuthorisationApprove = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * The version that was read.
 */
version: number, };

export type AuthorisationDetail = { 
/**
 * Which AI system.
 */
system: SystemId, 
/**
 * Its name.
 */
systemName: string, 
/**
 * The last one first; empty while there is none.
 */
versions: Array<MatrixRow>, 
/**
 * The approved version with which the last one is compared: the one approved before it.
 */
comparedWith: number | null, 
/**
 * The comparison, action by action.
 */
compared: Array<ComparedAction>, 
/**
 * What actions of the last version lack today.
 */
gaps: Array<ActionGaps>, 
/**
 * Stop tests, the latest first.
 */
stopTests: Array<StopTest>, };

export type AuthorisationGap = "approver" | "stopper" | "stop_method" | "expired";

export type AuthorisationGet = { 
/**
 * Which AI system.
 */
system: SystemId, };

export type AuthorisationMatrix = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * Counts the versions of a matrix from 1, so that a stale write is noticed.
 */
version: number, 
/**
 * What it allows and forbids.
 */
actions: Array<Authorisation>, 
/**
 * What the version changes, in words; may be empty.
 */
note: string, 
/**
 * Who wrote this version, and when.
 */
saved: Act, 
/**
 * Who approved this version, and when.
 */
approved: Act | null, };

export type AuthorisationSave = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * The version that was read and changed; 0 where there was none.
 */
version: number, 
/**
 * What it allows and forbids.
 */
actions: Array<Authorisation>, 
/**
 * What the version changes, in words; may be empty.
 */
note: string, };

export type Basis = "records" | "volumes" | "nothing";

export type BlindCase = { 
/**
 * Its place, from 0.
 */
place: number, 
/**
 * Cases of the sample.
 */
cases: number, 
/**
 * The organisation's number of the case.
 */
caseKey: string, 
/**
 * Its decision point.
 */
decisionPoint: string, 
/**
 * Its category.
 */
category: string, 
/**
 * One text.
 */
first: string, 
/**
 * The other text; nothing where both are the same.
 */
second: string | null, 
/**
 * Evidence attached to the record.
 */
evidence: Array<Evidence>, 
/**
 * Whether the person who is here gave a verdict before.
 */
judged: boolean, };

export type BlindCaseGet = { 
/**
 * Of which sample.
 */
id: SecondReviewId, 
/**
 * Which case, from 0.
 */
place: number, };

export type BlindVerdict = "first" | "second" | "both" | "neither" | "cannot_tell";

export type Blockers = { 
/**
 * The highest level of a risk.
 */
worst_risk: number | null, 
/**
 * Many risks at a level.
 */
accumulation: number | null, 
/**
 * The application tier.
 */
context_floor: number | null, 
/**
 * The gates.
 */
gates: number | null, };

export type BodyWritten = { 
/**
 * Where.
 */
path: string, 
/**
 * How many evidence files are in it.
 */
files: number, 
/**
 * How many pieces are named by digest or place only.
 */
namedOnly: number, };

export type BoundedFigure = { 
/**
 * Among the known outcomes; without a value where the decision decides what becomes known.
 */
figure: Figure, 
/**
 * Where the share of all lies, whatever the unknown outcomes are.
 */
bounds: Interval | null, };

export type Cadence = { 
/**
 * In what it counts.
 */
unit: CadenceUnit, 
/**
 * How many of them lie between two due dates, 1 to [`Cadence::MOST`].
 */
every: number, };

export type CadenceUnit = "months" | "weeks";

export type CappedControl = { 
/**
 * Which control.
 */
control: string, 
/**
 * The answer.
 */
answer: number, 
/**
 * Its evidence standing.
 */
standing: Standing, 
/**
 * The level that counts.
 */
effective: number, };

export type Carried = { 
/**
 * The audit before, in which it stood.
 */
from: AuditId, 
/**
 * How many audits in a row it has been carried, this one included.
 */
times: number, };

export type CaseVerdict = "ai_right" | "person_right" | "both_right" | "both_wrong" | "cannot_tell";

export type Catalogue = { 
/**
 * Which edition of the framework.
 */
framework: Edition, 
/**
 * Its official title.
 */
title: Text, 
/**
 * Who issued it.
 */
issuer: Text, 
/**
 * Which version of the method.
 */
method: Edition, 
/**
 * Groups of risks in order.
 */
groups: Array<CatalogueGroup>, 
/**
 * The 26 risks in order.
 */
risks: Array<CatalogueRisk>, 
/**
 * The 21 countermeasures in order.
 */
measures: Array<CatalogueMeasure>, 
/**
 * The ten governance measures.
 */
governance: Array<CatalogueGovernance>, 
/**
 * Clauses a to i with our questions.
 */
clauses: Array<CatalogueClause>, 
/**
 * Our scenario profiles.
 */
profiles: Array<CatalogueProfile>, 
/**
 * Names of the five grades, lowest first.
 */
levels: Array<Text>, 
/**
 * Lower edges of grades 2 to 5 on the index.
 */
bandEdges: Array<number>, 
/**
 * Phases in which questions without "before use" are not yet due.
 */
notYetDuePhases: Array<Phase>, };

export type CatalogueClause = { 
/**
 * Its letter.
 */
id: ClauseId, 
/**
 * The same clause as a control, such as `6.3h`.
 */
control: ControlId, 
/**
 * The clause as printed, such as `6.3(h)`.
 */
clause: string, 
/**
 * Title, ours.
 */
title: Text, 
/**
 * Summary in our words.
 */
summary: Text, 
/**
 * Our questions.
 */
questions: Array<CatalogueQuestion>, };

export type CatalogueGovernance = { 
/**
 * Its number, such as `5.6`.
 */
id: GovernanceId, 
/**
 * Short name.
 */
name: Text, };

export type CatalogueGroup = { 
/**
 * Number, such as `3.1.1`.
 */
id: string, 
/**
 * Official name.
 */
name: Text, 
/**
 * Number of the group above, if any.
 */
parent: string | null, };

export type CatalogueMeasure = { 
/**
 * Its id, such as `4.1.1a`.
 */
id: ControlId, 
/**
 * The clause as printed.
 */
clause: string, 
/**
 * Short name, ours.
 */
name: Text, 
/**
 * Summary in our words.
 */
summary: Text, 
/**
 * Risks that it earns credit for, in the credit table.
 */
risks: Array<RiskId>, };

export type CatalogueProfile = { 
/**
 * Its id.
 */
id: ProfileId, 
/**
 * Name.
 */
name: Text, 
/**
 * What kind of system it fits.
 */
description: Text, 
/**
 * Scenario criticality S.
 */
scenario: ProfileContext, 
/**
 * Autonomy A.
 */
autonomy: ProfileContext, 
/**
 * Scale Z.
 */
scale: ProfileContext, 
/**
 * Risks to look at first, most important first.
 */
focus: Array<RiskId>, 
/**
 * All 26 ratings.
 */
ratings: Array<ProfileRating>, };

export type CatalogueQuestion = { 
/**
 * Its id.
 */
id: QuestionId, 
/**
 * The question; "met" is always the good state.
 */
text: Text, 
/**
 * Why it is asked.
 */
why: Text, 
/**
 * What a good state looks like.
 */
good: Text, 
/**
 * What to collect or try.
 */
evidence: Text, 
/**
 * Risks it bears on.
 */
risks: Array<RiskId>, 
/**
 * Whether it decides the level of its clause.
 */
critical: boolean, 
/**
 * Whether it is a red line.
 */
redLine: boolean, 
/**
 * Whether it is answered once for the organisation.
 */
organisation: boolean, 
/**
 * Whether it can be answered before use.
 */
beforeUse: boolean, 
/**
 * Where the workspace can propose the answer from; nothing when it can't.
 */
derivedFrom: string | null, };

export type CatalogueRisk = { 
/**
 * Its id, such as `3.1.1e`.
 */
id: RiskId, 
/**
 * The clause as printed, such as `3.1.1(e)`.
 */
clause: string, 
/**
 * Its group.
 */
group: string, 
/**
 * Official name.
 */
name: Text, 
/**
 * Summary in our words.
 */
summary: Text, 
/**
 * Countermeasures that the closing table links to it; official.
 */
countermeasures: Array<ControlId>, 
/**
 * Governance measures that the closing table links to its block; official.
 */
governance: Array<GovernanceId>, };

export type Caveat = "no_data" | "few" | "only_overrides" | "from_volumes" | "volumes_differ" | "volumes_too_coarse" | "volumes_not_split" | "clustered" | "modified_counts" | "modified_does_not_count" | "seeded_included" | "no_direction" | "provisional" | "new_baseline" | "small_counts" | "overdispersed" | "nothing_overridden" | "everything_overridden" | "low_side" | "concordance" | "not_estimable" | "prevalence" | "too_many_labels" | "thinned" | "poorly_coded" | "same_text" | "outcomes_missing" | "selective" | "no_discordant" | "not_proof" | "cannot_tell" | "no_times" | "no_minimum" | "not_seeded" | "no_category" | "reviewer_unstated" | "nothing_to_compare" | "small_expected" | "reviewers_hidden" | "no_ranking" | "corrected";

export type Change = "first" | "outcome" | "evidence" | "correction";

export type ChangeCount = { 
/**
 * What became of them.
 */
change: AuditChange, 
/**
 * How many.
 */
count: number, };

export type Chart = { 
/**
 * Its stretches, in order; together they hold every period once.
 */
stretches: Array<Stretch>, 
/**
 * Its points, one a period.
 */
points: Array<ChartPoint>, 
/**
 * What the rules raise, by period and rule.
 */
signals: Array<ChartSignal>, };

export type ChartPeriod = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * Overrides.
 */
count: number, 
/**
 * Decisions; nothing on a chart by exposure.
 */
of: number | null, 
/**
 * Exposure; nothing on a chart of shares.
 */
exposure: number | null, 
/**
 * Wilson's interval of the share.
 */
interval: Interval | null, 
/**
 * The model version of most decisions, where one is stated.
 */
version: string | null, 
/**
 * The overrides of the period.
 */
drill: Drill, };

export type ChartPoint = { 
/**
 * The rate; nothing for a period without data.
 */
value: number | null, 
/**
 * Lower limit.
 */
lower: number | null, 
/**
 * Upper limit.
 */
upper: number | null, 
/**
 * Distance from the centre in plain standard deviations.
 */
z: number | null, 
/**
 * The same in those that the limits allow for, by which the rules judge.
 */
judged: number | null, 
/**
 * The limits as counts, where the count expected is below 5 and the law itself gives them.
 */
exact: CountLimits | null, 
/**
 * Whether the period belongs to the baseline.
 */
baseline: boolean, };

export type ChartRule = "beyond" | "one_side" | "trend" | "alternating" | "two_of_three" | "four_of_five" | "near_centre" | "away_from_centre";

export type ChartSignal = { 
/**
 * Which rule.
 */
rule: ChartRule, 
/**
 * The first period of the pattern, from 0.
 */
from: number, 
/**
 * Its last period, which completed it.
 */
at: number, 
/**
 * On which side, where the rule knows sides.
 */
side: Side | null, };

export type Check = { 
/**
 * Which check.
 */
id: CheckId, 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * What it looked at.
 */
kind: CheckKind, 
/**
 * The day on which it was carried out.
 */
on: string, 
/**
 * What it came to.
 */
result: CheckResult, 
/**
 * A note, may be empty.
 */
note: string, 
/**
 * The record behind it, such as `audit/<id>`; empty when the check stands for itself.
 */
record: string, 
/**
 * Who recorded it, and when.
 */
recorded: Act, };

export type CheckId = string;

export type CheckItem = { 
/**
 * What was checked, as a message code.
 */
code: string, 
/**
 * Whether it holds.
 */
ok: boolean, 
/**
 * What was found in the engine's words, such as a page or entry number; empty when it holds.
 */
detail: string, 
/**
 * What was found beside it, the first hundred of each kind.
 */
problems: Array<CheckProblem>, };

export type CheckKind = "system_audit" | "data_flow_check" | "access_review" | "restore_drill" | "stop_test" | "fallback_drill" | "supply_cut_off";

export type CheckPlanRow = { 
/**
 * The plan.
 */
plan: Plan, 
/**
 * Whether it is paused.
 */
paused: boolean, 
/**
 * Its AI systems by name.
 */
systems: Array<PlanSystem>, };

export type CheckProblem = { 
/**
 * What was found; the message id is `check-problem-` and this code.
 */
code: string, 
/**
 * What the message names.
 */
args: { [key in string]: string }, };

export type CheckRecord = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * What was checked.
 */
kind: CheckKind, 
/**
 * On which day.
 */
on: string, 
/**
 * What it came to.
 */
result: CheckResult, 
/**
 * A note, may be empty.
 */
note: string, };

export type CheckResult = "passed" | "partly" | "failed";

export type ClauseExplanation = { 
/**
 * The level; nothing while the clause is unanswered.
 */
level: number | null, 
/**
 * The clause's standing.
 */
standing: Standing, 
/**
 * The level that counts: the level, capped by the standing; 0 while unanswered.
 */
effective: number, 
/**
 * Number of questions asked at this depth.
 */
inScope: number, 
/**
 * Those that are neither "not applicable" nor "not yet due".
 */
applicable: number, 
/**
 * p, the points reached.
 */
points: number, 
/**
 * M, the points that could be reached.
 */
maximum: number, 
/**
 * n, the applicable critical questions.
 */
critical: number, 
/**
 * z, critical questions with value 0.
 */
zero: number, 
/**
 * o, critical questions with value 1.
 */
partly: number, 
/**
 * t, how many critical questions may lag.
 */
tolerance: number, 
/**
 * m, the number of questions that the standing is taken from.
 */
standingFrom: number, 
/**
 * Which of them it is, counted from 1 for the lowest.
 */
standingPlace: number, 
/**
 * The line of the level table that decided; nothing while unanswered.
 */
line: ClauseLine | null, 
/**
 * The limits that lowered the level.
 */
limits: Array<ClauseLimit>, 
/**
 * For each question that alone would raise the level that counts, its smallest change.
 */
raise: Array<RaiseStep>, 
/**
 * Changes that raise it together, when no single one does; none of them can be left out.
 */
raiseTogether: Array<QuestionStep>, };

export type ClauseId = string;

export type ClauseLimit = "quick_depth" | "not_yet_due";

export type ClauseLine = "no_points" | "critical_missing" | "red_line_missing" | "some_critical_missing" | "some_critical_missing_few_points" | "critical_partly" | "few_points" | "verified" | "implemented";

export type ClauseResult = { 
/**
 * Which clause.
 */
clause: ClauseId, 
/**
 * The level as lists show it.
 */
task: ClauseTask, 
/**
 * How the answers give it.
 */
explanation: ClauseExplanation, 
/**
 * Questions that, answered "met" with fitting evidence, would raise the clause by one level.
 */
raise: Array<QuestionId>, };

export type ClauseTask = { 
/**
 * Which clause.
 */
clause: ClauseId, 
/**
 * How far.
 */
status: TaskStatus, 
/**
 * Questions answered.
 */
answered: number, 
/**
 * Questions in scope.
 */
inScope: number, 
/**
 * Level 0 to 4 that the answers give; nothing while unanswered.
 */
level: number | null, 
/**
 * Evidence standing of the clause.
 */
standing: Standing, 
/**
 * Level that enters the grade, after limits from data.
 */
countedLevel: number | null, };

export type ClockJump = { 
/**
 * The step before which it happened.
 */
sequence: number, 
/**
 * By how many milliseconds the time of day was set, below zero when it was set back.
 */
byMs: number, 
/**
 * What the time across it rests on.
 */
source: TimeSource, };

export type ClockReading = { 
/**
 * The time of day.
 */
at: Timestamp, 
/**
 * Milliseconds of the steady clock.
 */
steadyMs: number, 
/**
 * What the steady clock counts from; only readings of one base can be compared.
 */
base: string, };

export type ClockState = "overdue" | "running" | "not_started" | "late" | "in_time" | "not_due";

export type Compared = { 
/**
 * Which question.
 */
question: QuestionId, 
/**
 * Its dimension.
 */
dimension: Dimension, 
/**
 * What has become of it.
 */
change: AuditChange, 
/**
 * Its last judged result up to the earlier audit.
 */
before: ItemResult | null, 
/**
 * Its result in the later audit; nothing when it is open or was not asked.
 */
now: ItemResult | null, };

export type ComparedAction = { 
/**
 * How it changed.
 */
change: MatrixChange, 
/**
 * As it was; nothing for a new one.
 */
before: Authorisation | null, 
/**
 * As it is; nothing for one that is gone.
 */
after: Authorisation | null, };

export type ComparedRow = { 
/**
 * What has become of it.
 */
compared: Compared, 
/**
 * The question as it was asked last.
 */
text: Text, };

export type ConfidenceBand = "low" | "medium" | "high";

export type Content = "decisions" | "volumes";

export type Context = { 
/**
 * S, how critical the scenario is.
 */
scenario: ContextValue, 
/**
 * A, how much the system does without a person.
 */
autonomy: ContextValue, 
/**
 * Z, how many people or cases it reaches.
 */
scale: ContextValue, };

export type ContextSave = { 
/**
 * Of which assessment.
 */
assessment: AssessmentId, 
/**
 * The context whole.
 */
context: Context, 
/**
 * Quick or full.
 */
depth: Depth, 
/**
 * The revision of the assessment that the person saw.
 */
revision: number, };

export type ContextValue = { 
/**
 * 1 to 5 on the method's scale; nothing while unanswered.
 */
value: number | null, 
/**
 * Why this value.
 */
reason: string, };

export type ControlHelp = { 
/**
 * Which control.
 */
control: string, 
/**
 * Its effective level now.
 */
from: number, 
/**
 * The level that the step makes its answer.
 */
to: number, 
/**
 * The evidence standing the step needs.
 */
evidence: Standing, 
/**
 * The grade afterwards.
 */
grade: number, 
/**
 * Index points gained on the worst risk.
 */
worst: number, 
/**
 * Number of risks that fall by at least one level.
 */
drops: number, 
/**
 * Index points gained over all risks.
 */
total: number, };

export type ControlId = string;

export type Correction = "holm" | "benjamini_hochberg";

export type CountLimits = { 
/**
 * Fewer are a signal.
 */
lower: number, 
/**
 * More are a signal.
 */
upper: number, };

export type CreditExplanation = { 
/**
 * Which control.
 */
control: string, 
/**
 * How strongly it is linked to the risk.
 */
link: LinkKind, 
/**
 * Whose link it is.
 */
source: LinkSource, 
/**
 * The answer, 0 to 4; nothing while unanswered.
 */
answer: number | null, 
/**
 * Its evidence standing.
 */
standing: Standing, 
/**
 * The effective level.
 */
effective: number, 
/**
 * Credit of that level, in index points.
 */
credit: number, 
/**
 * Credit after the strength of the link.
 */
adjusted: number, 
/**
 * What counts at this place: the adjusted credit, halved for each one before it.
 */
counted: number, };

export type Cut = { 
/**
 * Names and posts of persons.
 */
persons: boolean, 
/**
 * Names of the organisation, of units and of the supplier.
 */
organisation: boolean, 
/**
 * Names of evidence, what it shows, and where it is kept.
 */
evidence: boolean, 
/**
 * Notes and reasons in free words.
 */
notes: boolean, 
/**
 * Answers, with their notes and evidence.
 */
answers: Array<QuestionId>, 
/**
 * Further words, such as names and addresses that stand in texts.
 */
words: Array<string>, };

export type DataGrade = "public" | "internal" | "personal" | "sensitive_personal" | "important" | "core";

export type DateOrder = "dayFirst" | "monthFirst";

export type Decimal = string;

export type Decision = { 
/**
 * Which record.
 */
id: DecisionId, 
/**
 * What is said about it.
 */
facts: DecisionFacts, 
/**
 * The record that this one corrects.
 */
supersedes: DecisionId | null, 
/**
 * Whether it was entered late; the first record of a chain says it for all.
 */
enteredLate: boolean, 
/**
 * When its free text and reviewer were erased for good, if they were.
 */
thinnedAt: Timestamp | null, 
/**
 * Who recorded it, and when.
 */
recorded: Act, };

export type DecisionAdd = { 
/**
 * What is said about it.
 */
entry: DecisionEntry, };

export type DecisionCorrect = { 
/**
 * The record to be superseded; it must be the last of its chain.
 */
id: DecisionId, 
/**
 * All that is said about the decision now.
 */
entry: DecisionEntry, };

export type DecisionCount = { 
/**
 * Which records.
 */
filter: DecisionFilter, };

export type DecisionCounts = { 
/**
 * All records.
 */
total: number, 
/**
 * Records with an output and a final decision.
 */
decided: number, 
/**
 * Overrides: modified and overridden.
 */
overrides: number, 
/**
 * Each disposition once.
 */
dispositions: Array<DispositionCount>, 
/**
 * Overrides by reason, the most frequent first, "other" and none last.
 */
reasons: Array<NamedReasonCount>, };

export type DecisionDetail = { 
/**
 * The record.
 */
decision: Decision, 
/**
 * Name of its AI system.
 */
systemName: string, 
/**
 * The reason, if it has one.
 */
reason: Reason | null, 
/**
 * The last record of its chain: the one that counts.
 */
current: DecisionId, 
/**
 * The chain, the first record first.
 */
chain: Array<DecisionStep>, 
/**
 * The evidence attached to the record.
 */
evidence: Array<Evidence>, };

export type DecisionEntry = { 
/**
 * Of which AI system; required.
 */
system: SystemId | null, 
/**
 * When the decision was made; nothing means now.
 */
decidedAt: string | null, 
/**
 * The decision point.
 */
decisionPoint: string, 
/**
 * Version of the model.
 */
modelVersion: string, 
/**
 * Version of the prompt or configuration.
 */
promptVersion: string, 
/**
 * The case, in the organisation's own numbering.
 */
caseKey: string, 
/**
 * What kind of case it is, so that similar ones can be compared.
 */
category: string, 
/**
 * What the AI advised.
 */
aiOutput: string, 
/**
 * The score that the AI gave to its own output, 0 to 1.
 */
aiConfidence: number | null, 
/**
 * When the AI's result was there.
 */
aiAt: string | null, 
/**
 * Time between the AI's result and the decision in milliseconds; nothing takes it from the two times.
 */
latencyMs: number | null, 
/**
 * Name of the person who decided, which a pseudonym takes the place of, or a pseudonym of the log.
 */
reviewer: string, 
/**
 * What the person thought before seeing the AI's output.
 */
humanInitial: string | null, 
/**
 * What the person decided; only a deferred decision has none.
 */
humanFinal: string, 
/**
 * What the person did with the output; required.
 */
disposition: Disposition | null, 
/**
 * The coded reason; required for modified and overridden.
 */
reasonCode: ReasonId | null, 
/**
 * Reason in words.
 */
reasonText: string, 
/**
 * Harm if the AI had been followed, 0 none to 4 worst.
 */
harmIfFollowed: number | null, 
/**
 * Harm if the person is wrong, 0 none to 4 worst.
 */
harmIfWrong: number | null, 
/**
 * Whether the decision can be undone.
 */
reversible: boolean | null, 
/**
 * What turned out to be true.
 */
outcome: string | null, 
/**
 * When that became known.
 */
outcomeAt: string | null, 
/**
 * From where it is known.
 */
outcomeSource: string, 
/**
 * Whether the output was a known wrong sample.
 */
seeded: boolean, 
/**
 * Evidence of the workspace that supports it.
 */
evidence: Array<EvidenceId>, };

export type DecisionEvidenceAdd = { 
/**
 * Which record, the newest of its chain.
 */
id: DecisionId, 
/**
 * What is attached.
 */
piece: EvidenceNew, };

export type DecisionFacts = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * When the decision was made, in the offset in which it was stated.
 */
decidedAt: StatedTime, 
/**
 * The decision point, may be empty.
 */
decisionPoint: string, 
/**
 * Version of the model that gave the output, may be empty.
 */
modelVersion: string, 
/**
 * Version of the prompt or configuration, may be empty.
 */
promptVersion: string, 
/**
 * The case, in the organisation's own numbering, may be empty.
 */
caseKey: string, 
/**
 * What kind of case it is, so that similar ones can be compared; may be empty.
 */
category: string, 
/**
 * What the AI advised.
 */
aiOutput: string, 
/**
 * The score that the AI gave to its own output, 0 to 1.
 */
aiConfidence: number | null, 
/**
 * When the AI's result was there.
 */
aiAt: Timestamp | null, 
/**
 * Time between the AI's result and the decision in milliseconds, as stated or from the two times.
 */
latencyMs: number | null, 
/**
 * Pseudonym of the person who decided, may be empty; a name never stands in a record.
 */
reviewer: string, 
/**
 * What the person thought before seeing the AI's output.
 */
humanInitial: string | null, 
/**
 * What the person decided.
 */
humanFinal: string, 
/**
 * What the person did with the output.
 */
disposition: Disposition, 
/**
 * The coded reason.
 */
reasonCode: ReasonId | null, 
/**
 * Reason in words, may be empty.
 */
reasonText: string, 
/**
 * Harm if the AI had been followed, 0 none to 4 worst.
 */
harmIfFollowed: number | null, 
/**
 * Harm if the person is wrong, 0 none to 4 worst.
 */
harmIfWrong: number | null, 
/**
 * Whether the decision can be undone.
 */
reversible: boolean | null, 
/**
 * What turned out to be true.
 */
outcome: string | null, 
/**
 * When that became known.
 */
outcomeAt: Timestamp | null, 
/**
 * From where it is known, may be empty.
 */
outcomeSource: string, 
/**
 * Whether the output was a known wrong sample, mixed in to test reviewers.
 */
seeded: boolean, 
/**
 * Evidence attached to it.
 */
evidence: Array<EvidenceId>, };

export type DecisionFilter = { 
/**
 * Of one AI system.
 */
system: SystemId | null, 
/**
 * Decided on this day of the workspace's calendar or later.
 */
from: string | null, 
/**
 * Decided on this day or earlier.
 */
to: string | null, 
/**
 * With one of these dispositions; none means any.
 */
dispositions: Array<Disposition>, 
/**
 * With this reason; an empty text means those without.
 */
reason: string | null, 
/**
 * Of this decision point; an empty text means those without.
 */
decisionPoint: string | null, 
/**
 * Of this model version; an empty text means those without.
 */
modelVersion: string | null, 
/**
 * With this text within the case number.
 */
caseText: string, 
/**
 * Of this reviewer's pseudonym; an empty text means those without.
 */
reviewer?: string, 
/**
 * Of this category; an empty text means those without.
 */
category?: string, 
/**
 * With this AI output.
 */
aiOutput?: string, 
/**
 * With all of these marks.
 */
marks?: Array<DecisionMark>, 
/**
 * The labels from lenient to strict, by which marks of direction are judged; empty compares
 * labels that are numbers.
 */
labelOrder?: Array<string>, };

export type DecisionGet = { 
/**
 * Which.
 */
id: DecisionId, };

export type DecisionId = string;

export type DecisionImportFile = { 
/**
 * Kind of file.
 */
format: ImportFormat, 
/**
 * How it was read: the encoding, the delimiter or the sheet that was recognised or asked for.
 */
source: Source, 
/**
 * Sheets of a spreadsheet.
 */
sheets: Array<string>, 
/**
 * Length in bytes.
 */
size: number, 
/**
 * Columns in their order.
 */
columns: Array<ImportColumn>, 
/**
 * The first fifty rows.
 */
rows: Array<ImportRow>, 
/**
 * A mapping to begin with: the one remembered for these headings, or one proposed from them.
 */
mapping: Mapping, 
/**
 * Whether it was remembered.
 */
remembered: boolean, };

export type DecisionImportList = { 
/**
 * Of one AI system; nothing means all.
 */
system: SystemId | null, };

export type DecisionImportPlan = { 
/**
 * Of which AI system its records are.
 */
system: SystemId, 
/**
 * The file.
 */
path: string, 
/**
 * How its columns become records.
 */
mapping: Mapping, };

export type DecisionImportPreview = { 
/**
 * Rows in the order of the file.
 */
rows: Array<ImportPreviewRow>, };

export type DecisionImportRead = { 
/**
 * Of which AI system its records are.
 */
system: SystemId, 
/**
 * The file.
 */
path: string, 
/**
 * How it is read; nothing recognises all of it.
 */
source: Source, };

export type DecisionImportRow = { 
/**
 * Which.
 */
id: ImportId, 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * Its name.
 */
systemName: string, 
/**
 * The file's name.
 */
file: string, 
/**
 * The mapping's name.
 */
mapping: string, 
/**
 * What it brought.
 */
content: Content, 
/**
 * How many records or volumes.
 */
count: number, 
/**
 * Who imported, as printed.
 */
person: string, 
/**
 * When.
 */
importedAt: Timestamp, 
/**
 * When it was undone, if it was.
 */
undoneAt: Timestamp | null, };

export type DecisionImportRows = { 
/**
 * Newest first.
 */
imports: Array<DecisionImportRow>, };

export type DecisionImportStart = { 
/**
 * What is imported, and how.
 */
plan: DecisionImportPlan, 
/**
 * Whether it is only tried: everything is read and checked, nothing is written.
 */
trial: boolean, };

export type DecisionImportState = { 
/**
 * Where it stands.
 */
phase: ImportPhase, 
/**
 * The file's name.
 */
file: string, 
/**
 * Of which AI system.
 */
system: SystemId | null, 
/**
 * What the file holds.
 */
content: Content, 
/**
 * Bytes read.
 */
bytes: number, 
/**
 * Bytes of the file.
 */
size: number, 
/**
 * Rows read.
 */
rows: number, 
/**
 * Records or volumes that are new.
 */
fresh: number, 
/**
 * Rows that the log has already.
 */
known: number, 
/**
 * Rows that stand in the file more than once; they count once.
 */
repeated: number, 
/**
 * Rows that the mapping leaves out.
 */
leftOut: number, 
/**
 * Columns of the file of which the mapping takes nothing, known at the end.
 */
unused: Array<string>, 
/**
 * New records by disposition.
 */
dispositions: Array<DispositionCount>, 
/**
 * Time of the earliest new record.
 */
earliest: Timestamp | null, 
/**
 * Time of the latest new record.
 */
latest: Timestamp | null, 
/**
 * How many values can't be taken.
 */
problemCount: number, 
/**
 * The first 200 of them.
 */
problems: Array<ImportProblem>, 
/**
 * The import, once it is in the log.
 */
import: ImportId | null, };

export type DecisionImportUndo = { 
/**
 * Which.
 */
id: ImportId, };

export type DecisionList = { 
/**
 * Which records.
 */
filter: DecisionFilter, 
/**
 * Where the page begins, as the page before said; nothing begins with the newest.
 */
after: string | null, 
/**
 * How many rows are passed over from there, so that a page anywhere in the log can be asked for.
 */
skip: number, 
/**
 * How many at the most, up to 500.
 */
limit: number, };

export type DecisionMark = "stricter" | "more_lenient" | "no_direction" | "labelled" | "final_as_ai" | "outcome_known" | "outcome_unknown" | "ai_right" | "ai_wrong" | "person_right" | "first_known" | "first_as_ai" | "first_right" | "first_wrong" | "timed" | "under_two_seconds" | "seeded" | "not_seeded" | "entered_late";

export type DecisionPage = { 
/**
 * Newest decision first.
 */
decisions: Array<DecisionRow>, 
/**
 * Where the next page begins; nothing when this is the last.
 */
next: string | null, };

export type DecisionRow = { 
/**
 * The record.
 */
decision: Decision, 
/**
 * Name of its AI system.
 */
systemName: string, };

export type DecisionSignal = "volume" | "strong" | "speed" | "seeded" | "rejection" | "chart" | "likeness" | "reviewers";

export type DecisionStats = { 
/**
 * Which AI system.
 */
system: SystemId, 
/**
 * Its name.
 */
systemName: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * The time zone in which days and weeks begin.
 */
timeZone: string, 
/**
 * How the figures were made.
 */
settings: FigureSettings, 
/**
 * The records that were looked at, as the log lists them. A figure's `drill` laid over it
 * lists the records behind the figure.
 */
records: DecisionFilter, 
/**
 * What can be chosen from.
 */
pickers: Pickers, 
/**
 * The figures.
 */
figures: Figures, 
/**
 * What the newest complete second review of these days says of all decisions.
 */
secondReview: SecondReviewOutcome | null, };

export type DecisionStatsRequest = { 
/**
 * Which AI system.
 */
system: SystemId, 
/**
 * First day of the workspace's calendar; nothing means the year up to the last day.
 */
from: string | null, 
/**
 * Last day; nothing, or a day to come, means today.
 */
to: string | null, 
/**
 * How the figures are made; what is left out is as it is by default.
 */
settings: FigureSettings, };

export type DecisionStep = { 
/**
 * The record.
 */
decision: Decision, 
/**
 * What it says beside the one before it.
 */
change: Change, 
/**
 * Who recorded it, as printed; empty when the person is no longer known.
 */
person: string, };

export type Demonstrated = { 
/**
 * Drills held.
 */
n: number, 
/**
 * Drills within the limit, of those that are decided; nothing when none is.
 */
success: Rate | null, 
/**
 * Exact one-sided lower bound of that share.
 */
successLower: number | null, 
/**
 * Median time of the finished ones in milliseconds.
 */
medianMs: number | null, 
/**
 * Longest time of the finished ones in milliseconds.
 */
maxMs: number | null, 
/**
 * Kaplan and Meier's median of all in milliseconds; nothing when it was not reached.
 */
kaplanMeierMedianMs: number | null, };

export type Depth = "quick" | "full";

export type Dimension = "scenario" | "safety" | "reliability" | "controllability" | "programme";

export type DimensionQuestions = { 
/**
 * Which dimension.
 */
dimension: Dimension, 
/**
 * Its questions in clause b.
 */
questions: Array<AskedQuestion>, };

export type DimensionTally = { 
/**
 * Which dimension.
 */
dimension: Dimension, 
/**
 * As they should be.
 */
conforms: number, 
/**
 * Of those, taken over from the audit before.
 */
carried: number, 
/**
 * In part.
 */
partly: number, 
/**
 * Not as they should be.
 */
fails: number, 
/**
 * Not applicable.
 */
notApplicable: number, 
/**
 * Not tested.
 */
notTested: number, 
/**
 * Still open.
 */
open: number, };

export type Direction = "stricter" | "more_lenient";

export type DirectionSplit = { 
/**
 * The direction; nothing where the order of the labels gives none.
 */
direction: Direction | null, 
/**
 * Its share of all decisions.
 */
figure: Figure, };

export type Disposition = "accepted" | "modified" | "overridden" | "deferred" | "no_ai_output";

export type DispositionCount = { 
/**
 * The disposition.
 */
disposition: Disposition, 
/**
 * How many records.
 */
count: number, };

export type Dissent = { 
/**
 * Which dissent.
 */
id: DissentId, 
/**
 * On which assessment.
 */
assessment: AssessmentId, 
/**
 * The grade that the person thinks right, 1 to 5.
 */
proposedGrade: number, 
/**
 * Why, never empty.
 */
reason: string, 
/**
 * Who, and when.
 */
recorded: Act, };

export type DissentAdd = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * The grade the person thinks right, 1 to 5.
 */
proposedGrade: number, 
/**
 * Why.
 */
reason: string, };

export type DissentId = string;

export type Drill = { 
/**
 * Decided on this day of the workspace's calendar or later.
 */
from?: string, 
/**
 * Decided on this day or earlier.
 */
to?: string, 
/**
 * With one of these dispositions; none means any.
 */
dispositions: Array<Disposition>, 
/**
 * Of this decision point.
 */
decisionPoint?: string, 
/**
 * Of this model version.
 */
modelVersion?: string, 
/**
 * With this reason.
 */
reason?: string, 
/**
 * Of this reviewer's pseudonym.
 */
reviewer?: string, 
/**
 * Of this category.
 */
category?: string, 
/**
 * With this AI output.
 */
aiOutput?: string, 
/**
 * With all of these marks.
 */
marks: Array<DecisionMark>, };

export type DrillCourse = { 
/**
 * Where the drill stands.
 */
state: DrillState, 
/**
 * The marks that stand, in their order.
 */
marks: Array<MarkTime>, 
/**
 * The mark that comes next; nothing when none is left or the drill is over.
 */
next: DrillMark | null, 
/**
 * The last backlog that was counted.
 */
backlog: number | null, 
/**
 * The largest backlog that was counted.
 */
backlogPeak: number | null, 
/**
 * Errors that were counted.
 */
errors: number | null, 
/**
 * Why it was given up, else empty.
 */
abortReason: string, 
/**
 * What the clocks did.
 */
jumps: Array<ClockJump>, };

export type DrillDetail = { 
/**
 * The drill.
 */
drill: FallbackDrill, 
/**
 * Name of the AI system, or how it was named without a passphrase.
 */
systemName: string, 
/**
 * What its steps come to.
 */
course: DrillCourse, 
/**
 * Where it stands now.
 */
now: DrillNow, 
/**
 * Tier of the AI system and the time that it allows.
 */
limit: SwitchLimit, 
/**
 * Longest time in minutes that counts for this drill.
 */
limitMinutes: number, 
/**
 * How it compares with that time.
 */
verdict: DrillVerdict, 
/**
 * The plan that is rehearsed, as it was then.
 */
plan: FallbackPlanFacts | null, 
/**
 * What the earlier drills of the AI system show.
 */
past: Demonstrated | null, 
/**
 * The drill before this one.
 */
last: DrillRow | null, 
/**
 * Evidence of how it went, oldest first.
 */
evidence: Array<Evidence>, };

export type DrillEvent = { 
/**
 * Counts the steps of a drill from 1.
 */
sequence: number, 
/**
 * What was recorded.
 */
step: DrillStep, 
/**
 * When, by both clocks.
 */
reading: ClockReading, 
/**
 * Who recorded it; nobody where it was recorded without a passphrase.
 */
by: PersonId | null, 
/**
 * Whether it fits no drill at this point, so that it is shown and not counted. Only what was
 * recorded without a passphrase can be so, since nothing of it may be lost.
 */
aside: boolean, };

export type DrillEvidenceAdd = { 
/**
 * To which.
 */
id: DrillId, 
/**
 * What is attached.
 */
piece: EvidenceNew, };

export type DrillEvidenceDetach = { 
/**
 * Off which.
 */
id: DrillId, 
/**
 * Which piece.
 */
piece: EvidenceId, };

export type DrillFacts = { 
/**
 * Of which AI system; nothing until somebody says which one was meant without a passphrase.
 */
system: SystemId | null, 
/**
 * The AI system as it was named without a passphrase, else empty.
 */
named: string, 
/**
 * At which decision point; empty for the system as a whole.
 */
decisionPoint: string, 
/**
 * The version of the plan that is rehearsed.
 */
plan: PlanVersion | null, 
/**
 * The day for which it is planned.
 */
plannedFor: string | null, 
/**
 * What is assumed to have failed, and how.
 */
scenario: string, 
/**
 * Whether those who take part were told before.
 */
announced: boolean, 
/**
 * Who observes.
 */
observers: string, 
/**
 * Longest time from fault to manual work in minutes, as it held when the drill began.
 */
limitMinutes: number | null, };

export type DrillGet = { 
/**
 * Which drill.
 */
id: DrillId, };

export type DrillId = string;

export type DrillList = { 
/**
 * Of one AI system; nothing means all.
 */
system: SystemId | null, };

export type DrillMark = "fault" | "noticed" | "decided" | "manual" | "first_case" | "restored";

export type DrillNow = { 
/**
 * The time of day.
 */
at: Timestamp, 
/**
 * Milliseconds since the fault; nothing before it.
 */
elapsedMs: number | null, 
/**
 * What that time rests on.
 */
source: TimeSource, };

export type DrillPlan = { 
/**
 * Which drill; nothing adds one.
 */
id: DrillId | null, 
/**
 * The revision that was read; nothing for a new drill.
 */
revision: number | null, 
/**
 * What is said about it. Plan and longest time are set when it begins.
 */
facts: DrillFacts, };

export type DrillRow = { 
/**
 * Which drill.
 */
id: DrillId, 
/**
 * Of which AI system, if it is known.
 */
system: SystemId | null, 
/**
 * Name of the AI system, or how it was named without a passphrase.
 */
systemName: string, 
/**
 * At which decision point; empty for the system as a whole.
 */
decisionPoint: string, 
/**
 * Where it stands.
 */
state: DrillState, 
/**
 * When it began.
 */
begunAt: Timestamp | null, 
/**
 * The day for which it is planned.
 */
plannedFor: string | null, 
/**
 * Whether those who take part were told before.
 */
announced: boolean, 
/**
 * Milliseconds from fault to manual work.
 */
manualAfterMs: number | null, 
/**
 * What that time rests on.
 */
source: TimeSource, 
/**
 * Longest time in minutes, as it held when the drill began.
 */
limitMinutes: number | null, 
/**
 * How it compares with that time.
 */
verdict: DrillVerdict, 
/**
 * The largest backlog.
 */
backlogPeak: number | null, 
/**
 * Errors.
 */
errors: number | null, };

export type DrillRows = { 
/**
 * The latest first.
 */
drills: Array<DrillRow>, 
/**
 * What they show, each against the time that held when it began.
 */
demonstrated: Demonstrated | null, };

export type DrillState = "planned" | "running" | "finished" | "aborted";

export type DrillStep = { "kind": "mark", 
/**
 * Which.
 */
mark: DrillMark, } | { "kind": "withdraw", 
/**
 * Which.
 */
mark: DrillMark, } | { "kind": "backlog", 
/**
 * How many.
 */
count: number, } | { "kind": "errors", 
/**
 * How many.
 */
count: number, } | { "kind": "note", 
/**
 * The observation.
 */
text: string, } | { "kind": "finish" } | { "kind": "abort", 
/**
 * Why.
 */
reason: string, };

export type DrillStepAdd = { 
/**
 * Which drill.
 */
id: DrillId, 
/**
 * What is recorded.
 */
step: DrillStep, };

export type DrillVerdict = "open" | "within" | "late" | "failed";

export type DroppedFiles = { 
/**
 * Their paths, in the order in which they were dropped.
 */
paths: Array<string>, };

export type DueCheck = { 
/**
 * By which plan.
 */
plan: PlanId, 
/**
 * Name of the plan; may be empty.
 */
planName: string, 
/**
 * What is checked.
 */
kind: CheckKind, 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * Its name.
 */
systemName: string, 
/**
 * The due date and what became of it.
 */
occurrence: Occurrence, };

export type DueClock = { 
/**
 * Of which incident.
 */
incident: IncidentId, 
/**
 * What it is called.
 */
title: string, 
/**
 * Name of its AI system.
 */
systemName: string, 
/**
 * The clock.
 */
clock: DutyClock, };

export type Duty = { 
/**
 * Which duty.
 */
id: DutyId, 
/**
 * What is said about it.
 */
facts: DutyFacts, 
/**
 * Where it comes from.
 */
origin: DutyOrigin, 
/**
 * Counts its saved changes from 1; 0 for one that the organisation never changed.
 */
revision: number, 
/**
 * Who changed it last, and when; nothing for one that nobody changed.
 */
changed: Act | null, };

export type DutyClock = { 
/**
 * The duty; of one that was answered, as it stood then.
 */
duty: Duty, 
/**
 * How it stands.
 */
state: ClockState, 
/**
 * From when the time counts, if that moment is known.
 */
startedAt: Timestamp | null, 
/**
 * Until when a report is due, if that can be told.
 */
dueAt: Timestamp | null, 
/**
 * Seconds that are left, or were left when it was reported; negative when it is or was too late.
 */
leftS: number | null, 
/**
 * The report that answers it: the first one made, or why none is due.
 */
answer: IncidentReport | null, };

export type DutyFacts = { 
/**
 * To whom, never empty.
 */
recipient: Text, 
/**
 * Key areas of the AI systems that it concerns; none means every area.
 */
areas: Array<KeyArea>, 
/**
 * Only systems that belong to critical information infrastructure, only those that are not said
 * to, or both.
 */
infrastructure: boolean | null, 
/**
 * Kinds of incident that it concerns, never empty.
 */
kinds: Array<IncidentKind>, 
/**
 * The lowest severity that it concerns.
 */
fromSeverity: IncidentSeverity, 
/**
 * How long it leaves.
 */
within: Within, 
/**
 * From which moment that is counted.
 */
countedFrom: IncidentMoment, 
/**
 * The rule that asks for it, never empty.
 */
source: Text, 
/**
 * What must be known to apply it; may be empty.
 */
note: Text, 
/**
 * Whether it counts; one that does not is kept in the table.
 */
active: boolean, };

export type DutyId = string;

export type DutyOrigin = "bundled" | "changed" | "own";

export type DutyRow = { 
/**
 * The duty.
 */
duty: Duty, 
/**
 * What the table that comes with the program says, where the organisation changed it.
 */
bundled: DutyFacts | null, 
/**
 * Who changed it last, as printed; empty when nobody did.
 */
person: string, };

export type DutyRows = { 
/**
 * Those that come with the program, then the organisation's own.
 */
duties: Array<DutyRow>, };

export type DutySave = { 
/**
 * Which; nothing adds one.
 */
id: DutyId | null, 
/**
 * The revision that was looked at; 0 for one that was never changed, and for a new one.
 */
revision: number, 
/**
 * All that is said about it now; a text with one side counts in both languages.
 */
facts: DutyFacts, };

export type Edition = { 
/**
 * Its id, such as `tc260_aisgf` or `kag`.
 */
id: string, 
/**
 * Its version.
 */
version: string, 
/**
 * SHA-256 of its canonical JSON, lower-case hexadecimal.
 */
sha256: string, };

export type Escalation = "owner" | "superior" | "approver";

export type Estimate = { 
/**
 * The estimate.
 */
value: number, 
/**
 * Where it lies.
 */
interval: Interval, };

export type Evidence = { 
/**
 * Which piece.
 */
id: EvidenceId, 
/**
 * File name or title.
 */
name: string, 
/**
 * What stands behind it.
 */
source: EvidenceSource, 
/**
 * What it shows, in the words of the person who added it.
 */
shows: string, 
/**
 * The date the evidence itself bears.
 */
dated: string | null, 
/**
 * The standing it gives: attached, or current and independent; never none.
 */
standing: Standing, 
/**
 * Who added it, and when.
 */
added: Act, };

export type EvidenceAdd = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * To what.
 */
target: EvidenceTarget, 
/**
 * What is attached.
 */
piece: EvidenceNew, };

export type EvidenceChange = { 
/**
 * In which assessment it is looked at.
 */
assessment: AssessmentId, 
/**
 * Which piece.
 */
id: EvidenceId, 
/**
 * Title.
 */
name: string, 
/**
 * What it shows.
 */
shows: string, 
/**
 * The date the evidence bears.
 */
dated: string | null, 
/**
 * Attached, or current and independent.
 */
standing: Standing, };

export type EvidenceDetach = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * Off what.
 */
target: EvidenceTarget, 
/**
 * Which piece.
 */
id: EvidenceId, };

export type EvidenceId = string;

export type EvidenceNew = { 
/**
 * A file to read; nothing for a reference.
 */
path: string | null, 
/**
 * Where a reference is kept; empty for a file.
 */
locator: string, 
/**
 * Title; empty takes the file's name.
 */
name: string, 
/**
 * What it shows.
 */
shows: string, 
/**
 * The date the evidence bears.
 */
dated: string | null, 
/**
 * Attached, or current and independent.
 */
standing: Standing, 
/**
 * Whether the content is kept, or its digest only.
 */
keepContent: boolean, };

export type EvidenceSaved = { 
/**
 * The piece.
 */
evidence: Evidence, 
/**
 * What the screen must show anew; `revision` is that of the answer, measure or rating.
 */
saved: Saved, };

export type EvidenceSource = { "kind": "file", 
/**
 * SHA-256 of the content, lower-case hexadecimal.
 */
sha256: string, 
/**
 * Length in bytes.
 */
size: number, 
/**
 * Whether the workspace keeps the content, or its digest only.
 */
contentKept: boolean, } | { "kind": "reference", 
/**
 * Where to find it.
 */
locator: string, };

export type EvidenceTarget = { "kind": "question", "id": QuestionId } | { "kind": "measure", "id": ControlId } | { "kind": "risk", "id": RiskId };

export type Exception = { 
/**
 * The due date as the cadence gives it.
 */
due: string, 
/**
 * The day it is moved to; nothing when it is skipped.
 */
movedTo: string | null, 
/**
 * Why, never empty.
 */
reason: string, 
/**
 * Who said so, and when.
 */
recorded: Act, };

export type ExpectedSigner = { 
/**
 * In which role: assessor, reviewer or approver.
 */
role: Role, 
/**
 * Who.
 */
person: PersonId, };

export type Explanation = { 
/**
 * The application tier.
 */
tier: TierExplanation, 
/**
 * The parts that are as high as the grade.
 */
deciding: Array<GradePart>, 
/**
 * The risks at the highest level, those with the highest index first.
 */
worstRisks: Array<string>, 
/**
 * The gates that fire, in the order of the method.
 */
gates: Array<GateExplanation>, 
/**
 * The three counts of the accumulation part.
 */
accumulation: Array<AccumulationCount>, 
/**
 * The applicable and unanswered risks, in the framework's order.
 */
risks: Array<RiskExplanation>, 
/**
 * The controls that count less than they were answered.
 */
capped: Array<CappedControl>, 
/**
 * What is open.
 */
open: OpenPoints, };

export type Exposure = { 
/**
 * The unit.
 */
unit: ExposureUnit, 
/**
 * How many of them, more than zero.
 */
amount: Decimal, };

export type ExposureFigure = { 
/**
 * The unit.
 */
unit: ExposureUnit, 
/**
 * Overrides within the volumes that state the exposure.
 */
count: number, 
/**
 * The exposure in its unit.
 */
exposure: number, 
/**
 * Overrides by unit of exposure; a rate, never a share.
 */
value: number | null, 
/**
 * Its exact Poisson interval.
 */
interval: Interval | null, 
/**
 * How it was made.
 */
method: FigureMethod, 
/**
 * What to know about it.
 */
caveats: Array<Caveat>, 
/**
 * Its control chart.
 */
chart: PeriodChart, };

export type ExposureReading = { 
/**
 * The unit that is kept.
 */
unit: ExposureUnit, 
/**
 * How much of that unit one of the source's is, such as `1.609344` for miles.
 */
factor: string, };

export type ExposureUnit = "hours" | "kilometres" | "cases";

export type Failing = "fails" | "partly";

export type FallbackDrill = { 
/**
 * Which drill.
 */
id: DrillId, 
/**
 * What is said about it.
 */
facts: DrillFacts, 
/**
 * What was recorded, in order.
 */
events: Array<DrillEvent>, 
/**
 * Counts the saved changes of the facts from 1, so that a stale write is noticed.
 */
revision: number, 
/**
 * Who added it, and when.
 */
recorded: Act, };

export type FallbackPlan = { 
/**
 * Which plan.
 */
id: FallbackPlanId, 
/**
 * Counts the versions of a plan from 1, so that a stale write is noticed.
 */
version: number, 
/**
 * What it says.
 */
facts: FallbackPlanFacts, 
/**
 * Who wrote this version, and when.
 */
saved: Act, 
/**
 * Who approved this version, and when.
 */
approved: Act | null, };

export type FallbackPlanApprove = { 
/**
 * Which plan.
 */
id: FallbackPlanId, 
/**
 * The version that was read.
 */
version: number, };

export type FallbackPlanDetail = { 
/**
 * Name of the AI system.
 */
systemName: string, 
/**
 * Its decision points.
 */
decisionPoints: Array<string>, 
/**
 * Its tier and the time that it allows.
 */
limit: SwitchLimit, 
/**
 * The last one first.
 */
versions: Array<PlanRow>, };

export type FallbackPlanFacts = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * At which decision point; empty for the system as a whole.
 */
decisionPoint: string, 
/**
 * What makes people switch.
 */
trigger: string, 
/**
 * Who decides to switch, and who does when they are away.
 */
decider: string, 
/**
 * How the work is done by hand, one step a line.
 */
manualMethod: string, 
/**
 * Which people with which skills are needed, one post a line.
 */
people: string, 
/**
 * What is kept where it can be reached without the AI and without a network, one thing a line.
 */
materials: string, 
/**
 * Cases an hour that people can do by hand.
 */
capacityPerHour: Decimal | null, 
/**
 * Cases an hour that come in.
 */
loadPerHour: Decimal | null, 
/**
 * Longest time from fault to manual work in minutes; nothing where that of the tier holds.
 */
limitMinutes: number | null, 
/**
 * Why that time differs from the tier's.
 */
limitReason: string, 
/**
 * How the AI comes back: who decides, and what is checked before.
 */
wayBack: string, 
/**
 * How the backlog is caught up.
 */
catchUp: string, };

export type FallbackPlanGet = { 
/**
 * Which plan.
 */
id: FallbackPlanId, };

export type FallbackPlanId = string;

export type FallbackPlanSave = { 
/**
 * Which plan; nothing begins one.
 */
id: FallbackPlanId | null, 
/**
 * The version that was read and changed; nothing for a new plan.
 */
version: number | null, 
/**
 * What it says.
 */
facts: FallbackPlanFacts, };

export type FallbackRow = { 
/**
 * Which AI system.
 */
system: SystemId, 
/**
 * Its name.
 */
systemName: string, 
/**
 * The organisation's own number of it, may be empty.
 */
reference: string, 
/**
 * Its decision points.
 */
decisionPoints: Array<string>, 
/**
 * Its tier and the time that it allows.
 */
limit: SwitchLimit, 
/**
 * The last version of each plan.
 */
plans: Array<PlanRow>, 
/**
 * A drill that is running.
 */
running: DrillId | null, 
/**
 * The latest drill that began.
 */
lastDrill: DrillRow | null, 
/**
 * What the drills show, each against the time that held when it began.
 */
demonstrated: Demonstrated | null, 
/**
 * Whether a drill was finished in the twelve months up to today.
 */
drillWithinYear: boolean, 
/**
 * The last version of its matrix, if there is one.
 */
matrixVersion: number | null, 
/**
 * Whether that version is approved.
 */
matrixApproved: boolean, 
/**
 * How many of its actions lack something.
 */
matrixGaps: number, 
/**
 * The latest stop test.
 */
lastStopTest: StopTest | null, };

export type FallbackRows = { 
/**
 * By name.
 */
systems: Array<FallbackRow>, 
/**
 * Drills recorded without a passphrase, of which nobody has said yet which AI system was meant.
 */
unassigned: Array<DrillRow>, };

export type Field = "system" | "decidedAt" | "decisionPoint" | "modelVersion" | "promptVersion" | "caseKey" | "category" | "aiOutput" | "aiConfidence" | "aiAt" | "latencyMs" | "reviewer" | "humanInitial" | "humanFinal" | "disposition" | "reasonCode" | "reasonText" | "harmIfFollowed" | "harmIfWrong" | "reversible" | "outcome" | "outcomeAt" | "outcomeSource" | "seeded" | "period" | "issued" | "accepted" | "modified" | "overridden" | "automatic" | "notReviewed" | "exposure";

export type Figure = { 
/**
 * The numerator.
 */
count: number, 
/**
 * The denominator.
 */
of: number, 
/**
 * Their quotient, unrounded; nothing where it would say something that is not known.
 */
value: number | null, 
/**
 * Its interval.
 */
interval: Interval | null, 
/**
 * Whether there are so few that the counts are shown before the rate.
 */
few: boolean, 
/**
 * How the interval was made.
 */
method: FigureMethod, 
/**
 * What to know about it.
 */
caveats: Array<Caveat>, 
/**
 * The records of the numerator; nothing where these are no single records.
 */
drill: Drill | null, 
/**
 * The records of the denominator; nothing where these are no single records.
 */
base: Drill | null, };

export type FigureCell = number | string;

export type FigureCounts = { 
/**
 * All records that were looked at.
 */
records: number, 
/**
 * Each disposition once.
 */
dispositions: Array<DispositionCount>, 
/**
 * Records with an output and a final decision.
 */
decided: number, 
/**
 * Overrides that are counted.
 */
overrides: number, 
/**
 * Known wrong samples.
 */
seeded: number, 
/**
 * Records whose texts were erased.
 */
thinned: number, };

export type FigureFormat = "svg" | "png";

export type FigureMethod = "wilson" | "volumes" | "p_chart" | "p_prime_chart" | "u_chart" | "u_prime_chart" | "exact_poisson" | "kappa" | "pareto" | "outcome_bounds" | "mc_nemar" | "reliance" | "volume_signal" | "strong_signal" | "speed_signal" | "seeded_signal" | "rejection_signal" | "pairs" | "chi_square" | "permutation" | "standardised";

export type FigureSave = { 
/**
 * Where to.
 */
path: string, 
/**
 * In which format.
 */
format: FigureFormat, 
/**
 * Its bytes in Base64.
 */
base64: string, };

export type FigureSelection = { 
/**
 * Of this decision point; an empty text means those without.
 */
decisionPoint: string | null, 
/**
 * Of this model version; an empty text means those without.
 */
modelVersion: string | null, 
/**
 * Of this reviewer's pseudonym; an empty text means those without.
 */
reviewer: string | null, 
/**
 * Of this category; an empty text means those without.
 */
category: string | null, 
/**
 * Only overrides with this reason are counted; an empty text means those without.
 */
reason: string | null, 
/**
 * Only overrides of this direction are counted.
 */
direction: Direction | null, };

export type FigureSettings = { 
/**
 * How long a period of the control chart is.
 */
unit: Span, 
/**
 * Which records, and which overrides.
 */
selection: FigureSelection, 
/**
 * Whether an output that was used after a change counts as an override.
 */
modifiedCounts: boolean, 
/**
 * The labels from lenient to strict; empty compares labels that are numbers.
 */
labelOrder: Array<string>, 
/**
 * The override rate below which looking is doubted, as a share.
 */
tau: number, 
/**
 * Whether the decision decides which outcomes become known, so that no point is given.
 */
selective: boolean, 
/**
 * The least time in milliseconds that a look takes, as the system's owner declared it.
 */
minimumLatencyMs: number | null, 
/**
 * Whether every decision is logged, so that a log without any acceptance means that there was none.
 */
allLogged: boolean, 
/**
 * The confidence level of the intervals.
 */
level: Level, 
/**
 * The rules that raise a signal on a control chart.
 */
rules: Array<ChartRule>, 
/**
 * How many periods with data make a baseline.
 */
baseline: number, 
/**
 * What the limits of a control chart allow for.
 */
spread: Spread, 
/**
 * How p-values are corrected for the number of reviewers.
 */
correction: Correction, };

export type FigureTableSave = { 
/**
 * Where to.
 */
path: string, 
/**
 * In which format.
 */
format: TableFormat, 
/**
 * Headings.
 */
columns: Array<string>, 
/**
 * Rows, each as wide as the headings.
 */
rows: Array<Array<FigureCell>>, };

export type Figures = { 
/**
 * How many records.
 */
counts: FigureCounts, 
/**
 * The override rate.
 */
rates: Rates, 
/**
 * The control chart of the rate.
 */
chart: PeriodChart, 
/**
 * Overrides by exposure, one for each unit that volumes state.
 */
exposure: Array<ExposureFigure>, 
/**
 * Concordance and agreement.
 */
judgement: Judgement, 
/**
 * Why people overrode.
 */
reasons: Reasons, 
/**
 * Who was right.
 */
outcomes: OutcomeFigures, 
/**
 * Whether people look.
 */
attention: Attention, 
/**
 * Whether like cases are decided alike.
 */
likeness: Likeness, 
/**
 * Whether reviewers differ.
 */
reviewers: Reviewers, };

export type FilePick = { 
/**
 * What for.
 */
purpose: FilePurpose, 
/**
 * Title of the dialog in the person's language.
 */
title: string, 
/**
 * File name proposed when saving, empty otherwise.
 */
suggested: string, };

export type FilePurpose = "workspace_open" | "workspace_create" | "system_import" | "table_export" | "decision_import" | "mapping_open" | "mapping_save" | "figure_export" | "question_pack" | "logo" | "evidence" | "verify" | "certificate" | "report_export" | "report_body" | "report_copy" | "signing_key" | "token_module";

export type FilingFacts = { 
/**
 * Level under the classified protection scheme, 1 to 5.
 */
protectionLevel: number | null, 
/**
 * Filing number under the classified protection scheme.
 */
protectionNumber: string, 
/**
 * Date of the last commercial cryptography assessment.
 */
cryptographyAssessedOn: string | null, 
/**
 * Date of the personal-information impact assessment.
 */
impactAssessedOn: string | null, 
/**
 * Number under which the algorithm or model is filed or registered.
 */
modelFilingNumber: string, 
/**
 * Whether the system belongs to critical information infrastructure.
 */
criticalInfrastructure: boolean | null, 
/**
 * Whether personal information is handled.
 */
personalInformation: boolean | null, 
/**
 * Whether important data is handled.
 */
importantData: boolean | null, 
/**
 * Whether any data leaves the country.
 */
crossBorder: boolean | null, };

export type Finding = { 
/**
 * Which finding.
 */
id: FindingId, 
/**
 * Of which audit.
 */
audit: AuditId, 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * The question it failed.
 */
question: QuestionId | null, 
/**
 * The sign in the decision records from which it came.
 */
signal: DecisionSignal | null, 
/**
 * What is said about it.
 */
facts: FindingFacts, 
/**
 * The severity that the method's table proposed; nothing where no line of it held.
 */
proposed: Severity | null, 
/**
 * Where it stands.
 */
state: FindingState, 
/**
 * The last day on which it is accepted, while it is.
 */
acceptedUntil: string | null, 
/**
 * Who recorded it, and when.
 */
recorded: Act, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, };

export type FindingAdd = { 
/**
 * Which AI system.
 */
system: SystemId, 
/**
 * Which audit; nothing takes the one that is running, and begins one where none is.
 */
audit?: AuditId | null, 
/**
 * The first day that an audit which begins looks back on.
 */
from: string, 
/**
 * The last day of it.
 */
to: string, 
/**
 * What was found, never empty.
 */
title: string, 
/**
 * How severe; nothing takes what the method's table proposes.
 */
severity: Severity | null, 
/**
 * Why the severity is not the proposed one.
 */
severityReason?: string, 
/**
 * The question it fails, if one.
 */
question: QuestionId | null, 
/**
 * How that question fell short; without it the table proposes nothing.
 */
failing?: Failing | null, 
/**
 * The sign in the decision records from which it came, if one.
 */
signal: DecisionSignal | null, 
/**
 * The clause that it concerns; nothing takes that of the question.
 */
clause?: ClauseId | null, 
/**
 * The risks that it bears on.
 */
risks?: Array<RiskId>, 
/**
 * What it comes from.
 */
cause?: string, 
/**
 * What it does or may do.
 */
effect?: string, 
/**
 * Evidence attached to it.
 */
evidence?: Array<EvidenceId>, };

export type FindingCount = { 
/**
 * The state.
 */
state: FindingState, 
/**
 * How many.
 */
count: number, };

export type FindingDetail = { 
/**
 * The finding as lists show it.
 */
row: FindingRow, 
/**
 * The audit that found it.
 */
audit: Audit, 
/**
 * Its actions, the earliest due first.
 */
actions: Array<ActionRow>, 
/**
 * Its evidence.
 */
evidence: Array<Evidence>, 
/**
 * The steps that it took, oldest first.
 */
steps: Array<StepTaken>, 
/**
 * Earlier findings of the same matter, oldest first.
 */
earlier: Array<FindingRow>, 
/**
 * Later findings of the same matter, oldest first.
 */
later: Array<FindingRow>, 
/**
 * The steps that lead somewhere from here and that the person who is here may take.
 */
may: Array<FindingStep>, 
/**
 * Whether the person who is here would verify their own work.
 */
alone: boolean, };

export type FindingEvidenceAdd = { 
/**
 * To which finding.
 */
id: FindingId, 
/**
 * The revision that was shown.
 */
revision: number, 
/**
 * The piece.
 */
piece: EvidenceNew, };

export type FindingFacts = { 
/**
 * What was found, never empty.
 */
title: string, 
/**
 * How severe.
 */
severity: Severity, 
/**
 * Why the severity is not the proposed one; empty where it is.
 */
severityReason: string, 
/**
 * The clause of 6.3 that it concerns.
 */
clause: ClauseId | null, 
/**
 * The risks that it bears on.
 */
risks: Array<RiskId>, 
/**
 * What it comes from, may be empty.
 */
cause: string, 
/**
 * What it does or may do, may be empty.
 */
effect: string, 
/**
 * Evidence attached to it.
 */
evidence: Array<EvidenceId>, };

export type FindingGet = { 
/**
 * Which.
 */
id: FindingId, };

export type FindingId = string;

export type FindingList = { 
/**
 * Of one AI system; nothing means all.
 */
system?: SystemId | null, 
/**
 * In one of these states on the day; none means all.
 */
states?: Array<FindingState>, 
/**
 * Of one of these severities; none means all.
 */
severities?: Array<Severity>, 
/**
 * Whether only those that are late are asked for.
 */
overdue?: boolean, 
/**
 * How many to leave out at the top.
 */
skip?: number, 
/**
 * How many to answer with; nothing means all.
 */
limit?: number | null, };

export type FindingMove = { 
/**
 * Which step.
 */
step: FindingStep, 
/**
 * Why, or what was looked at.
 */
note: string, 
/**
 * The last day on which it is accepted; with that step alone.
 */
until: string | null, };

export type FindingRow = { 
/**
 * The finding.
 */
finding: Finding, 
/**
 * Name of the AI system.
 */
systemName: string, 
/**
 * Where it stands today: what was accepted is open again after its last day.
 */
state: FindingState, 
/**
 * How many earlier findings of the same matter there are.
 */
earlier: number, 
/**
 * How many actions answer to it, dropped ones aside.
 */
actions: number, 
/**
 * The earliest due date of those that are not finished.
 */
due: string | null, 
/**
 * Who has to see to it; nothing while it is not late.
 */
escalation: Escalation | null, };

export type FindingRows = { 
/**
 * Newest first.
 */
findings: Array<FindingRow>, 
/**
 * How many there are that fit what was asked.
 */
found: number, 
/**
 * How many there are in each state, of the AI system or of all.
 */
counts: Array<FindingCount>, 
/**
 * How many of them are late.
 */
overdue: number, };

export type FindingSave = { 
/**
 * Which.
 */
id: FindingId, 
/**
 * Everything that is said about it.
 */
facts: FindingFacts, 
/**
 * The revision that was shown.
 */
revision: number, };

export type FindingState = "open" | "in_remedy" | "to_verify" | "closed" | "accepted";

export type FindingStep = "start_remedy" | "remedied" | "verify" | "send_back" | "accept" | "reopen";

export type FindingStepTake = { 
/**
 * Of which finding.
 */
id: FindingId, 
/**
 * The revision that was shown.
 */
revision: number, 
/**
 * Which step, with what it needs.
 */
move: FindingMove, };

export type GateExplanation = { 
/**
 * What it is about.
 */
kind: GateKind, 
/**
 * The grade it gives.
 */
grade: number, 
/**
 * The control that is not in place, if it is about one.
 */
control: string | null, 
/**
 * That control's effective level.
 */
effective: number | null, 
/**
 * The risks that make it fire, if it is about risks.
 */
risks: Array<string>, 
/**
 * The red lines that are crossed, if it is about them.
 */
redLines: Array<string>, };

export type GateKind = "control" | "fallback" | "uncontrolled" | "neglect" | "red_line";

export type GovernanceId = string;

export type GradeCount = { 
/**
 * Grade 1 to 5; nothing for systems that were never assessed.
 */
grade: number | null, 
/**
 * How many systems.
 */
systems: number, };

export type GradePart = "worst_risk" | "accumulation" | "context_floor" | "gates";

export type GradeParts = { 
/**
 * The highest level of an applicable risk, 1 if there is none.
 */
worst_risk: number, 
/**
 * What many risks at a level give.
 */
accumulation: number, 
/**
 * What the application tier alone gives.
 */
context_floor: number, 
/**
 * The highest gate that fires, 1 if none does.
 */
gates: number, };

export type GradePlan = { 
/**
 * The grade to reach.
 */
target: number, 
/**
 * Always true.
 */
reachable: boolean, 
/**
 * The crossed red lines to lift first.
 */
clear: Array<string>, 
/**
 * The credit steps, in the order in which they were chosen.
 */
steps: Array<GradePlanStep>, } | { 
/**
 * The grade that was asked for.
 */
target: number, 
/**
 * Always false.
 */
reachable: boolean, 
/**
 * The crossed red lines that are taken as lifted.
 */
clear: Array<string>, 
/**
 * The best grade that controls can reach.
 */
best: number, 
/**
 * The parts above the target in that best state.
 */
blockers: Blockers, 
/**
 * The risks whose level is above the target in that best state.
 */
risks: Array<string>, };

export type GradePlanStep = { 
/**
 * Which control.
 */
control: string, 
/**
 * Its effective level before the step.
 */
from: number, 
/**
 * The level that the step makes its answer.
 */
to: number, 
/**
 * The evidence standing the step needs.
 */
evidence: Standing, };

export type Heterogeneity = { 
/**
 * Reviewers with a decision.
 */
reviewers: number, 
/**
 * Decisions.
 */
n: number, 
/**
 * Pearson's chi-square.
 */
chiSquare: number, 
/**
 * Its degrees of freedom.
 */
df: number, 
/**
 * Its p-value by the chi-square law.
 */
pValue: number, 
/**
 * The dispersion chi-square/df: 1 when chance explains the differences.
 */
phi: number, 
/**
 * The share of the variance that lies between reviewers, by the ANOVA estimator.
 */
icc: number | null, 
/**
 * The smallest number of overrides, or of acceptances, to be expected of a reviewer.
 */
leastExpected: number, 
/**
 * The p-value by permutation, where that number is below 5.
 */
permutationP: number | null, };

export type HistoryEntry = { 
/**
 * Its number, from 1.
 */
sequence: number, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who, as printed; empty when the person is no longer known.
 */
person: string, 
/**
 * What was done, such as `answer.save`; the message id is `history-` and this with a dash.
 */
action: string, 
/**
 * What it was done to, as a person would name it; may be empty.
 */
subject: string, 
/**
 * The recorded content.
 */
payload: unknown, 
/**
 * SHA-256 of the entry, lower-case hexadecimal.
 */
sha256: string, };

export type HistoryHead = { 
/**
 * Number of the last entry, from 1; 0 for an empty history.
 */
sequence: number, 
/**
 * SHA-256 of the last entry, lower-case hexadecimal.
 */
sha256: string, };

export type HistoryList = { 
/**
 * Entries before this number; nothing begins with the newest.
 */
before: number | null, 
/**
 * How many at the most, up to 500.
 */
limit: number, };

export type HistoryPage = { 
/**
 * Newest first.
 */
entries: Array<HistoryEntry>, 
/**
 * Where the history stands.
 */
head: HistoryHead, };

export type IdentityKind = "workspace" | "pkcs12" | "token";

export type ImportCheck = { 
/**
 * Rows that can be imported.
 */
valid: number, 
/**
 * Rows whose reference is in the workspace already; they are left alone.
 */
known: number, 
/**
 * How many values can't be imported.
 */
problemCount: number, 
/**
 * The first 200 of them.
 */
problems: Array<ImportProblem>, 
/**
 * Columns of the file of which the mapping takes nothing.
 */
unused: Array<string>, 
/**
 * The first fifty systems as they would be.
 */
first: Array<SystemFacts>, };

export type ImportColumn = { 
/**
 * Its heading.
 */
name: string, 
/**
 * Up to 30 different values among the first 5,000 rows, the most frequent first.
 */
values: Array<string>, 
/**
 * Whether there are more.
 */
more: boolean, };

export type ImportDone = { 
/**
 * Systems added.
 */
added: number, 
/**
 * Rows left alone since their reference was in the workspace already.
 */
known: number, };

export type ImportFormat = "delimited" | "spreadsheet" | "json_lines";

export type ImportId = string;

export type ImportPhase = "none" | "running" | "clearing" | "tried" | "imported" | "refused" | "cancelled" | "undone";

export type ImportPreviewRow = { 
/**
 * Line of the file.
 */
line: number, 
/**
 * The record, where the file holds decisions and the row can be taken.
 */
decision: DecisionFacts | null, 
/**
 * The volumes, where the file holds volumes; a row by month has several.
 */
volumes: Array<VolumeFacts>, 
/**
 * Whether the rows to be taken leave this one out.
 */
leftOut: boolean, 
/**
 * What can't be taken.
 */
problems: Array<ImportProblem>, };

export type ImportProblem = { 
/**
 * Line of the file, the heading being line 1; row number in a spreadsheet.
 */
line: number, 
/**
 * Column heading.
 */
column: string, 
/**
 * What is wrong; the message id is `import-` and this code.
 */
code: string, 
/**
 * The value as it stands, cut to 80 characters.
 */
value: string, };

export type ImportRow = { 
/**
 * Line of a text file, row of a spreadsheet; from 1.
 */
line: number, 
/**
 * Values, one for each column.
 */
cells: Array<string>, };

export type ImportTable = { 
/**
 * Name of the encoding that was recognised, or `XLSX`.
 */
encoding: string, 
/**
 * Column headings as they stand in the first row.
 */
columns: Array<string>, 
/**
 * Rows below the heading.
 */
rows: number, 
/**
 * The first rows, cut to the columns.
 */
firstRows: Array<Array<string>>, 
/**
 * Field of [`SystemFacts`] (such as `name`) to column heading.
 */
mapping: { [key in string]: string }, };

export type Incident = { 
/**
 * Which incident.
 */
id: IncidentId, 
/**
 * What is said about it.
 */
facts: IncidentFacts, 
/**
 * How far it is.
 */
state: IncidentState, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, 
/**
 * Who recorded it, and when.
 */
recorded: Act, 
/**
 * Who changed it last, and when.
 */
changed: Act, };

export type IncidentDetail = { 
/**
 * The incident.
 */
incident: Incident, 
/**
 * Name of its AI system.
 */
systemName: string, 
/**
 * Whether nobody said if the system belongs to critical information infrastructure, for which
 * shorter times count.
 */
infrastructureUnknown: boolean, 
/**
 * Its clocks, the most urgent first.
 */
clocks: Array<DutyClock>, 
/**
 * The moment at which the clocks were read.
 */
now: Timestamp, 
/**
 * Its reports in the order in which they were recorded.
 */
reports: Array<IncidentReportRow>, 
/**
 * Its versions, the first one first.
 */
versions: Array<IncidentVersionRow>, 
/**
 * The actions that answer to it.
 */
actions: Array<Action>, 
/**
 * The evidence attached to it.
 */
evidence: Array<Evidence>, };

export type IncidentEntry = { 
/**
 * Of which AI system; required, and never changed afterwards.
 */
system: SystemId | null, 
/**
 * Event or near miss; required.
 */
kind: IncidentKind | null, 
/**
 * How grave; nothing while nobody has judged it.
 */
severity: IncidentSeverity | null, 
/**
 * What it is called; required.
 */
title: string, 
/**
 * The decision point.
 */
decisionPoint: string, 
/**
 * When it began; required.
 */
occurredAt: string | null, 
/**
 * When somebody noticed; nothing means when it began.
 */
noticedAt: string | null, 
/**
 * When somebody decided to switch to human work.
 */
decidedAt: string | null, 
/**
 * When human work was running.
 */
manualAt: string | null, 
/**
 * When the AI system was back, or its work was given up for good.
 */
restoredAt: string | null, 
/**
 * What happened and what it did.
 */
effect: string, 
/**
 * How many people were affected, if known.
 */
people: number | null, 
/**
 * How many cases were affected, if known.
 */
cases: number | null, 
/**
 * The harm that was done, 0 none to 4 worst.
 */
harm: number | null, 
/**
 * What was done about it.
 */
response: string, 
/**
 * What caused it.
 */
cause: string, 
/**
 * What was learnt.
 */
lessons: string, 
/**
 * Evidence of the workspace that supports it.
 */
evidence: Array<EvidenceId>, };

export type IncidentEvidenceAdd = { 
/**
 * To which.
 */
id: IncidentId, 
/**
 * The revision that was looked at.
 */
revision: number, 
/**
 * What is attached.
 */
piece: EvidenceNew, };

export type IncidentFacts = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * Event or near miss.
 */
kind: IncidentKind, 
/**
 * How grave; nothing while nobody has judged it, and then every clock counts.
 */
severity: IncidentSeverity | null, 
/**
 * What it is called, never empty.
 */
title: string, 
/**
 * The decision point; empty for the system as a whole.
 */
decisionPoint: string, 
/**
 * When it began.
 */
occurredAt: Timestamp, 
/**
 * When somebody noticed.
 */
noticedAt: Timestamp, 
/**
 * When somebody decided to switch to human work.
 */
decidedAt: Timestamp | null, 
/**
 * When human work was running.
 */
manualAt: Timestamp | null, 
/**
 * When the AI system was back, or its work was given up for good.
 */
restoredAt: Timestamp | null, 
/**
 * What happened and what it did.
 */
effect: string, 
/**
 * How many people were affected, if known.
 */
people: number | null, 
/**
 * How many cases were affected, if known.
 */
cases: number | null, 
/**
 * The harm that was done, 0 none to 4 worst.
 */
harm: number | null, 
/**
 * What was done about it.
 */
response: string, 
/**
 * What caused it.
 */
cause: string, 
/**
 * What was learnt.
 */
lessons: string, 
/**
 * Evidence of the workspace that supports it.
 */
evidence: Array<EvidenceId>, };

export type IncidentField = "kind" | "severity" | "title" | "decision_point" | "occurred_at" | "noticed_at" | "decided_at" | "manual_at" | "restored_at" | "effect" | "people" | "cases" | "harm" | "response" | "cause" | "lessons" | "evidence" | "recipient" | "reported_at" | "reporter" | "receipt" | "note";

export type IncidentGet = { 
/**
 * Which.
 */
id: IncidentId, };

export type IncidentId = string;

export type IncidentKind = "event" | "near_miss";

export type IncidentList = { 
/**
 * Of one AI system; nothing means all.
 */
system: SystemId | null, };

export type IncidentMoment = "occurred" | "noticed" | "decided" | "manual_running" | "restored";

export type IncidentReport = { 
/**
 * Which report.
 */
id: IncidentReportId, 
/**
 * Of which incident.
 */
incident: IncidentId, 
/**
 * The duty that it answers, as it stood then; nothing for a report that no duty asks for.
 */
duty: Duty | null, 
/**
 * What is said about it.
 */
facts: IncidentReportFacts, 
/**
 * The report that this one replaces.
 */
supersedes: IncidentReportId | null, 
/**
 * Who recorded it, and when.
 */
recorded: Act, };

export type IncidentReportAdd = { 
/**
 * Which incident.
 */
incident: IncidentId, 
/**
 * The duty that it answers; nothing for a report that no duty asks for.
 */
duty: DutyId | null, 
/**
 * The report that it replaces.
 */
supersedes: IncidentReportId | null, 
/**
 * What is said about it.
 */
entry: IncidentReportEntry, };

export type IncidentReportEntry = { 
/**
 * Made, or not due; nothing means made.
 */
kind: IncidentReportKind | null, 
/**
 * To whom; empty takes the duty's recipient in the workspace's language.
 */
recipient: string, 
/**
 * When it was made, in the forms of an incident's times; nothing means now.
 */
reportedAt: string | null, 
/**
 * Who reported: a name or a post; empty takes the person who records it.
 */
reporter: string, 
/**
 * Number of the receipt; empty while none has come.
 */
receipt: string, 
/**
 * Note, or why no report is due.
 */
note: string, };

export type IncidentReportFacts = { 
/**
 * Made, or not due.
 */
kind: IncidentReportKind, 
/**
 * To whom; never empty.
 */
recipient: string, 
/**
 * When it was made; nothing when none is due.
 */
reportedAt: Timestamp | null, 
/**
 * Who reported: a name or a post; empty when none is due.
 */
reporter: string, 
/**
 * Number of the receipt; empty while none has come.
 */
receipt: string, 
/**
 * Note, or why no report is due.
 */
note: string, };

export type IncidentReportId = string;

export type IncidentReportKind = "made" | "not_due";

export type IncidentReportRow = { 
/**
 * The report.
 */
report: IncidentReport, 
/**
 * Whether another one replaced it.
 */
superseded: boolean, 
/**
 * Who recorded it, as printed; empty when the person is no longer known.
 */
person: string, };

export type IncidentRow = { 
/**
 * The incident.
 */
incident: Incident, 
/**
 * Name of its AI system.
 */
systemName: string, 
/**
 * Its clocks, the most urgent first.
 */
clocks: Array<DutyClock>, };

export type IncidentRows = { 
/**
 * The incidents.
 */
incidents: Array<IncidentRow>, 
/**
 * The moment at which the clocks were read.
 */
now: Timestamp, };

export type IncidentSave = { 
/**
 * Which; nothing records a new one.
 */
id: IncidentId | null, 
/**
 * The revision that was looked at; required for a correction.
 */
revision: number | null, 
/**
 * All that is said about it now.
 */
entry: IncidentEntry, };

export type IncidentSeverity = "general" | "considerable" | "major" | "extremely_serious";

export type IncidentState = "open" | "handled" | "closed";

export type IncidentStep = "handle" | "close" | "reopen";

export type IncidentTake = { 
/**
 * Which.
 */
id: IncidentId, 
/**
 * The revision that was looked at.
 */
revision: number, 
/**
 * Which step.
 */
step: IncidentStep, 
/**
 * Why it is opened again; required for that step alone.
 */
reason: string, };

export type IncidentVersionRow = { 
/**
 * Which revision.
 */
revision: number, 
/**
 * How far the incident was.
 */
state: IncidentState, 
/**
 * Why it was opened again; empty otherwise.
 */
reason: string, 
/**
 * In which fields it says something else than the version before.
 */
changed: Array<IncidentField>, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who, as printed; empty when the person is no longer known.
 */
person: string, };

export type Interval = { 
/**
 * Lower end.
 */
lower: number, 
/**
 * Upper end.
 */
upper: number, };

export type ItemResult = "conforms" | "partly" | "fails" | "not_applicable" | "not_tested";

export type Judgement = { 
/**
 * The AI's output and the final decision: the person had seen the output.
 */
concordance: AgreementFigure, 
/**
 * The AI's output and the person's first judgement; nothing where none is logged.
 */
agreement: AgreementFigure | null, };

export type Kappa = { 
/**
 * Kappa; nothing when chance alone explains everything.
 */
value: number | null, 
/**
 * Its standard error.
 */
standardError: number | null, 
/**
 * Its interval, value plus or minus z standard errors.
 */
interval: Interval | null, 
/**
 * Whether the table can tell: false when a rater used one label only. The numbers above are
 * then arithmetic without a meaning, and are not shown.
 */
estimable: boolean, };

export type KeyArea = "government" | "energy" | "finance" | "transport" | "health" | "water" | "telecommunications" | "public_safety" | "education" | "industry" | "other";

export type KeyFigure = { 
/**
 * The model version.
 */
modelVersion: string, 
/**
 * The AI's output.
 */
aiOutput: string, 
/**
 * The category.
 */
category: string, 
/**
 * Overrides.
 */
count: number, 
/**
 * Decisions.
 */
of: number, 
/**
 * Its pairs.
 */
pairs: Pairs, 
/**
 * Its records.
 */
drill: Drill, 
/**
 * The newest pairs that differ.
 */
examples: Array<UnlikePair>, };

export type LatencyUnit = "milliseconds" | "seconds" | "minutes";

export type LedgerChange = { 
/**
 * Row of the spreadsheet, from 1.
 */
line: number, 
/**
 * Of which finding.
 */
finding: FindingId, 
/**
 * What was found.
 */
title: string, 
/**
 * Of which action, if of one.
 */
action: ActionId | null, 
/**
 * Which field.
 */
field: LedgerField, 
/**
 * What stands there, as its code or text.
 */
before: string, 
/**
 * What the ledger says.
 */
after: string, };

export type LedgerCheck = { 
/**
 * Digest of the file, SHA-256 in hexadecimal.
 */
sha256: string, 
/**
 * Rows that were read.
 */
rows: number, 
/**
 * What would change, in the order of the rows.
 */
changes: Array<LedgerChange>, 
/**
 * What can't be taken, by row and column; with one, nothing is.
 */
problems: Array<ImportProblem>, };

export type LedgerDone = { 
/**
 * Findings that took a step.
 */
findings: number, 
/**
 * Actions that were changed.
 */
actions: number, };

export type LedgerField = "state" | "action_state" | "owner" | "due" | "note";

export type LedgerRead = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * The digest of what was looked at, so that nothing else is taken; nothing for a first look.
 */
sha256: string | null, };

export type LedgerWrite = { 
/**
 * Where to.
 */
path: string, 
/**
 * In which language.
 */
locale: Locale, 
/**
 * Of one AI system; nothing means all.
 */
system: SystemId | null, };

export type Level = number;

export type Likeness = { 
/**
 * All pairs of like cases.
 */
overall: Pairs, 
/**
 * Those of one reviewer with themselves, where the reviewer is stated.
 */
sameReviewer: Pairs, 
/**
 * Those of two reviewers.
 */
crossReviewer: Pairs, 
/**
 * How many kinds of like cases there are.
 */
keys: number, 
/**
 * Those with the most differing pairs, the most first.
 */
largest: Array<KeyFigure>, 
/**
 * How the pairs were counted.
 */
method: FigureMethod, 
/**
 * What to know about them.
 */
caveats: Array<Caveat>, };

export type LinkKind = "primary" | "supporting";

export type LinkSource = "official" | "ours";

export type Locale = "en" | "zh-CN";

export type LockedDrill = { 
/**
 * Which drill.
 */
drill: DrillId, 
/**
 * Beside which workspace.
 */
path: string, 
/**
 * The AI system, as it was named; empty where an earlier run recorded it.
 */
named: string, 
/**
 * Whether an earlier run began it, so that its earlier marks can't be read before the workspace is
 * unlocked.
 */
resumed: boolean, 
/**
 * What this run's steps come to.
 */
course: DrillCourse, 
/**
 * Where it stands now; before the workspace is unlocked, a drill that was gone on with counts from
 * its first mark of this run.
 */
now: DrillNow, 
/**
 * How many entries are safe.
 */
entries: number, };

export type LockedDrillBegin = { 
/**
 * Where the workspace lies.
 */
path: string, 
/**
 * The AI system, as people call it.
 */
named: string, 
/**
 * What is assumed to have failed, and how.
 */
scenario: string, 
/**
 * Whether those who take part were told before.
 */
announced: boolean, 
/**
 * Who observes.
 */
observers: string, };

export type LockedDrillGet = { 
/**
 * Where the workspace lies.
 */
path: string, };

export type LockedDrillResume = { 
/**
 * Where the workspace lies.
 */
path: string, 
/**
 * Which drill.
 */
drill: DrillId, };

export type LockedDrillStep = { 
/**
 * What is recorded.
 */
step: DrillStep, };

export type LockedDrills = { 
/**
 * The drill that this run records.
 */
current: LockedDrill | null, 
/**
 * Drills of which entries wait, the current one among them.
 */
waiting: Array<WaitingDrill>, };

export type Logo = string;

export type LogoSet = { 
/**
 * Where the file lies.
 */
path: string, };

export type Mapping = { 
/**
 * Form of the file.
 */
format: number, 
/**
 * Name of the source.
 */
name: string, 
/**
 * What the file holds.
 */
content: Content, 
/**
 * CEL: which rows are taken; empty means all.
 */
only: string, 
/**
 * How the file is read.
 */
source: Source, 
/**
 * How values are read.
 */
reading: Reading, 
/**
 * Field to headings.
 */
columns: { [key in Field]?: Array<string> }, 
/**
 * What fields hold that the source does not state.
 */
constants: { [key in Field]?: string }, 
/**
 * Field to the source's words and ours.
 */
values: { [key in Field]?: { [key in string]: string } }, 
/**
 * How the disposition is told.
 */
rule: Rule, 
/**
 * How exposure is read.
 */
exposure: ExposureReading | null, 
/**
 * Columns by month.
 */
wide: Wide | null, };

export type MappingList = { 
/**
 * Which AI system.
 */
system: SystemId, };

export type MappingRead = { 
/**
 * The TOML file.
 */
path: string, };

export type MappingRows = { 
/**
 * In the order of their names.
 */
mappings: Array<Mapping>, };

export type MappingSave = { 
/**
 * For which AI system.
 */
system: SystemId, 
/**
 * The mapping.
 */
mapping: Mapping, };

export type MappingWrite = { 
/**
 * Where to.
 */
path: string, 
/**
 * The mapping.
 */
mapping: Mapping, };

export type Mark = "carried" | "question_changed" | "question_removed" | "system_changed" | "evidence_changed";

export type MarkTime = { 
/**
 * Which mark.
 */
mark: DrillMark, 
/**
 * What the time of day was.
 */
at: Timestamp, 
/**
 * Milliseconds since the fault.
 */
afterMs: number, 
/**
 * What that time rests on.
 */
source: TimeSource, };

export type Marking = { 
/**
 * Classification, such as "internal"; state secrets must not be entered.
 */
classification: string, 
/**
 * Who may see the paper.
 */
circulation: string, 
/**
 * Prefix of the document number; the report's own number follows it.
 */
documentNumber: string, 
/**
 * The order, plan or rule on which the paper is based.
 */
basis: string, };

export type MatrixChange = "added" | "removed" | "widened" | "narrowed" | "reworded" | "same";

export type MatrixRow = { 
/**
 * The version.
 */
matrix: AuthorisationMatrix, 
/**
 * Who wrote it.
 */
savedBy: string, 
/**
 * Who approved it, if somebody did.
 */
approvedBy: string | null, };

export type Measure = { 
/**
 * Which countermeasure of section 4.
 */
control: ControlId, 
/**
 * 0 absent, 1 planned, 2 partial, 3 implemented, 4 verified effective; nothing while unanswered.
 */
level: number | null, 
/**
 * Note of the person who answered.
 */
note: string, 
/**
 * Evidence attached to it.
 */
evidence: Array<EvidenceId>, 
/**
 * Who saved it last, and when.
 */
saved: Act, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, };

export type MeasureSave = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * Which countermeasure.
 */
control: ControlId, 
/**
 * 0 to 4; nothing clears it.
 */
level: number | null, 
/**
 * Note, up to 1 MiB.
 */
note: string, 
/**
 * The revision that the person saw; 0 for a first answer.
 */
revision: number, };

export type NamedReasonCount = { 
/**
 * The reason; nothing for overrides without one.
 */
reason: ReasonId | null, 
/**
 * Its name, if it is known.
 */
name: Text | null, 
/**
 * How many records were modified for it.
 */
modified: number, 
/**
 * How many were overridden for it.
 */
overridden: number, };

export type NoChart = "no_data" | "nothing" | "everything";

export type NotApplicable = { 
/**
 * The reason, never empty.
 */
reason: string, 
/**
 * The second person's agreement (`na_ok` of the method); never the one who said it.
 */
agreed: Act | null, };

export type Nothing = Record<symbol, never>;

export type NotificationShow = { 
/**
 * Its first line.
 */
title: string, 
/**
 * What it says.
 */
text: string, };

export type Occurrence = { 
/**
 * The day as the cadence gives it.
 */
regular: string, 
/**
 * The day on which it is due, after moving.
 */
due: string, 
/**
 * What became of it.
 */
state: OccurrenceState, 
/**
 * The check that was carried out for it.
 */
check: CheckId | null, 
/**
 * The day on which that was.
 */
on: string | null, };

export type OccurrenceState = "ahead" | "overdue" | "missed" | "done" | "done_late" | "skipped" | "paused";

export type OpenPoints = { 
/**
 * Axes of the context without an answer: `S`, `A`, `Z`.
 */
context: Array<string>, 
/**
 * Risks with an axis that is not rated.
 */
risks: Array<string>, 
/**
 * Rated risks without evidence.
 */
unevidencedRisks: Array<string>, 
/**
 * "Not applicable" on one person's word.
 */
unconfirmed: Array<string>, 
/**
 * Controls without an answer.
 */
controls: Array<string>, 
/**
 * Controls answered without evidence.
 */
unevidencedControls: Array<string>, 
/**
 * Red lines without an answer.
 */
redLines: Array<string>, };

export type OpenWorkspace = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * The workspace.
 */
workspace: Workspace, 
/**
 * Who opened it.
 */
person: Person, 
/**
 * The screen that person was at, such as `/assessments/…/questions/h-04`.
 */
resume: string | null, 
/**
 * Drills that were recorded while it was locked and have just been taken in.
 */
takenIn: TakenIn | null, };

export type Outcome = { 
/**
 * Id and version of the method.
 */
method: string, 
/**
 * Application tier, 1 to 5.
 */
T: number, 
/**
 * Residual risk grade, 1 to 5.
 */
grade: number, 
/**
 * The four parts of the grade.
 */
parts: GradeParts, 
/**
 * The gates that fire with their grades, in the order of the method.
 */
gates: Array<[string, number]>, 
/**
 * The highest Q', at least 0.
 */
index: number, 
/**
 * The risk with the highest Q'; nothing if no risk is applicable.
 */
worst: string | null, 
/**
 * Grade at best, at the point, at worst.
 */
interval: [number, number, number], 
/**
 * 0 to 100.
 */
confidence: number, 
/**
 * Low, medium or high.
 */
confidence_band: ConfidenceBand, 
/**
 * Effective level of every control.
 */
effective: { [key in string]: number }, 
/**
 * Figures of the risks that are not "not applicable".
 */
risks: { [key in string]: RiskOutcome }, 
/**
 * What single steps would do.
 */
sensitivity: Sensitivity, 
/**
 * How to reach the next lower grade; nothing at grade 1.
 */
plan: GradePlan | null, };

export type OutcomeFigures = { 
/**
 * The decisions by what became of them.
 */
counts: Outcomes, 
/**
 * Outcomes not known, of all decisions.
 */
missing: Figure, 
/**
 * The AI was wrong, of all.
 */
aiWrong: BoundedFigure, 
/**
 * Over-reliance: accepted, of those where the AI was wrong.
 */
overReliance: BoundedFigure, 
/**
 * Under-reliance: overridden, of those where the AI was right.
 */
underReliance: BoundedFigure, 
/**
 * Precision: the person was right, of the overridden.
 */
precision: BoundedFigure, 
/**
 * Overrides that put the AI right less those that put it wrong; nothing where selective.
 */
netBenefit: number | null, 
/**
 * Where that difference lies, whatever the unknown outcomes are.
 */
netBenefitBounds: [number, number], 
/**
 * McNemar's exact two-sided p of that difference; nothing without discordant cases.
 */
mcNemarP: number | null, 
/**
 * Switched to the AI's right answer, of those wrong at first.
 */
rair: Figure, 
/**
 * Kept the own right answer, of those where the AI was wrong.
 */
rsr: Figure, 
/**
 * How the shares were made.
 */
method: FigureMethod, 
/**
 * What to know about all of it.
 */
caveats: Array<Caveat>, };

export type Outcomes = { 
/**
 * Accepted, and the AI was right.
 */
acceptedRight: number, 
/**
 * Accepted, and the AI was wrong.
 */
acceptedWrong: number, 
/**
 * Overridden, and the AI was right.
 */
overriddenRight: number, 
/**
 * Overridden, and the AI was wrong.
 */
overriddenWrong: number, 
/**
 * Of these, the person was right; with more than two labels both may have been wrong.
 */
personRight: number, 
/**
 * Accepted, outcome not known.
 */
acceptedUnknown: number, 
/**
 * Overridden, outcome not known.
 */
overriddenUnknown: number, };

export type Overview = { 
/**
 * Reporting clocks that run or are overdue, the most urgent first.
 */
clocks: Array<DueClock>, 
/**
 * Assessments that are not signed yet, the one changed last first.
 */
running: Array<AssessmentRow>, 
/**
 * Those of them whose report waits for signatures: it is what has to be done next.
 */
toSign: Array<AssessmentId>, 
/**
 * Actions past their due date.
 */
overdue: Array<Action>, 
/**
 * Actions due within thirty days.
 */
dueSoon: Array<Action>, 
/**
 * Recurring checks due within thirty days or overdue, the earliest first.
 */
dueChecks: Array<DueCheck>, 
/**
 * Recurring checks that were missed, the latest first; they stay.
 */
missedChecks: Array<DueCheck>, 
/**
 * Reports that lack a signature.
 */
unsignedReports: number, 
/**
 * Systems in use without a signed assessment.
 */
unassessed: number, 
/**
 * Systems by grade, worst first, then the ungraded.
 */
grades: Array<GradeCount>, 
/**
 * All systems, worst grade first.
 */
systems: Array<SystemRow>, 
/**
 * Where the history stands.
 */
history: HistoryHead, };

export type PackProblem = { 
/**
 * Line of the file or row of the sheet, from 1.
 */
line: number, 
/**
 * The key or column.
 */
field: string, 
/**
 * What is wrong.
 */
kind: PackProblemKind, 
/**
 * The value, cut to 80 characters.
 */
value: string, };

export type PackProblemKind = "unreadable" | "id_invalid" | "id_twice" | "language_missing" | "dimension_unknown" | "clause_unknown" | "not_yes_no" | "too_long" | "empty" | "too_many" | "field_missing" | "field_unknown";

export type PackQuestion = { 
/**
 * Its id within the pack.
 */
id: string, 
/**
 * The clause of 6.3 it belongs to.
 */
clause: ClauseId, 
/**
 * Its dimension.
 */
dimension: Dimension, 
/**
 * The question; "conforms" is always the good state.
 */
text: Text, 
/**
 * What a good state looks like; may be empty.
 */
good: Text, 
/**
 * How to test it; may be empty.
 */
how: Text, 
/**
 * What to take as evidence; may be empty.
 */
take: Text, 
/**
 * Whether much depends on it.
 */
critical: boolean, };

export type PagePicture = { 
/**
 * Which page, from 1.
 */
page: number, 
/**
 * How many there are.
 */
pages: number, 
/**
 * SHA-256 of the PDF that it was drawn from, lower-case hexadecimal.
 */
pdfSha256: string, 
/**
 * The picture, a PNG in Base64.
 */
base64: string, };

export type PairSide = { 
/**
 * The record.
 */
decision: DecisionId, 
/**
 * When it was decided.
 */
decidedAt: StatedTime, 
/**
 * The case.
 */
caseKey: string, 
/**
 * Who decided, by pseudonym; empty where not stated or not shown.
 */
reviewer: string, 
/**
 * What was decided.
 */
humanFinal: string, };

export type Pairs = { 
/**
 * Pairs that differ; beyond 64 bits the largest number.
 */
differing: number, 
/**
 * All pairs; beyond 64 bits the largest number.
 */
pairs: number, 
/**
 * The quotient; nothing without pairs.
 */
inconsistency: number | null, };

export type PaperSize = "a4" | "letter";

export type PassphraseChange = { 
/**
 * The passphrase as it is.
 */
current: string, 
/**
 * The passphrase as it shall be, at least eight characters.
 */
new: string, };

export type Pause = { 
/**
 * The last day before it: what is due on that day is still due.
 */
from: string, 
/**
 * The day on which the plan goes on; nothing while it is paused.
 */
until: string | null, 
/**
 * Why, never empty.
 */
reason: string, 
/**
 * Who paused it, and when.
 */
recorded: Act, };

export type Period = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, not before `from`.
 */
to: string, };

export type PeriodChart = { 
/**
 * The periods.
 */
periods: Array<ChartPeriod>, 
/**
 * Stretches, points and signals; `at` and `from` of a signal number the periods from 0.
 */
chart: Chart, 
/**
 * How it was made.
 */
method: FigureMethod, 
/**
 * What to know about it.
 */
caveats: Array<Caveat>, };

export type PeriodLength = "month" | "week" | "day";

export type Permission = "never" | "after_approval" | "alone";

export type Person = { 
/**
 * Who it is, for every record that names them.
 */
id: PersonId, 
/**
 * Name or role title, as it is printed on reports.
 */
name: string, 
/**
 * Post or unit, may be empty.
 */
title: string, 
/**
 * What they may do; never empty for an active person.
 */
roles: Array<Role>, 
/**
 * When they were added.
 */
addedAt: Timestamp, };

export type PersonAdd = { 
/**
 * Name or role title.
 */
name: string, 
/**
 * Post or unit, may be empty.
 */
title: string, 
/**
 * What they may do, at least one role.
 */
roles: Array<Role>, 
/**
 * Their passphrase, at least eight characters and nobody else's.
 */
passphrase: string, };

export type PersonChange = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * Name or role title.
 */
name: string, 
/**
 * Post or unit.
 */
title: string, 
/**
 * What they may do.
 */
roles: Array<Role>, };

export type PersonId = string;

export type PersonList = { 
/**
 * In the order in which they were added.
 */
persons: Array<Person>, };

export type Phase = "before_use" | "in_use" | "after_change" | "after_incident" | "retired";

export type Picked = { 
/**
 * What it is; empty for records where it is not stated.
 */
value: string, 
/**
 * How many records have it; of a reviewer, how many decisions.
 */
n: number, };

export type PickedFile = { 
/**
 * Its path; nothing when the dialog was cancelled.
 */
path: string | null, };

export type Pickers = { 
/**
 * Decision points.
 */
decisionPoints: Array<Picked>, 
/**
 * Model versions.
 */
modelVersions: Array<Picked>, 
/**
 * Codes of reasons.
 */
reasons: Array<Picked>, 
/**
 * Categories.
 */
categories: Array<Picked>, 
/**
 * Pseudonyms of reviewers with ten decisions or more.
 */
reviewers: Array<Picked>, 
/**
 * How many reviewers have fewer.
 */
hiddenReviewers: number, 
/**
 * Labels of outputs and final decisions, so that their order can be stated; at the most 50.
 */
labels: Array<string>, };

export type Plan = { 
/**
 * Which plan.
 */
id: PlanId, 
/**
 * What is checked.
 */
kind: CheckKind, 
/**
 * A name, such as that of the group; may be empty.
 */
name: string, 
/**
 * What it says from when on, oldest first; never empty.
 */
terms: Array<Term>, 
/**
 * Due dates that are skipped or moved, in order of their date.
 */
exceptions: Array<Exception>, 
/**
 * When it was paused, oldest first.
 */
pauses: Array<Pause>, 
/**
 * Who made it, and when.
 */
begun: Act, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, };

export type PlanDates = { 
/**
 * Which AI system.
 */
system: SystemId, 
/**
 * Its name.
 */
name: string, 
/**
 * Every due date so far and the ones ahead, the earliest first.
 */
dates: Array<Occurrence>, };

export type PlanDetail = { 
/**
 * The plan.
 */
row: CheckPlanRow, 
/**
 * The due dates by AI system, those of former members of the group among them.
 */
dates: Array<PlanDates>, 
/**
 * Today in the workspace's time zone.
 */
today: string, };

export type PlanExcept = { 
/**
 * Which plan.
 */
id: PlanId, 
/**
 * The revision that was looked at.
 */
revision: number, 
/**
 * The due date as the cadence gives it.
 */
due: string, 
/**
 * The day it is moved to; nothing skips it.
 */
movedTo: string | null, 
/**
 * Why, never empty.
 */
reason: string, };

export type PlanFacts = { 
/**
 * A name, such as that of the group; may be empty.
 */
name: string, 
/**
 * The AI systems, one or a group.
 */
systems: Array<SystemId>, 
/**
 * How often.
 */
cadence: Cadence, 
/**
 * The next due date, from which all later ones are counted.
 */
first: string, };

export type PlanGap = "trigger" | "decider" | "manual_method" | "people" | "materials" | "capacity" | "load" | "shortfall" | "way_back" | "catch_up" | "limit" | "approval";

export type PlanGet = { 
/**
 * Which.
 */
id: PlanId, };

export type PlanId = string;

export type PlanPause = { 
/**
 * Which plan.
 */
id: PlanId, 
/**
 * The revision that was looked at.
 */
revision: number, 
/**
 * Whether it is to be paused.
 */
paused: boolean, 
/**
 * Why; may be empty when it goes on.
 */
reason: string, };

export type PlanProposal = { 
/**
 * The highest application tier of the systems; nothing when none is assessed.
 */
tier: number | null, 
/**
 * The cadence for that tier; for the lowest when none is assessed.
 */
cadence: Cadence, 
/**
 * The first due date: one interval from today.
 */
first: string, };

export type PlanPropose = { 
/**
 * For which AI systems.
 */
systems: Array<SystemId>, 
/**
 * How often, where that is known; nothing proposes it from the tier.
 */
cadence: Cadence | null, };

export type PlanRow = { 
/**
 * The version.
 */
plan: FallbackPlan, 
/**
 * What it lacks.
 */
gaps: Array<PlanGap>, 
/**
 * By how many cases an hour people fall short of the load.
 */
shortfall: Decimal | null, 
/**
 * Longest time from fault to manual work in minutes: the plan's own, else the tier's.
 */
limitMinutes: number, 
/**
 * Who wrote it.
 */
savedBy: string, 
/**
 * Who approved it, if somebody did.
 */
approvedBy: string | null, };

export type PlanSave = { 
/**
 * Which plan; nothing adds one.
 */
id: PlanId | null, 
/**
 * The revision that was looked at; 0 when it is added.
 */
revision: number, 
/**
 * What is checked; a plan keeps its kind.
 */
kind: CheckKind, 
/**
 * What it says.
 */
facts: PlanFacts, };

export type PlanSystem = { 
/**
 * Which AI system.
 */
system: SystemId, 
/**
 * Its name.
 */
name: string, 
/**
 * What waits for a check next; nothing while the plan is paused or the system is retired.
 */
next: Occurrence | null, 
/**
 * How many checks were missed.
 */
missed: number, 
/**
 * The check that was carried out last.
 */
last: Check | null, };

export type PlanVersion = { 
/**
 * Which plan.
 */
plan: FallbackPlanId, 
/**
 * Which version of it, from 1.
 */
version: number, };

export type Population = { "kind": "named", 
/**
 * What they are.
 */
name: string, } | { "kind": "open", 
/**
 * What they are.
 */
name: string, } | { "kind": "imported", 
/**
 * Name of the file.
 */
file: string, 
/**
 * Digest of its bytes, SHA-256 in hexadecimal.
 */
sha256: string, 
/**
 * The column that names an item.
 */
column: string, } | { "kind": "decisions", 
/**
 * The days on which they were decided.
 */
period: Period, };

export type PopulationFile = { 
/**
 * Headings.
 */
columns: Array<string>, 
/**
 * First rows, each as wide as the headings.
 */
firstRows: Array<Array<string>>, };

export type PopulationGiven = { "kind": "named", 
/**
 * What they are.
 */
name: string, 
/**
 * How many there are.
 */
size: number, } | { "kind": "open", 
/**
 * What they are.
 */
name: string, } | { "kind": "imported", 
/**
 * Where it lies.
 */
path: string, 
/**
 * The column that names an item.
 */
column: string, } | { "kind": "decisions", 
/**
 * First day of the decisions.
 */
from: string, 
/**
 * Last day.
 */
to: string, };

export type PopulationRead = { 
/**
 * Where it lies.
 */
path: string, };

export type Preferences = { 
/**
 * Language of the window; nothing follows the desktop.
 */
locale: Locale | null, 
/**
 * Colours of the window.
 */
theme: Theme, 
/**
 * Whether the desktop says how much is due.
 */
reminders: boolean, };

export type Privacy = { 
/**
 * What is set.
 */
settings: PrivacySettings, 
/**
 * How many names are kept.
 */
names: number, 
/**
 * Whether the person who is here can read them.
 */
readable: boolean, };

export type PrivacySettings = { 
/**
 * Whether names of reviewers are kept beside their pseudonyms, readable by administrators alone.
 */
keepNames: boolean, 
/**
 * For how many months the texts of decision records are kept; nothing keeps them for good.
 */
retentionMonths: number | null, };

export type ProfileContext = { 
/**
 * 1 to 5.
 */
value: number, 
/**
 * Why.
 */
reason: Text, };

export type ProfileId = string;

export type ProfileRating = { 
/**
 * Which risk.
 */
risk: RiskId, 
/**
 * Likelihood 1 to 5; nothing when the risk does not apply.
 */
likelihood: number | null, 
/**
 * Impact 1 to 5; nothing when the risk does not apply.
 */
impact: number | null, 
/**
 * Why.
 */
reason: Text, };

export type Programme = { 
/**
 * Today in the workspace's time zone.
 */
today: string, 
/**
 * Every plan, in the order in which they were made.
 */
plans: Array<CheckPlanRow>, 
/**
 * What is due within thirty days or overdue, the earliest first.
 */
due: Array<DueCheck>, 
/**
 * What was missed, the latest first; it stays.
 */
missed: Array<DueCheck>, 
/**
 * Months between system audits that we propose, by application tier 1 to 5; ours.
 */
auditIntervalMonths: [number, number, number, number, number], };

export type Proposal = { 
/**
 * What is proposed.
 */
value: AnswerValue, 
/**
 * Which facts; the message id is `proposal-` and this code.
 */
code: string, 
/**
 * What the message names.
 */
args: { [key in string]: string }, };

export type QuestionId = string;

export type QuestionPack = { 
/**
 * Its id: lower-case letters, digits and dashes.
 */
id: string, 
/**
 * Its name.
 */
name: Text, 
/**
 * Its questions in order.
 */
questions: Array<PackQuestion>, 
/**
 * Whether audits may no longer choose it.
 */
withdrawn: boolean, 
/**
 * Who saved it last, and when.
 */
saved: Act, };

export type QuestionPackFile = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: Text, 
/**
 * Whether the file says its own id and name.
 */
namesItself: boolean, 
/**
 * Its questions; empty when something is wrong with it.
 */
questions: Array<PackQuestion>, 
/**
 * Everything that is wrong with it, up to 200 lines.
 */
problems: Array<PackProblem>, 
/**
 * Whether saving replaces a pack.
 */
replaces: boolean, };

export type QuestionPackRead = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Id for a pack from a table; a TOML file says its own.
 */
id: string, 
/**
 * Name for a pack from a table; a TOML file says its own.
 */
name: Text, };

export type QuestionPackRows = { 
/**
 * By their id.
 */
packs: Array<QuestionPack>, };

export type QuestionPackWithdraw = { 
/**
 * Which.
 */
id: string, 
/**
 * Whether audits may no longer choose it.
 */
withdrawn: boolean, };

export type QuestionStep = { 
/**
 * Place of the question in the input, from 0.
 */
question: number, 
/**
 * The answer it would need; nothing when it can stay.
 */
answer: AnswerValue | null, 
/**
 * The evidence standing it would need; nothing when it can stay.
 */
evidence: Standing | null, };

export type QuestionView = { 
/**
 * Which question.
 */
question: QuestionId, 
/**
 * Whether this depth asks it.
 */
inScope: boolean, 
/**
 * Whether it can be answered in this phase; else "not yet due" is proposed.
 */
due: boolean, 
/**
 * Whether the answer is the organisation's, the same for every system.
 */
inherited: boolean, 
/**
 * The answer, if there is one.
 */
answer: Answer | null, 
/**
 * Standing of its best evidence.
 */
standing: Standing, 
/**
 * What the workspace proposes.
 */
proposal: Proposal | null, 
/**
 * The answer in the assessment before this one.
 */
previous: AnswerValue | null, };

export type RaiseStep = { 
/**
 * The change.
 */
step: QuestionStep, 
/**
 * The clause's level afterwards.
 */
level: number, 
/**
 * Its standing afterwards.
 */
standing: Standing, 
/**
 * The level that then counts.
 */
effective: number, };

export type Rate = { 
/**
 * The numerator.
 */
count: number, 
/**
 * The denominator.
 */
of: number, 
/**
 * Their quotient, unrounded.
 */
value: number, 
/**
 * Wilson's interval.
 */
interval: Interval, 
/**
 * Whether there are fewer than [`FEW`] records, so that the counts say more than the rate.
 */
few: boolean, };

export type RateSplit = { 
/**
 * What the part is: a version, a decision point, a pseudonym; empty where it is not stated.
 */
name: string, 
/**
 * Its rate.
 */
figure: Figure, };

export type RateSplits = { 
/**
 * One row a part.
 */
rows: Array<RateSplit>, 
/**
 * How many smaller parts are left out.
 */
leftOut: number, };

export type Rates = { 
/**
 * What the denominators are.
 */
basis: Basis, 
/**
 * Overrides of decisions.
 */
overall: Figure, 
/**
 * The dispersion of the reviewers, where they can be compared.
 */
phi: number | null, 
/**
 * The wider interval that allows for reviewers who differ, where they do.
 */
clustered: Interval | null, 
/**
 * Decisions put off, of all records.
 */
deferred: Figure, 
/**
 * Records without an AI output, of all records.
 */
noOutput: Figure, 
/**
 * Records entered late, of all records.
 */
enteredLate: Figure, 
/**
 * By direction.
 */
directions: Array<DirectionSplit>, 
/**
 * By model version.
 */
versions: RateSplits, 
/**
 * By decision point.
 */
points: RateSplits, 
/**
 * By reviewer.
 */
reviewers: ReviewerSplits, };

export type RatingAgree = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * Which risk.
 */
risk: RiskId, };

export type RatingConfirm = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * Which risks: one, or a block.
 */
risks: Array<RiskId>, };

export type RatingSave = { 
/**
 * In which assessment.
 */
assessment: AssessmentId, 
/**
 * Which risk.
 */
risk: RiskId, 
/**
 * Likelihood 1 to 5.
 */
likelihood: number | null, 
/**
 * Impact 1 to 5.
 */
impact: number | null, 
/**
 * Whether the risk does not apply; the reason is then required.
 */
notApplicable: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * The revision that the person saw; 0 for a first rating.
 */
revision: number, };

export type Reading = { 
/**
 * Which of day and month stands first; nothing refuses dates that need to know.
 */
dateOrder: DateOrder | null, 
/**
 * IANA name of the zone of times without an offset; empty means the workspace's.
 */
timeZone: string, 
/**
 * `HH:MM` for dates without a time; empty means noon.
 */
timeOfDay: string, 
/**
 * Whether a comma parts the decimals.
 */
decimalComma: boolean, 
/**
 * Unit of latencies.
 */
latencyUnit: LatencyUnit, 
/**
 * Length of a volume's periods.
 */
periodLength: PeriodLength, };

export type Reason = { 
/**
 * Its code; stable, never reused.
 */
id: ReasonId, 
/**
 * Its name.
 */
name: Text, 
/**
 * When to choose it; empty for an AI system's own reasons.
 */
meaning: Text, 
/**
 * Whether it says nothing without words, as "other" does.
 */
needsText: boolean, 
/**
 * Whether the AI system added it.
 */
own: boolean, };

export type ReasonAdd = { 
/**
 * Which AI system.
 */
system: SystemId, 
/**
 * Its code: up to 40 lower-case letters, digits and dashes.
 */
code: string, 
/**
 * Its name in both languages.
 */
name: Text, };

export type ReasonFigure = { 
/**
 * Its code; empty where none was given.
 */
code: string, 
/**
 * Outputs changed for it.
 */
modified: number, 
/**
 * Outputs turned down for it.
 */
overridden: number, 
/**
 * Its share of all overrides.
 */
figure: Figure, 
/**
 * The share of this row and all above it.
 */
cumulative: number, 
/**
 * Whether it is one of the few reasons that together make up 80 % of the coded overrides.
 */
vital: boolean, };

export type ReasonId = string;

export type ReasonList = { 
/**
 * With the own reasons of this AI system; nothing gives those for all systems.
 */
system: SystemId | null, };

export type ReasonRows = { 
/**
 * In the order of the list; the system's own stand before those that need words.
 */
reasons: Array<Reason>, };

export type Reasons = { 
/**
 * Overrides in all.
 */
total: number, 
/**
 * Overrides with a code other than "other".
 */
coded: number, 
/**
 * One row a reason.
 */
rows: Array<ReasonFigure>, 
/**
 * How they were ordered.
 */
method: FigureMethod, 
/**
 * What to know about them.
 */
caveats: Array<Caveat>, };

export type RecentWorkspace = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * When it was last opened.
 */
openedAt: Timestamp, 
/**
 * Whether the file is there now.
 */
present: boolean, 
/**
 * Whether it is the teaching sample, whose passphrase the first screen may show.
 */
sample: boolean, };

export type RedactedCopy = { 
/**
 * Where.
 */
path: string, 
/**
 * Its length in bytes.
 */
size: number, 
/**
 * SHA-256 of the copy, lower-case hexadecimal.
 */
sha256: string, 
/**
 * What was removed.
 */
removed: Array<Removal>, };

export type Remaining = { "kind": "context", 
/**
 * How many of three.
 */
count: number, } | { "kind": "questions", 
/**
 * How many.
 */
count: number, } | { "kind": "reasons", 
/**
 * How many.
 */
count: number, } | { "kind": "measures", 
/**
 * How many of 21.
 */
count: number, } | { "kind": "ratings", 
/**
 * How many of 26.
 */
count: number, } | { "kind": "evidence", 
/**
 * How many.
 */
count: number, } | { "kind": "secondPerson", 
/**
 * How many.
 */
count: number, };

export type Reminder = { 
/**
 * Reporting clocks whose time is over.
 */
overdueReports: number, 
/**
 * Reporting clocks that run.
 */
runningReports: number, 
/**
 * Recurring checks that are due today or overdue.
 */
checks: number, };

export type Removal = { 
/**
 * Of which kind.
 */
kind: RemovalKind, 
/**
 * How many texts or answers.
 */
count: number, };

export type RemovalKind = "persons" | "organisation" | "evidence" | "notes" | "answers" | "words";

export type Reopened = "failing" | "not_judged" | "question_changed" | "system_changed" | "evidence_changed" | "carried_often" | "not_carried";

export type Report = { 
/**
 * Which report.
 */
id: ReportId, 
/**
 * What it is about.
 */
subject: ReportSubject, 
/**
 * The name of that, as lists show it.
 */
about: string, 
/**
 * Number among the reports about the same thing, from 1.
 */
number: number, 
/**
 * Language of the pages.
 */
locale: ReportLocale, 
/**
 * Where it stands.
 */
state: ReportState, 
/**
 * Who made it, and when.
 */
made: Act, 
/**
 * SHA-256 of the facts inside, lower-case hexadecimal.
 */
factsSha256: string, 
/**
 * SHA-256 of the PDF as it now is, lower-case hexadecimal.
 */
pdfSha256: string, 
/**
 * Number of pages.
 */
pages: number, 
/**
 * Who is expected to sign, in order.
 */
signers: Array<ExpectedSigner>, 
/**
 * The signatures so far, in order.
 */
signatures: Array<ReportSignature>, };

export type ReportBody = { 
/**
 * Which report.
 */
report: ReportId, 
/**
 * Where to: a new folder, or a file that ends in `.zip`.
 */
path: string, 
/**
 * Whether the evidence files that the workspace keeps are written too; they are then readable by anybody.
 */
evidence: boolean, };

export type ReportExport = { 
/**
 * Which report.
 */
report: ReportId, 
/**
 * Where to.
 */
path: string, };

export type ReportId = string;

export type ReportList = { 
/**
 * About which thing; nothing for all.
 */
subject: ReportSubject | null, };

export type ReportLocale = "en" | "zh-CN" | "both";

export type ReportMake = { 
/**
 * What it is about.
 */
subject: ReportSubject, 
/**
 * Language of the pages.
 */
locale: ReportLocale, 
/**
 * Who shall sign it, in order; none where nobody shall. Of an assessment those who were named when
 * it was handed over for review.
 */
signers?: Array<ExpectedSigner>, 
/**
 * On which paper; nothing means that of the settings.
 */
paper?: PaperSize | null, 
/**
 * How an analysis of decision records is made; nothing means the year up to today.
 */
analysis?: DecisionStatsRequest | null, };

export type ReportPage = { 
/**
 * Which report.
 */
report: ReportId, 
/**
 * Which page, from 1.
 */
page: number, };

export type ReportRedact = { 
/**
 * Of which report; somebody must have signed it.
 */
report: ReportId, 
/**
 * Where to.
 */
path: string, 
/**
 * What is removed.
 */
cut: Cut, 
/**
 * The person's passphrase, asked anew.
 */
passphrase: string, 
/**
 * With what the copy is signed.
 */
identity?: SigningIdentity, };

export type ReportRow = { 
/**
 * The report.
 */
report: Report, 
/**
 * Residual risk grade that it states, 1 to 5; of an assessment alone.
 */
grade: number | null, 
/**
 * Whether the person who is here is the next expected signer.
 */
maySign: boolean, 
/**
 * File name proposed for an export.
 */
fileName: string, };

export type ReportRows = { 
/**
 * The rows.
 */
reports: Array<ReportRow>, };

export type ReportSign = { 
/**
 * Which report.
 */
report: ReportId, 
/**
 * The person's passphrase, asked anew: an open session is not enough to sign.
 */
passphrase: string, 
/**
 * With what; the key of the workspace where nothing is said.
 */
identity?: SigningIdentity, 
/**
 * SHA-256 of the PDF whose pages were shown; nothing where none were, as in a terminal. A report
 * that is another one by now is not signed.
 */
seen?: string | null, };

export type ReportSignature = { 
/**
 * As whom it was signed.
 */
signer: ExpectedSigner, 
/**
 * Who signed, and when.
 */
signed: Act, 
/**
 * SHA-256 of the certificate, lower-case hexadecimal.
 */
fingerprint: string, 
/**
 * Where the key lies.
 */
identity: IdentityKind, 
/**
 * Subject of the certificate, in the notation of RFC 4514; empty for signatures from before it was kept.
 */
subject: string, };

export type ReportState = "unsigned" | "partly_signed" | "signed" | "superseded";

export type ReportSubject = { "kind": "assessment", "id": AssessmentId } | { "kind": "audit", "id": AuditId } | { "kind": "ledger", "id": SystemId | null } | { "kind": "incident", "id": IncidentId } | { "kind": "fallback_card", "id": FallbackPlanId } | { "kind": "drill", "id": DrillId } | { "kind": "overview" } | { "kind": "decisions", "id": SystemId } | { "kind": "comparison", "id": AssessmentId };

export type ResumeSave = { 
/**
 * Route of the screen.
 */
route: string, };

export type ReviewerFigure = { 
/**
 * The reviewer's pseudonym.
 */
reviewer: string, 
/**
 * Overrides of the reviewer's decisions.
 */
figure: Figure, 
/**
 * Observed by expected; nothing where nothing is expected.
 */
ratio: Standardised | null, 
/**
 * The p-value corrected for the number of reviewers shown.
 */
adjustedP: number | null, 
/**
 * Whether it is below what the level leaves outside.
 */
flagged: boolean, };

export type ReviewerName = { 
/**
 * What stands in records.
 */
pseudonym: string, 
/**
 * Who it is.
 */
name: string, };

export type ReviewerNames = { 
/**
 * In the order of their pseudonyms, so that nobody is ranked.
 */
names: Array<ReviewerName>, };

export type ReviewerNamesGet = { 
/**
 * Of those who reviewed for one AI system; nothing for all.
 */
system: SystemId | null, };

export type ReviewerSplits = { 
/**
 * Reviewers with ten decisions or more.
 */
rows: Array<RateSplit>, 
/**
 * How many reviewers have fewer.
 */
hidden: number, 
/**
 * The decisions of those together; nothing when there is only one, who could be told from it.
 */
hiddenTogether: Figure | null, 
/**
 * The decisions of which no reviewer is stated.
 */
unstated: Figure, };

export type Reviewers = { 
/**
 * Chi-square, dispersion, intraclass correlation and permutation over all reviewers.
 */
heterogeneity: Heterogeneity | null, 
/**
 * Rounds of the permutation test, where it was made.
 */
permutationRounds: number | null, 
/**
 * How it was tested.
 */
method: FigureMethod, 
/**
 * What to know about it.
 */
caveats: Array<Caveat>, 
/**
 * Reviewers with ten decisions or more, in the order of their pseudonyms.
 */
rows: Array<ReviewerFigure>, 
/**
 * How many reviewers have fewer.
 */
hidden: number, 
/**
 * How each was compared with the same mix of cases.
 */
mixMethod: FigureMethod, 
/**
 * What to know about that.
 */
mixCaveats: Array<Caveat>, };

export type RiskExplanation = { 
/**
 * Which risk.
 */
risk: string, 
/**
 * Likelihood as answered.
 */
likelihood: number | null, 
/**
 * Impact as answered.
 */
impact: number | null, 
/**
 * Likelihood as counted, which is the method's stand-in while unanswered.
 */
countedLikelihood: number, 
/**
 * Impact as counted.
 */
countedImpact: number, 
/**
 * Evidence standing of the rating.
 */
standing: Standing, 
/**
 * H = 100 (L + I).
 */
inherent: number, 
/**
 * Level of H after the shift.
 */
inherentLevel: number, 
/**
 * The credits in counting order, those that count nothing last.
 */
credits: Array<CreditExplanation>, 
/**
 * R, the sum of what counts.
 */
reduction: number, 
/**
 * Q = H - R.
 */
residual: number, 
/**
 * Q' = Q + the tier's shift.
 */
shifted: number, 
/**
 * Level of Q'.
 */
level: number, 
/**
 * Whether the floor for impact 5 raised the level.
 */
impactFloor: boolean, 
/**
 * Points from Q' up to the next edge, where the level would rise; nothing at level 5.
 */
marginAbove: number | null, 
/**
 * Points from Q' down to the edge below: one point more and the level falls; nothing at level 1.
 */
marginBelow: number | null, };

export type RiskId = string;

export type RiskOutcome = { 
/**
 * H, before any measure.
 */
inherent: number, 
/**
 * Level of H after the tier's shift.
 */
inherent_level: number, 
/**
 * R, what the controls take away.
 */
reduction: number, 
/**
 * Q = H - R.
 */
residual: number, 
/**
 * Q' = Q after the tier's shift.
 */
shifted: number, 
/**
 * Level of Q'.
 */
level: number, };

export type RiskRating = { 
/**
 * Which of the 26 risks.
 */
risk: RiskId, 
/**
 * Likelihood 1 to 5, per year in use.
 */
likelihood: number | null, 
/**
 * Impact 1 to 5.
 */
impact: number | null, 
/**
 * Set when the risk does not apply; likelihood and impact are then empty.
 */
notApplicable: NotApplicable | null, 
/**
 * Why it is rated so.
 */
reason: string, 
/**
 * Evidence attached to the rating.
 */
evidence: Array<EvidenceId>, 
/**
 * Whether the values still are those that the profile proposed.
 */
asProposed: boolean, 
/**
 * Who confirmed or changed it; nothing while it is only a proposal.
 */
confirmed: Act | null, 
/**
 * Counts its saved changes from 1, so that a stale write is noticed.
 */
revision: number, };

export type Role = "administrator" | "assessor" | "reviewer" | "approver" | "operator" | "inspector";

export type Rule = { 
/**
 * How.
 */
kind: RuleKind, 
/**
 * CEL: when the output was not followed.
 */
overridden: string, 
/**
 * CEL: when it was followed after a change; empty means never.
 */
modified: string, };

export type RuleKind = "stated" | "differs" | "expression";

export type SampleEstimate = { 
/**
 * Items that deviate, those that can't be had among them.
 */
deviating: number, 
/**
 * Those that can't be had.
 */
notAvailable: number, 
/**
 * Items of the sample.
 */
of: number, 
/**
 * Their quotient.
 */
rate: number, 
/**
 * Where the share of all lies, two-sided.
 */
interval: Interval, 
/**
 * Fewest deviating items of the population; nothing where nobody knows how many there are.
 */
fewest: number | null, 
/**
 * Most deviating items of the population.
 */
most: number | null, 
/**
 * The largest share that is not excluded, one-sided.
 */
upper: number, 
/**
 * Whether the tolerable share is excluded.
 */
excluded: boolean, };

export type SampleItem = { 
/**
 * Its place in the sample, from 0.
 */
place: number, 
/**
 * The item as its population names it.
 */
item: string, 
/**
 * What came of it; nothing before it was looked at.
 */
result: SampleResult | null, 
/**
 * What was seen, may be empty.
 */
note: string, 
/**
 * Who looked at it, and when.
 */
given: Act | null, 
/**
 * Counts its saved results from 0, so that a stale write is noticed.
 */
revision: number, };

export type SampleItemResult = { 
/**
 * Its place in the sample, from 0.
 */
place: number, 
/**
 * What came of it; nothing takes a result back.
 */
result: SampleResult | null, 
/**
 * What was seen; needed where it deviates.
 */
note: string, 
/**
 * The revision that was shown.
 */
revision: number, };

export type SamplePlan = { 
/**
 * The confidence with which the tolerable share is excluded, such as 0.95; one-sided.
 */
level: Level, 
/**
 * The share of deviating items that must not pass unnoticed, such as 0.05.
 */
tolerable: number, 
/**
 * Deviations that may turn up and still leave the conclusion.
 */
expected: number, };

export type SampleResult = "conforms" | "deviates" | "not_available";

export type Saved = { 
/**
 * When it reached the disk.
 */
savedAt: Timestamp, 
/**
 * New revision of what was saved; the assessment's for its context.
 */
revision: number, 
/**
 * Clauses a to i.
 */
clauses: Array<ClauseTask>, 
/**
 * What is still open.
 */
remaining: Array<Remaining>, 
/**
 * What the assessment now comes to.
 */
summary: Summary, };

export type SecondReview = { 
/**
 * Which.
 */
id: SecondReviewId, 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * The days whose decisions were drawn from.
 */
period: Period, 
/**
 * What the draw began from, 32 bytes in hexadecimal: the same seed draws the same records.
 */
seed: string, 
/**
 * The confidence that the sizes follow from.
 */
level: Level, 
/**
 * The share of wrong decisions that the sample would show.
 */
tolerable: number, 
/**
 * Overridden and modified records.
 */
overridden: Stratum, 
/**
 * Accepted records.
 */
accepted: Stratum, 
/**
 * Who drew it, and when.
 */
drawn: Act, };

export type SecondReviewCase = { 
/**
 * Its place, from 0.
 */
place: number, 
/**
 * How many persons gave a verdict.
 */
verdicts: number, 
/**
 * Whether the person who is here gave one.
 */
given: boolean, 
/**
 * What it came to; nothing before every case has a verdict, since it would tell whose text was whose.
 */
mine: CaseVerdict | null, };

export type SecondReviewDetail = { 
/**
 * The sample; of a trial, as it would be.
 */
review: SecondReview, 
/**
 * Name of its AI system.
 */
systemName: string, 
/**
 * Cases in their order; none of a trial.
 */
cases: Array<SecondReviewCase>, 
/**
 * What the verdicts say, once every case has one.
 */
figures: SecondReviewFigures | null, };

export type SecondReviewDraw = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * First day of the decisions.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * The confidence with which a share of wrong decisions as large as the tolerable one would show.
 */
level: Level, 
/**
 * The share of wrong decisions that must not pass unnoticed, such as 0.05.
 */
tolerable: number, 
/**
 * What the draw begins from, 64 hexadecimal digits; nothing takes a new one at random.
 */
seed: string | null, 
/**
 * Whether only the sizes are asked for.
 */
trial: boolean, };

export type SecondReviewFigures = { 
/**
 * Cases drawn.
 */
cases: number, 
/**
 * Cases with a verdict.
 */
judged: number, 
/**
 * Of these, cases of which it can't be told.
 */
undecided: number, 
/**
 * Accepted outputs that were wrong, of those judged: errors that nobody noticed.
 */
missedErrors: Rate | null, 
/**
 * Overrides in which the person was right and the AI wrong, of those judged.
 */
precision: Rate | null, 
/**
 * Overrides of an output that was right, of those judged.
 */
needless: Rate | null, 
/**
 * Of the AI's wrong outputs, the share that was accepted.
 */
overReliance: Estimate | null, 
/**
 * Of the AI's right outputs, the share that was overridden.
 */
underReliance: Estimate | null, 
/**
 * How far two reviewers of the same case agree; nothing where none was judged twice.
 */
agreement: Agreement | null, };

export type SecondReviewGet = { 
/**
 * Which.
 */
id: SecondReviewId, };

export type SecondReviewId = string;

export type SecondReviewList = { 
/**
 * Of one AI system; nothing means all.
 */
system: SystemId | null, };

export type SecondReviewOutcome = { 
/**
 * The sample.
 */
review: SecondReview, 
/**
 * What its verdicts say.
 */
figures: SecondReviewFigures, };

export type SecondReviewRow = { 
/**
 * The sample.
 */
review: SecondReview, 
/**
 * Name of its AI system.
 */
systemName: string, 
/**
 * Cases.
 */
cases: number, 
/**
 * Cases with at least one verdict.
 */
judged: number, 
/**
 * Cases on which the person who is here gave a verdict.
 */
mine: number, };

export type SecondReviewRows = { 
/**
 * Newest first.
 */
reviews: Array<SecondReviewRow>, };

export type Sensitivity = { 
/**
 * Steps that lower the grade.
 */
better: Array<[string, number]>, 
/**
 * Steps that raise it.
 */
worse: Array<[string, number]>, 
/**
 * Controls whose credit step moves anything, the most helpful first.
 */
helps: Array<ControlHelp>, };

export type Severity = "low" | "medium" | "high" | "critical";

export type SeverityProposal = { 
/**
 * The severity; nothing where no line of the table holds.
 */
severity: Severity | null, };

export type SeverityPropose = { 
/**
 * The question that fell short.
 */
question: QuestionId, 
/**
 * How.
 */
failing: Failing, };

export type Side = "low" | "high";

export type SignalFigure = { 
/**
 * Which sign.
 */
signal: SignalKind, 
/**
 * What the counts say.
 */
verdict: Verdict, 
/**
 * How it was judged.
 */
method: FigureMethod, 
/**
 * What it does not prove.
 */
caveats: Array<Caveat>, };

export type SignalKind = "volume" | "strong" | "speed" | "seeded" | "rejection";

export type SigningIdentity = { "kind": "workspace" } | { "kind": "pkcs12", 
/**
 * The file.
 */
path: string, 
/**
 * What opens it; never kept.
 */
password: string, 
/**
 * Label of the key or SHA-256 of its certificate, where the file has several.
 */
key: string | null, } | { "kind": "token", 
/**
 * The module, a shared library that comes with the token.
 */
module: string, 
/**
 * Serial number or label of the token, where there are several.
 */
token: string | null, 
/**
 * Label of the key or SHA-256 of its certificate, where the token has several.
 */
key: string | null, 
/**
 * What opens it; never kept.
 */
pin: string, };

export type Source = { 
/**
 * Label of the WHATWG encoding standard, such as `gb18030` or `windows-1252`.
 */
encoding: string, 
/**
 * One character.
 */
delimiter: string, 
/**
 * Name of the sheet of a spreadsheet.
 */
sheet: string, };

export type Span = "day" | "week" | "month";

export type Spread = "when_needed" | "plain" | "laney" | "laney_unbounded";

export type Standardised = { 
/**
 * Overrides observed.
 */
observed: number, 
/**
 * Overrides expected of the same cases.
 */
expected: number, 
/**
 * Their quotient.
 */
ratio: number, 
/**
 * Its exact Poisson interval.
 */
exact: Interval, 
/**
 * Its interval by Byar's approximation.
 */
byar: Interval, 
/**
 * Two-sided p-value of the ratio being 1, by the Poisson law.
 */
pValue: number, };

export type Standing = "none" | "attached" | "current_independent";

export type StatedTime = string;

export type StepTaken = { 
/**
 * Which step.
 */
step: FindingStep, 
/**
 * Where the finding stood.
 */
from: FindingState, 
/**
 * Where it stands since.
 */
to: FindingState, 
/**
 * Why, or what was looked at.
 */
note: string, 
/**
 * The last day on which it is accepted; with that step alone.
 */
until: string | null, 
/**
 * Whether the person who verified looked at their own work.
 */
alone: boolean, 
/**
 * Who took it, and when.
 */
taken: Act, };

export type StopResult = "stopped" | "partly" | "not_stopped";

export type StopTest = { 
/**
 * Which test.
 */
id: StopTestId, 
/**
 * What is said about it.
 */
facts: StopTestFacts, 
/**
 * The version of the matrix that held, if there was one.
 */
matrixVersion: number | null, 
/**
 * Who recorded it, and when.
 */
recorded: Act, };

export type StopTestAdd = { 
/**
 * What is said about it.
 */
facts: StopTestFacts, };

export type StopTestFacts = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * Which action was stopped; empty for the system as a whole.
 */
action: string, 
/**
 * On which day.
 */
day: string, 
/**
 * Who tested.
 */
tester: string, 
/**
 * What it showed.
 */
result: StopResult, 
/**
 * Seconds from the order to the stop; known where it stopped.
 */
stoppedAfterS: number | null, 
/**
 * What was seen; may be empty.
 */
note: string, };

export type StopTestId = string;

export type Stratum = { 
/**
 * Records to draw from.
 */
population: number, 
/**
 * Records drawn.
 */
drawn: number, };

export type Stretch = { 
/**
 * Its first period.
 */
from: number, 
/**
 * The period after its last.
 */
to: number, 
/**
 * Periods with data in the baseline.
 */
baseline: number, 
/**
 * Whether these are fewer than [`BASELINE`].
 */
provisional: boolean, 
/**
 * The rate of the baseline.
 */
centre: number | null, 
/**
 * Why there are no limits, where there are none.
 */
none: NoChart | null, 
/**
 * The baseline's sum of z², the test of more than chance.
 */
chiSquare: number | null, 
/**
 * Its degrees of freedom.
 */
df: number | null, 
/**
 * Its p-value.
 */
pValue: number | null, 
/**
 * Laney's sigma by the mean moving range of z, divided by 1.128.
 */
sigmaZ: number | null, 
/**
 * The standard deviation of z, which other programs use for it.
 */
sigmaZSd: number | null, 
/**
 * What the limits were multiplied by.
 */
factor: number, };

export type Summary = { 
/**
 * Application tier, 1 to 5.
 */
tier: number, 
/**
 * Residual risk grade, 1 to 5.
 */
grade: number, 
/**
 * Best, point and worst grade.
 */
interval: [number, number, number], 
/**
 * Confidence, 0 to 100.
 */
confidence: number, 
/**
 * `high`, `medium` or `low`.
 */
confidenceBand: string, 
/**
 * Index of the system, in hundredths of a decade.
 */
index: number, 
/**
 * Red lines that are crossed.
 */
redLines: Array<QuestionId>, 
/**
 * Questions answered.
 */
answered: number, 
/**
 * Questions in scope.
 */
inScope: number, };

export type SwitchLimit = { 
/**
 * Application tier, 1 to 5; 4 while it is not known.
 */
tier: number, 
/**
 * Whether an assessment says so.
 */
known: boolean, 
/**
 * Longest time from fault to manual work in minutes, by that tier; ours, editable in the plan.
 */
minutes: number, };

export type SystemDetail = { 
/**
 * The system.
 */
system: AiSystem, 
/**
 * Its assessments, newest first.
 */
assessments: Array<AssessmentRow>, };

export type SystemFacts = { 
/**
 * Name, never empty.
 */
name: string, 
/**
 * The organisation's own number for the system, may be empty; unique where given.
 */
reference: string, 
/**
 * Who supplies it.
 */
supplier: string, 
/**
 * The model or algorithm behind it.
 */
model: string, 
/**
 * Its exact version.
 */
version: string, 
/**
 * What it is used for.
 */
purpose: string, 
/**
 * The decisions or tasks it takes part in.
 */
decisionPoints: Array<string>, 
/**
 * Key area of use.
 */
keyArea: KeyArea, 
/**
 * Unit that is responsible for it.
 */
unit: string, 
/**
 * Grades of the data it handles.
 */
dataGrades: Array<DataGrade>, 
/**
 * Who is affected by it.
 */
affected: string, 
/**
 * How many people or cases it handles, in words.
 */
scale: string, 
/**
 * How much it does without a person, in words.
 */
autonomy: string, 
/**
 * Phase of life.
 */
phase: Phase, 
/**
 * Filing facts.
 */
filing: FilingFacts, };

export type SystemGet = { 
/**
 * Which.
 */
id: SystemId, };

export type SystemId = string;

export type SystemImport = { 
/**
 * The file.
 */
path: string, 
/**
 * Field of [`SystemFacts`] to column heading; `name` is required.
 */
mapping: { [key in string]: string }, };

export type SystemImportRead = { 
/**
 * The file.
 */
path: string, };

export type SystemList = { 
/**
 * By name.
 */
systems: Array<SystemRow>, };

export type SystemRow = { 
/**
 * The system.
 */
system: AiSystem, 
/**
 * Its newest assessment that is approved, signed or in review; else its newest draft.
 */
last: AssessmentRow | null, 
/**
 * Grade of the signed assessment before that, for the trend.
 */
gradeBefore: number | null, 
/**
 * Actions that are neither closed nor dropped.
 */
openActions: number, 
/**
 * Whether it is used, or was before a change or an incident, without a signed assessment.
 */
lacksSigned: boolean, };

export type SystemSave = { 
/**
 * Which one; nothing adds a new one.
 */
id: SystemId | null, 
/**
 * What is said about it.
 */
facts: SystemFacts, 
/**
 * The revision that the person saw; required when one is changed.
 */
revision: number | null, };

export type TableExport = { 
/**
 * Where to.
 */
path: string, 
/**
 * In which format.
 */
format: TableFormat, };

export type TableExported = { 
/**
 * Where.
 */
path: string, 
/**
 * Its length in bytes.
 */
size: number, };

export type TableFormat = "csv" | "xlsx";

export type TakenIn = { 
/**
 * The drills.
 */
drills: Array<DrillId>, 
/**
 * How many entries.
 */
entries: number, 
/**
 * Lines of the file that were damaged; the file is kept aside.
 */
damaged: Array<number>, 
/**
 * How many entries are missing between others.
 */
missing: number, 
/**
 * Whether all of it still waits beside the workspace, since it could not be written.
 */
waiting: boolean, };

export type TaskStatus = "not_started" | "in_progress" | "completed";

export type Term = { 
/**
 * The first day on which the term rules.
 */
from: string, 
/**
 * The first due date, from which all others are counted.
 */
first: string, 
/**
 * How often.
 */
cadence: Cadence, 
/**
 * The AI systems, one or a group; never empty.
 */
systems: Array<SystemId>, };

export type Text = { 
/**
 * English.
 */
en: string, 
/**
 * Simplified Chinese.
 */
zh: string, };

export type Theme = "system" | "light" | "dark";

export type ThinPhase = "looking" | "thinning" | "done";

export type ThinPreview = { 
/**
 * Records decided before this day of the workspace's calendar are past the period; nothing
 * without one.
 */
before: string | null, 
/**
 * AI systems with such records.
 */
systems: Array<ThinSystem>, };

export type ThinState = { 
/**
 * How far it is; while it is not done, the command is to be called again.
 */
phase: ThinPhase, 
/**
 * Records decided before this day lose their texts.
 */
before: string, 
/**
 * Records found that count and are past the period.
 */
records: number, 
/**
 * How many of them lost their texts so far.
 */
thinned: number, };

export type ThinSystem = { 
/**
 * The AI system.
 */
system: SystemId, 
/**
 * Its name.
 */
systemName: string, 
/**
 * Records that count and are past the period.
 */
records: number, 
/**
 * Labels that many records carry, so that they name a kind of answer; they stay.
 */
labels: Array<string>, 
/**
 * How many other texts stand as a label; none of them stays.
 */
others: number, };

export type TierExplanation = { 
/**
 * Scenario criticality as counted.
 */
scenario: number, 
/**
 * Autonomy as counted.
 */
autonomy: number, 
/**
 * Scale as counted.
 */
scale: number, 
/**
 * The application tier.
 */
tier: number, 
/**
 * Points that the tier adds to every risk.
 */
shift: number, 
/**
 * The grade that the tier alone demands.
 */
floor: number, };

export type TimeSource = "steady" | "wall" | "unknown";

export type Timestamp = string;

export type TokenList = { 
/**
 * The module, a shared library that comes with the token.
 */
module: string, };

export type TokenRow = { 
/**
 * Its label.
 */
label: string, 
/**
 * Its serial number, which no other token of the maker has.
 */
serial: string, 
/**
 * What it says of tries left for the PIN: `unknown`, `few`, `one` or `none`.
 */
tries: string, };

export type TokenRows = { 
/**
 * The rows.
 */
tokens: Array<TokenRow>, };

export type Totals = { 
/**
 * Outputs that the system gave.
 */
issued: number | null, 
/**
 * Followed by a person as they were.
 */
accepted: number | null, 
/**
 * Followed by a person after a change.
 */
modified: number | null, 
/**
 * Not followed.
 */
overridden: number | null, 
/**
 * Took effect without a person.
 */
automatic: number | null, 
/**
 * Not looked at by a person, and without effect so far.
 */
notReviewed: number | null, };

export type TrustKind = "not_asked" | "trusted" | "unknown" | "out_of_time" | "not_authority";

export type UnlikePair = { 
/**
 * The one that followed the AI.
 */
accepted: PairSide, 
/**
 * The one that did not.
 */
overridden: PairSide, };

export type Verdict = "raised" | "not_raised" | "cannot_tell";

export type VerdictGive = { 
/**
 * Of which sample.
 */
id: SecondReviewId, 
/**
 * Which case, from 0.
 */
place: number, 
/**
 * What is said of the two texts.
 */
verdict: BlindVerdict, 
/**
 * Why, may be empty.
 */
note: string, };

export type VerdictKind = "intact" | "intact_with_additions" | "incomplete" | "changed" | "unsigned" | "not_ours" | "broken";

export type Verification = { 
/**
 * The file.
 */
path: string, 
/**
 * Its length in bytes.
 */
size: number, 
/**
 * SHA-256 of the file, lower-case hexadecimal.
 */
sha256: string, 
/**
 * What it comes to.
 */
verdict: VerdictKind, 
/**
 * Name of the AI system, from the facts inside; empty when there are none.
 */
systemName: string, 
/**
 * Name of the organisation, from the facts inside.
 */
organisation: string, 
/**
 * Grade that the facts state.
 */
grade: number | null, 
/**
 * Grade recomputed from the facts inside.
 */
recomputedGrade: number | null, 
/**
 * Each thing checked; what is wrong stands first.
 */
items: Array<VerificationItem>, 
/**
 * Each signature, in order.
 */
signatures: Array<VerifiedSignature>, };

export type VerificationItem = { 
/**
 * What was checked or found; the message id is `verify-` and this code.
 */
code: string, 
/**
 * Whether it holds; nothing where it could not be checked.
 */
ok: boolean | null, 
/**
 * What the message names.
 */
args: { [key in string]: string }, };

export type VerifiedSignature = { 
/**
 * Name of the signature field.
 */
field: string, 
/**
 * Whether somebody has signed in it.
 */
signed: boolean, 
/**
 * Whether the signature holds over its revision.
 */
valid: boolean, 
/**
 * Subject of the certificate.
 */
subject: string, 
/**
 * Issuer of the certificate.
 */
issuer: string, 
/**
 * Whether the certificate vouches for itself, which proves no name.
 */
selfSigned: boolean, 
/**
 * SHA-256 of the certificate, lower-case hexadecimal.
 */
fingerprint: string, 
/**
 * First day of the certificate's validity, such as `2026-01-31`; empty without a certificate.
 */
validFrom: string, 
/**
 * Last day of the certificate's validity.
 */
validTo: string, 
/**
 * Claimed time of signing, RFC 3339; empty when none is claimed.
 */
claimedTime: string, 
/**
 * What its certificates lead to.
 */
trust: TrustKind, 
/**
 * The certificate that this is said of; empty where nothing was asked.
 */
trustSubject: string, 
/**
 * Whether the key belongs to a person of the workspace that is open; nothing when none is.
 */
known: boolean | null, };

export type VerifyFile = { 
/**
 * The file.
 */
path: string, };

export type VerifyRecord = { 
/**
 * The file that was verified.
 */
path: string, 
/**
 * Its SHA-256 as it was told; a file that is another one by now is not recorded.
 */
sha256: string, 
/**
 * Language of the record.
 */
locale: Locale, 
/**
 * Where to.
 */
out: string, };

export type Volume = { 
/**
 * Which volume.
 */
id: VolumeId, 
/**
 * What is said about it.
 */
facts: VolumeFacts, 
/**
 * The volume that this one replaces.
 */
supersedes: VolumeId | null, 
/**
 * Who recorded it, and when.
 */
recorded: Act, };

export type VolumeFacts = { 
/**
 * Of which AI system.
 */
system: SystemId, 
/**
 * The decision point; empty for all together.
 */
decisionPoint: string, 
/**
 * The model version; empty for all together.
 */
modelVersion: string, 
/**
 * A day, a week or a month.
 */
period: Period, 
/**
 * How many outputs, and what became of them.
 */
totals: Totals, 
/**
 * How long, far or over how many cases the system worked.
 */
exposure: Exposure | null, };

export type VolumeId = string;

export type VolumeList = { 
/**
 * Of one AI system; nothing means all.
 */
system: SystemId | null, 
/**
 * Whose period ends on this day or later.
 */
from: string | null, 
/**
 * Whose period begins on this day or earlier.
 */
to: string | null, };

export type VolumeRow = { 
/**
 * The volume.
 */
volume: Volume, 
/**
 * Name of its AI system.
 */
systemName: string, 
/**
 * How long its period is.
 */
span: Span, };

export type VolumeRows = { 
/**
 * Newest period first.
 */
volumes: Array<VolumeRow>, };

export type VolumeSave = { 
/**
 * What is said about the period.
 */
facts: VolumeFacts, 
/**
 * The volume that it replaces; nothing adds one for a period that has none.
 */
supersedes: VolumeId | null, };

export type WaitingDrill = { 
/**
 * Which drill.
 */
drill: DrillId, 
/**
 * How many entries of it are safe.
 */
entries: number, };

export type Wide = { 
/**
 * What the months hold: exposure or one of the totals.
 */
field: Field, 
/**
 * Their headings, each naming a month and a year.
 */
columns: Array<string>, };

export type WireError = { 
/**
 * What went wrong, in kebab case; the message id is `err-` and this code.
 */
code: string, 
/**
 * What the message names: a file, a field, a number.
 */
args: { [key in string]: string }, };

export type Within = { 
/**
 * How many, from 1.
 */
amount: number, 
/**
 * Of what.
 */
unit: WithinUnit, };

export type WithinUnit = "minutes" | "hours" | "days";

export type Workspace = { 
/**
 * Which workspace.
 */
id: WorkspaceId, 
/**
 * What is set for it.
 */
settings: WorkspaceSettings, 
/**
 * The organisation's logo, if it has given one.
 */
logo: Logo | null, 
/**
 * Whether it is the teaching sample.
 */
sample: boolean, };

export type WorkspaceCheck = { 
/**
 * Whether every item holds.
 */
ok: boolean, 
/**
 * Each thing checked.
 */
items: Array<CheckItem>, 
/**
 * Where the history stands.
 */
history: HistoryHead, };

export type WorkspaceCreate = { 
/**
 * Where to; the file must not exist yet.
 */
path: string, 
/**
 * Passphrase of the first person, at least eight characters.
 */
passphrase: string, 
/**
 * Organisation, language, time zone, marking.
 */
settings: WorkspaceSettings, 
/**
 * Name or role title of the first person.
 */
personName: string, 
/**
 * Post or unit of the first person, may be empty.
 */
personTitle: string, };

export type WorkspaceCreateSample = { 
/**
 * Where to; nothing puts it into the proposed folder under a free name.
 */
path: string | null, 
/**
 * Language of the sample's texts.
 */
locale: Locale, };

export type WorkspaceId = string;

export type WorkspaceOpen = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * A person's passphrase; it also says which person.
 */
passphrase: string, };

export type WorkspaceSettings = { 
/**
 * Name of the organisation, never empty.
 */
organisation: string, 
/**
 * Department or unit that keeps the workspace, may be empty.
 */
unit: string, 
/**
 * Language in which reports are proposed.
 */
locale: Locale, 
/**
 * IANA name of the time zone in which times are printed.
 */
timeZone: string, 
/**
 * Marking of reports and exports.
 */
marking: Marking, 
/**
 * Paper on which reports are set unless something else is asked for.
 */
paper: PaperSize, };

/** Request and response of every command. */
export interface Commands {
  file_pick: { request: FilePick; response: PickedFile };
  file_drop_next: { request: Nothing; response: DroppedFiles };
  notification_show: { request: NotificationShow; response: Nothing };
  app_status: { request: Nothing; response: AppStatus };
  app_preferences_save: { request: Preferences; response: Nothing };
  workspace_create: { request: WorkspaceCreate; response: OpenWorkspace };
  workspace_create_sample: { request: WorkspaceCreateSample; response: OpenWorkspace };
  workspace_open: { request: WorkspaceOpen; response: OpenWorkspace };
  workspace_lock: { request: Nothing; response: Nothing };
  workspace_overview: { request: Nothing; response: Overview };
  reminder_take: { request: Nothing; response: Reminder };
  workspace_settings_save: { request: WorkspaceSettings; response: Workspace };
  logo_set: { request: LogoSet; response: Workspace };
  logo_remove: { request: Nothing; response: Workspace };
  privacy_get: { request: Nothing; response: Privacy };
  privacy_save: { request: PrivacySettings; response: Privacy };
  workspace_check: { request: Nothing; response: WorkspaceCheck };
  resume_save: { request: ResumeSave; response: Nothing };
  person_list: { request: Nothing; response: PersonList };
  person_add: { request: PersonAdd; response: Person };
  person_change: { request: PersonChange; response: Person };
  person_passphrase_change: { request: PassphraseChange; response: Nothing };
  framework_get: { request: Nothing; response: Catalogue };
  system_list: { request: Nothing; response: SystemList };
  system_get: { request: SystemGet; response: SystemDetail };
  system_save: { request: SystemSave; response: AiSystem };
  system_import_read: { request: SystemImportRead; response: ImportTable };
  system_import_check: { request: SystemImport; response: ImportCheck };
  system_import_commit: { request: SystemImport; response: ImportDone };
  system_export: { request: TableExport; response: TableExported };
  assessment_list: { request: AssessmentList; response: AssessmentRows };
  assessment_propose: { request: AssessmentPropose; response: AssessmentProposal };
  assessment_start: { request: AssessmentStart; response: AssessmentView };
  assessment_get: { request: AssessmentGet; response: AssessmentView };
  assessment_result: { request: AssessmentGet; response: AssessmentResult };
  assessment_submit: { request: AssessmentSubmit; response: AssessmentView };
  assessment_return: { request: AssessmentReturn; response: AssessmentView };
  assessment_approve: { request: AssessmentGet; response: AssessmentView };
  context_save: { request: ContextSave; response: Saved };
  answer_save: { request: AnswerSave; response: Saved };
  answer_effect: { request: AnswerEffect; response: AnswerEffects };
  measure_save: { request: MeasureSave; response: Saved };
  rating_save: { request: RatingSave; response: Saved };
  rating_confirm: { request: RatingConfirm; response: Saved };
  rating_agree: { request: RatingAgree; response: Saved };
  dissent_add: { request: DissentAdd; response: Saved };
  evidence_add: { request: EvidenceAdd; response: EvidenceSaved };
  evidence_change: { request: EvidenceChange; response: EvidenceSaved };
  evidence_detach: { request: EvidenceDetach; response: Saved };
  action_list: { request: ActionList; response: ActionRows };
  action_save: { request: ActionSave; response: Action };
  decision_add: { request: DecisionAdd; response: Decision };
  decision_correct: { request: DecisionCorrect; response: Decision };
  decision_evidence_add: { request: DecisionEvidenceAdd; response: Decision };
  decision_get: { request: DecisionGet; response: DecisionDetail };
  decision_list: { request: DecisionList; response: DecisionPage };
  decision_counts: { request: DecisionCount; response: DecisionCounts };
  decision_import_read: { request: DecisionImportRead; response: DecisionImportFile };
  decision_import_preview: { request: DecisionImportPlan; response: DecisionImportPreview };
  decision_import_start: { request: DecisionImportStart; response: DecisionImportState };
  decision_import_step: { request: Nothing; response: DecisionImportState };
  decision_import_cancel: { request: Nothing; response: DecisionImportState };
  decision_import_problems_save: { request: TableExport; response: TableExported };
  decision_import_list: { request: DecisionImportList; response: DecisionImportRows };
  decision_import_undo: { request: DecisionImportUndo; response: DecisionImportState };
  decision_thin_preview: { request: Nothing; response: ThinPreview };
  decision_thin: { request: Nothing; response: ThinState };
  reviewer_names: { request: ReviewerNamesGet; response: ReviewerNames };
  mapping_list: { request: MappingList; response: MappingRows };
  mapping_save: { request: MappingSave; response: MappingRows };
  mapping_read: { request: MappingRead; response: Mapping };
  mapping_write: { request: MappingWrite; response: TableExported };
  decision_stats: { request: DecisionStatsRequest; response: DecisionStats };
  second_review_list: { request: SecondReviewList; response: SecondReviewRows };
  second_review_draw: { request: SecondReviewDraw; response: SecondReviewDetail };
  second_review_get: { request: SecondReviewGet; response: SecondReviewDetail };
  blind_case_get: { request: BlindCaseGet; response: BlindCase };
  verdict_give: { request: VerdictGive; response: SecondReviewDetail };
  programme_get: { request: Nothing; response: Programme };
  plan_get: { request: PlanGet; response: PlanDetail };
  plan_propose: { request: PlanPropose; response: PlanProposal };
  plan_save: { request: PlanSave; response: Plan };
  plan_except: { request: PlanExcept; response: Plan };
  plan_pause: { request: PlanPause; response: Plan };
  check_record: { request: CheckRecord; response: Check };
  audit_list: { request: AuditList; response: AuditRows };
  audit_propose: { request: AuditPropose; response: AuditProposal };
  audit_schedule: { request: AuditSchedule; response: Audit };
  audit_start: { request: AuditStart; response: AuditDetail };
  audit_get: { request: AuditGet; response: AuditDetail };
  audit_record: { request: AuditRecord; response: AuditItemSaved };
  audit_evidence_add: { request: AuditEvidenceAdd; response: AuditItemSaved };
  audit_evidence_detach: { request: AuditEvidenceDetach; response: AuditItemSaved };
  audit_close: { request: AuditClose; response: AuditDetail };
  audit_compare: { request: AuditCompare; response: AuditComparison };
  audit_trend: { request: AuditTrendGet; response: AuditTrend };
  question_pack_list: { request: Nothing; response: QuestionPackRows };
  question_pack_read: { request: QuestionPackRead; response: QuestionPackFile };
  question_pack_save: { request: QuestionPackRead; response: QuestionPack };
  question_pack_withdraw: { request: QuestionPackWithdraw; response: QuestionPack };
  finding_list: { request: FindingList; response: FindingRows };
  finding_get: { request: FindingGet; response: FindingDetail };
  finding_add: { request: FindingAdd; response: Finding };
  fallback_list: { request: Nothing; response: FallbackRows };
  fallback_plan_get: { request: FallbackPlanGet; response: FallbackPlanDetail };
  fallback_plan_save: { request: FallbackPlanSave; response: FallbackPlan };
  fallback_plan_approve: { request: FallbackPlanApprove; response: FallbackPlan };
  authorisation_get: { request: AuthorisationGet; response: AuthorisationDetail };
  authorisation_save: { request: AuthorisationSave; response: AuthorisationDetail };
  authorisation_approve: { request: AuthorisationApprove; response: AuthorisationDetail };
  stop_test_add: { request: StopTestAdd; response: StopTest };
  drill_list: { request: DrillList; response: DrillRows };
  drill_get: { request: DrillGet; response: DrillDetail };
  drill_plan: { request: DrillPlan; response: DrillDetail };
  drill_step: { request: DrillStepAdd; response: DrillDetail };
  drill_evidence_add: { request: DrillEvidenceAdd; response: DrillDetail };
  drill_evidence_detach: { request: DrillEvidenceDetach; response: DrillDetail };
  locked_drill_get: { request: LockedDrillGet; response: LockedDrills };
  locked_drill_begin: { request: LockedDrillBegin; response: LockedDrills };
  locked_drill_resume: { request: LockedDrillResume; response: LockedDrills };
  locked_drill_step: { request: LockedDrillStep; response: LockedDrills };
  locked_drill_leave: { request: Nothing; response: Nothing };
  incident_list: { request: IncidentList; response: IncidentRows };
  incident_get: { request: IncidentGet; response: IncidentDetail };
  incident_save: { request: IncidentSave; response: IncidentDetail };
  incident_step: { request: IncidentTake; response: IncidentDetail };
  incident_report_add: { request: IncidentReportAdd; response: IncidentDetail };
  incident_evidence_add: { request: IncidentEvidenceAdd; response: IncidentDetail };
  duty_list: { request: Nothing; response: DutyRows };
  duty_save: { request: DutySave; response: DutyRows };
  finding_save: { request: FindingSave; response: FindingDetail };
  finding_move: { request: FindingStepTake; response: FindingDetail };
  finding_evidence_add: { request: FindingEvidenceAdd; response: FindingDetail };
  severity_propose: { request: SeverityPropose; response: SeverityProposal };
  finding_ledger_write: { request: LedgerWrite; response: TableExported };
  finding_ledger_check: { request: LedgerRead; response: LedgerCheck };
  finding_ledger_take: { request: LedgerRead; response: LedgerDone };
  population_read: { request: PopulationRead; response: PopulationFile };
  audit_sample_draw: { request: AuditSampleDraw; response: AuditSampleDetail };
  audit_sample_list: { request: AuditSampleList; response: AuditSampleRows };
  audit_sample_get: { request: AuditSampleGet; response: AuditSampleDetail };
  audit_sample_record: { request: AuditSampleRecord; response: AuditSampleDetail };
  reason_list: { request: ReasonList; response: ReasonRows };
  reason_add: { request: ReasonAdd; response: ReasonRows };
  volume_save: { request: VolumeSave; response: Volume };
  volume_list: { request: VolumeList; response: VolumeRows };
  report_list: { request: ReportList; response: ReportRows };
  report_make: { request: ReportMake; response: Report };
  report_copy: { request: ReportExport; response: TableExported };
  report_page: { request: ReportPage; response: PagePicture };
  report_sign: { request: ReportSign; response: Report };
  token_list: { request: TokenList; response: TokenRows };
  report_export: { request: ReportExport; response: TableExported };
  report_redact: { request: ReportRedact; response: RedactedCopy };
  report_body: { request: ReportBody; response: BodyWritten };
  verify_file: { request: VerifyFile; response: Verification };
  verify_record: { request: VerifyRecord; response: TableExported };
  anchor_list: { request: Nothing; response: AnchorRows };
  anchor_add: { request: AnchorAdd; response: AnchorRows };
  anchor_remove: { request: AnchorRemove; response: AnchorRows };
  figure_save: { request: FigureSave; response: TableExported };
  figure_table_save: { request: FigureTableSave; response: TableExported };
  history_list: { request: HistoryList; response: HistoryPage };
}
