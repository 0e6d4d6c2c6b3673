//! Files of dossiers: what is taken and what isn't, under which name, whose they are, and what acts name of them.

mod away;
mod broken;
mod limits;
mod named;
mod rights;
mod taken;

use serde_json::Value;
use std::fs;
use testkit::app::{CERTIFICATE, Client, Receipt, TestApp, WARD};

pub(super) use files::{Kind, samples};

/// A small PDF.
pub(super) fn pdf() -> Vec<u8> {
    samples::of(Kind::Pdf)
}

/// A PDF that says this, and so isn't another one.
fn pdf_of(words: &str) -> Vec<u8> {
    [pdf(), format!("% {words}\n").into_bytes()].concat()
}

/// A PDF of exactly this length.
fn pdf_of_length(length: usize) -> Vec<u8> {
    let mut bytes = pdf();
    bytes.resize(length, b' ');
    bytes
}

/// An accepted dossier of the ward.
fn accepted(app: &TestApp) -> Receipt {
    app.clerk(WARD).take_in(CERTIFICATE)
}

/// The id of a file that somebody adds.
#[track_caller]
pub(super) fn added(client: &Client, dossier: &str, name: &str, bytes: &[u8]) -> String {
    client.add_file(dossier, name, bytes).is(201).text_at("/0/id")
}

/// Where a file of a dossier is to be had.
fn path(dossier: &str, file: &str) -> String {
    format!("dossiers/{dossier}/files/{file}")
}

/// The names of files in an answer.
fn names(files: &Value) -> Vec<&str> {
    files.as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect()
}

/// How many files lie on the shelf.
fn on_the_shelf(app: &TestApp) -> usize {
    let inside = |folder| fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    inside(app.shelf()).flat_map(inside).count()
}
