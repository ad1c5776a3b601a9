//! The whole journey without a network: nothing opens a socket of the internet, and nothing needs one.
#![allow(clippy::unwrap_used, missing_docs, clippy::print_stderr)]

use assay_tests::terminal;
use assay_tests::window::journey::{self, ENGLISH};
use assay_tests::window::{self, Home, Window};
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// The published passphrase of the sample's assessor.
const ASSESSOR: &str = "assay-sample";

/// Returns a command that runs a program without any network and writes down every socket that it
/// or a process of its own opens.
fn traced(trace: &Path, program: &Path) -> Command {
    let root = Command::new("id").arg("-u").output().unwrap().stdout;
    let mut command = Command::new("unshare");
    // Only the superuser may leave the network without leaving the others' names as well.
    command.arg(if root.starts_with(b"0\n") {
        "-n"
    } else {
        "-rn"
    });
    command.args([
        "--",
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-e",
        "trace=socket,execve",
        "-o",
    ]);
    command.arg(trace).arg(program);
    command
}

/// Returns the lines of a trace that open a socket of the internet.
fn internet(trace: &Path) -> Vec<String> {
    let trace = std::fs::read_to_string(trace).unwrap();
    let opened = trace.lines().filter(|line| line.contains("socket(AF_INET"));
    opened.map(str::to_owned).collect()
}

#[test]
fn a_program_that_opens_sockets_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let open = "import socket, subprocess, sys\n\
                socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()\n\
                socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close()\n\
                subprocess.run([sys.executable, '-c', 'import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)'], check=True)\n\
                try: socket.create_connection(('127.0.0.1', 9), 1)\n\
                except OSError as error: print(error.errno)";
    let ran = traced(&trace, Path::new("/usr/bin/env"))
        .args(["python3", "-c", open])
        .output()
        .unwrap();
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let opened = internet(&trace);
    assert_eq!(opened.len(), 3, "{opened:?}");
    assert!(
        opened.iter().any(|line| line.contains("AF_INET6")),
        "{opened:?}"
    );
    // Even loopback is down where the programs run: the network is unreachable.
    assert_eq!(String::from_utf8_lossy(&ran.stdout).trim(), "101");
}

#[test]
fn the_windows_journey_opens_no_socket_and_needs_no_network() {
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let home = Home::in_folder(folder.path());
    let window = Window::open_alone(&home, traced(&trace, window::program()));
    let arrived = journey::walk(&window, &ENGLISH, &journey::excerpt(), 20);
    assert_eq!(window.problems(), Vec::<String>::new());
    window.close();
    assert_eq!(grade_in(folder.path(), &arrived.workspace), arrived.grade);
    for file in [&arrived.workspace, &arrived.report] {
        let command = if file == &arrived.report {
            "verify"
        } else {
            "check"
        };
        let _ = journey::terminal(folder.path(), &[command, file.to_str().unwrap(), "--json"]);
    }
    let whole = std::fs::read_to_string(&trace).unwrap();
    for process in ["WebKitNetworkProcess", "WebKitWebProcess"] {
        assert!(whole.contains(process), "{process} is not in the trace");
    }
    let sockets = whole.lines().filter(|line| line.contains("socket(AF_UNIX"));
    let sockets = sockets.count();
    assert!(sockets > 0, "the trace holds the sockets that are opened");
    eprintln!("{sockets} local sockets and none of the network");
    assert_eq!(internet(&trace), Vec::<String>::new());
}

/// Returns the grade of the one assessment of a workspace, which is signed.
fn grade_in(folder: &Path, workspace: &Path) -> u8 {
    let list = ["assessment", "list", workspace.to_str().unwrap(), "--json"];
    let rows = journey::terminal(folder, &list);
    let row = &rows["assessments"][0];
    assert_eq!(row["state"], json!("signed"), "{row}");
    u8::try_from(row["summary"]["grade"].as_u64().unwrap()).unwrap()
}

#[test]
fn the_terminals_journey_opens_no_socket_and_needs_no_network() {
    let folder = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    let run = |name: &str, arguments: &[&str]| {
        let trace = folder.path().join(name);
        let mut command = traced(&trace, terminal::program());
        command.args(arguments).current_dir(folder.path());
        command.env("ASSAY_STATE", folder.path().join("state"));
        command.env("ASSAY_PASSPHRASE", ASSESSOR);
        let ran = command.output().unwrap();
        assert!(
            ran.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&ran.stderr)
        );
        assert!(
            std::fs::read_to_string(&trace).unwrap().contains("execve("),
            "{name} was traced"
        );
        assert_eq!(internet(&trace), Vec::<String>::new());
        String::from_utf8(ran.stdout).unwrap()
    };
    run("new", &["new", "--sample", "sample.assay"]);
    run("check", &["check", "sample.assay"]);
    let listed = run("list", &["assessment", "list", "sample.assay", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let signed = listed["assessments"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["state"] != json!("draft"));
    let id = signed.unwrap()["id"].as_str().unwrap().to_owned();
    run(
        "make",
        &[
            "report",
            "make",
            "sample.assay",
            "--assessment",
            &id,
            "--out",
            "report.pdf",
            "--sign",
        ],
    );
    run("verify", &["verify", "report.pdf"]);
    eprintln!("the terminal took {:?}", begun.elapsed());
}
