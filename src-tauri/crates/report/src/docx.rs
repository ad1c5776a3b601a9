//! The editable copy: a document as a Word file, marked as unsigned.
//!
//! Looks are data: `assets/report/docx` has the styles, with the faces of official papers. The blocks become
//! paragraphs and tables of docx-rs; [`package`] puts in what it has no words for, and closes the file.
//! Drawings become pictures, since the model draws them itself; the tables beside them have the same figures.

mod order;
mod package;
mod picture;
mod table;
mod words;

use crate::Error;
use crate::layout::{Entry, Sheet, outline};
use crate::model::{
    Block, Document, Figure, GradeMark, Heading, Label, Paragraph, ParagraphStyle, Text, Tone,
    Verdict,
};
use crate::text::{Fonts, Missing};
use assay_domain::locale::Locale;
use assay_domain::workspace::PaperSize;
use docx_rs as word;
use picture::Picture;
use word::{DocumentChild, FieldCharType, InstrText};
use words::{mark, plain, runs, styled};

/// Left and right margin in twentieths of a point, as official papers have them.
const MARGINS: (u16, u16) = (1588, 1474);
/// Twentieths of a point for a point of empty room in the PDF, whose pages hold more.
const ROOM: f32 = 11.0;
/// The list of `numbering.xml` that numbers headings, the one that marks points, and the one that numbers the
/// headings of a second language.
const NUMBERS: usize = 1;
const POINTS: usize = 2;
const AGAIN: usize = 3;

/// What an editable copy says of itself.
#[derive(Clone, Copy, Debug)]
pub struct CopyMeta<'a> {
    /// Who made the report: the organisation.
    pub author: &'a str,
    /// When it was made, as `2026-11-24T06:00:00Z`.
    pub created: &'a str,
    /// At the head of every page: that this is an unsigned copy, and of what.
    pub mark: &'a str,
    /// The same in sentences, before everything else.
    pub notice: &'a str,
}

/// Makes the Word file of one document, or of two that say the same in two languages, one after the other:
/// the same documents, fonts and meta data give the same bytes.
///
/// # Errors
/// Refuses a character of a drawing that no font has.
pub fn editable(
    told: &[Document],
    fonts: &Fonts<'_>,
    meta: &CopyMeta<'_>,
) -> Result<Vec<u8>, Error> {
    let document = &told[0];
    let mut copy = Copy {
        document,
        second: false,
        measure: measure(document.paper),
        fonts,
        children: Vec::new(),
        outline: told
            .iter()
            .flat_map(|document| outline(&document.blocks))
            .collect(),
        headings: 0,
        notes: 0,
        tables: 0,
        figures: 0,
        shown: Vec::new(),
        new_page: false,
    };
    copy.add(styled("Notice", &Text::toned(meta.notice, Tone::Bad)));
    copy.blocks(&document.blocks)?;
    for document in &told[1..] {
        copy.turn_to(document)?;
    }
    let mut file = file(document, meta.mark);
    file.document.children = copy.children;
    file.document_rels.has_numberings = true;
    package::close(file, document, meta, &copy.shown)
}

/// Size of a page in twentieths of a point.
const fn size(paper: PaperSize) -> (u32, u32) {
    match paper {
        PaperSize::A4 => (11_906, 16_838),
        PaperSize::Letter => (12_240, 15_840),
    }
}

/// Width of the text in twentieths of a point: 156 mm on A4, as official papers have it.
fn measure(paper: PaperSize) -> f32 {
    let Sheet { width, .. } = Sheet::of(paper);
    (width * 20.0).round() - f32::from(MARGINS.0) - f32::from(MARGINS.1)
}

/// A file with what stands on every page.
fn file(document: &Document, mark: &str) -> word::Docx {
    let frame = &document.frame;
    let head = plain("Header", &frame.head_left)
        .add_run(word::Run::new().add_tab())
        .add_run(words::run(&frame.head_right));
    let mark = styled("Header", &Text::bold(mark).in_tone(Tone::Bad));
    let header = word::Header::new().add_paragraph(head).add_paragraph(mark);
    let mut footer = word::Footer::new();
    for line in &frame.foot {
        footer = footer.add_paragraph(plain("Footer", line));
    }
    let Label {
        before,
        between,
        after,
    } = &frame.page;
    let page = plain("Footer", "")
        .add_run(word::Run::new().add_tab())
        .add_run(words::run(before))
        .add_page_num(word::PageNum::new())
        .add_run(words::run(between))
        .add_num_pages(word::NumPages::new())
        .add_run(words::run(after));
    let (width, height) = size(document.paper);
    word::Docx::new()
        .page_size(width, height)
        .page_margin(word::PageMargin {
            top: 2098,
            bottom: 1984,
            left: MARGINS.0.into(),
            right: MARGINS.1.into(),
            header: 900,
            footer: 700,
            gutter: 0,
        })
        .header(header)
        .footer(footer.add_paragraph(page))
}

