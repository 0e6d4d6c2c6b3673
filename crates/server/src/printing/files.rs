//! Bytes under their hash, in a folder, sealed: letters bear names and secrets.
//!
//! Each is encrypted (ChaCha20-Poly1305) under a key of its own, which follows from the server's key and the hash: the same
//! bytes are the same file, and a stolen folder opens nothing. A file is written whole or not at all.

use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use store::letters::Hash;
use tempfile::NamedTempFile;

/// A folder of sealed files.
pub struct Files {
    folder: PathBuf,
    key: Vec<u8>,
}

impl Files {
    /// The files in `folder`, which is made when the first is put there, sealed under `key`.
    pub fn new(folder: &Path, key: &[u8]) -> Self {
        Self { folder: folder.to_owned(), key: key.to_vec() }
    }

    /// Keeps these bytes for good: when it answers, they are on the disk. Their hash.
    ///
    /// # Errors
    /// The disk.
    pub fn put(&self, bytes: &[u8]) -> io::Result<Hash> {
        let hash = Hash::from(Sha256::digest(bytes));
        let path = self.path(&hash);
        if path.exists() {
            return Ok(hash);
        }
        let beside = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(beside)?;
        let mut file = NamedTempFile::new_in(beside)?;
        file.write_all(&self.sealed(&hash, bytes))?;
        file.as_file().sync_all()?;
        file.persist(&path).map_err(|failed| failed.error)?;
        File::open(beside)?.sync_all()?;
        Ok(hash)
    }

    /// The bytes of this hash; none where there are none, or where they aren't what they were.
    ///
    /// # Errors
    /// The disk.
    pub fn get(&self, hash: &Hash) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path(hash)) {
            Ok(sealed) => Ok(self.opened(hash, sealed)),
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    /// `ab/cdef…`: so many folders that none grows too large.
    fn path(&self, hash: &Hash) -> PathBuf {
        let name = data_encoding::HEXLOWER.encode(hash);
        self.folder.join(&name[..2]).join(&name[2..])
    }

    /// The key of the bytes of this hash, and of no others: so one nonce will do.
    fn key_of(&self, hash: &Hash) -> LessSafeKey {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("a key of any length will do");
        mac.update(hash);
        let key = UnboundKey::new(&CHACHA20_POLY1305, &mac.finalize().into_bytes());
        LessSafeKey::new(key.expect("32 bytes"))
    }

    fn sealed(&self, hash: &Hash, bytes: &[u8]) -> Vec<u8> {
        let mut sealed = bytes.to_vec();
        let done = self.key_of(hash).seal_in_place_append_tag(once(), Aad::from(hash), &mut sealed);
        done.expect("a file is shorter than 256 GiB");
        sealed
    }

    fn opened(&self, hash: &Hash, mut sealed: Vec<u8>) -> Option<Vec<u8>> {
        let length = self.key_of(hash).open_in_place(once(), Aad::from(hash), &mut sealed).ok()?.len();
        sealed.truncate(length);
        (Hash::from(Sha256::digest(&sealed)) == *hash).then_some(sealed)
    }
}

fn once() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_there_is_there_and_nothing_of_it_can_be_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::new(folder.path(), &[7; 32]);
        let hash = files.put(b"Nguyen Thi Bi Mat").expect("kept");
        assert_eq!(files.put(b"Nguyen Thi Bi Mat").expect("kept"), hash);
        assert_eq!(files.get(&hash).expect("read").as_deref(), Some(b"Nguyen Thi Bi Mat".as_slice()));
        let sealed = fs::read(files.path(&hash)).expect("a file");
        assert!(!sealed.windows(6).any(|part| part == b"Nguyen"));
        assert_eq!(
            Files::new(folder.path(), &[8; 32]).get(&hash).expect("read"),
            None,
            "another server's key"
        );
    }

    #[test]
    fn what_is_gone_or_damaged_isnt_given_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::new(folder.path(), &[7; 32]);
        assert_eq!(files.get(&[1; 32]).expect("read"), None);
        let hash = files.put(b"bytes").expect("kept");
        let mut sealed = fs::read(files.path(&hash)).expect("a file");
        sealed[0] ^= 1;
        fs::write(files.path(&hash), sealed).expect("written");
        assert_eq!(files.get(&hash).expect("read"), None);
    }
}
