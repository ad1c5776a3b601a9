//! A document as it is meant, before anything has a place on paper.
//!
//! It knows nothing of assessments: the sections fill it, the layout reads it.

use crate::Error;
use crate::chart::Drawing;
use crate::l10n::Texts;
use crate::text::Weight;
use assay_domain::locale::Locale;
use assay_domain::workspace::{Logo, PaperSize};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::fmt::Display;

/// The room for a logo in points.
const LOGO: (f32, f32) = (150.0, 44.0);

/// What a colour means; the layout knows which colour that is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Text.
    #[default]
    Ink,
    /// Secondary text, column heads.
    Soft,
    /// Fine print.
    Faint,
    /// A good state; always with a word.
    Good,
    /// Something to look at; always with a word.
    Warn,
    /// A bad state; always with a word.
    Bad,
    /// The label on the fill of a grade, 1 to 5.
    OnGrade(u8),
    /// White, on a dark fill.
    Paper,
}

/// A stretch of text in one weight and tone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The words; a line feed starts a new line.
    pub text: String,
    /// Regular or bold.
    pub weight: Weight,
    /// What its colour means.
    pub tone: Tone,
}

/// Text of several weights and tones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

impl Text {
    /// Text in ink.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().and(text)
    }

    /// Bold text in ink.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self::default().and_bold(text)
    }

    /// Regular text in a tone.
    #[must_use]
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self::default().and_toned(text, tone)
    }

    /// Adds text in ink.
    #[must_use]
    pub fn and(self, text: impl Into<String>) -> Self {
        self.and_toned(text, Tone::Ink)
    }

    /// Adds bold text in ink.
    #[must_use]
    pub fn and_bold(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            weight: Weight::Bold,
            tone: Tone::Ink,
        });
        self
    }

    /// Adds regular text in a tone.
    #[must_use]
    pub fn and_toned(mut self, text: impl Into<String>, tone: Tone) -> Self {
        self.0.push(Span {
            text: text.into(),
            weight: Weight::Regular,
            tone,
        });
        self
    }

    /// Gives all of it one tone.
    #[must_use]
    pub fn in_tone(mut self, tone: Tone) -> Self {
        for span in &mut self.0 {
            span.tone = tone;
        }
        self
    }

    /// Tells whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.text.is_empty())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

/// A grade, 1 to 5, with its name: number, name and colour always go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeMark {
    /// 1 to 5.
    pub grade: u8,
    /// Its name in the language of the document.
    pub name: String,
}

/// A heading, which becomes a bookmark too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 3, 1 being the highest; a level follows its parent.
    pub level: u8,
    /// Its words, without a number.
    pub text: String,
    /// A number of its own, such as a clause; nothing when the layout numbers it.
    pub label: Option<String>,
    /// Whether the layout numbers it.
    pub numbered: bool,
    /// A grade at its right end.
    pub mark: Option<GradeMark>,
}

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// Text.
    #[default]
    Body,
    /// Larger, for the sentence that matters most.
    Lead,
    /// Secondary text.
    Soft,
    /// Fine print.
    Fine,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words.
    pub text: Text,
    /// How it looks.
    pub style: ParagraphStyle,
    /// Footnotes, printed at the foot of the page on which the paragraph ends.
    pub notes: Vec<Text>,
}

/// A name with its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Text,
}

impl Pair {
    /// Makes a pair.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Into<Text>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    #[default]
    Start,
    /// At the right edge, for numbers.
    End,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// In points.
    Fixed(f32),
    /// A share of what the fixed ones leave.
    Share(f32),
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How wide it is.
    pub width: Width,
    /// Where its text stands.
    pub align: Align,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(Text),
    /// A grade with its name.
    Mark(GradeMark),
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// As many cells as there are columns.
    pub cells: Vec<Cell>,
    /// Whether it sums up: bold, with a stronger line below; its first cell may reach over empty ones.
    pub total: bool,
}

/// A table; its head is repeated on each page, and a row too tall for a page is split.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What it shows, for those who hear it.
    pub summary: String,
    /// The same above it, after its number; empty where it bears none.
    pub caption: String,
}

/// A drawing with the words that stand for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is drawn.
    pub drawing: Drawing,
    /// The same in words.
    pub alt: String,
    /// What it shows, below it after its number; empty where it bears none.
    pub caption: String,
}

/// A person expected to sign, with an empty signature field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureSlot {
    /// Name of the field, such as `Sig1`.
    pub field: String,
    /// As whom one signs.
    pub role: String,
    /// Who signs.
    pub name: String,
    /// Post or unit.
    pub title: String,
    /// What the field is for, for those who hear it.
    pub tip: String,
}

/// The signature page's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatures {
    /// Heads of the columns: signs as, name, signature, date.
    pub heads: [String; 4],
    /// Words inside an empty field.
    pub placeholder: String,
    /// Blanks for a handwritten date.
    pub date: String,
    /// In the order in which they sign.
    pub slots: Vec<SignatureSlot>,
}

/// The one result of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What is graded.
    pub label: String,
    /// The grade.
    pub mark: GradeMark,
    /// The line below its name.
    pub detail: String,
    /// The scale at its right.
    pub scale: Figure,
}

