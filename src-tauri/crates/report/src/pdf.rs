//! From a layout to bytes: printpdf writes pages and fonts, a pass with lopdf adds what makes the
//! file PDF/A-3a and PDF/UA-1.

mod appearance;
mod font;
mod metadata;
mod outline;
mod structure;

pub use appearance::signature_appearance;

use crate::Error;
use crate::chart::{Path, Rgb, Segment, Stroke, colour};
use crate::layout::{Area, Item, Layout, Sheet, lay_out};
use crate::model::{Document, Picture};
use crate::text::{Fonts, Part, Run};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary};
use printpdf::{
    Color, DictItem, FontId, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode, PdfDocument,
    PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, RawImage,
    RawImageData, RawImageFormat, TextItem, WindingOrder, XObject, XObjectId, XObjectTransform,
};
use rayon::prelude::*;
use std::io::Write as _;
use tiny_skia::Pixmap;

/// The logo's name among the resources.
const LOGO: &str = "Logo";

/// How many bytes it takes to say that a stream is packed.
const FILTER: usize = 19;

/// A file inside the PDF.
#[derive(Clone, Copy, Debug)]
pub struct Attachment<'a> {
    /// File name, ASCII.
    pub name: &'a str,
    /// Media type, such as `application/json`.
    pub media_type: &'a str,
    /// How it belongs to the document: `Data` or `Supplement` of ISO 32000-2, 14.13.
    pub relationship: &'a str,
    /// What it holds, for the reader's list of attachments.
    pub description: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What is said about the file itself.
#[derive(Clone, Copy, Debug)]
pub struct Meta<'a> {
    /// Who made it: the organisation.
    pub author: &'a str,
    /// The program that made it, with its version.
    pub producer: &'a str,
    /// When it was made, as `2026-11-24T06:00:00Z`.
    pub created: &'a str,
    /// Files inside it.
    pub attachments: &'a [Attachment<'a>],
}

/// Makes the PDF: the same document, fonts and meta data give the same bytes.
///
/// # Errors
/// Refuses a character that no font has, by name and place.
pub fn render(document: &Document, fonts: &Fonts<'_>, meta: &Meta<'_>) -> Result<Vec<u8>, Error> {
    rendered(std::slice::from_ref(document), fonts, meta).map(|(bytes, _)| bytes)
}

/// As [`render`], of one document or of two side by side that say the same, with the number of pages.
pub(crate) fn rendered(
    told: &[Document],
    fonts: &Fonts<'_>,
    meta: &Meta<'_>,
) -> Result<(Vec<u8>, u32), Error> {
    let layout = lay_out(told, fonts)?;
    let mut pdf = PdfDocument::new(&told[0].title);
    for (face, characters) in font::used(fonts, &layout).into_iter().enumerate() {
        if !characters.is_empty() {
            let subset = font::subset(fonts.face(face), &characters)?;
            pdf.resources
                .fonts
                .map
                .insert(font_id(face), PdfFont::new(subset));
        }
    }
    if let Some(logo) = &told[0].logo {
        let image = XObject::Image(dots(logo)?);
        let images = &mut pdf.resources.xobjects.map;
        images.insert(XObjectId(LOGO.to_owned()), image);
    }
    let mut marks = Vec::new();
    for items in &layout.pages {
        let (page, marked) = page(items, &layout);
        pdf.pages.push(page);
        marks.push(marked);
    }
    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut file = pdf.to_lopdf_document(&options, &mut Vec::new());
    drop(pdf);
    file.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    structure::add(&mut file, &layout, &pages, &marks)?;
    outline::add(&mut file, &layout, &pages)?;
    metadata::add(&mut file, told, meta)?;
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    Ok((save(file)?, count))
}

fn save(mut file: lopdf::Document) -> Result<Vec<u8>, Error> {
    let objects: Vec<&mut Object> = file.objects.values_mut().collect();
    // Each stream is packed by itself, so that all processors may.
    objects
        .into_par_iter()
        .try_for_each(|object| match object {
            Object::Stream(stream) => pack(stream).and_then(|()| avoid_final_return(stream)),
            _ => Ok(()),
        })?;
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .build();
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}

