//! What the sections of every kind share: words, dates, names and numbers in the language of the report.

use crate::Error;
use crate::l10n::{Texts, Value};
use crate::layout::Sheet;
use crate::model::{
    Align, Block, Cell, Column, Frame, GradeMark, Label, Picture, Row, Table, Text, Tone, Width,
};
use assay_domain::evidence::Standing;
use assay_domain::facts::Head;
use assay_domain::framework::Framework;
use assay_domain::id::{ControlId, PersonId, QuestionId, RiskId};
use assay_domain::locale::Locale;
use assay_domain::person::Act;
use assay_domain::time::{Date, Period, Timestamp};
use assay_domain::volume::Decimal;
use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use serde::Serialize;

/// What is said about the report itself, with the words in which everything is told.
pub struct Voice<'a> {
    pub(super) head: Head,
    pub(super) framework: &'a Framework,
    pub(super) facts_sha256: String,
    /// The organisation's logo, told in words as well.
    pub(super) logo: Option<Picture>,
    texts: &'a Texts,
    zone: Tz,
}

impl<'a> Voice<'a> {
    pub(super) fn new(
        head: Head,
        framework: &'a Framework,
        texts: &'a Texts,
        facts_sha256: &str,
    ) -> Result<Self, Error> {
        let zone = head
            .time_zone
            .parse()
            .map_err(|_| Error::TimeZone(head.time_zone.clone()))?;
        let name = [("organisation", head.organisation.as_str().into())];
        let alt = || texts.get("paper-logo", &name);
        let logo = head.logo.as_ref();
        let logo = logo.map(|logo| Picture::of(logo, alt())).transpose()?;
        Ok(Self {
            logo,
            head,
            framework,
            facts_sha256: facts_sha256.to_owned(),
            texts,
            zone,
        })
    }

    pub(super) fn locale(&self) -> Locale {
        self.texts.locale()
    }

    /// Width of the text in points.
    pub(super) const fn measure(&self) -> f32 {
        Sheet::of(self.head.paper).measure()
    }

    /// A message without arguments.
    pub(super) fn t(&self, id: &str) -> String {
        self.texts.get(id, &[])
    }

