//! Messages: whole in both languages, every one used, every one that is named there.

use crate::source::{Source, below, program};
use std::collections::{BTreeMap, BTreeSet};

const LOCALES: [&str; 2] = ["en", "zh-CN"];

/// Returns the messages of a language with the variables that each names.
fn messages(locale: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in below(&format!("assets/locales/{locale}"), &[".ftl"]) {
        let mut id = String::new();
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(begun) = message_id(line) {
                id = begun.to_owned();
                let new = found.insert(id.clone(), BTreeSet::new()).is_none();
                assert!(new, "{id} stands twice in {locale}");
            }
            found.entry(id.clone()).or_default().extend(variables(line));
        }
    }
    found.remove("");
    found
}

/// Returns the id of the message that begins on a line.
fn message_id(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    (id.starts_with(|c: char| c.is_ascii_lowercase()) && !id.contains(' ')).then_some(id)
}

fn variables(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| {
        rest.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
            .collect()
    })
}

/// Returns the sources that name messages.
fn speaking() -> Vec<Source> {
    let mut sources = program();
    sources.extend(
        below("ui/src", &[".ts", ".svelte"])
            .into_iter()
            .filter(|source| {
                !source.path.ends_with("fixtures.ts") && !source.path.ends_with(".gen.ts")
            }),
    );
    sources
}

/// Returns what stands behind each opening up to the closing quote.
fn quoted<'a>(text: &'a str, opening: &str) -> Vec<&'a str> {
    let behind = text.split(opening).skip(1);
    behind.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let [english, chinese] = LOCALES.map(messages);
    assert!(english.len() > 1_000, "{}", english.len());
    let ids = |messages: &BTreeMap<String, BTreeSet<String>>| {
        messages.keys().cloned().collect::<BTreeSet<_>>()
    };
    let only: Vec<_> = ids(&english)
        .symmetric_difference(&ids(&chinese))
        .cloned()
        .collect();
    assert_eq!(only, Vec::<String>::new(), "in one language only");
    for (id, variables) in &english {
        assert_eq!(Some(variables), chinese.get(id), "{id}");
    }
}

#[test]
fn every_message_that_a_source_names_is_there() {
    let messages = messages("en");
    let named = [
        (".t(\"", ""),
        (".say(\"", ""),
        (".column(\"", ""),
        ("texts.get(\"", ""),
        ("Error::new(\"", "err-"),
        ("wire(\"", "err-"),
    ];
    let mut counted = 0;
    for source in program() {
        let code: String = source.code().map(|(_, line)| format!("{line}\n")).collect();
        for (opening, prefix) in named {
            for id in quoted(&code, opening) {
                let id = format!("{prefix}{id}");
                counted += 1;
                assert!(
                    messages.contains_key(&id),
                    "{id} of {} is no message",
                    source.path
                );
            }
        }
    }
    assert!(counted > 300, "{counted}");
}

#[test]
fn every_message_is_used() {
    let sources = speaking();
    let named: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| fragments(&source.text))
        .collect();
    let within: String = LOCALES
        .iter()
        .flat_map(|locale| below(&format!("assets/locales/{locale}"), &[".ftl"]))
        .map(|source| source.text)
        .collect();
    let unused: Vec<String> = messages("en")
        .into_keys()
        // The help of the terminal takes its ids from the names of commands; its own test walks over them.
        .filter(|id| !id.starts_with("cli-"))
        .filter(|id| !is_named(&named, id) && !within.contains(&format!("{{ {id} }}")))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

/// Returns what stands between quotes, each up to the first thing that is put in.
fn fragments(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split(['"', '\'', '`']);
    quoted.map(|fragment| fragment.split(['{', '$']).next().unwrap_or_default())
}

/// Tells whether an id is named whole, or its beginning up to a dash before something that is put in.
fn is_named(named: &BTreeSet<&str>, id: &str) -> bool {
    let mut beginnings = id
        .match_indices('-')
        .map(|(at, dash)| &id[..at + dash.len()]);
    named.contains(id) || beginnings.any(|start| named.contains(start))
}
