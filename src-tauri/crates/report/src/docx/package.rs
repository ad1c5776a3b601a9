//! The parts of the file: what docx-rs has no words for, and the archive.
//!
//! Where it lacks an element, the copy writes another one that nothing else in it uses, and that is put in its
//! place here. It counts the paragraphs of the whole process, so that their ids are taken out.

use super::CopyMeta;
use super::order::in_order;
use crate::Error;
use crate::model::Document;
use assay_domain::locale::Locale;
use docx_rs::{Docx, HeightRule, Run, TableRow};
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

const STYLES: &str = include_str!("../../../../../assets/report/docx/styles.xml");
const FONTS: &str = include_str!("../../../../../assets/report/docx/fontTable.xml");
const NUMBERING: &str = include_str!("../../../../../assets/report/docx/numbering.xml");
const SETTINGS: &str = include_str!("../../../../../assets/report/docx/settings.xml");

/// What stands for a row that is repeated on each page, and for the number of a footnote beside its words; and what
/// says nothing, at a place where the schema has none.
const REPLACED: [(&str, &str); 3] = [
    (
        r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#,
        "<w:tblHeader />",
    ),
    ("<w:cr />", "<w:footnoteRef />"),
    ("<w:rPr />", ""),
];
/// What names every picture alike.
const PICTURE: &str = r#"<wp:docPr id="1" name="Figure" />"#;

/// Says that a row is repeated at the head of each page.
pub(super) fn repeated(row: TableRow) -> TableRow {
    row.row_height(1.0).height_rule(HeightRule::AtLeast)
}

/// The number of a footnote, before its words.
pub(super) fn note_mark() -> Run {
    Run::new().style("FootnoteReference").add_carriage_return()
}

/// Closes the file; `shown` says in words what each picture shows.
pub(super) fn close(
    file: Docx,
    document: &Document,
    meta: &CopyMeta<'_>,
    shown: &[String],
) -> Result<Vec<u8>, Error> {
    let parts = file.build();
    let body = text(parts.document)?;
    let hint = match document.locale {
        Locale::En => "default",
        Locale::ZhCn => "eastAsia",
    };
    // Quotation marks and the like belong to both scripts; in Chinese they fill their square.
    let styles = STYLES.replace(r#"w:hint="default""#, &format!(r#"w:hint="{hint}""#));
    let mut named = vec![
        ("[Content_Types].xml".to_owned(), text(parts.content_type)?),
        ("_rels/.rels".to_owned(), text(parts.rels)?),
        ("docProps/app.xml".to_owned(), text(parts.doc_props.app)?),
        ("docProps/core.xml".to_owned(), core(document, meta)),
        (
            "docProps/custom.xml".to_owned(),
            text(parts.doc_props.custom)?,
        ),
        (
            "word/_rels/document.xml.rels".to_owned(),
            text(parts.document_rels)?,
        ),
        ("word/document.xml".to_owned(), described(&body, shown)),
        ("word/styles.xml".to_owned(), styles),
        ("word/settings.xml".to_owned(), SETTINGS.to_owned()),
        ("word/fontTable.xml".to_owned(), FONTS.to_owned()),
        ("word/numbering.xml".to_owned(), NUMBERING.to_owned()),
        ("word/footnotes.xml".to_owned(), text(parts.footnotes)?),
        ("word/comments.xml".to_owned(), text(parts.comments)?),
        (
            "word/commentsExtended.xml".to_owned(),
            text(parts.comments_extended)?,
        ),
    ];
    for (name, pages) in [("header", parts.headers), ("footer", parts.footers)] {
        for (part, number) in pages.into_iter().zip(1..) {
            named.push((format!("word/{name}{number}.xml"), text(part)?));
        }
    }
    archive(&named, &parts.media).map_err(|error| Error::Write(error.into()))
}

/// A part with what was written for something else put right.
fn text(part: Vec<u8>) -> Result<String, Error> {
    let text = String::from_utf8(part).map_err(std::io::Error::other)?;
    let mut pieces = text.split(r#" w14:paraId=""#);
    let first = pieces.next().unwrap_or_default().to_owned();
    let after = pieces.filter_map(|piece| piece.split_once('"'));
    let text = after.fold(first, |text, (_, rest)| text + rest);
    let put_right = |text: String, (from, to): &(&str, &str)| text.replace(from, to);
    Ok(in_order(REPLACED.iter().fold(text, put_right)))
}

/// Gives each picture a number, and its words for those who hear the text.
fn described(body: &str, shown: &[String]) -> String {
    let mut pieces = body.split(PICTURE);
    let first = pieces.next().unwrap_or_default().to_owned();
    let pieces = pieces.zip(shown).zip(1..);
    pieces.fold(first, |text, ((piece, words), number)| {
        let words = escaped(words);
        text + &format!(r#"<wp:docPr id="{number}" name="Figure {number}" descr="{words}" />"#)
            + piece
    })
}

/// Title, language, author, and the moment of the facts, which is no reading of a clock.
fn core(document: &Document, meta: &CopyMeta<'_>) -> String {
    let [title, author, mark] = [&document.title, meta.author, meta.mark].map(escaped);
    let (created, language) = (meta.created, document.locale.tag());
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:subject>{mark}</dc:subject><dc:creator>{author}</dc:creator><dc:language>{language}</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{created}</dcterms:modified></cp:coreProperties>
"#
    )
}

fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars().filter(super::words::is_fit) {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn archive(parts: &[(String, String)], media: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let parts = parts.iter();
    let parts = parts.map(|(name, text)| (name.clone(), text.as_bytes()));
    let pictures = media.iter();
    let pictures = pictures.map(|(id, bytes)| (format!("word/media/{id}.png"), bytes.as_slice()));
    // No time of day: the same report gives the same file.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts.chain(pictures) {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
