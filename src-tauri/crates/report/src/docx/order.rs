//! The order of properties: the schema of Word files has one, which docx-rs does not keep.

/// What may stand in each kind of properties, in the order of ISO/IEC 29500-1, annex A.1, as far as a copy has it.
const ORDER: [(&str, &str); 6] = [
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore numPr pBdr tabs spacing ind jc outlineLvl",
    ),
    ("numPr", "ilvl numId"),
    ("rPr", "rStyle rFonts b bCs color sz szCs shd vertAlign"),
    ("tblPr", "tblW jc tblInd tblBorders tblLayout tblCellMar"),
    ("tcPr", "tcW gridSpan tcBorders shd vAlign"),
    ("sectPr", "headerReference footerReference pgSz pgMar cols"),
];

/// Puts the properties in a part in order; elements have no white space between them.
pub(super) fn in_order(part: String) -> String {
    ORDER.iter().fold(part, |part, (kind, order)| {
        sorted(
            &part,
            &format!("<w:{kind}>"),
            &format!("</w:{kind}>"),
            order,
        )
    })
}

fn sorted(part: &str, open: &str, close: &str, order: &str) -> String {
    let mut sorted = String::with_capacity(part.len());
    let mut rest = part;
    while let Some(start) = rest.find(open) {
        let (before, inside) = rest.split_at(start + open.len());
        let (inside, after) = inside.split_at(inside.find(close).unwrap_or(0));
        let mut properties = elements(inside);
        properties.sort_by_key(|property| {
            order
                .split(' ')
                .position(|name| name == self::name(property))
        });
        sorted.push_str(before);
        sorted.extend(properties);
        rest = after;
    }
    sorted + rest
}

/// The elements that stand one after another in a text.
fn elements(mut text: &str) -> Vec<&str> {
    let mut elements = Vec::new();
    while let Some(end) = text.find('>') {
        let whole = if text[..end].ends_with('/') {
            end + 1
        } else {
            let close = format!("</w:{}>", name(text));
            text.find(&close)
                .map_or(text.len(), |start| start + close.len())
        };
        let (element, after) = text.split_at(whole);
        elements.push(element);
        text = after;
    }
    elements
}

fn name(element: &str) -> &str {
    let named = element.trim_start_matches("<w:");
    named.split([' ', '>', '/']).next().unwrap_or_default()
}
