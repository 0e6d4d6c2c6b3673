//! Pictures of a process, and of where a dossier stands in it, as SVG.

pub(crate) mod followed;
pub(crate) mod of_dossier;
pub(crate) mod of_procedure;

use crate::app::App;
use crate::facts::facts_of;
use crate::http::Problem;
use crate::wire::drawing;
use actix_web::HttpResponse;
use dossier::State;
use kernel::{Actor, Lang};
use picture::Direction;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which way it runs.
#[derive(Debug, Default, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Way {
    /// From left to right, for desks and print.
    #[default]
    Across,
    /// From top to bottom, for phones.
    Down,
}

/// How it is to be drawn.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// Which way it runs; across, where nothing is said.
    #[param(inline)]
    direction: Option<Way>,
}

impl Way {
    fn direction(self) -> Direction {
        match self {
            Way::Across => Direction::Across,
            Way::Down => Direction::Down,
        }
    }
}

/// A dossier's process and where it stands in it, as `actor` sees it.
fn standing(
    app: &App,
    actor: &Actor,
    state: &State,
    way: Option<Way>,
    lang: Lang,
) -> Result<String, Problem> {
    let (version, facts) = facts_of(app, actor, state)?;
    drawing::dossier(app, state, &version, &facts, way.unwrap_or_default().direction(), lang)
}

/// The picture as it is sent.
pub(crate) fn svg(picture: String) -> HttpResponse {
    HttpResponse::Ok().content_type("image/svg+xml; charset=utf-8").body(picture)
}
