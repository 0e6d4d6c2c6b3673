//! Files of dossiers.

use super::schemas;
use data_encoding::HEXLOWER;
use serde::Serialize;
use store::files::File;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is sent as `multipart/form-data`.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "it only describes what is read in parts")]
pub struct FilesIn {
    /// One file, or several under the same name, each with its `filename`.
    #[schema(schema_with = schemas::files)]
    pub(crate) files: Vec<Vec<u8>>,
}

/// A file.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileOut {
    /// Its id, by which acts name it.
    pub(crate) id: Uuid,
    /// What it is called.
    pub(crate) name: String,
    /// What it is, as its bytes say.
    #[schema(schema_with = schemas::media_type)]
    pub(crate) media_type: String,
    /// How many bytes.
    pub(crate) size: i64,
    /// The SHA-256 of its bytes.
    pub(crate) sha256: String,
    /// When it was added.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// Whether the applicant added it; staff otherwise.
    pub(crate) by_applicant: bool,
    /// Where it is to be had.
    pub(crate) href: String,
}

impl FileOut {
    /// These files, their moments in `offset`.
    pub fn all(files: &[File], offset: UtcOffset) -> Vec<Self> {
        files.iter().map(|file| Self::of(file, offset)).collect()
    }

    fn of(file: &File, offset: UtcOffset) -> Self {
        Self {
            id: file.id.0,
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            size: file.size,
            sha256: HEXLOWER.encode(&file.sha256),
            at: file.at.to_offset(offset),
            by_applicant: file.by.is_none(),
            href: format!("{}/dossiers/{}/files/{}", crate::routes::API, file.dossier, file.id),
        }
    }
}
