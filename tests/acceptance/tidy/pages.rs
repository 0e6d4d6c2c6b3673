//! Pages that people rely on agree with the code.

use super::{root, text};
use std::fs;

#[test]
fn the_readme_names_the_two_commands() {
    let readme = text("README.md");
    for command in ["cargo run -- demo", "cargo xtask test"] {
        assert!(readme.contains(command), "README.md doesn't name `{command}`");
    }
}

#[test]
fn every_crate_has_a_readme() {
    for entry in fs::read_dir(root().join("crates")).expect("there are crates") {
        let folder = entry.expect("readable").path();
        assert!(folder.join("README.md").is_file(), "{} has no README.md", folder.display());
    }
}

#[test]
fn every_decision_is_on_the_list_of_decisions() {
    let list = text("docs/decisions/README.md");
    for entry in fs::read_dir(root().join("docs/decisions")).expect("there are decisions") {
        let name = entry.expect("readable").file_name().into_string().expect("a plain name");
        assert!(name == "README.md" || list.contains(&format!("({name})")), "{name} isn't on the list");
    }
}