/// Packs a stream where that makes it smaller.
///
/// Not as small as can be: the last fiftieth would take as long again as all before.
fn pack(stream: &mut Stream) -> Result<(), Error> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&stream.content)?;
    let packed = encoder.finish()?;
    if packed.len() + FILTER < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
    Ok(())
}

/// Keeps a compressed stream from ending in a carriage return.
///
/// Followed by the writer's line feed it would read as an end of line, and strict readers would find
/// the stream one byte too short. The last byte follows from what is packed: a content stream gets a line feed
/// more, and what must keep its bytes is left unpacked.
fn avoid_final_return(stream: &mut Stream) -> Result<(), Error> {
    let kept = [&b"Type"[..], b"Subtype", b"Length1", b"N"];
    let is_content = !kept.iter().any(|key| stream.dict.has(key));
    while stream.content.last() == Some(&b'\r') && stream.dict.has(b"Filter") {
        let mut plain = stream.decompressed_content()?;
        if is_content {
            plain.push(b'\n');
            *stream = Stream::new(dictionary! {}, plain);
            pack(stream)?;
        } else {
            stream.set_plain_content(plain);
        }
    }
    Ok(())
}

fn font_id(face: usize) -> FontId {
    FontId(format!("Face{face}"))
}

/// Writes one page; returns the nodes of its marked contents in the order of their numbers.
fn page(items: &[Item], layout: &Layout) -> (PdfPage, Vec<usize>) {
    let mut ops = Vec::with_capacity(items.len() * 5);
    let mut marked = Vec::new();
    let sheet = layout.sheet;
    for item in items {
        match item {
            Item::Open(None) => ops.push(Op::BeginMarkedContent {
                tag: "Artifact".to_owned(),
            }),
            Item::OpenRepeated => ops.push(Op::BeginMarkedContentWithProperties {
                tag: "Artifact".to_owned(),
                properties: DictItem::Dict {
                    map: [("Type".to_owned(), DictItem::Name(b"Pagination".to_vec()))].into(),
                },
            }),
            Item::Open(Some(node)) => {
                let number = i64::try_from(marked.len()).unwrap_or(i64::MAX);
                marked.push(*node);
                ops.push(Op::BeginMarkedContentWithProperties {
                    tag: layout.tree.nodes[*node].role.to_owned(),
                    properties: DictItem::Dict {
                        map: [("MCID".to_owned(), DictItem::Int(number))].into(),
                    },
                });
            }
            Item::Close => ops.push(Op::EndMarkedContent),
            Item::Run { x, y, size, run } => text(&mut ops, run, point((*x, *y), sheet), *size),
            Item::Logo { area } => logo(&mut ops, area, sheet),
            Item::Path { path, fill, stroke } => {
                shape(&mut ops, points(path, sheet), (path.closed, *fill, *stroke))
            }
            _ => {}
        }
    }
    let page = PdfPage::new(Mm::from(Pt(sheet.width)), Mm::from(Pt(sheet.height)), ops);
    (page, marked)
}

fn text(ops: &mut Vec<Op>, run: &Run, pos: Point, size: f32) {
    let items = run.parts.iter().map(|part| match part {
        Part::Text(text) => TextItem::Text(text.clone()),
        // The operator counts to the left, in thousandths of an em.
        Part::Shift(ems) => TextItem::Offset(-1000.0 * ems),
    });
    ops.extend([
        Op::StartTextSection,
        Op::SetFillColor {
            col: color(colour::of(run.tone)),
        },
        Op::SetFont {
            font: PdfFontHandle::External(font_id(run.face)),
            size: Pt(size),
        },
        Op::SetTextCursor { pos },
        Op::ShowText {
            items: items.collect(),
        },
        Op::EndTextSection,
    ]);
}

