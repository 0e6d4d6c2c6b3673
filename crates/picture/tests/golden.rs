//! Pictures as they are kept in `golden/`, byte for byte. After a change on purpose: `GOLDEN=write cargo test -p picture`,
//! and look at each of them.

mod samples;

use picture::{Direction, Picture, svg};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn drawn() -> Vec<(String, String)> {
    let directions = [("across", Direction::Across), ("down", Direction::Down)];
    let draw = |(name, picture): (&str, Picture)| {
        directions.map(|(suffix, direction)| {
            (format!("{name}.{suffix}.svg"), svg(&Picture { direction, ..picture.clone() }))
        })
    };
    samples::all().into_iter().flat_map(draw).collect()
}

#[test]
fn every_picture_is_as_it_is_kept() {
    let rewrite = env::var_os("GOLDEN").is_some_and(|wish| wish == "write");
    for (file, drawn) in drawn() {
        let path = folder().join(&file);
        if rewrite {
            fs::write(&path, &drawn).expect("the folder can be written to");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == drawn, "{file} has changed: GOLDEN=write cargo test -p picture, and look at it");
    }
}

#[test]
fn nothing_is_kept_that_isnt_drawn() {
    let drawn: Vec<String> = drawn().into_iter().map(|(file, _)| file).collect();
    for entry in fs::read_dir(folder()).expect("a folder of pictures") {
        let file = entry.expect("readable").file_name().into_string().expect("a plain name");
        assert!(drawn.contains(&file), "{file} is kept, but not drawn");
    }
}
