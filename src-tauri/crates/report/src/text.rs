//! Fonts with fallback, measuring, and the breaking of text into lines.
//!
//! Nothing here draws: a [`Line`] says which glyph runs stand where, in points.

mod date;
mod wrap;

pub(crate) use wrap::{Line, Part, Run, single, wrap};

use crate::Error;
use assay_domain::locale::Locale;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use ttf_parser::GlyphId;

/// The two weights that are shipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Text.
    #[default]
    Regular,
    /// Headings and what leads.
    Bold,
}

/// A font file that a report needs, by its name under `assets/fonts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FontFile {
    /// File name.
    pub name: &'static str,
    /// The weights it serves.
    pub weights: &'static [Weight],
}

const LATIN: [FontFile; 2] = [
    FontFile {
        name: "NotoSans-Regular.ttf",
        weights: &[Weight::Regular],
    },
    FontFile {
        name: "NotoSans-Bold.ttf",
        weights: &[Weight::Bold],
    },
];
const CHINESE: [FontFile; 2] = [
    FontFile {
        name: "NotoSansSC-Regular.ttf",
        weights: &[Weight::Regular],
    },
    FontFile {
        name: "NotoSansSC-Bold.ttf",
        weights: &[Weight::Bold],
    },
];
const RARE: FontFile = FontFile {
    name: "AssayRareHan-Regular.ttf",
    weights: &[Weight::Regular, Weight::Bold],
};

/// Returns the font files of a report in a language, in the order in which a glyph is looked for.
///
/// In English the Latin face leads, so that quotation marks come out narrow; in Chinese the Chinese
/// face does, so that they fill their square.
#[must_use]
pub fn font_files(locale: Locale) -> [FontFile; 5] {
    let [latin, latin_bold] = LATIN;
    let [chinese, chinese_bold] = CHINESE;
    match locale {
        Locale::En => [latin, latin_bold, chinese, chinese_bold, RARE],
        Locale::ZhCn => [chinese, chinese_bold, latin, latin_bold, RARE],
    }
}

/// One font file as read by the caller.
#[derive(Clone, Copy, Debug)]
pub struct FontSource<'a> {
    /// Which file it is.
    pub file: FontFile,
    /// Its bytes: one TrueType face.
    pub bytes: &'a [u8],
}

/// One parsed face.
#[derive(Clone)]
pub(crate) struct Face<'a> {
    /// The PostScript name that the PDF gives it.
    pub(crate) name: String,
    pub(crate) bytes: &'a [u8],
    pub(crate) parsed: ttf_parser::Face<'a>,
}

/// The faces of a report, in the order of fallback for each weight.
pub struct Fonts<'a> {
    faces: Vec<Face<'a>>,
    regular: Vec<usize>,
    bold: Vec<usize>,
    breaker: LineSegmenterBorrowed<'static>,
}

/// A glyph of one of the faces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) face: usize,
    pub(crate) id: u16,
    /// Advance in ems.
    pub(crate) advance: f32,
}

/// A character that no face has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Missing {
    pub(crate) character: char,
    /// The words around it.
    pub(crate) excerpt: String,
}

