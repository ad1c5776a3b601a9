//! Which crate may know what.

use crate::source::{CRATES, below, program, read};
use std::collections::BTreeSet;

/// Returns the names of a crate's dependencies, those of its tests, its build and single systems included.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let manifest: toml::Table = read(manifest).parse().unwrap();
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = targets.into_iter().flat_map(toml::Table::values);
    let tables = tables.filter_map(toml::Value::as_table);
    tables.chain([&manifest]).flat_map(listed).collect()
}

fn listed(table: &toml::Table) -> impl Iterator<Item = String> + use<'_> {
    ["dependencies", "dev-dependencies", "build-dependencies"]
        .into_iter()
        .filter_map(|section| table.get(section)?.as_table())
        .flat_map(|section| section.keys().cloned())
}

fn of_crate(name: &str) -> BTreeSet<String> {
    dependencies(&format!("src-tauri/crates/{name}/Cargo.toml"))
}

/// Returns which of the project's own crates a crate knows.
fn own(dependencies: &BTreeSet<String>) -> Vec<&str> {
    let own = dependencies
        .iter()
        .filter_map(|name| name.strip_prefix("assay-"));
    own.collect()
}

#[test]
fn crates_know_only_those_below_them() {
    let arrows: [(&str, &[&str]); 8] = [
        ("domain", &[]),
        ("store", &["domain"]),
        ("exchange", &["domain"]),
        ("report", &["domain"]),
        ("seal", &[]),
        ("verify", &["domain", "report", "seal"]),
        (
            "api",
            &["domain", "exchange", "report", "seal", "store", "verify"],
        ),
        ("cli", &["api", "verify"]),
    ];
    assert_eq!(arrows.map(|(name, _)| name), CRATES);
    for (name, allowed) in arrows {
        assert_eq!(own(&of_crate(name)), allowed, "{name}");
    }
    assert_eq!(own(&dependencies("src-tauri/Cargo.toml")), ["api"]);
}

#[test]
fn tauri_is_known_to_the_shell_alone() {
    for name in CRATES {
        let found = of_crate(name);
        let tauri: Vec<_> = found.iter().filter(|name| name.contains("tauri")).collect();
        assert!(tauri.is_empty(), "{name} depends on {tauri:?}");
    }
    assert!(dependencies("src-tauri/Cargo.toml").contains("tauri"));
    let pages = below("ui/src", &[".ts", ".svelte"]);
    let speaks = |line: &str| line.contains("@tauri-apps");
    let files: Vec<_> = pages
        .iter()
        .filter(|source| !source.lines(speaks).is_empty())
        .map(|source| source.path.as_str())
        .collect();
    assert_eq!(files, ["ui/src/api/tauri.ts"]);
}

/// What a pure rule may stand on: none of these reads a file, a clock or a socket by itself.
const PURE: [&str; 11] = [
    "chrono",
    "hashbrown",
    "schemars",
    "serde",
    "serde_json",
    "serde_json_canonicalizer",
    "sha2",
    "thiserror",
    "toml",
    "ts-rs",
    "uuid",
];

#[test]
fn the_domain_reads_and_writes_nothing() {
    let beyond: Vec<_> = of_crate("domain")
        .into_iter()
        .filter(|name| !PURE.contains(&name.as_str()))
        .collect();
    assert_eq!(beyond, Vec::<String>::new());
    let reaches = |line: &str| {
        [
            "std::fs",
            "std::io",
            "std::net",
            "std::env",
            "std::process",
            "std::thread",
            "print!",
            "println!",
        ]
        .iter()
        .any(|name| line.contains(name))
    };
    let found: Vec<_> = below("src-tauri/crates/domain/src", &[".rs"])
        .iter()
        .flat_map(|source| source.lines(reaches))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn sql_stands_in_the_store_alone() {
    for name in CRATES.iter().filter(|name| **name != "store") {
        assert!(!of_crate(name).contains("rusqlite"), "{name}");
    }
    let statement = |line: &str| {
        [
            "\"SELECT ",
            "\"INSERT ",
            "\"UPDATE ",
            "\"DELETE ",
            "\"CREATE ",
            "\"PRAGMA ",
        ]
        .iter()
        .any(|word| line.contains(word))
    };
    let found: Vec<_> = program()
        .iter()
        .filter(|source| !source.path.contains("/crates/store/"))
        .flat_map(|source| source.lines(statement))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

/// The composition roots: the machine as it is, and what the terminal reads of its surroundings.
const ROOTS: [&str; 3] = [
    "src-tauri/crates/api/src/native.rs",
    "src-tauri/crates/cli/src/secret.rs",
    "src-tauri/crates/verify/src/terminal/words.rs",
];

#[test]
fn clock_randomness_and_surroundings_enter_at_the_roots() {
    let reads = |line: &str| {
        [
            "SystemTime",
            "Instant::now",
            "Utc::now",
            "Local::now",
            "getrandom",
            "OsRng",
            "env::var",
            "env::current_exe",
            "env::temp_dir",
            "current_dir(",
        ]
        .iter()
        .any(|name| line.contains(name))
    };
    let mut found: Vec<_> = program()
        .iter()
        // The seam for tests of the window is compiled into nothing that people get.
        .flat_map(|source| source.lines(|line| reads(line) && !line.contains("ASSAY_E2E_")))
        .collect();
    found.retain(|place| !ROOTS.iter().any(|root| place.starts_with(root)));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn nothing_names_a_socket_of_the_network() {
    let names = |line: &str| {
        [
            "std::net",
            "TcpStream",
            "TcpListener",
            "UdpSocket",
            "ToSocketAddrs",
        ]
        .iter()
        .any(|name| line.contains(name))
    };
    let found: Vec<_> = program()
        .iter()
        .flat_map(|source| source.lines(names))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_crate_forbids_unsafe_code() {
    let workspace: toml::Table = read("Cargo.toml").parse().unwrap();
    let lint = &workspace["workspace"]["lints"]["rust"]["unsafe_code"];
    assert_eq!(lint.as_str(), Some("forbid"));
    let members = workspace["workspace"]["members"].as_array().unwrap();
    assert!(members.len() >= CRATES.len() + 3, "{members:?}");
    for member in members {
        let member = member.as_str().unwrap();
        let manifest: toml::Table = read(&format!("{member}/Cargo.toml")).parse().unwrap();
        assert_eq!(
            manifest["lints"]["workspace"].as_bool(),
            Some(true),
            "{member}"
        );
    }
}
