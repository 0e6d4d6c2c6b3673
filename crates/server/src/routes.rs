//! The one table of routes.

use crate::handlers::{
    appointments, catalogue, consultations, dossiers, feedback, files, legs, letters, notices, pictures,
    sessions, status, steps, system,
};
use crate::{openapi, pages};
use actix_web::web::ServiceConfig;
use utoipa::openapi::OpenApi;
use utoipa_actix_web::service_config::ServiceConfig as Described;
use utoipa_actix_web::{AppExt, scope};

/// Where the API lies.
pub const API: &str = "/api/v1";

/// Every route there is.
pub fn all(routes: &mut Described<'_>) {
    routes.service(scope::scope(API).configure(api));
    routes.service(system::health::healthz);
    routes.service(system::health::readyz);
    routes.service(system::metrics::metrics);
    routes.service(system::openapi::openapi);
    routes.service(system::docs::docs);
}

fn api(routes: &mut Described<'_>) {
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

    routes.service(files::add::add);
    routes.service(files::get::get);

    routes.service(notices::tasks::tasks);
    routes.service(notices::settle::settle);
    routes.service(notices::report::report);

    routes.service(feedback::raise::raise);
    routes.service(feedback::list::list);
    routes.service(feedback::get::get);
    routes.service(feedback::answer::answer);

    routes.service(status::status);
}

/// Every page there is.
pub fn pages(routes: &mut ServiceConfig) {
    routes.service(pages::home::home);
    routes.service(pages::assets::asset);
    routes.service(pages::assets::icon);
    routes.service(pages::sign_in::ask);
    routes.service(pages::sign_in::enter);
    routes.service(pages::sign_in::leave);

    routes.service(pages::procedures::list);
    routes.service(pages::procedures::procedure);

    routes.service(pages::citizen::look_up::ask);
    routes.service(pages::citizen::look_up::look_up);
    routes.service(pages::citizen::follow::follow);
    routes.service(pages::citizen::file::get);
    routes.service(pages::citizen::letter::get);
    routes.service(pages::citizen::letter::picture);
    routes.service(pages::citizen::act::ask);
    routes.service(pages::citizen::act::carry_out);
    routes.service(pages::citizen::verify::ask);
    routes.service(pages::citizen::verify::verify);

    routes.service(pages::submit::begin::ask);
    routes.service(pages::submit::begin::start);
    routes.service(pages::submit::overview::overview);
    routes.service(pages::submit::person::ask);
    routes.service(pages::submit::person::save);
    routes.service(pages::submit::papers::ask);
    routes.service(pages::submit::papers::save);
    routes.service(pages::submit::check::check);
    routes.service(pages::submit::send::send);
    routes.service(pages::submit::send::done);

    routes.service(pages::hotline::published::published);
    routes.service(pages::hotline::published::look_up);
    routes.service(pages::hotline::hotlines::hotlines);
    routes.service(pages::hotline::raise::ask);
    routes.service(pages::hotline::raise::raise);
    routes.service(pages::hotline::one::one);
    routes.service(pages::hotline::open::open);
    routes.service(pages::hotline::answer::ask);
    routes.service(pages::hotline::answer::give);

    routes.service(pages::counter::today::today);
    routes.service(pages::counter::receive::choose);
    routes.service(pages::counter::receive::recall);
    routes.service(pages::counter::receive::check);
    routes.service(pages::counter::receive::ask);
    routes.service(pages::counter::receive::receive);
    routes.service(pages::counter::tasks::tasks);
    routes.service(pages::counter::settle::settle);
    routes.service(pages::desk::desk);
    routes.service(pages::approvals::approvals);
    routes.service(pages::late::overview);
    routes.service(pages::dossier::find::find);
    routes.service(pages::dossier::show::show);
    routes.service(pages::dossier::file::get);
    routes.service(pages::dossier::papers::list);
    routes.service(pages::dossier::papers::get);
    routes.service(pages::dossier::papers::picture);
    routes.service(pages::dossier::act::ask);
    routes.service(pages::dossier::act::carry_out);

    routes.service(pages::office::home::home);
    routes.service(pages::office::accounts::list::list);
    routes.service(pages::office::accounts::add::ask);
    routes.service(pages::office::accounts::add::add);
    routes.service(pages::office::accounts::show::show);
    routes.service(pages::office::accounts::change::ask);
    routes.service(pages::office::accounts::change::change);
    routes.service(pages::office::accounts::password::ask);
    routes.service(pages::office::accounts::password::set);
    routes.service(pages::office::accounts::turn::deactivate);
    routes.service(pages::office::accounts::turn::activate);
    routes.service(pages::office::agencies::list::list);
    routes.service(pages::office::agencies::add::ask);
    routes.service(pages::office::agencies::add::add);
    routes.service(pages::office::agencies::show::show);
    routes.service(pages::office::agencies::change::ask);
    routes.service(pages::office::agencies::change::change);
    routes.service(pages::office::calendars::list::list);
    routes.service(pages::office::calendars::new::ask);
    routes.service(pages::office::calendars::tried::try_out);
    routes.service(pages::office::calendars::tried::confirm);
    routes.service(pages::office::calendars::show::show);
    routes.service(pages::office::procedures::list::list);
    routes.service(pages::office::procedures::new::ask);
    routes.service(pages::office::procedures::tried::try_out);
    routes.service(pages::office::procedures::tried::confirm);
    routes.service(pages::office::procedures::picture::of_draft);
    routes.service(pages::office::procedures::show::show);
}

/// The table as OpenAPI describes it.
pub fn document() -> OpenApi {
    let (_, document) = actix_web::App::new().into_utoipa_app().configure(all).split_for_parts();
    openapi::finished(document)
}
