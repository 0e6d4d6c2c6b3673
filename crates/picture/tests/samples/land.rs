//! Land: the commune confirms, the land office surveys if need be, the tax office reckons, the applicant pays, the commune
//! signs.

use super::{at, done, held, leg};
use picture::{Leg, LegState, Picture};

const COMMUNE: &str = "Ủy ban nhân dân xã Thử Nghiệm";
const LAND_OFFICE: &str = "Chi nhánh Văn phòng Đăng ký đất đai khu vực Thử Nghiệm";

pub(crate) fn all() -> Vec<(&'static str, Picture)> {
    vec![
        ("land-process", process()),
        ("land-received", received()),
        ("land-payment", payment()),
        ("land-no-survey", no_survey()),
    ]
}

fn process() -> Picture {
    let lead =
        |code, name, after, share| Leg { agency_is_lead: true, ..leg(code, name, COMMUNE, after, share) };
    let survey = Leg {
        conditional: Some("nơi có thửa đất chưa có bản đồ địa chính, phải trích đo".to_owned()),
        ..leg("trich-do", "Trích đo bản đồ địa chính", LAND_OFFICE, &["xac-nhan"], "5 ngày làm việc")
    };
    let signing = Leg {
        payment: Some("nghĩa vụ tài chính về đất đai".to_owned()),
        ..lead("cap-giay", "Ký và trả Giấy chứng nhận", &["thue"], "3 ngày làm việc")
    };
    let cadastre = &["xac-nhan", "trich-do"];
    Picture {
        title: "Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận lần đầu".to_owned(),
        lead: COMMUNE.to_owned(),
        legs: vec![
            lead("xac-nhan", "Xác nhận hiện trạng sử dụng đất", &[], "6 ngày làm việc"),
            survey,
            leg("thong-tin", "Cung cấp thông tin địa chính", LAND_OFFICE, cadastre, "3 ngày làm việc"),
            leg("thue", "Xác định nghĩa vụ tài chính", "Thuế cơ sở 1", &["thong-tin"], "5 ngày làm việc"),
            signing,
        ],
        critical: ["xac-nhan", "trich-do", "thong-tin", "thue", "cap-giay"].map(str::to_owned).to_vec(),
        ..Picture::default()
    }
}

fn received() -> Picture {
    let now = [Some("07:45 ngày 02/11/2026"), None, None, None];
    at(process(), "chưa có số", now, |_| {})
}

fn payment() -> Picture {
    let now = [Some("10:00 ngày 30/11/2026"), Some("02/11/2026"), Some("02/12/2026"), None];
    at(process(), "H32.11-261102-0001", now, |leg| match leg.code.as_str() {
        "xac-nhan" => done(leg, "02/11/2026", "10/11/2026", "10/11/2026"),
        "trich-do" => done(leg, "10/11/2026", "17/11/2026", "16/11/2026"),
        "thong-tin" => done(leg, "16/11/2026", "19/11/2026", "19/11/2026"),
        "thue" => done(leg, "19/11/2026", "26/11/2026", "25/11/2026"),
        _ => {
            leg.state = LegState::Waiting;
            leg.holder = Some("người nộp hồ sơ, phải nộp 12.500.000 đồng".to_owned());
        }
    })
}

fn no_survey() -> Picture {
    let now = [Some("14:20 ngày 16/11/2026"), Some("02/11/2026"), Some("02/12/2026"), None];
    at(process(), "H32.11-261102-0004", now, |leg| match leg.code.as_str() {
        "xac-nhan" => done(leg, "02/11/2026", "10/11/2026", "10/11/2026"),
        "trich-do" => leg.state = LegState::Skipped,
        "thong-tin" => {
            held(leg, LegState::Open, "10/11/2026", "13/11/2026", "Trích lục bản đồ, Lê Văn Thử");
            leg.late = true;
        }
        _ => {}
    })
}
