//! Whose account the server runs under: PostgreSQL refuses to run as root.

use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

/// In this order, when we are root.
const STAND_INS: [&str; 2] = ["postgres", "nobody"];

/// Our own account or, when that is root's, another one's user and group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Account {
    Own,
    Other { user: u32, group: u32 },
}

impl Account {
    /// Chooses one.
    ///
    /// # Errors
    /// As root on a machine with neither a `postgres` nor a `nobody`.
    pub(crate) fn choose() -> Result<Self> {
        if !rustix::process::geteuid().is_root() {
            return Ok(Self::Own);
        }
        let passwd = fs::read_to_string("/etc/passwd").context("cannot read /etc/passwd")?;
        let found = STAND_INS.iter().find_map(|name| entry(&passwd, name));
        found.context(
            "PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody` to run it as",
        )
    }

    /// Makes this account the owner of a file or directory.
    pub(crate) fn own(self, path: &Path) -> Result<()> {
        match self {
            Self::Own => Ok(()),
            Self::Other { user, group } => chown(path, Some(user), Some(group))
                .with_context(|| format!("cannot give away {}", path.display())),
        }
    }

    /// Makes a command run under this account.
    pub(crate) fn run(self, command: &mut Command) {
        if let Self::Other { user, group } = self {
            command.uid(user).gid(group);
        }
    }
}

fn entry(passwd: &str, name: &str) -> Option<Account> {
    passwd.lines().find_map(|line| {
        let fields: Vec<&str> = line.split(':').collect();
        match fields[..] {
            [found, _, user, group, ..] if found == name => {
                Some(Account::Other { user: user.parse().ok()?, group: group.parse().ok()? })
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Account, entry};

    const PASSWD: &str =
        "root:x:0:0:root:/root:/bin/bash\nbroken\nnobody:x:65534:65533:nobody:/:/usr/sbin/nologin\n";

    #[test]
    fn a_user_is_found_by_the_whole_name() {
        assert_eq!(entry(PASSWD, "nobody"), Some(Account::Other { user: 65534, group: 65533 }));
        assert_eq!(entry(PASSWD, "body"), None);
        assert_eq!(entry(PASSWD, "postgres"), None);
    }
}
