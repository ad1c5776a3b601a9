//! XMP, output intent, attachments and the file's identity.

use super::{Attachment, Meta, utf16};
use crate::Error;
use crate::model::Document as Model;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// A small sRGB profile, free to use, as the meaning of every colour.
const SRGB: &[u8] = include_bytes!("../../../../../assets/report/sRGB.icc");

pub(super) fn add(file: &mut Document, told: &[Model], meta: &Meta<'_>) -> Result<(), Error> {
    let model = &told[0];
    let created = Object::string_literal(pdf_date(meta.created));
    let info = dictionary! {
        "Title" => utf16(&model.title),
        "Author" => utf16(meta.author),
        "Creator" => utf16(meta.producer),
        "Producer" => utf16(meta.producer),
        "CreationDate" => created.clone(),
        "ModDate" => created.clone(),
    };
    let info_id = file.trailer.get(b"Info")?.as_reference()?;
    file.set_object(info_id, info);
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let mut packet = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(told, meta).into_bytes(),
    );
    // A reader that knows no compression still finds it.
    packet.allows_compression = false;
    let packet = file.add_object(packet);
    let files = attach(file, meta.attachments, &created);
    let catalog = file.catalog_mut()?;
    catalog.set("Metadata", packet);
    catalog.set("Lang", Object::string_literal(model.locale.tag()));
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalog.set("OutputIntents", vec![intent(profile)]);
    if !files.is_empty() {
        let list: Vec<Object> = files.iter().map(|(_, spec)| spec.clone()).collect();
        catalog.set("AF", list);
        let names: Vec<Object> = files
            .into_iter()
            .flat_map(|(name, spec)| [name, spec])
            .collect();
        let embedded = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } };
        catalog.set("Names", embedded);
    }
    let identity = identity(told, meta);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    Ok(())
}

fn intent(profile: lopdf::ObjectId) -> Object {
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "DestOutputProfile" => profile,
    }
    .into()
}

/// Embeds files; returns each with its name, in the order of the names that a name tree asks for.
fn attach(
    file: &mut Document,
    attachments: &[Attachment<'_>],
    created: &Object,
) -> Vec<(Object, Object)> {
    let mut sorted: Vec<&Attachment<'_>> = attachments.iter().collect();
    sorted.sort_by_key(|attachment| attachment.name);
    let mut specs = Vec::new();
    for attachment in sorted {
        let content = file.add_object(Stream::new(
            dictionary! {
                "Type" => "EmbeddedFile",
                "Subtype" => Object::Name(attachment.media_type.as_bytes().to_vec()),
                "Params" => dictionary! {
                    "ModDate" => created.clone(),
                    "Size" => i64::try_from(attachment.bytes.len()).unwrap_or(i64::MAX),
                },
            },
            attachment.bytes.to_vec(),
        ));
        let spec = file.add_object(dictionary! {
            "Type" => "Filespec",
            "F" => Object::string_literal(attachment.name),
            "UF" => utf16(attachment.name),
            "AFRelationship" => Object::Name(attachment.relationship.as_bytes().to_vec()),
            "Desc" => utf16(attachment.description),
            "EF" => dictionary! { "F" => content, "UF" => content },
        });
        specs.push((utf16(attachment.name), spec.into()));
    }
    specs
}

/// The file's id follows from what is in it, so that the same input gives the same bytes.
fn identity(told: &[Model], meta: &Meta<'_>) -> Object {
    let mut digest = Sha256::new();
    let titles = told
        .iter()
        .flat_map(|model| [model.title.as_str(), model.locale.tag()]);
    for part in titles.chain([meta.created]) {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    for attachment in meta.attachments {
        digest.update(attachment.bytes);
    }
    Object::String(digest.finalize()[..16].to_vec(), StringFormat::Hexadecimal)
}

/// `2026-11-24T06:00:00Z` as the older date form of the information dictionary.
fn pdf_date(created: &str) -> String {
    let digits: String = created.chars().filter(char::is_ascii_digit).collect();
    format!("D:{digits}+00'00'")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The XMP packet, with the extension schema that declares PDF/UA's own property.
fn xmp(told: &[Model], meta: &Meta<'_>) -> String {
    let title = escaped(&told[0].title);
    let author = escaped(meta.author);
    let producer = escaped(meta.producer);
    let tags = told.iter().map(|model| model.locale.tag());
    let languages: String = tags.map(|tag| format!("<rdf:li>{tag}</rdf:li>")).collect();
    let created = meta.created;
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:MetadataDate>{created}</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        mark = '\u{feff}'
    )
}
