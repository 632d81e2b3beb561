use super::{check, files};

/// The strict Content-Security-Policy would silently drop these, so they must not be written.
#[test]
fn templates_have_no_inline_style_or_script() {
    let inline = |line: &str| {
        let tag = line.to_lowercase();
        tag.contains(" style=")
            || tag.contains("<style")
            || tag.contains("javascript:")
            || (tag.contains("<script") && !tag.contains(" src="))
            || tag.split_whitespace().any(is_event_attribute)
    };
    let mut found = Vec::new();
    for template in files("templates", &[".html", ".svg"]) {
        found.extend(template.lines().filter(|(_, line)| inline(line)).map(|(place, _)| place));
    }
    check(
        found,
        "Use a class and assets/*.css, or a data- attribute and the page script: inline is refused by our CSP.",
    );
}

/// `onclick="…"` and its kin.
fn is_event_attribute(word: &str) -> bool {
    let Some((name, _)) = word.split_once("=\"") else { return false };
    name.strip_prefix("on").is_some_and(|event| !event.is_empty() && event.bytes().all(|b| b.is_ascii_lowercase()))
}
