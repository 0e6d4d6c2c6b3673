//! Access tokens: JWT, signed with Ed25519, short-lived.

use crate::http::Problem;
use crate::keys::Keys;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use kernel::{AgencyCode, Role, Staff, UserId};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// What a token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Whose it is.
    pub sub: UserId,
    /// The session it belongs to.
    pub family: Uuid,
    /// The account's agency.
    pub agency: AgencyCode,
    /// Its roles there.
    pub roles: Vec<Role>,
    /// The fields entrusted to it, as a deputy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Good until then, in seconds since 1970.
    pub exp: i64,
}

impl Claims {
    /// The account as it acts.
    pub fn staff(&self) -> Staff {
        let (roles, fields) = (self.roles.clone(), self.fields.clone());
        Staff { user: self.sub, agency: self.agency.clone(), roles, fields }
    }
}

/// Issues and reads access tokens.
pub struct Tokens {
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
    minutes: i64,
    /// Signatures found good, so that each is checked once.
    good: Mutex<HashMap<String, Claims>>,
}

/// How many good signatures are remembered before all are forgotten.
const REMEMBERED: usize = 10_000;

impl Tokens {
    /// Tokens good for `minutes`.
    pub fn new(keys: &Keys, minutes: i64) -> Self {
        let mut validation = Validation::new(Algorithm::EdDSA);
        // Against our own clock, in `read`.
        validation.validate_exp = false;
        Self {
            encoding: EncodingKey::from_ed_der(&keys.signing_der()),
            decoding: DecodingKey::from_ed_der(keys.signing.verifying_key().as_bytes()),
            validation,
            minutes,
            good: Mutex::default(),
        }
    }

    /// A token for a session, with the moment it is good until.
    ///
    /// # Errors
    /// A fault where signing fails.
    pub fn issue(
        &self,
        staff: &Staff,
        family: Uuid,
        now: OffsetDateTime,
    ) -> Result<(String, OffsetDateTime), Problem> {
        let expires_at = now + Duration::minutes(self.minutes);
        let claims = Claims {
            sub: staff.user,
            family,
            agency: staff.agency.clone(),
            roles: staff.roles.clone(),
            fields: staff.fields.clone(),
            exp: expires_at.unix_timestamp(),
        };
        let token = jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &claims, &self.encoding);
        token.map(|token| (token, expires_at)).map_err(|why| Problem::Fault(why.to_string()))
    }

    /// What a good token says.
    ///
    /// # Errors
    /// [`Problem::SignIn`] for one that isn't ours, was changed, or isn't good any more.
    pub fn read(&self, token: &str, now: OffsetDateTime) -> Result<Claims, Problem> {
        let known = self.good.lock().get(token).cloned();
        let claims = match known {
            Some(claims) => claims,
            None => self.checked(token)?,
        };
        if claims.exp > now.unix_timestamp() { Ok(claims) } else { Err(Problem::SignIn) }
    }

    fn checked(&self, token: &str) -> Result<Claims, Problem> {
        let read = jsonwebtoken::decode::<Claims>(token, &self.decoding, &self.validation);
        let claims = read.map_err(|_| Problem::SignIn)?.claims;
        let mut good = self.good.lock();
        if good.len() >= REMEMBERED {
            good.clear();
        }
        good.insert(token.to_owned(), claims.clone());
        Ok(claims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const NOW: OffsetDateTime = datetime!(2026-11-23 8:00 +7);

    fn staff() -> Staff {
        let agency = "H32.1".parse().expect("valid");
        Staff { user: UserId(Uuid::from_u128(1)), agency, roles: vec![Role::Clerk], fields: vec![] }
    }

    fn tokens(master: u8) -> Tokens {
        Tokens::new(&Keys::from_master(&[master; 32]), 10)
    }

    #[test]
    fn a_token_is_good_until_its_last_second() {
        let tokens = tokens(1);
        let (token, expires_at) = tokens.issue(&staff(), Uuid::nil(), NOW).expect("issued");
        assert_eq!(tokens.read(&token, NOW).expect("good").staff(), staff());
        assert!(tokens.read(&token, expires_at - Duration::seconds(1)).is_ok());
        assert!(matches!(tokens.read(&token, expires_at), Err(Problem::SignIn)));
    }

    #[test]
    fn a_token_of_another_key_or_changed_by_one_letter_is_refused() {
        let (token, _) = tokens(2).issue(&staff(), Uuid::nil(), NOW).expect("issued");
        assert!(matches!(tokens(1).read(&token, NOW), Err(Problem::SignIn)));
        let payload = token.find('.').expect("three parts") + 5;
        let mut changed = token.into_bytes();
        changed[payload] = if changed[payload] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        assert!(matches!(tokens(2).read(&changed, NOW), Err(Problem::SignIn)));
    }
}
