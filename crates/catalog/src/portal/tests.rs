use super::*;
use crate::adoption::{Adoption, Entry};
use crate::sample::{MINUTES_PER_DAY, agencies, basis, ground, review};
use crate::{Amount, Channel, Component, Form, Lack, publish};

fn fixture() -> Vec<FromPortal> {
    read(include_str!("fixture.json")).expect("the portal's shape")
}

fn nth(position: usize) -> FromPortal {
    fixture().swap_remove(position - 1)
}

fn component(draft: &Draft, ordinal: usize) -> &Component {
    &draft.components[ordinal - 1]
}

fn forms(component: &Component) -> Vec<(Form, u16)> {
    component.any_of.iter().map(|way| (way.form, way.count)).collect()
}

fn fees(draft: &Draft, channel: Channel) -> Vec<(Option<&str>, &Amount)> {
    let offer = draft.channels.iter().find(|offer| offer.channel == channel).expect("it is offered there");
    offer.fees.iter().map(|fee| (fee.name.as_deref(), &fee.amount)).collect()
}

fn has_remark(read: &FromPortal, part: &str) -> bool {
    read.remarks.iter().any(|remark| remark.contains(part))
}

fn lacks(mut draft: Draft) -> Vec<Lack> {
    let entry = Entry {
        procedures: Vec::new(),
        fields: Vec::new(),
        received_by: vec!["H32".parse().expect("a code")],
        grounds: vec![ground("can-cu")],
        review: review(),
        process: None,
    };
    Adoption { entries: vec![entry] }.take_up(&mut draft, MINUTES_PER_DAY);
    publish(&draft, 1, basis(&agencies())).err().unwrap_or_default()
}

#[test]
fn what_is_published_comes_over_as_it_stands() {
    let FromPortal { draft, .. } = nth(1);
    assert_eq!((draft.code.as_str(), draft.name.as_str()), ("9.000001", "Cấp giấy phép mở bến đò mẫu"));
    assert_eq!(draft.time.map(ProcessingTime::english).as_deref(), Some("5 working days"));
    assert_eq!(component(&draft, 1).template.as_deref(), Some("Mẫu 01"));
    assert_eq!(draft.results[0].code.as_deref(), Some("KQ.1"));
    assert_eq!(lacks(draft), []);
}

#[test]
fn headings_that_tell_cases_apart_become_cases_and_others_do_not() {
    let read = nth(1);
    let cases: Vec<_> =
        read.draft.cases.iter().map(|case| (case.code.as_str(), case.name.as_str())).collect();
    assert_eq!(cases, [("truong-hop-1", "Hồ sơ mở bến mới"), ("truong-hop-2", "Hồ sơ chuyển bến")]);
    let of =
        |ordinal| component(&read.draft, ordinal).cases.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!((of(1), of(5)), (vec![], vec![]), "asked for in every case");
    assert_eq!((of(2), of(3), of(4)), (vec!["truong-hop-1".into()], vec!["truong-hop-2".into()], of(3)));
    assert!(has_remark(&read, "headings read as cases: “Hồ sơ mở bến mới”, “Hồ sơ chuyển bến”"));
}

#[test]
fn a_heading_about_acting_for_another_is_a_condition() {
    let read = nth(1);
    let heading = "Trường hợp ủy quyền, kèm theo hồ sơ phải có";
    assert_eq!(component(&read.draft, 6).only_if.as_deref(), Some(heading));
    assert!(has_remark(&read, &format!("headings read as conditions: “{heading}”")));
}

#[test]
fn a_condition_in_a_documents_words_is_kept_and_told() {
    let read = nth(1);
    let conditional = component(&read.draft, 4);
    assert_eq!(conditional.only_if.as_deref(), Some("Văn bản đồng ý của chủ đất (nếu thuê đất)"));
    assert!(component(&read.draft, 2).always_required(), "its condition is about the second paper only");
    assert!(has_remark(&read, "read from its words: tp-004"));
}

#[test]
fn an_original_and_a_copy_are_a_choice() {
    let read = nth(1);
    let choice = [(Form::Original, 1), (Form::CertifiedCopy, 1), (Form::CopyWithOriginal, 1)];
    assert_eq!(forms(component(&read.draft, 2)), choice);
    let copies = [(Form::CertifiedCopy, 2), (Form::CopyWithOriginal, 2)];
    assert_eq!(forms(component(&read.draft, 3)), copies);
    assert!(has_remark(&read, "a choice, not a sum: tp-002"));
}

