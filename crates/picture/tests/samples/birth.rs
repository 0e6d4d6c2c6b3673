//! A bundle: birth certificate, residence beside health insurance, all of it collected by the lead.

use super::{at, done, held, leg};
use picture::{Leg, LegState, Picture};

const WARD: &str = "Ủy ban nhân dân phường Thử Nghiệm";

pub(crate) fn all() -> Vec<(&'static str, Picture)> {
    vec![("birth-process", process()), ("birth-side-by-side", side_by_side()), ("birth-returned", returned())]
}

fn process() -> Picture {
    let lead = |code, name, after, share| Leg { agency_is_lead: true, ..leg(code, name, WARD, after, share) };
    Picture {
        title:
            "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi"
                .to_owned(),
        lead: WARD.to_owned(),
        legs: vec![
            lead("ho-tich", "Đăng ký khai sinh", &[], "1 ngày làm việc"),
            leg(
                "cu-tru",
                "Đăng ký thường trú",
                "Công an phường Thử Nghiệm",
                &["ho-tich"],
                "15 ngày làm việc",
            ),
            leg(
                "bao-hiem",
                "Cấp thẻ bảo hiểm y tế",
                "Bảo hiểm xã hội cơ sở Thử Nghiệm",
                &["ho-tich"],
                "10 ngày làm việc",
            ),
            lead("tap-hop", "Tập hợp kết quả của các cơ quan", &["cu-tru", "bao-hiem"], "2 ngày làm việc"),
        ],
        critical: ["ho-tich", "cu-tru", "tap-hop"].map(str::to_owned).to_vec(),
        ..Picture::default()
    }
}

fn side_by_side() -> Picture {
    let now = [Some("09:30 ngày 16/11/2026"), Some("02/11/2026"), Some("26/11/2026"), None];
    at(process(), "H32.10-261102-0007", now, |leg| match leg.code.as_str() {
        "ho-tich" => done(leg, "02/11/2026", "03/11/2026", "03/11/2026"),
        "cu-tru" => {
            held(leg, LegState::Open, "03/11/2026", "24/11/2026", "Thẩm định hồ sơ cư trú, Nguyễn Văn Thử");
        }
        "bao-hiem" => {
            held(leg, LegState::SentBack, "03/11/2026", "17/11/2026", "Công chức tư pháp – hộ tịch phường");
        }
        _ => {}
    })
}

fn returned() -> Picture {
    let now = [Some("25/11/2026"), Some("02/11/2026"), Some("26/11/2026"), Some("25/11/2026")];
    at(process(), "H32.10-261102-0007", now, |leg| match leg.code.as_str() {
        "ho-tich" => done(leg, "02/11/2026", "03/11/2026", "03/11/2026"),
        "cu-tru" => done(leg, "03/11/2026", "24/11/2026", "23/11/2026"),
        "bao-hiem" => {
            done(leg, "03/11/2026", "17/11/2026", "18/11/2026");
            leg.late = true;
        }
        _ => done(leg, "23/11/2026", "25/11/2026", "24/11/2026"),
    })
}
