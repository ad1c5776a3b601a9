//! What can be typed about the programme of checks and about audits.

use super::{flag, needed, piece, text, workspace};
use clap::{Arg, ArgAction, Command};

/// The kinds of recurring check.
const CHECKS: [&str; 7] = [
    "system_audit",
    "data_flow_check",
    "access_review",
    "restore_drill",
    "stop_test",
    "fallback_drill",
    "supply_cut_off",
];

pub(super) fn audit() -> Vec<Command> {
    let of = |name: &'static str| Command::new(name).args([workspace(), needed("audit")]);
    let kind = || text("kind").value_parser(CHECKS);
    let results = [
        "conforms",
        "partly",
        "fails",
        "not_applicable",
        "not_tested",
    ];
    vec![
        Command::new("plan")
            .args([
                workspace(),
                text("system").required(true).action(ArgAction::Append),
            ])
            .args([kind(), text("every"), text("first-due"), text("name")]),
        Command::new("due").arg(workspace()),
        Command::new("check")
            .args([
                workspace(),
                text("system").required(true),
                kind().required(true),
            ])
            .args([text("on").required(true), text("note")])
            .arg(
                text("found")
                    .required(true)
                    .value_parser(["passed", "partly", "failed"]),
            ),
        Command::new("list").args([workspace(), text("system")]),
        Command::new("schedule")
            .args([workspace(), text("system").required(true)])
            .args([text("due").required(true), text("from"), text("to")]),
        Command::new("start")
            .args([workspace(), text("system").required(true), flag("no-carry")])
            .args(["from", "to", "due", "dimensions", "packs"].map(text))
            .arg(
                Arg::new("questions")
                    .long("question")
                    .num_args(1..)
                    .action(ArgAction::Append),
            ),
        of("show"),
        of("record").args([
            needed("question"),
            needed("found").value_parser(results),
            text("reason"),
            text("observation"),
        ]),
        of("evidence")
            .args([needed("question"), text("detach")])
            .args(piece()),
        of("close").arg(text("conclusion")),
        of("compare").arg(text("with")),
        super::finding::sample(),
        Command::new("packs").arg(workspace()),
        Command::new("pack-add")
            .args([workspace(), needed("file"), flag("dry-run")])
            .args(["code", "name-en", "name-zh"].map(text)),
    ]
}
