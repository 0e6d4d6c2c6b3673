//! Files as they come over HTTP (`multipart/form-data`): one at a time, and cut off where one is too large.

use super::take::Taking;
use crate::app::{App, blocking};
use crate::http::Problem;
use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::web;
use futures_util::TryStreamExt;

/// The name of the field that files come in.
const FIELD: &str = "files";

/// Takes every file of a body whose one field is `files`, which may come several times. None is the dossier's yet.
///
/// # Errors
/// 400 for what breaks off; 415 for another media type; 422 for another field, one that is no file, and none at all; as
/// [`Taking::take`].
pub async fn take_all(
    app: &web::Data<App>,
    mut taking: Taking,
    mut body: Multipart,
) -> Result<Taking, Problem> {
    let mut count = 0;
    while let Some(mut field) = body.try_next().await.map_err(broken)? {
        let (pointer, called) = (format!("/{FIELD}/{count}"), called(&field)?);
        let bytes = whole(&mut field, app.config.files.largest).await?;
        taking = blocking(app.clone(), move |app| taking.take(app, &pointer, &called, &bytes)).await?;
        count += 1;
    }
    if count == 0 { Err(none()) } else { Ok(taking) }
}

/// All bytes of a field, if there are no more than `largest`. What is longer isn't read to its end.
///
/// # Errors
/// 413; 400 where it breaks off.
pub async fn whole(field: &mut Field, largest: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.try_next().await.map_err(broken)? {
        if bytes.len() + chunk.len() > largest {
            return Err(Problem::FileTooLarge(largest));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// As its sender calls the file in this field.
fn called(field: &Field) -> Result<String, Problem> {
    let name = field.name().unwrap_or_default();
    if name != FIELD {
        return Err(Problem::input(
            format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            "unknown-field",
            "Trường này không có trong biểu mẫu; hãy bỏ đi.",
            "There is no such field; leave it out.",
        ));
    }
    file_name(field).ok_or_else(no_file)
}

/// As its sender calls the file in a field; none where the field holds none.
pub fn file_name(field: &Field) -> Option<String> {
    let said = field.content_disposition()?;
    match said.get_filename_ext() {
        Some(extended) => String::from_utf8(extended.value.clone()).ok(),
        None => said.get_filename().map(as_meant),
    }
}

/// Browsers write three signs of a name otherwise, and no others (HTML, multipart/form-data encoding algorithm).
fn as_meant(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

fn no_file() -> Problem {
    Problem::input(
        "/files",
        "wrong-type",
        "Trường này phải là một tệp có tên.",
        "This field is a file with a name.",
    )
}

fn none() -> Problem {
    Problem::input("/files", "missing", "Hãy chọn tệp để gửi lên.", "Choose a file to send.")
}

pub(crate) fn broken(why: MultipartError) -> Problem {
    match why {
        MultipartError::ContentTypeMissing
        | MultipartError::ContentTypeParse
        | MultipartError::ContentTypeIncompatible => Problem::MediaType("multipart/form-data"),
        why => Problem::NotMultipart(why.to_string()),
    }
}
