//! A form with files as it comes over HTTP: its fields first, then files one after the other, each cut off where it is too
//! large. Nothing of a file is read before the form has shown that it is this browser's.

use super::sent::guarded;
use crate::app::App;
use crate::files::whole;
use crate::http::Problem;
use actix_multipart::{Multipart, MultipartError};
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};
use std::future::Future;

/// A file that was chosen in a form.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    /// The field.
    pub(crate) name: String,
    /// As its sender calls it.
    pub(crate) called: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// The most that all files of one form may have together, in the largest files that are taken.
const AT_ONCE: usize = 4;

/// A form's parts, still to be read.
pub(super) struct Parts {
    app: web::Data<App>,
    parts: Multipart,
    /// How much all fields may have that aren't files.
    room: usize,
}

/// Whether a form comes with files.
pub(super) fn is_multipart(request: &HttpRequest) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data")
}

impl Parts {
    pub(super) fn of(
        request: &HttpRequest,
        payload: &mut Payload,
    ) -> impl Future<Output = Result<Self, Problem>> + use<> {
        let app = request.app_data::<web::Data<App>>().cloned();
        let parts = Multipart::from_request(request, payload);
        async move {
            let app = app.ok_or_else(|| Problem::Fault("no app".to_owned()))?;
            let parts = parts.await.map_err(|why| Problem::NotMultipart(why.to_string()))?;
            let room = app.config.server.largest_body;
            Ok(Self { app, parts, room })
        }
    }

    /// The fields, the files, and a hash of both.
    ///
    /// # Errors
    /// 400 for what breaks off; 403 where a file comes before the form has shown whose it is; 413 for what is too large.
    pub(super) async fn all(
        mut self,
        request: &HttpRequest,
    ) -> Result<(Vec<(String, String)>, Vec<Upload>, Vec<u8>), Problem> {
        let (mut pairs, mut files, mut hash) = (Vec::new(), Vec::new(), Sha256::new());
        let largest = self.app.config.files.largest;
        let mut left = largest.saturating_mul(AT_ONCE);
        while let Some(mut field) = self.parts.try_next().await.map_err(|why| broken(&why))? {
            let name = field.name().unwrap_or_default().to_owned();
            let called = field.content_disposition().and_then(|said| said.get_filename()).map(str::to_owned);
            let bytes = match &called {
                Some(_) => {
                    guarded(request, token(&pairs))?;
                    whole(&mut field, largest.min(left)).await?
                }
                None => whole(&mut field, self.room).await.map_err(|_| Problem::TooLarge)?,
            };
            for part in [name.as_bytes(), &bytes] {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part);
            }
            match called {
                // A file field in which nothing was chosen comes with an empty name.
                Some(called) if called.is_empty() && bytes.is_empty() => {}
                Some(called) => {
                    left -= bytes.len();
                    files.push(Upload { name, called, bytes });
                }
                None => {
                    self.room -= bytes.len();
                    pairs.push((name, String::from_utf8_lossy(&bytes).into_owned()));
                }
            }
        }
        Ok((pairs, files, hash.finalize().to_vec()))
    }
}

fn token(pairs: &[(String, String)]) -> &str {
    pairs.iter().find(|(name, _)| name == "_token").map(|(_, token)| token.as_str()).unwrap_or_default()
}

fn broken(why: &MultipartError) -> Problem {
    Problem::NotMultipart(why.to_string())
}
