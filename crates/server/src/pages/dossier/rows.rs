//! Rows of a form: one for each component of a case.

use super::seen::Seen;
use catalog::Component;
use front::{Choice, Field, Form, Markup, Typed, html};
use intake::FaultKind;
use kernel::Lang;

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
                    (Field::new(form, &format!("/items/{place}/fault"), "Cần bổ sung vì").select(&choices))
                    (Field::new(form, &format!("/items/{place}/note"), "Cần làm gì").max(1000).line())
                }
            }
        }
    }
}

fn is_of_a_component(kind: FaultKind) -> bool {
    kind.is_seen_by_a_person() || kind == FaultKind::Missing || kind == FaultKind::FormNotAccepted
}

/// The components that are handed in: a tick, a form and a number for each.
pub(crate) fn components<'a>(form: &Form, components: impl Iterator<Item = &'a Component>) -> Markup {
    html! {
        @for (place, component) in components.enumerate() {
            fieldset.field {
                legend.unseen { (component.name) }
                div.choice {
                    input type="checkbox" id=(format!("/components/{place}/component")) name=(format!("/components/{place}/component"))
                        value=(component.code) checked[form.typed.has(&format!("/components/{place}/component"), component.code.as_str())];
                    label for=(format!("/components/{place}/component")) {
                        (component.name)
                        @if let Some(condition) = &component.only_if { span.hint { (condition) } }
                    }
                }
                div.row {
                    (Field::new(form, &format!("/components/{place}/form"), "Hình thức").select(&forms(component)))
                    (Field::new(form, &format!("/components/{place}/copies:int"), "Số lượng").digits().line())
                    (Field::new(form, &format!("/components/{place}/paper_only_reason"), "Lý do chỉ lưu bản giấy").max(500).line())
                }
            }
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

fn forms(component: &Component) -> Vec<Choice> {
    let each = component
        .any_of
        .iter()
        .map(|way| Choice::new(form_name(way.form), format!("{} ({})", way.form.vietnamese(), way.count)));
    each.collect()
}

fn form_name(form: catalog::Form) -> &'static str {
    match form {
        catalog::Form::Original => "original",
        catalog::Form::CertifiedCopy => "certified_copy",
        catalog::Form::CopyWithOriginal => "copy_with_original",
    }
}
