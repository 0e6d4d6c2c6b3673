//! The one table of routes.

use crate::handlers::{
    appointments, catalogue, consultations, dossiers, feedback, legs, letters, notices, pictures, printed,
    sessions, status, steps, system,
};
use crate::openapi;
use utoipa::openapi::OpenApi;
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, scope};

/// Where the API lies.
pub const API: &str = "/api/v1";

/// Every route there is.
pub fn all(routes: &mut ServiceConfig<'_>) {
    routes.service(scope::scope(API).configure(api));
    routes.service(printed::dossier::dossier);
    routes.service(printed::letter::letter);
    routes.service(system::health::healthz);
    routes.service(system::health::readyz);
    routes.service(system::metrics::metrics);
    routes.service(system::openapi::openapi);
    routes.service(system::docs::docs);
}

fn api(routes: &mut ServiceConfig<'_>) {
    routes.service(sessions::create::create);
    routes.service(sessions::refresh::refresh);
    routes.service(sessions::delete::delete);
    routes.service(sessions::me::me);

    routes.service(catalogue::procedures::procedures);
    routes.service(catalogue::procedure::procedure);
    routes.service(catalogue::agencies::agencies);
    routes.service(catalogue::staff::staff);

    routes.service(dossiers::submit::submit);
    routes.service(dossiers::list::list);
    routes.service(dossiers::get::get);
    routes.service(dossiers::log::events);
    routes.service(dossiers::sheet::sheet);
    routes.service(dossiers::guide::guide);
    routes.service(dossiers::complete::complete);
    routes.service(dossiers::contact::contact);
    routes.service(dossiers::accept::accept);
    routes.service(dossiers::refuse::refuse);
    routes.service(dossiers::withdraw::withdraw);
    routes.service(dossiers::request_supplement::request_supplement);
    routes.service(dossiers::state_needs::state_needs);
    routes.service(dossiers::issue_supplement::issue_supplement);
    routes.service(dossiers::supply::supply);
    routes.service(dossiers::close::close);
    routes.service(steps::assign::assign);
    routes.service(steps::done::done);
    routes.service(steps::send_back::send_back);
    routes.service(legs::receive::receive);
    routes.service(legs::record_paper::record_paper);
    routes.service(legs::hand_out_paper::hand_out_paper);
    routes.service(consultations::ask::ask);
    routes.service(consultations::answer::answer);
    routes.service(appointments::approvals::approvals);
    routes.service(appointments::ask_payment::ask_payment);
    routes.service(appointments::confirm_payment::confirm_payment);
    routes.service(appointments::propose::propose);
    routes.service(appointments::endorse::endorse);
    routes.service(appointments::approve::approve);
    routes.service(appointments::reject::reject);
    routes.service(appointments::dispatch::dispatch);
    routes.service(appointments::apologise::apologise);
    routes.service(dossiers::record::record);
    routes.service(dossiers::hand_over::hand_over);
    routes.service(dossiers::rate::rate);

    routes.service(pictures::of_procedure::of_procedure);
    routes.service(pictures::of_dossier::of_dossier);
    routes.service(pictures::followed::followed);

    routes.service(letters::list::list);
    routes.service(letters::get::get);
    routes.service(letters::verify::verify);
    routes.service(letters::register::register);

    routes.service(notices::tasks::tasks);
    routes.service(notices::settle::settle);
    routes.service(notices::report::report);

    routes.service(feedback::raise::raise);
    routes.service(feedback::list::list);
    routes.service(feedback::get::get);
    routes.service(feedback::answer::answer);

    routes.service(status::status);
}

/// The table as OpenAPI describes it.
pub fn document() -> OpenApi {
    let (_, document) = actix_web::App::new().into_utoipa_app().configure(all).split_for_parts();
    openapi::finished(document)
}
