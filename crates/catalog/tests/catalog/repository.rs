//! The files these tests read.

use calendar::Calendar;
use catalog::adoption::Adoption;
use catalog::files::{self, Format};
use catalog::{AgencyTree, Basis, Draft, calendar_file};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The nominal working day of every calendar in `config`, in minutes.
pub(crate) const MINUTES_PER_DAY: u32 = 480;

pub(crate) fn basis(agencies: &AgencyTree) -> Basis<'_> {
    Basis { agencies, minutes_per_day: MINUTES_PER_DAY }
}

pub(crate) fn agencies() -> AgencyTree {
    let text = read(&province().join("agencies.toml"));
    AgencyTree::new(files::agencies(&text, Format::Toml).expect("agencies.toml")).expect("a tree")
}

pub(crate) fn adoption() -> Adoption {
    files::adoption(&read(&province().join("adoption.toml")), Format::Toml).expect("adoption.toml")
}

/// Every procedure of the sample province, with the name of its file.
pub(crate) fn procedures() -> Vec<(String, Draft)> {
    let mut procedures = Vec::new();
    for path in toml_files(&province().join("procedures")) {
        let file = path.display().to_string();
        let drafts =
            files::procedures(&read(&path), Format::Toml).unwrap_or_else(|error| panic!("{file}: {error}"));
        procedures.extend(drafts.into_iter().map(|draft| (file.clone(), draft)));
    }
    procedures
}

/// Every calendar of `config/calendars`, by its code.
pub(crate) fn calendars() -> BTreeMap<String, Calendar> {
    let folder = repository().join("config/calendars");
    let other = |code: &str| fs::read_to_string(folder.join(format!("{code}.toml"))).ok();
    let read_one = |path: &PathBuf| {
        let file = path.display();
        let data =
            calendar_file::read(&read(path), 1, &other).unwrap_or_else(|error| panic!("{file}: {error}"));
        Calendar::new(data).unwrap_or_else(|error| panic!("{file}: {error}"))
    };
    let calendars = toml_files(&folder);
    calendars.iter().map(read_one).map(|calendar| (calendar.data().code.clone(), calendar)).collect()
}

/// The portal's data beside the repository, where it is.
pub(crate) fn portal_data() -> Option<String> {
    fs::read_to_string(repository().join("../shared/data/procedures.json")).ok()
}

fn province() -> PathBuf {
    repository().join("config/province")
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}
