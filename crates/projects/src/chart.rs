//! The money of a year, cumulated, drawn on the server: a bar a month for what was paid, a step for what was planned.

use crate::sums::YearSum;
use std::fmt::Write as _;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 210.0;
const LEFT: f64 = 88.0;
const TOP: f64 = 24.0;
const FLOOR: f64 = HEIGHT - 28.0;

/// What the drawing says.
pub(crate) struct Chart<'c> {
    /// The finding, in words.
    pub(crate) title: String,
    pub(crate) sum: &'c YearSum,
    /// Bars are drawn up to this month; what is ahead has none.
    pub(crate) to: usize,
    /// How an amount is written, in the unit of the axis.
    pub(crate) amount: &'c dyn Fn(i64) -> String,
    /// What bars, step and line stand for.
    pub(crate) words: [String; 3],
    /// How a month is called.
    pub(crate) month: &'c dyn Fn(usize) -> String,
}

impl Chart<'_> {
    /// The picture, ready to stand in a page; nothing when there is nothing to draw.
    pub(crate) fn svg(&self) -> String {
        if self.high() == 0 {
            return String::new();
        }
        let mut out = String::new();
        let _infallible = self.draw(&mut out);
        out
    }

    fn high(&self) -> i64 {
        self.sum.assigned.max(self.sum.paid()).max(self.sum.planned_to(12))
    }

    fn y(&self, amount: i64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a place on paper, no sum")]
        let part = amount as f64 / self.high().max(1) as f64;
        FLOOR - part.clamp(0.0, 1.0) * (FLOOR - TOP)
    }

    fn draw(&self, out: &mut String) -> std::fmt::Result {
        write!(
            out,
            "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">",
            escape(&self.title)
        )?;
        for amount in [self.high() / 2, self.high()] {
            let at = self.y(amount);
            write!(
                out,
                "<path class=\"chart-line\" d=\"M{LEFT} {at:.1}H{:.1}\"/><text class=\"chart-text\" x=\"{:.1}\" \
                 y=\"{:.1}\" text-anchor=\"end\">{}</text>",
                WIDTH - 6.0,
                LEFT - 6.0,
                at + 4.0,
                escape(&(self.amount)(amount))
            )?;
        }
        let step = (WIDTH - LEFT - 6.0) / 12.0;
        let mut line = String::new();
        for month in 1..=12 {
            let (x, next) = (LEFT + step * (month as f64 - 1.0), LEFT + step * month as f64);
            let (paid, planned) = (self.sum.paid_to(month), self.sum.planned_to(month));
            let said = format!(
                "{}: {} {}, {} {}",
                (self.month)(month),
                self.words[0],
                (self.amount)(paid),
                self.words[1],
                (self.amount)(planned)
            );
            write!(out, "<g><title>{}</title>", escape(&said))?;
            if month <= self.to && paid > 0 {
                let top = self.y(paid);
                write!(
                    out,
                    "<rect class=\"chart-bar\" x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                    x + step * 0.14,
                    step * 0.72,
                    FLOOR - top
                )?;
            }
            write!(
                out,
                "<rect x=\"{x:.1}\" y=\"{TOP}\" width=\"{step:.1}\" height=\"{:.1}\" fill=\"transparent\"/></g>\
                 <text class=\"chart-text\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{month}</text>",
                FLOOR - TOP,
                x + step / 2.0,
                FLOOR + 18.0
            )?;
            let at = self.y(planned);
            write!(line, "{}{x:.1} {at:.1}H{next:.1}", if month == 1 { "M" } else { "L" })?;
        }
        if self.sum.planned_to(12) > 0 {
            write!(out, "<path class=\"chart-mark\" d=\"{line}\"/>")?;
        }
        write!(out, "<path class=\"chart-line\" d=\"M{LEFT} {FLOOR}H{:.1}\"/></svg>", WIDTH - 6.0)
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_not_drawn_and_words_are_escaped() {
        let mut sum = YearSum::default();
        let words = ["<paid>", "planned", "assigned"].map(ToOwned::to_owned);
        let draw = |sum: &YearSum| {
            let (amount, month) = (|n: i64| n.to_string(), |n: usize| format!("<{n}>"));
            let words = words.clone();
            Chart { title: "a \"b\" <c>".into(), sum, to: 12, amount: &amount, words, month: &month }.svg()
        };
        assert_eq!(draw(&sum), "");
        sum.assigned = 100;
        sum.pay(3, 70);
        sum.plan(2, 90);
        let svg = draw(&sum);
        assert!(!svg.contains("<c>") && !svg.contains("<paid>") && !svg.contains("NaN"), "{svg}");
        assert!(svg.contains("chart-bar") && svg.contains("chart-mark"));
    }
}
