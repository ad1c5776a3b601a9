//! A document as typst markup: the same headings, paragraphs, lists and tables, without marks and drawings.

use assay_report::Weight;
use assay_report::model::{Block, Cell, Document, Pair, Row, Table, Text, Width};

/// Writes the markup of a document.
#[must_use]
pub fn markup(document: &Document) -> String {
    let mut out = String::from(concat!(
        "#set page(paper: \"a4\", margin: 54pt, numbering: \"1 / 1\")\n",
        "#set text(font: (\"Noto Sans\", \"Noto Sans SC\"), size: 9.75pt)\n",
        "#set heading(numbering: \"1.1\")\n",
        "#set table(stroke: (bottom: 0.5pt))\n",
    ));
    blocks(&mut out, &document.blocks);
    out
}

fn blocks(out: &mut String, all: &[Block]) {
    for block in all {
        match block {
            Block::Title {
                title, subtitle, ..
            } => {
                paragraph(out, &Text::bold(title));
                paragraph(out, &Text::plain(subtitle));
            }
            Block::Marking { left, right } => {
                let lines = left.iter().chain(right);
                lines.for_each(|line| paragraph(out, &Text::plain(line)));
            }
            Block::Heading(heading) => {
                let words = literal(&heading.text);
                out.push_str(&format!("#heading(level: {})[{words}]\n", heading.level));
            }
            Block::Paragraph(words) => paragraph(out, &words.text),
            Block::Pairs(all) => pairs(out, all),
            Block::Duo(left, right) => [left, right]
                .map(|all| pairs(out, all))
                .into_iter()
                .collect(),
            Block::Beside(first, _, below) => [first, below]
                .map(|all| pairs(out, all))
                .into_iter()
                .collect(),
            Block::List(points) => {
                let points: String = points.iter().map(content).collect();
                out.push_str(&format!("#list({points})\n"));
            }
            Block::Table(table) => rows(out, table),
            Block::Callout { title, body, .. } => {
                paragraph(out, &Text::bold(title));
                body.iter().for_each(|words| paragraph(out, words));
            }
            Block::Contents => out.push_str("#outline()\n"),
            Block::Keep(all) => blocks(out, all),
            Block::PageBreak => out.push_str("#pagebreak(weak: true)\n"),
            Block::Letterhead { .. }
            | Block::Verdict(_)
            | Block::Figure(_)
            | Block::Signatures(_)
            | Block::SealRoom(_)
            | Block::Space(_) => {}
        }
    }
}

/// Words as an expression, so that nothing in them is read as markup.
fn literal(words: &str) -> String {
    let words = words.replace('\\', "\\\\").replace('"', "\\\"");
    format!("#\"{}\"", words.replace('\n', "\\n"))
}

/// Text as an argument.
fn content(text: &Text) -> String {
    let spans = text.0.iter().map(|span| {
        let words = literal(&span.text);
        match span.weight {
            Weight::Regular => words,
            Weight::Bold => format!("#strong[{words}]"),
        }
    });
    format!("[{}],", spans.collect::<String>())
}

fn paragraph(out: &mut String, text: &Text) {
    out.push_str(&format!("#par({})\n", content(text)));
}

fn pairs(out: &mut String, all: &[Pair]) {
    let cells = all.iter();
    let cells = cells.map(|pair| content(&Text::plain(&pair.name)) + &content(&pair.value));
    let cells: String = cells.collect();
    out.push_str(&format!(
        "#table(columns: (130pt, 1fr), stroke: none, {cells})\n"
    ));
}

fn rows(out: &mut String, table: &Table) {
    let widths = table.columns.iter().map(|column| match column.width {
        Width::Fixed(points) => format!("{points}pt,"),
        Width::Share(share) => format!("{share}fr,"),
    });
    let widths: String = widths.collect();
    let heads = table.columns.iter();
    let heads: String = heads
        .map(|column| content(&Text::bold(&column.head)))
        .collect();
    let cells = table.rows.iter().flat_map(|Row { cells, .. }| cells);
    let cells: String = cells
        .map(|cell| match cell {
            Cell::Text(text) => content(text),
            Cell::Mark(mark) => content(&Text::plain(&mark.name)),
        })
        .collect();
    out.push_str(&format!(
        "#table(columns: ({widths}), table.header({heads}), {cells})\n"
    ));
}
