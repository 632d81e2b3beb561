//! Says which command to run first when the pages' style and script have not been built.

fn main() {
    println!("cargo::rerun-if-changed=assets/dist");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=migrations");
    if !std::path::Path::new("assets/dist/husrom.css").exists() {
        println!(
            "cargo::error=assets/dist is missing: run `npm ci && npm run build` first (bin/build, bin/demo and bin/test do it)"
        );
    }
}
