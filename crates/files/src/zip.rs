//! The names in a ZIP, from the directory at its end. Nothing is unpacked.

/// Where an entry's name begins in its local header.
const NAME: usize = 30;
/// The longest comment that may stand behind the directory's end.
const COMMENT: usize = 65_535;
/// The directory's end without its comment.
const END: usize = 22;
/// An entry of the directory without its name.
const ENTRY: usize = 46;

/// The names of a ZIP's entries; none where it isn't one, or its directory doesn't hold together.
pub(crate) fn names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let end = end(bytes)?;
    let (count, begin) = (number(end.get(10..12)?), number(end.get(16..20)?));
    let mut rest = bytes.get(begin..)?;
    let mut names = Vec::new();
    for _ in 0..count {
        let (name, behind) = entry(rest)?;
        names.push(name);
        rest = behind;
    }
    Some(names)
}

/// Whether the first entry is `mimetype`, not packed, and says this: so an OpenDocument says what it is.
pub(crate) fn begins_with_mimetype(bytes: &[u8], media_type: &str) -> bool {
    let is_plain = bytes.get(8..10) == Some(&[0, 0]);
    let said = bytes.get(NAME..).and_then(|from| from.strip_prefix(b"mimetype"));
    is_plain && said.is_some_and(|said| said.starts_with(media_type.as_bytes()))
}

/// The directory's end: the last of what looks like one.
fn end(bytes: &[u8]) -> Option<&[u8]> {
    let from = bytes.len().saturating_sub(END + COMMENT);
    let tail = &bytes[from..];
    let at = tail.windows(4).rposition(|part| part == b"PK\x05\x06")?;
    tail.get(at..).filter(|end| end.len() >= END)
}

/// An entry's name, and what stands behind the entry.
fn entry(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let head = rest.get(..ENTRY).filter(|head| head.starts_with(b"PK\x01\x02"))?;
    let lengths = [28..30, 30..32, 32..34].map(|place| number(&head[place]));
    let name = rest.get(ENTRY..ENTRY + lengths[0])?;
    Some((name, rest.get(ENTRY + lengths.iter().sum::<usize>()..)?))
}

fn number(bytes: &[u8]) -> usize {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::packed;

    #[test]
    fn the_names_stand_in_the_directory() {
        let zip = packed(&["mimetype=x", "content.xml"]);
        assert_eq!(names(&zip), Some(vec![b"mimetype".as_slice(), b"content.xml"]));
        assert!(begins_with_mimetype(&zip, "x") && !begins_with_mimetype(&zip, "y"));
    }

    #[test]
    fn what_is_cut_or_broken_at_any_place_is_no_zip_and_no_panic() {
        let zip = packed(&["mimetype=x", "content.xml"]);
        for length in 0..zip.len() {
            assert_eq!(names(&zip[..length]), None, "{length}");
        }
        for place in 0..zip.len() {
            let mut broken = zip.clone();
            broken[place] = 0xff;
            names(&broken);
            begins_with_mimetype(&broken, "x");
        }
    }
}
