//! Assessments: listing, beginning, reading, and their context.

use crate::conduct::Conduct;
use crate::contract::{
    AssessmentGet, AssessmentList, AssessmentProposal, AssessmentPropose, AssessmentRow,
    AssessmentRows, AssessmentStart, AssessmentView, ContextSave, QuestionView, Saved,
};
use crate::error::Error;
use crate::lifecycle::steps;
use crate::overview::assessment_row;
use crate::proposal;
use crate::session::Session;
use crate::whole::{Whole, is_organisations, previous, quarter};
use assay_domain::answer::{Answer, AnswerValue};
use assay_domain::assessment::{
    Assessment, AssessmentState, Context, Depth, NotApplicable, RiskRating,
};
use assay_domain::framework::Framework;
use assay_domain::grading::{ContextInput, Input, point_and_interval};
use assay_domain::history::Subject;
use assay_domain::id::{AssessmentId, ProfileId, QuestionId};
use assay_domain::locale::Locale;
use assay_domain::measure::Measure;
use assay_domain::person::{Act, Person, Role};
use assay_domain::profile::{Profile, ProposedRating};
use assay_domain::system::AiSystem;
use assay_domain::time::{Period, Timestamp};
use assay_store::{Read, Tx};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Who may write assessments.
pub(crate) const WRITERS: &[Role] = &[Role::Assessor];
/// The longest note or reason, in bytes.
const LONGEST: usize = 1 << 20;
/// Up to this tier a quick assessment is proposed.
const QUICK_UP_TO: u8 = 2;

/// Answers with assessments, the one changed last first.
pub(crate) fn assessment_list(
    session: &mut Session,
    request: AssessmentList,
) -> Result<AssessmentRows, Error> {
    session.opened()?.store.read(|read| {
        let names: BTreeMap<_, _> = read
            .systems()
            .list()?
            .into_iter()
            .map(|system| (system.id, system.facts.name))
            .collect();
        let rows = match request.system {
            Some(system) => read.assessments().of_system(system)?,
            None => read.assessments().list()?,
        };
        let row = |row: assay_store::table::assessment::AssessmentRow| {
            let name = names
                .get(&row.assessment.system)
                .cloned()
                .unwrap_or_default();
            assessment_row(row, &name)
        };
        let mut assessments: Vec<AssessmentRow> =
            rows.into_iter().map(row).collect::<Result<_, _>>()?;
        assessments.sort_by_key(|row| std::cmp::Reverse(row.changed_at));
        Ok(AssessmentRows { assessments })
    })
}

/// Answers with the tier of a context, the depth it proposes, and the profiles that fit it best.
pub(crate) fn assessment_propose(
    session: &mut Session,
    request: AssessmentPropose,
) -> Result<AssessmentProposal, Error> {
    check_context(&request.context)?;
    let zone = session.opened()?.store.read(|read| {
        read.systems().get(request.system)?;
        Ok::<_, Error>(read.workspace().get()?.settings.time_zone)
    })?;
    let (from, to) = quarter(session.environment.now(), &zone);
    let values = values(&request.context);
    let [scenario, autonomy, scale] = values;
    let input = Input {
        context: ContextInput {
            scenario,
            autonomy,
            scale,
        },
        ..Input::default()
    };
    let tier = point_and_interval(session.framework.method(), &input)?
        .point
        .tier;
    let mut profiles: Vec<&Profile> = session.framework.profiles().iter().collect();
    profiles.sort_by_key(|profile| profile.distance(values));
    Ok(AssessmentProposal {
        tier,
        depth: if tier <= QUICK_UP_TO {
            Depth::Quick
        } else {
            Depth::Full
        },
        profiles: profiles
            .into_iter()
            .map(|profile| profile.id.clone())
            .collect(),
        period: Period { from, to },
    })
}

fn values(context: &Context) -> [Option<u8>; 3] {
    [
        context.scenario.value,
        context.autonomy.value,
        context.scale.value,
    ]
}

fn check_context(context: &Context) -> Result<(), Error> {
    let on_scale = |value: &Option<u8>| value.is_none_or(|value| (1..=5).contains(&value));
    if !values(context).iter().all(on_scale) {
        return Err(Error::new("context-value"));
    }
    let reasons = [
        &context.scenario.reason,
        &context.autonomy.reason,
        &context.scale.reason,
    ];
    reasons
        .into_iter()
        .try_for_each(|reason| check_text(reason))
}

/// Refuses a note or reason that is too long.
pub(crate) fn check_text(text: &str) -> Result<(), Error> {
    if text.len() > LONGEST {
        return Err(Error::new("text-too-long").with("length", LONGEST));
    }
    Ok(())
}

