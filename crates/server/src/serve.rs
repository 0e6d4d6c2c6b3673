//! Listening, until told to stop.

use crate::app::App;
use crate::http::observe::observe;
use crate::http::unmatched::unmatched;
use crate::http::{Problem, headers};
use crate::openapi::Paths;
use crate::routes;
use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::{HttpServer, web};
use std::net::TcpListener;
use utoipa_actix_web::AppExt;

/// What a server stops on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stops {
    /// SIGTERM or Ctrl-C: it is a process of its own.
    OnSignal,
    /// Its handle alone: it is part of a process that has other things to do.
    WhenTold,
}

/// A server on `listener`. It stops after the requests in flight, and answers no new ones.
///
/// # Errors
/// What the system says of the listener.
pub fn server(app: web::Data<App>, listener: TcpListener, stops: Stops) -> std::io::Result<Server> {
    let (workers, shutdown) = (app.config.server.workers, app.config.server.shutdown_seconds);
    let paths = web::Data::new(Paths::of(&routes::document()));
    let server = HttpServer::new(move || {
        let largest = app.config.server.largest_body;
        actix_web::App::new()
            .app_data(app.clone())
            .app_data(paths.clone())
            .app_data(web::PayloadConfig::new(largest))
            .app_data(web::PathConfig::default().error_handler(|_, _| Problem::NotFound.into()))
            .wrap(from_fn(observe))
            .wrap(headers::strict())
            .into_utoipa_app()
            .configure(routes::all)
            .into_app()
            .configure(routes::pages)
            .default_service(web::to(unmatched))
    });
    let server = if workers == 0 { server } else { server.workers(workers) };
    let server = if stops == Stops::WhenTold { server.disable_signals() } else { server };
    Ok(server.shutdown_timeout(shutdown).listen(listener)?.run())
}
