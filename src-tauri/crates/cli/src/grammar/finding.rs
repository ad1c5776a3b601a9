//! What can be typed about findings, the rectification ledger and samples of audits.

use super::{flag, needed, text, workspace};
use clap::{Arg, Command};

/// An option whose help is not that of other options of its name.
fn own(id: &'static str, long: &'static str) -> Arg {
    Arg::new(id).long(long)
}

pub(super) fn finding() -> Vec<Command> {
    let of = |name: &'static str| Command::new(name).args([workspace(), needed("finding")]);
    let severity = || own("finding-severity", "severity");
    vec![
        Command::new("list")
            .arg(workspace())
            .args(["system", "state", "limit"].map(text))
            .args([severity(), flag("overdue")]),
        of("show"),
        Command::new("add")
            .arg(workspace())
            .args(["system", "from"].map(|name| text(name).required(true)))
            .arg(own("finding-title", "title").required(true))
            .args(["to", "severity-reason", "question"].map(text))
            .args([severity(), own("finding-cause", "cause")])
            .arg(own("finding-effect", "effect"))
            .arg(text("failing").value_parser(["fails", "partly"])),
        of("move").args([needed("step"), text("note"), text("until")]),
        Command::new("ledger-write").args([workspace(), needed("out")]),
        Command::new("ledger-read").args([workspace(), needed("file"), flag("dry-run")]),
    ]
}

pub(super) fn sample() -> Command {
    let of = |name: &'static str| Command::new(name).args([workspace(), needed("sample-id")]);
    Command::new("sample")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([
            Command::new("draw")
                .args([workspace(), needed("audit")])
                .arg(text("attribute").required(true))
                .args(["question", "file", "column", "from", "to", "name", "size"].map(text))
                .args(["tolerable", "sureness", "expected", "seed"].map(text))
                .arg(flag("dry-run")),
            Command::new("list").args([workspace(), text("audit")]),
            of("show"),
            of("record").args([needed("item"), needed("came"), text("note")]),
        ])
}
