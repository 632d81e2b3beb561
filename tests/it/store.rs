//! The store on both engines: what one promises, the other keeps.

/// Carrying everything from engine to engine.
mod backup;
/// The chain of the journal, and what happens when somebody meddles with it.
mod chain;
/// Lists: every filter and order.
mod lists;
/// Looks that wait for their place in the chain.
mod looks;
/// Very many rows in one transaction.
mod many;
/// Tables that grow with the program.
mod migrations;
/// People and applications on both engines.
mod people;
/// Every statement in the source, prepared on both engines.
mod statements;
/// All or nothing, one after another.
mod transactions;

use husrom::office::{Office, accounts};
use husrom::secrets::Secrets;
use husrom::store::Store;
use std::sync::atomic::{AtomicU32, Ordering};

/// A place for a store, and the store in it.
pub struct TestStore {
    pub store: Store,
    pub place: TestPlace,
}

/// Where a store is: a folder, or a schema of its own in PostgreSQL.
pub struct TestPlace {
    pub folder: tempfile::TempDir,
    /// The address of the schema; `None` for SQLite.
    pub url: Option<String>,
}

impl TestPlace {
    pub fn sqlite() -> Self {
        Self { folder: tempfile::tempdir().expect("there is room for a folder"), url: None }
    }

    /// A new schema, when there is a PostgreSQL to test on.
    pub fn postgres() -> Option<Self> {
        static SCHEMAS: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("HUSROM_TEST_POSTGRES").ok()?;
        let schema = format!("test_{}_{}", std::process::id(), SCHEMAS.fetch_add(1, Ordering::Relaxed));
        let mut client = postgres::Client::connect(&server, postgres::NoTls).expect("PostgreSQL answers");
        client.batch_execute(&format!("CREATE SCHEMA {schema}")).expect("a schema can be made");
        let url = Some(format!("{server}?options=-c%20search_path%3D{schema}"));
        Some(Self { url, ..Self::sqlite() })
    }

    /// The same with its folder in memory, where the machine has such a place: for what is not about the disk.
    pub fn in_memory(self) -> Self {
        match tempfile::tempdir_in("/dev/shm") {
            Ok(folder) => Self { folder, ..self },
            Err(_) => self,
        }
    }

    /// Opens the store, as often as one likes.
    pub fn open(&self) -> Store {
        match &self.url {
            Some(url) => Store::open_postgres(url),
            None => Store::open_folder(self.folder.path(), true),
        }
        .expect("the store opens")
    }

    /// Makes the store as it was at an earlier step.
    pub fn make_at(&self, step: usize) -> Store {
        match &self.url {
            Some(url) => Store::make_postgres_at(url, step),
            None => Store::make_folder_at(self.folder.path(), step),
        }
        .expect("the store can be made")
    }

    /// Founds a municipality here and opens its office.
    pub fn office(&self) -> Office {
        let key = self.folder.path().join("husrom.key");
        let (store, clock) = (self.open(), husrom::clock::Clock::fixed(crate::app::DAY));
        let secrets = Secrets::create(&key).expect("a key can be made");
        accounts::found(&store, &secrets, clock, "Fjordvik").expect("the office can be founded");
        Office::open(store, secrets, &key, clock).expect("the office opens")
    }
}

/// Runs a test in a place of each engine; says so when there is no PostgreSQL.
pub fn each_place(test: impl Fn(TestPlace)) {
    test(TestPlace::sqlite());
    match TestPlace::postgres() {
        Some(place) => test(place),
        None => eprintln!("skipped on PostgreSQL: set HUSROM_TEST_POSTGRES, as bin/test does"),
    }
}

/// Runs a test on a founded, otherwise empty store of each engine.
pub fn each_engine(test: impl Fn(&TestStore)) {
    each_place(|place| {
        drop(place.office());
        test(&TestStore { store: place.open(), place });
    });
}
