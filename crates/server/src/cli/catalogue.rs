//! `motcua catalog import`, `motcua calendar check`, `motcua calendar import`.

use super::{Outcome, calendar, say, setup};
use crate::app::App;
use crate::config::Config;
use crate::http::Problem;
use crate::import::{Judged, Line, NOMINAL_DAY, Outcome as Became};
use crate::office::{self, Keeper, calendars, procedures};
use crate::worker::recounts::{self, Touched};
use ::calendar::{CalendarData, english_moment};
use catalog::adoption::Adoption;
use catalog::files::{self, Format};
use catalog::{Draft, portal};
use clap::Subcommand;
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Catalog {
    /// Take agencies or procedures in: the project's own TOML or JSON, or a JSON array in the national portal's shape.
    Import {
        /// The file.
        file: PathBuf,
        /// What the province adds to procedures it imports: counters, grounds of refusal, simplification review.
        #[arg(long)]
        adoption: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub(super) enum Calendars {
    /// Reads questions (JSON Lines) on standard input and answers what the calendar makes of them.
    Check {
        /// The calendar's file.
        file: PathBuf,
    },
    /// Take a calendar in, as a new version where it says something new, and count anew the open appointments that it
    /// touches: later only, never earlier.
    Import {
        /// The calendar's file.
        file: PathBuf,
        /// Only list the appointments it would touch; nothing is changed.
        #[arg(long)]
        dry_run: bool,
    },
}

/// What a catalogue file holds.
enum Contents {
    Agencies(Vec<catalog::Agency>),
    Procedures(Vec<(Draft, Vec<String>)>),
}

impl Catalog {
    pub(super) fn run(self, config: &Config) -> Outcome {
        let Catalog::Import { file, adoption } = self;
        let adoption = adoption.map(|file| read_adoption(&file)).transpose()?;
        let contents = read(&file).map_err(|why| format!("{}: {why}", file.display()))?;
        let app = setup::app(config.clone())?;
        match contents {
            Contents::Agencies(agencies) => {
                let count = agencies.len();
                let touched = office::agencies::take_in(&app, &Keeper::default(), agencies)?;
                say(&format!("{count} agencies"));
                touched.iter().for_each(counted_anew);
            }
            Contents::Procedures(drafts) => report(&taken_in(&app, drafts, adoption.as_ref())?),
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Takes each procedure in after `adoption` has added what the province adds: whole, or not at all.
fn taken_in(
    app: &App,
    drafts: Vec<(Draft, Vec<String>)>,
    adoption: Option<&Adoption>,
) -> Result<Vec<Line>, Problem> {
    let taken = drafts.into_iter().map(|(mut draft, remarks)| {
        if let Some(adoption) = adoption {
            adoption.take_up(&mut draft, NOMINAL_DAY);
        }
        let (code, name) = (draft.code.clone(), draft.name.clone());
        let judged = procedures::tried(app, vec![draft.clone()])?;
        let outcome = judged.first().map(Judged::outcome).ok_or(Problem::NotFound)?;
        procedures::take_in(app, &Keeper::default(), vec![draft])?;
        Ok(Line { code, name, outcome, remarks })
    });
    taken.collect()
}

fn counted_anew(one: &Touched) {
    say(&format!("  {}  {} -> {}", one.code, english_moment(one.from), english_moment(one.to)));
}

impl Calendars {
    pub(super) fn run(self, config: impl FnOnce() -> Result<Config, Box<figment::Error>>) -> Outcome {
        match self {
            Calendars::Check { file } => {
                calendar::check(&file, io::stdin().lock(), io::stdout().lock())?;
            }
            Calendars::Import { file, dry_run } => {
                let data = calendar::load(&file)?.data().clone();
                import_calendar(&setup::app(config()?)?, data, dry_run)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn import_calendar(app: &App, data: CalendarData, dry_run: bool) -> Result<(), Problem> {
    let code = data.code.clone();
    let touched = if dry_run {
        let touched = recounts::touched(app, data)?;
        say(&format!("calendar {code} would touch {} appointments", touched.len()));
        touched
    } else {
        let (version, touched) = calendars::take_in(app, &Keeper::default(), data)?;
        say(&format!("calendar {code}, version {version}; {} appointments counted anew", touched.len()));
        touched
    };
    touched.iter().for_each(counted_anew);
    Ok(())
}

fn report(lines: &[Line]) {
    for line in lines {
        say(&line.to_string());
    }
    let drafts = lines.iter().filter(|line| matches!(line.outcome, Became::Draft(_))).count();
    say(&format!("{} procedures: {} published, {drafts} left drafts", lines.len(), lines.len() - drafts));
}

fn format_of(file: &Path) -> Format {
    if file.extension().is_some_and(|extension| extension == "json") { Format::Json } else { Format::Toml }
}

fn read_adoption(file: &Path) -> Result<Adoption, Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|why| format!("{}: {why}", file.display()))?;
    files::adoption(&text, format_of(file)).map_err(|why| format!("{}: {why}", file.display()).into())
}

/// An array is the portal's shape; a file that lists agencies lists no procedures.
fn read(file: &Path) -> Result<Contents, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let format = format_of(file);
    if format == Format::Json && text.trim_start().starts_with('[') {
        let read = portal::read(&text)?;
        return Ok(Contents::Procedures(read.into_iter().map(|from| (from.draft, from.remarks)).collect()));
    }
    if let Ok(agencies) = files::agencies(&text, format) {
        return Ok(Contents::Agencies(agencies));
    }
    let drafts = files::procedures(&text, format)?;
    Ok(Contents::Procedures(drafts.into_iter().map(|draft| (draft, Vec::new())).collect()))
}
