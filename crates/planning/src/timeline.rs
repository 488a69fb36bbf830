//! Bars over time, drawn on the server: one row a line with its words before it, today as a mark.

use kernel::Day;
use std::fmt::Write as _;

/// One row.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    pub(crate) label: String,
    /// What it says to those who do not see it.
    pub(crate) words: String,
    pub(crate) href: String,
    pub(crate) from: Day,
    pub(crate) to: Day,
    pub(crate) due: Option<Day>,
    /// The chip of its state.
    pub(crate) shade: &'static str,
}

/// The drawing.
#[derive(Debug, Clone)]
pub(crate) struct Timeline {
    pub(crate) title: String,
    pub(crate) today: Day,
    pub(crate) today_word: String,
    pub(crate) span: (Day, Day),
    pub(crate) bars: Vec<Bar>,
}

const WIDTH: f64 = 1060.0;
const LEFT: f64 = 330.0;
const TOP: f64 = 30.0;
const ROW: f64 = 28.0;
/// Letters of a label that fit before the bars.
const LETTERS: usize = 46;

impl Timeline {
    fn days(&self) -> f64 {
        f64::from(between(self.span.0, self.span.1) + 1).max(1.0)
    }

    fn x(&self, day: Day) -> f64 {
        let day = day.clamp(self.span.0, self.span.1);
        LEFT + f64::from(between(self.span.0, day)) / self.days() * (WIDTH - LEFT - 8.0)
    }

    /// The picture, ready to stand in a page. Everything that came from people is escaped.
    pub(crate) fn svg(&self, month: &dyn Fn(Day) -> String) -> String {
        let mut out = String::new();
        let _infallible = self.draw(&mut out, month);
        out
    }

    fn draw(&self, out: &mut String, month: &dyn Fn(Day) -> String) -> std::fmt::Result {
        let high = TOP + ROW * self.bars.len() as f64 + 8.0;
        write!(
            out,
            "<svg class=\"chart gantt\" viewBox=\"0 0 {WIDTH} {high:.0}\" role=\"group\" aria-label=\"{}\">",
            escape(&self.title)
        )?;
        self.draw_months(out, month, high)?;
        for (n, bar) in self.bars.iter().enumerate() {
            let y = TOP + ROW * n as f64;
            let one_day = (WIDTH - LEFT - 8.0) / self.days();
            let (from, to) = (self.x(bar.from), self.x(bar.to) + one_day);
            let wide = (to - from).max(4.0);
            write!(
                out,
                "<a href=\"{}\"><title>{}</title><text class=\"chart-text\" x=\"0\" y=\"{:.1}\">{}\
                 </text><rect class=\"gantt-bar gantt-{}\" x=\"{from:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"14\" \
                 rx=\"2\"/></a>",
                escape(&bar.href),
                escape(&bar.words),
                y + 18.0,
                escape(&short(&bar.label)),
                bar.shade,
                y + 7.0,
            )?;
            if let Some(due) = bar.due {
                let x = self.x(due) + one_day;
                write!(out, "<path class=\"chart-mark\" d=\"M{x:.1} {:.1}v18\"/>", y + 5.0)?;
            }
        }
        if self.span.0 <= self.today && self.today <= self.span.1 {
            let x = self.x(self.today);
            let anchor = if x > WIDTH - 90.0 { "end" } else { "start" };
            write!(
                out,
                "<path class=\"chart-mark\" d=\"M{x:.1} {:.1}V{high:.0}\"/><text class=\"chart-text chart-mark-text\" \
                 x=\"{:.1}\" y=\"11\" text-anchor=\"{anchor}\">{}</text>",
                TOP - 14.0,
                if anchor == "end" { x - 4.0 } else { x + 4.0 },
                escape(&self.today_word)
            )?;
        }
        out.push_str("</svg>");
        Ok(())
    }

    /// A line at each month's beginning; of long plans only some carry their name.
    fn draw_months(&self, out: &mut String, month: &dyn Fn(Day) -> String, high: f64) -> std::fmt::Result {
        let mut at = self.span.0.first_of_month();
        let mut days = Vec::new();
        while at <= self.span.1 && days.len() < 260 {
            days.push(at);
            match at.checked_add(jiff::Span::new().months(1)) {
                Ok(next) => at = next,
                Err(_) => break,
            }
        }
        let every = days.len().div_ceil(8).max(1);
        for (n, day) in days.into_iter().enumerate().filter(|(n, _)| n % every == 0) {
            let x = self.x(day);
            write!(
                out,
                "<path class=\"chart-line\" d=\"M{x:.1} {TOP}V{high:.0}\"/><text class=\"chart-text\" x=\"{:.1}\" \
                 y=\"26\">{}</text>",
                x + if n == 0 { 0.0 } else { 3.0 },
                escape(&month(day))
            )?;
        }
        Ok(())
    }
}

/// Days from one to the other.
fn between(from: Day, to: Day) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_escaped_and_no_bar_leaves_the_drawing() {
        let day = |d| Day::constant(2026, 11, d);
        let bar = Bar {
            label: "<b>Phóng sự</b> & rất dài ".repeat(6),
            words: "\"<script>\"".into(),
            href: "/x?a=1&b=2".into(),
            from: Day::constant(2020, 1, 1),
            to: Day::constant(2030, 1, 1),
            due: Some(day(30)),
            shade: "late",
        };
        let chart = Timeline {
            title: "Tháng 11".into(),
            today: day(22),
            today_word: "hôm nay".into(),
            span: (day(1), day(30)),
            bars: vec![bar],
        };
        let svg = chart.svg(&|day| day.to_string());
        assert!(!svg.contains("<script>") && !svg.contains("<b>") && !svg.contains("NaN"), "{svg}");
        assert!(svg.contains("hôm nay") && svg.contains("/x?a=1&amp;b=2"));
    }
}
