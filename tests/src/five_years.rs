//! Five years of an organisation that audits 80 AI systems every quarter, built by commands of the api
//! from one seed: 1,600 audits, 6,000 findings and what became of them, stop tests, drills, incidents.
//!
//! What went in is kept beside the workspace, so that a test can work out from it alone what the
//! program should say.

use crate::desk::{Desk, PASSPHRASE};
use crate::dice::Dice;
use assay_domain::time::Date;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;

/// How many AI systems there are.
pub const SYSTEMS: usize = 80;
/// How many audits are carried out: each system is left out once in 21 quarters.
pub const AUDITS: usize = 1_600;
/// How many findings they make.
pub const FINDINGS: usize = 6_000;
/// The quarter whose audits are moved to another day, and that day.
pub const MOVED: (usize, &str) = (9, "2029-04-10");
/// The quarter whose stop tests are left out.
pub const SKIPPED: usize = 12;

const QUARTERS: usize = 21;
/// On which days around a due date audits are carried out.
const VISITS: [i64; 3] = [-20, 0, 15];
/// From which quarters on the pack's first question has other words.
const REWORDED: [usize; 2] = [7, 14];
const INCIDENTS_A_QUARTER: usize = 6;
const START: &str = "2026-11-24";
/// Single questions that every audit asks beside the pack; audits of the first system ask everything.
const QUESTIONS: [&str; 6] = [
    "b-sc-02", "b-sa-01", "b-sa-04", "b-re-03", "b-co-02", "b-pr-04",
];

/// An audit as it was carried out.
pub struct AuditIn {
    /// Its id.
    pub id: String,
    /// The day on which it was begun and closed.
    pub on: Date,
    /// The version of the AI system on that day, counted.
    pub version: u32,
    /// The words of the pack's first question on that day, counted.
    pub words: u32,
    /// What it asked, in its order.
    pub asked: Vec<String>,
    /// What was recorded, by question; the rest was left as it was carried over.
    pub recorded: BTreeMap<String, &'static str>,
}

/// A finding and what became of it.
pub struct FindingIn {
    /// Its id.
    pub id: String,
    /// The place of its AI system.
    pub system: usize,
    /// The question that fell short.
    pub question: String,
    /// The sign in the decision records, if it came from one too.
    pub signal: Option<&'static str>,
    /// Where it was put last.
    pub state: &'static str,
    /// The last day on which it is accepted.
    pub until: Option<Date>,
    /// When its action is due that is not finished.
    pub due: Option<Date>,
}

/// An AI system with its audits and checks.
pub struct SystemIn {
    /// Its id.
    pub id: String,
    /// Its audits, oldest first.
    pub audits: Vec<AuditIn>,
    /// The days of its other checks by their kind, oldest first.
    pub checks: BTreeMap<&'static str, Vec<Date>>,
    version: u32,
    left_out: usize,
}

/// The workspace, and what went in.
pub struct FiveYears {
    /// The session in which it is open.
    pub desk: Desk,
    /// Where it lies, as `office.assay`.
    pub folder: TempDir,
    /// Its AI systems.
    pub systems: Vec<SystemIn>,
    /// Its findings, oldest first.
    pub findings: Vec<FindingIn>,
    /// Today.
    pub today: Date,
    dice: Dice,
    words: u32,
}

/// A screen and the commands that it calls when it opens.
pub type Screen = (&'static str, Vec<(&'static str, Value)>);

/// The last day of a quarter, from 2026-12-31 on.
#[must_use]
pub fn due(quarter: usize) -> Date {
    let end = ["12-31", "03-31", "06-30", "09-30"][quarter % 4];
    day(&format!("{}-{end}", 2026 + quarter.div_ceil(4)))
}

/// Reads a day.
///
/// # Panics
/// When the text is none.
#[must_use]
pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn later(from: Date, days: u64) -> Date {
    let days = usize::try_from(days).expect("few days");
    from.iter_days().nth(days).expect("the calendar goes on")
}

