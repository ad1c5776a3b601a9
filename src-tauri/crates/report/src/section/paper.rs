//! The frame that every kind but the assessment shares: cover, one-minute summary, contents, sections,
//! sources and signature page.

use super::cover::{self, Cover, organisation};
use super::method::{framework, state};
use super::voice::{Voice, groups};
use super::{glossary, sign};
use crate::model::{Block, Document, Heading, Pair, ParagraphStyle, Text};

/// What a report of one kind says.
pub(super) struct Paper {
    pub(super) title: String,
    pub(super) subtitle: String,
    /// The name that the head of every page bears beside the title.
    pub(super) about: String,
    /// What the cover says of the matter, name by name.
    pub(super) matter: Vec<Pair>,
    /// The key figures on the cover.
    pub(super) figures: Vec<Pair>,
    /// The sentence that a superior reads first.
    pub(super) lead: Text,
    /// What else is read in the first minute.
    pub(super) points: Vec<String>,
    pub(super) sections: Vec<Block>,
    /// Words that the glossary explains.
    pub(super) terms: &'static [&'static str],
}

/// Sets a report within the frame.
pub(super) fn document(voice: &Voice<'_>, paper: Paper) -> Document {
    let mut matter = paper.matter;
    matter.push(Pair::new(voice.t("paper-made-by"), organisation(voice)));
    let head_left = voice.titled(&paper.title, &paper.about);
    let mut blocks = cover::page(
        voice,
        Cover {
            title: paper.title,
            subtitle: paper.subtitle,
            notice: None,
            main: vec![Block::Duo(paper.figures, matter)],
            basis: basis(voice),
        },
    );
    blocks.extend([
        Block::PageBreak,
        Block::heading(1, voice.t("paper-summary-title")),
        Block::paragraph(ParagraphStyle::Lead, paper.lead),
        Block::List(paper.points.into_iter().map(Text::plain).collect()),
        Block::Heading(Heading {
            level: 1,
            text: voice.t("paper-contents"),
            ..Heading::default()
        }),
        Block::Contents,
        Block::PageBreak,
    ]);
    blocks.extend(paper.sections);
    blocks.extend(sources(voice));
    blocks.extend(glossary::blocks(voice, paper.terms));
    if !voice.head.signers.is_empty() {
        blocks.push(Block::PageBreak);
        blocks.extend(sign::blocks(voice));
    }
    Document {
        locale: voice.locale(),
        paper: voice.head.paper,
        logo: voice.logo.clone(),
        title: head_left.clone(),
        frame: voice.frame(head_left),
        link_prefix: voice.t("paper-link"),
        blocks,
    }
}

/// On what the words of a report rest.
pub(super) fn basis(voice: &Voice<'_>) -> String {
    let citation = voice.framework.citation();
    let args = [
        ("title", voice.text(&citation.title).into()),
        ("issuer", voice.text(&citation.issuer).into()),
        ("released", voice.date(citation.released).into()),
    ];
    voice.say("paper-basis-kinds", &args)
}

/// Where the figures come from, and how to check that.
fn sources(voice: &Voice<'_>) -> Vec<Block> {
    let as_of = [
        ("moment", voice.moment(voice.head.as_of).into()),
        ("zone", voice.head.time_zone.as_str().into()),
    ];
    let mut pairs = vec![Pair::new(
        voice.t("paper-assessment-as-of"),
        voice.say("paper-moment-in-zone", &as_of),
    )];
    pairs.extend(framework(voice));
    let method = format!("{} {}", voice.head.method.id, voice.head.method.version);
    pairs.push(Pair::new(voice.t("paper-method-grading"), method));
    pairs.push(Pair::new(
        voice.t("paper-method-digest"),
        groups(&voice.head.method.sha256),
    ));
    pairs.extend(state(voice));
    let heading = Block::heading(1, voice.t("paper-sources-title"));
    vec![Block::Keep(vec![
        heading,
        Block::body(voice.t("paper-sources-text")),
        Block::Pairs(pairs),
    ])]
}
