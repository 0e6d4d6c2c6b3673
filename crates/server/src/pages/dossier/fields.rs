//! What is asked for each act, with what is proposed and what is lawful.

use super::rows::{components, items, there};
use super::seen::Seen;
use crate::pages::words::{applicant_kinds, field_moment, moment, prose};
use catalog::Channel;
use dossier::Act;
use front::{Choice, Field, Form, Markup, Typed, html, inset, warning};
use kernel::Lang;
use uuid::Uuid;

/// Colleagues to whom a step can be given.
pub(super) type Colleagues = Vec<(Uuid, String)>;

/// What is proposed before anybody has typed anything.
pub(super) fn proposed(act: &Act, seen: &Seen) -> Typed {
    let typed = Typed::default();
    match act {
        Act::Reschedule { latest_lawful, .. } => typed
            .with("/new_appointment:moment", field_moment(seen.local(*latest_lawful)))
            .with("/apology", apology(seen)),
        Act::BelatedApology => typed.with("/apology", belated_apology(seen)),
        Act::Return | Act::PaperReturn { .. } => {
            let applicant = seen.out.applicant.as_ref();
            let named = applicant.map_or(("", ""), |one| (one.name.as_str(), one.identity.as_str()));
            typed.with("/to", named.0).with("/identity", named.1).with("/channel", "counter")
        }
        Act::Result | Act::Paper { .. } => {
            let typed = typed.with("/kind", "granted");
            let Some(title) = paper(act, seen) else { return typed };
            let today = seen.local(seen.facts.now()).date();
            let day = format!("{:04}-{:02}-{:02}", today.year(), u8::from(today.month()), today.day());
            typed.with("/paper/date", day).with("/paper/title", title)
        }
        Act::Contact => {
            let applicant = seen.out.applicant.as_ref();
            let known = applicant.map_or(("", ""), |one| (one.phone.as_str(), one.email.as_str()));
            let wishes = seen.out.notify;
            let typed = typed.with("/phone:text", known.0).with("/email:text", known.1);
            let typed = typed.with("/notify/sms:bool", wishes.sms.to_string());
            let typed = typed.with("/notify/email:bool", wishes.email.to_string());
            typed.with("/notify/each_step:bool", wishes.each_step.to_string())
        }
        Act::Completion if lacks_details(seen) => {
            super::rows::proposed(details(typed, seen), seen.version.components_of(&seen.case()))
        }
        Act::Completion | Act::Supplement => {
            super::rows::proposed(typed, seen.version.components_of(&seen.case()))
        }
        _ => typed,
    }
}

/// The paper that a result is usually in: a leg's own, or the procedure's; none where the papers are its legs'.
fn paper(act: &Act, seen: &Seen) -> Option<String> {
    let case = seen.case();
    let process = seen.version.process_of(&case);
    match act {
        Act::Paper { leg } => process.leg(leg)?.paper.as_ref().map(|paper| paper.name.clone()),
        _ if process.legs.iter().any(|leg| leg.paper.is_some()) => None,
        _ => seen.version.content().results.first().map(|paper| paper.name.clone()),
    }
}

/// Whether something is missing or wrong about who applies.
fn lacks_details(seen: &Seen) -> bool {
    seen.out.faults.iter().any(|fault| fault.component.is_none())
}

/// Who applies, as they are known: what is missing is filled in beside it.
fn details(typed: Typed, seen: &Seen) -> Typed {
    let Some(applicant) = &seen.out.applicant else { return typed };
    typed
        .with("/applicant/kind", applicant.kind.as_deref().unwrap_or("citizen"))
        .with("/applicant/name:text", &applicant.name)
        .with("/applicant/identity", &applicant.identity)
        .with("/applicant/phone", &applicant.phone)
        .with("/applicant/email", &applicant.email)
        .with("/applicant/address", &applicant.address)
}

/// The letter as it may be sent for an appointment that was missed: it sets no other.
fn belated_apology(seen: &Seen) -> String {
    let agency = seen.agency(&seen.out.agency);
    format!(
        "{agency} xin lỗi vì trả kết quả giải quyết hồ sơ “{}” chậm so với ngày đã hẹn. Rất mong nhận được sự thông cảm.",
        seen.out.procedure.name
    )
}

