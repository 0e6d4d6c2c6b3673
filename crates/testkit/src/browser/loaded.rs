//! What came over the wire for the page that is shown.

use super::Browser;
use serde_json::json;

/// What Chromium says of a file that came: its address, how large it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loaded {
    /// Its address: a path of the server's, or the whole of a foreign one.
    pub from: String,
    /// Bytes over the wire: the body as it was packed, and 300 for the headers; 0 where it came from the cache.
    pub bytes: u64,
}

const LOADED: &str = "
    const kinds = ['navigation', 'resource'];
    return kinds.flatMap((kind) => performance.getEntriesByType(kind))
        .map((entry) => [entry.name, entry.transferSize]);
";

impl Browser {
    /// The page and everything that it had loaded.
    #[track_caller]
    pub fn loaded(&self) -> Vec<Loaded> {
        let answer = self.session.run(LOADED, &json!([]));
        let entries = answer.as_array().into_iter().flatten();
        entries.map(|entry| self.one(entry[0].as_str(), entry[1].as_u64())).collect()
    }

    /// How many bytes came over the wire for it.
    #[track_caller]
    pub fn bytes(&self) -> u64 {
        self.loaded().iter().map(|file| file.bytes).sum()
    }

    /// The HTTP status that the page came with.
    #[track_caller]
    pub fn status(&self) -> u64 {
        let answer = self
            .session
            .run("return performance.getEntriesByType('navigation')[0].responseStatus", &json!([]));
        answer.as_u64().expect("a page came")
    }

    fn one(&self, from: Option<&str>, bytes: Option<u64>) -> Loaded {
        let from = from.unwrap_or_default();
        let from = from.strip_prefix(&self.server).unwrap_or(from).to_owned();
        Loaded { from, bytes: bytes.unwrap_or_default() }
    }
}
