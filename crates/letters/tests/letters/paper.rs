//! Paper, pages, and tables that run over them.

use letters::{Frame, Kind, Paper, samples};

use crate::poppler::{ask, closed_up, letters_of, opinion};
use crate::{printed, sample};

fn size(pdf: &[u8]) -> String {
    let about = opinion("pdfinfo", pdf);
    let line = about.lines().find_map(|line| line.strip_prefix("Page size:")).expect("a size");
    line.trim().to_owned()
}

fn pages(pdf: &[u8]) -> usize {
    let about = opinion("pdfinfo", pdf);
    let line = about.lines().find_map(|line| line.strip_prefix("Pages:")).expect("pages");
    line.trim().parse().expect("a number")
}

fn small(kind: Kind) -> Vec<u8> {
    printed(&samples::letter(kind), &Frame { paper: Paper::A5, ..samples::frame(kind) })
}

#[test]
fn letters_are_a4_or_a5_and_the_register_lies_across() {
    for kind in Kind::ALL {
        let (large, small) = match kind {
            Kind::Register => ("841.89 x 595.276 pts (A4)", "841.89 x 595.276 pts (A4)"),
            _ => ("595.276 x 841.89 pts (A4)", "419.528 x 595.276 pts"),
        };
        assert_eq!(size(&sample(kind)), large, "{kind}");
        assert_eq!(size(&self::small(kind)), small, "{kind}");
    }
}

#[test]
fn an_ordinary_letter_is_one_page() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Register) {
        assert_eq!(pages(&sample(kind)), 1, "{kind}");
        assert!(pages(&small(kind)) == 1 || kind == Kind::Receipt, "{kind}");
    }
}

#[test]
fn a_receipt_of_111_components_has_them_all_and_its_header_row_on_each_page() {
    let pdf = printed(&samples::long_receipt(111), &samples::frame(Kind::Receipt));
    let read = letters_of(&pdf);
    for at in 1..=111 {
        assert!(read.contains(&closed_up(&format!("nhà thầu thứ {at}, kèm"))), "component {at}");
    }
    let pages = pages(&pdf);
    assert!(pages > 4, "{pages} pages");
    for page in 1..=pages {
        let page_text = text_of(&pdf, page);
        let has_rows = page_text.contains(&closed_up("Hồ sơ năng lực"));
        assert_eq!(page_text.contains(&closed_up("Tên giấy tờ")), has_rows, "page {page}");
        assert_eq!(page_text.starts_with(&page.to_string()), page > 1, "page {page}: {page_text}");
    }
}

fn text_of(pdf: &[u8], page: usize) -> String {
    let page = page.to_string();
    let text = ask("pdftotext", &["-f", &page, "-l", &page], pdf, &["-"]);
    closed_up(&String::from_utf8(text).expect("UTF-8"))
}
