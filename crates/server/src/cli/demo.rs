//! `motcua demo`: a sample province with an account per role and a dossier to try.

use super::{Outcome, say, serve, setup};
use crate::app::App;
use crate::config::{Config, EmailBy, Notices, SmsBy};
use crate::demo::{self, Sample};
use clap::Args;
use std::net::TcpListener;

#[derive(Args)]
pub(super) struct Demo {
    /// The port to listen on, at this machine's own address.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The database; an SQLite file of the demo's own by default.
    #[arg(long, default_value = "sqlite://var/demo.db")]
    database: String,
}

impl Demo {
    pub(super) fn run(self, mut config: Config) -> Outcome {
        config.server.listen = format!("127.0.0.1:{}", self.port);
        config.database.url = self.database;
        config.security.key_file = "var/demo.key".to_owned();
        config.letters.files = "var/demo-files".to_owned();
        config.files.folder = "var/demo-dossier-files".to_owned();
        into_a_file(&mut config.notices);
        config.log.format = crate::config::LogFormat::Text;
        setup::logging(&config)?;
        let listener = TcpListener::bind(&config.server.listen)
            .map_err(|why| format!("{}: {why}; choose another with --port", config.server.listen))?;
        let url = format!("http://{}", listener.local_addr()?);
        config.notices.site.clone_from(&url);
        let app = setup::app(config)?;
        let sample = demo::prepare(&app)?;
        introduce(&app, &sample, &url);
        serve::run(app, listener)
    }
}

/// What isn't set up to go elsewhere goes into a file, to be looked at.
fn into_a_file(notices: &mut Notices) {
    notices.file = "var/demo-notices.jsonl".to_owned();
    if notices.sms == SmsBy::None {
        notices.sms = SmsBy::File;
    }
    if notices.email == EmailBy::None {
        notices.email = EmailBy::File;
    }
}

fn introduce(app: &App, sample: &Sample, url: &str) {
    say(&format!(
        "Một cửa, tỉnh mẫu: {} thủ tục đang công bố, cơ sở dữ liệu {:?}",
        sample.procedures,
        app.store.kind()
    ));
    say("");
    say("Tài khoản (mật khẩu là motcua-demo-<tên>):");
    for account in demo::ACCOUNTS {
        say(&format!(
            "  {:<14} motcua-demo-{:<14} {} ({})",
            account.username, account.username, account.name, account.agency
        ));
    }
    say("");
    say(&format!("Hồ sơ để thử:   {}   mã tra cứu: {}", sample.code, sample.secret));
    say(&format!("  {url}/ho-so/{}?ma={}", sample.code, sample.secret));
    say(&format!("Chờ lãnh đạo duyệt hẹn lại:   {}   ({url}/api/v1/approvals)", sample.waiting));
    say(&format!(
        "Liên thông, công an và bảo hiểm đang giải quyết song song:   {}   ({url}/api/v1/dossiers/{})",
        sample.interlinked, sample.interlinked
    ));
    say(&format!("Tin nhắn, thư điện tử gửi đi: {}", app.config.notices.file));
    say(&format!("  {url}/api/docs"));
    say("");
    say(&format!("READY {url}"));
}
