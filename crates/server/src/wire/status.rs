//! What a citizen reads: by the number alone no personal data, with the secret the whole way in plain words.

use super::appointment::{AppointmentOut, Detail};
use super::files::FileOut;
use super::lateness::ApologyOut;
use super::legs::LegPlainOut;
use super::letters::LetterOut;
use super::notices::ItemOut;
use super::payment::PaymentOut;
use super::schemas;
use super::steps::name_of;
use super::told::ToldOut;
use crate::app::App;
use crate::files::to_the_holder;
use crate::http::Problem;
use crate::printing::{Which, of_event};
use catalog::Version;
use dossier::{Event, Stage, State};
use kernel::{DossierId, Lang, Said};
use serde::Serialize;
use store::log::Entry;
use store::notices::{Followed, of_dossier};
use store::query::PublicStatus;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;

/// What anyone may know by the number, and its holder by the secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatusOut {
    /// The number.
    pub(crate) code: String,
    /// The stage.
    #[schema(schema_with = schemas::stage)]
    pub(crate) stage: &'static str,
    /// The stage in words.
    pub(crate) stage_text: &'static str,
    /// When the result is due.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) appointment: Option<OffsetDateTime>,
    /// Whether a day counted lies in a year whose days off aren't announced yet.
    pub(crate) provisional: bool,
    /// What happens next.
    pub(crate) next: &'static str,
    /// With the secret: all the rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) details: Option<StatusDetails>,
}

/// What the holder of the secret may know besides.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatusDetails {
    /// The procedure's name.
    pub(crate) procedure: String,
    /// The receiving agency's name.
    pub(crate) agency: String,
    /// When the result is due, and why then, in plain words.
    pub(crate) appointment: Option<AppointmentOut>,
    /// What was asked of the applicant in writing and isn't there yet.
    pub(crate) asked: Vec<ItemOut>,
    /// The payment that is out.
    pub(crate) payment: Option<PaymentOut>,
    /// The letters of apology that went out.
    pub(crate) apologies: Vec<ApologyOut>,
    /// What is being done now.
    pub(crate) doing: Vec<String>,
    /// Where several agencies work on it, what each does and how that stands.
    pub(crate) legs: Vec<LegPlainOut>,
    /// What has happened, in plain words.
    pub(crate) history: Vec<HistoryOut>,
    /// The letters that are theirs.
    pub(crate) letters: Vec<LetterOut>,
    /// The files that they see: their own, the scans of what was handed in, the result's papers.
    pub(crate) files: Vec<FileOut>,
}

/// One thing that happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryOut {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// What, in plain words.
    pub(crate) what: String,
    /// How you were told of it.
    pub(crate) told: Vec<ToldOut>,
}

impl StatusOut {
    /// What the number alone shows.
    pub fn of(code: &str, status: &PublicStatus, offset: UtcOffset, lang: Lang) -> Self {
        let stage = Stage::named(&status.stage).unwrap_or(Stage::Submitted);
        Self {
            code: code.to_owned(),
            stage: stage.as_str(),
            stage_text: stage.said().to(lang),
            appointment: status.appointment.map(|moment| moment.to_offset(offset)),
            provisional: status.provisional,
            next: next(stage).to(lang),
            details: None,
        }
    }

    /// The same with what the holder of the secret may know.
    #[must_use]
    pub fn with(mut self, details: StatusDetails) -> Self {
        self.details = Some(details);
        self
    }
}

impl StatusDetails {
    /// What the holder of the secret may know.
    ///
    /// # Errors
    /// The database.
    pub fn of(
        app: &App,
        id: DossierId,
        state: &State,
        version: &Version,
        entries: &[Entry],
        offset: UtcOffset,
        lang: Lang,
    ) -> Result<Self, Problem> {
        let submitted = state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
        let process = version.process_of(&submitted.case);
        let agency = app.directory.newest()?.agency(&submitted.agency).map(|agency| agency.name.clone());
        let followed = app.store.read(|db| of_dossier(db, id))?;
        let files = app.store.read(|db| store::files::of_dossier(db, id))?;
        let calendar = app.directory.counted_by(state)?;
        let open = state.routing.open.iter().filter(|_| state.result.recorded.is_none());
        Ok(Self {
            procedure: version.name().to_owned(),
            agency: agency.unwrap_or_default(),
            appointment: AppointmentOut::of(calendar.as_deref(), state, Detail::Plain, lang)?,
            asked: ItemOut::all(&state.intake.open, state, version, lang),
            payment: state.deadline.payment.as_ref().map(PaymentOut::from),
            apologies: ApologyOut::all(&state.deadline),
            doing: open.map(|open| name_of(process, &open.opened.step)).collect(),
            legs: LegPlainOut::all(app, state, process, &submitted.agency, lang)?,
            history: entries
                .iter()
                .filter_map(|entry| history(entry, &followed, process, offset, lang))
                .collect(),
            letters: letters(id, entries, offset, lang),
            files: FileOut::all(&to_the_holder(files, entries), offset),
        })
    }
}

