//! What the press really sends, and what a hostile sender could.

use super::*;
use proptest::prelude::*;
use std::time::Instant;

fn read(text: &str) -> Feed {
    parse(text.as_bytes(), &Hints::default()).unwrap()
}

fn rss(items: &str) -> Feed {
    read(&format!(
        "<rss version='2.0'><channel><title>Báo</title><link>https://bao.vn/</link>{items}</channel></rss>"
    ))
}

fn only(items: &str) -> Item {
    let mut feed = rss(items);
    assert_eq!(feed.items.len(), 1);
    feed.items.remove(0)
}

#[test]
fn rss_of_every_age() {
    let item = "<item><title>Tin</title><link>https://bao.vn/1</link></item>";
    let rdf = "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'";
    for (name, text, version) in [
        ("no version", format!("<rss><channel><title>B</title>{item}</channel></rss>"), None),
        ("0.91", format!("<rss version='0.91'><channel><title>B</title>{item}</channel></rss>"), Some("0.91")),
        (
            "0.9",
            format!("<rdf:RDF {rdf} xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>B</title></channel>{item}</rdf:RDF>"),
            Some("0.9"),
        ),
        (
            "1.0",
            format!("<rdf:RDF {rdf} xmlns='http://purl.org/rss/1.0/'><channel><title>B</title></channel>{item}</rdf:RDF>"),
            Some("1.0"),
        ),
        (
            "prefixed",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:r='http://purl.org/rss/1.0/'><r:channel><r:title>B</r:title></r:channel><r:item><r:title>Tin</r:title><r:link>https://bao.vn/1</r:link></r:item></rdf:RDF>".to_owned(),
            Some("1.0"),
        ),
        ("no rss around", format!("<channel><title>B</title>{item}</channel>"), None),
        ("shouted", "<RSS VERSION='2.0'><CHANNEL><TITLE>B</TITLE><ITEM><TITLE>Tin</TITLE><LINK>https://bao.vn/1</LINK></ITEM></CHANNEL></RSS>".to_owned(), Some("2.0")),
    ] {
        let feed = read(&text);
        assert_eq!((feed.kind, feed.title.as_str(), feed.version.as_deref()), (Kind::Rss, "B", version), "{name}");
        assert_eq!(feed.items[0].title, "Tin", "{name}");
        assert_eq!(feed.items[0].link.as_deref(), Some("https://bao.vn/1"), "{name}");
    }
}

#[test]
fn atom_of_both_ages() {
    for (version, namespace, published) in
        [("0.3", "http://purl.org/atom/ns#", "issued"), ("1.0", "http://www.w3.org/2005/Atom", "published")]
    {
        let feed = read(&format!(
            "<feed xmlns='{namespace}' xml:lang='vi' xml:base='https://bao.vn/a/'><title type='html'>B&amp;lt;áo</title>
            <link rel='self' href='rss'/><link href='/'/><entry><title>Tin</title><link href='1.html'/><id>tag:1</id>
            <{published}>2026-10-05T11:07:00+07:00</{published}><author><name>An</name></author>
            <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Chữ <b>đậm</b><br/></div></content></entry></feed>"
        ));
        assert_eq!((feed.kind, feed.version.as_deref()), (Kind::Atom, Some(version)));
        assert_eq!(feed.link.as_deref(), Some("https://bao.vn/"));
        assert_eq!(feed.feed_link.as_deref(), Some("https://bao.vn/a/rss"));
        let item = &feed.items[0];
        assert_eq!(item.link.as_deref(), Some("https://bao.vn/a/1.html"));
        assert_eq!(item.published.unwrap().to_string(), "2026-10-05T04:07:00Z");
        assert_eq!(item.content.as_ref().unwrap().value, "Chữ <b>đậm</b><br />");
        assert_eq!(item.authors[0].name.as_deref(), Some("An"));
    }
}

#[test]
fn json_feed() {
    let feed = read(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"Báo","home_page_url":"https://bao.vn/","items":[
        {"id":7,"url":"/1","title":"AT&amp;T","content_html":"<p onclick='x'>a</p>","date_published":"2026-10-05T11:07:00+07:00",
         "authors":[{"name":"An"}],"tags":["x","x"],"attachments":[{"url":"/a.mp3","mime_type":"audio/mpeg","size_in_bytes":5}]}]}"#,
    );
    let item = &feed.items[0];
    assert_eq!((feed.kind, item.id.as_str(), item.title.as_str()), (Kind::Json, "7", "AT&T"));
    assert_eq!(item.link.as_deref(), Some("https://bao.vn/1"));
    assert_eq!(item.content.as_ref().unwrap().value, "<p>a</p>");
    assert_eq!(item.enclosures[0].url, "https://bao.vn/a.mp3");
    assert_eq!(item.categories, ["x"]);
}

