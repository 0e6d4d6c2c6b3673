//! Every text as people get it, kept in `golden/`. After a change on purpose: `GOLDEN=write cargo test -p notify`, and
//! look at what git shows.

use notify::sms::Segments;
use notify::{Occasion, Script, Templates, samples};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// All samples of one text.
fn told(text: &str) -> String {
    let of_text = samples().into_iter().filter(|occasion| occasion.text() == text);
    of_text.map(|occasion| one(&occasion)).collect::<Vec<_>>().join("\n")
}

fn one(occasion: &Occasion) -> String {
    let name = "Trần Thị Bình";
    let plain = Templates::built_in().sms(occasion, name);
    let marked = Templates::built_in().in_script(Script::Diacritics).sms(occasion, name);
    let letter = Templates::built_in().email(occasion, name);
    format!(
        "=== {} to {:?}, {:?}\n{plain}\n({} segments)\n{marked}\n({} segments)\n--- {}\n{}",
        occasion.topic(),
        occasion.audience(),
        occasion.ground(),
        Segments::of(&plain).count(),
        Segments::of(&marked).count(),
        letter.subject,
        letter.body
    )
}

#[test]
fn every_text_is_told_as_it_is_kept() {
    let rewrite = env::var_os("GOLDEN").is_some_and(|wish| wish == "write");
    let mut names: Vec<&str> = samples().iter().map(Occasion::text).collect();
    names.dedup();
    for name in names {
        let path = folder().join(format!("{name}.txt"));
        if rewrite {
            fs::write(&path, told(name)).expect("the folder can be written to");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == told(name),
            "{name} is told otherwise than {} keeps it:\n{}",
            path.display(),
            told(name)
        );
    }
}
