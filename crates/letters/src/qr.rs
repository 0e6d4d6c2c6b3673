//! A link as a QR code.

use fast_qr::QRBuilder;
use fast_qr::convert::Builder;
use fast_qr::convert::svg::SvgBuilder;

/// The code as SVG, with its quiet zone; nothing if the link is too long for one.
pub(crate) fn svg(link: &str) -> Option<String> {
    let code = QRBuilder::new(link).build().ok()?;
    Some(SvgBuilder::default().margin(2).to_str(&code))
}
