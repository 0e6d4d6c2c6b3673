//! Signing in.

use crate::auth::Session;
use crate::http::Line;
use kernel::Role;
use serde::{Deserialize, Serialize};
use store::accounts::Account;
use time::OffsetDateTime;
use utoipa::ToSchema;
use uuid::Uuid;

/// A name and a password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// The account's name.
    pub username: Line<64>,
    /// Its password.
    pub password: Line<256>,
}

/// A refresh token to be used up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefreshToken {
    /// The token.
    pub refresh_token: Line<128>,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionOut {
    /// To be sent as `Authorization: Bearer …`.
    pub(crate) access_token: String,
    /// To be used once, for the next pair.
    pub(crate) refresh_token: String,
    /// Until when the access token is good.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) expires_at: OffsetDateTime,
    /// Whose it is.
    pub(crate) user: UserOut,
}

/// An account.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserOut {
    /// Its id.
    pub(crate) id: Uuid,
    /// The name it signs in with.
    pub(crate) username: String,
    /// The person's name.
    pub(crate) name: String,
    /// Its agency.
    pub(crate) agency: String,
    /// Its roles there.
    #[schema(schema_with = roles)]
    pub(crate) roles: Vec<Role>,
    /// The fields entrusted to it, as a deputy.
    pub(crate) fields: Vec<String>,
}

fn roles() -> utoipa::openapi::schema::Array {
    utoipa::openapi::schema::Array::new(super::schemas::role())
}

impl From<&Account> for UserOut {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id.0,
            username: account.username.clone(),
            name: account.name.clone(),
            agency: account.agency.to_string(),
            roles: account.roles.clone(),
            fields: account.fields.clone(),
        }
    }
}

impl From<Session> for SessionOut {
    fn from(session: Session) -> Self {
        Self {
            user: UserOut::from(&session.account),
            access_token: session.access_token,
            refresh_token: session.refresh_token,
            expires_at: session.expires_at,
        }
    }
}
