//! Bare routes beside which `cargo xtask bench` measures the real ones: `bare_routes URL PORT CONNECTIONS`.
//!
//! `/constant` answers a constant; `/row/{code}` runs the status's own one-row query on the same kind of pool, by the
//! same hand-over to a thread that may wait, and answers one of its columns.

use actix_web::{App, HttpResponse, HttpServer, get, web};
use std::error::Error;
use std::time::Duration;
use store::query::status;
use store::{Address, Settings, Store};

#[get("/constant")]
async fn constant() -> &'static str {
    "in_progress"
}

#[get("/row/{code}")]
async fn row(store: web::Data<Store>, code: web::Path<String>) -> HttpResponse {
    let store = store.into_inner();
    match web::block(move || store.read(|db| status(db, &code))).await {
        Ok(Ok(Some(row))) => HttpResponse::Ok().body(row.stage),
        Ok(Ok(None)) => HttpResponse::NotFound().finish(),
        Ok(Err(_)) | Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

#[actix_web::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [url, port, connections] = words.as_slice() else {
        return Err("bare_routes URL PORT CONNECTIONS".into());
    };
    let settings = Settings {
        address: Address::read(url)?,
        connections: connections.parse()?,
        patience: Duration::from_secs(5),
        together: 1,
    };
    let store = web::Data::new(Store::open(&settings)?);
    let server = HttpServer::new(move || App::new().app_data(store.clone()).service(constant).service(row));
    Ok(server.bind(("127.0.0.1", port.parse()?))?.run().await?)
}
