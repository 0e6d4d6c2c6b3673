//! The parts a draft must have, each sound in itself.

use crate::agency::AgencyTree;
use crate::component::Component;
use crate::leg::{Condition, Leg};
use crate::procedure::Draft;
use crate::publish::{Lack, Missing};
use kernel::{AgencyCode, CaseCode, ComponentCode};
use std::collections::BTreeSet;
use std::fmt::Display;

/// Every part that is missing or unsound.
pub(super) fn lacking(draft: &Draft, agencies: &AgencyTree) -> Vec<Lack> {
    let mut lacks = absent(draft);
    lacks.extend(agencies_unfit(draft, agencies));
    lacks.extend(codes_twice(draft));
    lacks.extend(draft.components.iter().flat_map(|component| component_unsound(component, draft)));
    lacks.extend(grounds_unsaid(draft));
    lacks.extend(exceptions_unsaid(draft));
    lacks.extend(draft.processes().flat_map(|process| legs_unsound(&process.legs, draft)));
    lacks.into_iter().map(Lack::Missing).collect()
}

fn lack(vi: impl Into<String>, en: impl Into<String>) -> Missing {
    Missing { vi: vi.into(), en: en.into() }
}

fn absent(draft: &Draft) -> Vec<Missing> {
    let parts = [
        (
            draft.unverified,
            "chưa được kiểm tra với nguồn công bố: hãy kiểm tra rồi bỏ dấu `unverified`",
            "not verified at its source: check it, then take the mark `unverified` off",
        ),
        (draft.name.trim().is_empty(), "chưa có tên", "no name"),
        (
            draft.time.is_none(),
            "chưa có thời hạn giải quyết (số lượng và đơn vị)",
            "no usable processing time (amount and unit)",
        ),
        (draft.process.is_none(), "chưa có quy trình", "no process"),
        (
            draft.grounds.is_empty(),
            "chưa có căn cứ từ chối: không có thì không bao giờ từ chối đúng luật được",
            "no ground of refusal: without one nothing could ever be refused lawfully",
        ),
        (draft.channels.is_empty(), "chưa có cách nộp", "no channel"),
        (draft.received_by.is_empty(), "chưa có cơ quan tiếp nhận", "no agency receives it"),
    ];
    parts.into_iter().filter(|(lacks, ..)| *lacks).map(|(_, vi, en)| lack(vi, en)).collect()
}

fn agencies_unfit(draft: &Draft, agencies: &AgencyTree) -> Vec<Missing> {
    let is_unknown = |code: &&AgencyCode| agencies.get(code).is_none();
    let has_no_counter =
        |code: &&AgencyCode| agencies.get(code).is_some_and(|agency| agency.counter.is_none());
    let receives = || draft.received_by.iter();
    let legs = draft.processes().flat_map(|process| &process.legs);
    let strangers = receives().filter(is_unknown).map(|code| {
        lack(
            format!("{code} tiếp nhận, nhưng không có trong danh sách cơ quan"),
            format!("received by {code}, which isn't among the agencies"),
        )
    });
    let without_counter = receives().filter(has_no_counter).map(|code| {
        lack(
            format!("{code} tiếp nhận, nhưng không có bộ phận một cửa"),
            format!("received by {code}, which has no counter"),
        )
    });
    let far_legs = legs.flat_map(Leg::agencies).filter(is_unknown).map(|code| {
        lack(
            format!("một chặng giao cho {code}, nhưng không có trong danh sách cơ quan"),
            format!("a leg lies with {code}, which isn't among the agencies"),
        )
    });
    strangers.chain(without_counter).chain(far_legs).collect()
}

fn codes_twice(draft: &Draft) -> Vec<Missing> {
    let channels = draft.channels.iter().map(|offer| offer.channel.as_str());
    let twins = [
        twice(("trường hợp", "case"), draft.cases.iter().map(|case| &case.code)),
        twice(("giấy tờ", "component"), draft.components.iter().map(|component| &component.code)),
        twice(("căn cứ", "ground"), draft.grounds.iter().map(|ground| &ground.code)),
        twice(("cách nộp", "channel"), channels),
    ];
    twins.concat()
}

fn twice<T: Ord + Display>((vi, en): (&str, &str), codes: impl Iterator<Item = T>) -> Vec<Missing> {
    let mut seen = BTreeSet::new();
    let mut twins = Vec::new();
    for code in codes {
        if seen.contains(&code) {
            twins.push(lack(format!("{vi} {code} được nêu hai lần"), format!("{en} {code} is listed twice")));
        }
        seen.insert(code);
    }
    twins
}

