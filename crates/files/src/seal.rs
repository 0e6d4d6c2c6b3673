//! How bytes are sealed: they bear names and secrets.

use crate::kept::Hash;
use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::Sha256;

/// Seals each file under a key of its own (ChaCha20-Poly1305), which follows from the server's key and the hash: the same
/// bytes are the same file, and a stolen folder opens nothing.
pub(crate) struct Seal {
    key: Vec<u8>,
}

impl Seal {
    pub(crate) fn new(key: &[u8]) -> Self {
        Self { key: key.to_vec() }
    }

    /// The bytes of this hash, sealed.
    pub(crate) fn closed(&self, hash: &Hash, bytes: &[u8]) -> Vec<u8> {
        let mut sealed = bytes.to_vec();
        let done = self.key_of(hash).seal_in_place_append_tag(once(), Aad::from(hash), &mut sealed);
        done.expect("a file is shorter than 256 GiB");
        sealed
    }

    /// What was sealed as the bytes of this hash; none where it was changed, or sealed under another key.
    pub(crate) fn opened(&self, hash: &Hash, mut sealed: Vec<u8>) -> Option<Vec<u8>> {
        let length = self.key_of(hash).open_in_place(once(), Aad::from(hash), &mut sealed).ok()?.len();
        sealed.truncate(length);
        Some(sealed)
    }

    /// The key of the bytes of this hash, and of no others: so one nonce will do.
    fn key_of(&self, hash: &Hash) -> LessSafeKey {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("a key of any length will do");
        mac.update(hash);
        let key = UnboundKey::new(&CHACHA20_POLY1305, &mac.finalize().into_bytes());
        LessSafeKey::new(key.expect("32 bytes"))
    }
}

fn once() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}
