//! Letters on paper.

use super::schemas;
use crate::app::App;
use crate::http::Problem;
use crate::printing::Which;
use data_encoding::HEXLOWER;
use kernel::{AgencyCode, Lang, Said};
use letters::Kind;
use serde::Serialize;
use store::letters::Issued;
use store::log::Entry;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;

/// The letters of a dossier.
#[derive(Debug, Serialize, ToSchema)]
pub struct LettersOut {
    /// In the order in which they came about; the control sheet as it is now behind them.
    pub items: Vec<LetterOut>,
}

/// A letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterOut {
    /// Which form.
    #[schema(schema_with = schemas::letter)]
    pub(crate) kind: &'static str,
    /// What it is called.
    pub(crate) title: &'static str,
    /// The place in the log of what it tells of.
    pub(crate) seq: i64,
    /// When that was.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// Where it is to be had.
    pub(crate) href: String,
    /// Its number, once it was issued.
    pub(crate) number: Option<String>,
    /// The code by which it is verified, once it was issued.
    pub(crate) code: Option<String>,
    /// Whether it bears a digital signature, once it is printed.
    pub(crate) signed: Option<bool>,
}

/// A paper that is genuine.
#[derive(Debug, Serialize, ToSchema)]
pub struct GenuineOut {
    /// The code, as it stands on the paper.
    pub(crate) code: String,
    /// Which form.
    #[schema(schema_with = schemas::letter)]
    pub(crate) kind: &'static str,
    /// What it is called.
    pub(crate) title: &'static str,
    /// Its number.
    pub(crate) number: String,
    /// The agency whose letter it is.
    pub(crate) agency: String,
    /// When it was issued.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) issued_at: OffsetDateTime,
    /// Whether it bears a digital signature; none where it isn't printed yet.
    pub(crate) signed: Option<bool>,
    /// The SHA-256 of its bytes.
    pub(crate) sha256: Option<String>,
    /// Whether the file in hand is the one that was issued; where its hash was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) same: Option<bool>,
}

/// What a form is called.
fn title(kind: Kind) -> Said {
    let (vi, en) = match kind {
        Kind::Receipt => ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment slip"),
        Kind::Guidance => ("Phiếu hướng dẫn hoàn thiện hồ sơ", "Guidance notice"),
        Kind::Supplement => ("Phiếu yêu cầu bổ sung hồ sơ", "Supplement request"),
        Kind::Refusal => ("Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal"),
        Kind::Apology => ("Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Apology with the new appointment"),
        Kind::BelatedApology => ("Phiếu xin lỗi về việc trễ hạn giải quyết hồ sơ", "Belated apology"),
        Kind::ControlSheet => ("Phiếu kiểm soát quá trình giải quyết hồ sơ", "Process control sheet"),
        Kind::ResultSlip => ("Phiếu trả kết quả giải quyết hồ sơ", "Result slip"),
        Kind::Register => ("Sổ theo dõi hồ sơ", "Register"),
    };
    Said { vi, en }
}

/// Where a letter is to be had.
pub fn href(which: &Which) -> String {
    let Which { dossier, kind, seq } = which;
    format!("{}/dossiers/{dossier}/letters/{kind}.pdf?seq={seq}", crate::routes::API)
}

impl LettersOut {
    /// These letters of a dossier, in the zone of the agency that received it; `entries`: its log, `issued`: what was issued.
    pub fn of(
        entries: &[Entry],
        letters: &[Which],
        issued: &[Issued],
        offset: UtcOffset,
        lang: Lang,
    ) -> Self {
        let out = |which: &Which| {
            let same = |one: &&Issued| one.seq == which.seq && one.kind == which.kind.slug();
            let at = entries.iter().find(|entry| entry.seq == which.seq)?.at;
            Some(LetterOut::of(which, at.to_offset(offset), issued.iter().find(same), lang))
        };
        Self { items: letters.iter().filter_map(out).collect() }
    }
}

impl LetterOut {
    /// A letter that tells of something of that moment.
    pub fn of(which: &Which, at: OffsetDateTime, issued: Option<&Issued>, lang: Lang) -> Self {
        Self {
            kind: which.kind.slug(),
            title: title(which.kind).to(lang),
            seq: which.seq,
            at,
            href: href(which),
            number: issued.map(|issued| issued.number.clone()),
            code: issued.map(|issued| issued.code.clone()),
            signed: issued.and_then(|issued| issued.printed).map(|(_, signed)| signed),
        }
    }
}

impl GenuineOut {
    /// What was issued; `sha256`: of the file in hand.
    ///
    /// # Errors
    /// The database.
    pub fn of(app: &App, letter: &Issued, sha256: Option<&str>, lang: Lang) -> Result<Self, Problem> {
        let newest = app.directory.newest()?;
        let agency: Option<AgencyCode> = letter.agency.parse().ok();
        let agency = agency.and_then(|code| newest.agency(&code).map(|agency| (code, agency.name.clone())));
        let (code, name) = agency.ok_or(Problem::NotFound)?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.slug() == letter.kind).ok_or(Problem::NotFound)?;
        let hash = letter.printed.map(|(hash, _)| HEXLOWER.encode(&hash));
        Ok(Self {
            code: letter.code.clone(),
            kind: kind.slug(),
            title: title(kind).to(lang),
            number: letter.number.clone(),
            agency: name,
            issued_at: letter.at.to_offset(newest.calendar_of(&code)?.data().utc_offset),
            signed: letter.printed.map(|(_, signed)| signed),
            same: sha256.map(|given| hash.as_deref() == Some(given.to_ascii_lowercase().as_str())),
            sha256: hash,
        })
    }
}
