//! The frame that every page stands in.

use crate::assets::{ICON, SCRIPT, STYLE};
use kernel::{Lang, Said};
use maud::{DOCTYPE, Markup, html};

/// What stands around a page.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// What the page is called: its heading, and before the site's name in the window's title.
    pub title: String,
    /// Whether something is wrong with what was typed: the window's title says so first.
    pub is_faulty: bool,
    /// Where one can go from here.
    pub places: Vec<Link>,
    /// Who is signed in.
    pub who: Option<String>,
    /// What ends the session, where there is one.
    pub leave: Option<Markup>,
    /// Where the page was reached from.
    pub back: Option<Link>,
    /// Whether it may be as wide as the window: for desks, not for reading.
    pub is_wide: bool,
}

/// Somewhere to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where.
    pub to: String,
    /// What it is called.
    pub text: String,
    /// Whether it is where one is.
    pub is_here: bool,
}

impl Link {
    /// A link.
    pub fn new(to: impl Into<String>, text: impl Into<String>) -> Self {
        Self { to: to.into(), text: text.into(), is_here: false }
    }
}

/// What the site is called.
const SITE: Said = Said { vi: "Một cửa điện tử", en: "One-stop counter" };

/// The whole document.
pub fn document(frame: &Frame, content: &Markup) -> Markup {
    let say = |vi, en| Said { vi, en }.to(frame.lang);
    let (code, site) = (if frame.lang == Lang::Vi { "vi" } else { "en" }, SITE.to(frame.lang));
    html! {
        (DOCTYPE)
        html lang=(code) {
            head {
                meta charset="utf-8";
                title {
                    @if frame.is_faulty { (say("Có lỗi: ", "Error: ")) }
                    (frame.title) " – " (site)
                }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="icon" type=(ICON.media_type) href=(ICON.address());
                link rel="stylesheet" href=(STYLE.address());
                script src=(SCRIPT.address()) defer {}
            }
            body.wide[frame.is_wide] {
                a.skip href="#noi-dung" { (say("Đến nội dung chính", "Skip to main content")) }
                header.top {
                    div.band {
                        a.site href="/" { (site) }
                        @if let Some(who) = &frame.who {
                            div.who { span { (who) } @if let Some(leave) = &frame.leave { (leave) } }
                        }
                    }
                    @if !frame.places.is_empty() {
                        nav.band aria-label=(say("Điều hướng chính", "Main navigation")) {
                            ul { @for place in &frame.places { li { (to_place(place)) } } }
                        }
                    }
                }
                @if let Some(back) = &frame.back {
                    nav.band.back aria-label=(say("Quay lại", "Back")) { a href=(back.to) { (back.text) } }
                }
                main #noi-dung tabindex="-1" { (content) }
                footer.band {
                    ul {
                        li { a href="/thu-tuc" { (say("Thủ tục hành chính", "Procedures")) } }
                        li { a href="/ho-so" { (say("Tra cứu hồ sơ", "Follow a dossier")) } }
                        li { a href="/kiem-tra" { (say("Kiểm tra giấy tờ", "Verify a paper")) } }
                        li { a href="/dang-nhap" { (say("Dành cho cán bộ", "For staff")) } }
                    }
                }
            }
        }
    }
}

fn to_place(place: &Link) -> Markup {
    html! { a href=(place.to) aria-current=[place.is_here.then_some("page")] { (place.text) } }
}
