//! Writes a small document with two empty signature fields and an attachment to the path given.
//!
//! `cargo run -p assay-report --example small -- small.pdf`

use assay_domain::locale::Locale;
use assay_domain::workspace::PaperSize;
use assay_report::model::{Block, Document, Frame, Label, SignatureSlot, Signatures};
use assay_report::{Attachment, FontSource, Fonts, Meta, font_files, render};
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("a path is missing")?;
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts");
    let mut read = Vec::new();
    for file in font_files(Locale::ZhCn) {
        read.push((file, std::fs::read(fonts.join(file.name))?));
    }
    let sources: Vec<FontSource<'_>> = read
        .iter()
        .map(|(file, bytes)| FontSource { file: *file, bytes })
        .collect();
    let fonts = Fonts::load(&sources)?;
    let attachment = Attachment {
        name: "facts.json",
        media_type: "application/json",
        relationship: "Data",
        description: "Facts",
        bytes: br#"{"schema":"assay-facts/1"}"#,
    };
    let meta = Meta {
        author: "示例单位",
        producer: "Assay",
        created: "2026-11-24T06:00:00Z",
        attachments: &[attachment],
    };
    std::fs::write(path, render(&document(), &fonts, &meta)?)?;
    Ok(())
}

fn document() -> Document {
    let slot = |field: &str, role: &str| SignatureSlot {
        field: field.to_owned(),
        role: role.to_owned(),
        name: format!("{role}人"),
        title: "信息中心".to_owned(),
        tip: format!("{role}人签名"),
    };
    let signatures = Signatures {
        heads: ["签署", "姓名", "签名", "日期"].map(str::to_owned),
        placeholder: "电子签名域".to_owned(),
        date: "　　年　月　日".to_owned(),
        slots: vec![slot("Sig1", "编制"), slot("Sig2", "批准")],
    };
    Document {
        locale: Locale::ZhCn,
        paper: PaperSize::A4,
        logo: None,
        title: "评估报告样张".to_owned(),
        frame: Frame {
            head_left: "评估报告样张".to_owned(),
            head_right: "内部".to_owned(),
            foot: vec!["事实摘要值 SHA-256 5b1e 90c4".to_owned()],
            page: Label {
                before: "第".to_owned(),
                between: "页，共".to_owned(),
                after: "页".to_owned(),
            },
            ..Frame::default()
        },
        link_prefix: "转到".to_owned(),
        blocks: vec![
            Block::Title {
                title: "评估报告样张".to_owned(),
                subtitle: "供签名与核验使用".to_owned(),
                logo: false,
            },
            Block::heading(1, "结论"),
            Block::body(
                "本页只用于试验：两个空的签名域和一个附件。生僻字𠮷、𡈽与符号☑✗取自后备字体。",
            ),
            Block::heading(1, "签署"),
            Block::Signatures(signatures),
        ],
    }
}