/// The letter as it may be sent: who writes it puts in what only they know.
fn apology(seen: &Seen) -> String {
    let agency = seen.agency(&seen.out.agency);
    format!(
        "{agency} xin lỗi vì chưa thể trả kết quả giải quyết hồ sơ “{}” đúng hẹn, và xin hẹn lại ngày trả kết quả. Rất mong nhận được sự thông cảm.",
        seen.out.procedure.name
    )
}

/// The fields of an act.
pub(super) fn of(act: &Act, form: &Form, seen: &Seen, colleagues: &Colleagues) -> Markup {
    let field = |name: &str, label: &str| Field::new(form, name.to_owned(), label.to_owned());
    match act {
        Act::Acceptance => sure(
            "Hồ sơ được cấp mã, mã tra cứu và ngày hẹn trả. In giấy tiếp nhận cho người nộp ngay sau đó.",
        ),
        Act::LegReceipt { .. } => sure("Xác nhận cơ quan đã nhận hồ sơ liên thông."),
        Act::Closing => sure("Người nộp không bổ sung đúng hạn; hồ sơ dừng giải quyết."),
        Act::SupplementIssue => {
            sure("Phiếu gồm tất cả nội dung các cơ quan đã nêu, gửi cho người nộp một lần.")
        }
        Act::RescheduleEndorsement { asked_before } => html! {
            (inset(&html! { p { "Phải xác nhận trước " strong { (moment(seen.local(*asked_before), Lang::Vi)) } "." } }))
            (proposal(seen))
        },
        Act::RescheduleApproval { asked_before } => html! {
            (inset(&html! { p { "Phải duyệt trước " strong { (moment(seen.local(*asked_before), Lang::Vi)) } ": phiếu xin lỗi phải gửi trước ngày hẹn." } }))
            (proposal(seen))
        },
        Act::RescheduleRejection => html! {
            (proposal(seen)) (field("/reason", "Lý do không đồng ý").max(4000).first().text(4))
        },
        Act::Guidance => html! {
            (once("Chỉ hướng dẫn một lần: nêu đủ mọi điểm thiếu, sai. Những gì hệ thống tìm thấy đã có sẵn trong phiếu."))
            (found(seen))
            h2 { "Cán bộ nhận thấy thêm" }
            (items(form, seen))
        },
        Act::SupplementRequest | Act::SupplementNeeds => html! {
            (once("Cả quá trình giải quyết chỉ được yêu cầu bổ sung một lần: nêu đủ mọi nội dung."))
            (items(form, seen))
        },
        Act::Completion | Act::Supplement => html! {
            p.hint { (seen.say("Đánh dấu những giấy tờ được nộp lần này.", "Tick what is brought now.")) }
            (asked(seen))
            @if *act == Act::Completion && lacks_details(seen) { (applicant(form, seen)) }
            (components(form, seen.version.components_of(&seen.case()), seen.by.lang))
        },
        Act::Refusal => html! {
            (field("/ground", "Căn cứ từ chối").radios(&grounds(seen)))
            (field("/explanation", "Giải thích bằng văn bản cho người nộp").max(4000).text(5))
        },
        Act::Withdrawal => {
            field("/reason", seen.say("Lý do rút hồ sơ", "Why it is taken back")).max(4000).first().text(4)
        }
        Act::Contact => html! {
            (field("/phone:text", seen.say("Số điện thoại", "Phone")).max(32).autocomplete("tel").phone())
            (field("/email:text", seen.say("Thư điện tử", "E-mail")).max(254).autocomplete("email").email())
            (field("/notify/sms:bool", seen.say("Nhận tin nhắn về hồ sơ", "Tell me by SMS")).tick())
            (field("/notify/email:bool", seen.say("Nhận thư điện tử về hồ sơ", "Tell me by e-mail")).tick())
            (field("/notify/each_step:bool", seen.say("Báo từng bước giải quyết", "Tell me of each step")).tick())
        },
        Act::StepDone { to_say, .. } => html! {
            (field("/note", "Ghi chú cho bước sau").max(4000).first().text(3))
            (field("/outcome", "Đề xuất").radios(&[Choice::new("", "Không đề xuất"), Choice::new("grant", "Đồng ý giải quyết"), Choice::new("deny", "Không đồng ý")]))
            @for leg in &to_say.decide {
                (field(&format!("/decided/{leg}:bool"), &format!("Có thực hiện “{}” không?", seen.leg(leg)))
                    .radios(&[Choice::new("true", "Có"), Choice::new("false", "Không")]))
            }
            @if let Some(leg) = &to_say.sum_for {
                (field("/payment:int", "Số tiền người nộp phải trả (đồng)").hint(format!("Cho “{}”; 0 nếu không phải trả.", seen.leg(leg))).digits().line())
            }
        },
        Act::StepSendBack { to, .. } => html! {
            (field("/to", "Chuyển lại cho bước").radios(&to.iter().map(|step| {
                Choice::new(step.to_string(), crate::wire::steps::name_of(seen.version.process_of(&seen.case()), step))
            }).collect::<Vec<_>>()))
            (field("/reason", "Lý do").max(4000).text(4))
        },
        Act::StepAssignment { .. } => field("/officer", "Giao cho").radios(
            &colleagues.iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>(),
        ),
        Act::Consultation { .. } => html! {
            (field("/agency", "Cơ quan được hỏi").select(&others(seen)))
            (field("/question", "Nội dung hỏi").max(4000).text(5))
            (field("/due:moment", "Trả lời trước").moment())
        },
        Act::ConsultationReply { number } => html! {
            @if let Some(consultation) = seen.out.consultations.iter().find(|one| one.number == *number) {
                (inset(&html! { p { strong { (seen.agency(&consultation.asking)) } " hỏi:" } (prose(&consultation.question)) }))
            }
            (field("/reply", "Ý kiến trả lời").max(8000).first().text(8))
        },
        Act::PaymentRequest => html! {
            (field("/amount:int", "Số tiền (đồng)").digits().first().line())
            (field("/purpose", "Khoản phải nộp").max(1000).line())
        },
        Act::Payment => field("/receipt", "Số biên lai").max(100).first().line(),
        Act::Reschedule { asked_before, latest_lawful } => html! {
            (once("Chỉ được hẹn lại một lần, kèm phiếu xin lỗi do người đứng đầu duyệt."))
            (inset(&html! {
                p { "Phải được duyệt trước " strong { (moment(seen.local(*asked_before), Lang::Vi)) } "." }
                p { "Ngày hẹn mới muộn nhất: " strong { (moment(seen.local(*latest_lawful), Lang::Vi)) } " (không quá một phần ba thời hạn giải quyết)." }
            }))
            (field("/reason", "Lý do không kịp đúng hẹn").max(4000).first().text(4))
            (field("/new_appointment:moment", "Ngày giờ hẹn mới").moment())
            (field("/apology", "Nội dung phiếu xin lỗi").max(8000).text(6))
        },
        Act::ApologyDispatch => {
            field("/how", "Đã gửi bằng cách nào, cho ai, lúc nào").max(1000).first().text(3)
        }
        Act::BelatedApology => html! {
            (field("/reason", "Lý do trễ hạn").max(4000).first().text(4))
            (field("/expected:moment", "Dự kiến trả kết quả lúc").moment())
            (field("/apology", "Nội dung phiếu xin lỗi").max(8000).text(6))
        },
        Act::Result | Act::Paper { .. } => result(form),
        Act::Return | Act::PaperReturn { .. } => html! {
            (field("/to", "Người nhận").max(200).first().line())
            (field("/identity", "Số giấy tờ tùy thân đã xuất trình").max(32).line())
            (field("/channel", "Cách trả").radios(&[
                Choice::new("counter", crate::pages::words::channel(Channel::Counter).vi),
                Choice::new("post", crate::pages::words::channel(Channel::Post).vi),
                Choice::new("online", crate::pages::words::channel(Channel::Online).vi),
            ]))
        },
        Act::Rating => html! {
            (field("/score:int", seen.say("Bạn có hài lòng không?", "Are you satisfied?")).radios(&scores(seen)))
            (field("/comment", seen.say("Góp ý thêm (không bắt buộc)", "Anything else (optional)")).max(2000).text(3))
        },
    }
}

