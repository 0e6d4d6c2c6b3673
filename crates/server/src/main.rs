//! The command line's entrance.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::main()
}
