//! Finds the fonts of the letters and hands them to the compiler, which puts them into the program.
//!
//! They are not ours, so they are not kept here: Debian has them. Norwegian, Ukrainian and Sami names
//! are set in Inter; names in Arabic and Ethiopic script in the Noto fonts.

use std::path::PathBuf;
use std::{env, fs, process};

/// `(file, Debian package, where Debian puts it)`.
const FONTS: [(&str, &str, &str); 6] = [
    ("Inter-Regular.otf", "fonts-inter", "/usr/share/fonts/opentype/inter"),
    ("Inter-SemiBold.otf", "fonts-inter", "/usr/share/fonts/opentype/inter"),
    ("NotoSansArabic-Regular.ttf", "fonts-noto-core", "/usr/share/fonts/truetype/noto"),
    ("NotoSansArabic-Bold.ttf", "fonts-noto-core", "/usr/share/fonts/truetype/noto"),
    ("NotoSansEthiopic-Regular.ttf", "fonts-noto-core", "/usr/share/fonts/truetype/noto"),
    ("NotoSansEthiopic-Bold.ttf", "fonts-noto-core", "/usr/share/fonts/truetype/noto"),
];

fn main() {
    println!("cargo::rerun-if-env-changed=HUSROM_FONTS");
    let elsewhere = env::var_os("HUSROM_FONTS").map(PathBuf::from);
    let mut list = String::from("[\n");
    let mut missing = Vec::new();
    for (file, package, debian) in FONTS {
        let path = elsewhere.clone().unwrap_or_else(|| debian.into()).join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        if !path.is_file() {
            missing.push(format!("{} (Debian package {package})", path.display()));
        }
        list += &format!("    include_bytes!({:?}),\n", path.display().to_string());
    }
    if !missing.is_empty() {
        for font in &missing {
            println!("cargo::error=the letters need a font that is not here: {font}");
        }
        println!(
            "cargo::error=run bin/build, which installs them; or: apt-get install fonts-inter fonts-noto-core; \
                  or name a folder that holds them in HUSROM_FONTS"
        );
        process::exit(1);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names it")).join("fonts.rs");
    fs::write(out, list + "]\n").expect("cargo made this folder for us");
}
