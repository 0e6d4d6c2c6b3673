//! What may be done to a dossier, as a link: the same acts that the API offers.

use super::seen::Seen;
use crate::wire::steps::name_of;
use dossier::Act;
use front::Link;
use kernel::{Actor, Lang, LegCode, Said, StepCode};

/// Something that may be done, with where it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deed {
    /// Its name in addresses.
    pub(crate) slug: &'static str,
    /// The step, leg or number it is done on.
    pub(crate) on: Option<String>,
    /// What it is called.
    pub(crate) title: String,
}

impl Deed {
    /// An act as it is called.
    pub(crate) fn of(act: &Act, seen: &Seen) -> Self {
        let step = |slug, step: &StepCode, verb: &str| {
            let name = name_of(seen.version.process_of(&seen.case()), step);
            Self { slug, on: Some(step.to_string()), title: format!("{verb}: {name}") }
        };
        let leg = |slug, leg: &LegCode, verb: &str| Self {
            slug,
            on: Some(leg.to_string()),
            title: format!("{verb}: {}", seen.leg(leg)),
        };
        let plain = |slug, title: &str| Self { slug, on: None, title: title.to_owned() };
        let holder = seen.by.actor == Actor::Applicant;
        match act {
            Act::Acceptance => plain("acceptance", "Tiếp nhận hồ sơ"),
            Act::Guidance => plain("guidance", "Hướng dẫn hoàn thiện hồ sơ (một lần)"),
            Act::Completion if holder => {
                plain("completion", seen.say("Hoàn thiện hồ sơ", "Complete the dossier"))
            }
            Act::Completion => plain("completion", "Nhận giấy tờ hoàn thiện"),
            Act::Refusal => plain("refusal", "Từ chối tiếp nhận"),
            Act::Withdrawal if holder => plain("withdrawal", seen.say("Rút hồ sơ", "Take the dossier back")),
            Act::Withdrawal => plain("withdrawal", "Rút hồ sơ theo đề nghị của người nộp"),
            Act::Contact => plain("contact", seen.say("Đổi cách nhận thông báo", "Change how you are told")),
            Act::StepDone { step: code, .. } => step("done", code, "Hoàn thành"),
            Act::StepSendBack { step: code, .. } => step("send-back", code, "Chuyển lại từ bước"),
            Act::StepAssignment { step: code } => step("assignment", code, "Phân công"),
            Act::Consultation { step: code } => {
                step("consultation", code, "Lấy ý kiến cơ quan khác tại bước")
            }
            Act::ConsultationReply { number } => Self {
                slug: "reply",
                on: Some(number.to_string()),
                title: format!("Trả lời lấy ý kiến số {number}"),
            },
            Act::LegReceipt { leg: code } => leg("receipt", code, "Xác nhận đã nhận"),
            Act::SupplementRequest => plain("supplement-request", "Yêu cầu bổ sung hồ sơ (một lần)"),
            Act::SupplementNeeds => plain("supplement-needs", "Nêu nội dung cần bổ sung của cơ quan"),
            Act::SupplementIssue => plain("supplement-issue", "Phát hành phiếu yêu cầu bổ sung"),
            Act::Supplement if holder => {
                plain("supplement", seen.say("Nộp giấy tờ bổ sung", "Bring what was asked for"))
            }
            Act::Supplement => plain("supplement", "Nhận giấy tờ bổ sung"),
            Act::Closing => plain("closing", "Dừng giải quyết vì không bổ sung"),
            Act::PaymentRequest => plain("payment-request", "Yêu cầu thực hiện nghĩa vụ tài chính"),
            Act::Payment => plain("payment", "Xác nhận đã nộp tiền"),
            Act::Reschedule { .. } => plain("reschedule", "Đề nghị hẹn lại ngày trả (một lần)"),
            Act::RescheduleEndorsement { .. } => plain("endorsement", "Xác nhận lý do chậm của cơ quan"),
            Act::RescheduleApproval { .. } => plain("approval", "Duyệt hẹn lại và phiếu xin lỗi"),
            Act::RescheduleRejection => plain("rejection", "Không đồng ý hẹn lại"),
            Act::ApologyDispatch => plain("apology-dispatch", "Xác nhận đã gửi phiếu xin lỗi"),
            Act::BelatedApology => plain("belated-apology", "Xin lỗi vì đã trễ hạn"),
            Act::Paper { leg: code } => leg("paper", code, "Ghi kết quả"),
            Act::PaperReturn { leg: code } => leg("paper-return", code, "Trả trước kết quả"),
            Act::Result => plain("result", "Ghi kết quả giải quyết"),
            Act::Return => plain("return", "Trả kết quả"),
            Act::Rating => plain("rating", seen.say("Đánh giá sự phục vụ", "Rate the service")),
        }
    }

