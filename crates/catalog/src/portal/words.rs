//! What is read from Vietnamese words. Few rules, and in doubt a person judges: a paper wrongly called required would
//! keep a complete dossier from being accepted.

/// Marks of a condition in a document's name.
const OF_A_CONDITION: [&str; 5] = ["trường hợp", "đối với", "nếu ", "(dùng cho", "phải bổ sung"];

/// Documents that are never everybody's: somebody acts for the applicant; the interactive form exists online only.
const OF_SOME_ONLY: [&str; 3] = ["văn bản ủy quyền", "giấy ủy quyền", "điện tử tương tác"];

/// Marks of a waiver: the paper isn't asked for where its data is at hand.
const OF_A_WAIVER: [&str; 3] = ["không phải nộp", "thay thế bằng dữ liệu", "được khai thác trong"];

/// What ends a heading without naming the case.
const TAILS: [&str; 6] = [":", ",", ";", "bao gồm", "gồm", "hồ sơ"];

/// Whether the document is asked for only under a condition. The condition stands in the first clause, or at the end
/// of a later one ("…; Y đối với trường hợp …"), or in brackets at the very end. A later clause that begins with one
/// tells what else will do, later sentences what the paper holds. A waiver may stand anywhere.
pub(super) fn is_conditional(name: &str) -> bool {
    let name = without_enumerator(name).to_lowercase();
    let (first, later) = clauses(&name);
    contains_any(first, &OF_A_CONDITION)
        || contains_any(first, &OF_SOME_ONLY)
        || later.split(';').any(ends_in_a_condition)
        || OF_A_CONDITION.iter().any(|mark| last_brackets(&name).starts_with(mark))
        || contains_any(&name, &OF_A_WAIVER)
}

/// A heading's own words: without `a)` or `(1.2)` before them and `hồ sơ gồm:` after them.
pub(super) fn bare(heading: &str) -> &str {
    let mut bare = without_enumerator(heading).trim_end();
    while let Some(shorter) = TAILS.iter().find_map(|tail| bare.strip_suffix(tail)) {
        bare = shorter.trim_end();
    }
    bare
}

pub(super) fn contains_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The first clause of the first sentence, and the rest of that sentence. What a paper holds ("gồm …") isn't in it.
fn clauses(name: &str) -> (&str, &str) {
    let ends = [name.find([':', '\n']), name.find(". "), name.find(" gồm ")];
    let end = ends.into_iter().flatten().min().unwrap_or(name.len());
    name[..end].split_once(';').unwrap_or((&name[..end], ""))
}

fn ends_in_a_condition(clause: &str) -> bool {
    clause.trim_start().find("đối với trường hợp").is_some_and(|at| at > 0)
}

/// What the name ends with in brackets. A last "(nếu có)" is about the last of several papers only.
fn last_brackets(name: &str) -> &str {
    let inside = name.trim_end_matches([' ', '.', ';']).strip_suffix(')');
    let inside = inside.and_then(|name| name.rsplit_once('(')).map_or("", |(_, inside)| inside);
    if inside == "nếu có" { "" } else { inside }
}

/// The text without a mark (`*`, `-`) or a short number (`a)`, `(iv)`, `1.`) before it.
fn without_enumerator(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '-' | '+' | '•'));
    match text.split_once(char::is_whitespace) {
        Some((first, rest)) if first.len() <= 6 && first.ends_with([')', '.']) => rest.trim_start(),
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_stands_in_the_first_clause() {
        for conditional in [
            "Văn bản ủy quyền trong trường hợp ủy quyền. Người được ủy quyền là cha, mẹ thì không cần chứng thực.",
            "Trường hợp trẻ em bị bỏ rơi: biên bản",
            "(iv) Đối với Quân đội nhân dân: Giấy giới thiệu",
            "1. Mảnh trích đo bản đồ địa chính (nếu có).",
            "Mẫu điện tử tương tác đăng ký khai tử",
            "Văn bản ủy quyền yêu cầu cấp Phiếu",
            "Tờ khai của hai bên. Hai bên có thể khai chung (nếu người có yêu cầu nộp trực tiếp);",
            "Quyết định xử phạt; chứng từ nộp phạt đối với trường hợp có vi phạm",
            "Kết quả đấu giá; biên bản đấu giá (đối với trường hợp cho thuê rừng).",
        ] {
            assert!(is_conditional(conditional), "{conditional}");
        }
    }

    #[test]
    fn what_else_will_do_or_what_the_paper_holds_is_no_condition() {
        for required in [
            "Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng",
            "Đơn đăng ký. Trường hợp hộ gia đình có yêu cầu thì ghi tên các thành viên",
            "Đề xuất dự án gồm các nội dung sau: mục tiêu, quy mô, hiện trạng sử dụng đất (nếu có)",
            "Hồ sơ thiết kế:\n+ Đối với nhà ở riêng lẻ: 02 bộ bản vẽ",
            "Tờ khai; đối với người chưa thành niên thì ghi ý kiến của cha, mẹ",
            "Văn bản đề nghị, gồm cả cam kết chịu rủi ro nếu dự án không được chấp thuận",
            "Bản sao Thẻ căn cước (Xuất trình bản chính. Trường hợp không có thì nộp bản sao có chứng thực)",
            "Danh sách cổ đông; danh sách chủ sở hữu hưởng lợi (nếu có)",
            "Điều lệ công ty",
        ] {
            assert!(!is_conditional(required), "{required}");
        }
    }

    #[test]
    fn a_paper_whose_data_is_at_hand_is_waived_wherever_the_words_stand() {
        assert!(is_conditional("Giấy báo tử. Đã có dữ liệu điện tử thì không phải nộp bản giấy."));
    }

    #[test]
    fn a_heading_is_named_by_its_own_words() {
        assert_eq!(bare("a) Hồ sơ cấp mới bao gồm:"), "Hồ sơ cấp mới");
        assert_eq!(bare("* Đăng ký theo danh sách, hồ sơ gồm:"), "Đăng ký theo danh sách");
        assert_eq!(bare("(1.7) Đối với nhà ở riêng lẻ:"), "Đối với nhà ở riêng lẻ");
        assert_eq!(bare("Tàu cá nhập khẩu"), "Tàu cá nhập khẩu");
    }
}
