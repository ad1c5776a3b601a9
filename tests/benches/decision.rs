//! How long an operator with millions of decision records waits: import, analysis, log.
//!
//! Run with `cargo bench -p assay-tests --bench decision`; exits with 1 when a target is missed.
#![allow(clippy::print_stdout)]

use assay_tests::bench::{Figures, memory_mb, quantile, reset_memory_mark, timed};
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::store::raw_connection_of;
use rusqlite::params;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::time::Duration;

const MILLION: u64 = 1_000_000;
/// Rows of 12 columns a second, at the least.
const TARGET_ROWS_A_SECOND: f64 = 200_000.0;
/// How many times as long as a bare statement an import may take.
const TARGET_PEER: f64 = 2.0;
/// How many times as long as new records those may take that the log has already.
const TARGET_AGAIN: f64 = 2.0;
const TARGET_MEMORY_MB: f64 = 250.0;
const TARGET_SAVE_MS: f64 = 50.0;
const TARGET_FILTER_MS: f64 = 150.0;
const TARGET_JUMP_MS: f64 = 100.0;
/// Fewer saves than these give no 99th percentile.
const SAVES: usize = 100;
const JUMPS: u64 = 40;
/// A year of seconds in which the records lie, from 2025-11-01 in Shanghai.
const YEAR: u64 = 365 * 86_400;
const FIRST: i64 = 1_761_926_400;

/// One row of the year; everything follows from its number.
struct Row {
    at: i64,
    number: u64,
}

impl Row {
    fn of(number: u64, all: u64) -> Self {
        let at = FIRST + (number * YEAR / all).cast_signed();
        Self { at, number }
    }

    fn pick<'a>(&self, words: &[&'a str], by: u64) -> &'a str {
        let place = self.number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> by;
        words[usize::try_from(place % words.len() as u64).unwrap_or_default()]
    }

    fn case(&self) -> String {
        format!("2026-{:09}", self.number)
    }

    fn output(&self) -> &'static str {
        self.pick(&["grant", "refuse", "refer"], 7)
    }

    fn decision(&self) -> &'static str {
        match self.number % 23 {
            0 => self.pick(&["grant", "refuse", "refer"], 19),
            _ => self.output(),
        }
    }

    fn disposition(&self) -> &'static str {
        if self.output() == self.decision() {
            "accepted"
        } else {
            "overridden"
        }
    }

    fn reason(&self) -> &'static str {
        match self.disposition() {
            "accepted" => "",
            _ => self.pick(&["wrong-fact", "missing-input", "out-of-scope"], 23),
        }
    }

    fn reviewer(&self) -> String {
        format!("Clerk {}", self.number.wrapping_mul(0x9E37_79B9) % 60)
    }

    fn latency(&self) -> u64 {
        1_500 + self.number * 7_919 % 90_000
    }

    fn outcome(&self) -> &'static str {
        match self.number % 10 {
            0 => self.pick(&["grant", "refuse"], 29),
            _ => "",
        }
    }

    fn write(&self, text: &mut String) {
        let at = chrono_text(self.at);
        writeln!(
            text,
            "{at},{},{},{},{},{},{},{},{},{},{},{}",
            self.case(),
            self.pick(&["intake", "review", "payment"], 11),
            if self.at < FIRST + 180 * 86_400 {
                "2.0"
            } else {
                "2.1"
            },
            self.pick(&["new", "renewal", "appeal", "transfer"], 13),
            self.output(),
            self.decision(),
            self.disposition(),
            self.reason(),
            self.reviewer(),
            self.latency(),
            self.outcome(),
        )
        .expect("text");
    }
}

/// A moment as an export writes it.
fn chrono_text(seconds: i64) -> String {
    let moment = assay_domain::time::Timestamp::from_micros(seconds * 1_000_000);
    moment.utc().format("%Y-%m-%d %H:%M:%S").to_string()
}

/// Writes some rows of a year that has `all` of them.
fn export(folder: &Path, name: &str, rows: std::ops::Range<u64>, all: u64) -> PathBuf {
    let path = folder.join(name);
    let mut file = BufWriter::new(File::create(&path).expect("a file"));
    let mut text = String::from(
        "Time,Case,Point,Version,Category,AI,Person,Action,Reason,Clerk,Latency,Outcome\n",
    );
    for number in rows {
        Row::of(number, all).write(&mut text);
        if text.len() > 1 << 20 {
            file.write_all(text.as_bytes()).expect("written");
            text.clear();
        }
    }
    file.write_all(text.as_bytes()).expect("written");
    path
}

