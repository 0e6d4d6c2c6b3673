//! Where letters are printed.

use time::OffsetDateTime;
use typst::foundations::{Datetime, Smart};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::moment::ZONE;
use crate::sheet::Sheet;
use crate::{Fault, Fonts, Frame, Letter, Templates};

/// How many letters later what Typst remembers of one is forgotten.
const REMEMBERED: usize = 10;
/// Viet Nam's offset in minutes.
const OFFSET: i32 = 7 * 60;

/// Prints letters. It holds templates and fonts, may be shared by threads, and is worth keeping: the first letter takes
/// four times as long as those after it.
#[derive(Debug)]
pub struct Press {
    templates: Templates,
    fonts: Fonts,
    library: LazyHash<Library>,
}

/// Why a letter wasn't printed.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// The template can't say this letter: a fault of the template.
    #[error("the letter couldn't be set: {0}")]
    Template(Fault),
    /// The data can't be handed to a template.
    #[error("the letter's data can't be written as JSON")]
    Data(#[from] serde_json::Error),
    /// The moment lies outside the years 1 to 9999, or PDF/A-2a isn't to be had.
    #[error("the PDF can't be described: {0}")]
    Description(&'static str),
}

impl Press {
    /// A press with these templates and fonts.
    #[must_use]
    pub fn new(templates: Templates, fonts: Fonts) -> Self {
        Self { templates, fonts, library: LazyHash::new(Library::default()) }
    }

    /// The letter as PDF/A-2a. `at`, of any offset, becomes the PDF's time of creation; the same letter, frame, moment,
    /// templates and fonts give the same bytes.
    ///
    /// # Errors
    /// If a template has a fault that its trial with a sample didn't show.
    pub fn print(&self, letter: &Letter, frame: &Frame, at: OffsetDateTime) -> Result<Vec<u8>, LetterError> {
        let options = options(letter, frame, at)?;
        let sheet = Sheet::new(&self.library, &self.templates, &self.fonts, letter, frame)?;
        let pdf = sheet.set(&options).map_err(LetterError::Template);
        comemo::evict(REMEMBERED);
        pdf
    }

    pub(crate) fn into_templates(self) -> Templates {
        self.templates
    }
}

fn options(letter: &Letter, frame: &Frame, at: OffsetDateTime) -> Result<PdfOptions, LetterError> {
    Ok(PdfOptions {
        ident: Smart::Custom(ident(letter, frame, at)),
        creator: Smart::Custom(Some("motcua".to_owned())),
        timestamp: Some(timestamp(at).ok_or(LetterError::Description("its time is out of range"))?),
        page_ranges: None,
        standards: PdfStandards::new(&[PdfStandard::A_2a])
            .map_err(|_| LetterError::Description("no PDF/A-2a"))?,
        tagged: true,
        pretty: false,
    })
}

/// What tells one letter from another; only its hash gets into the PDF.
fn ident(letter: &Letter, frame: &Frame, at: OffsetDateTime) -> String {
    let number = frame.number.as_deref().unwrap_or_default();
    let code = frame.verification.as_ref().map_or("", |verification| &verification.code);
    format!("{}|{}|{number}|{code}|{}", letter.kind(), frame.agency, at.unix_timestamp())
}

fn timestamp(at: OffsetDateTime) -> Option<Timestamp> {
    let at = at.checked_to_offset(ZONE).filter(|at| (1..=9999).contains(&at.year()))?;
    let (year, month, day) = at.to_calendar_date();
    let (hour, minute, second) = at.to_hms();
    let local = Datetime::from_ymd_hms(year, u8::from(month), day, hour, minute, second)?;
    Timestamp::new_local(local, OFFSET)
}
