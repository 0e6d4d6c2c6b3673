//! Taking files in: what it is, whether anything is known against it, then the bytes, then the row. A process that is killed
//! leaves bytes that nobody names, never a row without bytes.

use super::name;
use crate::app::App;
use crate::http::{InputError, Problem};
use files::Kind;
use kernel::{DossierId, FileId, UserId};
use sha2::{Digest, Sha256};
use store::StoreError;
use store::files::{File, Hash, add, of_dossier, of_the_same_side};

/// Files on their way into a dossier. Those that were put away are the dossier's once [`Taking::done`] says so: all of them,
/// or none.
pub struct Taking {
    dossier: DossierId,
    by: Option<UserId>,
    there: Vec<File>,
    new: Vec<File>,
    /// How many of them weren't there before.
    fresh: usize,
}

impl Taking {
    /// Begins to take files into a dossier, which may be a draft still, from staff or from the applicant (none). The caller has
    /// seen to it that they may, and that the dossier takes files ([`dossier::takes_files`]).
    ///
    /// # Errors
    /// The database.
    pub fn begin(app: &App, dossier: DossierId, by: Option<UserId>) -> Result<Self, Problem> {
        let there = app.store.read(|db| of_dossier(db, dossier))?;
        Ok(Self { dossier, by, there, new: Vec::new(), fresh: 0 })
    }

    /// Looks at one more file, and puts its bytes away. `pointer`: where in what was sent it stands, `called`: as its sender
    /// calls it.
    ///
    /// # Errors
    /// 413 for one that is too large; 422 at the pointer for what is empty, isn't taken, or has something known against it, and
    /// for one too many; away, where it can't be scanned or put away.
    pub fn take(mut self, app: &App, pointer: &str, called: &str, bytes: &[u8]) -> Result<Self, Problem> {
        if bytes.len() > app.config.files.largest {
            return Err(Problem::FileTooLarge(app.config.files.largest));
        }
        let kind = kind_of(pointer, bytes)?;
        let file = self.file(app, kind, name::of(called, kind), bytes);
        if !self.is_there(&file) {
            self.has_room(app, pointer)?;
            self.fresh += 1;
        }
        if let Some(found) = app.shelf.known_against(bytes)? {
            tracing::warn!(dossier = %self.dossier, found, "a file was refused");
            return Err(harmful(pointer, &found));
        }
        app.shelf.put(bytes)?;
        self.new.push(file);
        Ok(self)
    }

    /// The files are the dossier's from now on, those that were it before among them, in the order in which they came.
    ///
    /// # Errors
    /// 422 where others have added so many meanwhile that these would be too many; away, where the bytes were let go of a moment
    /// ago; the database.
    pub fn done(self, app: &App) -> Result<Vec<File>, Problem> {
        let most = app.config.files.most;
        for _ in 0..TRIES {
            let new = self.new.clone();
            match app.store.write(move |db| add(db, &new, most)) {
                Err(StoreError::Raced) => {}
                added => return self.still_there(app, added?.ok_or_else(|| too_many("/files", most))?),
            }
        }
        Err(Problem::Away("files are being added by many at once".to_owned()))
    }

    /// Bytes that nothing named until a moment ago may have been let go of; sent once more, they are there.
    fn still_there(&self, app: &App, added: Vec<File>) -> Result<Vec<File>, Problem> {
        for file in &self.new {
            if !app.shelf.has(&file.sha256)? {
                return Err(Problem::Away(format!("the bytes of file {} were let go of", file.id)));
            }
        }
        Ok(added)
    }

    fn file(&self, app: &App, kind: Kind, name: String, bytes: &[u8]) -> File {
        File {
            id: FileId(app.clock.id()),
            dossier: self.dossier,
            sha256: Hash::from(Sha256::digest(bytes)),
            name,
            media_type: kind.media_type().to_owned(),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            at: app.clock.now(),
            by: self.by,
        }
    }

    /// The same bytes under the same name are the same file.
    fn is_there(&self, file: &File) -> bool {
        self.there.iter().chain(&self.new).any(|one| one.is_the_same(file))
    }

    fn has_room(&self, app: &App, pointer: &str) -> Result<(), Problem> {
        let most = app.config.files.most;
        let so_far = of_the_same_side(&self.there, self.by) + self.fresh;
        if so_far < most { Ok(()) } else { Err(too_many(pointer, most)) }
    }
}

/// How often a lost race is run again.
const TRIES: usize = 10;

fn kind_of(pointer: &str, bytes: &[u8]) -> Result<Kind, Problem> {
    if bytes.is_empty() {
        return Err(Problem::input(pointer, "empty", "Tệp không có nội dung.", "The file is empty."));
    }
    Kind::of(bytes).ok_or_else(|| {
        Problem::input(
            pointer,
            "type",
            "Chỉ nhận tệp PDF, ảnh JPEG, PNG, TIFF và văn bản DOCX, XLSX, ODT không có macro.",
            "Taken are PDF, pictures as JPEG, PNG and TIFF, and documents as DOCX, XLSX and ODT without macros.",
        )
    })
}

fn harmful(pointer: &str, found: &str) -> Problem {
    Problem::Input(vec![InputError {
        pointer: pointer.to_owned(),
        code: "harmful",
        vi: format!("Tệp có mã độc ({found}) nên không được nhận. Hãy quét máy của bạn và gửi tệp khác."),
        en: format!(
            "The file is harmful ({found}) and isn't taken. Scan your computer and send another file."
        ),
    }])
}

fn too_many(pointer: &str, most: usize) -> Problem {
    Problem::Input(vec![InputError {
        pointer: pointer.to_owned(),
        code: "too-many",
        vi: format!("Hồ sơ đã có đủ {most} tệp; hãy gộp các trang vào một tệp."),
        en: format!("The dossier has {most} files already; put several pages into one."),
    }])
}
