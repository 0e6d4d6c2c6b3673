//! Files as a form sends them.

use super::answer::Answer;
use super::client::{Call, Client};

/// What stands between the parts of every body made here.
pub const BOUNDARY: &str = "motcua-4711";

/// A part of a body: a file with its name, in the field `files`.
pub fn file_part(name: &str, bytes: &[u8]) -> Vec<u8> {
    part(&format!("name=\"files\"; filename=\"{name}\""), bytes)
}

/// A part of a body with these words about it.
pub fn part(said: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {said}\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

/// A body of these parts.
pub fn body(parts: &[Vec<u8>]) -> Vec<u8> {
    [parts.concat(), format!("--{BOUNDARY}--\r\n").into_bytes()].concat()
}

impl Call<'_> {
    /// With these parts as its body.
    #[must_use]
    pub fn parts(self, parts: &[Vec<u8>]) -> Self {
        let media_type = format!("multipart/form-data; boundary={BOUNDARY}");
        self.header("Content-Type", &media_type).body(body(parts))
    }
}

impl Client {
    /// Adds a file to a dossier.
    #[track_caller]
    pub fn add_file(&self, dossier: &str, name: &str, bytes: &[u8]) -> Answer {
        self.add_parts(dossier, &[file_part(name, bytes)])
    }

    /// Sends these parts to a dossier's files.
    #[track_caller]
    pub fn add_parts(&self, dossier: &str, parts: &[Vec<u8>]) -> Answer {
        self.call("POST", &format!("dossiers/{dossier}/files")).parts(parts).send()
    }

    /// The names of the files that a dossier shows.
    #[track_caller]
    pub fn files_of(&self, dossier: &str) -> Vec<String> {
        let files = self.get(&format!("dossiers/{dossier}")).is(200).at("/files");
        let names = files.as_array().into_iter().flatten();
        names.map(|file| file["name"].as_str().unwrap_or_default().to_owned()).collect()
    }
}