fn component_unsound(component: &Component, draft: &Draft) -> Vec<Missing> {
    let code = &component.code;
    let mut faults = twice(
        (&format!("giấy tờ {code}: hình thức"), &format!("component {code}: the form")),
        component.any_of.iter().map(|way| way.form.vietnamese()),
    );
    if component.any_of.is_empty() || component.any_of.iter().any(|way| way.count == 0) {
        faults.push(lack(
            format!("giấy tờ {code} cần có hình thức và số bản từ 1 trở lên"),
            format!("component {code} needs a form and a number of at least 1"),
        ));
    }
    let is_listed = |code: &CaseCode| draft.cases.iter().any(|case| case.code == *code);
    let unlisted = component.cases.iter().filter(|case| !is_listed(case));
    faults.extend(unlisted.map(|case| {
        lack(
            format!("giấy tờ {code} thuộc trường hợp {case}, nhưng không có trường hợp này"),
            format!("component {code} belongs to case {case}, which isn't listed"),
        )
    }));
    faults
}

fn grounds_unsaid(draft: &Draft) -> impl Iterator<Item = Missing> {
    let is_blank = |text: &str| text.trim().is_empty();
    let unsaid =
        draft.grounds.iter().filter(move |ground| is_blank(&ground.text) || is_blank(&ground.citation));
    unsaid.map(|ground| {
        lack(
            format!("căn cứ {} cần có lời văn và điều khoản", ground.code),
            format!("ground {} needs its words and the article it stands on", ground.code),
        )
    })
}

fn exceptions_unsaid(draft: &Draft) -> Vec<Missing> {
    let exceptions = &draft.field_law.exceptions;
    let codes = exceptions.iter().map(|exception| exception.allows.as_str());
    let mut faults = twice(("ngoại lệ", "exception"), codes);
    let unsaid = exceptions.iter().filter(|exception| exception.citation.trim().is_empty());
    faults.extend(unsaid.map(|exception| {
        let allows = exception.allows.as_str();
        lack(
            format!("ngoại lệ {allows} cần có điều khoản"),
            format!("exception {allows} needs the article it stands on"),
        )
    }));
    faults
}

/// What a leg names must be listed: the component its condition goes by, the paper it ends in.
fn legs_unsound(legs: &[Leg], draft: &Draft) -> Vec<Missing> {
    let papers = || legs.iter().filter_map(|leg| Some((leg, leg.paper.as_ref()?)));
    let is_listed =
        |component: &ComponentCode| draft.components.iter().any(|listed| listed.code == *component);
    let conditions = legs.iter().filter_map(|leg| Some((leg, leg.only_if.as_ref()?)));
    let by_strangers = conditions.filter_map(|(leg, condition)| {
        let component = condition.component().filter(|component| !is_listed(component))?;
        Some(lack(
            format!("chặng {} tùy theo giấy tờ {component}, nhưng không có giấy tờ này", leg.code),
            format!("leg {} goes by component {component}, which isn't listed", leg.code),
        ))
    });
    let is_result = |name: &str| draft.results.iter().any(|result| result.name == name);
    let no_results = papers().filter(|(_, paper)| !is_result(&paper.name)).map(|(leg, paper)| {
        lack(
            format!("chặng {} cho ra `{}`, nhưng không có trong các kết quả", leg.code, paper.name),
            format!("leg {} ends in `{}`, which isn't among the results", leg.code, paper.name),
        )
    });
    let unasked = legs.iter().filter(|leg| is_unasked(leg)).map(|leg| {
        lack(
            format!("chặng {}: chưa nêu phải quyết định điều gì, hoặc nộp tiền cho khoản nào", leg.code),
            format!("leg {}: what is to be decided, or paid for, isn't said", leg.code),
        )
    });
    let twins = twice(("giấy tờ kết quả", "the paper"), papers().map(|(_, paper)| &paper.name));
    by_strangers.chain(no_results).chain(unasked).chain(twins).collect()
}

fn is_unasked(leg: &Leg) -> bool {
    let question = match &leg.only_if {
        Some(Condition::Decided { question, .. }) => Some(question),
        Some(Condition::Handed(_) | Condition::NotHanded(_)) | None => None,
    };
    let purpose = leg.payment.as_ref().map(|payment| &payment.purpose);
    question.into_iter().chain(purpose).any(|text| text.trim().is_empty())
}