impl FiveYears {
    /// Lives through the five years.
    ///
    /// # Panics
    /// When a command is refused.
    #[must_use]
    pub fn build() -> Self {
        let folder = TempDir::new().expect("a folder for the office");
        let mut desk = Desk::in_folder(folder.path());
        desk.workspace(&folder.path().join("office.assay"));
        let mut office = Self {
            desk,
            folder,
            systems: Vec::new(),
            findings: Vec::new(),
            today: day(START),
            dice: Dice::new(0x5EA5_0D17),
            words: 0,
        };
        office.reword();
        for number in 0..SYSTEMS {
            office.found(number);
        }
        office.plan("system_audit", 3, due(0));
        office.plan("stop_test", 6, due(0));
        office.plan("fallback_drill", 12, due(2));
        for quarter in 0..QUARTERS {
            office.live(quarter);
        }
        office.go_to(later(due(QUARTERS - 1), 20));
        office
    }

    /// Opens the workspace anew, at the same moment and with nothing read yet.
    #[must_use]
    pub fn reopened(&self) -> Desk {
        let mut desk = Desk::in_folder(self.folder.path());
        desk.wait_ms(self.desk.passed_ms());
        desk.open(&self.folder.path().join("office.assay"), PASSPHRASE);
        desk
    }

    /// Returns every screen of the programme, its audits, findings, fallback and incidents.
    ///
    /// # Panics
    /// When a command is refused.
    #[must_use]
    pub fn screens(&mut self) -> Vec<Screen> {
        // The first system's audits ask all of clause b.
        let system = &self.systems[0];
        let (id, audit) = (&system.id, &system.audits[system.audits.len() - 1].id);
        let finding = &self.findings[self.findings.len() - 1].id;
        let (none, of) = (|| json!({}), |id: &Value| json!({ "id": id }));
        let own = || json!({ "system": id });
        let desk = &mut self.desk;
        let drill = &desk.call("drill_list", own())["drills"][0]["id"];
        let incident = &desk.call("incident_list", none())["incidents"][0]["incident"]["id"];
        let plan = &desk.call("programme_get", none())["plans"][0]["plan"]["id"];
        let fallback = &desk.call("fallback_list", none())["systems"][0]["plans"][0]["plan"]["id"];
        let compared = json!({ "audit": audit, "with": null });
        let late = json!({ "overdue": true, "limit": 100 });
        let one = |name, command, request| (name, vec![(command, request)]);
        let beside =
            |name, command, request| (name, vec![(command, request), ("system_list", json!({}))]);
        vec![
            one("overview", "workspace_overview", none()),
            beside("programme", "programme_get", none()),
            one("one plan", "plan_get", of(plan)),
            beside("audits", "audit_list", json!({ "limit": 50 })),
            beside(
                "last audits",
                "audit_list",
                json!({ "skip": 1_550, "limit": 50 }),
            ),
            one("next audit", "audit_propose", own()),
            one("one audit", "audit_get", json!({ "id": audit })),
            (
                "comparison and trend",
                vec![("audit_compare", compared), ("audit_trend", own())],
            ),
            one("question packs", "question_pack_list", none()),
            one("samples", "audit_sample_list", json!({ "audit": audit })),
            beside("findings", "finding_list", json!({ "limit": 100 })),
            beside("late findings", "finding_list", late),
            one("one finding", "finding_get", json!({ "id": finding })),
            one("actions", "action_list", none()),
            one("fallback", "fallback_list", none()),
            one("drills", "drill_list", none()),
            one("fallback plan", "fallback_plan_get", of(fallback)),
            one("authorisation", "authorisation_get", own()),
            one("one drill", "drill_get", of(drill)),
            beside("incidents", "incident_list", none()),
            one("one incident", "incident_get", of(incident)),
            one("reporting duties", "duty_list", none()),
        ]
    }

    fn go_to(&mut self, day: Date) {
        let days = day.signed_duration_since(self.today).num_days();
        self.desk.wait_days(days);
        self.today = day;
    }

    /// Adds an AI system with a fallback plan and a matrix of authorisations.
    fn found(&mut self, number: usize) {
        let id = self.desk.system(&format!("System {number:02}"));
        let plan = json!({ "system": id, "decisionPoint": "", "trigger": "no answer for a minute",
            "decider": "shift lead", "manualMethod": "by the printed table", "people": "two clerks",
            "materials": "printed tables", "capacityPerHour": "30", "loadPerHour": "40",
            "limitMinutes": 20, "limitReason": "", "wayBack": "after a check of ten cases",
            "catchUp": "the evening shift" });
        let request = json!({ "id": null, "version": null, "facts": plan });
        let plan = self.desk.call("fallback_plan_save", request);
        let approve = json!({ "id": plan["id"], "version": 1 });
        self.desk.call("fallback_plan_approve", approve);
        let action = json!({ "action": "sort a letter", "permission": "alone", "approver": "",
            "stopper": "shift lead", "stopMethod": "switch", "expires": null });
        let matrix = json!({ "system": id, "version": 0, "actions": [action], "note": "" });
        self.desk.call("authorisation_save", matrix);
        self.systems.push(SystemIn {
            id,
            audits: Vec::new(),
            checks: BTreeMap::new(),
            version: 0,
            left_out: self.dice.place(QUARTERS),
        });
    }

