//! The contract, the commands that the shell registers, and what the page is allowed: one list.

use crate::source::read;
use assay_api::bindings::{HOST_COMMANDS, SESSION_COMMANDS};
use serde_json::Value;

fn declared() -> Vec<String> {
    let all = HOST_COMMANDS.iter().chain(SESSION_COMMANDS);
    all.map(|name| (*name).to_owned()).collect()
}

#[test]
fn contract_registered_commands_and_permissions_are_one_list() {
    let registered: Vec<String> = read("src-tauri/commands.list")
        .lines()
        .map(str::to_owned)
        .collect();
    assert_eq!(registered, declared());
    let capability: Value =
        serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    let permitted: Vec<String> = serde_json::from_value(capability["permissions"].clone()).unwrap();
    let wanted: Vec<String> = declared()
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    assert_eq!(permitted, wanted);
    let generated = read("ui/src/api/contract.gen.ts");
    for name in declared() {
        assert!(generated.contains(&format!("\n  {name}: {{")), "{name}");
    }
}

#[test]
fn the_page_has_a_strict_policy_and_one_window() {
    let configuration: Value = serde_json::from_str(&read("src-tauri/tauri.conf.json")).unwrap();
    let policy = &configuration["app"]["security"]["csp"];
    assert_eq!(policy["default-src"], "'none'");
    assert_eq!(policy["script-src"], "'self'");
    assert_eq!(policy["style-src"], "'self'");
    assert_eq!(policy["connect-src"], "ipc: http://ipc.localhost");
    let directives = policy.as_object().unwrap();
    for (name, value) in directives {
        let value = value.as_str().unwrap();
        assert!(!value.contains("unsafe"), "{name} {value}");
        assert!(!value.contains('*'), "{name} {value}");
    }
    assert_eq!(configuration["app"]["windows"].as_array().unwrap().len(), 1);
    assert_eq!(
        configuration["app"]["security"]["capabilities"],
        serde_json::json!(["main"])
    );
}
