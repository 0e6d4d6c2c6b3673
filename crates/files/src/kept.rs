//! Bytes under their hash, sealed, wherever they are kept.

use crate::bucket::Bucket;
use crate::folder::Folder;
use crate::seal::Seal;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::io;
use thiserror::Error;

/// The SHA-256 of a file's bytes.
pub type Hash = [u8; 32];

/// Files under their hash, sealed. The same bytes are the same file.
pub struct Files {
    keeper: Keeper,
    seal: Seal,
}

/// Where they are kept.
pub enum Keeper {
    /// In a folder.
    Folder(Folder),
    /// In an S3-compatible bucket.
    Bucket(Box<Bucket>),
}

/// Why a file can't be put away or fetched now.
#[derive(Debug, Error)]
pub enum Unkept {
    /// The disk says so.
    #[error("the folder of files: {0}")]
    Disk(#[from] io::Error),
    /// The bucket says so, or nothing.
    #[error("the bucket of files: {0}")]
    Bucket(String),
}

impl Files {
    /// The files of `keeper`, sealed under `key`.
    pub fn new(keeper: Keeper, key: &[u8]) -> Self {
        Self { keeper, seal: Seal::new(key) }
    }

    /// Keeps these bytes for good: when it answers, they are there, whole. Their hash.
    ///
    /// # Errors
    /// [`Unkept`]; nothing of them is there then.
    pub fn put(&self, bytes: &[u8]) -> Result<Hash, Unkept> {
        let hash = Hash::from(Sha256::digest(bytes));
        let sealed = || self.seal.closed(&hash, bytes);
        match &self.keeper {
            Keeper::Folder(_) if self.get(&hash)?.is_some() => {}
            Keeper::Folder(folder) => folder.put(&name(&hash), &sealed())?,
            Keeper::Bucket(bucket) => bucket.put(&name(&hash), &sealed())?,
        }
        Ok(hash)
    }

    /// Whether anything lies there under this hash.
    ///
    /// # Errors
    /// [`Unkept`].
    pub fn has(&self, hash: &Hash) -> Result<bool, Unkept> {
        match &self.keeper {
            Keeper::Folder(folder) => Ok(folder.has(&name(hash))?),
            Keeper::Bucket(bucket) => bucket.has(&name(hash)),
        }
    }

    /// Takes the bytes of this hash away, for good; those that aren't there are gone already.
    ///
    /// # Errors
    /// [`Unkept`].
    pub fn remove(&self, hash: &Hash) -> Result<(), Unkept> {
        match &self.keeper {
            Keeper::Folder(folder) => Ok(folder.remove(&name(hash))?),
            Keeper::Bucket(bucket) => bucket.remove(&name(hash)),
        }
    }

    /// The bytes of this hash; none where there are none, or where they aren't what they were.
    ///
    /// # Errors
    /// [`Unkept`].
    pub fn get(&self, hash: &Hash) -> Result<Option<Vec<u8>>, Unkept> {
        let sealed = match &self.keeper {
            Keeper::Folder(folder) => folder.get(&name(hash))?,
            Keeper::Bucket(bucket) => bucket.get(&name(hash))?,
        };
        let bytes = sealed.and_then(|sealed| self.seal.opened(hash, sealed));
        Ok(bytes.filter(|bytes| Hash::from(Sha256::digest(bytes)) == *hash))
    }
}

/// `ab/cdef…`: so many folders that none grows too large.
fn name(hash: &Hash) -> String {
    let digits = HEXLOWER.encode(hash);
    format!("{}/{}", &digits[..2], &digits[2..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    fn files(folder: &Path, key: u8) -> Files {
        Files::new(Keeper::Folder(Folder::new(folder)), &[key; 32])
    }

    #[test]
    fn what_was_put_there_is_there_and_nothing_of_it_can_be_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = files(folder.path(), 7);
        let hash = files.put(b"Nguyen Thi Bi Mat").expect("kept");
        assert_eq!(files.put(b"Nguyen Thi Bi Mat").expect("kept"), hash);
        assert_eq!(files.get(&hash).expect("read").as_deref(), Some(b"Nguyen Thi Bi Mat".as_slice()));
        let sealed = fs::read(folder.path().join(name(&hash))).expect("a file");
        assert!(!sealed.windows(6).any(|part| part == b"Nguyen"));
        let others = self::files(folder.path(), 8);
        assert_eq!(others.get(&hash).expect("read"), None, "another server's key");
    }

    #[test]
    fn what_is_taken_away_is_gone_and_can_be_put_there_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = files(folder.path(), 7);
        let (hash, other) = (files.put(b"bytes").expect("kept"), files.put(b"others").expect("kept"));
        files.remove(&hash).expect("taken away");
        files.remove(&hash).expect("gone already");
        assert_eq!(files.get(&hash).expect("read"), None);
        assert_eq!((files.has(&hash).expect("asked"), files.has(&other).expect("asked")), (false, true));
        files.put(b"bytes").expect("kept");
        assert!(files.has(&hash).expect("asked"));
    }

    #[test]
    fn what_is_gone_or_damaged_isnt_given_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = files(folder.path(), 7);
        assert_eq!(files.get(&[1; 32]).expect("read"), None);
        let hash = files.put(b"bytes").expect("kept");
        let path = folder.path().join(name(&hash));
        let mut sealed = fs::read(&path).expect("a file");
        sealed[0] ^= 1;
        fs::write(path, sealed).expect("written");
        assert_eq!(files.get(&hash).expect("read"), None);
        assert_eq!(files.put(b"bytes").expect("kept"), hash);
        assert!(files.get(&hash).expect("read").is_some(), "put there again, it is whole again");
    }

    #[test]
    fn what_was_sealed_by_the_first_version_is_read_for_ever() {
        let folder = tempfile::tempdir().expect("a folder");
        let hash = Hash::from(Sha256::digest(b"a letter"));
        let path = folder.path().join(name(&hash));
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, HEXLOWER.decode(SEALED.as_bytes()).expect("digits")).expect("written");
        assert_eq!(
            files(folder.path(), 7).get(&hash).expect("read").as_deref(),
            Some(b"a letter".as_slice())
        );
    }

    /// `a letter` under the key 07…07, as it lies in offices' folders.
    const SEALED: &str = "25694fbbf70b9ac67e22a0622f57bce6d625cf5eb8f54d9d";
}