fn letters(id: DossierId, entries: &[Entry], offset: UtcOffset, lang: Lang) -> Vec<LetterOut> {
    let theirs = |entry: &Entry| {
        let which = Which { dossier: id, kind: of_event(&entry.event)?, seq: entry.seq };
        Some(LetterOut::of(&which, entry.at.to_offset(offset), None, lang))
    };
    entries.iter().filter_map(theirs).collect()
}

fn history(
    entry: &Entry,
    followed: &[Followed],
    process: &catalog::Process,
    offset: UtcOffset,
    lang: Lang,
) -> Option<HistoryOut> {
    let plain = |vi, en| Some(Said { vi, en }.to(lang).to_owned());
    let what = match &entry.event {
        Event::Intake(intake::Event::Submitted(_)) => plain("Đã nộp hồ sơ", "Submitted"),
        Event::Intake(intake::Event::Accepted(_)) => plain("Hồ sơ được tiếp nhận", "Accepted"),
        Event::Intake(intake::Event::Refused(refused)) => {
            plain("Hồ sơ không được tiếp nhận: ", "Refused: ").map(|said| said + &refused.explanation)
        }
        Event::Intake(intake::Event::Withdrawn(_)) => {
            plain("Người nộp đã rút hồ sơ", "Withdrawn by the applicant")
        }
        Event::Intake(intake::Event::Guided(_) | intake::Event::GuidedAgain(_)) => {
            plain("Đã gửi phiếu hướng dẫn hoàn thiện hồ sơ", "Guided in writing")
        }
        Event::Intake(intake::Event::ContactChanged(_)) => {
            plain("Đã đổi cách nhận thông báo", "Told elsewhere, or of something else, from now on")
        }
        Event::Intake(intake::Event::Completed(_)) => plain("Đã nhận giấy tờ hoàn thiện", "Completed"),
        Event::Intake(intake::Event::SupplementRequested(_) | intake::Event::SupplementRequestedAgain(_)) => {
            plain("Đã gửi phiếu yêu cầu bổ sung hồ sơ", "A supplement was asked for")
        }
        Event::Intake(intake::Event::NeedsAsked(_) | intake::Event::NeedsStated(_)) => None,
        Event::Intake(intake::Event::Supplied(_)) => {
            plain("Đã nhận giấy tờ bổ sung", "A supplement was brought")
        }
        Event::Intake(intake::Event::Closed(_)) => {
            plain("Hồ sơ dừng giải quyết vì không bổ sung đúng hạn", "Closed: not completed in time")
        }
        Event::Deadline(event) => in_time(event, lang),
        Event::Routing(routing::Event::StepDone(done)) => {
            plain("Đã xong: ", "Done: ").map(|said| said + &name_of(process, &done.step))
        }
        Event::Routing(routing::Event::StepSentBack(back)) => {
            plain("Đang xem xét lại: ", "Under review again: ")
                .map(|said| said + &name_of(process, &back.opened.step))
        }
        Event::Routing(
            routing::Event::Started(_)
            | routing::Event::StepAssigned(_)
            | routing::Event::Paused(_)
            | routing::Event::Resumed(_)
            | routing::Event::LegReceived(_)
            | routing::Event::LegPaid(_)
            | routing::Event::Consulted(_)
            | routing::Event::ConsultationAnswered(_)
            | routing::Event::ConsultationUnanswered(_),
        ) => None,
        Event::Result(result::Event::PaperRecorded(recorded)) => {
            plain("Đã có: ", "There is: ").map(|said| said + &recorded.paper.title)
        }
        Event::Result(result::Event::PaperReturned(returned)) => {
            plain("Đã trả: ", "Handed out: ").map(|said| said + &paper_of(process, &returned.leg))
        }
        Event::Result(result::Event::ResultRecorded(_)) => plain("Đã có kết quả", "The result is ready"),
        Event::Result(result::Event::ResultReturned(_)) => {
            plain("Đã trả kết quả", "The result was handed over")
        }
        Event::Result(result::Event::Rated(_)) => plain("Đã đánh giá", "Rated"),
    };
    what.map(|what| HistoryOut {
        at: entry.at.to_offset(offset),
        what,
        told: ToldOut::applicant(followed, entry.seq, offset),
    })
}

