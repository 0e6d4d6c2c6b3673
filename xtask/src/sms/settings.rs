//! How the private gateway is set up.

use std::path::Path;

use anyhow::Result;

use crate::free_port;

/// The ports on 127.0.0.1 that it uses.
pub(super) struct Ports {
    pub(super) admin: u16,
    between: u16,
    pub(super) sendsms: u16,
    pub(super) reports: u16,
    /// Where the operator's own gateway is; the test plays it.
    pub(super) operator: u16,
}

impl Ports {
    /// Ports that were free a moment ago.
    pub(super) fn find() -> Result<Self> {
        Ok(Self {
            admin: free_port::find()?,
            between: free_port::find()?,
            sendsms: free_port::find()?,
            reports: free_port::find()?,
            operator: free_port::find()?,
        })
    }
}

/// Kannel's configuration: an operator that is another gateway over HTTP, and one user.
pub(super) fn settings(dir: &Path, ports: &Ports) -> String {
    let Ports { admin, between, sendsms, reports, operator } = ports;
    let dir = dir.display();
    format!(
        r#"group = core
admin-port = {admin}
admin-interface = "127.0.0.1"
admin-password = admin
smsbox-port = {between}
smsbox-interface = "127.0.0.1"
box-allow-ip = "127.0.0.1"
log-file = "{dir}/bearerbox.log"
log-level = 1

group = smsc
smsc = http
system-type = kannel
smsc-id = operator
smsc-username = operator
smsc-password = operator
port = {reports}
connect-allow-ip = "127.0.0.1"
send-url = "http://127.0.0.1:{operator}/send"
dlr-url = "http://127.0.0.1:{reports}/?username=operator&password=operator"

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
sendsms-interface = "127.0.0.1"
log-file = "{dir}/smsbox.log"
log-level = 1

group = sendsms-user
username = motcua
password = sms-secret
concatenation = true
max-messages = 10
"#
    )
}

#[cfg(test)]
mod tests {
    use super::{Ports, settings};
    use std::path::Path;

    #[test]
    fn it_listens_nowhere_but_on_this_machine() {
        let ports = Ports { admin: 1, between: 2, sendsms: 3, reports: 4, operator: 5 };
        let lines = settings(Path::new("/tmp/x"), &ports);
        for interface in ["admin-interface", "smsbox-interface", "sendsms-interface"] {
            assert!(lines.contains(&format!("{interface} = \"127.0.0.1\"")), "{interface}");
        }
    }
}
