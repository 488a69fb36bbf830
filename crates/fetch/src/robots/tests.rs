//! `robots.txt`: the cases of RFC 9309, and a comparison with another reader on made-up files.

use super::*;
use proptest::prelude::*;

fn allows(file: &str, path: &str) -> bool {
    Robots::read(TOKEN, file.as_bytes()).allows(path)
}

#[test]
fn our_group_counts_before_that_of_all() {
    let file = "User-agent: *\nDisallow: /\n\nUser-agent: daumoi\nDisallow: /kin\n";
    assert!(allows(file, "/tin") && !allows(file, "/kin/1"));
    assert!(!allows("User-agent: *\nDisallow: /\n", "/tin"));
    assert!(allows("User-agent: khac\nDisallow: /\n", "/tin"));
    assert!(allows("User-agent: DauMoi\n\nUser-agent: *\nDisallow: /a\n", "/b"));
}

#[test]
fn several_names_open_one_group_and_groups_of_one_name_join() {
    let file = "User-agent: a\nUser-agent: DauMoi/2.0\nDisallow: /x\nUser-agent: b\nDisallow: /y\nuser-agent:DAUMOI\ndisallow:/z";
    for (path, open) in [("/x", false), ("/y", true), ("/z", false), ("/", true)] {
        assert_eq!(allows(file, path), open, "{path}");
    }
}

#[test]
fn the_longest_rule_decides_and_of_two_the_kinder() {
    for (rules, path, open) in [
        ("Allow: /p\nDisallow: /", "/page", true),
        ("Allow: /folder\nDisallow: /folder", "/folder/page", true),
        ("Allow: /page\nDisallow: /*.htm", "/page.htm", false),
        ("Allow: /$\nDisallow: /", "/", true),
        ("Allow: /$\nDisallow: /", "/page.htm", false),
        ("Disallow: /fish*.php", "/fish/salmon.php", false),
        ("Disallow: /fish*.php", "/Fish.PHP", true),
        ("Disallow: /*.php$", "/a.php", false),
        ("Disallow: /*.php$", "/a.php?x=1", true),
        ("Disallow: /*.php$", "/a.php.php", false),
        ("Disallow: *.gif$", "/a/b.gif", false),
        ("Disallow:", "/", true),
        ("Disallow: /a*b*c$", "/aXbXbcc", false),
        ("Disallow: /tin-t%e1%bb%a9c", "/tin-t%E1%BB%A9c/1", false),
        ("Disallow: /tin-tức", "/tin-t%E1%BB%A9c/1", false),
        ("Disallow: /%7Eai", "/~ai/x", false),
        ("Disallow: /a%2Fb", "/a/b", true),
        ("Disallow: /", "/robots.txt", true),
        ("Disallow: /x # because", "/x", false),
        ("Disallow: x", "/x", true),
    ] {
        assert_eq!(allows(&format!("User-agent: *\n{rules}\n"), path), open, "{rules} {path}");
    }
}

#[test]
fn the_pause_is_read_and_bounded() {
    let delay =
        |text: &str| Robots::read(TOKEN, format!("User-agent: *\nCrawl-delay: {text}\n").as_bytes()).delay();
    assert_eq!(delay("10"), Some(Duration::from_secs(10)));
    assert_eq!(delay("0.5"), Some(Duration::from_millis(500)));
    assert_eq!(delay("1e300"), Some(Duration::from_secs(24 * 3600)));
    for bad in ["-1", "NaN", "inf", "mười", ""] {
        assert_eq!(delay(bad), None, "{bad}");
    }
}

#[test]
fn what_is_not_such_a_file_says_nothing() {
    for file in [&b"<!DOCTYPE html><p>404: not here</p>"[..], &[0xff, 0xfe, 0, 1, 2][..], b"", b":::\n:\n"] {
        assert_eq!(Robots::read(TOKEN, file), Robots::default());
    }
    // A byte order mark, old line ends and blanks are what people's editors do.
    assert!(!allows("\u{feff}User-Agent : *\r\nDisallow : /\r\n", "/x"));
}

#[test]
fn a_monstrous_file_is_read_in_part_and_at_once() {
    let file = format!("User-agent: *\n{}", "Disallow: /*a*a*a*a*a*a*a*a*b\n".repeat(40_000));
    let read = Robots::read(TOKEN, file.as_bytes());
    assert_eq!(read.rules.len(), MOST_RULES);
    assert!(read.allows(&"/a".repeat(200)));
}

proptest! {
    #[test]
    fn any_bytes_can_be_read(file in prop::collection::vec(any::<u8>(), 0..400), path in "/[ -~]{0,40}") {
        let _ = Robots::read(TOKEN, &file).allows(&path);
    }

    /// A matcher without the trick, to hold against the quick one.
    #[test]
    fn the_matcher_agrees_with_a_plain_one(pattern in "/[ab*]{0,8}[$]?", path in "/[ab]{0,10}") {
        fn plain(pattern: &[u8], path: &[u8]) -> bool {
            match pattern.split_first() {
                None => true,
                Some((b'$', [])) => path.is_empty(),
                Some((b'*', rest)) => (0..=path.len()).any(|n| plain(rest, &path[n..])),
                Some((want, rest)) => path.split_first().is_some_and(|(have, path)| have == want && plain(rest, path)),
            }
        }
        prop_assert_eq!(fits(pattern.as_bytes(), path.as_bytes()), plain(pattern.as_bytes(), path.as_bytes()));
    }

    /// Another reader of such files comes to the same answer.
    #[test]
    fn another_reader_agrees(
        lines in prop::collection::vec((prop::sample::select(vec!["Allow", "Disallow"]), "/[ab*]{1,5}[$]?"), 0..6),
        path in "/[ab]{0,6}",
    ) {
        let rules: String = lines.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        let file = format!("User-agent: {TOKEN}\n{rules}\nUser-agent: *\nDisallow: /b\n");
        let theirs = texting_robots::Robot::new(TOKEN, file.as_bytes()).unwrap().allowed(&path);
        prop_assert_eq!(allows(&file, &path), theirs, "{}", file);
    }
}
