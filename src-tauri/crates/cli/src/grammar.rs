//! What can be typed: commands, options and their help, in the language of the person.

use crate::secret::wire;
use crate::words::Words;
use crate::{Done, Outcome};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// Builds the whole grammar.
pub(crate) fn command(words: &Words) -> Command {
    let about = |command: Command| {
        let id = format!("cli-{}", command.get_name());
        command.about(words.t(&id))
    };
    let noun = |name: &'static str, actions: Vec<Command>| {
        let actions = actions.into_iter().map(|action| {
            let id = format!("cli-{name}-{}", action.get_name());
            action.about(words.t(&id))
        });
        about(Command::new(name))
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
        Command::new("history").args([workspace(), text("limit")]),
        Command::new("verify").args([Arg::new("file").required(true).num_args(1..), flag("csv")]),
        Command::new("schema").arg(Arg::new("command")),
        Command::new("call").args([
            workspace(),
            needed("command"),
            Arg::new("request").default_value("-"),
        ]),
        Command::new("man").arg(needed("folder")),
    ];
    Command::new("assay")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.t("cli-about"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(everywhere(words))
        .subcommands(plain.map(about))
        .subcommand(noun("person", person()))
        .subcommand(noun("system", system()))
        .subcommand(noun("assessment", assessment()))
        .subcommand(noun("report", report()))
        .subcommand(noun("method", method()))
}

fn everywhere(words: &Words) -> [Arg; 4] {
    let option = |name: &'static str| {
        Arg::new(name)
            .long(name)
            .global(true)
            .help(words.t(&format!("cli-option-{name}")))
    };
    [
        option("json").action(ArgAction::SetTrue),
        option("lang").value_name("en|zh-CN"),
        option("passphrase-file").value_name("FILE"),
        option("new-passphrase-file").value_name("FILE"),
    ]
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
        Command::new("add").args([workspace(), text("facts").required(true)]),
        Command::new("import").args([
            workspace(),
            needed("file"),
            text("mapping"),
            flag("dry-run"),
        ]),
    ]
}

fn assessment() -> Vec<Command> {
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
        Command::new("show").args([workspace(), needed("assessment"), flag("result")]),
        Command::new("answer").args([
            workspace(),
            needed("assessment"),
            needed("question"),
            needed("value"),
            text("note"),
            text("reason"),
        ]),
        Command::new("measure").args([
            workspace(),
            needed("assessment"),
            needed("control"),
            needed("level"),
            text("note"),
        ]),
        Command::new("rate").args([
            workspace(),
            needed("assessment"),
            needed("risk"),
            text("likelihood"),
            text("impact"),
            text("not-applicable"),
        ]),
        Command::new("confirm").args([workspace(), needed("assessment")]),
        Command::new("submit").args([workspace(), needed("assessment"), text("signers")]),
        Command::new("approve").args([workspace(), needed("assessment")]),
        Command::new("return").args([
            workspace(),
            needed("assessment"),
            text("reason").required(true),
        ]),
    ]
}

fn report() -> Vec<Command> {
    vec![
        Command::new("list").arg(workspace()),
        Command::new("make").args([
            workspace(),
            text("assessment"),
            text("system"),
            text("report-lang"),
            flag("sign"),
            text("out"),
        ]),
        Command::new("sign").args([workspace(), needed("report"), text("out")]),
        Command::new("export").args([workspace(), needed("report"), needed("file")]),
    ]
}

fn method() -> Vec<Command> {
    let input = || Arg::new("input").default_value("-");
    vec![
        Command::new("show"),
        Command::new("grade").args([input(), flag("lines")]),
        Command::new("clause-level").args([input(), flag("lines")]),
        Command::new("answers").args([input(), flag("lines")]),
    ]
}

fn workspace() -> Arg {
    needed("workspace")
}

fn needed(name: &'static str) -> Arg {
    Arg::new(name).required(true)
}

fn text(name: &'static str) -> Arg {
    Arg::new(name).long(name)
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// Writes the manual pages into a folder.
pub(crate) fn write_pages(matches: &ArgMatches, words: &Words) -> Outcome {
    let folder = matches
        .get_one::<String>("folder")
        .map_or(".", String::as_str);
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(command(words), folder));
    written.map_err(|error| wire("file-failed", &[("detail", &error.to_string())]))?;
    Ok(Done::yes(serde_json::json!({ "folder": folder }), folder))
}
