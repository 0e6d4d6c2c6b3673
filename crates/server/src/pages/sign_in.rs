use super::places::first;
use super::visit::{SESSION, cookie};
use super::{Sent, Visit, faults, see};
use crate::app::{App, blocking};
use crate::auth::{in_a_browser, sign_in_to_pages};
use crate::http::{Line, Problem, Query};
use crate::wire::sessions::Credentials;
use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use front::{Fault, Field, Form, Markup, Typed, button, html};
use serde::Deserialize;
use store::sessions;

/// Where to go afterwards.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    toi: Option<Line<1000>>,
    #[serde(rename = "het-phien")]
    ended: Option<Line<8>>,
}

/// Where staff sign in.
#[get("/dang-nhap")]
pub(crate) async fn ask(visit: Visit, wanted: Query<Wanted>) -> HttpResponse {
    let to = wanted.0.toi.map(Line::into_string).unwrap_or_default();
    let form = visit.form(Typed::default().with("toi", to));
    match wanted.0.ended {
        Some(_) => page(&visit, StatusCode::OK, &Form { faults: vec![ended(&visit)], ..form }),
        None => page(&visit, StatusCode::OK, &form),
    }
}

/// Signs in, for this browser.
#[post("/dang-nhap")]
pub(crate) async fn enter(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    app.limits.sign_in.count(&request)?;
    let to = sent.typed.get("toi").and_then(of_this_site).map(str::to_owned);
    let entered = match sent.read::<Credentials>() {
        Ok(who) => {
            blocking(app, move |app| {
                let token = sign_in_to_pages(app, who.username.as_str(), who.password.as_str())?;
                let (account, _) = in_a_browser(app, &token)?;
                Ok((token, first(&account.staff())))
            })
            .await
        }
        Err(problem) => Err(problem),
    };
    match entered {
        Ok((token, first)) => {
            let mut response = see(to.as_deref().unwrap_or(first));
            response
                .add_cookie(&visit.cookie(SESSION, token, "/"))
                .map_err(|why| Problem::Fault(why.to_string()))?;
            Ok(response)
        }
        Err(problem @ (Problem::SignIn | Problem::Input(_))) => {
            let typed = Typed(sent.typed.0.into_iter().filter(|(name, _)| name != "/password").collect());
            let is_wrong = matches!(problem, Problem::SignIn);
            let faults = if is_wrong { wrong(&visit) } else { faults(&problem, visit.lang) };
            Ok(page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &Form { faults, ..visit.form(typed) }))
        }
        Err(problem) => Err(problem),
    }
}

/// Ends the session of this browser.
#[post("/dang-xuat")]
pub(crate) async fn leave(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    _: Sent,
) -> Result<HttpResponse, Problem> {
    if let Some(token) = cookie(&request, SESSION) {
        blocking(app, move |app| match in_a_browser(app, &token) {
            Ok((_, family)) => {
                let now = app.clock.now();
                Ok(app.store.write(move |db| sessions::end(db, family, now))?)
            }
            Err(Problem::SignIn) => Ok(()),
            Err(problem) => Err(problem),
        })
        .await?;
    }
    let mut response = see("/");
    let gone: Cookie<'_> = visit.cookie(SESSION, String::new(), "/");
    response.add_removal_cookie(&gone).map_err(|why| Problem::Fault(why.to_string()))?;
    Ok(response)
}

/// An address to go to, if it is one of this site: nobody is led elsewhere by a link to the sign-in page.
fn of_this_site(to: &str) -> Option<&str> {
    let stays =
        to.starts_with('/') && !to.starts_with("//") && !to.contains('\\') && !to.contains(char::is_control);
    stays.then_some(to)
}

fn ended(visit: &Visit) -> Fault {
    let text = visit.say(
        "Phiên làm việc đã kết thúc, nên nội dung vừa gửi chưa được ghi nhận. Hãy đăng nhập rồi nhập lại.",
        "The session had ended, so what you sent wasn't recorded. Sign in and enter it again.",
    );
    Fault { name: None, text: text.to_owned() }
}

fn wrong(visit: &Visit) -> Vec<Fault> {
    let text = visit.say(
        "Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản đã ngừng hoạt động.",
        "Wrong name or password, or the account isn't active.",
    );
    vec![Fault { name: Some("/username".to_owned()), text: text.to_owned() }]
}

fn page(visit: &Visit, status: StatusCode, form: &Form) -> HttpResponse {
    let frame = visit.frame(visit.say("Đăng nhập", "Sign in"));
    visit.show_form(
        status,
        &frame,
        form,
        &html! { h1 { (frame.title) } (form.to("/dang-nhap", &fields(visit, form))) },
    )
}

fn fields(visit: &Visit, form: &Form) -> Markup {
    html! {
        p.hint { (visit.say("Dành cho cán bộ, công chức. Người dân không cần tài khoản.", "For staff. Citizens need no account.")) }
        input type="hidden" name="toi" value=(form.typed.get("toi").unwrap_or_default());
        (Field::new(form, "/username", visit.say("Tên đăng nhập", "Name")).autocomplete("username").first().line())
        (Field::new(form, "/password", visit.say("Mật khẩu", "Password")).autocomplete("current-password").password())
        (button(visit.say("Đăng nhập", "Sign in")))
    }
}

#[cfg(test)]
mod tests {
    use super::of_this_site;

    #[test]
    fn a_link_to_the_sign_in_page_leads_nowhere_else() {
        assert_eq!(of_this_site("/duyet?x=1"), Some("/duyet?x=1"));
        for elsewhere in ["", "https://a.invalid", "//a.invalid", "/\\a.invalid", "duyet", "/\na"] {
            assert_eq!(of_this_site(elsewhere), None, "{elsewhere}");
        }
    }
}
