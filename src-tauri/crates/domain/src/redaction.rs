//! A redacted copy: facts in which names, places, words and answers are replaced, before a report is made anew from them.
//!
//! Nothing is painted over. What was removed is in no part of the copy, since the copy never knew it.

use crate::evidence::EvidenceSource;
use crate::facts::Facts;
use crate::id::QuestionId;
use crate::person::Act;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

/// How long a word is at least, in characters, to be looked for everywhere: a shorter one is part of too many others.
const SHORTEST: usize = 2;

/// What is to be removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Cut {
    /// Names and posts of persons.
    pub persons: bool,
    /// Names of the organisation, of units and of the supplier.
    pub organisation: bool,
    /// Names of evidence, what it shows, and where it is kept.
    pub evidence: bool,
    /// Notes and reasons in free words.
    pub notes: bool,
    /// Answers, with their notes and evidence.
    pub answers: Vec<QuestionId>,
    /// Further words, such as names and addresses that stand in texts.
    pub words: Vec<String>,
}

wire_enum! {
    /// A kind of thing that was removed.
    RemovalKind {
        /// Names and posts of persons.
        Persons,
        /// Names of the organisation, of units and of the supplier.
        Organisation,
        /// Names of evidence, what it shows, and where it is kept.
        Evidence,
        /// Notes and reasons.
        Notes,
        /// Answers.
        Answers,
        /// Further words.
        Words,
    }
}

/// How much of a kind was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Removal {
    /// Of which kind.
    pub kind: RemovalKind,
    /// How many texts or answers.
    pub count: u32,
}

/// What the facts of a redacted copy say of themselves.
///
/// They name the digest of the signed original and never that of its facts: whoever guessed a removed name could tell
/// by a digest of facts whether the guess is right. A signature can't be guessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Redaction {
    /// Who made the copy, and when.
    pub made: Act,
    /// SHA-256 of the original as signed, lower-case hexadecimal.
    pub original_sha256: String,
    /// How many had signed the original.
    pub signatures: u32,
    /// What was removed.
    pub removed: Vec<Removal>,
    /// Whose answers were removed.
    pub answers: Vec<QuestionId>,
}

/// What stands in the place of what was removed, in the languages of the copy.
pub struct Substitutes<'a> {
    /// For texts.
    pub removed: &'a str,
    /// For the name of a person, by number from 1.
    pub person: &'a dyn Fn(usize) -> String,
    /// For the name of a piece of evidence, by number from 1.
    pub evidence: &'a dyn Fn(usize) -> String,
}

/// The facts of a copy, and what must not be found in it.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// The facts.
    pub facts: Facts,
    /// Every text that was removed.
    pub gone: Vec<String>,
}

/// Why nothing can be removed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing was named.
    #[error("nothing is to be removed")]
    Nothing,
    /// A word is too short to be looked for.
    #[error("a word of one character")]
    ShortWord(String),
    /// There is no such question.
    #[error("no question {0}")]
    NoQuestion(QuestionId),
    /// The answer decides a red line, which the grade shows all the same.
    #[error("question {0} is a red line")]
    RedLine(QuestionId),
}

/// Removes from the facts of a report what is to be removed.
///
/// # Errors
/// [`Refusal`] says what can't be done.
pub fn redact(
    mut facts: Facts,
    cut: &Cut,
    with: &Substitutes<'_>,
    mut redaction: Redaction,
) -> Result<Redacted, Refusal> {
    let words = words(cut)?;
    let names = [facts.organisation.clone(), facts.unit.clone()];
    let mut work = Work {
        with,
        gone: Vec::new(),
        everywhere: words,
        removed: Vec::new(),
    };
    work.answers(&mut facts, &cut.answers)?;
    if cut.persons {
        work.persons(&mut facts);
    }
    if cut.organisation {
        work.organisation(&mut facts);
    }
    if cut.evidence {
        work.evidence(&mut facts);
    }
    if cut.notes {
        work.notes(&mut facts);
    }
    work.texts(&mut facts);
    if work.removed.is_empty() {
        return Err(Refusal::Nothing);
    }
    if names != [facts.organisation.as_str(), &facts.unit] {
        // A logo says whose it is.
        facts.logo = None;
    }
    redaction.removed = work.removed;
    redaction.answers.clone_from(&cut.answers);
    facts.redaction = Some(redaction);
    work.gone.extend(work.everywhere);
    Ok(Redacted {
        facts,
        gone: work.gone,
    })
}

