//! The signature page: empty fields in order, and room for wet seals.

use super::cover::act_of;
use super::method::state;
use super::story::Story;
use crate::model::{Block, ParagraphStyle, SignatureSlot, Signatures, Tone};
use assay_domain::facts::SignerFacts;
use std::collections::BTreeSet;

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let signers = &story.facts.assessment.signers;
    let slots = signers
        .iter()
        .enumerate()
        .map(|(place, signer)| slot(story, place, signer))
        .collect();
    let heads = [
        "paper-sign-as",
        "paper-sign-name",
        "paper-sign-signature",
        "paper-sign-date",
    ];
    let mut blocks = vec![
        Block::heading(1, story.t("paper-sign-title-page")),
        Block::body(story.t("paper-sign-intro")),
    ];
    let persons: BTreeSet<_> = signers.iter().map(|signer| signer.person).collect();
    if persons.len() < signers.len() {
        blocks.push(Block::Callout {
            tone: Tone::Warn,
            title: story.t("paper-sign-same"),
            body: Vec::new(),
        });
    }
    blocks.extend([
        Block::Signatures(Signatures {
            heads: heads.map(|head| story.t(head)),
            placeholder: story.t("paper-sign-placeholder"),
            date: story.t("paper-sign-blank"),
            slots,
        }),
        Block::heading(2, story.t("paper-seal-title")),
        Block::SealRoom(vec![
            story.t("paper-seal-organisation"),
            story.t("paper-seal-unit"),
        ]),
        Block::paragraph(ParagraphStyle::Fine, story.t("paper-seal-note")),
        Block::Pairs(state(story)),
    ]);
    blocks
}

fn slot(story: &Story<'_>, place: usize, signer: &SignerFacts) -> SignatureSlot {
    let role = act_of(story, signer.role);
    let name = story.person(signer.person);
    let person = story.facts.person(signer.person);
    let tip = [
        ("role", role.as_str().into()),
        ("name", name.as_str().into()),
    ];
    SignatureSlot {
        field: format!("Sig{}", place + 1),
        tip: story.say("paper-sign-tip", &tip),
        title: person
            .map(|person| person.title.clone())
            .unwrap_or_default(),
        role,
        name,
    }
}