/// The copy as far as it is written.
struct Copy<'d, 'a> {
    document: &'d Document,
    /// Whether it is told once more in a second language.
    second: bool,
    /// Width of the text in twentieths of a point.
    measure: f32,
    fonts: &'d Fonts<'a>,
    children: Vec<DocumentChild>,
    /// All headings, known before they are written.
    outline: Vec<Entry>,
    headings: usize,
    notes: usize,
    /// How many tables and figures bear a number so far.
    tables: u32,
    figures: u32,
    /// What each picture shows, in words.
    shown: Vec<String>,
    /// Whether what comes next begins a page.
    new_page: bool,
}

impl<'d> Copy<'d, '_> {
    /// Tells the same in a second language, with numbers that begin anew.
    fn turn_to(&mut self, document: &'d Document) -> Result<(), Error> {
        self.document = document;
        self.second = true;
        self.new_page = true;
        (self.tables, self.figures) = (0, 0);
        self.blocks(&document.blocks)
    }

    /// A number's name among those that Word counts by itself.
    const fn sequence(&self, first: &'static str, second: &'static str) -> &'static str {
        if self.second { second } else { first }
    }

    fn add(&mut self, mut paragraph: word::Paragraph) {
        if std::mem::take(&mut self.new_page) {
            paragraph = paragraph.page_break_before(true);
        }
        let child = DocumentChild::Paragraph(Box::new(paragraph));
        self.children.push(child);
    }

    /// Adds a table with a gap after it: two tables that touch would become one.
    fn add_table(&mut self, table: word::Table) {
        if self.new_page {
            self.add(plain("Gap", ""));
        }
        self.children.push(DocumentChild::Table(Box::new(table)));
        self.add(plain("Gap", ""));
    }

    fn blocks(&mut self, blocks: &[Block]) -> Result<(), Error> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Title {
                title,
                subtitle,
                logo,
            } => {
                if *logo {
                    self.logo();
                }
                self.add(plain("Title", title));
                self.add(plain("Subtitle", subtitle));
            }
            Block::Marking { left, right } => self.marking(left, right),
            Block::Letterhead { name, unit } => self.letterhead(name, unit),
            Block::Verdict(verdict) => self.verdict(verdict)?,
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Pairs(pairs) => self.pairs(pairs),
            Block::Duo(left, right) => self.pairs(left.iter().chain(right)),
            Block::Beside(pairs, figure, below) => {
                self.pairs(pairs);
                self.figure(figure)?;
                self.pairs(below);
            }
            Block::List(points) => {
                for point in points {
                    self.add(numbered(styled("ListBullet", point), POINTS, 0));
                }
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure)?,
            Block::Callout { tone, title, body } => {
                let title = Text::bold(title).in_tone(*tone);
                for text in std::iter::once(&title).chain(body) {
                    self.add(styled("Callout", text));
                }
            }
            // The contents of Word list all headings, those of a second language too.
            Block::Contents if self.second => {}
            Block::Contents => self.contents(),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::SealRoom(words) => self.seal_room(words),
            Block::Keep(blocks) => self.keep(blocks)?,
            Block::Space(points) => {
                let room = word::LineSpacing::new().before(table::twentieths(points * ROOM));
                self.add(plain("Gap", "").line_spacing(room));
            }
            Block::PageBreak => self.new_page = true,
        }
        Ok(())
    }

    fn keep(&mut self, blocks: &[Block]) -> Result<(), Error> {
        let first = self.children.len();
        self.blocks(blocks)?;
        let last = self.children.len().saturating_sub(1).max(first);
        for child in &mut self.children[first..last] {
            if let DocumentChild::Paragraph(paragraph) = child {
                paragraph.property = std::mem::take(&mut paragraph.property).keep_next(true);
            }
        }
        Ok(())
    }

    fn letterhead(&mut self, name: &str, unit: &str) {
        self.logo();
        let names = Text::bold(name).and_toned(format!("\n{unit}"), Tone::Soft);
        self.add(styled("Normal", &names));
    }

    fn logo(&mut self) {
        let Some(logo) = &self.document.logo else {
            return;
        };
        self.shown.push(logo.alt.clone());
        let picture = Picture::of(logo).inline(self.shown.len());
        let run = word::Run::new().add_image(picture);
        self.add(plain("Picture", "").keep_next(true).add_run(run));
    }

    fn verdict(&mut self, verdict: &Verdict) -> Result<(), Error> {
        self.add(styled("Normal", &Text::toned(&verdict.label, Tone::Soft)).keep_next(true));
        let GradeMark { grade, name } = &verdict.mark;
        let mark = mark(*grade).into_iter().chain([words::run(name).bold()]);
        let large = mark.fold(plain("Lead", "").keep_next(true), word::Paragraph::add_run);
        self.add(large);
        self.add(styled("Normal", &Text::toned(&verdict.detail, Tone::Soft)));
        self.figure(&verdict.scale)
    }

    /// A heading in a style of its level, which Word numbers itself, under the name that the contents link to.
    fn heading(&mut self, heading: &Heading) {
        let level = usize::from(heading.level.clamp(1, 3));
        let mut words = plain(&format!("Heading{level}"), "");
        if heading.numbered {
            let list = if self.second { AGAIN } else { NUMBERS };
            words = numbered(words, list, level - 1);
        }
        self.headings += 1;
        let label = heading.label.iter().map(|label| format!("{label}\u{2002}"));
        words = words.add_bookmark_start(self.headings, anchor(self.headings));
        for part in label.chain([heading.text.clone()]) {
            words = words.add_run(words::run(&part));
        }
        words = words.add_bookmark_end(self.headings);
        if let Some(GradeMark { grade, name }) = &heading.mark {
            let mark = mark(*grade).into_iter().chain([words::run(name)]);
            let gap = words::run("\u{2003}");
            words = mark.fold(words.add_run(gap), word::Paragraph::add_run);
        }
        self.add(words);
    }

    fn paragraph(&mut self, of: &Paragraph) {
        let body = match self.document.locale {
            Locale::En => "BodyText",
            Locale::ZhCn => "BodyTextFirstIndent",
        };
        let mut words = match of.style {
            ParagraphStyle::Body => styled(body, &of.text),
            ParagraphStyle::Lead => styled("Lead", &of.text),
            ParagraphStyle::Soft => styled(body, &words::toned(&of.text, Tone::Soft)),
            ParagraphStyle::Fine => styled("Fine", &of.text),
        };
        for note in &of.notes {
            self.notes += 1;
            let mut text = plain("FootnoteText", "").add_run(package::note_mark());
            for run in std::iter::once(words::run(" ")).chain(runs(note)) {
                text = text.add_run(run);
            }
            let note = word::Footnote {
                id: self.notes,
                content: vec![text],
            };
            words = words.add_run(word::Run::new().add_footnote_reference(note));
        }
        self.add(words);
    }

    fn figure(&mut self, figure: &Figure) -> Result<(), Error> {
        let picture = picture::png(&figure.drawing, self.narrower(), self.fonts);
        let picture = picture.map_err(|missing| self.missing(missing))?;
        self.shown.push(figure.alt.clone());
        let run = word::Run::new().add_image(picture.inline(self.shown.len()));
        let numbered = !figure.caption.is_empty();
        self.add(plain("Picture", "").keep_next(numbered).add_run(run));
        if numbered {
            self.figures += 1;
            let label = &self.document.frame.figure;
            let sequence = self.sequence("Figure", "FigureAgain");
            self.add(caption(label, sequence, self.figures, &figure.caption));
        }
        Ok(())
    }

    /// How much narrower than in the PDF the text is.
    fn narrower(&self) -> f32 {
        self.measure / 20.0 / Sheet::of(self.document.paper).measure()
    }

    fn missing(&self, missing: Missing) -> Error {
        let heading = self.outline[..self.headings].last();
        Error::MissingGlyph {
            character: missing.character,
            place: heading.map_or_else(|| self.document.title.clone(), Entry::full),
            excerpt: missing.excerpt,
        }
    }

    /// The field of Word's own table of contents, with its entries; Word puts in the pages, which only it knows.
    fn contents(&mut self) {
        let listed = self.outline.clone().into_iter().zip(1..);
        let listed = listed.filter(|(entry, _)| entry.level <= 2 && entry.number.is_some());
        let field = word::InstrToC::new().heading_styles_range(1, 2).hyperlink();
        let mut begin = Some(
            word::Run::new()
                .add_field_char(FieldCharType::Begin, true)
                .add_instr_text(InstrText::TOC(field))
                .add_field_char(FieldCharType::Separate, false),
        );
        for (entry, heading) in listed {
            let mut line = plain(&format!("TOC{}", entry.level), "");
            if let Some(begin) = begin.take() {
                line = line.add_run(begin);
            }
            let link = word::Hyperlink::new(anchor(heading), word::HyperlinkType::Anchor);
            self.add(line.add_hyperlink(link.add_run(words::run(&entry.full()))));
        }
        if begin.is_none() {
            let end = word::Run::new().add_field_char(FieldCharType::End, false);
            self.add(plain("Gap", "").add_run(end));
        }
    }
}

/// The name of a heading, by its place.
fn anchor(heading: usize) -> String {
    format!("_Toc{heading:08}")
}

fn numbered(paragraph: word::Paragraph, list: usize, level: usize) -> word::Paragraph {
    paragraph.numbering(word::NumberingId::new(list), word::IndentLevel::new(level))
}

/// A caption whose number is a field, so that Word counts on when one is put in between.
fn caption(label: &Label, sequence: &str, number: u32, words: &str) -> word::Paragraph {
    let number = word::Run::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(InstrText::Unsupported(format!(
            " SEQ {sequence} \\* ARABIC "
        )))
        .add_field_char(FieldCharType::Separate, false)
        .add_text(number.to_string())
        .add_field_char(FieldCharType::End, false);
    plain("Caption", &label.before)
        .add_run(number)
        .add_run(words::run(&label.between))
        .add_run(words::run(words))
        .add_run(words::run(&label.after))
}
