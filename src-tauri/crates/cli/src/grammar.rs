//! What can be typed: commands, options and their help, in the language of the person.

mod audit;
mod fallback;
mod finding;

use crate::record::wire;
use crate::words::Words;
use crate::{Done, Outcome};
use assay_verify::terminal::{Failure, arguments, everywhere, inspector, path_in, spoken};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::OsString;
use std::path::Path;

/// Options that every command takes.
const EVERYWHERE: [&str; 4] = ["json", "lang", "passphrase-file", "new-passphrase-file"];

/// Arguments and options that name a file or a folder, wherever they stand.
const PATHS: [&str; 15] = [
    "workspace",
    "file",
    "out",
    "folder",
    "record",
    "picture",
    "mapping",
    "attach",
    "entry",
    "facts",
    "input",
    "request",
    "settings",
    "pkcs12",
    "pkcs11-module",
];

/// Builds the whole grammar.
pub(crate) fn command(words: &Words) -> Command {
    let noun = |name: &'static str, actions: Vec<Command>| {
        Command::new(name)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands(actions)
    };
    let plain = [
        Command::new("new").args([
            workspace(),
            text("organisation"),
            text("person"),
            text("time-zone"),
            flag("sample"),
        ]),
        Command::new("check").arg(workspace()),
        Command::new("logo").args([
            workspace(),
            text("picture").conflicts_with("remove"),
            flag("remove"),
        ]),
        Command::new("privacy").args([
            workspace(),
            text("keep-names").value_parser(["yes", "no"]),
            text("retention-months"),
        ]),
        Command::new("history").args([workspace(), text("limit")]),
        Command::new("verify")
            .args(arguments())
            .arg(text("record").conflicts_with("csv")),
        Command::new("schema").arg(Arg::new("command")),
        Command::new("call").args([workspace(), needed("command"), piped("request")]),
        Command::new("man").arg(needed("folder")),
    ];
    let whole = Command::new("assay")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .args(EVERYWHERE.map(everywhere))
        .subcommands(plain)
        .subcommand(noun("person", person()))
        .subcommand(noun("system", system()))
        .subcommand(noun("assessment", assessment()))
        .subcommand(noun("audit", audit::audit()))
        .subcommand(noun("decision", decision()))
        .subcommand(noun("drill", fallback::drill()))
        .subcommand(noun("fallback", fallback::fallback()))
        .subcommand(noun("authorisation", fallback::authorisation()))
        .subcommand(noun("incident", incident()))
        .subcommand(noun("reviewer", reviewer()))
        .subcommand(noun("finding", finding::finding()))
        .subcommand(noun("report", report()))
        .subcommand(noun("method", method()));
    spoken(whole, words, "cli")
}

fn person() -> Vec<Command> {
    vec![
        Command::new("list").arg(workspace()),
        Command::new("add").args([
            workspace(),
            needed("name"),
            text("title"),
            text("roles").required(true),
        ]),
    ]
}

fn system() -> Vec<Command> {
    vec![
        Command::new("list").arg(workspace()),
        Command::new("add").args([
            workspace(),
            text("name"),
            text("reference"),
            text("facts").required_unless_present("name"),
        ]),
        Command::new("import").args([
            workspace(),
            needed("file"),
            text("mapping"),
            flag("dry-run"),
        ]),
        Command::new("export").args([workspace(), needed("out")]),
    ]
}

fn assessment() -> Vec<Command> {
    let of = |name: &'static str, rest: Vec<Arg>| {
        Command::new(name)
            .args([workspace(), needed("assessment")])
            .args(rest)
    };
    vec![
        Command::new("list").arg(workspace()),
        Command::new("start").args([
            workspace(),
            text("system").required(true),
            text("context").required(true),
            text("profile"),
            text("depth"),
            text("from"),
            text("to"),
        ]),
        of("show", vec![flag("result")]),
        of(
            "answer",
            vec![
                needed("question"),
                needed("value"),
                text("note"),
                text("reason"),
            ],
        ),
        of(
            "measure",
            vec![needed("control"), needed("level"), text("note")],
        ),
        of(
            "rate",
            vec![
                needed("risk"),
                text("likelihood"),
                text("impact"),
                text("not-applicable"),
            ],
        ),
        of("confirm", vec![]),
        of("fill", vec![piped("input")]),
        of("submit", vec![text("signers")]),
        of("approve", vec![]),
        of("return", vec![text("reason").required(true)]),
    ]
}