/// Begins an assessment, with ratings proposed from the profile.
pub(crate) fn assessment_start(
    session: &mut Session,
    request: AssessmentStart,
) -> Result<AssessmentView, Error> {
    check_context(&request.context)?;
    if request.period.from > request.period.to {
        return Err(Error::new("period-reversed"));
    }
    let mut writer = session.writer(WRITERS)?;
    let framework = Arc::clone(&writer.framework);
    let profile = request.profile.as_ref();
    let profile = profile.map(|id| profile_of(&framework, id)).transpose()?;
    let id = AssessmentId::new(writer.new_id);
    let act = writer.act.clone();
    let person = writer.open.person.clone();
    let payload = serde_json::to_value(&request)?;
    writer.mutate(
        "assessment.start",
        Subject::new("assessment", id),
        &payload,
        |tx| {
            let system = tx.systems().get(request.system)?;
            let locale = tx.workspace().get()?.settings.locale;
            let assessment = draft(id, request, &system, &act);
            tx.assessments_mut().add(&assessment)?;
            for proposed in profile.iter().flat_map(|profile| &profile.ratings) {
                tx.ratings_mut().save(id, &rating(proposed, locale), 0)?;
            }
            let whole = Whole::read(tx, &framework, id)?;
            let conduct = Conduct::of(&framework, &whole)?;
            tx.assessments_mut().set_summary(
                id,
                &serde_json::to_value(&conduct.summary)?,
                act.at,
            )?;
            view(tx, &framework, whole, conduct, (&person, act.at))
        },
    )
}

fn profile_of<'a>(framework: &'a Framework, id: &ProfileId) -> Result<&'a Profile, Error> {
    let profile = framework.profile(id);
    profile.ok_or_else(|| Error::new("profile-unknown").with("profile", id))
}

/// Returns an assessment as it begins, with the AI system's phase of now.
fn draft(id: AssessmentId, request: AssessmentStart, system: &AiSystem, begun: &Act) -> Assessment {
    Assessment {
        id,
        system: system.id,
        period: request.period,
        phase: system.facts.phase,
        depth: request.depth,
        profile: request.profile,
        context: request.context,
        state: AssessmentState::Draft,
        begun: begun.clone(),
        submitted: None,
        approved: None,
        signers: Vec::new(),
        revision: 1,
    }
}

/// Turns a profile's proposal into a rating that nobody has confirmed.
fn rating(proposed: &ProposedRating, locale: Locale) -> RiskRating {
    let reason = proposed.reason.get(locale).to_owned();
    let not_applicable = proposed.inherent.is_none().then(|| NotApplicable {
        reason: reason.clone(),
        agreed: None,
    });
    RiskRating {
        risk: proposed.risk.clone(),
        likelihood: proposed.inherent.map(|inherent| inherent.likelihood),
        impact: proposed.inherent.map(|inherent| inherent.impact),
        reason: if not_applicable.is_some() {
            String::new()
        } else {
            reason
        },
        not_applicable,
        evidence: Vec::new(),
        as_proposed: true,
        confirmed: None,
        revision: 0,
    }
}

/// Answers with an assessment whole.
pub(crate) fn assessment_get(
    session: &mut Session,
    request: AssessmentGet,
) -> Result<AssessmentView, Error> {
    let framework = &session.framework;
    let now = session.environment.now();
    let open = session.opened()?;
    open.store.read(|read| {
        let whole = Whole::read(read, framework, request.id)?;
        let conduct = Conduct::of(framework, &whole)?;
        view(read, framework, whole, conduct, (&open.person, now))
    })
}

/// Changes the context or the depth.
pub(crate) fn context_save(session: &mut Session, request: ContextSave) -> Result<Saved, Error> {
    check_context(&request.context)?;
    let payload = serde_json::to_value(&request)?;
    change(
        session,
        "assessment.context",
        request.assessment,
        &payload,
        |_, tx, whole| {
            whole.assessment.context = request.context;
            whole.assessment.depth = request.depth;
            let revision = tx
                .assessments_mut()
                .save(&whole.assessment, request.revision)?;
            whole.assessment.revision = revision;
            Ok(revision)
        },
    )
}

/// Changes a part of a draft: the change, its history entry and the new summary in one transaction.
pub(crate) fn change(
    session: &mut Session,
    action: &str,
    id: AssessmentId,
    payload: &serde_json::Value,
    edit: impl FnOnce(&Edit<'_>, &mut Tx<'_>, &mut Whole) -> Result<u32, Error>,
) -> Result<Saved, Error> {
    change_as(session, WRITERS, action, id, payload, edit)
}

