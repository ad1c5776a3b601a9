//! The cover: marking, title, result, and who prepared, reviewed and approved.

use super::redaction;
use super::story::Story;
use super::voice::{Voice, row};
use crate::chart::GradeScale;
use crate::model::{Block, Cell, Figure, Pair, ParagraphStyle, Table, Text, Tone, Verdict, Width};
use assay_domain::facts::Head;
use assay_domain::person::Role;

/// Width of the grade scale in points.
const SCALE: f32 = 262.0;

/// What is peculiar to the cover of one kind.
pub(super) struct Cover {
    pub(super) title: String,
    pub(super) subtitle: String,
    /// What must be known before anything else; nothing for most.
    pub(super) notice: Option<Block>,
    /// What the report comes to.
    pub(super) main: Vec<Block>,
    /// What it rests on.
    pub(super) basis: String,
}

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let subtitle = [
        ("system", story.facts.system.name.as_str().into()),
        ("period", story.period().into()),
    ];
    let cover = Cover {
        title: story.t("paper-title"),
        subtitle: story.say("paper-subtitle", &subtitle),
        notice: redaction::notice(story),
        main: vec![verdict(story), duo(story)],
        basis: framework(story),
    };
    page(story, cover)
}

/// Sets a cover: marking, title, what the report comes to, who signs, and what it rests on.
pub(super) fn page(voice: &Voice<'_>, cover: Cover) -> Vec<Block> {
    let mut blocks = vec![marking(voice)];
    if voice.head.sample {
        blocks.push(Block::Callout {
            tone: Tone::Warn,
            title: voice.t("paper-sample-title"),
            body: vec![voice.t("paper-sample-body").into()],
        });
    }
    blocks.extend(cover.notice);
    match letterhead(voice) {
        Some(letterhead) => {
            blocks.extend([Block::Space(24.0), letterhead, Block::Space(32.0)]);
        }
        None => blocks.push(Block::Space(92.0)),
    }
    blocks.extend([
        Block::Title {
            title: cover.title,
            subtitle: cover.subtitle,
            logo: false,
        },
        Block::Space(44.0),
    ]);
    blocks.extend(cover.main);
    blocks.push(Block::Space(20.0));
    if !voice.head.signers.is_empty() {
        blocks.extend([signers(voice), Block::Space(14.0)]);
    }
    if !voice.head.marking.basis.is_empty() {
        let basis = [("basis", voice.head.marking.basis.as_str().into())];
        blocks.push(fine(voice.say("paper-basis-value", &basis)));
    }
    blocks.push(fine(cover.basis));
    blocks
}

fn fine(text: String) -> Block {
    Block::paragraph(ParagraphStyle::Fine, text)
}

pub(super) fn marking(voice: &Voice<'_>) -> Block {
    let marking = &voice.head.marking;
    let filled = |id: &str, name: &str, value: &str| {
        if value.is_empty() {
            String::new()
        } else {
            voice.say(id, &[(name, value.into())])
        }
    };
    let day = voice.date(voice.day_of(voice.head.as_of));
    let issue = [
        ("number", voice.head.report_number.into()),
        ("date", day.into()),
    ];
    Block::Marking {
        left: vec![
            marking.classification.clone(),
            filled("paper-circulation", "circulation", &marking.circulation),
        ],
        right: vec![
            filled("paper-document-number", "number", &marking.document_number),
            voice.say("paper-issue", &issue),
        ],
    }
}

/// Logo and names of the organisation, where it has a logo.
pub(super) fn letterhead(voice: &Voice<'_>) -> Option<Block> {
    let Head {
        organisation, unit, ..
    } = &voice.head;
    voice.head.logo.as_ref().map(|_| Block::Letterhead {
        name: organisation.clone(),
        unit: unit.clone(),
    })
}

/// The interval in words: from its lowest to its highest grade.
pub(super) fn interval(story: &Story<'_>) -> String {
    let [best, _, worst] = story.facts.grade.interval;
    if best == worst {
        return story.t("paper-interval-point");
    }
    let ends = [
        ("best", story.grade_name(best).into()),
        ("worst", story.grade_name(worst).into()),
    ];
    story.say("paper-interval", &ends)
}

fn verdict(story: &Story<'_>) -> Block {
    let grade = &story.facts.grade;
    let names = [1, 2, 3, 4, 5].map(|number| story.t(&format!("paper-scale-{number}")));
    let scale = GradeScale {
        names: names.each_ref().map(String::as_str),
        interval: grade.interval,
    };
    let name = story.grade_name(grade.grade);
    Block::Verdict(Verdict {
        label: story.t("residual-grade"),
        mark: story.mark(grade.grade),
        detail: interval(story),
        scale: Figure {
            drawing: scale.draw(SCALE),
            alt: format!("{name}. {}", interval(story)),
            caption: String::new(),
        },
    })
}

