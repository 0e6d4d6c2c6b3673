//! A file as it goes over HTTP: as what it is, to be shown only where a browser does so safely, and kept by nobody on the way.

use actix_web::HttpResponse;
use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, Charset, ContentDisposition, DispositionParam, DispositionType, ETAG, EntityTag,
    ExtendedValue,
};
use data_encoding::HEXLOWER;
use files::Kind;
use store::files::File;

/// What isn't PDF is shown as if it came from nowhere, and runs nothing.
const ALONE: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

/// The answer with a file. The headers that every answer bears (`nosniff`, `no-store`, no framing) are added where all answers
/// go out. A PDF goes without `sandbox`: browsers show it in a viewer of their own, which that would shut out.
pub fn answer(file: &File, bytes: Vec<u8>) -> HttpResponse {
    let kind = Kind::named(&file.media_type);
    let is_shown = kind.is_some_and(Kind::is_shown);
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header(("Content-Type", kind.map_or("application/octet-stream", Kind::media_type)))
        .insert_header(disposition(&file.name, is_shown))
        .insert_header((ETAG, EntityTag::new_strong(HEXLOWER.encode(&file.sha256))));
    if kind != Some(Kind::Pdf) {
        answer.insert_header((CONTENT_SECURITY_POLICY, ALONE));
    }
    answer.body(bytes)
}

/// The name as it is (RFC 6266, `filename*`), and in plain letters for who doesn't know that.
fn disposition(name: &str, is_shown: bool) -> ContentDisposition {
    let plain = name.chars().map(|sign| if is_plain(sign) { sign } else { '_' }).collect();
    let value = name.as_bytes().to_vec();
    ContentDisposition {
        disposition: if is_shown { DispositionType::Inline } else { DispositionType::Attachment },
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value,
            }),
        ],
    }
}

fn is_plain(sign: char) -> bool {
    sign.is_ascii_graphic() && !matches!(sign, '"' | '\\' | '%') || sign == ' '
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_twice_and_breaks_out_of_neither() {
        let said = disposition("Đơn \"1\";\\.pdf", true).to_string();
        assert_eq!(
            said,
            "inline; filename=\"__n _1_;_.pdf\"; filename*=UTF-8''%C4%90%C6%A1n%20%221%22%3B%5C.pdf"
        );
        assert!(disposition("a.docx", false).to_string().starts_with("attachment; filename=\"a.docx\""));
    }
}
