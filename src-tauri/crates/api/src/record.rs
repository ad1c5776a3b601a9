//! The record of a verification, to print: what was verified and against what, what came of it, and what that does
//! not prove.

use crate::contract::{
    TableExported, Verification, VerificationItem, VerifiedSignature, VerifyRecord,
};
use crate::environment::Environment;
use crate::error::Error;
use crate::outside::{Output, write_file};
use crate::paper::{PRODUCER, verification_texts, with_fonts};
use crate::report::claimed;
use crate::session::Session;
use crate::{anchor, verify};
use assay_domain::locale::Locale;
use assay_domain::workspace::PaperSize;
use assay_report::l10n::{Texts, Value};
use assay_report::model::{
    Align, Block, Column, Document, Frame, Heading, Label, Pair, ParagraphStyle, Row, Table, Text,
    Tone, Width,
};
use assay_report::{Attachment, Fonts, Meta, groups, render};
use assay_seal::{Trust, holder_of};
use assay_verify::{TrustKind, VerdictKind};
use serde_json::Value as Json;
use std::path::Path;

/// How many characters of one text of the file are printed; a subject of a certificate has fewer.
const LONGEST: usize = 240;
/// How many checks, signatures and certificates are printed one by one.
const MOST: usize = 40;

/// A verification, and what it was held against.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// What came of it.
    pub found: &'a Verification,
    /// The certificates that were trusted.
    pub trust: &'a Trust,
    /// The organisation whose workspace was open.
    pub organisation: Option<&'a str>,
    /// The time zone in which the record tells its own time.
    pub zone: &'a str,
    /// On which paper it is set.
    pub paper: PaperSize,
}

/// Verifies a file once more and writes the record of it.
pub(crate) fn verify_record(
    session: &mut Session,
    request: VerifyRecord,
) -> Result<TableExported, Error> {
    let found = verify::found(session, &request.path)?;
    if found.sha256 != request.sha256 {
        return Err(Error::new("verify-changed").with("path", request.path));
    }
    let workspace = match &session.open {
        Some(open) => Some(open.store.read(|read| read.workspace().get())?.settings),
        None => None,
    };
    let recorded = Recorded {
        found: &found,
        trust: &anchor::trust(session),
        organisation: workspace.as_ref().map(|of| of.organisation.as_str()),
        zone: workspace.as_ref().map_or("UTC", |of| &of.time_zone),
        paper: workspace.as_ref().map(|of| of.paper).unwrap_or_default(),
    };
    let output = session.output(request.out)?;
    let output = output.unlike(Path::new(&request.path))?;
    write_record(&*session.environment, request.locale, &recorded, output)
}

/// Writes the record as a PDF.
///
/// # Errors
/// When the fonts of the program can't be read, or the file can't be written.
pub fn write_record(
    environment: &dyn Environment,
    locale: Locale,
    recorded: &Recorded<'_>,
    output: Output,
) -> Result<TableExported, Error> {
    let texts = verification_texts(locale)?;
    let now = environment.now();
    let at = claimed(now, recorded.zone).rfc3339().replace('T', " ");
    with_fonts(environment, locale, |fonts| {
        let found = tamed(recorded.found, fonts)?;
        let data = serde_json::to_vec_pretty(&found)?;
        let clerk = Clerk {
            texts: &texts,
            fonts,
            recorded,
            found,
            at,
        };
        let meta = Meta {
            author: recorded.organisation.unwrap_or(PRODUCER),
            producer: PRODUCER,
            created: &now.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            attachments: &[Attachment {
                name: "verification.json",
                media_type: "application/json",
                relationship: "Data",
                description: &clerk.t("verify-record-data"),
                bytes: &data,
            }],
        };
        write_file(output, &render(&clerk.document(), fonts, &meta)?)
    })
}

/// The verification with nothing in it that a stranger's file could break a page with; of the path the name alone.
fn tamed(found: &Verification, fonts: &Fonts<'_>) -> Result<Verification, Error> {
    let mut found = found.clone();
    if let Some(name) = Path::new(&found.path).file_name() {
        found.path = name.to_string_lossy().into_owned();
    }
    let mut value = serde_json::to_value(found)?;
    tame(&mut value, fonts);
    Ok(serde_json::from_value(value)?)
}

fn tame(value: &mut Json, fonts: &Fonts<'_>) {
    match value {
        Json::String(text) => *text = fonts.tamed(text, LONGEST),
        Json::Array(items) => items.iter_mut().for_each(|item| tame(item, fonts)),
        Json::Object(fields) => fields.values_mut().for_each(|field| tame(field, fonts)),
        _ => {}
    }
}

/// Writes the record.
struct Clerk<'a> {
    texts: &'a Texts,
    fonts: &'a Fonts<'a>,
    recorded: &'a Recorded<'a>,
    found: Verification,
    at: String,
}

