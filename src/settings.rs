//! How this installation is set up: one file, then the environment, then the command line.

use jiff::civil::Date;
use serde::Deserialize;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

/// What can be set. Every value has a default; `docs/operators.md` tells what each is for.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where the server listens.
    pub listen: IpAddr,
    pub port: u16,
    /// `postgres://…`; the store is SQLite in the data folder when this is empty.
    pub database: Option<String>,
    /// The key file; `husrom.key` in the data folder when empty.
    pub key: Option<PathBuf>,
    /// Cookies only over HTTPS (and localhost). Turn off only for trying things out.
    pub secure_cookies: bool,
    /// Proxies whose word about the client's address is taken.
    pub trusted_proxies: Vec<IpAddr>,
    /// The most that can be uploaded at once, in megabytes.
    pub upload_megabytes: u64,
    /// The largest document that can be handed in, in megabytes; never more than can be uploaded at once.
    pub document_megabytes: u64,
    /// How many days before somebody is expected from prison, hospital or the like that the work list speaks of them.
    pub expected_days: i32,
    /// A folder that the municipality's dispatch system empties: letters are handed over there, a PDF and a JSON
    /// file each.
    pub dispatch_folder: Option<PathBuf>,
    /// A folder with the municipality's own words for its letters, as `nb/vedtak-avslag.txt`.
    pub letter_templates: Option<PathBuf>,
    /// What is logged: `error`, `warn`, `info`, `debug`, or a filter such as `husrom=debug`.
    pub log: String,
    /// Logs as JSON, a line each.
    pub log_json: bool,
    /// The day it is, for trying out how things look on another day. Never set it in real use.
    pub today: Option<Date>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 8080,
            database: None,
            key: None,
            secure_cookies: true,
            trusted_proxies: Vec::new(),
            upload_megabytes: 50,
            document_megabytes: 20,
            expected_days: crate::office::expected::USUAL_DAYS,
            dispatch_folder: None,
            letter_templates: None,
            log: "info".to_owned(),
            log_json: false,
            today: None,
        }
    }
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadSetting {
    #[error("the settings file {path} cannot be read: {cause}")]
    Unreadable { path: PathBuf, cause: std::io::Error },
    #[error("the settings file {path} is not right: {cause}")]
    File { path: PathBuf, cause: String },
    #[error("the environment variable {name} is not right: {value:?} is not {wanted}")]
    Environment { name: &'static str, value: String, wanted: &'static str },
    #[error("the setting `upload_megabytes` must be between 1 and 1000, not {0}")]
    UploadSize(u64),
    #[error("the setting `document_megabytes` must be between 1 and 1000, not {0}")]
    DocumentSize(u64),
    #[error("the setting `expected_days` must be between 0 and 730, not {0}")]
    ExpectedDays(i32),
    #[error("the setting `database` must begin with postgres:// or postgresql://")]
    Database,
}

impl Settings {
    /// Reads `husrom.toml` (`file`, or the one in `data` when there is one) and the environment.
    ///
    /// # Errors
    /// A bad value is named, with where it stands.
    pub fn load(
        file: Option<&Path>,
        data: &Path,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, BadSetting> {
        let usual = data.join("husrom.toml");
        let mut settings = match file {
            Some(path) => Self::read(path)?,
            None if usual.exists() => Self::read(&usual)?,
            None => Self::default(),
        };
        settings.take_environment(environment)?;
        settings.check()?;
        Ok(settings)
    }

    fn read(path: &Path) -> Result<Self, BadSetting> {
        let text =
            std::fs::read_to_string(path).map_err(|cause| BadSetting::Unreadable { path: path.to_owned(), cause })?;
        toml::from_str(&text).map_err(|error| BadSetting::File { path: path.to_owned(), cause: error.to_string() })
    }

    fn take_environment(&mut self, environment: impl Fn(&str) -> Option<String>) -> Result<(), BadSetting> {
        fn take<T: std::str::FromStr>(
            into: &mut T,
            name: &'static str,
            wanted: &'static str,
            value: Option<String>,
        ) -> Result<(), BadSetting> {
            if let Some(value) = value {
                *into = value.parse().map_err(|_| BadSetting::Environment { name, value, wanted })?;
            }
            Ok(())
        }
        take(&mut self.listen, "HUSROM_LISTEN", "an IP address", environment("HUSROM_LISTEN"))?;
        take(&mut self.port, "HUSROM_PORT", "a port number", environment("HUSROM_PORT"))?;
        take(&mut self.log, "HUSROM_LOG", "a log filter", environment("HUSROM_LOG"))?;
        take(&mut self.log_json, "HUSROM_LOG_JSON", "true or false", environment("HUSROM_LOG_JSON"))?;
        take(&mut self.secure_cookies, "HUSROM_SECURE_COOKIES", "true or false", environment("HUSROM_SECURE_COOKIES"))?;
        if let Some(url) = environment("HUSROM_DATABASE") {
            self.database = Some(url);
        }
        if let Some(path) = environment("HUSROM_KEY") {
            self.key = Some(path.into());
        }
        if let Some(value) = environment("HUSROM_TODAY") {
            let wanted = "a day such as 2026-03-01";
            let day = value.parse().map_err(|_| BadSetting::Environment { name: "HUSROM_TODAY", value, wanted })?;
            self.today = Some(day);
        }
        Ok(())
    }

    fn check(&self) -> Result<(), BadSetting> {
        if !(1..=1000).contains(&self.upload_megabytes) {
            return Err(BadSetting::UploadSize(self.upload_megabytes));
        }
        if !(1..=1000).contains(&self.document_megabytes) {
            return Err(BadSetting::DocumentSize(self.document_megabytes));
        }
        if !(0..=730).contains(&self.expected_days) {
            return Err(BadSetting::ExpectedDays(self.expected_days));
        }
        let known = |url: &String| url.starts_with("postgres://") || url.starts_with("postgresql://");
        if self.database.as_ref().is_some_and(|url| !known(url)) {
            return Err(BadSetting::Database);
        }
        Ok(())
    }

    /// The address the server listens on.
    pub const fn address(&self) -> SocketAddr {
        SocketAddr::new(self.listen, self.port)
    }

    /// The clock these settings ask for.
    pub fn clock(&self) -> crate::clock::Clock {
        self.today.map_or_else(crate::clock::Clock::system, crate::clock::Clock::fixed)
    }
}
