//! A folder of files, each written whole or not at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A folder, which is made when the first file is put there.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at this path.
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// When it answers, the file is on the disk, and so are its name and its folder's.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.path.join(name);
        let beside = path.parent().unwrap_or(&self.path);
        fs::create_dir_all(beside)?;
        let mut file = NamedTempFile::new_in(beside)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(&path).map_err(|failed| failed.error)?;
        File::open(beside)?.sync_all()?;
        File::open(&self.path)?.sync_all()
    }

    pub(crate) fn has(&self, name: &str) -> io::Result<bool> {
        self.path.join(name).try_exists()
    }

    pub(crate) fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.path.join(name)) {
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(()),
            removed => removed,
        }
    }

    pub(crate) fn get(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path.join(name)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }
}
