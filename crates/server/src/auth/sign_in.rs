//! Sessions: signing in, and rotating refresh tokens.

use super::password;
use crate::app::App;
use crate::http::Problem;
use crate::keys::random;
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use store::accounts::{self, Account};
use store::sessions::{self, Refresh, TokenHash};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// A session as its holder gets it.
pub struct Session {
    /// Good for minutes.
    pub access_token: String,
    /// Good for days, and once.
    pub refresh_token: String,
    /// Until when the access token is good.
    pub expires_at: OffsetDateTime,
    /// Whose.
    pub account: Account,
}

/// Opens a session for the right name and password.
///
/// # Errors
/// [`Problem::SignIn`] for a wrong name, a wrong password or an account that isn't active, in the same time.
pub fn sign_in(app: &App, username: &str, given: &str) -> Result<Session, Problem> {
    opened(app, username, given, good_until(app))
}

/// The same in a browser, where the session ends when nothing is done for a while; its token.
///
/// # Errors
/// As [`sign_in`].
pub fn sign_in_to_pages(app: &App, username: &str, given: &str) -> Result<String, Problem> {
    opened(app, username, given, good_in_a_browser_until(app)).map(|session| session.refresh_token)
}

/// The account whose session a browser holds, as long as it is active. A session that is used goes on.
///
/// # Errors
/// [`Problem::SignIn`] for a token that isn't good, or isn't good any more; the database.
pub fn in_a_browser(app: &App, token: &str) -> Result<(Account, Uuid), Problem> {
    let (hash, now, until) = (hashed(token), app.clock.now(), good_in_a_browser_until(app));
    let held = app.store.read(|db| sessions::held(db, &hash, now))?.ok_or(Problem::SignIn)?;
    let account = app.store.read(|db| accounts::by_id(db, held.user))?.filter(|account| account.active);
    let account = account.ok_or(Problem::SignIn)?;
    // Written once in a while, not with each page.
    if until - held.expires_at > Duration::minutes(app.config.security.page_minutes) / 4 {
        app.store.write(move |db| sessions::prolong(db, &hash, until))?;
    }
    Ok((account, held.family))
}

fn good_in_a_browser_until(app: &App) -> OffsetDateTime {
    app.clock.now() + Duration::minutes(app.config.security.page_minutes)
}

fn opened(app: &App, username: &str, given: &str, until: OffsetDateTime) -> Result<Session, Problem> {
    let account = app.store.read(|db| accounts::by_username(db, username))?;
    let active = account.filter(|account| account.active);
    if !password::verify(given, active.as_ref().map(|account| account.password_hash.as_str()))? {
        return Err(Problem::SignIn);
    }
    let account = active.ok_or(Problem::SignIn)?;
    let (family, refresh_token) = (app.clock.id(), new_token()?);
    let (user, hash, now) = (account.id, hashed(&refresh_token), app.clock.now());
    app.store.write(move |db| sessions::open(db, family, user, &hash, now, until))?;
    session(app, account, family, refresh_token)
}

/// Uses a refresh token up for a new pair. One that was used before ends its session: somebody has copied it.
///
/// # Errors
/// [`Problem::SignIn`] for a token that isn't good.
pub fn refresh(app: &App, old: &str) -> Result<Session, Problem> {
    let new = new_token()?;
    let (old, fresh, now, until) = (hashed(old), hashed(&new), app.clock.now(), good_until(app));
    let refreshed = app.store.write(move |db| sessions::rotate(db, &old, &fresh, now, until))?;
    let Refresh::Rotated { user, family } = refreshed else { return Err(Problem::SignIn) };
    let account = app.store.read(|db| accounts::by_id(db, user))?.filter(|account| account.active);
    session(app, account.ok_or(Problem::SignIn)?, family, new)
}

fn session(app: &App, account: Account, family: Uuid, refresh_token: String) -> Result<Session, Problem> {
    let (access_token, expires_at) = app.tokens.issue(&account.staff(), family, app.clock.now())?;
    Ok(Session { access_token, refresh_token, expires_at, account })
}

fn good_until(app: &App) -> OffsetDateTime {
    app.clock.now() + Duration::days(app.config.security.refresh_days)
}

fn new_token() -> Result<String, Problem> {
    let bytes: [u8; 32] = random().map_err(|why| Problem::Fault(why.to_string()))?;
    Ok(BASE64URL_NOPAD.encode(&bytes))
}

/// A token of 256 random bits needs no slow hash.
fn hashed(token: &str) -> TokenHash {
    TokenHash(Sha256::digest(token.as_bytes()).to_vec())
}