#[test]
fn broken_markup_still_tells_its_items() {
    let item = |text: &str| only(text).title;
    assert_eq!(item("<item><title>Điện & nước</title></item>"), "Điện & nước");
    assert_eq!(item("<item><title>Điện &nbsp; n&aacute;y &amp;amp; x</title></item>"), "Điện náy & x");
    assert_eq!(item("<item><title><![CDATA[Ng&ocirc;i sao]]></title></item>"), "Ngôi sao");
    assert_eq!(item("<item><title>a\u{b}b\u{1}</title></item>"), "a b");
    assert_eq!(item("<item><title>Tin</title><description>a<br>b<p>c</description></item>"), "Tin");
    assert_eq!(item("<item><title>Vec&lt;T&gt; 1 &lt; 2</title></item>"), "Vec<T> 1 < 2");
    let feed = rss("<item><title>Một</title><item><title>Hai</title></item>");
    let titles: Vec<&str> = feed.items.iter().map(|i| i.title.as_str()).collect();
    assert_eq!(titles, ["Một", "Hai"]);
    // Junk before the prolog, and an end that never comes.
    let feed = read(
        "\u{feff}Warning: x on line 3\n<?xml version='1.0'?><rss><channel><item><title>Tin</title><descr",
    );
    assert_eq!(feed.items[0].title, "Tin");
}

#[test]
fn encodings_are_found_out() {
    let text =
        "<?xml version='1.0' encoding='ENC'?><rss><channel><title>Tin tức đường phố</title></channel></rss>";
    let utf16 = |big: bool, mark: bool| -> Vec<u8> {
        let marked = format!("{}{text}", if mark { "\u{feff}" } else { "" });
        marked.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    };
    let utf32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    let decomposed = text
        .replace("ENC", "windows-1258")
        .replace("Tin tức đường phố", "Tin t\u{1b0}\u{301}c \u{111}\u{1b0}\u{1a1}\u{300}ng phô\u{301}");
    let (cp1258, _, _) = encoding_rs::WINDOWS_1258.encode(&decomposed);
    for (name, bytes) in [
        ("declared wrong", text.replace("ENC", "iso-8859-1").into_bytes()),
        ("declared nonsense", text.as_bytes().to_vec()),
        ("not declared", text.replace(" encoding='ENC'", "").into_bytes()),
        ("1258", cp1258.into_owned()),
        ("utf-16le marked", utf16(false, true)),
        ("utf-16be marked", utf16(true, true)),
        ("utf-16le", utf16(false, false)),
        ("utf-16be", utf16(true, false)),
        ("utf-32", utf32),
    ] {
        let feed = parse(&bytes, &Hints::default()).unwrap();
        assert_eq!(feed.title, "Tin tức đường phố", "{name}");
    }
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode("<rss><channel><title>Café</title></channel></rss>");
    let hints = Hints {
        content_type: Some("application/rss+xml; charset=\"iso-8859-1\"".to_owned()),
        ..Hints::default()
    };
    assert_eq!(parse(&latin, &hints).unwrap().title, "Café");
}

#[test]
fn a_date_without_zone_is_of_the_place() {
    let at = |title: &str, date: &str| {
        let feed = read(&format!(
            "<rss><channel><title>{title}</title><item><title>x</title><pubDate>{date}</pubDate></item></channel></rss>"
        ));
        feed.items[0].published.map(|p| p.to_string()).unwrap_or_default()
    };
    assert_eq!(at("Báo Tuổi trẻ", "10/2/2026 9:25:00 AM"), "2026-10-02T02:25:00Z");
    assert_eq!(at("Báo Tuổi trẻ", "2026-10-02 09:25:00"), "2026-10-02T02:25:00Z");
    assert_eq!(at("News", "2026-10-02 09:25:00"), "2026-10-02T09:25:00Z");
}

