//! What keeps a report from being made.

/// What keeps a report from being made. The words are for logs only.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A font file is no TrueType face.
    #[error("the font file {0} cannot be read")]
    Font(&'static str),
    /// A character that no font of the report has; a box on paper is a defect.
    #[error("no font has the character {character} (U+{:04X}) in {place}: {excerpt}", u32::from(*character))]
    MissingGlyph {
        /// The character.
        character: char,
        /// The heading under which it stands, or the document's title.
        place: String,
        /// The words around it.
        excerpt: String,
    },
    /// A font could not be cut down to the glyphs used.
    #[error("the font {font} cannot be embedded: {reason}")]
    Embedding {
        /// Which font.
        font: String,
        /// What the subsetter said.
        reason: String,
    },
    /// The facts cannot be graded with the method inside them.
    #[error("the facts cannot be reported: {0}")]
    Facts(String),
    /// The workspace's time zone is not one of the IANA names.
    #[error("the time zone {0} is not known")]
    TimeZone(String),
    /// It would have more pages than [`MOST_PAGES`](crate::MOST_PAGES).
    #[error("the report would have too many pages")]
    Long,
    /// The organisation's logo is no picture.
    #[error("the logo cannot be read")]
    Logo,
    /// The bytes could not be written.
    #[error("the PDF cannot be written: {0}")]
    Pdf(#[from] lopdf::Error),
    /// The bytes could not be written.
    #[error("the file cannot be written: {0}")]
    Write(#[from] std::io::Error),
}
