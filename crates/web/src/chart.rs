//! Bars over time, drawn on the server: a title that says the finding, a table beside it for those who do not see it.

use std::fmt::Write as _;

/// One bar.
#[derive(Debug, Clone, Default)]
pub struct Bar {
    /// What it stands for, such as a day.
    pub label: String,
    /// How high it is.
    pub value: u32,
    /// How much of it is worded as conflict, or whatever the second shade means.
    pub shaded: u32,
    /// Where it leads, or nothing.
    pub href: String,
}

/// A chart of bars.
#[derive(Debug, Clone, Default)]
pub struct Bars {
    /// The finding, in words.
    pub title: String,
    /// What the bars count.
    pub unit: String,
    /// What the second shade means; nothing when there is none.
    pub shade: String,
    /// The bars, in order of time.
    pub bars: Vec<Bar>,
    /// A moment to be marked: before which bar, and its name.
    pub mark: Option<(usize, String)>,
}

const WIDTH: usize = 720;
const HEIGHT: usize = 190;
const LEFT: usize = 34;
const TOP: usize = 22;
const BOTTOM: usize = 26;
/// One bar alone is no wall.
const WIDEST: f64 = 64.0;

impl Bars {
    /// Whether there is anything to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bars.iter().all(|bar| bar.value == 0)
    }

    fn highest(&self) -> u32 {
        self.bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1)
    }

    /// The picture, ready to stand in a page. Everything that came from people is escaped.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut out = String::new();
        let _infallible = self.draw(&mut out);
        out
    }

    fn draw(&self, out: &mut String) -> std::fmt::Result {
        write!(
            out,
            "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">",
            escape(&self.title)
        )?;
        let (room, floor) = (WIDTH - LEFT - 6, HEIGHT - BOTTOM);
        let tall = floor - TOP;
        let step = room as f64 / self.bars.len().max(1) as f64;
        let high = self.highest();
        let y = |value: u32| floor as f64 - f64::from(value) / f64::from(high) * tall as f64;
        for value in grid(high) {
            let at = y(value);
            write!(
                out,
                "<path class=\"chart-line\" d=\"M{LEFT} {at:.1}H{}\"/><text class=\"chart-text\" x=\"{}\" y=\"{:.1}\" \
                 text-anchor=\"end\">{value}</text>",
                WIDTH - 6,
                LEFT - 6,
                at + 4.0
            )?;
        }
        for (at, bar) in self.bars.iter().enumerate() {
            let x = LEFT as f64 + step * at as f64;
            let wide = (step * 0.78).clamp(1.0, WIDEST);
            let label = format!("{}: {} {}", bar.label, bar.value, self.unit);
            if !bar.href.is_empty() {
                write!(out, "<a href=\"{}\" aria-label=\"{}\">", escape(&bar.href), escape(&label))?;
            }
            write!(out, "<g><title>{}</title>", escape(&label))?;
            if bar.value > 0 {
                let top = y(bar.value);
                write!(
                    out,
                    "<rect class=\"chart-bar\" x=\"{x:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{:.1}\"/>",
                    floor as f64 - top
                )?;
            }
            if bar.shaded > 0 {
                let top = y(bar.shaded.min(bar.value));
                write!(
                    out,
                    "<rect class=\"chart-shade\" x=\"{x:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{:.1}\"/>",
                    floor as f64 - top
                )?;
            }
            out.push_str("</g>");
            if !bar.href.is_empty() {
                out.push_str("</a>");
            }
        }
        self.draw_words(out, step, floor)?;
        out.push_str("</svg>");
        Ok(())
    }

    fn draw_words(&self, out: &mut String, step: f64, floor: usize) -> std::fmt::Result {
        let every = self.bars.len().div_ceil(8).max(1);
        for (at, bar) in self.bars.iter().enumerate().filter(|(at, _)| at % every == 0) {
            let x = LEFT as f64 + step * (at as f64 + 0.39);
            let anchor = if at == 0 { "start" } else { "middle" };
            let x = if at == 0 { LEFT as f64 } else { x };
            write!(
                out,
                "<text class=\"chart-text\" x=\"{x:.1}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
                floor + 18,
                escape(&bar.label)
            )?;
        }
        if let Some((at, name)) = &self.mark {
            let x = LEFT as f64 + step * *at as f64 - step * 0.11;
            let anchor = if *at * 2 > self.bars.len() { "end" } else { "start" };
            let gap = if anchor == "end" { -4.0 } else { 4.0 };
            write!(
                out,
                "<path class=\"chart-mark\" d=\"M{x:.1} {}V{floor}\"/><text class=\"chart-text chart-mark-text\" \
                 x=\"{:.1}\" y=\"14\" text-anchor=\"{anchor}\">{}</text>",
                TOP - 14,
                x + gap,
                escape(name)
            )?;
        }
        Ok(())
    }
}

/// Two or three round values to draw lines at.
fn grid(high: u32) -> Vec<u32> {
    if high <= 3 { (1..=high).collect() } else { vec![high.div_ceil(2), high] }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_escaped_and_every_bar_has_its_words() {
        let bars = vec![
            Bar { label: "20/11".into(), value: 3, shaded: 1, href: "/x?a=1&b=2".into() },
            Bar { label: "<b>".into(), value: 0, ..Bar::default() },
        ];
        let chart = Bars {
            title: "A \"lot\" <script>".into(),
            unit: "tin".into(),
            bars,
            mark: Some((1, "<i>".into())),
            ..Bars::default()
        };
        let svg = chart.svg();
        assert!(!svg.contains("<script>") && !svg.contains("<b>") && !svg.contains("<i>"), "{svg}");
        assert!(svg.contains("20/11: 3 tin") && svg.contains("/x?a=1&amp;b=2"));
        assert!(!chart.is_empty() && Bars::default().is_empty());
        assert!(!Bars::default().svg().contains("NaN"));
    }
}
