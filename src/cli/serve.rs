//! `husrom serve`: the pages, until told to stop.

use super::{Place, out};
use crate::settings::Settings;
use crate::store::settings::municipality_name;
use crate::web::{App, site};
use anyhow::Context as _;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// What can be said to `serve`.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The port to listen on
    #[arg(long)]
    port: Option<u16>,
}

/// So many pages are worked on at a time, and more wait in line: beyond this they cost memory and are no quicker.
const AT_WORK: usize = 24;

/// Serves the pages until SIGTERM or Ctrl+C; requests under way are finished first.
///
/// # Errors
/// When the store, the key or the port cannot be used.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut settings = arguments.place.settings()?;
    if let Some(port) = arguments.port {
        settings.port = port;
    }
    start_log(&settings)?;
    let office = arguments.place.office(&settings)?;
    office.store().tend_statistics()?;
    let municipality = office.store().read(municipality_name)?.unwrap_or_default();
    let app = App::new(Arc::new(office), settings.clone(), municipality);
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.enable_all().max_blocking_threads(AT_WORK).build().context("starting")?;
    runtime.block_on(serve(app, settings.address()))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(app: App, address: SocketAddr) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("listening on {address}; hint: choose another with --port"))?;
    out::talk(&format!("Husrom is at http://{}", listener.local_addr()?));
    let service = site(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await?;
    out::talk("Husrom has stopped.");
    Ok(())
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else {
            let _ = interrupted.await;
            return;
        };
        tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupted.await;
}

fn start_log(settings: &Settings) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&settings.log).context("the setting `log`")?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if settings.log_json {
        lines.json().init()
    } else {
        lines.init()
    }
    Ok(())
}
