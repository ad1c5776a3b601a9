//! Project tasks: run, test, check, bench, bundle, bindings.

fn main() {}