/// The organisation's logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// A PNG without transparency.
    pub png: Vec<u8>,
    /// Width and height in dots.
    pub dots: (u16, u16),
    /// The same in words.
    pub alt: String,
}

impl Picture {
    /// Reads a logo, which is of the size that its head says.
    ///
    /// # Errors
    /// Refuses what is no PNG.
    pub fn of(logo: &Logo, alt: String) -> Result<Self, Error> {
        let png = BASE64.decode(&logo.0).map_err(|_| Error::Logo)?;
        // Both lengths have four bytes, and the logo is smaller than two of them hold.
        let length = |at: usize| match png.get(at..at + 4) {
            Some([0, 0, high, low]) => Ok(u16::from_be_bytes([*high, *low])),
            _ => Err(Error::Logo),
        };
        let dots = (length(16)?, length(20)?);
        if dots.0 == 0 || dots.1 == 0 {
            return Err(Error::Logo);
        }
        Ok(Self { png, dots, alt })
    }

    /// Width and height in points, as large as the room for it allows.
    #[must_use]
    pub fn size(&self) -> (f32, f32) {
        let (width, height) = (f32::from(self.dots.0), f32::from(self.dots.1));
        let scale = (LOGO.0 / width).min(LOGO.1 / height);
        (width * scale, height * scale)
    }
}

/// A part of the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The document's own title, with a line below it.
    Title {
        /// The title.
        title: String,
        /// The line below.
        subtitle: String,
        /// Whether the document's logo stands at the right, where there is no room for a letterhead.
        logo: bool,
    },
    /// The marking at the top of the cover: left lines, of which the first leads, and right lines.
    Marking {
        /// At the left.
        left: Vec<String>,
        /// At the right.
        right: Vec<String>,
    },
    /// The document's logo, with the names of organisation and unit beside it.
    Letterhead {
        /// The organisation.
        name: String,
        /// The unit, may be empty.
        unit: String,
    },
    /// The result.
    Verdict(Verdict),
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// Names with values.
    Pairs(Vec<Pair>),
    /// Two lists of names with values beside each other, between hairlines.
    Duo(Vec<Pair>, Vec<Pair>),
    /// Names with values at the left, a figure at the right, and further names with values below both.
    Beside(Vec<Pair>, Figure, Vec<Pair>),
    /// Points of a list.
    List(Vec<Text>),
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// A passage that must not be missed.
    Callout {
        /// Its weight: [`Tone::Bad`], [`Tone::Warn`] or [`Tone::Soft`].
        tone: Tone,
        /// Its first line.
        title: String,
        /// What follows.
        body: Vec<Text>,
    },
    /// The table of contents.
    Contents,
    /// The signature fields.
    Signatures(Signatures),
    /// Room for wet seals, with the words inside.
    SealRoom(Vec<String>),
    /// Blocks that stay on one page if one page can hold them.
    Keep(Vec<Block>),
    /// Empty room in points.
    Space(f32),
    /// A new page.
    PageBreak,
}

impl Block {
    /// A numbered heading.
    #[must_use]
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading(Heading {
            level,
            text: text.into(),
            numbered: true,
            ..Heading::default()
        })
    }

    /// A paragraph in a style.
    #[must_use]
    pub fn paragraph(style: ParagraphStyle, text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph {
            text: text.into(),
            style,
            notes: Vec::new(),
        })
    }

    /// A paragraph of text.
    #[must_use]
    pub fn body(text: impl Into<Text>) -> Self {
        Self::paragraph(ParagraphStyle::Body, text)
    }
}

/// The words around two things, such as the numbers of "page x of y".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Before the first.
    pub before: String,
    /// Between the two.
    pub between: String,
    /// After the second.
    pub after: String,
}

impl Label {
    /// Cuts them out of a message with two arguments.
    #[must_use]
    pub fn of(texts: &Texts, id: &str, first: &str, second: &str) -> Self {
        let words = texts.get(id, &[(first, "\u{1}".into()), (second, "\u{2}".into())]);
        let mut parts = words.split(['\u{1}', '\u{2}']).map(str::to_owned);
        Self {
            before: parts.next().unwrap_or_default(),
            between: parts.next().unwrap_or_default(),
            after: parts.next().unwrap_or_default(),
        }
    }

    /// Puts two things between the words.
    #[must_use]
    pub fn around(&self, first: impl Display, second: impl Display) -> String {
        format!(
            "{}{first}{}{second}{}",
            self.before, self.between, self.after
        )
    }
}

/// What stands on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// At the head, left; not on the first page.
    pub head_left: String,
    /// At the head, right; not on the first page.
    pub head_right: String,
    /// The lines at the foot.
    pub foot: Vec<String>,
    /// "Page x of y".
    pub page: Label,
    /// Number and caption of a table.
    pub table: Label,
    /// Number and caption of a figure.
    pub figure: Label,
    /// In a second column, where the first has room for ink: that it is there.
    pub aside: String,
}

/// A whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its language.
    pub locale: Locale,
    /// The paper on which it is set.
    pub paper: PaperSize,
    /// The logo of whoever made it.
    pub logo: Option<Picture>,
    /// Its title, for the reader's title bar.
    pub title: String,
    /// What stands on every page.
    pub frame: Frame,
    /// Spoken name of a link in the table of contents, before the heading's words.
    pub link_prefix: String,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}
