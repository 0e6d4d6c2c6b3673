//! Investment policy: the lead asks for opinions, agencies give theirs side by side, the lead reports, the province decides.

use super::{at, done, held, leg};
use picture::{Lang, Leg, LegState, Picture};

const LEAD: &str = "Sở Tài chính";

pub(crate) fn all() -> Vec<(&'static str, Picture)> {
    let english = Picture { lang: Lang::En, ..late() };
    vec![
        ("investment-process", process()),
        ("investment-late", late()),
        ("investment-late-english", english),
        ("investment-report", report()),
    ]
}

fn process() -> Picture {
    let lead = |code, name, after, share| Leg { agency_is_lead: true, ..leg(code, name, LEAD, after, share) };
    let opinion = |code, name, agency| leg(code, name, agency, &["lay-y-kien"], "7 ngày làm việc");
    let technology = Leg {
        conditional: Some("hồ sơ có giải trình về công nghệ sử dụng".to_owned()),
        ..opinion("y-kien-cong-nghe", "Ý kiến về công nghệ", "Sở Khoa học và Công nghệ")
    };
    let opinions = ["y-kien-quy-hoach", "y-kien-dat-dai", "y-kien-cong-nghe"];
    Picture {
        title: "Chấp thuận chủ trương đầu tư của Ủy ban nhân dân cấp tỉnh".to_owned(),
        lead: LEAD.to_owned(),
        legs: vec![
            lead("lay-y-kien", "Gửi hồ sơ lấy ý kiến thẩm định", &[], "2 ngày làm việc"),
            opinion("y-kien-quy-hoach", "Ý kiến về quy hoạch, xây dựng", "Sở Xây dựng"),
            opinion("y-kien-dat-dai", "Ý kiến về đất đai, môi trường", "Sở Nông nghiệp và Môi trường"),
            technology,
            lead("bao-cao", "Lập báo cáo thẩm định", &opinions, "5 ngày làm việc"),
            leg(
                "chap-thuan",
                "Chấp thuận chủ trương đầu tư",
                "Ủy ban nhân dân tỉnh",
                &["bao-cao"],
                "3 ngày làm việc",
            ),
        ],
        critical: ["lay-y-kien", "y-kien-quy-hoach", "bao-cao", "chap-thuan"].map(str::to_owned).to_vec(),
        ..Picture::default()
    }
}

fn late() -> Picture {
    let now = [Some("15:00 ngày 18/11/2026"), Some("03/11/2026"), Some("26/11/2026"), None];
    at(process(), "H32.02-261103-0002", now, |leg| match leg.code.as_str() {
        "lay-y-kien" => done(leg, "03/11/2026", "05/11/2026", "05/11/2026"),
        "y-kien-quy-hoach" => {
            held(leg, LegState::Open, "05/11/2026", "16/11/2026", "Ký văn bản ý kiến, Giám đốc Trần Thị Thử");
            leg.late = true;
        }
        "y-kien-dat-dai" => done(leg, "05/11/2026", "16/11/2026", "13/11/2026"),
        "y-kien-cong-nghe" => leg.state = LegState::Skipped,
        _ => {}
    })
}

fn report() -> Picture {
    let now = [Some("08:00 ngày 20/11/2026"), Some("03/11/2026"), Some("26/11/2026"), None];
    at(process(), "H32.02-261103-0002", now, |leg| match leg.code.as_str() {
        "lay-y-kien" => done(leg, "03/11/2026", "05/11/2026", "05/11/2026"),
        "y-kien-quy-hoach" | "y-kien-dat-dai" | "y-kien-cong-nghe" => {
            done(leg, "05/11/2026", "16/11/2026", "16/11/2026");
        }
        "bao-cao" => held(leg, LegState::Resting, "16/11/2026", "23/11/2026", "Chờ nhà đầu tư bổ sung hồ sơ"),
        _ => {}
    })
}
