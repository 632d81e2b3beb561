//! The municipality's own words for its letters: a folder with `nb` and `nn`, a text file for each letter that is
//! written otherwise.

use ::letters::{TemplateProblems, Templates};
use std::path::{Path, PathBuf};

/// Why the municipality's own words cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadWords {
    #[error("the folder of letter templates {path} cannot be read: {cause}")]
    Unreadable { path: PathBuf, cause: std::io::Error },
    /// A letter has lost what the law asks for, or names what it does not have.
    #[error(transparent)]
    Problems(#[from] TemplateProblems),
}

/// The templates with the municipality's own words in their places.
///
/// # Errors
/// Everything that is wrong with them; a template that loses a mandatory block is refused.
pub fn own_words(folder: &Path) -> Result<Templates, BadWords> {
    let mut files = Vec::new();
    for language in ["nb", "nn"] {
        let path = folder.join(language);
        if path.is_dir() {
            files.extend(texts(&path, language).map_err(|cause| BadWords::Unreadable { path, cause })?);
        }
    }
    if files.is_empty() {
        let cause = std::io::Error::other("it has no nb or nn folder with text files");
        return Err(BadWords::Unreadable { path: folder.to_owned(), cause });
    }
    Ok(Templates::changed_by(files)?)
}

/// The text files of one language, by the names the templates have: `nb/kvittering.txt`.
fn texts(folder: &Path, language: &str) -> std::io::Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            texts.push((format!("{language}/{name}"), std::fs::read_to_string(&path)?));
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_that_loses_what_the_law_asks_for_is_refused_with_its_name() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        assert!(own_words(folder.path()).is_err(), "an empty folder is a mistake");
        std::fs::create_dir(folder.path().join("nb")).expect("the folder is ours");
        let put =
            |text: &str| std::fs::write(folder.path().join("nb/kvittering.txt"), text).expect("the folder is ours");
        put("Vi har fått søknaden\n\n[mottatt]\nVi fikk den {mottatt_dato}.\n");
        let told = own_words(folder.path()).expect_err("the answer's day and the contact are gone").to_string();
        assert!(told.contains("kvittering.txt") && told.contains("svar"), "{told}");
    }
}
