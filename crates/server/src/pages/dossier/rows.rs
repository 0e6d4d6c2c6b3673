//! Rows of a form: one for each component of a case.

use super::seen::Seen;
use crate::pages::words::form as form_in_words;
use catalog::Component;
use front::{Choice, Field, Form, Markup, Typed, html};
use intake::FaultKind;
use kernel::{Lang, Said};

/// What is wrong with which component: a choice for each, nothing chosen at first.
pub(super) fn items(form: &Form, seen: &Seen) -> Markup {
    let case = seen.case();
    let kinds = FaultKind::ALL.into_iter().filter(|kind| is_of_a_component(*kind));
    let kinds = kinds.map(|kind| Choice::new(kind.as_str(), kind.said().to(Lang::Vi)));
    let choices: Vec<Choice> =
        std::iter::once(Choice::new("", "Không có gì cần bổ sung")).chain(kinds).collect();
    html! {
        @for (place, component) in seen.version.components_of(&case).enumerate() {
            fieldset.field {
                legend { (component.name) }
                input type="hidden" name=(format!("/items/{place}/component")) value=(component.code);
                div.row {
                    (Field::new(form, format!("/items/{place}/fault"), "Cần bổ sung vì").of(&component.name).select(&choices))
                    (Field::new(form, format!("/items/{place}/note"), "Cần làm gì").of(&component.name).max(1000).line())
                }
            }
        }
    }
}

fn is_of_a_component(kind: FaultKind) -> bool {
    kind.is_seen_by_a_person() || kind == FaultKind::Missing || kind == FaultKind::FormNotAccepted
}

/// The components that are handed in: a tick, a form, a number and a scan for each.
pub(crate) fn components<'a>(
    form: &Form,
    components: impl Iterator<Item = &'a Component>,
    lang: Lang,
) -> Markup {
    html! {
        @for (place, component) in components.enumerate() {
            (row(form, &format!("/components/{place}"), component, lang))
        }
    }
}

fn row(form: &Form, at: &str, component: &Component, lang: Lang) -> Markup {
    let say = |vi, en| Said { vi, en }.to(lang);
    let field = |name: &str, label| Field::new(form, format!("{at}/{name}"), label).of(&component.name);
    let mut tick = Field::new(form, format!("{at}/component"), &component.name);
    if let Some(condition) = &component.only_if {
        tick = tick.hint(condition);
    }
    html! {
        fieldset.field.component {
            legend.unseen { (say("Giấy tờ: ", "Paper: ")) (component.name) }
            (tick.tick_of(component.code.as_str()))
            div.row {
                (field("form", say("Hình thức", "Form")).select(&forms(component, lang)))
                (field("copies:int", say("Số lượng", "Copies")).digits().line())
            }
            div.row {
                div { (field("file", say("Bản điện tử (PDF hoặc ảnh)", "Scan (PDF or picture)")).file(TAKEN, there(lang))) }
                (field("paper_only_reason", say("Nếu không có: lý do chỉ lưu bản giấy", "If there is none: why paper only")).max(500).line())
            }
        }
    }
}

/// That a file which was sent before goes along.
pub(super) fn there(lang: Lang) -> &'static str {
    Said {
        vi: "Đã có tệp. Chọn tệp khác nếu muốn thay.",
        en: "A file is there. Choose another to replace it.",
    }
    .to(lang)
}

/// What a browser proposes to choose from; what is taken is decided by the bytes.
const TAKEN: &str = ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx,.odt";

/// A component of which a scan is there is handed in, whether or not its box was ticked.
pub(crate) fn ticked<'a>(typed: &mut Typed, components: impl Iterator<Item = &'a Component>) {
    for (place, component) in components.enumerate() {
        let has_file = typed.get(&format!("/components/{place}/file")).is_some_and(|file| !file.is_empty());
        if has_file {
            typed.set(&format!("/components/{place}/component"), component.code.as_str());
        }
    }
}

/// What a row proposes: the first form that is accepted, in its number.
pub(crate) fn proposed<'a>(typed: Typed, components: impl Iterator<Item = &'a Component>) -> Typed {
    components.enumerate().fold(typed, |typed, (place, component)| {
        let Some(first) = component.any_of.first() else { return typed };
        let form = form_name(first.form);
        typed
            .with(format!("/components/{place}/form"), form)
            .with(format!("/components/{place}/copies:int"), first.count.to_string())
    })
}

fn forms(component: &Component, lang: Lang) -> Vec<Choice> {
    let each = component.any_of.iter().map(|way| {
        Choice::new(form_name(way.form), format!("{} ({})", form_in_words(way.form, lang), way.count))
    });
    each.collect()
}

fn form_name(form: catalog::Form) -> &'static str {
    match form {
        catalog::Form::Original => "original",
        catalog::Form::CertifiedCopy => "certified_copy",
        catalog::Form::CopyWithOriginal => "copy_with_original",
    }
}