    fn plan(&mut self, kind: &str, months: u16, first: Date) {
        let systems: Vec<&str> = self.systems.iter().map(|s| s.id.as_str()).collect();
        let facts = json!({ "name": "", "systems": systems, "first": first,
            "cadence": { "unit": "months", "every": months } });
        let request = json!({ "id": null, "revision": 0, "kind": kind, "facts": facts });
        self.desk.call("plan_save", request);
    }

    /// Gives the first question of the pack other words.
    fn reword(&mut self) {
        self.words += 1;
        let question = |id: &str, dimension: &str, text: &str| {
            format!(
                "[[question]]\nid = \"{id}\"\ndimension = \"{dimension}\"\n\
                 text = {{ en = \"{text}\", zh = \"{text}\" }}\n"
            )
        };
        let pack = format!(
            "schema = \"assay-question-pack/1\"\nid = \"own\"\nname = {{ en = \"Own\", zh = \"自有\" }}\n{}{}",
            question("o-01", "safety", &format!("Words {}?", self.words)),
            question("o-02", "reliability", "The same words?"),
        );
        let path = self.folder.path().join("own.toml");
        std::fs::write(&path, pack).expect("written");
        let name = json!({ "en": "Own", "zh": "自有" });
        let request = json!({ "path": path, "id": "own", "name": name });
        self.desk.call("question_pack_save", request);
    }

    /// Lives through a quarter.
    fn live(&mut self, quarter: usize) {
        let visits: Vec<usize> = (0..SYSTEMS)
            .map(|_| self.dice.place(VISITS.len()))
            .collect();
        for (visit, shift) in VISITS.iter().enumerate() {
            let days = due(quarter).signed_duration_since(self.today).num_days() + shift;
            let days = u64::try_from(days).expect("time goes on");
            self.go_to(later(self.today, days));
            if visit == 0 {
                self.begin(quarter);
            }
            for (system, on) in visits.iter().enumerate() {
                if *on == visit && self.systems[system].left_out != quarter {
                    self.audit(system);
                }
            }
        }
        for _ in 0..INCIDENTS_A_QUARTER {
            self.incident();
        }
    }

    /// What happens at the beginning of a quarter beside the audits.
    fn begin(&mut self, quarter: usize) {
        if REWORDED.contains(&quarter) {
            self.reword();
        }
        if quarter + 1 == MOVED.0 {
            self.except("system_audit", due(MOVED.0), json!(MOVED.1));
        }
        if quarter + 1 == SKIPPED {
            self.except("stop_test", due(SKIPPED), Value::Null);
        }
        for system in 0..SYSTEMS {
            if self.dice.one_in(8) {
                self.update(system);
            }
            if quarter.is_multiple_of(2) && !self.dice.one_in(6) {
                self.stop_test(system);
            }
            if quarter % 4 == 1 && !self.dice.one_in(4) {
                self.drill(system);
            }
        }
    }

    /// Moves a due date of a plan, or leaves it out.
    fn except(&mut self, kind: &str, due: Date, moved: Value) {
        let programme = self.desk.call("programme_get", json!({}));
        let mut plans = programme["plans"].as_array().into_iter().flatten();
        let plan = plans.find(|row| row["plan"]["kind"] == kind);
        let plan = &plan.expect("it is planned")["plan"];
        let request = json!({ "id": plan["id"], "revision": plan["revision"], "due": due,
            "movedTo": moved, "reason": "rebuilding" });
        self.desk.call("plan_except", request);
    }

    /// Brings another version of an AI system.
    fn update(&mut self, system: usize) {
        let looked = &mut self.systems[system];
        looked.version += 1;
        let detail = self.desk.call("system_get", json!({ "id": looked.id }));
        let mut facts = detail["system"]["facts"].clone();
        facts["version"] = json!(format!("v{}", looked.version));
        let revision = &detail["system"]["revision"];
        let request = json!({ "id": looked.id, "facts": facts, "revision": revision });
        self.desk.call("system_save", request);
    }

