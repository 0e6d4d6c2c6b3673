//! `docs/PERFORMANCE.md`: each figure between two markers of its name, the rest written by hand.

use std::fs;

use anyhow::{Context, Result};

use crate::workspace;

/// Puts `text` between the markers of `name`.
///
/// # Errors
/// A page without these markers, or one that can't be written.
pub(crate) fn put(name: &str, text: &str) -> Result<()> {
    let path = workspace::root().join("docs/PERFORMANCE.md");
    let page = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let page =
        replaced(&page, name, text).with_context(|| format!("{}: no place for {name}", path.display()))?;
    fs::write(&path, page).with_context(|| path.display().to_string())
}

fn replaced(page: &str, name: &str, text: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}{text}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn only_what_stands_between_the_markers_changes() {
        let page = "a\n<!-- x -->\nold\n<!-- end of x -->\nb";
        assert_eq!(replaced(page, "x", "new").as_deref(), Some("a\n<!-- x -->\nnew\n<!-- end of x -->\nb"));
        assert_eq!(replaced(page, "y", "new"), None);
    }
}
