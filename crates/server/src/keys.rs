//! The server's keys, all derived from one master key.

use data_encoding::{BASE64, Specification};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use hmac::{Hmac, KeyInit, Mac};
use kernel::{DossierId, FeedbackId};
use sha2::Sha256;
use std::io::Write;
use std::path::Path;
use subtle::ConstantTimeEq;
use thiserror::Error;
use uuid::Uuid;

/// Why there are no keys.
#[derive(Debug, Error)]
pub enum KeyError {
    /// The file can't be read or made.
    #[error("key file {0}: {1}")]
    File(String, std::io::Error),
    /// The file doesn't hold a key.
    #[error("key file {0}: 32 bytes in base64 are wanted")]
    Content(String),
    /// The system gives no random numbers.
    #[error("no random numbers: {0}")]
    Random(getrandom::Error),
}

/// The keys in use.
#[derive(Clone)]
pub struct Keys {
    secrets: Vec<u8>,
    letters: Vec<u8>,
    files: Vec<u8>,
    reports: Vec<u8>,
    forms: Vec<u8>,
    feedback: Vec<u8>,
    passwords: Vec<u8>,
    /// Signs and checks access tokens.
    pub signing: SigningKey,
}

impl Keys {
    /// The keys derived from the master key in `file`; the file is made, readable by its owner only, where it isn't
    /// there.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn from_file(file: &Path) -> Result<Keys, KeyError> {
        let name = file.display().to_string();
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => make(file)?,
            Err(why) => return Err(KeyError::File(name, why)),
        };
        let master = BASE64.decode(text.trim().as_bytes()).map_err(|_| KeyError::Content(name.clone()))?;
        <[u8; 32]>::try_from(master)
            .map(|master| Keys::from_master(&master))
            .map_err(|_| KeyError::Content(name))
    }

    /// The keys derived from a master key.
    pub fn from_master(master: &[u8; 32]) -> Keys {
        let seed: [u8; 32] = derived(master, b"motcua access tokens");
        Keys {
            secrets: derived(master, b"motcua dossier secrets").to_vec(),
            letters: derived(master, b"motcua letter codes").to_vec(),
            files: derived(master, b"motcua sealed files").to_vec(),
            reports: derived(master, b"motcua delivery reports").to_vec(),
            forms: derived(master, b"motcua forms").to_vec(),
            feedback: derived(master, b"motcua feedback secrets").to_vec(),
            passwords: derived(master, b"motcua first passwords").to_vec(),
            signing: SigningKey::from_bytes(&seed),
        }
    }

    /// The secret on a dossier's receipt: ten letters and digits in two groups, the same for life, kept nowhere.
    pub fn secret_of(&self, dossier: DossierId) -> String {
        secret(&self.secrets, dossier.0)
    }

    /// The secret by which the author of feedback follows it: of the same form, kept nowhere either.
    pub fn feedback_secret(&self, feedback: FeedbackId) -> String {
        secret(&self.feedback, feedback.0)
    }

    /// Whether `given` is the feedback's secret, as [`Keys::is_secret_of`].
    pub fn is_feedback_secret(&self, feedback: FeedbackId, given: &str) -> bool {
        is_meant(&self.feedback_secret(feedback), given)
    }

    /// The id of what somebody without an account asks for under a key: the same for the very same request, and nobody else
    /// can tell it.
    pub fn id_of(&self, key: &str, hash: &[u8]) -> Uuid {
        let mac = keyed(&keyed(&self.feedback, key.as_bytes()), hash);
        uuid::Builder::from_custom_bytes(mac.first_chunk().copied().unwrap_or_default()).into_uuid()
    }

    /// The code by which anyone finds out that a letter is genuine: twelve letters and digits in three groups.
    pub fn letter_code(&self, letter: Uuid) -> String {
        let mac = keyed(&self.letters, letter.as_bytes());
        let code = letters().encode(&mac[..8]);
        format!("{}-{}-{}", &code[..4], &code[4..8], &code[8..12])
    }

    /// The same code however it is spaced or cased.
    pub fn letter_code_as_typed(given: &str) -> String {
        let code = as_meant(given);
        let groups: Vec<&str> = [0..4, 4..8, 8..12].into_iter().filter_map(|group| code.get(group)).collect();
        groups.join("-")
    }

    /// The key under which files are sealed.
    pub fn files(&self) -> &[u8] {
        &self.files
    }

    /// What a provider must know to report on messages: it stands in the address that reports come back to.
    pub fn report_key(&self) -> String {
        letters().encode(&keyed(&self.reports, b"sms")[..20])
    }

    /// What a form must bear that a browser with this cookie was shown: nobody else can know it.
    pub fn form_token(&self, cookie: &str) -> String {
        letters().encode(&keyed(&self.forms, cookie.as_bytes())[..20])
    }

    /// The password that a form gives an account: sixteen letters and digits in four groups, the same
    /// however often it is sent, kept nowhere.
    pub fn first_password(&self, form: &str) -> String {
        let mac = keyed(&self.passwords, form.as_bytes());
        let letters = letters().encode(&mac[..10]).to_lowercase();
        [&letters[..4], &letters[4..8], &letters[8..12], &letters[12..]].join("-")
    }

    /// Whether `given` is what a form of that browser bears; takes as long either way.
    pub fn is_form_token_of(&self, cookie: &str, given: &str) -> bool {
        self.form_token(cookie).as_bytes().ct_eq(given.as_bytes()).into()
    }

    /// Whether `given` is the dossier's secret, however it is spaced or cased; takes as long either way.
    pub fn is_secret_of(&self, dossier: DossierId, given: &str) -> bool {
        is_meant(&self.secret_of(dossier), given)
    }

    /// The signing key as the token library wants it.
    pub fn signing_der(&self) -> Vec<u8> {
        self.signing.to_pkcs8_der().map(|der| der.as_bytes().to_vec()).unwrap_or_default()
    }
}

