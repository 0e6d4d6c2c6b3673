//! `motcua serve`, `motcua healthcheck`.

use super::{Outcome, setup};
use crate::app::App;
use crate::config::Config;
use crate::serve::{Stops, server};
use crate::{notices, worker};
use actix_web::{rt, web};
use std::net::TcpListener;
use std::process::ExitCode;
use std::time::Duration;

pub(super) fn serve(config: Config) -> Outcome {
    setup::logging(&config)?;
    let listener = TcpListener::bind(&config.server.listen).map_err(|why| {
        format!("{}: {why}; choose another with MOTCUA_SERVER__LISTEN", config.server.listen)
    })?;
    let app = setup::app(config)?;
    tracing::info!(listen = %listener.local_addr()?, database = ?app.store.kind(), "serving");
    run(app, listener)
}

/// Serves until told to stop, with a worker beside it.
pub(super) fn run(app: App, listener: TcpListener) -> Outcome {
    let app = web::Data::new(app);
    rt::System::new().block_on(async move {
        let worker = rt::spawn(worker::run(app.clone()));
        let telling = notices::start(&app);
        let served = server(app.clone(), listener, Stops::OnSignal)?.await;
        app.stop();
        worker.abort();
        telling.iter().for_each(rt::task::JoinHandle::abort);
        served
    })?;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// Asks the server of this configuration whether it is ready.
pub(super) fn healthcheck(config: &Config) -> Outcome {
    let port = config.server.listen.rsplit(':').next().unwrap_or_default();
    let address = format!("http://127.0.0.1:{port}/readyz");
    let asked = ureq::get(&address).config().timeout_global(Some(Duration::from_secs(5))).build().call();
    match asked {
        Ok(_) => Ok(ExitCode::SUCCESS),
        Err(why) => Err(format!("{address}: {why}").into()),
    }
}
