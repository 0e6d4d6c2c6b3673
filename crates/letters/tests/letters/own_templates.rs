//! An office's own templates: tried at once, named with their fault, kept inside their folder.

use std::fs;

use letters::{Fault, Fonts, Kind, Press, Templates, samples};
use tempfile::TempDir;

use crate::poppler::{closed_up, letters_of};
use crate::sample;

const HEAD: &str = "#import \"frame.typ\": *\n#show: form.with(\"Phiếu riêng\")\n";

fn read(files: &[(&str, &str)]) -> (Templates, Vec<Fault>) {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("written");
    }
    Templates::read(folder.path())
}

fn refusal(templates: Templates) -> Vec<u8> {
    let press = Press::new(templates, Fonts::built_in());
    press
        .print(&samples::letter(Kind::Refusal), &samples::frame(Kind::Refusal), samples::AT)
        .expect("printed")
}

#[test]
fn a_template_of_the_office_takes_the_place_of_ours() {
    let (templates, faults) = read(&[("refusal.typ", &format!("{HEAD}Sở chúng tôi: #letter.ground"))]);
    assert_eq!(faults, []);
    let text = letters_of(&refusal(templates));
    assert!(text.contains(&closed_up("Sở chúng tôi: Công trình không phù hợp")), "{text}");
}

#[test]
fn a_template_may_use_a_picture_and_a_part_beside_it() {
    let logo = r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>"##;
    let own =
        format!("{HEAD}#import \"parts.typ\": hello\n#hello\n#image(\"logo.svg\", alt: \"Biểu trưng\")");
    let files = [("refusal.typ", own.as_str()), ("logo.svg", logo), ("parts.typ", "#let hello = [Xin chào]")];
    let (templates, faults) = read(&files);
    assert_eq!(faults, []);
    assert!(letters_of(&refusal(templates)).contains("Xinchào"));
}

#[test]
fn a_broken_template_is_named_with_its_line_and_ours_is_used() {
    let (templates, faults) = read(&[("refusal.typ", &format!("{HEAD}#letter.nothing-of-the-kind"))]);
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!((fault.file.as_str(), fault.line), ("refusal.typ", Some(3)));
    assert!(fault.to_string().starts_with("refusal.typ, dòng 3: "), "{fault}");
    assert!(fault.message.contains("nothing-of-the-kind"), "{fault}");
    assert_eq!(refusal(templates), sample(Kind::Refusal));
}

#[test]
fn a_broken_frame_is_named_and_the_other_templates_stay() {
    let own = format!("{HEAD}Vẫn dùng");
    let (templates, faults) = read(&[("frame.typ", "#let form = none"), ("refusal.typ", &own)]);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].file, "frame.typ");
    assert!(letters_of(&refusal(templates)).contains("Vẫndùng"));
}

#[test]
fn a_template_reaches_nothing_outside_its_folder() {
    for reaching in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../../../etc/passwd\")",
        "#image(\"/etc/hostname\")",
        "#import \"@preview/cetz:0.4.0\"",
        "#include \"https://example.org/x.typ\"",
        "#datetime.today().display()",
    ] {
        let (_, faults) = read(&[("refusal.typ", &format!("{HEAD}{reaching}"))]);
        assert_eq!(faults.len(), 1, "{reaching}");
        assert_eq!((faults[0].file.as_str(), faults[0].line), ("refusal.typ", Some(3)), "{reaching}");
    }
}

#[test]
fn a_template_that_never_ends_is_stopped() {
    let (_, faults) = read(&[("refusal.typ", &format!("{HEAD}#while true {{}}"))]);
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("apology.typ"), [0xff, 0xfe]).expect("written");
    fs::write(folder.path().join("large.png"), vec![0; 2 * 1024 * 1024]).expect("written");
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("link.txt")).expect("a link");
    let (_, faults) = Templates::read(folder.path());
    let named: Vec<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    assert_eq!(named, ["large.png", "link.txt", "apology.typ"]);
    let (_, faults) = Templates::read(&folder.path().join("nowhere"));
    assert_eq!(faults.len(), 1);
}
