//! The organisation's logo: a PNG or SVG file becomes the picture that covers show.
//!
//! Nothing of a file of other people's making is put on paper as it is. What is kept is a PNG of few dots on white,
//! drawn by us, so that nothing hides in it and nothing shines through it. Of an SVG only shapes are drawn: whatever
//! would be fetched, run, or set in a font that may be missing is refused by name.

use assay_domain::workspace::Logo;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use resvg::tiny_skia::{
    Color, FilterQuality, Pixmap, PixmapPaint, PremultipliedColorU8, Transform,
};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{Options, Tree};

/// The longest file that is read, in bytes.
pub const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// The most dots that a picture is unpacked to.
pub const MOST_DOTS: u64 = 16_000_000;
/// Width and height that what is kept fits into, in dots: more than paper shows in the room for a logo.
const ROOM: (f32, f32) = (900.0, 264.0);
/// The most elements and texts of an SVG.
const MOST_NODES: u32 = 50_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const SVG: &str = "http://www.w3.org/2000/svg";

/// The parts of an SVG that are drawn, or that say something about it.
const PARTS: [&str; 21] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "mask",
    "metadata",
    "path",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "symbol",
    "title",
    "use",
];

/// Why a file can't be the logo.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is of another kind.
    #[error("neither PNG nor SVG")]
    Kind,
    /// It has more dots than are unpacked.
    #[error("{width} by {height} dots")]
    Dots {
        /// In dots.
        width: u32,
        /// In dots.
        height: u32,
    },
    /// It can't be read as what it begins as.
    #[error("damaged: {0}")]
    Damaged(String),
    /// It has a part that a logo can't have.
    #[error("part {0}")]
    Part(String),
    /// It refers to something outside of itself.
    #[error("reference {0}")]
    Reference(String),
    /// On white paper nothing of it is seen.
    #[error("nothing is seen on white")]
    Blank,
}

/// Makes the logo of a file's bytes.
///
/// # Errors
/// [`Refusal`] says why the file can't be the logo.
pub fn read(bytes: &[u8]) -> Result<Logo, Refusal> {
    let picture = if bytes.starts_with(PNG) {
        png(bytes)?
    } else {
        svg(bytes)?
    };
    let white = PremultipliedColorU8::from_rgba(255, 255, 255, 255);
    if picture.pixels().iter().all(|dot| Some(*dot) == white) {
        return Err(Refusal::Blank);
    }
    let kept = picture.encode_png().map_err(damaged)?;
    Ok(Logo(BASE64.encode(kept)))
}

fn damaged(error: impl ToString) -> Refusal {
    Refusal::Damaged(error.to_string())
}

/// Unpacks a PNG whose head says that it is of a size that can be unpacked.
fn png(bytes: &[u8]) -> Result<Pixmap, Refusal> {
    let number = |at: usize| {
        let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
        four.map(u32::from_be_bytes)
            .ok_or_else(|| damaged("no head"))
    };
    let (width, height) = (number(16)?, number(20)?);
    if u64::from(width) * u64::from(height) > MOST_DOTS {
        return Err(Refusal::Dots { width, height });
    }
    let mut picture = Pixmap::decode_png(bytes).map_err(damaged)?;
    // Halving sees every dot; one large step would see a few of them.
    while size(&picture).0 > 2.0 * ROOM.0 || size(&picture).1 > 2.0 * ROOM.1 {
        picture = scaled(&picture, 0.5, None)?;
    }
    let scale = fit(size(&picture)).min(1.0);
    scaled(&picture, scale, Some(Color::WHITE))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a picture has few dots each way"
)]
fn size(picture: &Pixmap) -> (f32, f32) {
    (picture.width() as f32, picture.height() as f32)
}

/// By how much a picture of a size is to be scaled to fill the room.
fn fit((width, height): (f32, f32)) -> f32 {
    (ROOM.0 / width).min(ROOM.1 / height)
}

fn scaled(picture: &Pixmap, scale: f32, ground: Option<Color>) -> Result<Pixmap, Refusal> {
    let (width, height) = size(picture);
    let mut canvas = canvas(width * scale, height * scale)?;
    if let Some(colour) = ground {
        canvas.fill(colour);
    }
    let paint = PixmapPaint {
        quality: FilterQuality::Bilinear,
        ..PixmapPaint::default()
    };
    let place = Transform::from_scale(size(&canvas).0 / width, size(&canvas).1 / height);
    canvas.draw_pixmap(0, 0, picture.as_ref(), &paint, place, None);
    Ok(canvas)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the size of the room at the most, or of a picture that was unpacked"
)]
fn canvas(width: f32, height: f32) -> Result<Pixmap, Refusal> {
    let dots = |length: f32| length.round().max(1.0) as u32;
    Pixmap::new(dots(width), dots(height)).ok_or_else(|| damaged("no size"))
}

/// Draws an SVG on white, as large as the room for it.
fn svg(bytes: &[u8]) -> Result<Pixmap, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Kind)?;
    if !text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
    {
        return Err(Refusal::Kind);
    }
    // Entities are where small files become large ones.
    if text.contains("<!ENTITY") {
        return Err(Refusal::Part("ENTITY".to_owned()));
    }
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(damaged)?;
    if !document.root_element().has_tag_name((SVG, "svg")) {
        return Err(Refusal::Kind);
    }
    document.descendants().try_for_each(allowed)?;
    let tree = Tree::from_xmltree(&document, &Options::default()).map_err(damaged)?;
    let scale = fit((tree.size().width(), tree.size().height()));
    let mut canvas = canvas(tree.size().width() * scale, tree.size().height() * scale)?;
    canvas.fill(Color::WHITE);
    let place = Transform::from_scale(scale, scale);
    resvg::render(&tree, place, &mut canvas.as_mut());
    Ok(canvas)
}

/// Refuses what is no shape, and whatever points out of the file. What other programs keep in namespaces of their own
/// is not drawn.
fn allowed(node: Node<'_, '_>) -> Result<(), Refusal> {
    let name = node.tag_name();
    if node.is_element() && name.namespace() == Some(SVG) && !PARTS.contains(&name.name()) {
        return Err(Refusal::Part(name.name().to_owned()));
    }
    let links = node.attributes().filter(|each| each.name() == "href");
    let links = links.map(|link| link.value());
    let texts = node.attributes().map(|attribute| attribute.value());
    let calls = texts.chain(node.text()).flat_map(|text| {
        let called = text.split("url(").skip(1);
        let called = called.map(|rest| rest.trim_start_matches([' ', '"', '\'']));
        called.chain(text.contains("@import").then_some("@import"))
    });
    match links.chain(calls).find(|target| !target.starts_with('#')) {
        Some(target) => Err(Refusal::Reference(target.chars().take(60).collect())),
        None => Ok(()),
    }
}
