//! How surprising a count is against what is usual.
//!
//! A count in a span is Poisson with a rate that is itself uncertain: Gamma with shape `k` and mean `m`. Counts are
//! then negative binomial, `P(N = n) = Γ(n+k) / (Γ(k) n!) · (k/(k+m))^k · (m/(k+m))^n`, which forgives the
//! quiet subject of which little is known and is strict with the one long observed.

/// Surprise of seeing `count` or more where `mean` is usual: `-log10 P(N ≥ count)`, 0 for no surprise.
///
/// `shape` says how well the mean is known: 1 hardly, 100 very well.
///
/// ```
/// use pulse::heat::surprise;
/// assert_eq!(surprise(0, 0.4, 1.0), 0.0);
/// assert!(surprise(9, 0.4, 2.0) > 4.0);
/// assert!(surprise(9, 7.0, 2.0) < 1.0);
/// ```
#[must_use]
pub fn surprise(count: u32, mean: f64, shape: f64) -> f64 {
    let (mean, shape) = (mean.clamp(1e-9, 1e9), shape.clamp(1e-3, 1e6));
    if count == 0 {
        return 0.0;
    }
    let (stay, go) = ((shape / (shape + mean)).ln(), (mean / (shape + mean)).ln());
    let log_at = |n: f64| ln_gamma(n + shape) - ln_gamma(shape) - ln_gamma(n + 1.0) + shape * stay + n * go;
    let count = f64::from(count);
    if count <= mean {
        // Not more than usual.
        return 0.0;
    }
    // Above the mean the terms fall: sum the tail until it adds nothing.
    let first = log_at(count);
    let (mut sum, mut term, mut n) = (1.0, 1.0, count);
    for _ in 0..10_000 {
        term *= (n + shape) / (n + 1.0) * (mean / (shape + mean));
        sum += term;
        n += 1.0;
        if term < sum * 1e-12 {
            break;
        }
    }
    (-(first + f64::ln(sum)) / std::f64::consts::LN_10).max(0.0)
}

/// Logarithm of the gamma function for x > 0, by Stirling's series after shifting x above 10.
fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut shift) = (x, 0.0);
    while x < 10.0 {
        shift += x.ln();
        x += 1.0;
    }
    let r = 1.0 / (x * x);
    let series = (1.0 / 12.0 - r * (1.0 / 360.0 - r * (1.0 / 1260.0 - r / 1680.0))) / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series - shift
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_knows_factorials() {
        for (x, factorial) in [(1.0, 1.0f64), (5.0, 24.0), (11.0, 3_628_800.0)] {
            assert!((ln_gamma(x) - factorial.ln()).abs() < 1e-9, "{x}");
        }
        assert!((ln_gamma(0.5) - std::f64::consts::PI.sqrt().ln()).abs() < 1e-9);
    }

    #[test]
    fn a_well_known_rate_gives_the_poisson_tail() {
        // P(N ≥ 10 | 2) = 4.65e-5 for a Poisson count.
        assert!((surprise(10, 2.0, 1e6) - 4.333).abs() < 0.01, "{}", surprise(10, 2.0, 1e6));
    }

    #[test]
    fn more_is_more_surprising_and_an_uncertain_rate_less() {
        for n in 1..60 {
            assert!(surprise(n + 1, 0.7, 2.0) >= surprise(n, 0.7, 2.0));
            // Far above the mean; near it a rate that is not known well may as well be lower.
            let far = n + 4;
            assert!(surprise(far, 0.7, 50.0) >= surprise(far, 0.7, 1.0));
        }
        for odd in [f64::NAN, f64::INFINITY, 0.0, -3.0] {
            let _ = surprise(5, odd, odd);
        }
    }
}
