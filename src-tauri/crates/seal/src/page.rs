//! The words on the pages of a report, as a reader copies them.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::error::Error;
use crate::pdf::Fault;
use crate::pdf::document::{Document, View};
use crate::pdf::object::{Dictionary, Object};
use crate::pdf::parse::Cursor;
use crate::pdf::text;

/// How many characters all pages may have together; a report of 1,000 pages has some three million.
const MAX_CHARACTERS: usize = 32 << 20;

/// How many operands stand before an operator; colours of many parts have the most.
const MAX_OPERANDS: usize = 64;

/// How many strings stand in one part of a font's table, two for each of its glyphs.
const MAX_STRINGS: usize = 2 << 16;

/// The characters that the glyphs of a font stand for.
type Characters = HashMap<u16, String>;

/// Returns the words of each page in the order of the pages, as the fonts' own tables translate the glyphs that are drawn.
///
/// # Errors
///
/// [`Error::Unreadable`] when the bytes are no PDF in the strict shape of a report, or its pages are not drawn as those of a report.
pub fn page_texts(pdf: &[u8]) -> Result<Vec<String>, Error> {
    let document = Document::read(pdf)?;
    let view = document.latest();
    let mut reader = Reader {
        view,
        fonts: HashMap::new(),
        left: MAX_CHARACTERS,
    };
    let pages = pages(view)?;
    Ok(pages
        .iter()
        .map(|page| reader.page(page))
        .collect::<Result<_, _>>()?)
}

/// The dictionaries of the pages, in order.
fn pages(view: View<'_, '_>) -> Result<Vec<Dictionary>, Fault> {
    let mut waiting: Vec<u32> = view.catalog()?.reference(b"Pages").into_iter().collect();
    let mut visited = HashSet::new();
    let mut pages = Vec::new();
    while let Some(number) = waiting.pop() {
        if !visited.insert(number) {
            return Err(Fault::new(0, "each page once"));
        }
        let node = view.dictionary(number)?;
        match node.array(b"Kids") {
            Some(kids) => waiting.extend(kids.iter().rev().filter_map(Object::reference)),
            None => pages.push(node),
        }
    }
    Ok(pages)
}

struct Reader<'d, 'a> {
    view: View<'d, 'a>,
    /// By the number of the font's table.
    fonts: HashMap<u32, Rc<Characters>>,
    /// How many more characters may come.
    left: usize,
}

impl Reader<'_, '_> {
    fn page(&mut self, page: &Dictionary) -> Result<String, Fault> {
        let fonts = self.fonts_of(page)?;
        let mut words = String::new();
        for content in self.contents(page)? {
            self.content(&content, &fonts, &mut words)?;
        }
        Ok(words)
    }

    /// A dictionary that an entry holds or leads to; an empty one where there is no such entry.
    fn part(&self, dictionary: &Dictionary, key: &[u8]) -> Result<Dictionary, Fault> {
        match dictionary.get(key).map(|entry| self.view.resolve(entry)) {
            None => Ok(Dictionary::default()),
            Some(Ok(Object::Dictionary(part))) => Ok(part),
            Some(Err(fault)) => Err(fault),
            Some(Ok(_)) => Err(Fault::new(0, "a dictionary")),
        }
    }

    fn fonts_of(&mut self, page: &Dictionary) -> Result<HashMap<Vec<u8>, Rc<Characters>>, Fault> {
        let resources = self.part(page, b"Resources")?;
        let mut fonts = HashMap::new();
        for entry in self.part(&resources, b"Font")?.entries() {
            let Object::Dictionary(font) = self.view.resolve(&entry.value)? else {
                return Err(Fault::new(0, "a font"));
            };
            if let Some(number) = font.reference(b"ToUnicode") {
                fonts.insert(entry.key.clone(), self.characters(number)?);
            }
        }
        Ok(fonts)
    }

