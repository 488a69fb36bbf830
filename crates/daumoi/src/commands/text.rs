//! `daumoi text …`: the Vietnamese text engine on lines of standard input.

use super::{put, say};
use clap::Subcommand;
use std::io::BufRead;
use std::process::ExitCode;
use viet::normalize::{Normalizer, ToneStyle};
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
    for (number, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let Ok(bytes) = line else {
            say("standard input cannot be read");
            return ExitCode::FAILURE;
        };
        // One bad line does not stop the others.
        let line = String::from_utf8_lossy(&bytes);
        answer(command, number + 1, line.trim_end_matches('\r'));
    }
    ExitCode::SUCCESS
}

fn answer(command: TextCommand, number: usize, line: &str) {
    match command {
        TextCommand::Segment { fast } => {
            put(&viet::segment::line(line, if fast { Mode::Fast } else { Mode::Accurate }));
        }
        TextCommand::Fold => put(&viet::fold::fold(line)),
        TextCommand::Normalize => {
            let plain = Normalizer::default().punctuation().spaces().tones(ToneStyle::New);
            put(&plain.apply(line));
        }
        TextCommand::Speak => put(&viet::speak::speak(line)),
        TextCommand::Keywords => {
            let words: Vec<_> = viet::keywords::keywords(line, 10)
                .into_iter()
                .map(
                    |word| serde_json::json!({ "word": word.text, "score": word.score, "count": word.count }),
                )
                .collect();
            put(&serde_json::json!({ "line": number, "keywords": words }).to_string());
        }
        TextCommand::Refs => refs(number, line),
        TextCommand::Check => {
            for finding in viet::spelling::check(line) {
                let json = serde_json::json!({ "line": number, "start": finding.range.start, "end": finding.range.end,
                    "text": line.get(finding.range.clone()), "problem": format!("{:?}", finding.problem),
                    "suggestions": finding.suggestions });
                put(&json.to_string());
            }
        }
    }
}

fn refs(number: usize, line: &str) {
    for found in viet::refs::find(line) {
        let json = serde_json::json!({
            "line": number,
            "start": found.span.start,
            "end": found.span.end,
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
