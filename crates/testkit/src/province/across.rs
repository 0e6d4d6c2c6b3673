//! Procedures that several agencies work on: a bundle with papers, and a payment told by one of them.

use super::{COORDINATOR, code, draft, exceptions, leg, published, step};
use catalog::{Draft, FieldLaw, Leg, LegPaper, Payment, ResultPaper, Version};
use kernel::Role;
use std::sync::Arc;

/// Another agency that only works a leg, beside [`COORDINATOR`].
pub const BESIDE: &str = "H32.6";
/// Three papers: `khai-sinh` by the lead, then `cong-an` at [`COORDINATOR`] and `bao-hiem` at [`BESIDE`] side by side, and
/// `tap-hop` by the lead's clerk. The lead's own paper may be handed out early.
pub const BUNDLE: &str = "1.000004";
/// [`BUNDLE`] in a field whose own law allows a second supplement request.
pub const LENIENT_BUNDLE: &str = "1.000005";
/// `nhan` by the lead, `thue` at [`COORDINATOR`], where a sum is told, and `cap-giay` by the lead once it is paid.
pub const TAXED: &str = "1.000006";

/// [`BUNDLE`] as published: five working days.
pub fn bundle() -> Arc<Version> {
    published(&bundle_draft(BUNDLE))
}

/// [`LENIENT_BUNDLE`] as published: five working days.
pub fn lenient_bundle() -> Arc<Version> {
    let field_law = FieldLaw { exceptions: exceptions(), ..FieldLaw::default() };
    published(&Draft { field_law, ..bundle_draft(LENIENT_BUNDLE) })
}

/// [`TAXED`] as published: five working days.
pub fn taxed() -> Arc<Version> {
    let payment = Payment { purpose: "Lệ phí trước bạ".to_owned(), told_at: code("tinh-thue") };
    let legs = vec![
        leg("nhan", None, &[], vec![step("nhan-ho-so", Role::Officer)]),
        leg("thue", Some(COORDINATOR), &["nhan"], vec![step("tinh-thue", Role::Officer)]),
        Leg {
            payment: Some(payment),
            ..leg("cap-giay", None, &["thue"], vec![step("in-giay", Role::Officer)])
        },
    ];
    published(&draft(TAXED, legs))
}

fn bundle_draft(procedure: &str) -> Draft {
    let police = vec![step("cu-tru", Role::Officer), step("ky-cu-tru", Role::Head)];
    let beside = vec![step("cap-the", Role::Officer)];
    let legs = vec![
        with_paper(leg("khai-sinh", None, &[], vec![step("dang-ky", Role::Officer)]), true),
        with_paper(leg("cong-an", Some(COORDINATOR), &["khai-sinh"], police), false),
        with_paper(leg("bao-hiem", Some(BESIDE), &["khai-sinh"], beside), false),
        leg("tap-hop", None, &["cong-an", "bao-hiem"], vec![step("tap-hop", Role::Clerk)]),
    ];
    let papers = legs.iter().filter_map(|leg| leg.paper.as_ref());
    let results = papers.map(|paper| ResultPaper { name: paper.name.clone(), code: None }).collect();
    Draft { results, ..draft(procedure, legs) }
}

fn with_paper(leg: Leg, early: bool) -> Leg {
    let paper = LegPaper { name: format!("Giấy {}", leg.code), early };
    Leg { paper: Some(paper), ..leg }
}
