//! Which addresses are the open internet and which are somebody's inside: the judgement behind every connection.
//!
//! The table follows the IANA registries of special-purpose addresses (RFC 6890 and its successors). For IPv6 the rule is
//! the other way round: only what IANA has given out as global unicast (`2000::/3`) can be public, less its special parts.

use ipnet::{Ipv4Net, Ipv6Net};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What an address is for, when it is not an ordinary public one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressKind {
    /// An ordinary address of the open internet.
    Public,
    /// The machine itself: `127.0.0.0/8`, `::1`.
    Loopback,
    /// No address: `0.0.0.0/8`, `::`.
    Unspecified,
    /// A network of a house: RFC 1918, unique local (RFC 4193), site-local (RFC 3879).
    Private,
    /// Behind a provider's translation (RFC 6598).
    Shared,
    /// This link only, and with it the metadata service of clouds, `169.254.169.254` (RFC 3927, RFC 4291).
    LinkLocal,
    /// Many receivers (RFC 5771, RFC 4291).
    Multicast,
    /// For examples in documents (RFC 5737, RFC 3849, RFC 9637).
    Documentation,
    /// For measuring devices (RFC 2544, RFC 5180).
    Benchmark,
    /// An IPv4 address in IPv6 clothes: mapped, compatible, NAT64, 6to4, Teredo. It could hide any of the others.
    Translated,
    /// Set aside by IANA for something else or for later.
    Reserved,
}

const fn v4(a: u8, b: u8, c: u8, d: u8, prefix: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), prefix)
}

const fn v6(a: u16, b: u16, c: u16, prefix: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0), prefix)
}

/// The first entry that holds an address names its kind.
const V4: &[(Ipv4Net, AddressKind)] = &[
    (v4(0, 0, 0, 0, 8), AddressKind::Unspecified),
    (v4(10, 0, 0, 0, 8), AddressKind::Private),
    (v4(100, 64, 0, 0, 10), AddressKind::Shared),
    (v4(127, 0, 0, 0, 8), AddressKind::Loopback),
    (v4(169, 254, 0, 0, 16), AddressKind::LinkLocal),
    (v4(172, 16, 0, 0, 12), AddressKind::Private),
    (v4(192, 0, 0, 0, 24), AddressKind::Reserved),
    (v4(192, 0, 2, 0, 24), AddressKind::Documentation),
    (v4(192, 88, 99, 0, 24), AddressKind::Translated),
    (v4(192, 168, 0, 0, 16), AddressKind::Private),
    (v4(198, 18, 0, 0, 15), AddressKind::Benchmark),
    (v4(198, 51, 100, 0, 24), AddressKind::Documentation),
    (v4(203, 0, 113, 0, 24), AddressKind::Documentation),
    (v4(224, 0, 0, 0, 4), AddressKind::Multicast),
    (v4(240, 0, 0, 0, 4), AddressKind::Reserved),
];

const V6: &[(Ipv6Net, AddressKind)] = &[
    // ::/128 and ::1/128 are looked at before; the rest of ::/96 is the old "IPv4-compatible" form.
    (v6(0, 0, 0, 80), AddressKind::Translated),
    (v6(0x64, 0xff9b, 0, 96), AddressKind::Translated),
    (v6(0x64, 0xff9b, 1, 48), AddressKind::Translated),
    (v6(0x2001, 2, 0, 48), AddressKind::Benchmark),
    (v6(0x2001, 0xdb8, 0, 32), AddressKind::Documentation),
    (v6(0x2001, 0, 0, 32), AddressKind::Translated),
    (v6(0x2001, 0, 0, 23), AddressKind::Reserved),
    (v6(0x2002, 0, 0, 16), AddressKind::Translated),
    (v6(0x3fff, 0, 0, 20), AddressKind::Documentation),
    (v6(0x2000, 0, 0, 3), AddressKind::Public),
    (v6(0xfc00, 0, 0, 7), AddressKind::Private),
    (v6(0xfe80, 0, 0, 10), AddressKind::LinkLocal),
    (v6(0xfec0, 0, 0, 10), AddressKind::Private),
    (v6(0xff00, 0, 0, 8), AddressKind::Multicast),
];

/// Says what an address is for. Everything that is not known to be public is not public.
#[must_use]
pub fn kind_of(address: IpAddr) -> AddressKind {
    match address {
        IpAddr::V4(it) => {
            V4.iter().find(|(net, _)| net.contains(&it)).map_or(AddressKind::Public, |(_, k)| *k)
        }
        IpAddr::V6(it) if it == Ipv6Addr::UNSPECIFIED => AddressKind::Unspecified,
        IpAddr::V6(it) if it == Ipv6Addr::LOCALHOST => AddressKind::Loopback,
        IpAddr::V6(it) => {
            V6.iter().find(|(net, _)| net.contains(&it)).map_or(AddressKind::Reserved, |(_, k)| *k)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_address_is_known() {
        use AddressKind::*;
        for (text, kind) in [
            ("8.8.8.8", Public),
            ("113.160.1.1", Public),
            ("172.15.255.255", Public),
            ("172.32.0.0", Public),
            ("100.63.255.255", Public),
            ("100.128.0.0", Public),
            ("198.17.255.255", Public),
            ("198.20.0.0", Public),
            ("223.255.255.255", Public),
            ("0.0.0.0", Unspecified),
            ("0.1.2.3", Unspecified),
            ("10.0.0.1", Private),
            ("100.64.0.1", Shared),
            ("127.0.0.1", Loopback),
            ("127.255.255.254", Loopback),
            ("169.254.169.254", LinkLocal),
            ("172.16.0.1", Private),
            ("172.31.255.255", Private),
            ("192.0.0.8", Reserved),
            ("192.0.2.1", Documentation),
            ("192.88.99.1", Translated),
            ("192.168.1.1", Private),
            ("198.18.0.1", Benchmark),
            ("198.19.255.255", Benchmark),
            ("198.51.100.7", Documentation),
            ("203.0.113.9", Documentation),
            ("224.0.0.1", Multicast),
            ("239.255.255.250", Multicast),
            ("255.255.255.255", Reserved),
            ("2405:4800::1", Public),
            ("2606:4700::1111", Public),
            ("::", Unspecified),
            ("::1", Loopback),
            ("::127.0.0.1", Translated),
            ("::ffff:127.0.0.1", Translated),
            ("::ffff:8.8.8.8", Translated),
            ("64:ff9b::7f00:1", Translated),
            ("64:ff9b:1::1", Translated),
            ("100::1", Reserved),
            ("2001::1", Translated),
            ("2001:2::1", Benchmark),
            ("2001:10::1", Reserved),
            ("2001:db8::1", Documentation),
            ("2002:7f00:1::", Translated),
            ("3fff::1", Documentation),
            ("5f00::1", Reserved),
            ("fc00::1", Private),
            ("fd12:3456::1", Private),
            ("fe80::1", LinkLocal),
            ("fec0::1", Private),
            ("ff02::1", Multicast),
        ] {
            assert_eq!(kind_of(text.parse().unwrap()), kind, "{text}");
        }
    }
}
