//! What became of a form: on to a page, or the form again with what is wrong and what was typed.

use crate::http::Problem;
use crate::pages::{Visit, faults, see};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use front::{Fault, Form, Typed};

/// A form that was sent, as it is shown again: what was typed, for the version that is there now.
pub(super) struct Again<'a> {
    pub(super) visit: &'a Visit,
    pub(super) typed: Typed,
    pub(super) version: Option<i64>,
}

impl Again<'_> {
    /// Leads on to an address, or shows the form again.
    ///
    /// # Errors
    /// What no form can mend.
    pub(super) fn or_on_to(
        self,
        address: Result<String, Problem>,
        page: impl FnOnce(StatusCode, &Form) -> HttpResponse,
    ) -> Result<HttpResponse, Problem> {
        self.unless(address.map(|address| see(&address)), page)
    }

    /// The answer, or the form again where that can mend it.
    ///
    /// # Errors
    /// What no form can mend.
    pub(super) fn unless(
        self,
        answer: Result<HttpResponse, Problem>,
        page: impl FnOnce(StatusCode, &Form) -> HttpResponse,
    ) -> Result<HttpResponse, Problem> {
        let problem = match answer {
            Err(
                problem
                @ (Problem::Input(_) | Problem::Broken(_) | Problem::Changed | Problem::Uncounted(..)),
            ) => problem,
            answer => return answer,
        };
        let mut form = self.visit.form_for(self.typed, self.version);
        form.faults = match problem {
            Problem::Changed => vec![Fault { name: None, text: CHANGED.to_owned() }],
            ref problem => faults(problem, form.lang),
        };
        Ok(page(problem.status_code(), &form))
    }
}

const CHANGED: &str = "Người khác vừa sửa nội dung này, nên chưa có gì được lưu. Hãy mở lại trang để xem họ đã sửa gì \
                       (mục Nhật ký). Nếu gửi lần nữa, nội dung dưới đây thay cho nội dung của họ.";