fn words(cut: &Cut) -> Result<Vec<String>, Refusal> {
    let words = cut
        .words
        .iter()
        .map(|word| word.trim())
        .filter(|word| !word.is_empty());
    words
        .map(|word| {
            if word.chars().count() < SHORTEST {
                return Err(Refusal::ShortWord(word.to_owned()));
            }
            Ok(word.to_owned())
        })
        .collect()
}

struct Work<'a> {
    with: &'a Substitutes<'a>,
    /// Texts that were removed where they stood.
    gone: Vec<String>,
    /// What is removed wherever it stands.
    everywhere: Vec<String>,
    removed: Vec<Removal>,
}

impl Work<'_> {
    fn count(&mut self, kind: RemovalKind, count: usize) {
        if count > 0 {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            self.removed.push(Removal { kind, count });
        }
    }

    /// Puts a substitute in the place of a text, and remembers the text; an empty one stays empty.
    fn replace(&mut self, text: &mut String, substitute: String) -> bool {
        if text.trim().is_empty() {
            return false;
        }
        self.gone.push(std::mem::replace(text, substitute));
        true
    }

    /// As [`Self::replace`], for names and posts, which may stand in other texts too.
    fn name(&mut self, text: &mut String, substitute: String) -> bool {
        if text.trim().chars().count() >= SHORTEST {
            self.everywhere.push(text.trim().to_owned());
        }
        self.replace(text, substitute)
    }

    fn removed(&self) -> String {
        self.with.removed.to_owned()
    }

    fn answers(&mut self, facts: &mut Facts, answers: &[QuestionId]) -> Result<(), Refusal> {
        for id in answers {
            let mut questions = facts
                .clauses
                .iter_mut()
                .flat_map(|clause| &mut clause.questions);
            let question = questions.find(|question| question.question == *id);
            let question = question.ok_or_else(|| Refusal::NoQuestion(id.clone()))?;
            if question.red_line {
                return Err(Refusal::RedLine(id.clone()));
            }
            question.answer = None;
            question.standing = crate::evidence::Standing::None;
            question.evidence.clear();
            for text in [&mut question.note, &mut question.na_reason] {
                self.replace(text, String::new());
            }
        }
        self.count(RemovalKind::Answers, answers.len());
        Ok(())
    }

    fn persons(&mut self, facts: &mut Facts) {
        for (place, person) in facts.persons.iter_mut().enumerate() {
            self.name(&mut person.name, (self.with.person)(place + 1));
            let removed = self.removed();
            self.name(&mut person.title, removed);
        }
        let mut count = facts.persons.len();
        for action in &mut facts.actions {
            let removed = self.removed();
            count += usize::from(self.name(&mut action.facts.owner, removed));
        }
        self.count(RemovalKind::Persons, count);
    }

    fn organisation(&mut self, facts: &mut Facts) {
        let names = [
            &mut facts.organisation,
            &mut facts.unit,
            &mut facts.system.supplier,
            &mut facts.system.unit,
        ];
        let mut count = 0;
        for name in names {
            let removed = self.removed();
            count += usize::from(self.name(name, removed));
        }
        for text in [
            &mut facts.marking.circulation,
            &mut facts.marking.document_number,
        ] {
            let removed = self.removed();
            count += usize::from(self.replace(text, removed));
        }
        self.count(RemovalKind::Organisation, count);
    }

    fn evidence(&mut self, facts: &mut Facts) {
        for (place, piece) in facts.evidence.iter_mut().enumerate() {
            self.name(&mut piece.name, (self.with.evidence)(place + 1));
            let removed = self.removed();
            self.replace(&mut piece.shows, removed);
            if let EvidenceSource::Reference { locator } = &mut piece.source {
                let removed = self.removed();
                self.name(locator, removed);
            }
        }
        self.count(RemovalKind::Evidence, facts.evidence.len());
    }

    fn notes(&mut self, facts: &mut Facts) {
        let mut count = 0;
        for text in notes(facts) {
            let removed = self.removed();
            count += usize::from(self.replace(text, removed));
        }
        self.count(RemovalKind::Notes, count);
    }

    /// Removes from every text what is removed wherever it stands: the longest first, since one may hold another.
    fn texts(&mut self, facts: &mut Facts) {
        self.everywhere
            .sort_by(|one, other| (other.len(), one).cmp(&(one.len(), other)));
        self.everywhere.dedup();
        let mut count = 0;
        let mut clean = |text: &mut String| {
            for word in &self.everywhere {
                if let Some(without) = without(text, word, self.with.removed) {
                    *text = without;
                    count += 1;
                }
            }
        };
        notes(facts).into_iter().for_each(&mut clean);
        others(facts).into_iter().for_each(&mut clean);
        self.count(RemovalKind::Words, count);
    }
}