/// The other agencies, none of them chosen at first.
fn others(seen: &Seen) -> Vec<Choice> {
    let own = seen.by.actor.staff().map(|staff| &staff.agency);
    let others = seen.agencies().filter(|(code, _)| Some(*code) != own);
    let others = others.map(|(code, name)| Choice::new(code.to_string(), name));
    std::iter::once(Choice::new("", "…")).chain(others).collect()
}

/// Who applies, where something of that is missing or wrong.
fn applicant(form: &Form, seen: &Seen) -> Markup {
    let field = |name: &'static str, vi, en| Field::new(form, name, seen.say(vi, en));
    html! {
        h2 { (seen.say("Thông tin người nộp", "Applicant's details")) }
        (field("/applicant/kind", "Là", "As").select(&applicant_kinds(seen.by.lang)))
        (field("/applicant/name:text", "Họ và tên, hoặc tên tổ chức", "Full name").max(200).line())
        (field("/applicant/identity", "Số định danh hoặc mã số doanh nghiệp", "Identity or enterprise number").max(32).digits().line())
        (field("/applicant/phone", "Điện thoại", "Phone").max(32).phone())
        (field("/applicant/email", "Thư điện tử", "E-mail").max(254).email())
        (field("/applicant/address", "Địa chỉ", "Address").max(500).line())
    }
}

