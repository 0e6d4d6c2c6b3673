//! How the private server is set up.

use std::env;
use std::path::{Path, PathBuf};

/// Whether what is committed has to outlive a power cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Durability {
    /// For tests: no fsync, so commits are cheap.
    Fleeting,
    /// For measuring: PostgreSQL's own defaults, so a commit costs what it costs in use.
    Durable,
}

impl Durability {
    /// Where the server's directory is made: for measuring, never in memory, as /tmp may be.
    pub(crate) fn parent_dir(self) -> PathBuf {
        match self {
            Self::Fleeting => env::temp_dir(),
            Self::Durable => PathBuf::from("/var/tmp"),
        }
    }
}

/// The lines added to `postgresql.conf`.
pub(crate) fn settings(socket_dir: &Path, port: u16, durability: Durability) -> String {
    let common = format!(
        "listen_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = '{}'\nmax_connections = 200\n",
        socket_dir.display()
    );
    match durability {
        Durability::Durable => common,
        Durability::Fleeting => common + "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n",
    }
}

#[cfg(test)]
mod tests {
    use super::{Durability, settings};
    use std::path::Path;

    #[test]
    fn only_a_fleeting_server_forgoes_fsync() {
        let lines = |durability| settings(Path::new("/tmp/x"), 5433, durability);
        assert!(lines(Durability::Fleeting).contains("fsync = off"));
        assert!(!lines(Durability::Durable).contains("fsync"));
    }

    #[test]
    fn it_listens_nowhere_but_on_this_machine() {
        let lines = settings(Path::new("/tmp/x"), 5433, Durability::Fleeting);
        assert!(lines.contains("listen_addresses = '127.0.0.1'\nport = 5433\n"));
        assert!(lines.contains("unix_socket_directories = '/tmp/x'\n"));
    }
}
