//! The QR code of the address at which a paper can be checked.

use crate::particulars::Check;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// Longer addresses make codes too fine to be read from paper.
const LONGEST: usize = 1000;

/// The drawing of an address's code; `None` for what is no address of the web, or no code holds.
pub(crate) fn code(check: &Check) -> Option<Vec<u8>> {
    let address = paper::address(&check.address)?;
    let of_the_web =
        address.split_once(':').is_some_and(|(scheme, _)| !scheme.eq_ignore_ascii_case("mailto"));
    if !of_the_web || address.len() > LONGEST {
        return None;
    }
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).ok()?;
    // The white of the paper is the quiet zone.
    Some(code.render::<svg::Color<'_>>().quiet_zone(false).build().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_make_a_code() {
        let made =
            |address: &str| code(&Check { words: String::new(), address: address.to_owned() }).is_some();
        assert!(made("https://vankhe.vn/kiem-tra/2026-05"));
        assert!(!made("mailto:vp@vankhe.vn"));
        assert!(!made("javascript:alert(1)"));
        assert!(!made(&format!("https://vankhe.vn/{}", "a".repeat(LONGEST))));
    }
}