impl Clerk<'_> {
    fn t(&self, id: &str) -> String {
        self.texts.get(id, &[])
    }

    fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        self.texts.get(id, args)
    }

    fn pair(&self, id: &str, value: impl Into<Text>) -> Pair {
        Pair::new(self.t(id), value)
    }

    fn heading(&self, id: &str) -> Block {
        Block::Heading(Heading {
            level: 1,
            text: self.t(id),
            ..Heading::default()
        })
    }

    fn document(&self) -> Document {
        let title = self.t("verify-record-title");
        let name = self.fonts.tamed(&self.found.path, 60);
        let head = self.titled(&title, &name);
        let mut blocks = vec![
            Block::Title {
                title,
                subtitle: name,
                logo: false,
            },
            self.verdict(),
            Block::Pairs(self.matter()),
            self.heading("verify-checked"),
            self.checks(),
        ];
        blocks.extend(self.signatures());
        blocks.extend([self.heading("verify-record-limits"), self.limits()]);
        Document {
            locale: self.texts.locale(),
            paper: self.recorded.paper,
            logo: None,
            title: head.clone(),
            frame: self.frame(head),
            link_prefix: self.t("paper-link"),
            blocks,
        }
    }

    fn frame(&self, head_left: String) -> Frame {
        let digest = [("digest", groups(&self.found.sha256).into())];
        Frame {
            head_left,
            foot: vec![
                self.say("verify-record-foot", &digest),
                self.t("verify-record-unsigned"),
            ],
            page: Label::of(self.texts, "paper-page", "page", "pages"),
            table: Label::of(self.texts, "paper-caption-table", "number", "caption"),
            ..Frame::default()
        }
    }

    /// The plain sentence, what it means, and everything that does not hold.
    fn verdict(&self) -> Block {
        let word = word(self.found.verdict);
        let signed = [("count", self.signed().count().into())];
        let mut body = vec![Text::plain(self.t(&format!("verdict-{word}-text")))];
        let fails = self
            .found
            .items
            .iter()
            .filter(|item| item.ok == Some(false));
        body.extend(fails.take(MOST).map(|item| self.fails(item)));
        Block::Callout {
            tone: match self.found.verdict {
                _ if self.found.is_sound() => Tone::Soft,
                VerdictKind::Incomplete | VerdictKind::Unsigned => Tone::Warn,
                _ => Tone::Bad,
            },
            title: self.say(&format!("verdict-{word}"), &signed),
            body,
        }
    }

    /// What is wrong; a problem says so itself, of another check the result has to be told.
    fn fails(&self, item: &VerificationItem) -> Text {
        if item.code.starts_with("problem-") {
            return self.item(item).into();
        }
        self.titled(&self.item(item), &self.t("verify-fails"))
            .into()
    }

    fn titled(&self, title: &str, about: &str) -> String {
        self.say(
            "paper-titled",
            &[("title", title.into()), ("about", about.into())],
        )
    }

    /// What was verified, when, with what and against what, and what the file says of itself.
    fn matter(&self) -> Vec<Pair> {
        let found = &self.found;
        let bytes = [("bytes", found.size.to_string().into())];
        let workspace = match self.recorded.organisation {
            Some(name) => self.fonts.tamed(name, LONGEST),
            None => self.t("verify-record-workspace-none"),
        };
        let mut pairs = vec![
            self.pair("verify-file", found.path.as_str()),
            self.pair(
                "verify-record-size",
                self.say("verify-record-bytes", &bytes),
            ),
            Pair::new("SHA-256", groups(&found.sha256)),
            self.pair("verify-record-at", self.at.as_str()),
            self.pair("verify-record-with", PRODUCER),
            self.pair("verify-record-workspace", workspace),
            self.pair("verify-record-anchors", self.anchors()),
        ];
        for (id, value) in [
            ("verify-record-organisation", &found.organisation),
            ("verify-record-system", &found.system_name),
        ] {
            if !value.is_empty() {
                pairs.push(self.pair(id, value.as_str()));
            }
        }
        pairs.extend(
            found
                .grade
                .map(|grade| self.pair("verify-grade", self.grade(grade))),
        );
        pairs
    }

    /// The certificates that were trusted, each with its fingerprint.
    fn anchors(&self) -> String {
        let all = &self.recorded.trust.anchors;
        if all.is_empty() {
            return self.t("verify-record-anchors-none");
        }
        let holders = all.iter().filter_map(|one| holder_of(one).ok()).take(MOST);
        let lines = holders.map(|holder| {
            let subject = self.fonts.tamed(&holder.subject, LONGEST);
            format!("{subject}\n{}", groups(&holder.fingerprint))
        });
        self.and_more(lines.collect(), all.len()).join("\n")
    }

    /// Says how many more there are than are printed.
    fn and_more(&self, mut printed: Vec<String>, all: usize) -> Vec<String> {
        if all > printed.len() {
            let more = [("count", (all - printed.len()).into())];
            printed.push(self.say("verify-record-more", &more));
        }
        printed
    }

    /// The grade that the facts state, and whether it follows from them.
    fn grade(&self, stated: u8) -> String {
        let name = |grade: u8| self.t(&format!("grade-{grade}"));
        let follows = match self.found.recomputed_grade {
            Some(grade) if grade == stated => self.t("verify-grade-same"),
            Some(grade) => self.say("verify-grade-differs", &[("grade", name(grade).into())]),
            None => self.t("verify-not-checked"),
        };
        self.titled(&name(stated), &follows)
    }

    fn checks(&self) -> Block {
        let items = &self.found.items;
        let column = |id: &str, width: Width| Column {
            head: self.t(id),
            width,
            align: Align::Start,
        };
        let row = |item: &VerificationItem| {
            let (id, tone) = match item.ok {
                Some(true) => ("verify-holds", Tone::Good),
                Some(false) => ("verify-fails", Tone::Bad),
                None => ("verify-not-checked", Tone::Soft),
            };
            let result = Text::toned(self.t(id), tone);
            vec![self.item(item).into(), result.into()]
        };
        let mut rows: Vec<Vec<_>> = items.iter().take(MOST).map(row).collect();
        let more = self.and_more(vec![String::new(); rows.len()], items.len());
        rows.extend(
            more.into_iter()
                .skip(rows.len())
                .map(|more| vec![more.into(), "".into()]),
        );
        Block::Table(Table {
            columns: vec![
                column("verify-column-what", Width::Share(1.0)),
                column("verify-column-result", Width::Fixed(120.0)),
            ],
            rows: rows
                .into_iter()
                .map(|cells| Row {
                    cells,
                    total: false,
                })
                .collect(),
            summary: self.t("verify-checked"),
            caption: String::new(),
        })
    }

    /// A check in words, as the window says it.
    fn item(&self, item: &VerificationItem) -> String {
        let args: Vec<(&str, Value<'_>)> = item
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), argument(value)))
            .collect();
        self.say(&format!("verify-{}", item.code), &args)
    }

    fn signed(&self) -> impl Iterator<Item = &VerifiedSignature> {
        self.found.signatures.iter().filter(|one| one.signed)
    }

    fn signatures(&self) -> Vec<Block> {
        let count = self.signed().count();
        let title = self.say("verify-signatures-title", &[("count", count.into())]);
        let mut blocks = vec![Block::Heading(Heading {
            level: 1,
            text: title,
            ..Heading::default()
        })];
        blocks.extend(self.signed().take(MOST).map(|one| self.signature(one)));
        let open = self.found.signatures.iter().filter(|one| !one.signed);
        let open = open.take(MOST).map(|one| {
            let field = [("field", (&one.field).into())];
            self.say("verify-open-field", &field)
        });
        let rest = open.collect::<Vec<_>>().join("\n");
        if !rest.is_empty() {
            blocks.push(Block::paragraph(ParagraphStyle::Soft, rest));
        }
        blocks
    }

    fn signature(&self, one: &VerifiedSignature) -> Block {
        let time = if one.claimed_time.is_empty() {
            self.t("paper-unknown")
        } else {
            one.claimed_time.replace('T', " ")
        };
        Block::Keep(vec![
            Block::body(Text::bold(one.subject.as_str())),
            Block::Pairs(vec![
                self.pair("verify-record-issuer", one.issuer.as_str()),
                self.pair("verify-record-fingerprint", groups(&one.fingerprint)),
                self.pair("verify-record-claimed", time),
                self.pair("verify-record-known", self.known(one)),
            ]),
        ])
    }

    /// What is known of a signature, and of whose key it is.
    fn known(&self, one: &VerifiedSignature) -> String {
        let days = [
            ("from", (&one.valid_from).into()),
            ("to", (&one.valid_to).into()),
        ];
        let mut said = vec![self.t(if one.valid {
            "verify-valid"
        } else {
            "verify-invalid"
        })];
        if !one.valid_from.is_empty() {
            said.push(self.say("verify-validity", &days));
        }
        said.push(match one.trust {
            TrustKind::NotAsked if one.self_signed => self.t("verify-self-signed"),
            kind => {
                let subject = [("subject", (&one.trust_subject).into())];
                self.say(&format!("verify-trust-{}", word(kind)), &subject)
            }
        });
        said.extend(one.known.map(|known| {
            self.t(if known {
                "verify-known"
            } else {
                "verify-unknown"
            })
        }));
        said.join(&self.t("paper-sentence-separator"))
    }

    fn limits(&self) -> Block {
        let limits = ["name", "time", "withdrawn", "content", "record"];
        let said = limits.map(|limit| self.t(&format!("verify-record-limit-{limit}")).into());
        Block::List(said.to_vec())
    }
}

/// The word of a value on the wire.
fn word(value: impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// Hands a number over as a number, so that a message can choose by it.
fn argument(value: &str) -> Value<'_> {
    value
        .parse::<i64>()
        .map_or_else(|_| value.into(), Value::Number)
}
