//! Fonts cut down to the glyphs that a document uses.

use crate::Error;
use crate::layout::{Item, Layout};
use crate::text::{Face, Fonts, Part};
use printpdf::font::PdfFontMetricsStub;
use printpdf::{FontMetrics, ParsedFont};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Lists the characters that each face has to show.
pub(super) fn used(fonts: &Fonts<'_>, layout: &Layout) -> Vec<BTreeSet<char>> {
    let mut used = vec![BTreeSet::new(); fonts.face_count()];
    for item in layout.pages.iter().flatten() {
        if let Item::Run { run, .. } = item {
            for part in &run.parts {
                if let Part::Text(text) = part {
                    used[run.face].extend(text.chars());
                }
            }
        }
    }
    used
}

/// Cuts a face down to characters; their glyphs are numbered anew, in the order of the characters.
pub(super) fn subset(face: &Face<'_>, characters: &BTreeSet<char>) -> Result<ParsedFont, Error> {
    let parsed = &face.parsed;
    let mut remapper = subsetter::GlyphRemapper::new();
    let mut glyphs = BTreeMap::new();
    let mut widths = BTreeMap::new();
    let advance = |glyph| parsed.glyph_hor_advance(glyph).unwrap_or(0);
    widths.insert(0, advance(ttf_parser::GlyphId(0)));
    for character in characters {
        if let Some(glyph) = parsed.glyph_index(*character) {
            let renumbered = remapper.remap(glyph.0);
            glyphs.insert(u32::from(*character), renumbered);
            widths.insert(renumbered, advance(glyph));
        }
    }
    let bytes = subsetter::subset(face.bytes, 0, &remapper).map_err(|error| Error::Embedding {
        font: face.name.clone(),
        reason: error.to_string(),
    })?;
    let name = format!("{}+{}", tag(&bytes), face.name);
    let metrics = FontMetrics {
        ascent: parsed.ascender(),
        descent: parsed.descender(),
    };
    let units = parsed.units_per_em();
    let mut font =
        ParsedFont::with_glyph_data(bytes, 0, Some(name), glyphs, widths, units, metrics);
    let bounds = parsed.global_bounding_box();
    font.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: units,
        x_min: bounds.x_min,
        y_min: bounds.y_min,
        x_max: bounds.x_max,
        y_max: bounds.y_max,
        caret_slope_rise: 1,
        caret_slope_run: 0,
        us_weight_class: parsed.weight().to_number(),
    };
    Ok(font)
}

/// Six capital letters that tell one subset from another (ISO 32000-1, 9.6.4).
fn tag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let letters = digest.iter().take(6);
    letters.map(|byte| char::from(b'A' + byte % 26)).collect()
}