    /// Where it is done, from a dossier's page.
    pub(crate) fn address(&self, page: &str) -> String {
        let on = self.on.as_ref().map(|on| format!("?tai={on}")).unwrap_or_default();
        format!("{page}/{}{on}", self.slug)
    }

    /// The same as a link.
    pub(crate) fn link(&self, page: &str) -> Link {
        Link::new(self.address(page), self.title.clone())
    }

    /// Whether few come for it: what is likely stands before it.
    pub(crate) fn is_rare(act: &Act) -> bool {
        matches!(
            act,
            Act::Withdrawal
                | Act::Contact
                | Act::Refusal
                | Act::StepAssignment { .. }
                | Act::Consultation { .. }
                | Act::PaymentRequest
                | Act::Reschedule { .. }
                | Act::SupplementRequest
                | Act::RescheduleRejection
        )
    }
}

/// What was done, in the words in which it is told afterwards.
pub(crate) fn told(slug: &str, lang: Lang) -> Option<&'static str> {
    let said = |vi, en| Said { vi, en }.to(lang);
    Some(match slug {
        "acceptance" => "Đã tiếp nhận hồ sơ.",
        "guidance" => "Đã lập phiếu hướng dẫn hoàn thiện hồ sơ.",
        "completion" => said("Đã nhận giấy tờ hoàn thiện.", "What you brought is in."),
        "refusal" => "Đã từ chối tiếp nhận hồ sơ.",
        "withdrawal" => said("Đã ghi nhận việc rút hồ sơ.", "The dossier was taken back."),
        "contact" => said("Đã đổi cách nhận thông báo.", "You will be told there from now on."),
        "done" => "Đã hoàn thành bước.",
        "send-back" => "Đã chuyển lại.",
        "assignment" => "Đã phân công.",
        "consultation" => "Đã gửi lấy ý kiến.",
        "reply" => "Đã gửi trả lời.",
        "receipt" => "Đã xác nhận nhận hồ sơ.",
        "supplement-request" => "Đã lập yêu cầu bổ sung.",
        "supplement-needs" => "Đã ghi nhận nội dung của cơ quan.",
        "supplement-issue" => "Đã phát hành phiếu yêu cầu bổ sung.",
        "supplement" => said("Đã nhận giấy tờ bổ sung.", "What you brought is in."),
        "closing" => "Đã dừng giải quyết hồ sơ.",
        "payment-request" => "Đã yêu cầu thực hiện nghĩa vụ tài chính.",
        "payment" => "Đã ghi nhận việc nộp tiền.",
        "reschedule" => "Đã gửi đề nghị hẹn lại tới người đứng đầu.",
        "endorsement" => "Đã xác nhận lý do.",
        "approval" => "Đã duyệt. Phiếu xin lỗi được gửi ngay cho người nộp.",
        "rejection" => "Đã trả lại đề nghị hẹn lại.",
        "apology-dispatch" => "Đã ghi nhận việc gửi phiếu xin lỗi.",
        "belated-apology" => "Đã lập phiếu xin lỗi vì trễ hạn.",
        "paper" => "Đã ghi kết quả.",
        "paper-return" | "return" => "Đã trả kết quả.",
        "result" => "Đã ghi kết quả giải quyết.",
        "rating" => said("Cảm ơn bạn đã đánh giá.", "Thank you for rating."),
        _ => return None,
    })
}
