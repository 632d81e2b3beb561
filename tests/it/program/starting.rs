use super::{Server, husrom, init, run, said};
use husrom::store::Store;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

#[test]
fn the_first_start_asks_nothing_and_tells_what_to_do_next() {
    let data = folder();
    let made = run(husrom("init", data.path()).args(["--municipality", "Fjordvik"]));
    let told = said(&made);
    assert!(made.status.success() && told.contains("login: admin") && told.contains("hint: husrom serve"), "{told}");
    let again = run(&mut husrom("init", data.path()));
    assert!(!again.status.success() && said(&again).contains("there is a register already, for Fjordvik"));
    let verified = run(&mut husrom("verify", data.path()));
    assert!(verified.status.success() && said(&verified).contains("the journal is whole: 1 entries"));
}

#[test]
fn without_its_key_or_with_another_it_refuses_and_says_why() {
    let (data, other) = (folder(), folder());
    init(data.path());
    init(other.path());
    let key = data.path().join("husrom.key");
    let refused = |why: &str| {
        let tried = run(husrom("serve", data.path()).args(["--port", "0"]));
        let told = said(&tried);
        assert!(!tried.status.success() && told.contains(why) && told.contains("husrom.key"), "{told}");
    };
    std::fs::copy(other.path().join("husrom.key"), &key).expect("the folder is ours");
    refused("belongs to another installation");
    std::fs::write(&key, "not a key\n").expect("the folder is ours");
    refused("is not a Husrom key");
    std::fs::remove_file(&key).expect("the folder is ours");
    refused("is missing");
}

#[test]
fn a_setting_that_cannot_be_used_is_named() {
    let data = folder();
    init(data.path());
    let file = data.path().join("husrom.toml");
    for (text, named) in [
        ("prot = 8080", "prot"),
        ("port = \"åtti\"", "port"),
        ("upload_megabytes = 0", "upload_megabytes"),
        ("document_megabytes = 1001", "document_megabytes"),
        ("expected_days = -1", "expected_days"),
        ("database = \"mysql://nei\"", "database"),
        ("today = \"2026-02-31\"", "today"),
    ] {
        std::fs::write(&file, text).expect("the folder is ours");
        let tried = run(&mut husrom("verify", data.path()));
        assert!(!tried.status.success() && said(&tried).contains(named), "{text}: {}", said(&tried));
    }
    std::fs::remove_file(&file).expect("the folder is ours");
    let tried = run(husrom("verify", data.path()).env("HUSROM_PORT", "mange"));
    assert!(said(&tried).contains("HUSROM_PORT") && said(&tried).contains("mange"), "{}", said(&tried));
    let nowhere = run(&mut husrom("verify", &data.path().join("nothing-here")));
    assert!(!nowhere.status.success() && said(&nowhere).contains("husrom init"), "{}", said(&nowhere));
}

/// Asks for a page by hand, so that the answer can be waited for while the server is told to stop.
fn half_a_request(server: &Server) -> TcpStream {
    let host = server.address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a time limit");
    write!(stream, "GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n").expect("it listens");
    stream
}

#[test]
fn told_to_stop_it_finishes_what_is_under_way() {
    let data = folder();
    init(data.path());
    let mut server = Server::start(data.path());
    let mut under_way = half_a_request(&server);
    std::thread::sleep(Duration::from_millis(200));
    server.signal("-TERM");
    std::thread::sleep(Duration::from_millis(200));
    under_way.write_all(b"\r\n").expect("the server still listens to what it has begun");
    let mut answer = String::new();
    under_way.read_to_string(&mut answer).expect("the server answers");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok"), "{answer}");
    assert!(server.child.wait().expect("it ends").success(), "a stop that was asked for is no failure");
    Store::open_folder(data.path(), false).expect("the store is in order");
}

#[test]
fn a_backup_is_made_restored_and_verified_on_the_command_line() {
    let (data, new) = (folder(), folder());
    init(data.path());
    let file = data.path().join("backup.zip");
    let made = run(husrom("backup", data.path()).arg(&file));
    assert!(made.status.success() && said(&made).contains("The key is not in the backup"), "{}", said(&made));
    let restored = run(husrom("restore", new.path()).arg(&file));
    assert!(restored.status.success() && said(&restored).contains("hint: put your copy of the key"));
    let facts = |data: &std::path::Path| {
        let told = said(&run(&mut husrom("verify", data)));
        told.lines().find(|line| line.starts_with("the facts:")).expect("verify tells the mark").to_owned()
    };
    assert_eq!(facts(data.path()), facts(new.path()));
    let again = run(husrom("restore", new.path()).arg(&file));
    assert!(!again.status.success() && said(&again).contains("there is a register already"), "{}", said(&again));
}