#[test]
fn only_a_plain_sum_in_dong_is_read_as_a_sum() {
    let FromPortal { draft, .. } = nth(1);
    let at_the_counter = [
        (Some("Lệ phí cấp mới: 40.000 đồng/lần"), &Amount::Dong(40_000)),
        (None, &Amount::AsPublished("10 USD (người nước ngoài)".to_owned())),
        (None, &Amount::AsPublished("400 VNĐ (Lệ phí cấp lại: 400.000 đồng/lần)".to_owned())),
    ];
    assert_eq!(fees(&draft, Channel::Counter), at_the_counter);
    let online = [(None, &Amount::AsPublished("2,000 VNĐ (/trang)".to_owned())), (None, &Amount::Free)];
    assert_eq!(fees(&draft, Channel::Online), online);
}

#[test]
fn free_as_the_council_decides_is_not_free() {
    let council = Amount::SetByCouncil("Miễn phí (theo nghị quyết)".to_owned());
    assert_eq!(fees(&nth(2).draft, Channel::Online), [(None, &council)]);
    let by_circular = Amount::AsPublished("Miễn phí (thu theo thông tư)".to_owned());
    assert_eq!(fees(&nth(3).draft, Channel::Counter), [(None, &by_circular)]);
}

#[test]
fn what_does_not_come_over_is_told() {
    let read = nth(1);
    assert_eq!(fees(&read.draft, Channel::Post), []);
    assert_eq!(read.draft.channels.len(), 3);
    for told in [
        "Phí cấp lại ghi sai trên cổng",
        "no fee is published for “Dịch vụ bưu chính”",
        "channel “Bồ câu” isn't known",
        "differ from the one taken: Trực tiếp “3 Ngày làm việc”",
    ] {
        assert!(has_remark(&read, told), "{told}");
    }
}

#[test]
fn a_procedure_without_a_code_stays_a_draft_under_a_provisional_one() {
    let read = nth(2);
    assert_eq!(read.draft.code.as_str(), "chua-co-ma-2");
    assert!(has_remark(&read, "no usable code"));
    assert!(has_remark(&read, "2 stages are told in words"));
    assert!(has_remark(&read, "no component is listed"));
    assert!(has_remark(&read, "3 working days, was read from a text"));
    let lacks = lacks(read.draft);
    assert!(
        matches!(lacks.as_slice(), [Lack::Missing(what)] if what.en.contains("not verified")),
        "{lacks:?}"
    );
}

#[test]
fn a_time_without_a_unit_is_no_time() {
    let read = nth(3);
    assert_eq!(read.draft.time, None);
    assert!(has_remark(&read, "no usable processing time: amount 3, unit none (portal row without unit)"));
}

#[test]
fn a_number_of_copies_that_is_not_given_is_not_made_up() {
    let read = nth(3);
    assert_eq!(forms(component(&read.draft, 3)), []);
    assert!(has_remark(&read, "listed with no copies: say how many: tp-003"));
}

#[test]
fn a_lone_case_is_a_condition_and_a_list_of_papers_is_neither() {
    let FromPortal { draft, .. } = nth(3);
    assert_eq!(draft.cases, []);
    assert!(component(&draft, 1).always_required());
    assert_eq!(component(&draft, 2).only_if.as_deref(), Some("Đối với hộ gia đình"));
}

#[test]
fn what_is_not_verified_is_never_published() {
    let read = nth(4);
    assert!(has_remark(&read, "not verified at its source"));
    assert_eq!(read.draft.time, Some(ProcessingTime::SAME_DAY));
    let lacks = lacks(read.draft);
    assert!(
        matches!(lacks.as_slice(), [Lack::Missing(what)] if what.en.contains("not verified")),
        "{lacks:?}"
    );
}

#[test]
fn where_headings_count_the_cases_only_these_are_cases() {
    let FromPortal { draft, .. } = nth(4);
    let names: Vec<_> = draft.cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names, ["Đối với trường hợp 1", "Đối với trường hợp 2"]);
    assert_eq!(component(&draft, 2).only_if.as_deref(), Some("Đề xuất"));
}

#[test]
fn a_text_that_is_no_list_of_procedures_is_refused() {
    assert!(read("{}").is_err());
    assert!(read(r#"[{ "code": "1" }]"#).is_err());
}
