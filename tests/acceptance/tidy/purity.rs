//! Pure crates know neither database nor web nor mail nor chance, and siblings never meet.

use super::root;
use std::process::Command;

const PURE: [&str; 10] = [
    "kernel", "calendar", "catalog", "intake", "routing", "deadline", "result", "dossier", "feedback",
    "picture",
];
const FORBIDDEN: [&str; 7] = ["diesel", "actix-web", "tokio", "lettre", "rand", "getrandom", "utoipa"];

/// The names of every crate that `package` is built with.
fn built_with(package: &str) -> Vec<String> {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--locked",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
            "--package",
            package,
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).expect("names are text");
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn a_pure_crate_knows_neither_database_nor_web_nor_mail_nor_chance() {
    for package in PURE {
        let crates = built_with(package);
        assert_eq!(crates.first().map(String::as_str), Some(package));
        for forbidden in FORBIDDEN {
            assert!(!crates.iter().any(|name| name == forbidden), "{package} is built with {forbidden}");
        }
    }
}

#[test]
fn siblings_never_import_each_other() {
    let siblings = ["intake", "routing", "deadline", "result", "feedback"];
    for package in siblings {
        let crates = built_with(package);
        for other in siblings.into_iter().filter(|other| *other != package) {
            assert!(!crates.iter().any(|name| name == other), "{package} imports {other}");
        }
    }
}

#[test]
fn the_store_knows_neither_web_nor_mail() {
    let crates = built_with("store");
    for forbidden in ["actix-web", "lettre", "utoipa"] {
        assert!(!crates.iter().any(|name| name == forbidden), "store is built with {forbidden}");
    }
}

#[test]
fn who_tells_people_knows_neither_database_nor_web_server() {
    let crates = built_with("notify");
    for forbidden in ["store", "diesel", "actix-web", "tokio", "utoipa"] {
        assert!(!crates.iter().any(|name| name == forbidden), "notify is built with {forbidden}");
    }
}

#[test]
fn what_keeps_files_knows_neither_store_nor_web_server_nor_dossier() {
    let crates = built_with("files");
    for forbidden in
        ["store", "diesel", "actix-web", "tokio", "utoipa", "dossier", "kernel", "chrono", "openssl"]
    {
        assert!(!crates.iter().any(|name| name == forbidden), "files is built with {forbidden}");
    }
}

#[test]
fn what_prints_letters_knows_neither_store_nor_web_nor_dossier() {
    let crates = built_with("letters");
    for forbidden in
        ["store", "diesel", "actix-web", "tokio", "lettre", "utoipa", "dossier", "chrono", "openssl"]
    {
        assert!(!crates.iter().any(|name| name == forbidden), "letters is built with {forbidden}");
    }
}