/// The same for a change that other roles may make.
pub(crate) fn change_as(
    session: &mut Session,
    roles: &[Role],
    action: &str,
    id: AssessmentId,
    payload: &serde_json::Value,
    edit: impl FnOnce(&Edit<'_>, &mut Tx<'_>, &mut Whole) -> Result<u32, Error>,
) -> Result<Saved, Error> {
    let mut writer = session.writer(roles)?;
    let (act, new_id) = (writer.act.clone(), writer.new_id);
    let framework = Arc::clone(&writer.framework);
    writer.mutate(action, Subject::new("assessment", id), payload, |tx| {
        let mut whole = Whole::read(tx, &framework, id)?;
        whole.editable()?;
        let edit_as = Edit {
            act: &act,
            framework: &framework,
            new_id,
        };
        let revision = edit(&edit_as, tx, &mut whole)?;
        Conduct::of(&framework, &whole)?.save(tx, &whole, revision, act.at)
    })
}

/// What a change of a draft works with.
pub(crate) struct Edit<'a> {
    /// Who, and when.
    pub(crate) act: &'a Act,
    pub(crate) framework: &'a Framework,
    /// An id for what may be added.
    pub(crate) new_id: uuid::Uuid,
}

/// Puts everything about an assessment together for the pages that a person looks at now.
pub(crate) fn view(
    read: &Read<'_>,
    framework: &Framework,
    whole: Whole,
    conduct: Conduct,
    (person, now): (&Person, Timestamp),
) -> Result<AssessmentView, Error> {
    let last = previous(read, &whole.assessment)?;
    let before = match &last {
        Some(last) => Whole::read(read, framework, last.id)?.answers,
        None => BTreeMap::new(),
    };
    let proposals = proposal::all(read, framework, &whole, &conduct, now)?;
    Ok(AssessmentView {
        questions: questions(framework, &whole, &before, proposals),
        measures: measures(framework, &whole),
        ratings: ratings(framework, &whole),
        dissents: read.dissents().list(whole.assessment.id)?,
        actions: read.actions().of_system(whole.system.id)?,
        steps: steps(&whole, &conduct, person),
        clauses: conduct.clauses,
        remaining: conduct.remaining,
        summary: conduct.summary,
        evidence: whole.evidence.into_values().collect(),
        assessment: whole.assessment,
        system: whole.system,
    })
}

fn questions(
    framework: &Framework,
    whole: &Whole,
    before: &BTreeMap<QuestionId, Answer>,
    mut proposals: BTreeMap<QuestionId, crate::contract::Proposal>,
) -> Vec<QuestionView> {
    let entries = framework.questions().iter();
    entries
        .map(|entry| {
            let answer = whole.answers.get(&entry.id);
            QuestionView {
                question: entry.id.clone(),
                in_scope: whole.asks(entry),
                due: entry.is_due(whole.assessment.phase),
                inherited: is_organisations(framework, &entry.id),
                standing: answer
                    .map(|answer| whole.standing(&answer.evidence))
                    .unwrap_or_default(),
                answer: answer.cloned(),
                proposal: proposals.remove(&entry.id),
                previous: before
                    .get(&entry.id)
                    .and_then(|answer| answer.value)
                    .filter(|value| *value != AnswerValue::NotYetDue),
            }
        })
        .collect()
}

fn measures(framework: &Framework, whole: &Whole) -> Vec<Measure> {
    let entries = framework.countermeasures().iter();
    entries
        .map(|entry| {
            whole
                .measures
                .get(&entry.id)
                .cloned()
                .unwrap_or_else(|| Measure {
                    control: entry.id.clone(),
                    level: None,
                    note: String::new(),
                    evidence: Vec::new(),
                    saved: whole.assessment.begun.clone(),
                    revision: 0,
                })
        })
        .collect()
}

fn ratings(framework: &Framework, whole: &Whole) -> Vec<RiskRating> {
    let entries = framework.risks().iter();
    entries
        .map(|entry| {
            whole
                .ratings
                .get(&entry.id)
                .cloned()
                .unwrap_or_else(|| RiskRating {
                    risk: entry.id.clone(),
                    likelihood: None,
                    impact: None,
                    not_applicable: None,
                    reason: String::new(),
                    evidence: Vec::new(),
                    as_proposed: false,
                    confirmed: None,
                    revision: 0,
                })
        })
        .collect()
}
