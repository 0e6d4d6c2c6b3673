//! The QR code opens what it should.

use letters::{Frame, Kind, Letter, Paper, samples};

use crate::poppler::ask;
use crate::printed;

/// The text of every QR code on the first page, as a camera would see it.
fn codes(letter: &Letter, frame: &Frame) -> Vec<String> {
    let picture = ask("pdftoppm", &["-gray", "-r", "300", "-singlefile"], &printed(letter, frame), &[]);
    let (width, height, dots) = dots(&picture).expect("a grey picture");
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| dots[y * width + x]);
    picture.detect_grids().iter().map(|grid| grid.decode().expect("a code").1).collect()
}

/// Width, height and dots of a binary PGM.
fn dots(picture: &[u8]) -> Option<(usize, usize, &[u8])> {
    let mut parts = picture.splitn(4, u8::is_ascii_whitespace);
    let number = |part: Option<&[u8]>| std::str::from_utf8(part?).ok()?.parse().ok();
    let (magic, width, height) = (parts.next()?, number(parts.next())?, number(parts.next())?);
    let dots = parts.next()?.strip_prefix(b"255\n")?;
    (magic == b"P5").then_some((width, height, dots))
}

#[test]
fn the_code_holds_the_status_link_on_both_papers() {
    for paper in [Paper::A4, Paper::A5] {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Register) {
            let frame = Frame { paper, ..samples::frame(kind) };
            assert_eq!(codes(&samples::letter(kind), &frame), Vec::from_iter(frame.status_link), "{kind}");
        }
    }
}

#[test]
fn without_a_link_or_with_one_too_long_there_is_no_code() {
    for status_link in [None, Some(format!("https://motcua.example/{}", "x".repeat(3000)))] {
        let frame = Frame { status_link, ..samples::frame(Kind::Receipt) };
        assert_eq!(codes(&samples::letter(Kind::Receipt), &frame), Vec::<String>::new());
    }
}
