//! A private key with its certificates.

use der::{Decode, Encode};
use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error;
use p256::ecdsa::DerSignature;
use p256::pkcs8::{DecodePrivateKey, EncodePublicKey};
use rsa::pkcs1v15;
use rsa::signature::{SignatureEncoding, Signer};
use sha2::Sha256;
use time::OffsetDateTime;
use x509_cert::Certificate;
use x509_cert::time::Time;

use super::SigningError;

/// The private key of whoever signs, with the certificate that says whose it is and those above it.
pub struct SigningKey {
    secret: Secret,
    certificate: Certificate,
    above: Vec<Certificate>,
}

pub(super) enum Secret {
    Rsa(pkcs1v15::SigningKey<Sha256>),
    P256(p256::ecdsa::SigningKey),
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let subject = self.certificate.tbs_certificate().subject();
        f.debug_struct("SigningKey").field("subject", &subject.to_string()).finish_non_exhaustive()
    }
}

impl SigningKey {
    /// The first private key of a PKCS#12 file (`.p12`, `.pfx`).
    ///
    /// # Errors
    /// If the passphrase is wrong, or the file holds no key, or none that can be used.
    pub fn read(file: &[u8], passphrase: &str) -> Result<Self, SigningError> {
        let archive = Pkcs12Archive::from_pkcs12(file, passphrase).map_err(unopened)?;
        let key = archive.keys.first().ok_or(SigningError::NoKey)?;
        let secret = Secret::read(key.key.as_der())?;
        let public = secret.public()?;
        let parsed = archive.certs.iter().map(|bag| Certificate::from_der(bag.cert.as_der()));
        let mut above = parsed.collect::<Result<Vec<_>, _>>()?;
        let own = above.iter().position(|certificate| belongs(certificate, &public));
        let certificate = above.remove(own.ok_or(SigningError::NoCertificate)?);
        Ok(Self { secret, certificate, above })
    }

    /// The certificate's last moment.
    #[must_use]
    pub fn valid_until(&self) -> OffsetDateTime {
        moment(self.certificate.tbs_certificate().validity().not_after)
    }

    /// Whether the certificate is valid then.
    #[must_use]
    pub fn is_valid_at(&self, at: OffsetDateTime) -> bool {
        self.valid_at(at).is_ok()
    }

    pub(super) fn valid_at(&self, at: OffsetDateTime) -> Result<(), SigningError> {
        let from = moment(self.certificate.tbs_certificate().validity().not_before);
        if at < from {
            return Err(SigningError::NotYetValid(from));
        }
        if at > self.valid_until() {
            return Err(SigningError::Expired(self.valid_until()));
        }
        Ok(())
    }

    pub(super) fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    pub(super) fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        [&self.certificate].into_iter().chain(&self.above)
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.secret
    }

    /// By how many bytes one signature may be longer than another.
    pub(super) fn slack(&self) -> usize {
        match self.secret {
            Secret::Rsa(_) => 0,
            Secret::P256(_) => 16,
        }
    }
}

impl Secret {
    fn read(pkcs8: &[u8]) -> Result<Self, SigningError> {
        if let Ok(key) = rsa::PrivateKey::from_pkcs8_der(pkcs8) {
            return Ok(Self::Rsa(pkcs1v15::SigningKey::new(key)));
        }
        let key = p256::ecdsa::SigningKey::from_pkcs8_der(pkcs8);
        key.map(Self::P256).map_err(|_| SigningError::Unsupported)
    }

    /// Both ways of signing draw nothing by chance: PKCS#1 v1.5, and ECDSA after RFC 6979.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SigningError> {
        match self {
            Self::Rsa(key) => key.try_sign(message).map(|signature| signature.to_vec()),
            Self::P256(key) => {
                let signature: Result<DerSignature, _> = key.try_sign(message);
                signature.map(|signature| signature.to_vec())
            }
        }
        .map_err(|_| SigningError::Key)
    }

    /// The public half as certificates hold it.
    fn public(&self) -> Result<Vec<u8>, SigningError> {
        let public = match self {
            Self::Rsa(key) => rsa::PrivateKey::from(key.clone()).to_public_key().to_public_key_der(),
            Self::P256(key) => key.verifying_key().to_public_key_der(),
        };
        public.map(der::Document::into_vec).map_err(|_| SigningError::Unsupported)
    }
}

fn belongs(certificate: &Certificate, public: &[u8]) -> bool {
    let theirs = certificate.tbs_certificate().subject_public_key_info().to_der();
    theirs.is_ok_and(|theirs| theirs == public)
}

fn unopened(why: Error) -> SigningError {
    match why {
        Error::MacError(_) | Error::Pkcs5Error(_) | Error::UnpadError => SigningError::WrongPassphrase,
        other => SigningError::Unreadable(other.to_string()),
    }
}

fn moment(time: Time) -> OffsetDateTime {
    OffsetDateTime::UNIX_EPOCH + time.to_unix_duration()
}
