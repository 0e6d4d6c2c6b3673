//! What every handler is given.

use crate::auth::Tokens;
use crate::clock::Clock;
use crate::config::Config;
use crate::directory::Directory;
use crate::files::Shelf;
use crate::http::Problem;
use crate::http::limits::Limit;
use crate::keys::Keys;
use crate::metrics::Metrics;
use crate::notices::Post;
use crate::printing::Office;
use actix_web::web;
use std::sync::atomic::{AtomicBool, Ordering};
use store::Store;

/// The server's parts. Cheap to share; keeps no state of its own but caches.
pub struct App {
    /// The configuration.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// Time and ids.
    pub clock: Clock,
    /// The keys.
    pub keys: Keys,
    /// Access tokens.
    pub tokens: Tokens,
    /// Agencies, calendars, versions.
    pub directory: Directory,
    /// What is counted.
    pub metrics: Metrics,
    /// What is limited.
    pub limits: Limits,
    /// The ways in which people are told.
    pub post: Post,
    /// Where letters are printed, signed and kept.
    pub office: Office,
    /// Where dossiers' files lie, and who looks at them first.
    pub shelf: Shelf,
    stops: AtomicBool,
}

/// What is limited, each by client address.
pub struct Limits {
    /// Sign-ins.
    pub sign_in: Limit,
    /// Public look-ups.
    pub look_up: Limit,
    /// Online submissions.
    pub submission: Limit,
}

impl App {
    /// Puts the parts together.
    pub fn new(
        config: Config,
        store: Store,
        clock: Clock,
        keys: Keys,
        post: Post,
        office: Office,
        shelf: Shelf,
    ) -> App {
        let limit = |a_minute| Limit::a_minute(a_minute, config.server.behind_proxy);
        let limits = Limits {
            sign_in: limit(config.limits.sign_ins_a_minute),
            look_up: limit(config.limits.look_ups_a_minute),
            submission: limit(config.limits.submissions_a_minute),
        };
        App {
            tokens: Tokens::new(&keys, config.security.access_minutes),
            directory: Directory::new(store.clone()),
            metrics: Metrics::new(),
            limits,
            post,
            office,
            shelf,
            stops: AtomicBool::new(false),
            config,
            store,
            clock,
            keys,
        }
    }

    /// From now on what runs beside the server takes nothing more upon itself.
    pub fn stop(&self) {
        self.stops.store(true, Ordering::Relaxed);
    }

    /// Whether it is to stop.
    pub fn stops(&self) -> bool {
        self.stops.load(Ordering::Relaxed)
    }
}

/// Runs `work` on a thread that may wait for the database.
///
/// # Errors
/// What `work` answers; a fault where it panics.
pub async fn blocking<T, F>(app: web::Data<App>, work: F) -> Result<T, Problem>
where
    T: Send + 'static,
    F: FnOnce(&App) -> Result<T, Problem> + Send + 'static,
{
    web::block(move || work(&app)).await?
}
