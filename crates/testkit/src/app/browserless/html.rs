//! Just enough of HTML to read our own pages' forms.

/// A form with what a browser would send of it.
pub(super) struct Form {
    pub(super) action: String,
    pub(super) fields: Vec<(String, String)>,
}

/// The forms that are posted.
pub(super) fn forms(html: &str) -> Vec<Form> {
    let forms = html.split("<form ").skip(1).filter_map(|rest| rest.split_once('>'));
    let posted = forms.filter(|(tag, _)| attribute(tag, "method").as_deref() == Some("post"));
    let form = |(tag, rest): (&str, &str)| {
        let inside = rest.split("</form>").next().unwrap_or_default();
        Form { action: attribute(tag, "action").unwrap_or_default(), fields: fields(inside) }
    };
    posted.map(form).collect()
}

fn fields(html: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut select = String::new();
    for piece in html.split('<') {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        match tag.split(' ').next().unwrap_or_default() {
            "input" => fields.extend(input(tag)),
            "select" => select = attribute(tag, "name").unwrap_or_default(),
            "option" => choose(&mut fields, &select, tag),
            "textarea" => {
                let text = unescaped(text.strip_prefix('\n').unwrap_or(text));
                fields.extend(attribute(tag, "name").map(|name| (name, text)));
            }
            _ => {}
        }
    }
    fields
}

fn input(tag: &str) -> Option<(String, String)> {
    let kind = attribute(tag, "type").unwrap_or_default();
    let is_off = matches!(kind.as_str(), "checkbox" | "radio") && !has(tag, "checked");
    let name = attribute(tag, "name").filter(|_| !is_off && kind != "file")?;
    Some((name, attribute(tag, "value").unwrap_or_default()))
}

/// A list has its first choice, until another is the chosen one.
fn choose(fields: &mut Vec<(String, String)>, select: &str, tag: &str) {
    let value = attribute(tag, "value").unwrap_or_default();
    let known = fields.iter().position(|(name, _)| name == select);
    match known {
        None => fields.push((select.to_owned(), value)),
        Some(place) if has(tag, "selected") => fields[place].1 = value,
        Some(_) => {}
    }
}

fn has(tag: &str, word: &str) -> bool {
    tag.split(' ').any(|part| part == word)
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) =
        format!(" {tag}").split_once(&format!(" {name}=\"")).map(|(a, b)| (a.len(), b.to_owned()))?;
    rest.split('"').next().map(unescaped)
}

/// The text inside the first element with these attributes, without the tags in it; empty where there is none.
pub(super) fn text_of(html: &str, attributes: &str) -> String {
    let inside = html.split_once(attributes).and_then(|(_, rest)| rest.split_once('>'));
    let text = inside.and_then(|(_, rest)| rest.split("</").next()).unwrap_or_default();
    unescaped(
        text.split('<').map(|piece| piece.rsplit('>').next().unwrap_or_default()).collect::<String>().trim(),
    )
}

/// A text as it was before it was escaped.
pub(super) fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::{forms, text_of};

    const PAGE: &str = r#"<form method="get" action="/tim"><input name="q"></form>
        <form method="post" action="/luu"><input type="hidden" name="_key" value="a&amp;b">
        <input type="checkbox" name="/roles" value="x" checked><input type="checkbox" name="/roles" value="y">
        <select name="/co"><option value="1">Một</option><option value="2" selected>Hai</option></select>
        <textarea name="/text">
&lt;p&gt;</textarea><button type="submit">Gửi</button></form><p class="fault" id="/co-fault">Sai</p>"#;

    #[test]
    fn a_form_is_sent_as_it_stands() {
        let [form] = &forms(PAGE)[..] else { panic!("one form is posted") };
        let fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(form.action, "/luu");
        assert_eq!(fields, [("_key", "a&b"), ("/roles", "x"), ("/co", "2"), ("/text", "<p>")]);
        assert_eq!(text_of(PAGE, "id=\"/co-fault\""), "Sai");
    }
}
