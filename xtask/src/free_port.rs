//! A port that nobody listens on.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

/// A port of 127.0.0.1 that was free a moment ago. Somebody may take it before its user does: who needs to be sure
/// tries again with another.
pub(crate) fn find() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::find;
    use std::net::{Ipv4Addr, TcpListener};

    #[test]
    fn a_port_that_is_taken_is_not_found() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = find().expect("a free port");
        assert_ne!(port, taken.local_addr().expect("an address").port());
        assert!(port >= 1024);
    }
}
