//! What a handed-in file is called.

use super::FileKind;

/// The longest name that is kept, in characters; every system takes it.
const LONGEST: usize = 120;

/// A name that is safe everywhere and tells the truth of what the file is: without folders, without characters that
/// are not seen or that turn the direction of reading, and with the ending of its content.
pub fn kept_name(name: &str, kind: FileKind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|letter| !is_unseen(*letter)).map(plain).collect();
    let seen = seen.trim_matches([' ', '.']);
    let (stem, ending) = match seen.rsplit_once('.') {
        Some((stem, ending)) if kind.endings().contains(&ending.to_lowercase().as_str()) => (stem, ending),
        Some(_) | None => (seen, kind.endings()[0]),
    };
    let stem: String = stem.chars().take(LONGEST - ending.len() - 1).collect();
    let stem = if stem.is_empty() { "dokument" } else { stem.trim_end() };
    format!("{stem}.{ending}")
}

/// Marks that steer how a text is read and show nothing: they can make `exe.pdf` of `fdp.exe`.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Characters that a system keeps for itself.
fn plain(letter: char) -> char {
    if matches!(letter, ':' | '*' | '?' | '"' | '<' | '>' | '|') { '-' } else { letter }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_folders_and_the_ending_of_its_content() {
        let kept = |name: &str| kept_name(name, FileKind::Jpeg);
        assert_eq!(kept("../../etc/lønnsslipp mars.JPEG"), "lønnsslipp mars.JPEG");
        assert_eq!(kept(r"C:\Users\kari\bilde.jpg"), "bilde.jpg");
        assert_eq!(kept("faktura.pdf"), "faktura.pdf.jpg");
        assert_eq!(kept("uten ending"), "uten ending.jpg");
        assert_eq!(kept("a<b>:c.jpg"), "a-b--c.jpg");
        assert_eq!(kept("رسالة.jpg"), "رسالة.jpg");
        for nothing in ["", ".", "..", " .jpg ", "/"] {
            assert!(["dokument.jpg", "jpg.jpg"].contains(&kept(nothing).as_str()), "{nothing:?}: {}", kept(nothing));
        }
    }

    #[test]
    fn what_turns_the_direction_of_reading_is_left_out() {
        assert_eq!(kept_name("lonn\u{202e}fdp.exe", FileKind::Pdf), "lonnfdp.exe.pdf");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let kept = kept_name(&format!("{}.pdf", "å".repeat(251)), FileKind::Pdf);
        assert_eq!(kept.chars().count(), LONGEST);
        assert!(kept.ends_with("å.pdf"));
    }
}
