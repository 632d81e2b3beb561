//! What a browser calls itself, in words that people recognise their devices by.

use super::Frame;

/// Marks of browsers, the more telling first: most of them also claim to be those below.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Marks of systems, the more telling first: Android is a Linux, and an iPhone is like a Mac.
const SYSTEMS: [(&str, &str); 7] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "Chromebook"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// `Chrome på Windows`; an unknown browser is called that.
pub(super) fn named(frame: &Frame, client: &str) -> String {
    let of =
        |marks: &[(&str, &'static str)]| marks.iter().find(|(mark, _)| client.contains(mark)).map(|(_, name)| *name);
    let browser = of(&BROWSERS).map_or_else(|| frame.t("account-session-unknown"), str::to_owned);
    match of(&SYSTEMS) {
        Some(system) => frame.ta("account-session-on", &[("browser", &browser), ("system", system)]),
        None => browser,
    }
}

#[cfg(test)]
mod tests {
    use super::{BROWSERS, SYSTEMS};

    fn told(client: &str) -> [&'static str; 2] {
        let of = |marks: &[(&str, &'static str)]| {
            marks.iter().find(|(mark, _)| client.contains(mark)).map(|(_, name)| *name)
        };
        [of(&BROWSERS).unwrap_or_default(), of(&SYSTEMS).unwrap_or_default()]
    }

    #[test]
    fn a_browser_is_known_by_what_tells_it_apart() {
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36";
        assert_eq!(told(chrome), ["Chrome", "Windows"]);
        assert_eq!(told(&format!("{chrome} Edg/126.0")), ["Edge", "Windows"]);
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1";
        assert_eq!(told(phone), ["Safari", "iPhone"]);
        assert_eq!(
            told("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"),
            ["Firefox", "Linux"]
        );
        assert_eq!(told("curl/8.5.0"), ["", ""]);
    }
}
