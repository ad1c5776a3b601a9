//! The signature page: empty fields in order, and room for wet seals.

use super::cover::act_of;
use super::method::state;
use super::voice::Voice;
use crate::model::{Block, ParagraphStyle, SignatureSlot, Signatures, Tone};
use assay_domain::facts::SignerFacts;
use std::collections::BTreeSet;

/// The signature page with a field for each signer.
pub(super) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let signers = voice.head.signers.iter().enumerate();
    let slots = signers.map(|(place, signer)| slot(voice, place, signer));
    page(voice, slots.collect())
}

/// The signature page with the fields that are given.
pub(super) fn page(voice: &Voice<'_>, slots: Vec<SignatureSlot>) -> Vec<Block> {
    let signers = &voice.head.signers;
    let heads = [
        "paper-sign-as",
        "paper-sign-name",
        "paper-sign-signature",
        "paper-sign-date",
    ];
    let mut blocks = vec![
        Block::heading(1, voice.t("paper-sign-title-page")),
        Block::body(voice.t("paper-sign-intro")),
    ];
    let persons: BTreeSet<_> = signers.iter().map(|signer| signer.person).collect();
    if persons.len() < signers.len() {
        blocks.push(Block::Callout {
            tone: Tone::Warn,
            title: voice.t("paper-sign-same"),
            body: Vec::new(),
        });
    }
    blocks.extend([
        Block::Signatures(Signatures {
            heads: heads.map(|head| voice.t(head)),
            placeholder: voice.t("paper-sign-placeholder"),
            date: voice.t("paper-sign-blank"),
            slots,
        }),
        Block::heading(2, voice.t("paper-seal-title")),
        Block::SealRoom(vec![
            voice.t("paper-seal-organisation"),
            voice.t("paper-seal-unit"),
        ]),
        Block::paragraph(ParagraphStyle::Fine, voice.t("paper-seal-note")),
        Block::Pairs(state(voice)),
    ]);
    blocks
}

fn slot(voice: &Voice<'_>, place: usize, signer: &SignerFacts) -> SignatureSlot {
    let role = act_of(voice, signer.role);
    let name = voice.person(signer.person);
    let person = voice.head.person(signer.person);
    let tip = [
        ("role", role.as_str().into()),
        ("name", name.as_str().into()),
    ];
    SignatureSlot {
        field: format!("Sig{}", place + 1),
        tip: voice.say("paper-sign-tip", &tip),
        title: person
            .map(|person| person.title.clone())
            .unwrap_or_default(),
        role,
        name,
    }
}
