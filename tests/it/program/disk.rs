use crate::app::{DAY, TestApp};
use crate::store::TestPlace;
use husrom::store::{journal, units};
use std::path::Path;
use std::process::Command;

/// A small disk of our own, when this machine lets us make one.
struct SmallDisk {
    place: tempfile::TempDir,
}

impl SmallDisk {
    fn mount() -> Option<Self> {
        let place = tempfile::tempdir().ok()?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"]).arg(place.path());
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        mounted.then_some(Self { place })
    }

    fn path(&self) -> &Path {
        self.place.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: the store's files are still open. A disk that stays is gone with the machine.
        let _ = Command::new("umount").arg("--lazy").arg(self.path()).output();
    }
}

#[test]
fn a_full_disk_is_said_calmly_and_nothing_is_half_saved() {
    let Some(disk) = SmallDisk::mount() else {
        return eprintln!("skipped: this machine does not let us make a small disk");
    };
    let folder = tempfile::tempdir_in(disk.path()).expect("there is room for a folder");
    let app = TestApp::in_place(TestPlace { folder, url: None }, DAY);
    let (administrator, auditor) = (app.administrator(), app.auditor());
    let filling = disk.path().join("filling");
    let _ = std::fs::write(&filling, vec![0_u8; 4 << 20]);

    let mut saved = 0;
    let full = (0..10_000).find_map(|number| {
        let page = administrator.post("/units", &[("name", &format!("Enhet {number}"))]);
        saved += usize::from(page.status == 303);
        (page.status != 303).then_some(page)
    });
    let full = full.expect("the disk gets full").expect(507);
    assert!(full.has("Disken er full") && full.has("Ingenting ble lagret"), "{full:?}");

    // A look that cannot be noted shows nothing.
    let unseen = (0..10_000).map(|_| auditor.get("/journal?thing=backup")).find(|page| page.status != 200);
    let unseen = unseen.expect("the disk is full").expect(507);
    assert!(!unseen.has("Ingen oppføringer"), "{unseen:?}");

    std::fs::remove_file(&filling).expect("somebody frees some space");
    administrator.post("/units", &[("name", "Etterpå")]).expect(303);
    let known = app.office().store().read(units::all).expect("the store works");
    assert_eq!(known.len(), saved + 1);
    assert_eq!(app.office().store().read(journal::verify).expect("the journal can be read").0, Vec::new());
}
