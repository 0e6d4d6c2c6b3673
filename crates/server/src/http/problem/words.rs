//! What a problem says, in Vietnamese and English: what is wrong, and what to do.

use super::Problem;
use kernel::{Lang, Said};

impl Problem {
    /// The kind's slug and its title.
    pub(crate) fn said(&self) -> (&'static str, Said) {
        let (slug, vi, en) = match self {
            Problem::NotJson(_) => ("not-json", "Nội dung không phải JSON", "Not JSON"),
            Problem::NotMultipart(_) => {
                ("not-multipart", "Nội dung không phải multipart/form-data", "Not multipart/form-data")
            }
            Problem::MediaType(_) => {
                ("media-type", "Kiểu nội dung không được hỗ trợ", "Unsupported media type")
            }
            Problem::TooLarge => ("too-large", "Nội dung quá lớn", "Too large"),
            Problem::FileTooLarge(_) => ("too-large", "Tệp quá lớn", "File too large"),
            Problem::Input(_) => ("input", "Dữ liệu chưa hợp lệ", "Input doesn't fit"),
            Problem::SignIn => ("sign-in", "Chưa đăng nhập", "Not signed in"),
            Problem::Forbidden => ("forbidden", "Không có quyền", "Not allowed"),
            Problem::Unsealed => ("unsealed", "Biểu mẫu không còn hiệu lực", "The form isn't good any more"),
            Problem::NotFound => ("not-found", "Không tìm thấy", "Not found"),
            Problem::Method(_) => ("method", "Phương thức không phù hợp", "Method not allowed"),
            Problem::Broken(_) => ("rule", "Trái quy định", "Against a rule"),
            Problem::Changed => ("rule", "Hồ sơ đã thay đổi", "Changed meanwhile"),
            Problem::TooMany(_) => ("too-many", "Quá nhiều yêu cầu", "Too many requests"),
            Problem::Away(_) => ("away", "Tạm thời gián đoạn", "Temporarily away"),
            Problem::Uncounted(..) => ("calendar", "Lịch chưa dùng được", "The calendar can't be used"),
            Problem::Fault(_) => ("fault", "Lỗi hệ thống", "Fault"),
        };
        (slug, Said { vi, en })
    }

    /// What is wrong and what to do; a broken rule says that itself.
    pub(crate) fn detail(&self, lang: Lang) -> String {
        let (vi, en) = match self {
            Problem::NotJson(_) => ("Hãy gửi nội dung JSON hợp lệ.", "Send valid JSON."),
            Problem::NotMultipart(_) => (
                "Tệp gửi lên bị ngắt quãng hoặc sai định dạng; hãy gửi lại.",
                "What was sent breaks off or is malformed; send it again.",
            ),
            Problem::MediaType(wanted) => return media_type(wanted, lang),
            Problem::FileTooLarge(largest) => return file_too_large(*largest, lang),
            Problem::TooLarge => {
                ("Nội dung gửi lên quá lớn; hãy rút gọn.", "The body is too large; shorten it.")
            }
            Problem::Input(_) => (
                "Hãy sửa các mục nêu trong errors rồi gửi lại.",
                "Correct what errors names and send it again.",
            ),
            Problem::SignIn => ("Hãy đăng nhập rồi thực hiện lại.", "Sign in and try again."),
            Problem::Forbidden => {
                ("Tài khoản của bạn không có quyền làm việc này.", "Your account has no right to do this.")
            }
            Problem::Unsealed => (
                "Chưa có gì được ghi nhận. Hãy mở lại trang rồi gửi lại biểu mẫu.",
                "Nothing was recorded. Open the page again and send the form once more.",
            ),
            Problem::NotFound => (
                "Không có nội dung này, hoặc bạn không được xem. Hãy kiểm tra lại mã.",
                "There is no such thing, or it isn't yours to see. Check the code.",
            ),
            Problem::Method(_) => {
                ("Địa chỉ này không nhận phương thức đã gửi.", "This address doesn't take that method.")
            }
            Problem::TooMany(_) => {
                ("Bạn gửi quá nhiều yêu cầu; hãy chờ rồi thử lại.", "Too many requests; wait and try again.")
            }
            Problem::Away(_) => (
                "Hệ thống tạm thời chưa phục vụ được; hãy thử lại sau ít phút. Chưa có gì được ghi nhận.",
                "The system can't serve for the moment; try again in a few minutes. Nothing was recorded.",
            ),
            Problem::Fault(_) => {
                ("Hệ thống gặp lỗi; sự việc đã được ghi lại.", "The system has a fault; it has been logged.")
            }
            Problem::Uncounted(calendar, why) if lang == Lang::Vi => {
                return format!("Lịch “{calendar}” không tính được mọi hồ sơ đang mở: {}.", why.vietnamese());
            }
            Problem::Uncounted(calendar, why) => {
                return format!("The calendar “{calendar}” can't count everything that is open: {why}.");
            }
            Problem::Broken(_) | Problem::Changed => ("", ""),
        };
        Said { vi, en }.to(lang).to_owned()
    }
}

fn media_type(wanted: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Hãy gửi nội dung kiểu {wanted}."),
        Lang::En => format!("Send the body as {wanted}."),
    }
}

fn file_too_large(largest: usize, lang: Lang) -> String {
    let megabytes = tenths_of_megabytes(largest);
    match lang {
        Lang::Vi => format!(
            "Tệp quá lớn: mỗi tệp tối đa {} MB; hãy giảm dung lượng rồi gửi lại.",
            megabytes.replace('.', ",")
        ),
        Lang::En => {
            format!("A file is too large: {megabytes} MB at most; make it smaller and send it again.")
        }
    }
}

/// Rounded down, so that whoever keeps to it is let through.
fn tenths_of_megabytes(bytes: usize) -> String {
    let tenths = bytes / (1024 * 1024 / 10);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}
