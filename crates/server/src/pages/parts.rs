//! A form with files as it comes over HTTP: its fields first, then files one after the other, each dropped where it is too
//! large. Nothing of a file is read before the form has shown that it is this browser's.

use super::sent::guarded;
use crate::app::App;
use crate::files::{broken, file_name, whole};
use crate::http::Problem;
use actix_multipart::{Field, Multipart};
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
    /// Its bytes; none where they are more than are taken.
    pub(crate) bytes: Option<Vec<u8>>,
}

/// The most that all files of one form may have together, in the largest files that are taken. As much again is read past
/// where files are too large, so that the rest of the form isn't lost.
pub(super) const AT_ONCE: usize = 4;

/// What each part counts for besides its name and what it holds: an endless form of empty parts ends, too.
const PART: usize = 64;

/// A form's parts, still to be read.
pub(super) struct Parts {
    parts: Multipart,
    /// How much all fields may have that aren't files, with all names.
    room: usize,
    largest: usize,
    /// How much all files may still have together.
    left: usize,
    /// How much may still be read past.
    patience: usize,
}

/// What a form holds: its fields, its files, and a hash of both.
pub(super) type Whole = (Vec<(String, String)>, Vec<Upload>, Vec<u8>);

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
            let largest = app.config.files.largest;
            let all = largest.saturating_mul(AT_ONCE);
            Ok(Self { parts, room: app.config.server.largest_body, largest, left: all, patience: all })
        }
    }

    /// Everything that it holds.
    ///
    /// # Errors
    /// 400 for what breaks off; 403 where a file comes before the form has shown whose it is; 413 for what is far too large.
    pub(super) async fn all(mut self, request: &HttpRequest) -> Result<Whole, Problem> {
        let (mut pairs, mut files, mut hash) = (Vec::new(), Vec::new(), Sha256::new());
        while let Some(mut field) = self.parts.try_next().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            self.takes_up(name.len() + PART)?;
            let Some(called) = file_name(&field) else {
                let bytes = whole(&mut field, self.room).await.map_err(|_| Problem::TooLarge)?;
                self.takes_up(bytes.len())?;
                note(&mut hash, &name, &bytes);
                pairs.push((name, String::from_utf8_lossy(&bytes).into_owned()));
                continue;
            };
            guarded(request, token(&pairs))?;
            self.takes_up(called.len())?;
            let bytes = self.file(&mut field).await?;
            note(&mut hash, &name, bytes.as_deref().unwrap_or_default());
            // A file field in which nothing was chosen comes with an empty name.
            if !called.is_empty() || bytes.as_ref().is_none_or(|bytes| !bytes.is_empty()) {
                files.push(Upload { name, called, bytes });
            }
        }
        Ok((pairs, files, hash.finalize().to_vec()))
    }

    fn takes_up(&mut self, bytes: usize) -> Result<(), Problem> {
        self.room = self.room.checked_sub(bytes).ok_or(Problem::TooLarge)?;
        Ok(())
    }

    /// A file's bytes; none where it is too large, by itself or beside the others.
    async fn file(&mut self, field: &mut Field) -> Result<Option<Vec<u8>>, Problem> {
        let most = self.largest.min(self.left);
        let mut bytes = Some(Vec::new());
        while let Some(chunk) = field.try_next().await.map_err(broken)? {
            match &mut bytes {
                Some(all) if all.len() + chunk.len() <= most => all.extend_from_slice(&chunk),
                _ => {
                    bytes = None;
                    let patience = self.patience.checked_sub(chunk.len());
                    self.patience = patience.ok_or(Problem::FileTooLarge(self.largest))?;
                }
            }
        }
        self.left -= bytes.as_ref().map_or(0, Vec::len);
        Ok(bytes)
    }
}

fn note(hash: &mut Sha256, name: &str, bytes: &[u8]) {
    for part in [name.as_bytes(), bytes] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
}

fn token(pairs: &[(String, String)]) -> &str {
    pairs.iter().find(|(name, _)| name == "_token").map(|(_, token)| token.as_str()).unwrap_or_default()
}
