//! Many users at once, each asking for page after page over a connection that stays open.
//!
//! `pages-driver load ADDRESS COOKIE USERS SECONDS RATE PATH…` measures each path three times: with one
//! user alone (the median), with the users asking as fast as they are answered (how many pages a
//! second), and with all of them together asking RATE times a second (the median and 99th percentile,
//! counted from when a page should have been asked for, so that a slow answer does not hide the wait
//! of the next). A line for each path: path, median alone in microseconds, pages a second, median and
//! 99th percentile in microseconds, bytes.
//!
//! `pages-driver ask ADDRESS COOKIE TIMES PATH` asks for one page so many times, one after another.
#![expect(clippy::print_stdout, reason = "a program that tells what it measured")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

type Fallible<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> Fallible<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["load", address, cookie, users, seconds, rate, paths @ ..] => {
            let (users, length) = (users.parse()?, Duration::from_secs(seconds.parse()?));
            let crowd = Crowd { address, cookie, users, length };
            paths.iter().try_for_each(|path| crowd.load(path, Duration::from_secs(1) * users / rate.parse::<u32>()?))
        }
        ["ask", address, cookie, times, path] => {
            alone(address, cookie, path, times.parse()?)?;
            Ok(())
        }
        _ => {
            Err("usage: pages-driver load ADDRESS COOKIE USERS SECONDS RATE PATH… | ask ADDRESS COOKIE TIMES PATH"
                .into())
        }
    }
}

/// How often one user alone asks for a page.
const ALONE: usize = 60;

/// One user asking again and again: the median time, and the size of the page.
fn alone(address: &str, cookie: &str, path: &str, times: usize) -> Fallible<(u128, usize)> {
    let mut user = User::new(address, cookie, path)?;
    let (mut took, mut size) = (Vec::new(), 0);
    for _ in 0..times {
        let asked = Instant::now();
        size = user.ask().map_err(|error| format!("{path}: {error}"))?;
        took.push(asked.elapsed());
    }
    took.sort_unstable();
    Ok((percentile(&took, 50), size))
}

/// The microseconds that so many per cent of the pages took at the most.
fn percentile(sorted: &[Duration], per_cent: usize) -> u128 {
    let at = (sorted.len() * per_cent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0, Duration::as_micros)
}

struct Crowd<'a> {
    address: &'a str,
    cookie: &'a str,
    users: u32,
    length: Duration,
}

impl Crowd<'_> {
    fn load(&self, path: &str, every: Duration) -> Fallible<()> {
        // The first asks warm up: what is counted once until the next change is counted then.
        alone(self.address, self.cookie, path, 3)?;
        let (median, size) = alone(self.address, self.cookie, path, ALONE)?;
        let most = self.measure(path, Duration::ZERO)?.len() / usize::try_from(self.length.as_secs())?.max(1);
        let paced = self.measure(path, every)?;
        println!("{path}\t{median}\t{most}\t{}\t{}\t{size}", percentile(&paced, 50), percentile(&paced, 99));
        Ok(())
    }

    /// How long each page took, sorted, when every user asks once in `every` or, at zero, at once again.
    fn measure(&self, path: &str, every: Duration) -> Fallible<Vec<Duration>> {
        let began = Instant::now();
        let times = std::thread::scope(|scope| {
            let ask = |user| scope.spawn(move || self.pages(path, began + every * user / self.users, every));
            let users: Vec<_> = (0..self.users).map(ask).collect();
            let gone = |_| Err("a user gave up".into());
            users.into_iter().map(|user| user.join().unwrap_or_else(gone)).collect::<Fallible<Vec<_>>>()
        });
        let mut times: Vec<Duration> = times?.into_iter().flatten().collect();
        times.sort_unstable();
        Ok(times)
    }

    fn pages(&self, path: &str, first: Instant, every: Duration) -> Fallible<Vec<Duration>> {
        let mut user = User::new(self.address, self.cookie, path)?;
        let (mut times, mut due) = (Vec::new(), first);
        while first.elapsed() < self.length {
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            let asked = if every.is_zero() { Instant::now() } else { due };
            user.ask()?;
            times.push(asked.elapsed());
            due += every;
        }
        Ok(times)
    }
}

struct User {
    connection: BufReader<TcpStream>,
    request: String,
}

impl User {
    fn new(address: &str, cookie: &str, path: &str) -> Fallible<Self> {
        let connection = TcpStream::connect(address)?;
        connection.set_nodelay(true)?;
        let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\n\r\n");
        Ok(Self { connection: BufReader::with_capacity(1 << 16, connection), request })
    }

    /// Asks for the page once; the answer is its size in bytes.
    fn ask(&mut self) -> Fallible<usize> {
        self.connection.get_mut().write_all(self.request.as_bytes())?;
        let mut length = None;
        let mut line = String::new();
        self.connection.read_line(&mut line)?;
        if !line.starts_with("HTTP/1.1 200") {
            return Err(format!("answered {}", line.trim()).into());
        }
        loop {
            line.clear();
            self.connection.read_line(&mut line)?;
            let header = line.trim_end().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length:") {
                length = Some(value.trim().parse::<usize>()?);
            }
        }
        let mut body = vec![0; length.ok_or("the page has no length")?];
        self.connection.read_exact(&mut body)?;
        Ok(body.len())
    }
}
