//! What can be typed, with its help in the language of the person.

use super::words::Words;
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::OsString;

/// Name of the program that an inspector carries.
pub const PROGRAM: &str = "assay-verify";

/// Options that every command takes stand below its own.
const LAST: usize = 100;

/// Builds the grammar of the program that an inspector carries.
#[must_use]
pub fn inspector(words: &Words) -> Command {
    let grammar = Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .arg_required_else_help(true)
        .after_help(words.t("cli-verify-without-record"))
        .args(arguments())
        .args(["json", "lang"].map(everywhere));
    spoken(grammar, words, "cli-verify")
}

/// What verifying takes: files or folders, how to answer, and whom to trust.
#[must_use]
pub fn arguments() -> [Arg; 3] {
    [
        path_in(Arg::new("pdf").required(true).num_args(1..)),
        Arg::new("csv").long("csv").action(ArgAction::SetTrue),
        path_in(Arg::new("trust").long("trust").action(ArgAction::Append)),
    ]
}

/// An argument that is a path: the names of files need not be texts.
#[must_use]
pub fn path_in(argument: Arg) -> Arg {
    argument.value_parser(value_parser!(OsString))
}

/// An option that every command takes.
#[must_use]
pub fn everywhere(name: &'static str) -> Arg {
    let option = Arg::new(name).long(name).global(true);
    match name {
        "json" => option.action(ArgAction::SetTrue),
        "lang" => option.value_name("en|zh-CN"),
        _ => path_in(option),
    }
}

/// Gives a command, and those below it, their help; `id` is that of the command's own message.
#[must_use]
pub fn spoken(command: Command, words: &Words, id: &str) -> Command {
    let about = if id == "cli" {
        "cli-about".to_owned()
    } else {
        id.to_owned()
    };
    let usage = words.t("cli-word-usage");
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let own = if command.get_version().is_some() {
        vec![help, version]
    } else {
        vec![help]
    };
    let mut place = 0;
    let command = command
        .about(words.t(&about))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(own)
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .subcommand_help_heading(words.t("cli-word-commands"))
        .subcommand_value_name(words.t("cli-word-command"))
        .mut_args(|arg| {
            place += 1;
            let last = arg.is_global_set() || arg.get_id() == "help";
            let heading = if arg.is_positional() {
                "cli-word-arguments"
            } else {
                "cli-word-options"
            };
            let said = words.t(&format!("cli-arg-{}", arg.get_id()));
            arg.help(said)
                .help_heading(words.t(heading))
                .display_order(if last { LAST + place } else { place })
        });
    command.mut_subcommands(|below| {
        let id = format!("{id}-{}", below.get_name());
        spoken(below, words, &id)
    })
}
