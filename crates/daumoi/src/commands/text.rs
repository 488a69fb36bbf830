//! `daumoi text …`: the Vietnamese text engine on lines of standard input.

use super::{put, put_part, say};
use clap::Subcommand;
use std::io::BufRead;
use std::process::ExitCode;
use viet::normalize::{Normalizer, ToneStyle};
use viet::pieces::LONGEST;
use viet::segment::Mode;

#[derive(Debug, Clone, Copy, Subcommand)]
pub(super) enum TextCommand {
    /// Words: the syllables of one joined by `_`, parted by blanks.
    #[command(after_help = "Example:\n  echo 'Tuyên truyền ở cơ sở' | daumoi text segment")]
    Segment {
        /// Two to three times faster, a little less right.
        #[arg(long)]
        fast: bool,
    },
    /// To ASCII letters, đ included.
    Fold,
    /// NFC, plain dashes, quotes and spaces, one style of tone marks.
    Normalize,
    /// As it should be read aloud.
    Speak,
    /// The ten weightiest words of each line, as JSON.
    Keywords,
    /// Document references, a JSON line each, with byte offsets into the line.
    Refs,
    /// Spelling: what is wrong and what may have been meant, a JSON line each.
    Check,
}

pub(super) fn run(command: TextCommand) -> ExitCode {
    let mut input = std::io::stdin().lock();
    let mut lines = Lines { command, number: 1, base: 0, pending: Vec::new() };
    loop {
        let read = match input.fill_buf() {
            Ok([]) => break,
            Ok(bytes) => {
                lines.take(bytes);
                bytes.len()
            }
            Err(_) => {
                say("standard input cannot be read");
                return ExitCode::FAILURE;
            }
        };
        input.consume(read);
    }
    if !lines.pending.is_empty() || lines.base > 0 {
        lines.end();
    }
    ExitCode::SUCCESS
}

/// Lines as they stream in. A line of any length is answered piece by piece, in the memory of a page.
struct Lines {
    command: TextCommand,
    number: usize,
    /// Bytes of this line that are answered already.
    base: usize,
    pending: Vec<u8>,
}

impl Lines {
    fn take(&mut self, bytes: &[u8]) {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            match part.split_last() {
                Some((b'\n', rest)) => {
                    self.pending.extend_from_slice(rest);
                    self.end();
                }
                _ => self.pending.extend_from_slice(part),
            }
            while self.pending.len() > 2 * LONGEST {
                let rest = self.pending.split_off(piece(&self.pending));
                let begun = std::mem::replace(&mut self.pending, rest);
                self.answer(&begun, false);
            }
        }
    }

    fn end(&mut self) {
        let line = std::mem::take(&mut self.pending);
        self.answer(line.strip_suffix(b"\r").unwrap_or(&line), true);
        (self.number, self.base) = (self.number + 1, 0);
    }

    fn answer(&mut self, bytes: &[u8], ends: bool) {
        // One bad line does not stop the others.
        answer(self.command, self.number, self.base, &String::from_utf8_lossy(bytes), ends);
        self.base += bytes.len();
    }
}

/// How many bytes are the first piece: up to an end of a sentence, of a part of one, of a word, or of a letter.
fn piece(bytes: &[u8]) -> usize {
    let window = bytes.get(..LONGEST).unwrap_or(bytes);
    let marks: [&[u8]; 4] = [b". ", b"; ", b", ", b" "];
    let found = marks.iter().find_map(|mark| {
        window.windows(mark.len()).rposition(|here| here == *mark).map(|at| at + mark.len())
    });
    let letter = || window.iter().rposition(|byte| byte & 0xC0 != 0x80).filter(|at| *at > 0);
    found.or_else(letter).unwrap_or(window.len())
}

/// Answers a piece of a line; `ends` says whether it is the last one.
fn answer(command: TextCommand, number: usize, base: usize, line: &str, ends: bool) {
    let told = |text: String| {
        // A blank that parts two pieces belongs to neither answer.
        let parted = !ends && line.ends_with(' ') && !text.ends_with(' ');
        put_part(
            &text,
            if ends {
                "\n"
            } else if parted {
                " "
            } else {
                ""
            },
        );
    };
    match command {
        TextCommand::Segment { fast } => {
            told(viet::segment::line(line, if fast { Mode::Fast } else { Mode::Accurate }));
        }
        TextCommand::Fold => told(viet::fold::fold(line)),
        TextCommand::Normalize => {
            told(Normalizer::default().punctuation().spaces().tones(ToneStyle::New).apply(line).into_owned());
        }
        TextCommand::Speak => told(viet::speak::speak(line)),
        TextCommand::Keywords => {
            let words: Vec<_> = viet::keywords::keywords(line, 10)
                .into_iter()
                .map(
                    |word| serde_json::json!({ "word": word.text, "score": word.score, "count": word.count }),
                )
                .collect();
            // A line too long to be weighed as one: the words of each piece, with where it begins.
            let json = if base > 0 || !ends {
                serde_json::json!({ "line": number, "from": base, "keywords": words })
            } else {
                serde_json::json!({ "line": number, "keywords": words })
            };
            put(&json.to_string());
        }
        TextCommand::Refs => refs(number, base, line),
        TextCommand::Check => {
            for finding in viet::spelling::check(line) {
                let json = serde_json::json!({ "line": number, "start": base + finding.range.start,
                    "end": base + finding.range.end, "text": line.get(finding.range.clone()),
                    "problem": format!("{:?}", finding.problem), "suggestions": finding.suggestions });
                put(&json.to_string());
            }
        }
    }
}

fn refs(number: usize, base: usize, line: &str) {
    for found in viet::refs::find(line) {
        let json = serde_json::json!({
            "line": number,
            "start": base + found.span.start,
            "end": base + found.span.end,
            "text": line.get(found.span.clone()),
            "type": found.kind.map(viet::refs::Kind::name),
            "symbol": found.symbol.as_ref().map(ToString::to_string),
            "name": found.name,
            "year": found.year,
            "date": found.date.map(|date| date.to_string()),
            "issuer": found.issuer,
            "provision": (!found.provision.is_empty()).then(|| found.provision.to_string()),
        });
        put(&json.to_string());
    }
}