/// A text with a substitute for each occurrence of a word, whatever the case; nothing where it has none.
fn without(text: &str, word: &str, substitute: &str) -> Option<String> {
    let same = |a: char, b: char| a == b || a.to_lowercase().eq(b.to_lowercase());
    let (text, word): (Vec<char>, Vec<char>) = (text.chars().collect(), word.chars().collect());
    let mut out = String::new();
    let mut at = 0;
    let mut found = false;
    while at < text.len() {
        let here = text.get(at..at + word.len());
        if here.is_some_and(|here| here.iter().zip(&word).all(|(a, b)| same(*a, *b))) {
            out.push_str(substitute);
            at += word.len();
            found = true;
        } else {
            out.push(text[at]);
            at += 1;
        }
    }
    found.then_some(out)
}

/// Notes and reasons in free words.
fn notes(facts: &mut Facts) -> Vec<&mut String> {
    let context = &mut facts.assessment.context;
    let mut all = vec![
        &mut context.scenario.reason,
        &mut context.autonomy.reason,
        &mut context.scale.reason,
    ];
    let questions = facts
        .clauses
        .iter_mut()
        .flat_map(|clause| &mut clause.questions);
    all.extend(questions.flat_map(|question| [&mut question.note, &mut question.na_reason]));
    all.extend(facts.measures.iter_mut().map(|measure| &mut measure.note));
    all.extend(facts.ratings.iter_mut().map(|rating| &mut rating.reason));
    all.extend(facts.dissents.iter_mut().map(|dissent| &mut dissent.reason));
    all.extend(
        facts
            .actions
            .iter_mut()
            .map(|action| &mut action.facts.note),
    );
    all
}

/// The other texts that a person wrote.
fn others(facts: &mut Facts) -> Vec<&mut String> {
    let (marking, system) = (&mut facts.marking, &mut facts.system);
    let mut all = vec![
        &mut facts.organisation,
        &mut facts.unit,
        &mut marking.classification,
        &mut marking.circulation,
        &mut marking.document_number,
        &mut marking.basis,
        &mut system.name,
        &mut system.reference,
        &mut system.supplier,
        &mut system.model,
        &mut system.version,
        &mut system.purpose,
        &mut system.unit,
        &mut system.affected,
        &mut system.scale,
        &mut system.autonomy,
        &mut system.filing.protection_number,
        &mut system.filing.model_filing_number,
    ];
    all.extend(&mut system.decision_points);
    let persons = facts.persons.iter_mut();
    all.extend(persons.flat_map(|person| [&mut person.name, &mut person.title]));
    let actions = facts.actions.iter_mut();
    all.extend(actions.flat_map(|action| [&mut action.facts.title, &mut action.facts.owner]));
    for piece in &mut facts.evidence {
        all.extend([&mut piece.name, &mut piece.shows]);
        if let EvidenceSource::Reference { locator } = &mut piece.source {
            all.push(locator);
        }
    }
    all
}
