//! Words: texts of the model as runs and paragraphs.

use crate::chart::{Rgb, colour};
use crate::model::{Text, Tone};
use crate::text::Weight;
use docx_rs as word;
use word::{BreakType, Paragraph, Run, Shading};

/// Words as they are; a line feed starts a new line.
pub(super) fn run(words: &str) -> Run {
    let mut run = Run::new();
    for (place, line) in words.split('\n').enumerate() {
        if place > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (place, part) in line.split('\t').enumerate() {
            if place > 0 {
                run = run.add_tab();
            }
            run = run.add_text(part.chars().filter(is_fit).collect::<String>());
        }
    }
    run
}

/// Tells whether a character may stand in the file: XML has no place for controls, and marks that turn the
/// direction of what stands around them would let a text change its neighbours.
pub(super) fn is_fit(character: &char) -> bool {
    !character.is_control()
        && !matches!(u32::from(*character), 0x202a..=0x202e | 0x2066..=0x2069 | 0xfffe | 0xffff)
}

/// Text of several weights and tones.
pub(super) fn runs(text: &Text) -> impl Iterator<Item = Run> {
    text.0.iter().map(|span| {
        let mut run = run(&span.text);
        if span.weight == Weight::Bold {
            run = run.bold();
        }
        if span.tone == Tone::Ink {
            run
        } else {
            run.color(hex(colour::of(span.tone)))
        }
    })
}

/// A paragraph in a style of `styles.xml`.
pub(super) fn styled(style: &str, text: &Text) -> Paragraph {
    runs(text).fold(Paragraph::new().style(style), Paragraph::add_run)
}

/// The same of words in ink; none for an empty paragraph.
pub(super) fn plain(style: &str, words: &str) -> Paragraph {
    let paragraph = Paragraph::new().style(style);
    if words.is_empty() {
        paragraph
    } else {
        paragraph.add_run(run(words))
    }
}

/// The number of a grade on its colour, and the gap before its name.
pub(super) fn mark(grade: u8) -> [Run; 2] {
    let fill = Shading::new().fill(hex(colour::fill(grade)));
    let number = run(&format!("\u{a0}{grade}\u{a0}"));
    let label = hex(colour::of(Tone::OnGrade(grade)));
    [number.bold().color(label).shading(fill), run("\u{2002}")]
}

/// Gives ink another tone.
pub(super) fn toned(text: &Text, tone: Tone) -> Text {
    let mut text = text.clone();
    for span in &mut text.0 {
        if span.tone == Tone::Ink {
            span.tone = tone;
        }
    }
    text
}

pub(super) fn hex([red, green, blue]: Rgb) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}
