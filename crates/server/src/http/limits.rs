//! Rate limits by client address.

use super::problem::Problem;
use actix_web::HttpRequest;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

/// So many a minute from one address, all at once if need be.
pub struct Limit {
    behind_proxy: bool,
    limiter: DefaultKeyedRateLimiter<String>,
    asked: AtomicU32,
}

/// How often what is remembered of quiet addresses is thrown away, in requests.
const TIDY_EVERY: u32 = 1_024;

impl Limit {
    /// A limit of `a_minute`; 0 counts as 1. `behind_proxy`: whether the address is the one that the proxy tells.
    pub fn a_minute(a_minute: u32, behind_proxy: bool) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(a_minute).unwrap_or(NonZeroU32::MIN));
        Self { behind_proxy, limiter: RateLimiter::keyed(quota), asked: AtomicU32::new(0) }
    }

    /// Counts a request by its client's address, as far as that can be known.
    ///
    /// # Errors
    /// [`Problem::TooMany`] with the seconds to wait.
    pub fn count(&self, request: &HttpRequest) -> Result<(), Problem> {
        self.count_of(&client(request, self.behind_proxy))
    }

    fn count_of(&self, who: &str) -> Result<(), Problem> {
        if self.asked.fetch_add(1, Ordering::Relaxed).is_multiple_of(TIDY_EVERY) {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(&who.to_owned()).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            Problem::TooMany(wait.as_secs() + 1)
        })
    }
}

fn client(request: &HttpRequest, behind_proxy: bool) -> String {
    let peer = || request.peer_addr().map(|peer| peer.ip().to_string()).unwrap_or_default();
    if !behind_proxy {
        return peer();
    }
    let forwarded = request.headers().get_all("x-forwarded-for").last().and_then(|value| value.to_str().ok());
    forwarded.and_then(|list| list.rsplit(',').next()).map_or_else(peer, |address| address.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_limited_and_another_is_not() {
        let limit = Limit::a_minute(2, false);
        assert!(limit.count_of("a").is_ok());
        assert!(limit.count_of("a").is_ok());
        assert!(matches!(limit.count_of("a"), Err(Problem::TooMany(seconds)) if (1..=60).contains(&seconds)));
        assert!(limit.count_of("b").is_ok());
    }
}