/// Sets the logo into its area.
fn logo(ops: &mut Vec<Op>, area: &Area, sheet: Sheet) {
    let corner = point((area.x, area.y + area.height), sheet);
    ops.push(Op::UseXobject {
        id: XObjectId(LOGO.to_owned()),
        transform: XObjectTransform {
            translate_x: Some(corner.x),
            translate_y: Some(corner.y),
            scale_x: Some(rounded(area.width)),
            scale_y: Some(rounded(area.height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        },
    });
}

/// The dots of the logo, which has no transparency.
fn dots(picture: &Picture) -> Result<RawImage, Error> {
    let read = Pixmap::decode_png(&picture.png).map_err(|_| Error::Logo)?;
    let dots = read.pixels().iter();
    let pixels = dots.flat_map(|dot| [dot.red(), dot.green(), dot.blue()]);
    Ok(RawImage {
        pixels: RawImageData::U8(pixels.collect()),
        width: read.width() as usize,
        height: read.height() as usize,
        data_format: RawImageFormat::RGB8,
        tag: Vec::new(),
    })
}

fn shape(
    ops: &mut Vec<Op>,
    points: Vec<LinePoint>,
    (closed, fill, stroke): (bool, Option<Rgb>, Option<Stroke>),
) {
    ops.push(Op::SaveGraphicsState);
    if let Some(fill) = fill {
        ops.push(Op::SetFillColor { col: color(fill) });
    }
    if let Some(stroke) = stroke {
        ops.push(Op::SetOutlineColor {
            col: color(stroke.colour),
        });
        ops.push(Op::SetOutlineThickness {
            pt: Pt(stroke.width),
        });
        if let Some(dash) = stroke.dash {
            ops.push(Op::SetLineDashPattern {
                dash: LineDashPattern {
                    offset: 0.0,
                    pattern: [dash, dash].into_iter().collect(),
                },
            });
        }
    }
    if closed {
        let mode = match (fill, stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (None, Some(_)) => PaintMode::Stroke,
            _ => PaintMode::Fill,
        };
        ops.push(Op::DrawPolygon {
            polygon: Polygon {
                rings: vec![PolygonRing { points }],
                mode,
                winding_order: WindingOrder::NonZero,
            },
        });
    } else {
        ops.push(Op::DrawLine {
            line: Line {
                points,
                is_closed: false,
            },
        });
    }
    ops.push(Op::RestoreGraphicsState);
}

fn points(path: &Path, sheet: Sheet) -> Vec<LinePoint> {
    let straight = |at: (f32, f32)| LinePoint {
        p: point(at, sheet),
        bezier: false,
    };
    let handle = |at: (f32, f32)| LinePoint {
        p: point(at, sheet),
        bezier: true,
    };
    let mut points = Vec::new();
    for segment in &path.segments {
        match *segment {
            Segment::Move(x, y) | Segment::Line(x, y) => points.push(straight((x, y))),
            Segment::Curve([first, second, end]) => {
                points.extend([handle(first), handle(second), straight(end)]);
            }
        }
    }
    points
}

/// Turns points from the top left into the file's points from the bottom left, to a hundredth.
fn point(at: (f32, f32), sheet: Sheet) -> Point {
    Point {
        x: Pt(rounded(at.0)),
        y: Pt(rounded(sheet.height - at.1)),
    }
}

fn rounded(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn color(colour: Rgb) -> Color {
    let [r, g, b] = colour.map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(printpdf::Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}

/// A text string in UTF-16, as readers show it.
fn utf16(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_packed_stream_ends_in_a_carriage_return() {
        for kind in [dictionary! {}, dictionary! { "Type" => "EmbeddedFile" }] {
            let mut met = 0;
            // The last byte is that of the sum of all bytes, which an odd one more each time brings to every value.
            for number in 0..256 {
                let plain = ["!".repeat(number), "packed ".repeat(40)]
                    .concat()
                    .into_bytes();
                let mut stream = Stream::new(kind.clone(), plain.clone());
                pack(&mut stream).expect("memory takes it");
                met += u32::from(stream.content.ends_with(b"\r"));
                avoid_final_return(&mut stream).expect("it was packed here");
                assert!(!stream.content.ends_with(b"\r"));
                let packed = stream.dict.has(b"Filter");
                let read = if packed {
                    stream.decompressed_content().expect("it was packed here")
                } else {
                    stream.content
                };
                assert!(read.starts_with(&plain));
                assert!(read == plain || (kind.is_empty() && read.len() > plain.len()));
            }
            assert!(met > 0, "none of the streams was put to the test");
        }
    }
}
