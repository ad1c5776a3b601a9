//! Prints the TypeScript types of the contract.
#![allow(clippy::print_stdout)]

fn main() {
    print!("{}", assay_api::bindings::typescript());
}
