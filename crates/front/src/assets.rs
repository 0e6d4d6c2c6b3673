//! The style sheet, the script and the icon, under addresses that change with their bytes, so that browsers may keep them for ever.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// A file that pages need.
#[derive(Debug)]
pub struct Asset {
    /// Its name, with a hash of its bytes in it.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub text: &'static str,
}

/// The style sheet.
pub static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::of("front", "css", "text/css; charset=utf-8", include_str!("../assets/front.css"))
});

/// The script.
pub static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::of("front", "js", "text/javascript; charset=utf-8", include_str!("../assets/front.js"))
});

/// The picture in a window's tab.
pub static ICON: LazyLock<Asset> =
    LazyLock::new(|| Asset::of("front", "svg", "image/svg+xml", include_str!("../assets/front.svg")));

impl Asset {
    fn of(stem: &str, ending: &str, media_type: &'static str, text: &'static str) -> Self {
        let hash = HEXLOWER.encode(&Sha256::digest(text.as_bytes())[..6]);
        Self { name: format!("{stem}-{hash}.{ending}"), media_type, text }
    }

    /// Where it lies.
    pub fn address(&self) -> String {
        format!("/tinh/{}", self.name)
    }

    /// The asset with this name.
    pub fn named(name: &str) -> Option<&'static Asset> {
        [&*STYLE, &*SCRIPT, &*ICON].into_iter().find(|asset| asset.name == name)
    }
}
