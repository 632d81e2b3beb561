use super::files::many_homes;
use super::{command, husrom, register, stdout};
use husrom::store::{Store, StoreError, dwellings, imports, journal, tenancies};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often an import is killed.
const KILLED: u32 = 100;
const HOMES: u16 = 60;

/// Homes, lived-in homes, and imports on the register; the journal must be whole.
fn found(data: &Path) -> (usize, usize, usize) {
    let store = Store::open_folder(data, false).expect("the store opens");
    let found = store.read(|tx| {
        assert_eq!(journal::verify(tx)?.0, []);
        let homes = dwellings::ids_in_stock(tx)?;
        let mut lived_in = 0;
        for home in &homes {
            lived_in += usize::from(tenancies::lived_in(tx, home)?.is_some());
        }
        Ok::<_, StoreError>((homes.len(), lived_in, imports::newest(tx, 1_000)?.len()))
    });
    found.expect("the register can be read")
}

/// Killed at a hundred moments of its way, an import has happened whole or not at all; what it said
/// was done is done; and it can be tried again.
#[test]
fn killed_at_any_moment_an_import_is_whole_or_nothing() {
    let data = register();
    let file = data.path().join("boliger.csv");
    std::fs::write(&file, many_homes(HOMES)).expect("the file can be written");
    let file = file.display().to_string();
    let words = ["import", file.as_str()];
    let all = usize::from(HOMES);

    let rehearsal = register();
    let began = Instant::now();
    stdout(&husrom(rehearsal.path(), &words));
    let whole = began.elapsed();

    let (mut imports, mut acknowledged) = (0, 0);
    for round in 0..KILLED {
        let mut child =
            command(data.path(), &words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
        std::thread::sleep(whole * round / KILLED + Duration::from_micros(u64::from(round * 37 % 1_000)));
        let done = child.try_wait().expect("can be asked").is_some_and(|status| status.success());
        child.kill().expect("can be killed");
        child.wait().expect("ends");
        acknowledged += usize::from(done);
        let (homes, lived_in, kept) = found(data.path());
        assert!((homes, lived_in) == (0, 0) || (homes, lived_in) == (all, all), "round {round}: {homes}, {lived_in}");
        assert_eq!(homes > 0, kept > 0, "round {round}: the import and its homes go together");
        assert!(kept >= imports && kept >= acknowledged, "round {round}: what was done is not lost");
        imports = kept;
    }
    stdout(&husrom(data.path(), &words));
    assert_eq!(found(data.path()), (all, all, imports + 1));
}

/// A disk of 4 MB, in a name space of its own so that nothing else sees it.
#[test]
fn on_a_full_disk_an_import_says_so_calmly_and_leaves_nothing_half_done() {
    let place = tempfile::tempdir().expect("there is room for a folder");
    let file = place.path().join("boliger.csv");
    std::fs::write(&file, many_homes(4_000)).expect("the file can be written");
    let disk = place.path().join("disk");
    std::fs::create_dir(&disk).expect("there is room for a folder");
    let script = r#"mount -t tmpfs -o size=4m none "$DISK" || exit 77
        "$HUSROM" init --data "$DISK" >/dev/null 2>&1 || exit 78
        "$HUSROM" import "$FILE" --data "$DISK"; echo "exit $?"
        "$HUSROM" verify --data "$DISK"
        "$HUSROM" stats --json --data "$DISK""#;
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script])
        .envs([("DISK", disk.as_os_str()), ("FILE", file.as_os_str())])
        .env("HUSROM", env!("CARGO_BIN_EXE_husrom"))
        .output();
    let Ok(output) = output else { return eprintln!("skipped: no unshare here to make a small disk with") };
    if output.status.code() == Some(77) || output.stdout.is_empty() {
        return eprintln!("skipped: a small disk cannot be made here: {output:?}");
    }
    let (told, said) = (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
    assert!(told.contains("the disk is full: nothing was saved"), "{told}");
    assert!(said.contains("exit 1") && said.contains("the journal is whole"), "{said}");
    assert!(!told.contains("panicked"), "{told}");
    let figures = said.split_once('{').map(|(_, rest)| format!("{{{rest}")).unwrap_or_default();
    assert!(figures.contains("\"homes\": 0") || figures.contains("\"homes\":0"), "{said}");
}
