//! What can be wrong with a file, as codes with arguments.

use std::collections::BTreeMap;

use serde::Serialize;

/// Which part of a report was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The catalog, from which everything hangs.
    Catalog,
    /// The order or the number of pages.
    PageTree,
    /// A page itself: its size, its resources, its notes.
    Page,
    /// What is drawn on a page.
    Content,
    /// A font, or what its glyphs mean.
    Font,
    /// A picture or a drawing that pages use.
    Picture,
    /// A note, a link or the place of a field.
    Annotation,
    /// The form that lists the signature fields.
    Form,
    /// A signature field or a signature.
    Signature,
    /// The structure that a screen reader follows.
    Structure,
    /// An embedded file, such as the facts.
    Attachment,
    /// Title, author and the other properties of the document.
    Metadata,
    /// The cross-reference, which says where everything is.
    CrossReference,
    /// Some other object.
    Other,
}

impl Part {
    /// The code of the part, as it is serialised.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::PageTree => "page_tree",
            Self::Page => "page",
            Self::Content => "content",
            Self::Font => "font",
            Self::Picture => "picture",
            Self::Annotation => "annotation",
            Self::Form => "form",
            Self::Signature => "signature",
            Self::Structure => "structure",
            Self::Attachment => "attachment",
            Self::Metadata => "metadata",
            Self::CrossReference => "cross_reference",
            Self::Other => "other",
        }
    }
}

/// One thing that is wrong with a file. Windows have the words; here are codes and arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Problem {
    /// The file does not begin as a PDF does.
    NotPdf,
    /// The file is encrypted; no report is.
    Encrypted,
    /// The structure of the file is damaged or none that a report has.
    Unreadable {
        /// Where reading stopped, in bytes.
        at: usize,
    },
    /// The facts of a report are not embedded.
    NoFacts,
    /// The form or its fields are not those of a report.
    Form {
        /// In which revision, counted from 0.
        revision: usize,
    },
    /// A revision adds to the report something other than the next signature.
    UnexpectedRevision {
        /// Which revision, counted from 0.
        revision: usize,
    },
    /// A revision changes, adds or removes an object that a signature covers.
    Changed {
        /// In which revision, counted from 0.
        revision: usize,
        /// What it changes.
        part: Part,
        /// On which page, counted from 1; 0 when it is on none.
        page: usize,
        /// Number of the object.
        object: u32,
    },
    /// Bytes that some readers would take for a part of the file stand behind its end, or in a revision where its cross-reference names nothing.
    AppendedObjects {
        /// Where they begin, in bytes.
        at: usize,
    },
    /// The signature does not cover the file from its beginning to the end of its revision, or more is left out than the signature itself.
    ByteRange {
        /// Name of the field.
        field: String,
    },
    /// The entries of the signature are not those that are written when signing.
    SignatureEntries {
        /// Name of the field.
        field: String,
    },
    /// The claimed time can't be read or lies outside the validity of the certificate.
    ClaimedTime {
        /// Name of the field.
        field: String,
    },
    /// The bytes of the signature are not in their only valid form.
    SignatureForm {
        /// Name of the field.
        field: String,
    },
    /// The signature uses algorithms that are not accepted.
    Algorithm {
        /// Name of the field.
        field: String,
    },
    /// The certificate is not the one that the signature names, or not meant for signatures.
    Certificate {
        /// Name of the field.
        field: String,
    },
    /// The covered bytes are not those that were signed.
    Digest {
        /// Name of the field.
        field: String,
    },
    /// The signature was not made with the key of the certificate.
    Signature {
        /// Name of the field.
        field: String,
    },
    /// The first signature does not certify the report, or a later one claims to.
    Certification {
        /// Name of the field.
        field: String,
    },
}

impl Problem {
    /// The code, as it is serialised; message ids are made from it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotPdf => "not_pdf",
            Self::Encrypted => "encrypted",
            Self::Unreadable { .. } => "unreadable",
            Self::NoFacts => "no_facts",
            Self::Form { .. } => "form",
            Self::UnexpectedRevision { .. } => "unexpected_revision",
            Self::Changed { .. } => "changed",
            Self::AppendedObjects { .. } => "appended_objects",
            Self::ByteRange { .. } => "byte_range",
            Self::SignatureEntries { .. } => "signature_entries",
            Self::ClaimedTime { .. } => "claimed_time",
            Self::SignatureForm { .. } => "signature_form",
            Self::Algorithm { .. } => "algorithm",
            Self::Certificate { .. } => "certificate",
            Self::Digest { .. } => "digest",
            Self::Signature { .. } => "signature",
            Self::Certification { .. } => "certification",
        }
    }

    /// The arguments by name, as text; enumerations as their codes.
    #[must_use]
    pub fn args(&self) -> BTreeMap<&'static str, String> {
        match self {
            Self::NotPdf | Self::Encrypted | Self::NoFacts => BTreeMap::new(),
            Self::Unreadable { at } | Self::AppendedObjects { at } => {
                BTreeMap::from([("at", at.to_string())])
            }
            Self::Form { revision } | Self::UnexpectedRevision { revision } => {
                BTreeMap::from([("revision", revision.to_string())])
            }
            Self::Changed {
                revision,
                part,
                page,
                object,
            } => BTreeMap::from([
                ("revision", revision.to_string()),
                ("part", part.code().to_owned()),
                ("page", page.to_string()),
                ("object", object.to_string()),
            ]),
            Self::ByteRange { field }
            | Self::SignatureEntries { field }
            | Self::ClaimedTime { field }
            | Self::SignatureForm { field }
            | Self::Algorithm { field }
            | Self::Certificate { field }
            | Self::Digest { field }
            | Self::Signature { field }
            | Self::Certification { field } => BTreeMap::from([("field", field.clone())]),
        }
    }
}
