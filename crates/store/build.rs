//! Migrations are embedded at compile time: a changed one must recompile this crate.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
