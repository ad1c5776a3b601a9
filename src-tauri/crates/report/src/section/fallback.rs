//! The fallback card: one page to be hung up where the work is done.

use super::cover::{marking, organisation};
use super::voice::Voice;
use super::{Printed, Told, sign};
use crate::Error;
use crate::model::{Block, Document, Heading, Pair, ParagraphStyle, Text, Tone};
use assay_domain::facts::Head;
use assay_domain::facts::fallback::FrozenCard;

impl Printed for FrozenCard {
    const SCHEMA: &'static str =
        include_str!("../../../../../assets/report/fallback-card.schema.json");

    fn head(&self) -> Head {
        self.head.clone()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        let about = [("system", self.system_name.as_str().into())];
        let title = voice.say("paper-card-title", &about);
        let mut blocks = card(voice, self, &title);
        if !voice.head.signers.is_empty() {
            blocks.push(Block::PageBreak);
            blocks.extend(sign::blocks(voice));
        }
        let document = Document {
            locale: voice.locale(),
            paper: voice.head.paper,
            logo: voice.logo.clone(),
            title: title.clone(),
            frame: voice.frame(title),
            link_prefix: voice.t("paper-link"),
            blocks,
        };
        Ok(document.into())
    }
}

fn card(voice: &Voice<'_>, facts: &FrozenCard, title: &str) -> Vec<Block> {
    let plan = &facts.plan.facts;
    let point = if plan.decision_point.is_empty() {
        voice.t("fallback-whole")
    } else {
        plan.decision_point.clone()
    };
    let minutes = [("count", facts.limit_minutes.into())];
    let mut blocks = vec![
        marking(voice),
        Block::Space(18.0),
        Block::Title {
            title: title.to_owned(),
            subtitle: point,
            logo: true,
        },
        Block::Space(10.0),
        Block::Callout {
            tone: Tone::Bad,
            title: voice.t("plan-trigger"),
            body: lines(voice, &plan.trigger),
        },
        Block::Pairs(vec![
            Pair::new(
                voice.t("plan-decider"),
                Text::bold(voice.given(&plan.decider)),
            ),
            Pair::new(
                voice.t("fallback-limit"),
                Text::bold(voice.say("minutes", &minutes)),
            ),
        ]),
    ];
    if plan.manual_method.is_empty() {
        blocks.push(title_of(voice, "plan-manualMethod"));
        blocks.push(Block::body(voice.t("plan-nothing")));
    } else {
        let steps = plan.manual_method.lines().enumerate();
        let steps = steps.map(|(place, step)| Pair::new((place + 1).to_string(), step));
        blocks.push(title_of(voice, "plan-manualMethod"));
        blocks.push(Block::Pairs(steps.collect()));
    }
    for (id, words) in [
        ("plan-people", &plan.people),
        ("plan-materials", &plan.materials),
    ] {
        blocks.push(title_of(voice, id));
        blocks.push(Block::List(lines(voice, words)));
    }
    blocks.push(title_of(voice, "paper-card-further"));
    blocks.push(Block::Pairs(further(voice, facts)));
    blocks.extend(missing(voice, facts));
    blocks.push(Block::paragraph(ParagraphStyle::Fine, origin(voice, facts)));
    blocks
}

fn title_of(voice: &Voice<'_>, id: &str) -> Block {
    Block::Heading(Heading {
        level: 2,
        text: voice.t(id),
        ..Heading::default()
    })
}

fn lines(voice: &Voice<'_>, words: &str) -> Vec<Text> {
    if words.trim().is_empty() {
        return vec![voice.t("plan-nothing").into()];
    }
    words.lines().map(Text::plain).collect()
}

fn further(voice: &Voice<'_>, facts: &FrozenCard) -> Vec<Pair> {
    let plan = &facts.plan.facts;
    let mut pairs = vec![
        Pair::new(voice.t("plan-wayBack"), voice.given(&plan.way_back)),
        Pair::new(voice.t("plan-catchUp"), voice.given(&plan.catch_up)),
        Pair::new(
            voice.t("plan-capacity"),
            voice.decimal(plan.capacity_per_hour),
        ),
        Pair::new(voice.t("plan-load"), voice.decimal(plan.load_per_hour)),
    ];
    if !plan.limit_reason.is_empty() {
        pairs.push(Pair::new(
            voice.t("plan-limit-reason"),
            plan.limit_reason.as_str(),
        ));
    }
    pairs
}

/// What the plan lacks, since whoever hangs it up must know; in one paragraph, as there is one page.
fn missing(voice: &Voice<'_>, facts: &FrozenCard) -> Option<Block> {
    let gaps = facts.gaps.iter();
    let gaps: Vec<String> = gaps.map(|gap| voice.named("plan-gap-", gap)).collect();
    let approved = facts.plan.approved.is_some();
    (!gaps.is_empty()).then(|| Block::Callout {
        tone: Tone::Warn,
        title: voice.t(if approved {
            "paper-card-gaps"
        } else {
            "paper-card-draft"
        }),
        body: vec![voice.sentences(&gaps).into()],
    })
}

/// Version, tier and who stands for the card.
fn origin(voice: &Voice<'_>, facts: &FrozenCard) -> String {
    let tier = if facts.tier.known {
        "fallback-tier"
    } else {
        "fallback-tier-unknown"
    };
    let minutes = [("count", facts.tier.minutes.into())];
    let version = [("version", facts.plan.version.into())];
    let mut parts = vec![
        organisation(voice),
        voice.moment(voice.head.as_of),
        voice.say("fallback-version", &version),
        voice.act(&facts.plan.saved),
        voice.say(tier, &[("tier", facts.tier.tier.into())]),
        voice.say("minutes", &minutes),
    ];
    if let Some(approved) = &facts.plan.approved {
        let by = [("by", voice.act(approved).into())];
        parts.push(voice.say("plan-approved-by", &by));
    }
    voice.items(&parts)
}