impl<'a> Fonts<'a> {
    /// Parses font files, in the order in which a glyph is looked for.
    ///
    /// # Errors
    /// Refuses bytes that are no TrueType face, naming the file.
    pub fn load(sources: &[FontSource<'a>]) -> Result<Self, Error> {
        let faces = sources
            .iter()
            .map(|source| {
                let parsed = ttf_parser::Face::parse(source.bytes, 0)
                    .map_err(|_| Error::Font(source.file.name))?;
                let name = source.file.name.trim_end_matches(".ttf").to_owned();
                Ok(Face {
                    name,
                    bytes: source.bytes,
                    parsed,
                })
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let serving = |weight: Weight| {
            let files = sources.iter().enumerate();
            files
                .filter(|(_, source)| source.file.weights.contains(&weight))
                .map(|(place, _)| place)
                .collect()
        };
        Ok(Self {
            faces,
            regular: serving(Weight::Regular),
            bold: serving(Weight::Bold),
            breaker: LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default()),
        })
    }

    /// The same faces at the same places, of which those of a language are looked at first.
    pub(crate) fn leading(&self, locale: Locale) -> Self {
        let files = font_files(locale);
        let rank = |place: &usize| {
            let name = &self.faces[*place].name;
            files
                .iter()
                .position(|file| file.name.starts_with(name.as_str()))
        };
        let (mut regular, mut bold) = (self.regular.clone(), self.bold.clone());
        regular.sort_by_key(rank);
        bold.sort_by_key(rank);
        Self {
            faces: self.faces.clone(),
            regular,
            bold,
            breaker: self.breaker,
        }
    }

    pub(crate) fn face(&self, place: usize) -> &Face<'a> {
        &self.faces[place]
    }

    pub(crate) fn face_count(&self) -> usize {
        self.faces.len()
    }

    /// Finds the first face of the weight that has the character.
    pub(crate) fn glyph(&self, weight: Weight, character: char) -> Option<Glyph> {
        let order = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        order.iter().find_map(|place| {
            let face = &self.faces[*place].parsed;
            let id = face.glyph_index(character)?;
            let advance = f32::from(face.glyph_hor_advance(id)?);
            Some(Glyph {
                face: *place,
                id: id.0,
                advance: advance / f32::from(face.units_per_em()),
            })
        })
    }

    pub(crate) fn outline(&self, glyph: Glyph, into: &mut dyn ttf_parser::OutlineBuilder) -> f32 {
        let face = &self.faces[glyph.face].parsed;
        let _bounds = face.outline_glyph(GlyphId(glyph.id), into);
        f32::from(face.units_per_em())
    }

    /// Makes words of a stranger fit to print: what has no glyph, steers a line or turns its direction is replaced,
    /// and what is longer than `most` characters is cut.
    #[must_use]
    pub fn tamed(&self, words: &str, most: usize) -> String {
        let weights = [Weight::Regular, Weight::Bold];
        let fit = |character: char| {
            let drawn = |weight| self.glyph(weight, character).is_some();
            !character.is_control() && !is_invisible(character) && weights.into_iter().all(drawn)
        };
        let mut rest = words.chars();
        let tame = |character| {
            if fit(character) {
                character
            } else {
                '\u{fffd}'
            }
        };
        let mut tamed: String = rest.by_ref().take(most).map(tame).collect();
        if rest.next().is_some() {
            tamed.push('…');
        }
        tamed
    }

    /// Returns the width of a text on one line, in points.
    pub(crate) fn width(&self, text: &str, weight: Weight, size: f32) -> Result<f32, Missing> {
        let mut width = 0.0;
        let mut before = None;
        for character in text.chars().filter(|character| !is_invisible(*character)) {
            let glyph = self.glyph(weight, character).ok_or_else(|| Missing {
                character,
                excerpt: excerpt(text, character),
            })?;
            let here = (character, glyph.advance);
            width += glyph.advance + before.map_or(0.0, |left| gap(left, here));
            before = Some(here);
        }
        Ok(width * size)
    }
}

/// Returns the words around a character, short enough for a sentence.
pub(crate) fn excerpt(text: &str, character: char) -> String {
    let characters: Vec<char> = text.chars().collect();
    let place = characters
        .iter()
        .position(|each| *each == character)
        .unwrap_or(0);
    let from = place.saturating_sub(12);
    characters[from..characters.len().min(place + 13)]
        .iter()
        .collect()
}

/// Tells whether a character takes no room and has no glyph: controls, joiners, selectors, marks.
pub(crate) fn is_invisible(character: char) -> bool {
    let code = u32::from(character);
    (character.is_control() && character != '\n' && character != '\t')
        || matches!(code, 0xad | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff)
        || matches!(code, 0xfe00..=0xfe0f | 0xe0100..=0xe01ef)
}

const CLOSING: &str = "，。、；：！？）】》〉」』〕”’";
const OPENING: &str = "（【《〈「『〔“‘";

/// Full-width punctuation whose right half is empty.
pub(crate) fn is_closing(character: char) -> bool {
    CLOSING.contains(character)
}

fn is_opening(character: char) -> bool {
    OPENING.contains(character)
}

fn is_han(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// The room between neighbours in ems, beyond their advances, which come with them.
///
/// Full-width marks that meet share a half square; quotation marks are such marks in a Chinese face and
/// narrow ones in a Latin face, so that the advance decides. Han beside Latin letters or digits gets a little
/// air: less than a tenth of an em, so that a reader who copies the text finds no space there.
pub(crate) fn gap(left: (char, f32), right: (char, f32)) -> f32 {
    let wide = |(character, advance): (char, f32)| {
        advance > 0.9 && (is_closing(character) || is_opening(character))
    };
    let both = wide(left) && wide(right);
    let (left, right) = (left.0, right.0);
    if both {
        let half = (is_closing(left) && (is_closing(right) || is_opening(right)))
            || (is_opening(left) && is_opening(right));
        return if half { -0.5 } else { 0.0 };
    }
    let latin = |character: char| character.is_ascii_alphanumeric();
    if (is_han(left) && latin(right)) || (latin(left) && is_han(right)) {
        return 0.08;
    }
    0.0
}