    fn carried_out(&mut self, system: usize, kind: &'static str) {
        let checks = &mut self.systems[system].checks;
        checks.entry(kind).or_default().push(self.today);
    }

    fn stop_test(&mut self, system: usize) {
        let facts = json!({ "system": self.systems[system].id, "action": "sort a letter",
            "day": self.today, "tester": "dispatcher", "result": "stopped", "stoppedAfterS": 9,
            "note": "" });
        self.desk.call("stop_test_add", json!({ "facts": facts }));
        self.carried_out(system, "stop_test");
    }

    fn drill(&mut self, system: usize) {
        let facts = json!({ "system": self.systems[system].id, "named": "", "decisionPoint": "",
            "plan": null, "plannedFor": null, "scenario": "no answer", "announced": true,
            "observers": "auditor", "limitMinutes": null });
        let request = json!({ "id": null, "revision": null, "facts": facts });
        let drill = self.desk.call("drill_plan", request)["drill"]["id"].clone();
        for mark in ["fault", "noticed", "decided", "manual"] {
            let step = json!({ "kind": "mark", "mark": mark });
            self.desk
                .call("drill_step", json!({ "id": drill, "step": step }));
        }
        let finish = json!({ "id": drill, "step": { "kind": "finish" } });
        self.desk.call("drill_step", finish);
        self.carried_out(system, "fallback_drill");
    }

    /// Records an incident of some system; three of four are closed.
    fn incident(&mut self) {
        let system = self.dice.place(SYSTEMS);
        let noticed = format!("{}T13:20", self.today);
        let mut entry = json!({ "system": self.systems[system].id, "kind": "event",
            "severity": "considerable", "title": "Letters to the wrong desk", "occurredAt": noticed,
            "noticedAt": noticed, "effect": "Forty letters went astray.", "people": 0, "harm": 1 });
        let request = json!({ "id": null, "revision": null, "entry": entry });
        let mut seen = self.desk.call("incident_save", request);
        if self.dice.one_in(4) {
            return;
        }
        let id = seen["incident"]["id"].clone();
        for clock in seen["clocks"].as_array().into_iter().flatten() {
            let none = json!({ "kind": "not_due", "note": "No network incident." });
            let report = json!({ "incident": id, "duty": clock["duty"]["id"], "entry": none });
            self.desk.call("incident_report_add", report);
        }
        entry["response"] = json!("They were sorted by hand.");
        entry["restoredAt"] = json!(format!("{}T13:50", self.today));
        entry["cause"] = json!("A new form");
        entry["lessons"] = json!("Try new forms first");
        let request = json!({ "id": id, "revision": seen["incident"]["revision"], "entry": entry });
        seen = self.desk.call("incident_save", request);
        for step in ["handle", "close"] {
            let revision = &seen["incident"]["revision"];
            let request = json!({ "id": id, "revision": revision, "step": step, "reason": "" });
            seen = self.desk.call("incident_step", request);
        }
    }

    /// Carries out an audit: three or four questions fall short, and each of them becomes a finding.
    fn audit(&mut self, system: usize) {
        let whole = system == 0;
        let all = [
            "scenario",
            "safety",
            "reliability",
            "controllability",
            "programme",
        ];
        let scope = match whole {
            true => json!({ "dimensions": all, "questions": [], "packs": ["own"] }),
            false => json!({ "dimensions": [], "questions": QUESTIONS, "packs": ["own"] }),
        };
        let request = json!({ "system": self.systems[system].id, "due": self.today, "scope": scope,
            "period": { "from": START, "to": self.today }, "carry": true });
        let begun = self.desk.call("audit_start", request);
        let id = begun["audit"]["id"].clone();
        let items: Vec<&Value> = begun["items"].as_array().into_iter().flatten().collect();
        let short = self.short(items.len());
        let (mut recorded, mut revision) = (BTreeMap::new(), Value::Null);
        for (place, view) in items.iter().enumerate() {
            let Some(result) = self.result(&view["item"], short.contains(&place)) else {
                continue;
            };
            let question = view["item"]["question"].as_str().expect("a question");
            revision = self.record(&id, &view["item"], result);
            recorded.insert(question.to_owned(), result);
            if short.contains(&place) {
                self.finding(system, &id, question, result);
            }
        }
        let request = json!({ "audit": id, "revision": revision, "conclusion": "as listed" });
        self.desk.call("audit_close", request);
        let asked = items
            .iter()
            .filter_map(|view| view["item"]["question"].as_str());
        let looked = &mut self.systems[system];
        looked.audits.push(AuditIn {
            id: id.as_str().expect("an id").to_owned(),
            on: self.today,
            version: looked.version,
            words: self.words,
            asked: asked.map(str::to_owned).collect(),
            recorded,
        });
    }