#[test]
fn the_rest_of_the_feed_tells_day_from_month() {
    let feed = |first: &str, second: &str, now: Option<&str>| {
        let text = format!(
            "<rss><channel><title>Báo mới đường</title><item><title>a</title><pubDate>{first}</pubDate></item><item><title>b</title><pubDate>{second}</pubDate></item></channel></rss>"
        );
        let hints = Hints { now: now.map(|n| n.parse().unwrap()), ..Hints::default() };
        parse(text.as_bytes(), &hints).unwrap().items[0].published.unwrap().to_string()
    };
    assert_eq!(feed("10/2/2026 09:25", "31/1/2026 09:25", None), "2026-02-10T02:25:00Z");
    assert_eq!(feed("10/2/2026 09:25", "9/30/2026 09:25", None), "2026-10-02T02:25:00Z");
    assert_eq!(
        feed("2/10/2026 9:25 AM", "1/10/2026 9:25 AM", Some("2026-10-02T05:00:00Z")),
        "2026-02-10T02:25:00Z"
    );
    assert_eq!(
        feed("10/2/2026 9:25 AM", "10/1/2026 9:25 AM", Some("2026-02-11T05:00:00Z")),
        "2026-02-10T02:25:00Z"
    );
}

#[test]
fn every_vocabulary_is_understood() {
    let item = only(
        "<item xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:m='http://search.yahoo.com/mrss/'
          xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd'>
        <dc:title>Tin</dc:title><dc:creator>An</dc:creator><dc:creator>Bình</dc:creator><dc:date>2026-10-05</dc:date>
        <guid>https://bao.vn/1</guid><c:encoded><![CDATA[<p>Toàn văn</p>]]></c:encoded><i:summary>Tóm tắt</i:summary>
        <m:group><m:content url='/v.mp4' type='video/mp4' fileSize='9'/><m:thumbnail url='/t.jpg'/></m:group>
        <enclosure url='/v.mp4'/><dc:subject>Y tế</dc:subject><i:keywords>a, b</i:keywords></item>",
    );
    assert_eq!(item.title, "Tin");
    assert_eq!(item.authors.iter().filter_map(|a| a.name.as_deref()).collect::<Vec<_>>(), ["An", "Bình"]);
    assert_eq!(item.link.as_deref(), Some("https://bao.vn/1"));
    assert_eq!(item.summary.unwrap().plain(), "Tóm tắt");
    assert_eq!(item.content.unwrap().plain(), "Toàn văn");
    assert_eq!(item.enclosures.len(), 1);
    assert_eq!(item.enclosures[0].url, "https://bao.vn/v.mp4");
    assert_eq!(item.image.as_deref(), Some("https://bao.vn/t.jpg"));
    assert_eq!(item.categories, ["Y tế", "a", "b"]);
}

#[test]
fn persons() {
    for (text, name, email) in [
        ("a@b.vn (An)", Some("An"), Some("a@b.vn")),
        ("An (a@b.vn)", Some("An"), Some("a@b.vn")),
        ("An &lt;a@b.vn&gt;", Some("An"), Some("a@b.vn")),
        ("a@b.vn", None, Some("a@b.vn")),
        ("Nguyễn Văn An", Some("Nguyễn Văn An"), None),
        ("<b>An</b>", Some("An"), None),
    ] {
        let item = only(&format!("<item><author>{text}</author></item>"));
        assert_eq!(
            (item.authors[0].name.as_deref(), item.authors[0].email.as_deref()),
            (name, email),
            "{text}"
        );
    }
}

#[test]
fn items_have_ids_of_their_own() {
    let ids = |items: &str| rss(items).items.into_iter().map(|i| i.id).collect::<Vec<_>>();
    let shared = "<item><guid>g</guid><link>https://bao.vn/1</link><title>a</title></item><item><guid>g</guid><link>https://bao.vn/2</link><title>b</title></item>";
    assert_eq!(ids(shared), ["g#https://bao.vn/1", "g#https://bao.vn/2"]);
    let same = "<item><guid>g</guid><title>a</title></item><item><guid>g</guid><title>a</title></item>";
    assert_eq!(ids(same), ["g"]);
    let linked = "<item><link>https://bao.vn/</link><title>a</title></item><item><link>https://bao.vn/</link><title>b</title></item>";
    assert_eq!(ids(linked), ["https://bao.vn/#a", "https://bao.vn/#b"]);
}

