//! From configuration to parts.

use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, LogFormat};
use crate::files::Shelf;
use crate::keys::Keys;
use crate::notices::Post;
use crate::printing::Office;
use std::error::Error;
use std::path::Path;
use std::time::Duration;
use store::{Address, Settings, Store, StoreError};
use tracing_subscriber::EnvFilter;

/// Opens the store and brings its tables up to date.
pub(super) fn store(config: &Config) -> Result<Store, StoreError> {
    Store::open(&Settings {
        address: Address::read(&config.database.url)?,
        connections: config.database.connections,
        patience: Duration::from_secs(config.database.patience_seconds),
        together: config.database.together,
    })
}

/// The parts of the server, on the machine's clock.
pub(super) fn app(config: Config) -> Result<App, Box<dyn Error>> {
    let keys = Keys::from_file(Path::new(&config.security.key_file))?;
    let (post, office) = (Post::of(&config.notices, &keys)?, Office::of(&config.letters, &keys)?);
    let shelf = Shelf::of(&config.files, &keys)?;
    let store = store(&config)?;
    Ok(App::new(config, store, Clock::system(), keys, post, office, shelf))
}

/// Starts logging to standard error.
pub(super) fn logging(config: &Config) -> Result<(), Box<dyn Error>> {
    let filter = EnvFilter::try_new(&config.log.level)?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match config.log.format {
        LogFormat::Json => log.json().try_init().map_err(|why| why.to_string())?,
        LogFormat::Text => log.try_init().map_err(|why| why.to_string())?,
    }
    Ok(())
}
