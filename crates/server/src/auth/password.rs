//! Passwords: argon2id, and as long for a name that isn't there as for one that is.

use crate::http::Problem;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use parking_lot::{Condvar, Mutex};
use std::sync::OnceLock;

/// The argon2id hash of a password, with its salt and parameters (PHC string).
///
/// # Errors
/// A fault where the system gives no random numbers.
pub fn hash(password: &str) -> Result<String, Problem> {
    let _turn = Turn::wait();
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|why| Problem::Fault(why.to_string()))
}

/// Whether `password` is the one that was hashed. Without a hash a made-up one is tried all the same, so that time
/// doesn't tell which names there are.
///
/// # Errors
/// A fault where no made-up hash can be had.
pub fn verify(password: &str, hashed: Option<&str>) -> Result<bool, Problem> {
    let stand_in = nobodys()?;
    let _turn = Turn::wait();
    let good = Argon2::default().verify_password(password.as_bytes(), hashed.unwrap_or(stand_in)).is_ok();
    Ok(good && hashed.is_some())
}

/// A turn at hashing. A hash takes 19 MiB and a core for some milliseconds: of many who sign in at once two are served
/// at a time, so that no flood of sign-ins takes the memory of those who work.
struct Turn;

const AT_ONCE: u32 = 2;
static TAKEN: Mutex<u32> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Self {
        let mut taken = TAKEN.lock();
        GIVEN_BACK.wait_while(&mut taken, |taken| *taken >= AT_ONCE);
        *taken += 1;
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *TAKEN.lock() -= 1;
        GIVEN_BACK.notify_one();
    }
}

fn nobodys() -> Result<&'static str, Problem> {
    static HASH: OnceLock<String> = OnceLock::new();
    if let Some(hash) = HASH.get() {
        return Ok(hash);
    }
    let made = hash("nobody's password")?;
    Ok(HASH.get_or_init(|| made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_of_a_real_account_is_good() {
        let hashed = hash("đúng rồi").expect("hashed");
        assert!(hashed.starts_with("$argon2id$"));
        assert!(verify("đúng rồi", Some(&hashed)).expect("verified"));
        assert!(!verify("sai rồi", Some(&hashed)).expect("verified"));
        assert!(!verify("nobody's password", None).expect("verified"));
    }
}
