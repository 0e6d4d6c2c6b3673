//! The processes to explore: one leg, several in sequence, side by side, under a condition, after a payment, in a bundle.

use crate::ground::{LEAD, SECOND, THIRD};
use crate::judge::process::{Desk, Leg, OnlyIf, Paper};
use kernel::Role;

const fn desk(step: &'static str, role: Role) -> Desk {
    Desk { step, role, minutes: 60 }
}

const fn leg(
    code: &'static str,
    agency: &'static str,
    after: &'static [&'static str],
    desks: &'static [Desk],
) -> Leg {
    Leg { code, agency, after, only_if: OnlyIf::Always, told_at: None, paper: None, desks }
}

/// The lead examines and signs.
pub(crate) const ONE_LEG: &[Leg] =
    &[leg("chinh", LEAD, &[], &[desk("tham-dinh", Role::Officer), desk("ky", Role::Head)])];

/// The lead, then another agency.
pub(crate) const LEAD_THEN_ANOTHER: &[Leg] = &[
    leg("chinh", LEAD, &[], &[desk("tham-dinh", Role::Officer)]),
    leg("thue", SECOND, &["chinh"], &[desk("ky", Role::Officer)]),
];

/// Another agency in two steps, then the lead.
pub(crate) const ANOTHER_THEN_LEAD: &[Leg] = &[
    leg("thue", SECOND, &[], &[desk("tinh", Role::Officer), desk("duyet", Role::Leader)]),
    leg("chinh", LEAD, &["thue"], &[desk("ky", Role::Head)]),
];

/// The lead in two steps and another agency side by side; the lead ends it.
pub(crate) const SIDE_BY_SIDE: &[Leg] = &[
    leg("chinh", LEAD, &[], &[desk("tham-dinh", Role::Officer)]),
    leg("thue", SECOND, &[], &[desk("tinh", Role::Officer)]),
    leg("ket-thuc", LEAD, &["chinh", "thue"], &[desk("ky", Role::Head)]),
];

/// The lead, another agency, and a third.
pub(crate) const IN_SEQUENCE: &[Leg] = &[
    leg("chinh", LEAD, &[], &[desk("tham-dinh", Role::Officer)]),
    leg("thue", SECOND, &["chinh"], &[desk("tinh", Role::Officer)]),
    leg("bao-hiem", THIRD, &["thue"], &[desk("cap-the", Role::Officer)]),
];

/// The lead; two agencies side by side; the lead again.
pub(crate) const FORK_AND_JOIN: &[Leg] = &[
    leg("nhan", LEAD, &[], &[desk("tham-dinh", Role::Officer)]),
    leg("thue", SECOND, &["nhan"], &[desk("tinh", Role::Officer)]),
    leg("bao-hiem", THIRD, &["nhan"], &[desk("cap-the", Role::Officer)]),
    leg("tra", LEAD, &["thue", "bao-hiem"], &[desk("ky", Role::Head)]),
];

/// The lead decides whether another agency is asked; a third measures only where no map was handed in.
pub(crate) const CONDITIONAL: &[Leg] = &[
    leg("nhan", LEAD, &[], &[desk("tham-dinh", Role::Officer)]),
    Leg {
        only_if: OnlyIf::Decided("tham-dinh"),
        ..leg("thuc-dia", SECOND, &["nhan"], &[desk("xem", Role::Officer)])
    },
    Leg { only_if: OnlyIf::NotHanded("bando"), ..leg("do-dac", THIRD, &[], &[desk("do", Role::Officer)]) },
    leg("cap", LEAD, &["thuc-dia", "do-dac"], &[desk("ky", Role::Head)]),
];

/// The lead; another agency looks at the map, where one was handed in.
pub(crate) const WITH_A_MAP: &[Leg] = &[
    leg("nhan", LEAD, &[], &[desk("tham-dinh", Role::Officer)]),
    Leg {
        only_if: OnlyIf::Handed("bando"),
        ..leg("do-dac", SECOND, &["nhan"], &[desk("do", Role::Officer)])
    },
];

/// The lead; the tax office tells the sum while a third agency looks at the place; the lead goes on once it is paid.
pub(crate) const PAYING: &[Leg] = &[
    leg("nhan", LEAD, &[], &[desk("tham-dinh", Role::Officer)]),
    leg("thue", SECOND, &["nhan"], &[desk("tinh", Role::Officer)]),
    leg("thuc-dia", THIRD, &["nhan"], &[desk("xem", Role::Officer)]),
    Leg { told_at: Some("tinh"), ..leg("cap", LEAD, &["thue"], &[desk("ky", Role::Head)]) },
];

/// The lead's paper, which may be handed out early, and another agency's, which is kept; the lead's clerk collects.
pub(crate) const BUNDLE: &[Leg] = &[
    Leg {
        paper: Some(Paper { name: "Giấy khai sinh", early: true }),
        ..leg("khai-sinh", LEAD, &[], &[desk("tham-dinh", Role::Officer)])
    },
    Leg {
        paper: Some(Paper { name: "Thẻ", early: false }),
        ..leg("thue", SECOND, &["khai-sinh"], &[desk("tinh", Role::Officer)])
    },
    leg("tap-hop", LEAD, &["thue"], &[desk("gom", Role::Clerk)]),
];
