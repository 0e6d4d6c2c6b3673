//! What an agency must be: the checks are the tree's, shown at their fields.

use crate::app::App;
use crate::http::{InputError, Problem};
use crate::office::fault;
use catalog::{Agency, AgencyFault, AgencyTree};
use kernel::Lang;
use store::catalogue;

/// What is wrong with a new agency.
///
/// # Errors
/// The database.
pub(super) fn of_new(app: &App, agency: &Agency) -> Result<Vec<InputError>, Problem> {
    let mut found = of_itself(app, agency)?;
    let others = app.store.read(catalogue::all_agencies)?;
    found.extend(in_tree(others, agency));
    Ok(found)
}

/// What is wrong with an agency as it is to be.
///
/// # Errors
/// The database.
pub(super) fn of_change(app: &App, from: &Agency, to: &Agency) -> Result<Vec<InputError>, Problem> {
    let mut found = of_itself(app, to)?;
    let mut others = app.store.read(catalogue::all_agencies)?;
    others.retain(|other| other.code != to.code);
    found.extend(in_tree(others, to));
    if from.counter.is_some() && to.counter.is_none() {
        found.extend(still_receives(app, to)?);
    }
    Ok(found)
}

fn of_itself(app: &App, agency: &Agency) -> Result<Vec<InputError>, Problem> {
    let calendars = app.store.read(catalogue::newest_calendars)?;
    let mut found = Vec::new();
    if agency.name.trim().is_empty() {
        found.push(fault("/name", "missing", "Hãy nhập tên cơ quan.", "Give the agency's name."));
    }
    if calendars.iter().all(|calendar| calendar.code != agency.calendar) {
        found.push(fault(
            "/calendar",
            "unknown",
            "Không có lịch làm việc này.",
            "There is no such calendar.",
        ));
    }
    Ok(found)
}

fn in_tree(mut others: Vec<Agency>, agency: &Agency) -> Option<InputError> {
    others.push(agency.clone());
    Some(match AgencyTree::new(others).err()? {
        AgencyFault::Twice(_) => fault(
            "/code",
            "taken",
            "Mã định danh này đã có cơ quan dùng.",
            "There is an agency by this identifier.",
        ),
        AgencyFault::NoParent { .. } => {
            fault("/parent", "unknown", "Không có cơ quan cấp trên này.", "There is no such agency above.")
        }
        AgencyFault::Circle(_) => fault(
            "/parent",
            "circle",
            "Cơ quan này đứng trên cơ quan vừa chọn; không thể là cấp dưới của chính mình.",
            "An agency can't stand below itself.",
        ),
    })
}

/// Whoever receives published procedures has a counter, as publishing them asked for.
fn still_receives(app: &App, agency: &Agency) -> Result<Option<InputError>, Problem> {
    let published = app.store.read(catalogue::current_versions)?;
    let received = published.iter().any(|version| version.is_received_by(&agency.code));
    Ok(received.then(|| {
        fault(
            "/counter",
            "receives",
            "Cơ quan đang tiếp nhận thủ tục đã công bố nên phải có bộ phận một cửa; hãy công bố lại các thủ tục đó trước.",
            "Published procedures are received here; it can't be without a counter.",
        )
    }))
}

/// A calendar that can't count what is open.
pub(super) fn cannot_count(why: &Problem) -> Problem {
    let (vi, en) = (why.detail(Lang::Vi), why.detail(Lang::En));
    Problem::Input(vec![InputError { pointer: "/calendar".to_owned(), code: "uncounted", vi, en }])
}
