//! What of the facts is printed: everything that a person wrote, judged or measured, and every moment.
//!
//! Not printed are: ids of records (a person's id is printed as the name), revisions and positions, the name of the
//! schema, the tables of the method and the answers once more in its own shape, the short names of framework and
//! method, digests of texts, what the steady clock counts from and what it said (the time after the fault is
//! printed), the profile, by how many points a change lowers the index and under which gates a grade stands (what
//! they ask for is printed), the labels of changes (they are told in words), the side of a text in the other
//! language, how a question is tested and what to take for it (the question itself is printed), settings of duties
//! by which they were chosen, whatever the facts of an AI system hold beyond its name in a report about something
//! else, and of the analysis of decision records the settings and what the figures hold beyond counts, shares and
//! intervals.

use assay_domain::framework::{Framework, Text};
use assay_domain::locale::Locale;
use assay_domain::time::Timestamp;
use assay_report::l10n::Texts;
use assay_tests::framework::bundled;
use chrono::{Datelike as _, NaiveDate, Timelike as _};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Fields that stand for records, or for the program's own bookkeeping.
const KEPT: &[&str] = &[
    "schema",
    "digest",
    "revision",
    "position",
    "steadyMs",
    "base",
    "afterMs",
    "byMs",
    "leftS",
    "good",
    "how",
    "take",
    "areas",
    "kinds",
    "fromSeverity",
    "infrastructure",
    "origin",
    "active",
    "next",
    "size",
    "contentKept",
    "timeZone",
    "from",
    "kind",
    "compared",
    "level",
    "success",
    "successLower",
    "medianMs",
    "maxMs",
    "kaplanMeierMedianMs",
    "n",
    "startedAt",
    "critical",
    "redLine",
    "alone",
    "aside",
    "announced",
    "sample",
    "known",
    "scope",
    "version",
    "persons",
    "reopened",
    "proposed",
    "risks",
    "to",
    "addedAt",
    "changedAt",
    "regular",
    "check",
    "on",
    "settings",
    "reasons",
    "secondReview",
    "paper",
    "logo",
    "methodTables",
    "gradeInput",
    "profile",
    "gates",
    "total",
    "drillStanding",
    "better",
    "worse",
];

/// Fields whose values are words of the program, with the beginning of the message that says them.
const WORDS: &[(&str, &str)] = &[
    ("severity", ""),
    ("result", "audit-result-"),
    ("marks", "audit-mark-"),
    ("change", "audit-change-"),
    ("before", "audit-result-"),
    ("now", "audit-result-"),
    ("gaps", "plan-gap-"),
    ("verdict", "drill-verdict-"),
    ("mark", "drill-mark-"),
    ("dimension", "audit-dimension-"),
    ("countedFrom", "incident-moment-"),
    ("keyArea", "area-"),
    ("phase", "phase-"),
    ("depth", "depth-"),
    ("answer", "answer-"),
    ("confidence_band", "confidence-"),
    ("evidence", "standing-"),
];

/// What must stand on the pages, without spaces, each with the field that holds it.
pub(crate) struct Expected<'a> {
    texts: &'a Texts,
    persons: BTreeMap<String, String>,
    zone: chrono_tz::Tz,
    pub(crate) found: Vec<(String, String)>,
}

impl<'a> Expected<'a> {
    /// Collects everything of the facts that is printed.
    pub(crate) fn of(facts: &Value, texts: &'a Texts) -> Vec<(String, String)> {
        let head = facts.get("head").unwrap_or(facts);
        let persons = head["persons"].as_array().into_iter().flatten();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut expected = Self {
            texts,
            persons: persons
                .map(|person| (text(&person["id"]), text(&person["name"])))
                .collect(),
            zone: head["timeZone"]
                .as_str()
                .unwrap_or_default()
                .parse()
                .unwrap(),
            found: Vec::new(),
        };
        expected.walk("", facts);
        expected.found
    }

    fn walk(&mut self, key: &str, value: &Value) {
        if KEPT.contains(&key) {
            return;
        }
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    self.field(key, value, fields);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.walk(key, item)),
            Value::String(text) => self.text(key, text),
            Value::Number(number) => {
                self.found
                    .push((key.to_owned(), grouped(&number.to_string())));
            }
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn field(&mut self, key: &str, value: &Value, beside: &serde_json::Map<String, Value>) {
        let other = match self.texts.locale() {
            Locale::En => "zh",
            Locale::ZhCn => "en",
        };
        let bilingual = beside.len() == 2 && beside.contains_key("en") && beside.contains_key("zh");
        // Of the AI system itself such a report says the name, of an earlier audit the period and the counts.
        let only = match key {
            "system" if value.is_object() => Some(["name"].as_slice()),
            "with" if value.is_object() => Some(["period"].as_slice()),
            "duty" if value.is_object() => Some(["facts"].as_slice()),
            "figures" => return self.figures(value),
            "trend" => {
                let audits = value.as_array().into_iter().flatten();
                return audits.for_each(|audit| self.walk("period", &audit["period"]));
            }
            _ => None,
        };
        match only {
            _ if bilingual && key == other => {}
            Some(names) => names.iter().for_each(|name| self.walk(name, &value[*name])),
            None => self.walk(key, value),
        }
    }