fn mapping() -> Value {
    json!({
        "format": 1, "name": "Bench", "content": "decisions",
        "reading": { "timeZone": "UTC" },
        "columns": {
            "decidedAt": ["Time"], "caseKey": ["Case"], "decisionPoint": ["Point"],
            "modelVersion": ["Version"], "category": ["Category"], "aiOutput": ["AI"],
            "humanFinal": ["Person"], "disposition": ["Action"], "reasonCode": ["Reason"],
            "reviewer": ["Clerk"], "latencyMs": ["Latency"], "outcome": ["Outcome"],
        },
    })
}

fn plan(system: &str, path: &Path) -> Value {
    json!({ "system": system, "path": path, "mapping": mapping() })
}

/// Reads and checks a file, and writes nothing.
fn tried(desk: &mut Desk, plan: &Value) {
    desk.begin_import(plan, true).expect("the trial begins");
    let state = desk.finish_import().expect("the trial goes on");
    assert_eq!(state["phase"], "tried", "{}", state["problems"]);
}

/// Writes the same rows by one bare prepared statement into the same encrypted tables.
fn bare(folder: &Path, rows: u64) -> f64 {
    let path = folder.join("bare.assay");
    let mut desk = Desk::on_this_machine();
    desk.workspace(&path);
    let system = desk.system("Bare");
    desk.call("workspace_lock", json!({}));
    let system: assay_domain::id::SystemId = system.parse().expect("an id");
    let connection = raw_connection_of(&path, PASSPHRASE);
    connection
        .execute_batch(
            "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;",
        )
        .expect("settings");
    let person: [u8; 16] = connection
        .query_row("SELECT id FROM person LIMIT 1", [], |row| row.get(0))
        .expect("a person");
    let (_, taken) = timed(|| {
        connection.execute_batch("BEGIN IMMEDIATE").expect("begun");
        let mut insert = connection
            .prepare(
                "INSERT INTO decision (id, system, decided_at, offset_min, disposition, reason,
                    decision_point, model_version, category, reviewer, case_key, ai_output,
                    latency_ms, human_final, reason_text, outcome, seeded, entered_late, recorded_by,
                    recorded_at)
                 VALUES (?1, ?2, ?3, 0, ?4, NULL, NULL, NULL, NULL, NULL, ?5, ?6, ?7, ?8, '', ?9, 0,
                    0, ?10, 0)",
            )
            .expect("a statement");
        for number in 0..rows {
            let row = Row::of(number, rows);
            let mut id = [0; 16];
            id[8..].copy_from_slice(&number.to_be_bytes());
            let disposition = u8::from(row.disposition() == "overridden") * 2;
            let outcome = Some(row.outcome()).filter(|outcome| !outcome.is_empty());
            insert
                .execute(params![
                    id,
                    system.uuid().as_bytes(),
                    row.at * 1_000_000,
                    disposition,
                    row.case(),
                    row.output(),
                    row.latency().cast_signed(),
                    row.decision(),
                    outcome,
                    person,
                ])
                .expect("a row");
        }
        drop(insert);
        connection.execute_batch("COMMIT").expect("committed");
    });
    std::fs::remove_file(path).expect("removed");
    taken
}