    /// A message with arguments.
    pub(super) fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        self.texts.get(id, args)
    }

    /// The name of a value of an enumeration on the wire.
    pub(super) fn word(value: impl Serialize) -> String {
        let value = serde_json::to_value(value).unwrap_or_default();
        value.as_str().unwrap_or_default().to_owned()
    }

    /// The message of a value of an enumeration: prefix and the value's name on the wire.
    pub(super) fn named(&self, prefix: &str, value: impl Serialize) -> String {
        self.t(&format!("{prefix}{}", Self::word(value)))
    }

    /// A side of a text of the framework.
    pub(super) fn text(&self, text: &assay_domain::framework::Text) -> String {
        text.get(self.locale()).to_owned()
    }

    pub(super) fn list<T: AsRef<str>>(&self, parts: &[T]) -> String {
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(&self.t("paper-separator"))
    }

    /// Sentences in a row.
    pub(super) fn sentences(&self, parts: &[String]) -> String {
        parts.join(&self.t("paper-sentence-separator"))
    }

    /// A title with what it is about.
    pub(super) fn titled(&self, title: &str, about: &str) -> String {
        let args = [("title", title.into()), ("about", about.into())];
        self.say("paper-titled", &args)
    }

    /// A list of things whose names may hold commas themselves.
    pub(super) fn items<T: AsRef<str>>(&self, parts: &[T]) -> String {
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(&self.t("paper-item-separator"))
    }

    /// A share with one decimal.
    pub(super) fn percent(&self, share: Option<f64>) -> String {
        match share {
            Some(share) => {
                let value = format!("{:.1}", share * 100.0);
                self.say("paper-percent", &[("value", value.into())])
            }
            None => self.t("paper-unknown"),
        }
    }

    /// A number, or that it is not known.
    pub(super) fn decimal(&self, value: Option<Decimal>) -> String {
        value.map_or_else(|| self.t("paper-unknown"), |value| value.to_string())
    }

    /// What was written, or that nothing was.
    pub(super) fn given(&self, text: &str) -> String {
        if text.trim().is_empty() {
            return self.t("paper-not-given");
        }
        text.to_owned()
    }

    pub(super) fn date(&self, date: Date) -> String {
        let args = [
            ("year", date.year().into()),
            ("month", date.month().into()),
            ("day", date.day().into()),
        ];
        self.say("paper-date", &args)
    }

    pub(super) fn day_of(&self, moment: Timestamp) -> Date {
        self.local(moment).date_naive()
    }

    /// Date and minute in the workspace's time zone.
    pub(super) fn moment(&self, moment: Timestamp) -> String {
        self.at(moment, self.minute_of(moment))
    }

    /// Date and second in the workspace's time zone, for what is measured.
    pub(super) fn second(&self, moment: Timestamp) -> String {
        self.at(moment, self.second_of(moment))
    }

    /// The time of day in the workspace's time zone, to the minute.
    pub(super) fn minute_of(&self, moment: Timestamp) -> String {
        self.local(moment).format("%H:%M").to_string()
    }

    /// The same to the second.
    pub(super) fn second_of(&self, moment: Timestamp) -> String {
        self.local(moment).format("%H:%M:%S").to_string()
    }

    fn local(&self, moment: Timestamp) -> DateTime<Tz> {
        moment.utc().with_timezone(&self.zone)
    }

    fn at(&self, moment: Timestamp, time: String) -> String {
        let date = self.date(self.day_of(moment));
        let args = [("date", date.into()), ("time", time.into())];
        self.say("paper-moment", &args)
    }

    /// A stretch of time in its two largest units, to the second.
    pub(super) fn span(&self, ms: u64) -> String {
        let seconds = ms / 1000;
        let (days, hours) = (seconds / 86_400, seconds / 3600 % 24);
        let (minutes, seconds) = (seconds / 60 % 60, seconds % 60);
        let (id, large, small) = match (days, hours) {
            (0, 0) => ("paper-span-minutes", minutes, seconds),
            (0, _) => ("paper-span-hours", hours, minutes),
            _ => ("paper-span-days", days, hours),
        };
        let args = [
            ("large", thousands(large).into()),
            ("small", small.to_string().into()),
        ];
        self.say(id, &args)
    }

    pub(super) fn act(&self, act: &Act) -> String {
        let args = [
            ("person", self.person(act.by).into()),
            ("moment", self.moment(act.at).into()),
        ];
        self.say("paper-act", &args)
    }

    pub(super) fn person(&self, id: PersonId) -> String {
        match self.head.person(id) {
            Some(person) => person.name.clone(),
            None => self.t("paper-not-given"),
        }
    }

    pub(super) fn grade_name(&self, grade: u8) -> String {
        self.t(&format!("grade-{grade}"))
    }

    pub(super) fn mark(&self, grade: u8) -> GradeMark {
        GradeMark {
            grade,
            name: self.grade_name(grade),
        }
    }

    pub(super) fn standing(&self, standing: Standing) -> String {
        self.named("standing-", standing)
    }

    /// A standing in few words, for narrow columns.
    pub(super) fn short_standing(&self, standing: Standing) -> String {
        self.named("paper-standing-", standing)
    }

    pub(super) fn level_name(&self, level: Option<u8>) -> String {
        match level {
            Some(level) => self.t(&format!("level-{level}")),
            None => self.t("level-none"),
        }
    }

    /// A level with its number and name.
    pub(super) fn level(&self, level: Option<u8>) -> String {
        let Some(level) = level else {
            return self.t("level-none");
        };
        let name = self.level_name(Some(level));
        self.say(
            "paper-level",
            &[("level", level.into()), ("name", name.into())],
        )
    }

    /// The clause of a control as printed, such as `4.1.1(b)` or `6.3(h)`.
    pub(super) fn control_clause(&self, id: &str) -> String {
        let control = ControlId::from(id);
        let measure = self.framework.countermeasure(&control);
        let guideline = || {
            let mut all = self.framework.guidelines().iter();
            all.find(|guideline| guideline.id == control)
        };
        measure
            .map(|measure| measure.clause.clone())
            .or_else(|| guideline().map(|guideline| guideline.clause.clone()))
            .unwrap_or_else(|| id.to_owned())
    }

    pub(super) fn control_name(&self, id: &str) -> String {
        let name = self.framework.control_name(&ControlId::from(id));
        name.map(|name| self.text(name)).unwrap_or_default()
    }

    /// Clause and name of a control.
    pub(super) fn control(&self, id: &str) -> String {
        format!("{} {}", self.control_clause(id), self.control_name(id))
    }

    pub(super) fn risk_clause(&self, id: &str) -> String {
        let risk = self.framework.risk(&RiskId::from(id));
        risk.map_or_else(|| id.to_owned(), |risk| risk.clause.clone())
    }

    pub(super) fn risk_name(&self, id: &str) -> String {
        let risk = self.framework.risk(&RiskId::from(id));
        risk.map(|risk| self.text(&risk.name)).unwrap_or_default()
    }

    /// Clause and official name of a risk.
    pub(super) fn risk(&self, id: &str) -> String {
        format!("{} {}", self.risk_clause(id), self.risk_name(id))
    }

    /// Clauses of controls, as a list.
    pub(super) fn control_clauses(&self, ids: &[String]) -> String {
        let clauses: Vec<String> = ids.iter().map(|id| self.control_clause(id)).collect();
        self.list(&clauses)
    }

    /// Clauses of risks, as a list.
    pub(super) fn risk_clauses(&self, ids: &[String]) -> String {
        let clauses: Vec<String> = ids.iter().map(|id| self.risk_clause(id)).collect();
        self.list(&clauses)
    }

    /// Short name of a red line, with its number.
    pub(super) fn red_line(&self, id: &str) -> String {
        format!("{id} {}", self.t(&format!("red-line-{id}")))
    }

    pub(super) fn question(&self, id: &QuestionId) -> String {
        let question = self.framework.question(id);
        question
            .map(|question| self.text(&question.text))
            .unwrap_or_default()
    }

    /// Adds what a person noted, on a line of its own; nothing when there is no note.
    pub(super) fn noted(&self, text: Text, note: &str) -> Text {
        if note.trim().is_empty() {
            return text;
        }
        let words = self.say("paper-note", &[("note", note.into())]);
        text.and_toned(format!("\n{words}"), Tone::Soft)
    }

    /// What stands on every page; `head_left` says what the report is about.
    pub(super) fn frame(&self, head_left: String) -> Frame {
        let marking = &self.head.marking;
        let sample = if self.head.sample {
            self.t("paper-sample")
        } else {
            String::new()
        };
        let marks = [
            sample.as_str(),
            &marking.classification,
            &marking.document_number,
        ];
        let marks: Vec<&str> = marks.into_iter().filter(|mark| !mark.is_empty()).collect();
        let digest = groups(&self.facts_sha256);
        let history = &self.head.history;
        let last = if history.sequence == 0 {
            self.t("paper-foot-history-empty")
        } else {
            let args = [
                ("sequence", thousands(history.sequence).into()),
                ("digest", groups(&history.sha256).into()),
            ];
            self.say("paper-foot-history", &args)
        };
        Frame {
            head_left,
            head_right: marks.join(&self.t("paper-mark-separator")),
            foot: vec![
                self.say("paper-foot-digest", &[("digest", digest.into())]),
                last,
            ],
            page: Label::of(self.texts, "paper-page", "page", "pages"),
            table: Label::of(self.texts, "paper-caption-table", "number", "caption"),
            figure: Label::of(self.texts, "paper-caption-figure", "number", "caption"),
            aside: self.t("paper-aside"),
        }
    }

    /// A column whose head is a message.
    pub(super) fn column(&self, head: &str, width: Width) -> Column {
        Column {
            head: self.t(head),
            width,
            align: Align::Start,
        }
    }

    /// A column of numbers whose head is a message.
    pub(super) fn numbers(&self, head: &str, width: f32) -> Column {
        Column {
            head: self.t(head),
            width: Width::Fixed(width),
            align: Align::End,
        }
    }

    pub(super) fn period(&self, period: &Period) -> String {
        let args = [
            ("from", self.date(period.from).into()),
            ("to", self.date(period.to).into()),
        ];
        self.say("paper-period", &args)
    }
}

/// Hexadecimal digits in groups of four.
#[must_use]
pub fn groups(digest: &str) -> String {
    let digits: Vec<char> = digest.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

/// Digits in groups of three.
pub(super) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

pub(super) fn row(cells: Vec<Cell>) -> Row {
    Row {
        cells,
        total: false,
    }
}

pub(super) fn table(columns: Vec<Column>, rows: Vec<Row>, summary: String) -> Block {
    Block::Table(Table {
        columns,
        rows,
        caption: summary.clone(),
        summary,
    })
}
