//! A draft that lacks nothing, two agencies and small builders, for the tests of this crate.

use crate::{
    Agency, AgencyTree, Alternative, Amount, Basis, Case, Channel, Component, Draft, Fee, FieldLaw, Finding,
    Form, Ground, Leg, Offer, Process, SimplificationReview, Step,
};
use calendar::{ProcessingTime, Unit};
use kernel::Role;

pub(crate) const MINUTES_PER_DAY: u32 = 480;

pub(crate) fn basis(agencies: &AgencyTree) -> Basis<'_> {
    Basis { agencies, minutes_per_day: MINUTES_PER_DAY }
}

/// `H32` with a counter, and `H32.5` below it that only works legs.
pub(crate) fn agencies() -> AgencyTree {
    let mut below = agency("H32.5", Some("H32"));
    below.counter = None;
    AgencyTree::new(vec![agency("H32", None), below]).expect("a tree")
}

pub(crate) fn agency(code: &str, parent: Option<&str>) -> Agency {
    Agency {
        code: code.parse().expect("an agency's code"),
        name: format!("Cơ quan {code}"),
        parent: parent.map(|parent| parent.parse().expect("an agency's code")),
        calendar: "khanh-hoa".to_owned(),
        counter: Some("Bộ phận một cửa".to_owned()),
        address: None,
        hotline: None,
        place: None,
        sign: None,
    }
}

/// Three working days, worked in one leg of all of them.
pub(crate) fn draft() -> Draft {
    Draft {
        code: "1.000001".parse().expect("a code"),
        name: "Thủ tục mẫu".to_owned(),
        field: "Mẫu".to_owned(),
        unverified: false,
        decision: None,
        applicants: None,
        received_by: vec!["H32".parse().expect("an agency's code")],
        time: Some(time(3, Unit::WorkingDays)),
        cases: Vec::new(),
        components: vec![component("don")],
        channels: vec![Offer {
            channel: Channel::Counter,
            fees: vec![Fee { name: None, amount: Amount::Free }],
        }],
        results: Vec::new(),
        grounds: vec![ground("khong-thuoc-tham-quyen")],
        field_law: FieldLaw::default(),
        review: Some(review()),
        process: Some(Process { legs: vec![leg("chinh", &[], time(3, Unit::WorkingDays))] }),
    }
}

pub(crate) fn time(amount: u32, unit: Unit) -> ProcessingTime {
    ProcessingTime::new(amount, unit).expect("a sensible amount")
}

pub(crate) fn case(code: &str) -> Case {
    Case {
        code: code.parse().expect("a code"),
        name: format!("Trường hợp {code}"),
        time: None,
        process: None,
    }
}

pub(crate) fn component(code: &str) -> Component {
    Component {
        code: code.parse().expect("a code"),
        name: format!("Giấy tờ {code}"),
        group: None,
        cases: Vec::new(),
        only_if: None,
        any_of: vec![Alternative { form: Form::Original, count: 1 }],
        template: None,
    }
}

pub(crate) fn ground(code: &str) -> Ground {
    Ground {
        code: code.parse().expect("a code"),
        text: "Không thuộc thẩm quyền giải quyết".to_owned(),
        citation: "Điều 1".to_owned(),
    }
}

pub(crate) fn review() -> SimplificationReview {
    let because = |text: &str| Finding::NothingBecause(text.to_owned());
    SimplificationReview {
        components: Finding::Proposes("Bỏ bản sao giấy khai sinh".to_owned()),
        conditions: because("Không có điều kiện riêng"),
        delegation: because("Đã giải quyết ở cấp thấp nhất"),
    }
}

/// A leg at the receiving agency with one step that takes all of its share.
pub(crate) fn leg(code: &str, after: &[&str], share: ProcessingTime) -> Leg {
    let step = Step {
        code: format!("buoc-{code}").parse().expect("a code"),
        name: "Thẩm định".to_owned(),
        role: Role::Officer,
        share,
    };
    Leg {
        code: code.parse().expect("a code"),
        name: format!("Phần việc {code}"),
        agency: None,
        after: after.iter().map(|code| code.parse().expect("a code")).collect(),
        only_if: None,
        payment: None,
        paper: None,
        share,
        steps: vec![step],
    }
}