/// Ten letters and digits in two groups, the same for life.
fn secret(key: &[u8], of: Uuid) -> String {
    let mac = keyed(key, of.as_bytes());
    let letters = letters().encode(&mac[..8]);
    format!("{}-{}", &letters[..5], &letters[5..10])
}

/// Whether somebody typed this secret; takes as long either way.
fn is_meant(secret: &str, given: &str) -> bool {
    secret.replace('-', "").as_bytes().ct_eq(as_meant(given).as_bytes()).into()
}

/// What somebody typed, as it was meant: without gaps, in capitals, without letters that look like digits.
fn as_meant(given: &str) -> String {
    let kept = given.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase());
    kept.collect::<String>().replace('O', "0").replace(['I', 'L'], "1")
}

/// Letters and digits that aren't mistaken for each other (Crockford's base 32).
fn letters() -> data_encoding::Encoding {
    let mut specification = Specification::new();
    specification.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification.padding = None;
    specification.encoding().expect("32 different symbols")
}

/// `n` random bytes of the system.
///
/// # Errors
/// [`KeyError::Random`].
pub fn random<const N: usize>() -> Result<[u8; N], KeyError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(KeyError::Random)?;
    Ok(bytes)
}

fn make(file: &Path) -> Result<String, KeyError> {
    let text = BASE64.encode(&random::<32>()?);
    let written = || {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        owners_only(file)?.write_all(text.as_bytes())
    };
    written().map_err(|why| KeyError::File(file.display().to_string(), why))?;
    Ok(text)
}

fn owners_only(file: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

fn derived(master: &[u8; 32], purpose: &[u8]) -> [u8; 32] {
    keyed(master, purpose)
}

fn keyed(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length will do");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dossier(n: u128) -> DossierId {
        DossierId(Uuid::from_u128(n))
    }

    #[test]
    fn a_secret_is_the_same_for_life_and_of_its_dossier_only() {
        let keys = Keys::from_master(&[7; 32]);
        assert_eq!(keys.secret_of(dossier(1)), keys.secret_of(dossier(1)));
        assert_ne!(keys.secret_of(dossier(1)), keys.secret_of(dossier(2)));
        assert_ne!(keys.secret_of(dossier(1)), Keys::from_master(&[8; 32]).secret_of(dossier(1)));
    }

    #[test]
    fn a_secret_is_known_however_it_is_typed() {
        let keys = Keys::from_master(&[7; 32]);
        let secret = keys.secret_of(dossier(1));
        assert!(keys.is_secret_of(dossier(1), &secret));
        assert!(keys.is_secret_of(dossier(1), &secret.to_lowercase().replace('-', " ")));
        assert!(!keys.is_secret_of(dossier(2), &secret));
        assert!(!keys.is_secret_of(dossier(1), ""));
        assert!(!keys.is_secret_of(dossier(1), &secret[..10]));
    }

    #[test]
    fn the_secret_of_feedback_opens_no_dossier_of_the_same_id() {
        let keys = Keys::from_master(&[7; 32]);
        let id = Uuid::from_u128(1);
        let secret = keys.feedback_secret(FeedbackId(id));
        assert!(keys.is_feedback_secret(FeedbackId(id), &secret.to_lowercase()));
        assert!(!keys.is_secret_of(DossierId(id), &secret));
        assert!(!keys.is_feedback_secret(FeedbackId(Uuid::from_u128(2)), &secret));
    }

    #[test]
    fn the_same_request_under_the_same_key_has_the_same_id() {
        let keys = Keys::from_master(&[7; 32]);
        assert_eq!(keys.id_of("a", b"x"), keys.id_of("a", b"x"));
        for other in
            [keys.id_of("b", b"x"), keys.id_of("a", b"y"), Keys::from_master(&[8; 32]).id_of("a", b"x")]
        {
            assert_ne!(keys.id_of("a", b"x"), other);
        }
    }

    #[test]
    fn a_key_file_is_made_once_and_read_afterwards() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("var/motcua.key");
        let made = Keys::from_file(&file).expect("made");
        let read = Keys::from_file(&file).expect("read");
        assert_eq!(made.secret_of(dossier(1)), read.secret_of(dossier(1)));
        std::fs::write(&file, "short").expect("written");
        assert!(matches!(Keys::from_file(&file), Err(KeyError::Content(_))));
    }

    #[test]
    fn a_letters_code_is_known_however_it_is_typed() {
        let code = Keys::from_master(&[7; 32]).letter_code(Uuid::from_u128(1));
        assert_eq!(code.len(), 14);
        assert_eq!(Keys::letter_code_as_typed(&code.to_lowercase().replace('-', " ")), code);
        assert_ne!(code, Keys::from_master(&[7; 32]).letter_code(Uuid::from_u128(2)));
        assert_eq!(Keys::letter_code_as_typed("x"), "");
    }
}