fn duo(story: &Story<'_>) -> Block {
    let facts = story.facts;
    let tier = &story.explanation.tier;
    let fact_args = [
        ("scenario", tier.scenario.into()),
        ("autonomy", tier.autonomy.into()),
        ("scale", tier.scale.into()),
    ];
    let tier_text = Text::bold(story.say("paper-tier-value", &[("tier", tier.tier.into())]))
        .and(story.say("paper-tier-detail", &fact_args));
    let band = story.named("confidence-", facts.grade.confidence_band);
    let confidence = [
        ("confidence", facts.grade.confidence.into()),
        ("band", band.into()),
    ];
    let (answered, asked) = counts(story);
    let depth = [
        (
            "depth",
            story.named("depth-", facts.assessment.depth).into(),
        ),
        ("answered", answered.into()),
        ("asked", asked.into()),
        ("open", (asked - answered).into()),
    ];
    Block::Duo(
        vec![
            Pair::new(story.t("application-tier"), tier_text),
            Pair::new(
                story.t("confidence"),
                Text::bold(story.say("paper-confidence-value", &confidence)),
            ),
            Pair::new(story.t("paper-red-lines"), red_lines(story)),
        ],
        vec![
            Pair::new(story.t("paper-organisation"), organisation(story)),
            Pair::new(
                story.t("paper-depth"),
                story.say("paper-depth-value", &depth),
            ),
            Pair::new(story.t("paper-version"), version(story)),
        ],
    )
}

/// Version and supplier, as far as they are given.
fn version(story: &Story<'_>) -> String {
    let system = &story.facts.system;
    let version = story.given(&system.version);
    if system.supplier.is_empty() {
        return version;
    }
    let args = [
        ("version", version.into()),
        ("supplier", system.supplier.as_str().into()),
    ];
    story.say("paper-version-value", &args)
}

pub(super) fn organisation(voice: &Voice<'_>) -> String {
    let names = [voice.head.organisation.as_str(), &voice.head.unit];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    voice.list(&names)
}

/// Questions answered, and questions asked at the depth chosen.
pub(super) fn counts(story: &Story<'_>) -> (usize, usize) {
    let questions = || {
        story
            .facts
            .clauses
            .iter()
            .flat_map(|clause| &clause.questions)
    };
    let asked = |critical: bool| {
        critical || story.facts.assessment.depth == assay_domain::assessment::Depth::Full
    };
    let in_scope = questions().filter(|question| asked(question.critical));
    let answered = in_scope
        .clone()
        .filter(|question| question.answer.is_some() || story.is_removed(&question.question));
    (answered.count(), in_scope.count())
}

fn red_lines(story: &Story<'_>) -> Text {
    let lines = story.method.red_lines();
    let state = |id: &String| story.facts.grade_input.red_lines.get(id).copied().flatten();
    let crossed = lines.iter().filter(|id| state(id) == Some(true)).count();
    let open = lines.iter().filter(|id| state(id).is_none()).count();
    if crossed > 0 {
        let words = story.say("paper-red-lines-crossed", &[("crossed", crossed.into())]);
        return Text::toned(words, Tone::Bad);
    }
    if open > 0 {
        return story
            .say("paper-red-lines-open", &[("open", open.into())])
            .into();
    }
    story.t("paper-red-lines-clear").into()
}

fn signers(voice: &Voice<'_>) -> Block {
    let columns = vec![
        voice.column("paper-sign-as", Width::Fixed(84.0)),
        voice.column("paper-sign-name", Width::Share(1.0)),
        voice.column("paper-sign-title", Width::Share(1.2)),
    ];
    let rows = voice.head.signers.iter().map(|signer| {
        let person = voice.head.person(signer.person);
        row(vec![
            Cell::Text(Text::bold(act_of(voice, signer.role))),
            voice.person(signer.person).into(),
            Cell::Text(Text::toned(
                person
                    .map(|person| person.title.clone())
                    .unwrap_or_default(),
                Tone::Soft,
            )),
        ])
    });
    Block::Table(Table {
        columns,
        rows: rows.collect(),
        summary: voice.t("paper-sign-page"),
        // A cover bears no numbers.
        caption: String::new(),
    })
}

/// What a signer did: prepared, reviewed or approved.
pub(super) fn act_of(voice: &Voice<'_>, role: Role) -> String {
    voice.t(signer_act(role))
}

/// Returns the message that says what a signer did.
#[must_use]
pub const fn signer_act(role: Role) -> &'static str {
    match role {
        Role::Reviewer => "paper-reviewed",
        Role::Approver => "paper-approved",
        _ => "paper-prepared",
    }
}

fn framework(story: &Story<'_>) -> String {
    let citation = story.framework.citation();
    let args = [
        ("title", story.text(&citation.title).into()),
        ("issuer", story.text(&citation.issuer).into()),
        ("released", story.date(citation.released).into()),
        ("method", story.facts.grade.method.as_str().into()),
    ];
    story.say("paper-basis-framework", &args)
}
