//! Norwegian text made comparable: for search, for telling things apart, and for sorting.

/// The text as search and comparison see it: lower case, one space between words, accents gone.
/// `æ`, `ø` and `å` stay letters of their own, and their Swedish and German cousins join them.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.trim().chars().flat_map(char::to_lowercase) {
        if letter.is_whitespace() {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if letter == '\u{30a}' && folded.ends_with('a') {
            folded.pop();
            folded.push('å');
        } else if !is_combining_mark(letter) {
            push_without_accent(letter, &mut folded);
        }
    }
    folded
}

/// A key that sorts as a Norwegian list does when compared byte by byte: `æ ø å` last, `aa` as `å`,
/// `Berg, Siv` before `Berg Hansen, Ada`, and `Granlia 7` before `Granlia 10`.
pub fn sort_key(text: &str) -> String {
    let folded = fold(text).replace(", ", ",").replace("aa", "å");
    let mut key = String::with_capacity(folded.len() + 4);
    let mut rest = folded.as_str();
    while let Some(letter) = rest.chars().next() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            push_number(&rest[..digits], &mut key);
            rest = &rest[digits..];
            continue;
        }
        match letter {
            ',' => key.push(' '),
            ' ' | '-' => key.push('!'),
            'æ' => key.push('{'),
            'ø' => key.push('|'),
            'å' => key.push('}'),
            other => key.push(other),
        }
        rest = &rest[letter.len_utf8()..];
    }
    key
}

/// Numbers compare by size when their length comes first; a longer one than 35 digits is no number
/// anybody sorts by.
fn push_number(digits: &str, key: &mut String) {
    let significant = digits.trim_start_matches('0');
    let length = u32::try_from(significant.len()).map_or(35, |length| length.min(35));
    key.push(char::from_digit(length, 36).expect("at most 35"));
    key.push_str(significant);
}

fn is_combining_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn push_without_accent(letter: char, to: &mut String) {
    match letter {
        'á' | 'à' | 'â' | 'ã' | 'ā' | 'ă' | 'ą' => to.push('a'),
        'ä' => to.push('æ'),
        'ö' => to.push('ø'),
        'ç' | 'ć' | 'č' => to.push('c'),
        'đ' | 'ð' | 'ď' => to.push('d'),
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => to.push('e'),
        'ğ' | 'ģ' | 'ǧ' => to.push('g'),
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => to.push('i'),
        'ķ' | 'ǩ' => to.push('k'),
        'ł' | 'ļ' => to.push('l'),
        'ñ' | 'ń' | 'ň' | 'ŋ' => to.push('n'),
        'ó' | 'ò' | 'ô' | 'õ' | 'ō' | 'ő' => to.push('o'),
        'ř' => to.push('r'),
        'ś' | 'š' | 'ş' | 'ș' => to.push('s'),
        'ß' => to.push_str("ss"),
        'ť' | 'ţ' | 'ț' | 'ŧ' => to.push('t'),
        'þ' => to.push_str("th"),
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => to.push('u'),
        'ý' | 'ÿ' => to.push('y'),
        'ź' | 'ż' | 'ž' | 'ʒ' => to.push('z'),
        other => to.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_space_and_accents_do_not_tell_things_apart_but_letters_do() {
        assert_eq!(fold("  Nedre \u{a0} TORGGATE "), "nedre torggate");
        assert_eq!(fold("André Čáhppe Göran"), "andre cahppe gøran");
        assert_eq!(fold("A\u{30a}SE"), "åse");
        assert_ne!(fold("Øra"), fold("Ora"));
    }

    #[test]
    fn a_list_sorts_as_norwegians_expect() {
        let sorted = [
            "Berg, Siv",
            "Berg Hansen, Ada",
            "Bergan, Ola",
            "Granlia 7",
            "Granlia 7 B",
            "Granlia 10",
            "Zakarias",
            "Ærlig",
            "Ørn",
            "Aasen",
            "Åsvegen",
        ];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.sort_by_key(|text| sort_key(text));
        assert_eq!(shuffled, sorted);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn house_numbers_sort_by_size(one in 0_u32..100_000, other in 0_u32..100_000) {
            let keys = (sort_key(&format!("Granlia {one}")), sort_key(&format!("Granlia {other}")));
            prop_assert_eq!(keys.0.cmp(&keys.1), one.cmp(&other));
        }
    }
}
