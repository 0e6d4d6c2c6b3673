//! What a problem says, in Vietnamese and English: what is wrong, and what to do.

use super::Problem;
use kernel::{Lang, Said};

impl Problem {
    /// The kind's slug and its title.
    pub(crate) fn said(&self) -> (&'static str, Said) {
        let (slug, vi, en) = match self {
            Problem::NotJson(_) => ("not-json", "Nội dung không phải JSON", "Not JSON"),
            Problem::MediaType => ("media-type", "Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
            Problem::TooLarge => ("too-large", "Nội dung quá lớn", "Too large"),
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
            Problem::MediaType => {
                ("Hãy gửi nội dung kiểu application/json.", "Send the body as application/json.")
            }
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
