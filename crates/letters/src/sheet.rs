//! One letter being set: all that Typst gets to see of the world.

use serde::Serialize;
use typst::diag::{FileError, FileResult, PackageError, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::templates::Fault;
use crate::{Fonts, Frame, Letter, LetterError, Templates, qr};

/// Templates, data and QR code of one letter. There is no other file, no network and no clock.
pub(crate) struct Sheet<'a> {
    library: &'a LazyHash<Library>,
    templates: &'a Templates,
    fonts: &'a Fonts,
    main: FileId,
    data: Bytes,
    code: Option<Bytes>,
}

#[derive(Serialize)]
struct Data<'a> {
    letter: &'a Letter,
    frame: Framed<'a>,
}

#[derive(Serialize)]
struct Framed<'a> {
    #[serde(flatten)]
    frame: &'a Frame,
    font: &'a str,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(
        library: &'a LazyHash<Library>,
        templates: &'a Templates,
        fonts: &'a Fonts,
        letter: &Letter,
        frame: &Frame,
    ) -> Result<Self, LetterError> {
        let main =
            id(&format!("{}.typ", letter.kind())).ok_or(LetterError::Description("it has no template"))?;
        let code = frame.status_link.as_deref().and_then(qr::svg).map(Bytes::from_string);
        // A link that no QR code can hold isn't printed as one: the form would have a hole.
        let status_link = frame.status_link.clone().filter(|_| code.is_some());
        let frame = Frame { status_link, ..frame.clone() };
        let data = Data { letter, frame: Framed { frame: &frame, font: fonts.family() } };
        let data = Bytes::new(serde_json::to_vec(&data)?);
        Ok(Self { library, templates, fonts, main, data, code })
    }

    /// The PDF, or the first fault.
    pub(crate) fn set(&self, options: &PdfOptions) -> Result<Vec<u8>, Fault> {
        let Warned { output, .. } = typst::compile::<PagedDocument>(self);
        let pdf = output.and_then(|document| typst_pdf::pdf(&document, options));
        pdf.map_err(|faults| faults.first().map_or_else(|| self.unexplained(), |fault| self.fault(fault)))
    }

    fn fault(&self, fault: &SourceDiagnostic) -> Fault {
        let at = fault.span.id().map(|id| (id, self.line(id, fault)));
        let (file, line) = at.unwrap_or((self.main, None));
        let hints = fault.hints.iter().map(|hint| hint.v.as_str());
        let message = [fault.message.as_str()].into_iter().chain(hints).collect::<Vec<_>>().join("; ");
        Fault { file: file.vpath().get_without_slash().to_owned(), line, message }
    }

    fn line(&self, id: FileId, fault: &SourceDiagnostic) -> Option<usize> {
        let start = self.range(fault.span)?.start;
        self.source(id).ok()?.lines().byte_to_line(start).map(|line| line + 1)
    }

    fn unexplained(&self) -> Fault {
        let file = self.main.vpath().get_without_slash().to_owned();
        Fault { file, line: None, message: "không rõ nguyên nhân".to_owned() }
    }
}

/// A file beside the templates, unless no file can have that name.
pub(crate) fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.templates.source(id).ok_or_else(|| absent(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let beside = matches!(id.root(), VirtualRoot::Project);
        let made = match id.vpath().get_without_slash() {
            "data.json" if beside => Some(self.data.clone()),
            "qr.svg" if beside => self.code.clone(),
            _ => None,
        };
        made.or_else(|| self.templates.file(id)).ok_or_else(|| absent(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.face(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn absent(id: FileId) -> FileError {
    match id.root() {
        VirtualRoot::Project => FileError::NotFound(id.vpath().get_without_slash().into()),
        VirtualRoot::Package(package) => FileError::Package(PackageError::NotFound(package.clone())),
    }
}
