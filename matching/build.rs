//! Marks the solver by its sources, so that an answer can be traced to the program that found it: the mark is the same
//! from a clone and from an archive, and another as soon as a line of the solver is.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let sources = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo says where the package is")).join("src");
    let mut files = Vec::new();
    gather(&sources, &mut files)?;
    files.sort();
    let mut mark = Fnv::new();
    for file in &files {
        let name = file.strip_prefix(&sources).expect("it was found there").to_string_lossy().replace('\\', "/");
        mark.add(name.as_bytes());
        mark.add(&fs::read(file)?);
    }
    println!("cargo::rustc-env=MATCHING_MARK={:016x}", mark.0);
    println!("cargo::rerun-if-changed=src");
    Ok(())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// FNV-1a, 64 bits: it tells sources apart, and is no seal.
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        // The length first, so that no two lists of files read alike.
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
