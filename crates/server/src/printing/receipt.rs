//! The receipt and appointment slip.

use super::told::Told;
use super::words::{counter, dossier, fees};
use crate::app::App;
use crate::http::Problem;
use catalog::Form;
use intake::Handed;
use kernel::ComponentCode;
use letters::{Component, Letter, Receipt};

/// # Errors
/// Not found before acceptance.
pub(super) fn receipt(app: &App, told: &Told) -> Result<Letter, Problem> {
    let accepted = told.state.intake.accepted.as_ref().ok_or(Problem::NotFound)?;
    let note = "Ngày nghỉ của năm sau chưa được công bố; ngày hẹn có thể được tính lại và sẽ được thông báo.";
    Ok(Letter::Receipt(Receipt {
        dossier: dossier(told),
        submitter: None,
        components: components(told),
        processing: accepted.time.vietnamese(),
        received: accepted.at.into(),
        appointment: accepted.appointment.at.into(),
        appointment_note: accepted.appointment.provisional.then(|| note.to_owned()),
        return_place: counter(told.agency()?),
        fees: fees(told),
        secret: Some(app.keys.secret_of(told.dossier)),
    }))
}

/// A row for each component, in the order of the published version; its forms side by side.
fn components(told: &Told) -> Vec<Component> {
    let listed = told.version.components_of(&told.submitted.case);
    let row = |component: &catalog::Component| {
        let handed: Vec<&Handed> = handed_of(told, &component.code).collect();
        (!handed.is_empty()).then(|| of_forms(&component.name, &handed))
    };
    listed.filter_map(row).collect()
}

fn handed_of<'a>(told: &'a Told, component: &ComponentCode) -> impl Iterator<Item = &'a Handed> {
    told.state.intake.components.iter().filter(move |handed| handed.component == *component)
}

fn of_forms(name: &str, handed: &[&Handed]) -> Component {
    let count = |form| handed.iter().filter(|one| one.form == form).map(|one| u32::from(one.copies)).sum();
    let copies: u32 = count(Form::CopyWithOriginal);
    let compared = (copies > 0).then(|| "đã đối chiếu bản chính".to_owned());
    let on_paper = handed.iter().find_map(|one| one.paper_only_reason.clone());
    let notes: Vec<String> = compared.into_iter().chain(on_paper).collect();
    Component {
        name: name.to_owned(),
        originals: count(Form::Original),
        certified: count(Form::CertifiedCopy),
        copies,
        note: (!notes.is_empty()).then(|| notes.join("; ")),
    }
}
