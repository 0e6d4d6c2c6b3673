//! What becomes otherwise with an agency.

use catalog::Agency;
use store::office::Change;

/// A part of an agency: its name, and how it is read.
type Part = (&'static str, fn(&Agency) -> String);

/// What becomes otherwise, from nothing where the agency is new.
pub(super) fn differences(from: Option<&Agency>, to: &Agency) -> Vec<Change> {
    let said: [Part; 8] = [
        ("name", |agency| agency.name.clone()),
        ("parent", |agency| agency.parent.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("calendar", |agency| agency.calendar.clone()),
        ("counter", |agency| agency.counter.clone().unwrap_or_default()),
        ("address", |agency| agency.address.clone().unwrap_or_default()),
        ("hotline", |agency| agency.hotline.clone().unwrap_or_default()),
        ("place", |agency| agency.place.clone().unwrap_or_default()),
        ("sign", |agency| agency.sign.clone().unwrap_or_default()),
    ];
    let of = |(what, said): Part| Change::of(what, from.map(said).unwrap_or_default(), said(to));
    said.into_iter().filter_map(of).collect()
}
