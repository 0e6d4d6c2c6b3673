//! Letters on paper: which ones a dossier has, issued under a number each, printed once, the same bytes for ever.

mod apology;
mod asking;
mod files;
mod frame;
mod office;
mod receipt;
pub mod register;
mod returning;
mod rights;
mod told;
mod tracing;
mod which;
mod words;

pub use files::Files;
pub use office::Office;
pub use rights::may_read;
pub use which::{Which, named, of_dossier, of_event};
pub(crate) use words::title;

use crate::app::App;
use crate::http::Problem;
use letters::sign::{Signing, sign};
use letters::{Kind, Letter};
use store::StoreError;
use store::letters::{Hash, Issued, New, issue, issued, printed};
use time::OffsetDateTime;
use told::Told;

/// A letter in hand: what it was issued as, and its bytes.
#[derive(Debug, Clone)]
pub struct Printed {
    /// Its number, its code, and the hash of its bytes.
    pub letter: Issued,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// The letter as it was printed; the first time it is issued under a number of its own, printed, signed where its agency
/// has a key, and kept. Whoever asks gets the same bytes, however many ask at once.
///
/// # Errors
/// Not found for a letter that the dossier hasn't; a fault where what was kept is gone; the database.
pub fn print(app: &App, which: &Which) -> Result<Printed, Problem> {
    let known = app.store.read(|db| issued(db, which.dossier, which.seq, which.kind.slug()))?;
    if let Some(letter) = known
        && let Some((hash, _)) = letter.printed
    {
        return kept(app, letter, &hash);
    }
    let told = Told::of(app, which)?;
    let letter = issued_now(app, which, &told)?;
    let (pdf, signed) = set(app, which.kind, &told, &letter)?;
    let hash = app.office.files.put(&pdf).map_err(|why| Problem::Away(format!("letters: {why}")))?;
    let id = letter.id;
    let first = app.store.write(move |db| printed(db, id, &hash, signed))?;
    let letter = Issued { printed: Some(first), ..letter };
    if first.0 == hash { Ok(Printed { letter, pdf }) } else { kept(app, letter, &first.0) }
}

/// What was printed before.
fn kept(app: &App, letter: Issued, hash: &Hash) -> Result<Printed, Problem> {
    let pdf = app.office.files.get(hash).map_err(|why| Problem::Away(format!("letters: {why}")))?;
    let gone = || Problem::Fault(format!("the bytes of letter {} are gone or damaged", letter.number));
    Ok(Printed { pdf: pdf.ok_or_else(gone)?, letter })
}

/// Tries again where somebody else has issued it at the same moment.
fn issued_now(app: &App, which: &Which, told: &Told) -> Result<Issued, Problem> {
    let id = app.clock.id();
    let agency = told.agency()?;
    let new = New {
        id,
        dossier: which.dossier,
        seq: which.seq,
        kind: which.kind.slug(),
        agency: agency.code.clone(),
        year: told.local(told.at).year(),
        sign: words::sign(which.kind, agency),
        code: app.keys.letter_code(id),
        at: app.clock.now(),
    };
    for _ in 0..3 {
        let new = new.clone();
        match app.store.write(move |db| issue(db, &new)) {
            Err(StoreError::Raced) => {}
            answer => return Ok(answer?),
        }
    }
    Err(Problem::Away("a letter is being issued by somebody else".to_owned()))
}

/// Sets the letter, and signs it where its agency has a key for it. An office's own template that fails on this letter, though
/// its trial didn't show it, is logged, and the built-in one taken.
fn set(app: &App, kind: Kind, told: &Told, issued: &Issued) -> Result<(Vec<u8>, bool), Problem> {
    let letter = say(app, kind, told)?;
    let key = app.office.key(&told.agency()?.code).filter(|key| signs(kind) && key.is_valid_at(told.at));
    let frame = frame::of(app, kind, told, issued, key.is_some())?;
    let pdf = app.office.press(&letter, &frame, told.at)?;
    let Some(key) = key else { return Ok((pdf, false)) };
    let signing = signing(&frame, told.at);
    let signed = sign(&pdf, key, &signing).map_err(|why| Problem::Fault(format!("signing: {why}")))?;
    Ok((signed, true))
}

/// The letters that a head approves are signed digitally, where there is a key.
fn signs(kind: Kind) -> bool {
    matches!(kind, Kind::Apology | Kind::BelatedApology)
}

fn signing(frame: &letters::Frame, at: OffsetDateTime) -> Signing {
    let name = frame.signature.as_ref().map(|signature| signature.name.clone()).unwrap_or_default();
    Signing { name, reason: "Phê duyệt phiếu xin lỗi".to_owned(), place: frame.place.clone(), at }
}

fn say(app: &App, kind: Kind, told: &Told) -> Result<Letter, Problem> {
    match kind {
        Kind::Receipt => receipt::receipt(app, told),
        Kind::Guidance => asking::guidance(app, told),
        Kind::Supplement => asking::supplement(app, told),
        Kind::Refusal => asking::refusal(app, told),
        Kind::Apology => apology::apology(app, told),
        Kind::BelatedApology => apology::belated(app, told),
        Kind::ControlSheet => tracing::control_sheet(app, told),
        Kind::ResultSlip => returning::result_slip(app, told),
        Kind::Register => Err(Problem::NotFound),
    }
}