fn decision() -> Vec<Command> {
    let log = |name: &'static str| {
        Command::new(name).arg(workspace()).args(
            [
                "system",
                "from",
                "to",
                "disposition",
                "reason-code",
                "point",
                "model-version",
                "case",
            ]
            .map(text),
        )
    };
    vec![
        Command::new("add").arg(workspace()).args(record()),
        log("list").args([text("limit"), text("after")]),
        Command::new("show").args([workspace(), needed("decision")]),
        Command::new("correct")
            .args([workspace(), needed("decision")])
            .args(record()),
        Command::new("evidence")
            .args([workspace(), needed("decision")])
            .args(piece()),
        log("counts"),
        Command::new("import")
            .args([workspace(), needed("file"), text("system").required(true)])
            .args([text("mapping"), flag("dry-run")]),
        Command::new("map")
            .args([workspace(), needed("file"), text("system").required(true)])
            .arg(text("out").required(true)),
        Command::new("imports").args([workspace(), text("system")]),
        Command::new("import-undo").args([workspace(), needed("import")]),
        Command::new("thin").args([workspace(), flag("dry-run")]),
        Command::new("stats").arg(workspace()).args(stats()),
        Command::new("reasons").args([workspace(), text("system")]),
        Command::new("reason-add")
            .arg(workspace())
            .args(["system", "code", "name-en", "name-zh"].map(|name| text(name).required(true))),
        Command::new("volume")
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands([
                Command::new("add").arg(workspace()).args(volume()),
                Command::new("list")
                    .arg(workspace())
                    .args(["system", "from", "to"].map(text)),
            ]),
    ]
}

/// What is said about one decision.
fn record() -> Vec<Arg> {
    let number = |name: &'static str| text(name).allow_negative_numbers(true);
    let mut all: Vec<Arg> = [
        "system",
        "disposition",
        "at",
        "case",
        "point",
        "category",
        "output",
        "final",
        "reason-code",
        "reason-text",
        "reviewer",
        "first",
        "model-version",
        "prompt-version",
        "output-at",
        "outcome",
        "outcome-at",
        "outcome-source",
        "evidence",
        "entry",
    ]
    .map(text)
    .into();
    all.extend(
        [
            "confidence",
            "latency-ms",
            "harm-if-followed",
            "harm-if-wrong",
        ]
        .map(number),
    );
    all.push(text("reversible").value_parser(["yes", "no"]));
    all.push(flag("seeded"));
    all
}

/// What is asked of the analysis.
fn stats() -> Vec<Arg> {
    let system = text("system").required(true).action(ArgAction::Append);
    let mut all = vec![
        system,
        text("from"),
        text("to"),
        text("by").value_parser(["day", "week", "month"]),
        text("direction").value_parser(["stricter", "more_lenient"]),
        text("modified-counts").value_parser(["yes", "no"]),
        flag("selective"),
        flag("all-logged"),
    ];
    let texts = [
        "point",
        "model-version",
        "reviewer",
        "category",
        "reason-code",
        "label-order",
        "tau",
        "minimum-ms",
        "interval",
        "settings",
    ];
    all.extend(texts.map(text));
    all
}

/// What is said about the totals or exposure of a period.
fn volume() -> Vec<Arg> {
    let mut all = vec![
        text("system").required(true),
        text("from").required(true),
        text("to"),
        text("exposure").requires("unit"),
        text("unit").value_parser(["hours", "kilometres", "cases"]),
    ];
    all.extend(
        [
            "point",
            "model-version",
            "issued",
            "accepted",
            "modified",
            "overridden",
            "automatic",
            "not-reviewed",
            "replaces",
        ]
        .map(text),
    );
    all
}

/// What is said about one incident.
fn occurrence() -> Vec<Arg> {
    let mut all: Vec<Arg> = [
        "system", "name", "occurred", "noticed", "decided", "manual", "restored", "point",
        "effect", "people", "cases", "harm", "response", "cause", "lessons", "evidence", "entry",
    ]
    .map(text)
    .into();
    all.push(text("kind").value_parser(["event", "near_miss"]));
    all.push(text("severity").value_parser([
        "general",
        "considerable",
        "major",
        "extremely_serious",
    ]));
    all
}

fn incident() -> Vec<Command> {
    let of = |name: &'static str| Command::new(name).args([workspace(), needed("incident")]);
    vec![
        Command::new("list").args([workspace(), text("system")]),
        Command::new("add").arg(workspace()).args(occurrence()),
        of("show"),
        of("correct").args(occurrence()),
        of("report")
            .args(
                [
                    "duty",
                    "recipient",
                    "reported",
                    "reporter",
                    "receipt",
                    "note",
                ]
                .map(text),
            )
            .args([text("supersedes"), flag("not-due")]),
        of("handle"),
        of("close"),
        of("reopen").arg(text("reason").required(true)),
        Command::new("duties").arg(workspace()),
        Command::new("duty")
            .args([workspace(), text("duty"), text("entry")])
            .arg(text("active").value_parser(["yes", "no"])),
    ]
}

