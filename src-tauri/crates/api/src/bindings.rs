//! TypeScript types of the contract, written to `ui/src/api/contract.gen.ts`.

use crate::contract::*;
use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// Collects the declaration of each type that a command reaches.
struct Declarations<'a> {
    config: &'a Config,
    seen: BTreeSet<TypeId>,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.by_name
                .insert(T::ident(self.config), T::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! commands {
    (host { $($host:ident($host_request:ident) -> $host_response:ident,)* }
     session { $($name:ident($request:ident) -> $response:ident,)* }) => {
        /// Names of the commands that speak to the window or the desktop.
        pub const HOST_COMMANDS: &[&str] = &[$(stringify!($host)),*];

        /// Names of the commands that work on the program and its workspace.
        pub const SESSION_COMMANDS: &[&str] = &[$(stringify!($name)),*];

        /// Returns the text of `contract.gen.ts`: every type and the map of commands.
        #[must_use]
        pub fn typescript() -> String {
            let config = Config::default();
            let mut types = Declarations { config: &config, seen: BTreeSet::new(), by_name: BTreeMap::new() };
            $(types.visit::<$host_request>(); types.visit::<$host_response>();)*
            $(types.visit::<$request>(); types.visit::<$response>();)*
            types.visit::<WireError>();
            let mut text = String::from(
                "// Written by `cargo xtask bindings` from src-tauri/crates/api/src/contract.rs. Do not edit.\n",
            );
            for declaration in types.by_name.values() {
                let _ = writeln!(text, "\nexport {declaration}");
            }
            text.push_str("\n/** Request and response of every command. */\nexport interface Commands {\n");
            let rows: &[(&str, String, String)] = &[
                $((stringify!($host), $host_request::name(&config), $host_response::name(&config)),)*
                $((stringify!($name), $request::name(&config), $response::name(&config)),)*
            ];
            for (name, request, response) in rows {
                let _ = writeln!(text, "  {name}: {{ request: {request}; response: {response} }};");
            }
            text.push_str("}\n");
            text
        }

        /// Returns the JSON schemas of every command's request and response, by command name.
        #[must_use]
        pub fn schemas() -> BTreeMap<&'static str, (schemars::Schema, schemars::Schema)> {
            BTreeMap::from([
                $((stringify!($host), (schemars::schema_for!($host_request), schemars::schema_for!($host_response))),)*
                $((stringify!($name), (schemars::schema_for!($request), schemars::schema_for!($response))),)*
            ])
        }
    };
}

crate::with_commands!(commands);
