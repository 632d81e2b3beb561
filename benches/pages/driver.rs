//! Many users at once, each asking for page after page over a connection that stays open.
//!
//! `pages-driver ADDRESS COOKIE USERS SECONDS RATE PATH…` measures each path twice: with the users
//! asking as fast as they are answered (how many pages a second), and with all of them together
//! asking RATE times a second (the median and 99th percentile in milliseconds, counted from when a
//! page should have been asked for, so that a slow answer does not hide the wait of the next).
#![expect(clippy::print_stdout, reason = "a program that tells what it measured")]
#![expect(clippy::float_arithmetic, reason = "times are shown in milliseconds with decimals")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

type Fallible<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> Fallible<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, cookie, users, seconds, rate, paths @ ..] = arguments.as_slice() else {
        return Err("usage: pages-driver ADDRESS COOKIE USERS SECONDS RATE PATH…".into());
    };
    let (users, seconds, rate): (u32, u64, u32) = (users.parse()?, seconds.parse()?, rate.parse()?);
    let crowd = Crowd { address, cookie, users, length: Duration::from_secs(seconds) };
    let every = Duration::from_secs(1) * users / rate;
    println!("{:40} {:>9} {:>9} {:>9} {:>7}", "page", "most/s", "p50 ms", "p99 ms", "kB");
    for path in paths {
        let size = User::new(address, cookie, path)?.ask()?;
        let flat_out = crowd.measure(path, Duration::ZERO)?;
        let paced = crowd.measure(path, every)?;
        let most = flat_out.len() as f64 / crowd.length.as_secs_f64();
        let (p50, p99) = (milliseconds(&paced, 50), milliseconds(&paced, 99));
        println!("{path:40} {most:9.0} {p50:9.2} {p99:9.2} {:7.1}", size as f64 / 1000.0);
    }
    Ok(())
}

/// The time that so many per cent of the pages took at the most.
fn milliseconds(sorted: &[Duration], per_cent: usize) -> f64 {
    sorted
        .get((sorted.len() * per_cent / 100).min(sorted.len().saturating_sub(1)))
        .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

struct Crowd<'a> {
    address: &'a str,
    cookie: &'a str,
    users: u32,
    length: Duration,
}

impl Crowd<'_> {
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