fn reviewer() -> Vec<Command> {
    vec![Command::new("names").args([workspace(), text("system")])]
}

/// Kinds of report, each with the option that names what it is about where it is asked for.
const REPORT_KINDS: [(&str, Option<&str>); 9] = [
    ("assessment", None),
    ("audit", Some("audit")),
    ("ledger", None),
    ("incident", Some("incident")),
    ("fallback_card", Some("plan")),
    ("drill", Some("drill")),
    ("overview", None),
    ("decisions", None),
    ("comparison", None),
];

fn report() -> Vec<Command> {
    vec![
        Command::new("list").arg(workspace()),
        Command::new("make")
            .args([
                workspace(),
                Arg::new("report-kind")
                    .long("kind")
                    .value_parser(REPORT_KINDS.map(|(kind, _)| kind)),
                text("assessment"),
                text("system").required_unless_present_any(["assessment", "report-kind"]),
            ])
            .args(
                REPORT_KINDS.into_iter().filter_map(|(kind, noun)| {
                    Some(text(noun?).required_if_eq("report-kind", kind))
                }),
            )
            .args([
                text("signers"),
                text("report-lang").value_parser(["en", "zh-CN", "both"]),
                text("paper").value_parser(["a4", "letter"]),
                flag("sign"),
                text("out"),
            ])
            .args(identity()),
        Command::new("sign")
            .args([workspace(), needed("report"), text("seen"), text("out")])
            .args(identity()),
        Command::new("copy").args([workspace(), needed("report"), needed("file")]),
        Command::new("export").args([workspace(), needed("report"), needed("file")]),
        Command::new("redact")
            .args([workspace(), needed("report"), needed("file")])
            .args(
                [
                    "hide-persons",
                    "hide-organisation",
                    "hide-evidence",
                    "hide-notes",
                ]
                .map(flag),
            )
            .args(["hide-answers", "hide-words-file"].map(text))
            .args(identity()),
        Command::new("body").args([
            workspace(),
            needed("report"),
            needed("file"),
            flag("with-evidence"),
        ]),
    ]
}

/// With what a report is signed; passwords and PINs never stand in an argument.
fn identity() -> Vec<Arg> {
    vec![
        text("pkcs12").conflicts_with("pkcs11-module"),
        text("pkcs12-password-file").requires("pkcs12"),
        text("pkcs11-module"),
        text("token").requires("pkcs11-module"),
        text("pin-file").requires("pkcs11-module"),
        text("key"),
    ]
}

fn method() -> Vec<Command> {
    let computed = ["grade", "clause-level", "answers"]
        .map(|name| Command::new(name).args([piped("input"), flag("lines")]));
    [Command::new("show")].into_iter().chain(computed).collect()
}

fn workspace() -> Arg {
    needed("workspace")
}

fn needed(name: &'static str) -> Arg {
    named(name).required(true)
}

/// An argument or option of that name, which takes a path where it names one.
fn named(name: &'static str) -> Arg {
    let argument = Arg::new(name);
    let is_path = PATHS.contains(&name) || name.ends_with("-file");
    if is_path { path_in(argument) } else { argument }
}

/// What is said about a piece of evidence.
fn piece() -> [Arg; 7] {
    let [attach, locator, name, shows, dated] =
        ["attach", "locator", "name", "shows", "dated"].map(text);
    let standing = text("standing").value_parser(["attached", "current_independent"]);
    [
        attach,
        locator,
        name,
        shows,
        dated,
        standing,
        flag("digest-only"),
    ]
}

/// A file whose default is standard input.
fn piped(name: &'static str) -> Arg {
    named(name).default_value("-").hide_default_value(true)
}

fn text(name: &'static str) -> Arg {
    named(name).long(name)
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// Writes the manual pages into a folder, also that of the program that an inspector carries.
pub(crate) fn write_pages(matches: &ArgMatches, words: &Words) -> Outcome {
    let folder = matches
        .get_one::<OsString>("folder")
        .map_or(Path::new("."), Path::new);
    let mut programs = [command(words), inspector(words)].into_iter();
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| programs.try_for_each(|program| clap_mangen::generate_to(program, folder)));
    written.map_err(|error| wire(Failure::io(folder, &error)))?;
    let shown = folder.to_string_lossy();
    Ok(Done::yes(serde_json::json!({ "folder": shown }), shown))
}
