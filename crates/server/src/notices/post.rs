//! The ways out, and how they are used.

use crate::config::{EmailBy, Notices, SmsBy};
use crate::keys::Keys;
use notify::quiet::QuietHours;
use notify::retry::Patience;
use notify::{
    Channel, FileTransport, Kannel, KannelSettings, Receipt, Script, Secret, Security, Smpp, SmppSettings,
    Smtp, SmtpSettings, Templates, Transport, read_email,
};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use time::macros::format_description;
use time::{Time, UtcOffset};

/// The ways out, and how they are used.
pub struct Post {
    sms: Option<Arc<dyn Transport>>,
    email: Option<Arc<dyn Transport>>,
    /// The texts.
    pub templates: Templates,
    /// When nobody is disturbed.
    pub quiet: QuietHours,
    /// How often it is tried.
    pub patience: Patience,
    /// How long a message is claimed for.
    pub lease: time::Duration,
}

impl Post {
    /// The ways out of this configuration. Texts that are broken are logged, and the built-in ones used.
    ///
    /// # Errors
    /// What is wrong with the configuration, in words.
    pub fn of(wanted: &Notices, keys: &Keys) -> Result<Self, String> {
        let lease = i64::try_from(wanted.lease_seconds).map_err(|_| "notices.lease_seconds is too long")?;
        if wanted.lease_seconds / 10 < wanted.timeout_seconds {
            return Err("notices.lease_seconds must be ten times notices.timeout_seconds or more".to_owned());
        }
        Ok(Self {
            sms: sms(wanted, keys)?,
            email: email(wanted)?,
            templates: templates(wanted),
            quiet: QuietHours {
                from: hour("notices.quiet_from", &wanted.quiet_from)?,
                until: hour("notices.quiet_until", &wanted.quiet_until)?,
                ..QuietHours::default()
            },
            patience: Patience::default(),
            lease: time::Duration::seconds(lease),
        })
    }

    /// The same with other ways out: for tests.
    #[must_use]
    pub fn through(self, sms: Option<Arc<dyn Transport>>, email: Option<Arc<dyn Transport>>) -> Self {
        Self { sms, email, ..self }
    }

    /// The way out of a channel; none where it isn't set up.
    pub fn way(&self, channel: Channel) -> Option<&Arc<dyn Transport>> {
        match channel {
            Channel::Sms => self.sms.as_ref(),
            Channel::Email => self.email.as_ref(),
        }
    }

    /// What has been reported of earlier messages since this was last asked.
    pub fn receipts(&self) -> Vec<Receipt> {
        self.sms.iter().flat_map(|way| way.receipts()).collect()
    }

    /// The same in the zone of an agency.
    pub fn quiet_in(&self, offset: UtcOffset) -> QuietHours {
        QuietHours { offset, ..self.quiet }
    }
}

fn templates(wanted: &Notices) -> Templates {
    let (texts, faults) = match wanted.texts.as_str() {
        "" => (Templates::built_in(), Vec::new()),
        folder => Templates::read(Path::new(folder)),
    };
    for fault in faults {
        tracing::error!(%fault, "a text is broken, the built-in one is used");
    }
    texts.in_script(if wanted.diacritics { Script::Diacritics } else { Script::Plain })
}

fn sms(wanted: &Notices, keys: &Keys) -> Result<Option<Arc<dyn Transport>>, String> {
    Ok(match wanted.sms {
        SmsBy::None => None,
        SmsBy::File => Some(Arc::new(FileTransport::new(&wanted.file))),
        SmsBy::Kannel => Some(Arc::new(Kannel::new(KannelSettings {
            url: wanted.kannel.url.clone(),
            username: wanted.kannel.username.clone(),
            password: password("notices.kannel.password_file", &wanted.kannel.password_file)?,
            from: wanted.kannel.from.clone(),
            reports_to: reports_to(&wanted.kannel.reports_to, keys),
            connect_timeout: Duration::from_secs(wanted.timeout_seconds),
            timeout: Duration::from_secs(wanted.timeout_seconds),
        }))),
        SmsBy::Smpp => {
            Some(Arc::new(Smpp::new(smpp(wanted)?).map_err(|why| format!("notices.smpp: {why}"))?))
        }
    })
}