fn result(form: &Form) -> Markup {
    let field = |name, label| Field::new(form, name, label);
    html! {
        (field("/kind", "Kết quả").radios(&[Choice::new("granted", "Đồng ý giải quyết"), Choice::new("denied", "Không đồng ý, có nêu lý do")]))
        (field("/paper/number", "Số, ký hiệu văn bản").max(100).first().line())
        (field("/paper/date", "Ngày văn bản").day())
        (field("/paper/title", "Tên văn bản").max(500).line())
        (field("/paper/file", "Văn bản kết quả (tệp, nếu có)").file(".pdf,.docx,.odt", there(Lang::Vi)))
        (field("/reasons", "Lý do nếu không đồng ý").max(4000).text(3))
    }
}

fn scores(seen: &Seen) -> Vec<Choice> {
    let words = [
        ("5", seen.say("Rất hài lòng", "Very satisfied")),
        ("4", seen.say("Hài lòng", "Satisfied")),
        ("3", seen.say("Bình thường", "Neither")),
        ("2", seen.say("Không hài lòng", "Dissatisfied")),
        ("1", seen.say("Rất không hài lòng", "Very dissatisfied")),
    ];
    words.map(|(score, word)| Choice::new(score, word)).into()
}

fn sure(what: &str) -> Markup {
    html! { p { (what) } }
}

fn once(what: &str) -> Markup {
    warning(Lang::Vi, &html! { p { (what) } })
}

fn grounds(seen: &Seen) -> Vec<Choice> {
    let each = seen.version.content().grounds.iter().map(|ground| Choice {
        value: ground.code.to_string(),
        text: ground.text.clone(),
        hint: Some(ground.citation.clone()),
    });
    each.collect()
}

fn found(seen: &Seen) -> Markup {
    html! {
        @if !seen.out.faults.is_empty() {
            h2 { "Hệ thống tìm thấy" }
            ul { @for fault in &seen.out.faults { li { (component_name(seen, fault.component.as_deref())) ": " (fault.detail) } } }
        }
    }
}

/// What was asked of the applicant and isn't there yet.
fn asked(seen: &Seen) -> Markup {
    html! {
        @if !seen.out.asked.open.is_empty() {
            h2 { (seen.say("Đang chờ bổ sung", "What is asked for")) }
            ul {
                @for item in &seen.out.asked.open {
                    li { (item.name.as_deref().unwrap_or(seen.say("Thông tin người nộp", "Applicant's details"))) ": " (item.detail) @if !item.note.is_empty() { " – " (item.note) } }
                }
            }
        }
    }
}

/// What a component is called.
pub(super) fn component_name(seen: &Seen, component: Option<&str>) -> String {
    let Some(code) = component else { return "Thông tin người nộp".to_owned() };
    let listed = seen.version.content().components.iter().find(|one| one.code.as_str() == code);
    listed.map_or_else(|| code.to_owned(), |one| one.name.clone())
}

/// The rescheduling that waits: old day, new day, reason, and the letter as it will go out.
pub(crate) fn proposal(seen: &Seen) -> Markup {
    let Some(proposal) = &seen.out.lateness.proposal else { return html! {} };
    html! {
        (front::pairs(&[
            ("Người đề nghị", html! { (seen.name(Some(proposal.by))) ", " (moment(seen.local(proposal.at), Lang::Vi)) }),
            ("Ngày hẹn hiện tại", html! { (moment(seen.local(proposal.appointment), Lang::Vi)) }),
            ("Ngày hẹn mới", html! { strong { (moment(seen.local(proposal.new_appointment), Lang::Vi)) } }),
            ("Lý do", prose(&proposal.reason)),
            ("Cơ quan làm chậm", html! { @if let Some(agency) = &proposal.held_up_by { (seen.agency(agency)) } }),
        ]))
        h2 { "Nội dung phiếu xin lỗi" }
        div.letter { (proposal.apology) }
    }
}
