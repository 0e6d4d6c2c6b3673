//! Digital signatures: PAdES B-B (ETSI EN 319 142) with a key from a PKCS#12 file.
//!
//! The signature is appended to the PDF, whose own bytes stay as they are, so that it stays PDF/A. It asks no network:
//! neither a time-stamp nor revocation data goes in.

mod cms;
mod key;
mod update;

use sha2::{Digest, Sha256};
use time::OffsetDateTime;

pub use key::SigningKey;

/// What a signature says of itself.
#[derive(Clone, Debug)]
pub struct Signing {
    /// Who signs, as readers of the PDF are shown it.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Where.
    pub place: String,
    /// When, of any offset; the certificate must be valid then.
    pub at: OffsetDateTime,
}

/// Why a key can't be read or a letter not signed.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// The file can't be opened with this passphrase.
    #[error("the passphrase of the PKCS#12 file is wrong")]
    WrongPassphrase,
    /// The file is something else, or locked in a way that isn't supported.
    #[error("the file can't be read as PKCS#12: {0}")]
    Unreadable(String),
    /// The file holds no private key.
    #[error("the PKCS#12 file holds no private key")]
    NoKey,
    /// The file holds no certificate that belongs to its key.
    #[error("the PKCS#12 file holds no certificate that belongs to its key")]
    NoCertificate,
    /// The key is neither RSA nor on the curve P-256.
    #[error("the key is neither RSA nor EC P-256")]
    Unsupported,
    /// The certificate isn't valid yet.
    #[error("the certificate is valid only from {0}")]
    NotYetValid(OffsetDateTime),
    /// The certificate isn't valid any more.
    #[error("the certificate was valid until {0}")]
    Expired(OffsetDateTime),
    /// The key refused to sign.
    #[error("the key couldn't sign")]
    Key,
    /// The signature can't be encoded.
    #[error("the signature can't be encoded")]
    Encoding(#[from] der::Error),
    /// What is to be signed is no PDF that can be added to.
    #[error("the PDF can't be added to: {0}")]
    Pdf(String),
}

impl From<lopdf::Error> for SigningError {
    fn from(why: lopdf::Error) -> Self {
        Self::Pdf(why.to_string())
    }
}

/// The PDF with a signature appended. The same PDF, key and words give the same bytes.
///
/// # Errors
/// If the certificate isn't valid at that moment, or `pdf` isn't a PDF.
pub fn sign(pdf: &[u8], key: &SigningKey, signing: &Signing) -> Result<Vec<u8>, SigningError> {
    key.valid_at(signing.at)?;
    let room = cms::signed(key, &[0; 32])?.len() + key.slack();
    let mut prepared = update::prepare(pdf, signing, room)?;
    let digest: [u8; 32] = {
        let [before, after] = prepared.covered();
        Sha256::new().chain_update(before).chain_update(after).finalize().into()
    };
    let signature = cms::signed(key, &digest)?;
    Ok(prepared.filled(&signature))
}