#[test]
fn what_is_no_feed_is_named() {
    let error = |bytes: &[u8]| parse(bytes, &Hints::default()).err().map_or("none", |e| e.key());
    assert_eq!(error(b""), "feed-empty");
    assert_eq!(error(b" \n\0"), "feed-empty");
    assert_eq!(error(b"<!DOCTYPE html><html><body>404</body></html>"), "feed-is-a-page");
    assert_eq!(error(b"{\"a\": [1,"), "feed-json-broken");
    assert_eq!(error(b"{\"a\": 1}"), "feed-not-a-feed");
    assert_eq!(error(b"<opml><body/></opml>"), "feed-not-a-feed");
    assert_eq!(error(&[0x1f, 0x8b, 1, 2]), "feed-not-a-feed");
    assert_eq!(error(&vec![b'<'; 50 * 1024 * 1024]), "feed-too-large");
}

/// Each of these has cost some reader minutes, gigabytes or its stack.
#[test]
fn hostile_feeds_take_no_longer_than_their_length() {
    let laughs = "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&b;&x;</title></channel></rss>";
    assert_eq!(read(laughs).title, "&b;&x;");
    for (name, text) in [
        ("deep", format!("<rss><channel>{}", "<a>".repeat(100_000))),
        ("deep and closed", format!("<rss><channel>{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000))),
        ("comments", format!("<rss>{}", "<!--".repeat(300_000))),
        ("comments closed by tags", format!("<rss>{}", "<!-->".repeat(300_000))),
        ("data", format!("<rss>{}", "<![CDATA[".repeat(300_000))),
        ("types", format!("<rss>{}", "<!D[>".repeat(300_000))),
        ("quotes", format!("<rss>{}", "<a b=\"".repeat(300_000))),
        ("attributes", format!("<rss {}>", "a=1 ".repeat(300_000))),
        ("spaces", format!("<rss><channel><item><pubDate>{}", " ".repeat(2_000_000))),
        ("open signs", "<".repeat(2_000_000)),
        ("references", format!("<rss><channel><title>{}", "&".repeat(200_000))),
        ("items", format!("<rss><channel>{}", "<item><guid>g".repeat(100_000))),
        ("namespaces", format!("<rss><channel>{}", "<a xmlns:b='c'>".repeat(100_000))),
        (
            "markup in text",
            format!("<rss><channel><item><description><![CDATA[{}", "<b></i>".repeat(300_000)),
        ),
        ("json", format!("{{\"items\":{}", "[".repeat(1_000_000))),
    ] {
        let start = Instant::now();
        let _ = parse(text.as_bytes(), &Hints::default());
        // Built without optimisation this is some hundred times slower than what is shipped.
        assert!(start.elapsed().as_secs() < 10, "{name}: {:?}", start.elapsed());
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = parse(&bytes, &Hints::default());
    }

    #[test]
    fn no_pieces_of_feeds_panic(pieces in proptest::collection::vec(proptest::sample::select(vec![
        "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<feed>", "<entry", " xmlns='http://www.w3.org/2005/Atom'",
        ">", "<link href=\"", "\"", "'", "&", "&#x", ";", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE [", "Đ", "\u{0}", "\u{feff}",
        "<pubDate>", "10/2/2026", " 9:25:00 ", "AM", "+07", "GMT+", "ngày ", "tháng", "24:60", "<media:group>", "<media:content url='",
        "<content type='xhtml'>", "<script>", "</br>", "xml:base='//'", "{\"items\":[", "{\"url\":\"", "}", "]", "/", "1", "=",
    ]), 0..60)) {
        let text: String = pieces.concat();
        let _ = parse(text.as_bytes(), &Hints::default());
        let _ = parse(format!("<rss><channel>{text}").as_bytes(), &Hints::default());
        let _ = parse(format!("<feed><entry>{text}").as_bytes(), &Hints::default());
    }

    /// Whatever a text holds, it comes out of a feed that wrote it properly.
    #[test]
    fn a_title_comes_out_as_it_went_in(title in "[a-zA-ZđàẢỹ0-9,.:!? ]{1,40}") {
        let feed = rss(&format!("<item><title>{title}</title><guid>1</guid></item>"));
        let want = title.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(&feed.items[0].title, &want);
    }

    /// Moments are read back in the forms that standards set.
    #[test]
    fn standard_moments_are_read_exactly(seconds in 0_i64..4_000_000_000) {
        let moment = Timestamp::from_second(seconds).unwrap();
        let reading = Reading { zone: Offset::UTC, local: Offset::constant(7), month_first: None };
        let rfc = jiff::fmt::rfc2822::to_string(&moment.to_zoned(jiff::tz::TimeZone::fixed(Offset::constant(7)))).unwrap();
        prop_assert_eq!(dates::read(&rfc, &reading), Some(moment));
        prop_assert_eq!(dates::read(&moment.to_string(), &reading), Some(moment));
    }
}