    /// Chooses the places that fall short, so that all audits together make the findings.
    fn short(&mut self, length: usize) -> BTreeSet<usize> {
        let before: usize = self.systems.iter().map(|system| system.audits.len()).sum();
        let wanted = (before + 1) * FINDINGS / AUDITS - before * FINDINGS / AUDITS;
        let mut short = BTreeSet::new();
        while short.len() < wanted {
            short.insert(self.dice.place(length));
        }
        short
    }

    /// Says what a question comes to; nothing where a carried result is left as it is.
    fn result(&mut self, item: &Value, short: bool) -> Option<&'static str> {
        if short {
            return Some(self.dice.pick(&["fails", "fails", "partly"]));
        }
        let carried = !item["result"].is_null();
        let good = ["conforms"; 8];
        let others = ["not_tested", "not_applicable"];
        match carried && !self.dice.one_in(6) {
            true => None,
            false => Some(self.dice.pick(&[&good[..], &others[..]].concat())),
        }
    }

    fn record(&mut self, audit: &Value, item: &Value, result: &str) -> Value {
        let reason = match result {
            "not_applicable" => "no such part",
            _ => "",
        };
        let request = json!({ "audit": audit, "question": item["question"], "result": result,
            "revision": item["revision"], "reason": reason, "observation": "seen on site" });
        self.desk.call("audit_record", request)["revision"].clone()
    }

    /// Records a finding, and lets something become of some.
    fn finding(&mut self, system: usize, audit: &Value, question: &str, result: &str) {
        let signal = self.dice.one_in(25);
        let signal = signal.then(|| self.dice.pick(&["speed", "chart"]));
        let failing = match question.starts_with("own/") {
            true => Value::Null,
            false => json!(result),
        };
        let request = json!({ "system": self.systems[system].id, "audit": audit, "from": START,
            "to": self.today, "title": format!("{question} falls short"), "question": question,
            "failing": failing, "signal": signal,
            "severity": failing.is_null().then_some("medium") });
        let made = self.desk.call("finding_add", request);
        let mut finding = FindingIn {
            id: made["id"].as_str().expect("an id").to_owned(),
            system,
            question: question.to_owned(),
            signal,
            state: "open",
            until: None,
            due: None,
        };
        let ahead = later(self.today, 10 + self.dice.below(400));
        match self.dice.below(12) {
            0 => {
                let note = "small, and known";
                self.step(&finding.id, 1, "accept", note, json!(ahead));
                (finding.state, finding.until) = ("accepted", Some(ahead));
            }
            1 => {
                self.remedy(&finding, ahead);
                (finding.state, finding.due) = ("in_remedy", Some(ahead));
            }
            2 => {
                let action = self.remedy(&finding, ahead);
                let mut facts = action["facts"].clone();
                facts["state"] = json!("done");
                let request = json!({ "id": action["id"], "facts": facts,
                    "revision": action["revision"] });
                self.desk.call("action_save", request);
                self.step(&finding.id, 2, "remedied", "", Value::Null);
                self.step(&finding.id, 3, "verify", "looked at on site", Value::Null);
                finding.state = "closed";
            }
            _ => {}
        }
        self.findings.push(finding);
    }

    /// Gives a finding an action and begins its remedy.
    fn remedy(&mut self, finding: &FindingIn, due: Date) -> Value {
        let facts = json!({ "title": "Mend it", "system": self.systems[finding.system].id,
            "assessment": null, "target": { "kind": "finding", "id": finding.id },
            "owner": "Desk lead", "due": due, "state": "open", "note": "", "proof": [] });
        let request = json!({ "id": null, "facts": facts, "revision": null });
        let action = self.desk.call("action_save", request);
        self.step(&finding.id, 1, "start_remedy", "", Value::Null);
        action
    }

    fn step(&mut self, finding: &str, revision: u32, step: &str, note: &str, until: Value) {
        let request = json!({ "id": finding, "revision": revision,
            "move": { "step": step, "note": note, "until": until } });
        self.desk.call("finding_move", request);
    }
}
