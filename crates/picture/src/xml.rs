//! Writing XML: elements with attributes in the order given, everything escaped.

use std::fmt::{self, Display, Write};

/// An element with its attributes and what stands in it.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: Option<String>,
    children: Vec<Element>,
}

impl Element {
    /// An empty element.
    pub(crate) fn new(name: &'static str) -> Self {
        Element { name, attributes: Vec::new(), text: None, children: Vec::new() }
    }

    /// With this attribute.
    pub(crate) fn set(mut self, name: &'static str, value: impl Display) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// With this text.
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// With these elements in it, after those already there.
    pub(crate) fn with(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children);
        self
    }

    fn write(&self, out: &mut String, depth: usize) -> fmt::Result {
        let indent = "  ".repeat(depth);
        write!(out, "{indent}<{}", self.name)?;
        for (name, value) in &self.attributes {
            write!(out, " {name}=\"{}\"", escaped(value))?;
        }
        match (&self.text, self.children.as_slice()) {
            (None, []) => return writeln!(out, "/>"),
            (Some(text), []) => write!(out, ">{}", escaped(text))?,
            (_, children) => {
                writeln!(out, ">")?;
                children.iter().try_for_each(|child| child.write(out, depth + 1))?;
                write!(out, "{indent}")?;
            }
        }
        writeln!(out, "</{}>", self.name)
    }
}

impl Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.write(&mut out, 0)?;
        f.write_str(&out)
    }
}

/// The text with its markup disarmed; what XML 1.0 forbids altogether becomes a replacement character.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'.. => out.push(letter),
            _ => out.push('\u{fffd}'),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_disarmed_and_forbidden_characters_replaced() {
        let element = Element::new("text").set("x", "\"<&").text("</text>&\u{0}\u{b}\u{ffff}đất");
        let expected = "<text x=\"&quot;&lt;&amp;\">&lt;/text&gt;&amp;\u{fffd}\u{fffd}\u{fffd}đất</text>\n";
        assert_eq!(element.to_string(), expected);
    }

    #[test]
    fn children_stand_one_a_line() {
        let element = Element::new("g").with([Element::new("rect"), Element::new("path").set("d", "M0 0")]);
        assert_eq!(element.to_string(), "<g>\n  <rect/>\n  <path d=\"M0 0\"/>\n</g>\n");
    }
}
