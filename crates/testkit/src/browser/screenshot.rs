//! Pictures of pages, for people to look at.

use super::Browser;
use data_encoding::BASE64;
use serde_json::json;
use std::path::Path;
use std::{env, fs};

impl Browser {
    /// Puts a picture of the whole page as `NAME.png` into the folder that `MOTCUA_TEST_SCREENSHOTS` names; does nothing
    /// where it names none.
    ///
    /// # Panics
    /// Where it can't be written.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        let Some(folder) = env::var_os("MOTCUA_TEST_SCREENSHOTS") else { return };
        let answer = self.session.tools("Page.captureScreenshot", &json!({ "captureBeyondViewport": true }));
        let data = answer["data"].as_str().expect("a picture");
        let picture = BASE64.decode(data.as_bytes()).expect("Base64");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        fs::write(Path::new(&folder).join(format!("{name}.png")), picture).expect("written");
    }
}