    /// Of the analysis: the days of each period, and each share that is told.
    fn figures(&mut self, figures: &Value) {
        for period in figures["chart"]["periods"].as_array().into_iter().flatten() {
            self.walk("fromDay", &period["from"]);
            self.walk("toDay", &period["to"]);
        }
        let rates = &figures["rates"];
        let told = ["overall", "deferred", "noOutput", "enteredLate"];
        let mut told: Vec<&Value> = told.iter().map(|name| &rates[*name]).collect();
        for rows in [&figures["reasons"]["rows"], &figures["reviewers"]["rows"]] {
            let rows = rows.as_array().into_iter().flatten();
            told.extend(rows.map(|row| &row["figure"]));
        }
        told.push(&figures["judgement"]["concordance"]["alike"]);
        for figure in told {
            let shares = [
                &figure["value"],
                &figure["interval"]["lower"],
                &figure["interval"]["upper"],
            ];
            for share in shares.into_iter().filter_map(Value::as_f64) {
                let value = format!("{:.1}", share * 100.0);
                let words = self.texts.get("paper-percent", &[("value", value.into())]);
                self.found.push(("share".to_owned(), squeezed(&words)));
            }
            self.walk("count", &figure["count"]);
            self.walk("of", &figure["of"]);
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        let words = WORDS.iter().find(|(field, _)| *field == key);
        let own = proposed(text).filter(|_| key == "reason");
        let expected = if text.is_empty() || uuid::Uuid::parse_str(text).is_ok() {
            self.persons.get(text).cloned()
        } else if let Some(own) = own {
            Some(own.get(self.texts.locale()).to_owned())
        } else if matches!(key, "risk" | "control" | "worst") {
            Some(clause(text))
        } else if let Some((_, prefix)) = words {
            (!prefix.is_empty()).then(|| self.texts.get(&format!("{prefix}{text}"), &[]))
        } else if matches!(
            key,
            "id" | "source" | "state" | "escalation" | "role" | "standing" | "step" | "unit"
        ) {
            None
        } else if let Ok(moment) = Timestamp::parse(text) {
            Some(self.moment(moment))
        } else if let Ok(day) = text.parse::<NaiveDate>() {
            Some(self.day(day))
        } else {
            Some(text.to_owned())
        };
        for line in expected.unwrap_or_default().lines() {
            let words = squeezed(line);
            if !words.is_empty() {
                self.found.push((key.to_owned(), words));
            }
        }
    }

    fn day(&self, day: NaiveDate) -> String {
        let args = [
            ("year", day.year().into()),
            ("month", day.month().into()),
            ("day", day.day().into()),
        ];
        self.texts.get("paper-date", &args)
    }

    fn moment(&self, moment: Timestamp) -> String {
        let local = moment.utc().with_timezone(&self.zone);
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        let args = [
            ("date", self.day(local.date_naive()).into()),
            ("time", time.into()),
        ];
        self.texts.get("paper-moment", &args)
    }
}

/// A profile's own reason, which a report tells in its language whichever it was confirmed in.
fn proposed(text: &str) -> Option<&'static Text> {
    static FRAMEWORK: OnceLock<Framework> = OnceLock::new();
    let profiles = FRAMEWORK.get_or_init(bundled).profiles().iter();
    let mut reasons = profiles
        .flat_map(|profile| &profile.ratings)
        .map(|rating| &rating.reason);
    reasons.find(|reason| [&*reason.en, &*reason.zh].contains(&text))
}

/// The clause of a risk or control, as the framework writes it: 3.1.1(a).
pub(crate) fn clause(id: &str) -> String {
    let letter = id.len() - 1;
    format!("{}({})", &id[..letter], &id[letter..])
}

/// A whole number with its digits in groups of three, as it is printed.
fn grouped(number: &str) -> String {
    let whole = number.len() > 3 && number.bytes().all(|digit| digit.is_ascii_digit());
    if !whole {
        return number.to_owned();
    }
    let (head, tail) = number.split_at(number.len() - 3);
    format!("{},{tail}", grouped(head))
}

/// Text without white space, which lines on paper add and take away.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