    fn characters(&mut self, number: u32) -> Result<Rc<Characters>, Fault> {
        if let Some(known) = self.fonts.get(&number) {
            return Ok(Rc::clone(known));
        }
        let read = Rc::new(characters(&self.stream(number)?)?);
        self.fonts.insert(number, Rc::clone(&read));
        Ok(read)
    }

    fn stream(&self, number: u32) -> Result<Vec<u8>, Fault> {
        match self.view.get(number)? {
            Object::Stream(stream) => self.view.decoded(&stream),
            _ => Err(Fault::new(0, "a stream")),
        }
    }

    fn contents(&self, page: &Dictionary) -> Result<Vec<Vec<u8>>, Fault> {
        let parts = match page.get(b"Contents") {
            None => Vec::new(),
            Some(Object::Array(parts)) => parts.clone(),
            Some(part) => vec![part.clone()],
        };
        let number = |part: &Object| part.reference().ok_or(Fault::new(0, "a content stream"));
        parts
            .iter()
            .map(|part| self.stream(number(part)?))
            .collect()
    }

    /// Adds the words of one content stream; each piece that is shown ends with a line feed.
    fn content(
        &mut self,
        content: &[u8],
        fonts: &HashMap<Vec<u8>, Rc<Characters>>,
        words: &mut String,
    ) -> Result<(), Fault> {
        let mut cursor = Cursor::new(content, 0);
        let mut operands: Vec<Object> = Vec::new();
        let mut font = None;
        while !cursor.is_at_end() {
            let Some(operator) = cursor.word() else {
                operands.push(cursor.object()?);
                if operands.len() > MAX_OPERANDS {
                    return Err(Fault::new(cursor.at, "an operator"));
                }
                continue;
            };
            match (operator, operands.as_slice()) {
                (b"Tf", [Object::Name(name), ..]) => font = fonts.get(name),
                (b"Tj", [Object::String(glyphs)]) => self.show(glyphs, font, words)?,
                (b"TJ", [Object::Array(parts)]) => {
                    for part in parts {
                        if let Object::String(glyphs) = part {
                            self.show(glyphs, font, words)?;
                        }
                    }
                }
                _ => {}
            }
            if matches!(operator, b"Tj" | b"TJ") {
                words.push('\n');
            }
            operands.clear();
        }
        Ok(())
    }

    fn show(
        &mut self,
        glyphs: &[u8],
        font: Option<&Rc<Characters>>,
        words: &mut String,
    ) -> Result<(), Fault> {
        let font = font.ok_or(Fault::new(0, "a font with a table of characters"))?;
        for glyph in glyphs.chunks_exact(2) {
            let shown = font.get(&u16::from_be_bytes([glyph[0], glyph[1]]));
            let shown = shown.map_or("\u{fffd}", String::as_str);
            let left = self.left.checked_sub(shown.len());
            self.left = left.ok_or(Fault::new(0, "fewer characters"))?;
            words.push_str(shown);
        }
        Ok(())
    }
}

/// Reads the table of a font: glyph by glyph, as reports write it.
fn characters(table: &[u8]) -> Result<Characters, Fault> {
    let mut cursor = Cursor::new(table, 0);
    let mut characters = HashMap::new();
    let mut strings: Vec<Vec<u8>> = Vec::new();
    while !cursor.is_at_end() {
        match cursor.word() {
            Some(b"endbfchar") => {
                for pair in strings.chunks_exact(2) {
                    if let [high, low] = pair[0].as_slice() {
                        let units = [&[0xfe, 0xff], pair[1].as_slice()].concat();
                        characters.insert(u16::from_be_bytes([*high, *low]), text::decode(&units));
                    }
                }
            }
            Some(_) => strings.clear(),
            None => {
                if let Object::String(bytes) = cursor.object()? {
                    strings.push(bytes);
                }
                if strings.len() > MAX_STRINGS {
                    return Err(Fault::new(cursor.at, "a shorter table"));
                }
            }
        }
    }
    Ok(characters)
}
