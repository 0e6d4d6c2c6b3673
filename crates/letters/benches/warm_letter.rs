//! How long a letter takes: the first, those after it, each with another name and number, and a signature. Prints
//! `letter_milliseconds <what> <p50> <p95>`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use letters::sign::{Signing, SigningKey, sign};
use letters::{Fonts, Frame, Kind, Letter, Press, Templates, samples};

const LETTERS: usize = 300;

fn main() -> Result<(), Box<dyn Error>> {
    let press = Press::new(Templates::built_in(), Fonts::built_in());
    let mut last = Vec::new();
    tell("first", &mut [timed(|| press.print(&receipt(0), &frame(0), samples::AT))?.0]);
    let mut taken = Vec::with_capacity(LETTERS);
    for at in 1..=LETTERS {
        let (time, pdf) = timed(|| press.print(&receipt(at), &frame(at), samples::AT))?;
        taken.push(time);
        last = pdf;
    }
    tell("warm", &mut taken);
    let key = SigningKey::read(include_bytes!("../tests/keys/rsa.p12"), "mật-khẩu")?;
    let words = |word: &str| word.to_owned();
    let signing = Signing {
        name: words("Văn thư"),
        reason: words("Ban hành"),
        place: words("Nha Trang"),
        at: samples::AT,
    };
    let signatures = (0..LETTERS).map(|_| Ok(timed(|| sign(&last, &key, &signing))?.0));
    tell("signature", &mut signatures.collect::<Result<Vec<f64>, Box<dyn Error>>>()?);
    Ok(())
}

/// Milliseconds, and what came of it.
fn timed<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<(f64, T), E> {
    let begun = Instant::now();
    let made = black_box(work()?);
    Ok((begun.elapsed().as_secs_f64() * 1000.0, made))
}

fn tell(what: &str, taken: &mut [f64]) {
    taken.sort_by(f64::total_cmp);
    let part = |hundredths: usize| taken[(taken.len() - 1) * hundredths / 100];
    println!("letter_milliseconds {what} {:.1} {:.1}", part(50), part(95));
}

fn receipt(at: usize) -> Letter {
    match samples::letter(Kind::Receipt) {
        Letter::Receipt(mut receipt) => {
            receipt.dossier.number = format!("H32.17-261123-{at:04}");
            receipt.dossier.owner.name = format!("Công ty cổ phần Xây dựng số {at}");
            receipt.secret = Some(format!("PX7RWQ2M{at:04}"));
            Letter::Receipt(receipt)
        }
        other => other,
    }
}

fn frame(at: usize) -> Frame {
    let status_link =
        Some(format!("https://motcua.khanhhoa.example/tra-cuu/H32.17-261123-{at:04}?ma=PX7RWQ2M{at:04}"));
    Frame { number: Some(format!("{at}/TNHS")), status_link, ..samples::frame(Kind::Receipt) }
}
