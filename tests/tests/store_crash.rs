//! What was called saved survives a kill, a torn log and a full disk.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_store::{Error, Store};
use assay_tests::store::{Place, answer, entry};
use serde_json::json;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const WRITER: &str = env!("CARGO_BIN_EXE_store-writer");

fn writer(place: &Place) -> Child {
    Command::new(WRITER)
        .arg(place.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits until the writer has said a line.
fn wait_for(line: &str, lines: &mut impl Iterator<Item = std::io::Result<String>>) {
    assert!(lines.map_while(Result::ok).any(|said| said == line));
}

/// Kills the writer after a while and returns the last revision that it had called saved.
fn killed_after(place: &Place, delay: Duration) -> u32 {
    let mut child = writer(place);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    wait_for("open", &mut lines);
    std::thread::sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
    lines
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix("saved ")?.parse().ok())
        .last()
        .unwrap_or(0)
}

fn stored_revision(store: &Store) -> Result<u32, Error> {
    let question = "a-01".into();
    let stored = store.read(|read| read.answers().get(None, &question))?;
    if let Some(answer) = &stored {
        let number = answer.note.split(' ').next().unwrap();
        assert_eq!(number, answer.revision.to_string(), "half an answer");
    }
    Ok(stored.map_or(0, |answer| answer.revision))
}

#[test]
fn nothing_called_saved_is_lost_by_50_kills() {
    let place = Place::new();
    place.create().close().unwrap();
    let mut known = 0;
    let mut random = assay_tests::store::random();
    for round in 0..50 {
        let mut bytes = [0; 2];
        random(&mut bytes);
        let delay = Duration::from_micros(u64::from(u16::from_le_bytes(bytes)) * 2);
        known = known.max(killed_after(&place, delay));
        let store = place.open().unwrap();
        let stored = stored_revision(&store).unwrap();
        assert!(stored >= known, "{round}: {stored} stored, {known} said");
        // One more may have reached the disk before its line was printed.
        assert!(
            stored <= known + 1,
            "{round}: {stored} stored, {known} said"
        );
        known = stored;
        let check = store.check().unwrap();
        assert!(check.is_clean(), "{round}: {check:?}");
        assert_eq!(check.head.sequence, u64::from(stored) + 1);
        // Half of the rounds leave the log behind for the next one to find.
        if round % 2 == 0 {
            store.close().unwrap();
        }
    }
    assert!(known > 50, "the writer hardly wrote: {known}");
}

/// Starts to make a workspace and kills the writer after a while, or once it is open.
fn made_until(place: &Place, delay: Option<Duration>) -> Duration {
    let mut child = writer(place);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    wait_for("begin", &mut lines);
    let begun = Instant::now();
    match delay {
        Some(delay) => std::thread::sleep(delay),
        None => wait_for("open", &mut lines),
    }
    let taken = begun.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    taken
}

#[test]
fn a_kill_while_a_workspace_is_made_leaves_a_whole_one_or_none() {
    let whole = Place::new();
    let taken = made_until(&whole, None);
    assert!(whole.open().unwrap().check().unwrap().is_clean());
    let mut unmade = 0;
    for round in 0..24 {
        let place = Place::new();
        made_until(&place, Some(taken * round / 20));
        let store = if place.path().exists() {
            place.open().unwrap()
        } else {
            unmade += 1;
            place.create()
        };
        let check = store.check().unwrap();
        assert!(check.is_clean(), "{round}: {check:?}");
    }
    assert!(unmade > 0);
}

fn copy(from: &Place, to: &Place) {
    for suffix in ["", "-wal", "-keys"] {
        fs::copy(from.beside(suffix), to.beside(suffix)).unwrap();
    }
}

/// A workspace left open in the middle of its work, with 40 answers in its log.
fn in_the_middle() -> (Place, Store) {
    let place = Place::new();
    place.create().close().unwrap();
    let mut store = place.open().unwrap();
    for revision in 0..40 {
        let next = answer("a-01", &format!("{} ", revision + 1));
        store
            .mutate(entry(2, "answer.save", json!({})), |tx| {
                tx.answers_mut().save(None, &next, revision)
            })
            .unwrap();
    }
    (place, store)
}

fn cut(log: &Path, at: u64) {
    let file = fs::OpenOptions::new().write(true).open(log).unwrap();
    file.set_len(at).unwrap();
}

fn zero_from(log: &Path, at: usize) {
    let mut bytes = fs::read(log).unwrap();
    bytes[at..].fill(0);
    fs::write(log, bytes).unwrap();
}

#[test]
fn a_torn_or_zeroed_log_gives_the_last_whole_commit() {
    let (place, _open) = in_the_middle();
    let size = fs::metadata(place.beside("-wal")).unwrap().len();
    let mut random = assay_tests::store::random();
    let mut last = [0, 0];
    for round in 0..40_usize {
        let mut bytes = [0; 8];
        random(&mut bytes);
        let at = u64::from_le_bytes(bytes) % size;
        let torn = Place::new();
        copy(&place, &torn);
        if round % 2 == 0 {
            cut(&torn.beside("-wal"), at);
        } else {
            zero_from(&torn.beside("-wal"), usize::try_from(at).unwrap());
        }
        let store = torn.open().unwrap();
        let stored = stored_revision(&store).unwrap();
        last[round % 2] = last[round % 2].max(stored);
        let check = store.check().unwrap();
        assert!(check.is_clean(), "{at} of {size}: {check:?}");
        assert_eq!(check.head.sequence, u64::from(stored) + 1, "{at} of {size}");
    }
    assert!(last.iter().all(|revision| *revision > 20), "{last:?}");
}

#[test]
fn a_whole_log_gives_everything() {
    let (place, _open) = in_the_middle();
    let whole = Place::new();
    copy(&place, &whole);
    let store = whole.open().unwrap();
    assert_eq!(stored_revision(&store).unwrap(), 40);
}

#[test]
fn closing_leaves_one_file_that_can_be_copied() {
    let (place, store) = in_the_middle();
    store.close().unwrap();
    assert!(
        !place.beside("-wal").exists() || fs::metadata(place.beside("-wal")).unwrap().len() == 0
    );
    let copied = Place::new();
    for suffix in ["", "-keys"] {
        fs::copy(place.beside(suffix), copied.beside(suffix)).unwrap();
    }
    let store = copied.open().unwrap();
    assert_eq!(stored_revision(&store).unwrap(), 40);
}

/// A disk of 6 MB of its own, in a name space of its own, where the system lets one be made.
#[test]
fn a_full_disk_keeps_what_was_saved_and_is_left_again() {
    let place = Place::new();
    let script = r#"
        mount -t tmpfs -o size=6m tmpfs "$1" || exit 77
        cp "$2" "$1/office.assay" && cp "$2-keys" "$1/office.assay-keys" || exit 78
        head -c 1500000 /dev/zero > "$1/ballast" || exit 79
        exec "$3" "$1/office.assay" "$1/ballast"
    "#;
    place.create().close().unwrap();
    let disk = place.beside("-disk");
    fs::create_dir(&disk).unwrap();
    let output = Command::new("unshare")
        .args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            script,
            "sh",
        ])
        .args([disk.as_os_str(), place.path().as_os_str()])
        .arg(WRITER)
        .output();
    let output = match output {
        Ok(output) if !matches!(output.status.code(), Some(1 | 77)) => output,
        other => {
            assay_tests::skip(&format!("no disk of its own could be mounted: {other:?}"));
            return;
        }
    };
    let said = String::from_utf8(output.stdout).unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let lines: Vec<&str> = said.lines().collect();
    let full = lines.iter().position(|line| *line == "full").unwrap();
    assert!(full > 10, "{said}");
    let before: u32 = lines[full - 1]
        .strip_prefix("saved ")
        .unwrap()
        .parse()
        .unwrap();
    let after = format!("saved {}", before + 1);
    assert_eq!(lines[full + 1..], [after.as_str(), "clean"]);
}