fn smpp(wanted: &Notices) -> Result<SmppSettings, String> {
    let smpp = &wanted.smpp;
    let timeout = Duration::from_secs(wanted.timeout_seconds);
    Ok(SmppSettings {
        host: smpp.host.clone(),
        port: smpp.port,
        system_id: smpp.system_id.clone(),
        password: password("notices.smpp.password_file", &smpp.password_file)?,
        system_type: smpp.system_type.clone(),
        from: smpp.from.clone(),
        connect_timeout: timeout,
        timeout,
        enquire_after: Duration::from_secs(smpp.enquire_seconds),
        clock: UtcOffset::from_hms(smpp.clock_hours, 0, 0)
            .map_err(|_| "notices.smpp.clock_hours: no clock is that far ahead".to_owned())?,
    })
}

/// Where Kannel's reports come back to: the key in the address is what it must know.
fn reports_to(site: &str, keys: &Keys) -> Option<String> {
    let site = site.trim_end_matches('/');
    (!site.is_empty()).then(|| format!("{site}{}/reports/sms/{}", crate::routes::API, keys.report_key()))
}

fn email(wanted: &Notices) -> Result<Option<Arc<dyn Transport>>, String> {
    Ok(match wanted.email {
        EmailBy::None => None,
        EmailBy::File => Some(Arc::new(FileTransport::new(&wanted.file))),
        EmailBy::Smtp => {
            Some(Arc::new(Smtp::new(smtp(wanted)?).map_err(|why| format!("notices.smtp: {why}"))?))
        }
    })
}

fn smtp(wanted: &Notices) -> Result<SmtpSettings, String> {
    let smtp = &wanted.smtp;
    let secret = || password("notices.smtp.password_file", &smtp.password_file);
    Ok(SmtpSettings {
        host: smtp.host.clone(),
        port: smtp.port,
        security: security(&smtp.security)?,
        trusted: None,
        account: match smtp.username.as_str() {
            "" => None,
            user => Some((user.to_owned(), secret()?)),
        },
        from_name: smtp.from_name.clone(),
        from: read_email(&smtp.from).map_err(|why| format!("notices.smtp.from: {why}"))?,
        timeout: Duration::from_secs(wanted.timeout_seconds),
    })
}

fn security(named: &str) -> Result<Security, String> {
    Ok(match named {
        "none" => Security::None,
        "starttls-if-offered" => Security::StartTlsIfOffered,
        "starttls" => Security::StartTls,
        "tls" => Security::Tls,
        other => {
            return Err(format!(
                "notices.smtp.security: `{other}` is none of none, starttls-if-offered, starttls, tls"
            ));
        }
    })
}

fn password(key: &str, file: &str) -> Result<Secret, String> {
    let read = fs::read_to_string(file).map_err(|why| format!("{key}: {file}: {why}"))?;
    Ok(Secret::new(read.trim_end_matches(['\r', '\n'])))
}

fn hour(key: &str, text: &str) -> Result<Time, String> {
    Time::parse(text, format_description!("[hour]:[minute]"))
        .map_err(|_| format!("{key}: `{text}` isn't like 21:00"))
}

#[cfg(test)]
mod tests {
    use super::{Notices, Post, SmsBy};
    use crate::config::{Config, DEFAULTS};
    use crate::keys::Keys;
    use std::io::Write;

    /// The defaults, with SMS by SMPP and this password in its file.
    fn by_smpp(password: &str, change: impl FnOnce(&mut Notices)) -> Result<Post, String> {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        writeln!(file, "{password}").expect("room for it");
        let mut notices = toml::from_str::<Config>(DEFAULTS).expect("a whole configuration").notices;
        notices.sms = SmsBy::Smpp;
        notices.smpp.password_file = file.path().display().to_string();
        change(&mut notices);
        Post::of(&notices, &Keys::from_master(&[7; 32]))
    }

    #[test]
    fn sms_go_out_by_smpp_where_it_is_set_up() {
        let post = by_smpp("smpp-key", |notices| notices.smpp.system_id = "motcua".to_owned());
        let post = post.expect("a way out");
        assert!(post.way(notify::Channel::Sms).is_some() && post.way(notify::Channel::Email).is_none());
        assert_eq!(post.receipts(), []);
    }

    #[test]
    fn what_smpp_cannot_carry_is_refused_by_its_key_and_no_password_is_told() {
        let long = by_smpp("smpp-key-", |_| ()).err().expect("nine characters");
        assert!(long.starts_with("notices.smpp: password") && !long.contains("smpp-key-"), "{long}");
        let brand = by_smpp("smpp-key", |notices| notices.smpp.from = "TINHKHANHHOA".to_owned());
        assert!(brand.err().expect("twelve letters").starts_with("notices.smpp: from"));
        let clock = by_smpp("smpp-key", |notices| notices.smpp.clock_hours = 99);
        assert!(clock.err().expect("no such clock").starts_with("notices.smpp.clock_hours"));
    }
}
