//! What can be typed about drills, fallback plans and authorisation matrices.

use super::{flag, needed, piece, piped, text, workspace};
use clap::{Arg, Command};

pub(super) fn drill() -> Vec<Command> {
    let of = |name: &'static str, rest: Vec<Arg>| {
        Command::new(name)
            .args([workspace(), needed("drill")])
            .args(rest)
    };
    vec![
        Command::new("list").args([workspace(), text("system")]),
        Command::new("start").args([
            workspace(),
            text("system").required(true),
            text("point"),
            text("scenario"),
            text("observers"),
            flag("announced"),
        ]),
        of(
            "mark",
            vec![
                Arg::new("mark"),
                text("backlog"),
                text("errors"),
                text("note"),
            ],
        ),
        of("finish", vec![]),
        of("abort", vec![text("reason").required(true)]),
        of("evidence", vec![text("detach")]).args(piece()),
        of("show", vec![]),
    ]
}

pub(super) fn fallback() -> Vec<Command> {
    vec![
        Command::new("list").arg(workspace()),
        Command::new("show").args([workspace(), needed("plan")]),
        Command::new("set").args([
            workspace(),
            piped("facts"),
            text("plan"),
            text("system").required_unless_present("plan"),
        ]),
        Command::new("approve").args([workspace(), needed("plan")]),
    ]
}

pub(super) fn authorisation() -> Vec<Command> {
    let of = |name: &'static str, rest: Vec<Arg>| {
        Command::new(name)
            .args([workspace(), text("system").required(true)])
            .args(rest)
    };
    vec![
        of("show", vec![]),
        of("set", vec![piped("facts"), text("note")]),
        of("approve", vec![]),
        of(
            "test",
            vec![
                text("stop-result").required(true).value_parser([
                    "stopped",
                    "partly",
                    "not_stopped",
                ]),
                text("seconds"),
                text("tester").required(true),
                text("day").required(true),
                text("action"),
                text("note"),
            ],
        ),
    ]
}
