//! A session without a window: fixed clock, seeded randomness, a folder of its own.

use assay_api::contract::WireError;
use assay_api::native::Machine;
use assay_api::{Environment, Session, Steady, dispatch};
use assay_domain::locale::Locale;
use assay_domain::time::Timestamp;
use assay_store::{KdfCost, Random};
use serde_json::{Value, json};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// The passphrase of the one person of a workspace made here.
pub const PASSPHRASE: &str = "a long first sentence";
/// 2026-11-24, 06:00 UTC.
const START: i64 = 1_795_500_000_000_000;
/// Each look at the clock finds it so many microseconds further on.
const STEP: i64 = 1_000;

/// A machine whose clock moves a millisecond a look and whose randomness is counted out from a seed.
struct Fixed {
    folder: PathBuf,
    clock: Arc<AtomicI64>,
    set_by: Arc<AtomicI64>,
    boot: Arc<AtomicI64>,
    seed: AtomicU64,
    before_fonts: BeforeFonts,
}

/// What happens once before the next font is read.
type BeforeFonts = Arc<Mutex<Option<Box<dyn FnOnce() + Send>>>>;

impl Environment for Fixed {
    fn now(&self) -> Timestamp {
        let true_time = self.clock.fetch_add(STEP, Ordering::Relaxed);
        Timestamp::from_micros(true_time + self.set_by.load(Ordering::Relaxed))
    }

    fn steady(&self) -> Steady {
        let boot = self.boot.load(Ordering::Relaxed);
        let since = self.clock.load(Ordering::Relaxed) - boot;
        Steady {
            ms: u64::try_from(since / 1000).unwrap_or_default(),
            base: boot.to_string(),
        }
    }

    fn random(&self) -> Random {
        let mut state = self
            .seed
            .fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        Box::new(move |bytes| {
            for byte in bytes {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                *byte = (state >> 32) as u8;
            }
        })
    }

    fn kdf_cost(&self) -> KdfCost {
        KdfCost::FLOOR
    }

    fn documents(&self) -> PathBuf {
        self.folder.clone()
    }

    fn state(&self) -> Option<PathBuf> {
        Some(self.folder.join("state"))
    }

    fn locale(&self) -> Locale {
        Locale::En
    }

    fn font(&self, name: &str) -> io::Result<Arc<Vec<u8>>> {
        let act = self.before_fonts.lock().expect("no test panicked").take();
        if let Some(act) = act {
            act();
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
        std::fs::read(folder.join(name)).map(Arc::new)
    }
}

/// A session in a folder.
pub struct Desk {
    /// The session, for what `call` does not reach.
    pub session: Session,
    clock: Arc<AtomicI64>,
    set_by: Arc<AtomicI64>,
    boot: Arc<AtomicI64>,
    before_fonts: BeforeFonts,
}

impl Desk {
    /// Starts a session whose files lie in the folder.
    ///
    /// # Panics
    /// When the bundled framework is refused.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        let clock = Arc::new(AtomicI64::new(START));
        let (set_by, boot) = (Arc::default(), Arc::default());
        let before_fonts = BeforeFonts::default();
        let environment = Fixed {
            folder: folder.to_owned(),
            clock: Arc::clone(&clock),
            set_by: Arc::clone(&set_by),
            boot: Arc::clone(&boot),
            seed: AtomicU64::new(42),
            before_fonts: Arc::clone(&before_fonts),
        };
        let session = Session::new(Box::new(environment)).expect("the bundled framework is whole");
        Self {
            session,
            clock,
            set_by,
            boot,
            before_fonts,
        }
    }

    /// Starts in a folder of its own, in a workspace `office.assay` with one system.
    ///
    /// # Panics
    /// When the folder or one of them can't be made.
    #[must_use]
    pub fn office(system: &str) -> (Self, TempDir, String) {
        let folder = TempDir::new().expect("a folder for the office");
        let mut desk = Self::in_folder(folder.path());
        desk.workspace(&folder.path().join("office.assay"));
        let system = desk.system(system);
        (desk, folder, system)
    }

    /// Starts a session on this machine as it is: its clock, its randomness, keys at their full cost.
    ///
    /// # Panics
    /// When the bundled framework is refused.
    #[must_use]
    pub fn on_this_machine() -> Self {
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
        let session = Session::new(Box::new(Machine::new(vec![fonts])))
            .expect("the bundled framework is whole");
        Self {
            session,
            clock: Arc::default(),
            set_by: Arc::default(),
            boot: Arc::default(),
            before_fonts: Arc::default(),
        }
    }

    /// Does something once, in the middle of the next command that sets or signs: before it reads its fonts.
    ///
    /// # Panics
    /// When what happened before panicked.
    pub fn before_fonts(&self, act: impl FnOnce() + Send + 'static) {
        *self.before_fonts.lock().expect("nothing panicked") = Some(Box::new(act));
    }

    /// Moves the clock on by whole days; the machine's own does not move.
    pub fn wait_days(&self, days: i64) {
        self.clock
            .fetch_add(days * 86_400_000_000, Ordering::Relaxed);
    }

    /// Lets so many milliseconds go by; the machine's own clock does not move.
    pub fn wait_ms(&self, ms: i64) {
        self.clock.fetch_add(ms * 1_000, Ordering::Relaxed);
    }

    /// Returns the milliseconds that went by since the start, for another desk at the same moment.
    #[must_use]
    pub fn passed_ms(&self) -> i64 {
        (self.clock.load(Ordering::Relaxed) - START) / 1_000
    }

    /// Sets the time of day, and not the steady clock, by so many milliseconds.
    pub fn set_clock_by_ms(&self, ms: i64) {
        self.set_by.fetch_add(ms * 1_000, Ordering::Relaxed);
    }