/// What the paper of a leg is called.
fn paper_of(process: &catalog::Process, leg: &kernel::LegCode) -> String {
    let paper = process.leg(leg).and_then(|leg| leg.paper.as_ref());
    paper.map(|paper| paper.name.clone()).unwrap_or_default()
}

/// What concerns the appointment; what only concerns the office isn't told.
fn in_time(event: &deadline::Event, lang: Lang) -> Option<String> {
    use deadline::Event as Time;
    let (vi, en) = match event {
        Time::PaymentAsked(_) => ("Chờ thực hiện nghĩa vụ tài chính", "A payment was asked for"),
        Time::PaymentMade(_) => ("Đã thực hiện nghĩa vụ tài chính", "Paid"),
        Time::RescheduleApproved(_) => (
            "Cơ quan xin lỗi và hẹn lại ngày trả kết quả",
            "The agency apologised and gave a new appointment",
        ),
        Time::ApologySent(_) => ("Phiếu xin lỗi đã được gửi đi", "The letter of apology went out"),
        Time::LateApologised(_) => ("Cơ quan xin lỗi vì trễ hẹn", "The agency apologised for being late"),
        Time::AppointmentMissed(_) => ("Quá hạn trả kết quả", "The appointment was missed"),
        Time::AppointmentRecounted(_) => (
            "Ngày hẹn trả được tính lại theo lịch làm việc mới",
            "The appointment was counted by a new calendar",
        ),
        Time::ClockStopped(_)
        | Time::ClockResumed(_)
        | Time::RescheduleProposed(_)
        | Time::RescheduleEndorsed(_)
        | Time::RescheduleRejected(_)
        | Time::ApologyUnsent(_) => return None,
    };
    Some(Said { vi, en }.to(lang).to_owned())
}

/// What happens next, in plain words.
pub(crate) fn next(stage: Stage) -> Said {
    let (vi, en) = match stage {
        Stage::Submitted => {
            ("Bộ phận một cửa kiểm tra và trả lời về việc tiếp nhận.", "The counter checks it and answers.")
        }
        Stage::Guided => {
            ("Mời hoàn thiện hồ sơ theo phiếu hướng dẫn.", "Please complete it as the guidance notice says.")
        }
        Stage::AwaitingSupplement => (
            "Mời bổ sung hồ sơ theo phiếu yêu cầu trong 15 ngày; thời gian chờ không tính vào thời hạn giải quyết.",
            "Please bring what the request asks for within 15 days; the clock stands meanwhile.",
        ),
        Stage::AwaitingPayment => (
            "Mời thực hiện nghĩa vụ tài chính; thời gian chờ không tính vào thời hạn giải quyết.",
            "Please pay what is due; the clock stands meanwhile.",
        ),
        Stage::Closed => {
            ("Hồ sơ đã dừng giải quyết; có thể nộp hồ sơ mới.", "It was closed; a new one may be submitted.")
        }
        Stage::Accepted | Stage::InProgress => (
            "Cơ quan đang giải quyết; kết quả trả theo giấy hẹn.",
            "It is being worked on; the result comes by the appointment.",
        ),
        Stage::ResultReady => (
            "Mời đến nơi nhận kết quả, mang theo giấy tờ tùy thân và giấy hẹn.",
            "Please collect the result; bring your identity paper and the slip.",
        ),
        Stage::Returned => {
            ("Hồ sơ đã kết thúc. Mời đánh giá sự phục vụ.", "It is closed. Please rate the service.")
        }
        Stage::Refused => (
            "Hồ sơ không được tiếp nhận; xem lý do và nộp lại khi đủ điều kiện.",
            "It was refused; see why, and submit again when the conditions are met.",
        ),
        Stage::Withdrawn => ("Hồ sơ đã được rút.", "It was withdrawn."),
    };
    Said { vi, en }
}
