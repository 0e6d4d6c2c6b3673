//! Vietnamese unless English is preferred.

use actix_web::http::header::{self, HeaderMap};
use kernel::Lang;

/// The language a request asks for: the first of `vi` and `en` by weight in `Accept-Language`, Vietnamese where
/// neither is named.
pub fn of(headers: &HeaderMap) -> Lang {
    let accepted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (mut best, mut weight) = (Lang::Vi, 0);
    for range in accepted.split(',') {
        let mut parts = range.split(';');
        let lang = match parts.next().map(|tag| tag.trim().to_ascii_lowercase()) {
            Some(tag) if tag == "vi" || tag.starts_with("vi-") => Lang::Vi,
            Some(tag) if tag == "en" || tag.starts_with("en-") => Lang::En,
            _ => continue,
        };
        let thousandths =
            parts.find_map(|part| part.trim().strip_prefix("q=").map(in_thousandths)).unwrap_or(1_000);
        if thousandths > weight {
            (best, weight) = (lang, thousandths);
        }
    }
    best
}

fn in_thousandths(quality: &str) -> u32 {
    quality.parse::<f32>().map_or(0, |quality| (quality.clamp(0.0, 1.0) * 1_000.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;

    fn asked(accepted: &'static str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepted));
        of(&headers)
    }

    #[test]
    fn vietnamese_unless_english_is_preferred() {
        assert_eq!(of(&HeaderMap::new()), Lang::Vi);
        assert_eq!(asked("en"), Lang::En);
        assert_eq!(asked("en-GB,en;q=0.9,vi;q=0.8"), Lang::En);
        assert_eq!(asked("vi-VN,vi;q=0.9,en;q=0.8"), Lang::Vi);
        assert_eq!(asked("en;q=0.3, vi;q=0.7"), Lang::Vi);
        assert_eq!(asked("fr, de;q=0.9"), Lang::Vi);
        assert_eq!(asked("en;q=nonsense"), Lang::Vi);
    }
}
