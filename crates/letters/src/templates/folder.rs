//! Reading an office's folder of templates.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry};
use std::path::Path;

use super::Fault;

/// A template or a logo is smaller than this.
const LARGEST: u64 = 1024 * 1024;

/// The plain files of the folder by name, and what is wrong with the others. Folders and hidden files are passed over.
pub(super) fn files(folder: &Path) -> (BTreeMap<String, Vec<u8>>, Vec<Fault>) {
    let (mut files, mut faults) = (BTreeMap::new(), Vec::new());
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(why) => {
            faults.push(fault(&folder.display().to_string(), &format!("không đọc được thư mục ({why})")));
            return (files, faults);
        }
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        match read(&entry) {
            Ok(Some(data)) if !name.starts_with('.') => drop(files.insert(name, data)),
            Ok(_) => {}
            Err(why) => faults.push(fault(&name, &why)),
        }
    }
    faults.sort_by(|one, other| one.file.cmp(&other.file));
    (files, faults)
}

/// Links aren't followed: they lead out of the folder.
fn read(entry: &DirEntry) -> Result<Option<Vec<u8>>, String> {
    let unreadable = |why: std::io::Error| format!("không đọc được tệp ({why})");
    let about = entry.metadata().map_err(unreadable)?;
    if about.is_symlink() {
        return Err("là liên kết; hãy chép chính tệp vào thư mục".to_owned());
    }
    if !about.is_file() {
        return Ok(None);
    }
    if about.len() > LARGEST {
        return Err("lớn hơn 1 MiB".to_owned());
    }
    fs::read(entry.path()).map(Some).map_err(unreadable)
}

pub(super) fn fault(file: &str, message: &str) -> Fault {
    Fault { file: file.to_owned(), line: None, message: message.to_owned() }
}
