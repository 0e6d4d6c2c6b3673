//! What may be done to a dossier, as a link: the same acts that the API offers.

use super::seen::Seen;
use crate::wire::steps::name_of;
use dossier::Act;
use front::Link;
use kernel::{LegCode, StepCode};

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
        let leg = |slug, leg: &LegCode, verb: &str| {
            let known = seen.out.legs.iter().find(|known| known.leg == leg.as_str());
            let name = known.map_or_else(|| leg.to_string(), |leg| leg.name.clone());
            Self { slug, on: Some(leg.to_string()), title: format!("{verb}: {name}") }
        };
        let plain = |slug, title: &str| Self { slug, on: None, title: title.to_owned() };
        match act {
            Act::Acceptance => plain("acceptance", "Tiếp nhận hồ sơ"),
            Act::Guidance => plain("guidance", "Hướng dẫn hoàn thiện hồ sơ (một lần)"),
            Act::Completion => plain("completion", "Nhận giấy tờ hoàn thiện"),
            Act::Refusal => plain("refusal", "Từ chối tiếp nhận"),
            Act::Withdrawal => plain("withdrawal", "Rút hồ sơ theo đề nghị của người nộp"),
            Act::Contact => plain("contact", "Đổi cách nhận thông báo"),
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
            Act::Rating => plain("rating", "Đánh giá"),
        }
    }

    /// Where it is done.
    pub(crate) fn address(&self, dossier: uuid::Uuid) -> String {
        let on = self.on.as_ref().map(|on| format!("?tai={on}")).unwrap_or_default();
        format!("{}/{}{on}", super::address(dossier), self.slug)
    }

    /// The same as a link.
    pub(crate) fn link(&self, dossier: uuid::Uuid) -> Link {
        Link::new(self.address(dossier), self.title.clone())
    }
}

/// What was done, in the words in which it is told afterwards.
pub(super) fn told(slug: &str) -> Option<&'static str> {
    Some(match slug {
        "acceptance" => "Đã tiếp nhận hồ sơ.",
        "guidance" => "Đã lập phiếu hướng dẫn hoàn thiện hồ sơ.",
        "completion" => "Đã nhận giấy tờ hoàn thiện.",
        "refusal" => "Đã từ chối tiếp nhận hồ sơ.",
        "withdrawal" => "Đã ghi nhận việc rút hồ sơ.",
        "contact" => "Đã đổi cách nhận thông báo.",
        "done" => "Đã hoàn thành bước.",
        "send-back" => "Đã chuyển lại.",
        "assignment" => "Đã phân công.",
        "consultation" => "Đã gửi lấy ý kiến.",
        "reply" => "Đã gửi trả lời.",
        "receipt" => "Đã xác nhận nhận hồ sơ.",
        "supplement-request" => "Đã lập yêu cầu bổ sung.",
        "supplement-needs" => "Đã ghi nhận nội dung của cơ quan.",
        "supplement-issue" => "Đã phát hành phiếu yêu cầu bổ sung.",
        "supplement" => "Đã nhận giấy tờ bổ sung.",
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
        _ => return None,
    })
}
