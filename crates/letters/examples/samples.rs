//! Prints a sample of each letter into a folder: `cargo run -p letters --example samples -- FOLDER [TEMPLATES]`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use letters::{Fonts, Frame, Kind, Letter, Paper, Press, Templates, samples};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let folder = arguments.next().ok_or("which folder?")?;
    let (templates, faults) =
        arguments.next().map_or_else(|| (Templates::built_in(), Vec::new()), |own| Templates::read(&own));
    if let Some(fault) = faults.first() {
        return Err(fault.to_string().into());
    }
    fs::create_dir_all(&folder)?;
    let press = Press::new(templates, Fonts::from_folder(Path::new("/usr/share/fonts")));
    for kind in Kind::ALL {
        print(&press, &samples::letter(kind), &samples::frame(kind), &folder.join(format!("{kind}.pdf")))?;
        let small = Frame { paper: Paper::A5, ..samples::frame(kind) };
        print(&press, &samples::letter(kind), &small, &folder.join(format!("{kind}-a5.pdf")))?;
    }
    let long = samples::long_receipt(111);
    print(&press, &long, &samples::frame(Kind::Receipt), &folder.join("receipt-long.pdf"))
}

fn print(press: &Press, letter: &Letter, frame: &Frame, file: &Path) -> Result<(), Box<dyn Error>> {
    fs::write(file, press.print(letter, frame, samples::AT)?)?;
    Ok(())
}