    /// Starts the computer anew: the steady clock counts from now.
    pub fn reboot(&self) {
        let now = self.clock.load(Ordering::Relaxed);
        self.boot.store(now, Ordering::Relaxed);
    }

    /// Runs a command of the contract.
    ///
    /// # Errors
    /// The command's own.
    ///
    /// # Panics
    /// When an answer is not JSON.
    pub fn try_call(&mut self, command: &str, request: &Value) -> Result<Value, WireError> {
        let answer = dispatch(&mut self.session, command, &request.to_string())?;
        Ok(serde_json::from_str(&answer).expect("answers are JSON"))
    }

    /// Runs a command that must succeed.
    ///
    /// # Panics
    /// When it does not.
    pub fn call(&mut self, command: &str, request: Value) -> Value {
        self.try_call(command, &request)
            .unwrap_or_else(|error| panic!("{command}: {error:?}"))
    }

    /// Runs a command that must fail, and returns its code.
    ///
    /// # Panics
    /// When it succeeds.
    pub fn refused(&mut self, command: &str, request: Value) -> String {
        match self.try_call(command, &request) {
            Ok(answer) => panic!("{command} was not refused: {answer}"),
            Err(error) => error.code,
        }
    }

    /// Makes a workspace for one person who does everything.
    pub fn workspace(&mut self, path: &Path) -> Value {
        self.call(
            "workspace_create",
            json!({
                "path": path,
                "passphrase": PASSPHRASE,
                "settings": {
                    "organisation": "Test office",
                    "unit": "",
                    "locale": "en",
                    "timeZone": "Asia/Shanghai",
                    "marking": { "classification": "Internal", "circulation": "", "documentNumber": "T-1", "basis": "" },
                },
                "personName": "Assessment lead",
                "personTitle": "Office",
            }),
        )
    }

    /// Opens a workspace.
    pub fn open(&mut self, path: &Path, passphrase: &str) -> Value {
        self.call(
            "workspace_open",
            json!({ "path": path, "passphrase": passphrase }),
        )
    }

    /// Begins an import by a plan, or a trial of one.
    ///
    /// # Errors
    /// The command's own.
    pub fn begin_import(&mut self, plan: &Value, trial: bool) -> Result<Value, WireError> {
        let request = json!({ "plan": plan, "trial": trial });
        self.try_call("decision_import_start", &request)
    }

    /// Goes on with an import, or with taking one back, until it is over.
    ///
    /// # Errors
    /// What stops it.
    ///
    /// # Panics
    /// When it does not end.
    pub fn finish_import(&mut self) -> Result<Value, WireError> {
        for _ in 0..100_000 {
            let state = self.try_call("decision_import_step", &json!({}))?;
            if !matches!(state["phase"].as_str(), Some("running" | "clearing")) {
                return Ok(state);
            }
        }
        panic!("the import does not end");
    }

    /// Imports a file by a plan.
    ///
    /// # Panics
    /// When it is not imported as a whole.
    pub fn import(&mut self, plan: &Value) -> Value {
        self.begin_import(plan, false).expect("the import begins");
        let state = self.finish_import().expect("the import goes on");
        assert_eq!(state["phase"], "imported", "{}", state["problems"]);
        state
    }

    /// Adds a system with a name and returns its id.
    pub fn system(&mut self, name: &str) -> String {
        let facts = assay_domain::system::SystemFacts::named(name);
        let system = self.call(
            "system_save",
            json!({ "id": null, "facts": facts, "revision": null }),
        );
        system["id"].as_str().expect("an id is a text").to_owned()
    }

    /// Begins a full assessment of a system for the fourth quarter, from a profile.
    pub fn assessment(&mut self, system: &str, profile: &str) -> Value {
        let value = |value: u8| json!({ "value": value, "reason": "as printed on the scale" });
        self.call(
            "assessment_start",
            json!({
                "system": system,
                "period": { "from": "2026-10-01", "to": "2026-12-31" },
                "context": { "scenario": value(3), "autonomy": value(3), "scale": value(2) },
                "profile": profile,
                "depth": "full",
            }),
        )
    }

    /// Answers everything of an assessment that is open: questions met, measures implemented, ratings confirmed.
    pub fn complete(&mut self, id: &str) {
        self.complete_with(id, "");
    }

    /// The same with a note beside every answer.
    pub fn complete_with(&mut self, id: &str, note: &str) {
        let view = self.call("assessment_get", json!({ "id": id }));
        for question in view["questions"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|q| q["answer"].is_null())
        {
            self.call(
                "answer_save",
                json!({
                    "assessment": id, "question": question["question"], "value": "met",
                    "note": note, "naReason": "", "revision": null,
                }),
            );
        }
        for measure in view["measures"].as_array().into_iter().flatten() {
            self.call(
                "measure_save",
                json!({ "assessment": id, "control": measure["control"], "level": 3, "note": "", "revision": measure["revision"] }),
            );
        }
        let risks: Vec<&Value> = view["ratings"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|rating| &rating["risk"])
            .collect();
        self.call(
            "rating_confirm",
            json!({ "assessment": id, "risks": risks }),
        );
    }

    /// Hands an assessment over and approves it, as its one signer.
    pub fn approve(&mut self, id: &str) {
        let me = self.call("app_status", json!({}))["open"]["person"]["id"].clone();
        self.call(
            "assessment_submit",
            json!({ "id": id, "signers": [{ "role": "assessor", "person": me }] }),
        );
        self.call("assessment_approve", json!({ "id": id }));
    }

    /// Hands over, approves, makes a report in a language and returns it.
    pub fn report(&mut self, id: &str, locale: &str) -> Value {
        self.approve(id);
        self.call(
            "report_make",
            json!({ "subject": { "kind": "assessment", "id": id }, "locale": locale }),
        )
    }
}