/// The slowest but one in a hundred saves of an answer while an import runs, waiting for its turn
/// included. The window asks for the next step as soon as it has heard of the last.
fn saves(desk: Desk, assessment: &str, system: &str, path: &Path) -> (Desk, f64) {
    let desk = Mutex::new(desk);
    let mut times = Vec::new();
    let begun = desk
        .lock()
        .expect("whole")
        .begin_import(&plan(system, path), false);
    begun.expect("the import begins");
    std::thread::scope(|scope| {
        let import = scope.spawn(|| {
            loop {
                let state = desk
                    .lock()
                    .expect("whole")
                    .call("decision_import_step", json!({}));
                if state["phase"] != "running" {
                    assert_eq!(state["phase"], "imported");
                    break;
                }
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        let mut revision = Value::Null;
        while !import.is_finished() {
            let answer = json!({
                "assessment": assessment, "question": "a-02", "value": "met",
                "note": format!("Seen {}", times.len()), "naReason": "", "revision": revision,
            });
            let (saved, taken) = timed(|| desk.lock().expect("whole").call("answer_save", answer));
            revision = saved["revision"].clone();
            times.push(taken);
            std::thread::sleep(Duration::from_millis(3));
        }
    });
    assert!(times.len() >= SAVES, "{} saves only", times.len());
    (desk.into_inner().expect("whole"), quantile(times, 0.99))
}

fn stats(desk: &mut Desk, system: &str, point: Option<&str>) -> Value {
    desk.call(
        "decision_stats",
        json!({
            "system": system, "from": "2025-11-01", "to": "2026-10-31",
            "settings": { "selection": { "decisionPoint": point } },
        }),
    )
}

/// The analysis page, another filter on it, and jumps in the log.
fn look(figures: &mut Figures, workspace: &Path, system: &str, rows: u64, target: f64) {
    let millions = rows / MILLION;
    let mut desk = Desk::on_this_machine();
    desk.open(workspace, PASSPHRASE);
    let (stats_of_year, taken) = timed(|| stats(&mut desk, system, None));
    assert_eq!(stats_of_year["figures"]["counts"]["records"], rows);
    figures.say(
        &format!("analysis of a year of {millions} M records, first look"),
        taken,
        target,
    );
    let mut times = Vec::new();
    for point in ["intake", "review", "payment", "intake", "review"] {
        times.push(timed(|| stats(&mut desk, system, Some(point))).1);
    }
    figures.say(
        &format!("a changed filter at {millions} M records"),
        quantile(times, 0.5),
        TARGET_FILTER_MS,
    );
    let mut times = Vec::new();
    for jump in 0..JUMPS {
        let skip = (jump.wrapping_mul(0x9E37_79B9_7F4A_7C15) % (rows - 100)).min(rows - 100);
        let request = json!({ "filter": { "system": system }, "skip": skip, "limit": 100 });
        let (page, taken) = timed(|| desk.call("decision_list", request));
        assert_eq!(page["decisions"].as_array().map(Vec::len), Some(100));
        times.push(taken);
    }
    figures.say(
        &format!("100 rows of the log after a jump in {millions} M records, slowest"),
        quantile(times, 1.0),
        TARGET_JUMP_MS,
    );
}

/// The same figures from the same file by pandas, for comparison; it has no target.
fn pandas(path: &Path) {
    let Some(venv) = std::env::var_os("ASSAY_VENV") else {
        println!("bench decision: pandas is not measured, ASSAY_VENV is not set");
        return;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/decision_pandas.py");
    let said = Command::new(Path::new(&venv).join("bin/python"))
        .arg(script)
        .arg(path)
        .output();
    let said = said.expect("python runs");
    let text = String::from_utf8_lossy(&said.stdout);
    println!("bench decision: pandas on the same file: {}", text.trim());
}

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = folder.path().join("office.assay");
    let mut figures = Figures::of("decision");
    let first = export(folder.path(), "year.csv", 0..MILLION, MILLION);
    let mut desk = Desk::on_this_machine();
    desk.workspace(&workspace);
    let system = desk.system("Benefit triage");
    let answered = desk.system("Letter assistant");
    let assessment = desk.assessment(&answered, "public-chatbot")["assessment"]["id"]
        .as_str()
        .expect("an id")
        .to_owned();

    let (_, tried) = timed(|| tried(&mut desk, &plan(&system, &first)));
    println!("bench decision: 1 M records read and checked only {tried:.0} ms");
    reset_memory_mark();
    let (fresh, taken) = timed(|| desk.import(&plan(&system, &first)));
    assert_eq!(fresh["fresh"], MILLION);
    let memory = memory_mb();
    #[expect(clippy::cast_precision_loss, reason = "a million is exact")]
    let target = MILLION as f64 / TARGET_ROWS_A_SECOND * 1_000.0;
    figures.say("1 M records of 12 columns imported from CSV", taken, target);
    let peer = bare(folder.path(), MILLION);
    figures.compare(
        "the same beside a bare prepared statement",
        taken,
        peer,
        TARGET_PEER,
    );
    figures.size("memory while importing", memory, TARGET_MEMORY_MB);
    let (again, repeated) = timed(|| desk.import(&plan(&system, &first)));
    assert_eq!(again["known"], MILLION);
    figures.compare(
        "the same file once more, nothing new, beside the first time",
        repeated,
        taken,
        TARGET_AGAIN,
    );
    pandas(&first);
    desk.call("workspace_lock", json!({}));
    look(&mut figures, &workspace, &system, MILLION, 300.0);

    desk.open(&workspace, PASSPHRASE);
    let larger = desk.system("Larger benefit triage");
    let fifth = |part: u64| {
        let rows = part * MILLION..(part + 1) * MILLION;
        export(folder.path(), "fifth.csv", rows, 5 * MILLION)
    };
    for part in 0..4 {
        desk.import(&plan(&larger, &fifth(part)));
    }
    let (mut desk, save) = saves(desk, &assessment, &larger, &fifth(4));
    figures.say(
        "saving an answer during an import, 99th percentile",
        save,
        TARGET_SAVE_MS,
    );
    desk.call("workspace_lock", json!({}));
    look(&mut figures, &workspace, &larger, 5 * MILLION, 1_000.0);
    figures.end()
}
