//! A file handed in as text: chosen or pasted, tried out, then confirmed.

use crate::http::Problem;
use crate::pages::Sent;
use front::{Field, Form, Markup, button, details, html};

const FILE: &str = "/file";
const TEXT: &str = "/text";

/// What is asked for: the file, or what stands in it.
pub(super) fn asked(form: &Form, accept: &str, label: &str, hint: &str) -> Markup {
    html! {
        (Field::new(form, FILE, "Chọn tệp").hint("Tệp được chọn sẽ thay cho nội dung trong ô bên dưới.").file(accept, ""))
        (Field::new(form, TEXT, label).hint(hint).text(24))
        (button("Xem trước"))
    }
}

/// As if what stands in the file that was chosen had been pasted.
///
/// # Errors
/// 422 at the file, where it isn't text.
pub(super) fn pasted(sent: &mut Sent) -> Result<(), Problem> {
    let Some(chosen) = sent.files.pop() else { return Ok(()) };
    let text = chosen.bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(no_text)?;
    sent.typed.set(TEXT, text.trim_start_matches('\u{feff}'));
    Ok(())
}

fn no_text() -> Problem {
    Problem::input(
        FILE,
        "type",
        "Tệp không phải văn bản UTF-8. Hãy lưu lại dưới dạng văn bản thuần UTF-8 rồi chọn lại.",
        "The file isn't text in UTF-8. Save it as plain text in UTF-8 and choose it again.",
    )
}

/// What was tried out: it goes along with what confirms it, so that what is confirmed is what was shown.
pub(super) fn tried(form: &Form) -> Markup {
    let text = form.typed.get(TEXT).unwrap_or_default();
    let file = html! {
        label.unseen for=(TEXT) { "Nội dung tệp" }
        textarea id=(TEXT) name=(TEXT) rows="16" readonly { "\n" (text) }
    };
    details("Nội dung tệp sẽ nhận", &file)
}
