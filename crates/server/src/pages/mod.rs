//! Pages: what people see. A page asks what the API asks, by the same rights, and says it in words; its forms become the
//! same commands. No rule lives here.

pub(crate) mod approvals;
pub(crate) mod assets;
pub(crate) mod citizen;
pub(crate) mod counter;
pub(crate) mod desk;
pub(crate) mod dossier;
mod found;
pub(crate) mod home;
pub(crate) mod hotline;
pub(crate) mod late;
pub(crate) mod office;
mod parts;
mod places;
pub(crate) mod problem;
pub(crate) mod procedures;
mod sent;
pub(crate) mod sign_in;
pub(crate) mod submit;
pub(crate) mod uploads;
pub(crate) mod visit;
mod words;

pub(crate) use sent::{Sent, WithFiles, faults};
pub(crate) use visit::{By, Visit, see};

/// Where a list goes on, for what was looked for.
fn onward(page: &str, typed: &front::Typed, next: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(typed.0.iter().filter(|(_, value)| !value.is_empty())).append_pair("after", next);
    format!("{page}?{}", query.finish())
}

/// Whether this is the address of a page, or of something that only programs ask for.
pub(crate) fn is_page(path: &str) -> bool {
    const FOR_PROGRAMS: [&str; 4] = ["/api", "/healthz", "/readyz", "/metrics"];
    !FOR_PROGRAMS.iter().any(|beginning| path.starts_with(beginning))
}
