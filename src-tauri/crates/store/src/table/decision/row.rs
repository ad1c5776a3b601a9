//! One record as a row: words as numbers, enumerations as small integers.

use crate::error::Error;
use crate::sql::{Columns, Sql};
use assay_domain::decision::{Decision, DecisionFacts, Disposition};
use assay_domain::id::{DecisionId, ReasonId, SystemId};
use assay_domain::stats::log::{Alike, Trace};
use assay_domain::time::{StatedTime, Timestamp};

/// The numbers under which dispositions are stored; never changed, whatever the order of forms.
const NUMBERS: [(Disposition, u8); 5] = [
    (Disposition::Accepted, 0),
    (Disposition::Modified, 1),
    (Disposition::Overridden, 2),
    (Disposition::Deferred, 3),
    (Disposition::NoAiOutput, 4),
];

/// Returns the number under which a disposition is stored.
pub(super) fn number(disposition: Disposition) -> u8 {
    let found = NUMBERS.iter().find(|(known, _)| *known == disposition);
    found.map_or(u8::MAX, |(_, number)| *number)
}

/// Returns the disposition of a stored number.
pub(crate) fn disposition(number: u8) -> Result<Disposition, Error> {
    let found = NUMBERS.iter().find(|(_, known)| *known == number);
    found
        .map(|(disposition, _)| *disposition)
        .ok_or_else(|| Error::content(format!("disposition {number}")))
}

/// Texts that repeat, each stored once under a number.
#[derive(Clone, Copy)]
pub(super) struct Words<'a>(pub(super) Sql<'a>);

impl Words<'_> {
    /// Returns the number of a word, if it stands in the log.
    pub(super) fn find(&self, word: &str) -> Result<Option<i64>, Error> {
        self.0.first(
            "SELECT id FROM decision_word WHERE word = ?1",
            [word],
            |columns| columns.get("id"),
        )
    }

    /// Returns the number of a word, which is added when it is new; an empty text has none.
    pub(super) fn keep(&self, word: &str) -> Result<Option<i64>, Error> {
        if word.is_empty() {
            return Ok(None);
        }
        if let Some(known) = self.find(word)? {
            return Ok(Some(known));
        }
        self.0
            .run("INSERT INTO decision_word (word) VALUES (?1)", [word])?;
        self.find(word)
    }
}

/// What a record is read from: the row with its words, as `d`.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT d.*, wr.word AS reason_word, wp.word AS point_word, wm.word AS model_word,
                wt.word AS prompt_word, wc.word AS category_word, wv.word AS reviewer_word,
                ws.word AS source_word, wl.word AS ai_word, wf.word AS first_word,
                wd.word AS last_word, wo.word AS outcome_word
             FROM decision d
             LEFT JOIN decision_word wr ON wr.id = d.reason
             LEFT JOIN decision_word wp ON wp.id = d.decision_point
             LEFT JOIN decision_word wm ON wm.id = d.model_version
             LEFT JOIN decision_word wt ON wt.id = d.prompt_version
             LEFT JOIN decision_word wc ON wc.id = d.category
             LEFT JOIN decision_word wv ON wv.id = d.reviewer
             LEFT JOIN decision_word ws ON ws.id = d.outcome_source
             LEFT JOIN decision_word wl ON wl.id = d.ai_label
             LEFT JOIN decision_word wf ON wf.id = d.first_label
             LEFT JOIN decision_word wd ON wd.id = d.last_label
             LEFT JOIN decision_word wo ON wo.id = d.outcome_label ",
            $rest
        )
    };
}
pub(super) use select;

/// Reads a record from its row; its evidence stands elsewhere.
pub(super) fn decision(columns: &Columns<'_>) -> Result<Decision, Error> {
    Ok(Decision {
        id: columns.id("id", DecisionId::new)?,
        facts: facts(columns)?,
        supersedes: columns.maybe_id("supersedes", DecisionId::new)?,
        entered_late: columns.get("entered_late")?,
        thinned_at: moment(columns, "thinned_at")?,
        recorded: columns.act("recorded")?,
    })
}

/// Reads what is left of the texts of a record; nothing while they are there.
pub(super) fn trace(columns: &Columns<'_>) -> Result<Option<Trace>, Error> {
    let Some(marks) = columns.get::<Option<u16>>("marks")? else {
        return Ok(None);
    };
    let word = |name| Ok::<_, Error>(columns.get::<Option<String>>(name)?.unwrap_or_default());
    Ok(Some(Trace {
        alike: Alike::read(marks).ok_or_else(|| Error::content(format!("marks {marks}")))?,
        labels: [
            word("ai_word")?,
            word("first_word")?,
            word("last_word")?,
            word("outcome_word")?,
        ],
    }))
}

fn facts(columns: &Columns<'_>) -> Result<DecisionFacts, Error> {
    let word = |name| Ok::<_, Error>(columns.get::<Option<String>>(name)?.unwrap_or_default());
    let reason: Option<String> = columns.get("reason_word")?;
    Ok(DecisionFacts {
        system: columns.id("system", SystemId::new)?,
        decided_at: stated(columns)?,
        decision_point: word("point_word")?,
        model_version: word("model_word")?,
        prompt_version: word("prompt_word")?,
        case_key: columns.get("case_key")?,
        category: word("category_word")?,
        ai_output: columns.get("ai_output")?,
        ai_confidence: columns.get("ai_confidence")?,
        ai_at: moment(columns, "ai_at")?,
        latency_ms: columns.get("latency_ms")?,
        reviewer: word("reviewer_word")?,
        human_initial: columns.get("human_initial")?,
        human_final: columns.get("human_final")?,
        disposition: disposition(columns.get("disposition")?)?,
        reason_code: reason.map(ReasonId::from),
        reason_text: columns.get("reason_text")?,
        harm_if_followed: columns.get("harm_if_followed")?,
        harm_if_wrong: columns.get("harm_if_wrong")?,
        reversible: columns.get("reversible")?,
        outcome: columns.get("outcome")?,
        outcome_at: moment(columns, "outcome_at")?,
        outcome_source: word("source_word")?,
        seeded: columns.get("seeded")?,
        evidence: Vec::new(),
    })
}

fn stated(columns: &Columns<'_>) -> Result<StatedTime, Error> {
    let offset: i16 = columns.get("offset_min")?;
    StatedTime::new(columns.time("decided_at")?, offset)
        .ok_or_else(|| Error::content(format!("offset {offset}")))
}

fn moment(columns: &Columns<'_>, name: &str) -> Result<Option<Timestamp>, Error> {
    let micros: Option<i64> = columns.get(name)?;
    Ok(micros.map(Timestamp::from_micros))
}
