//! Pages on the screen: each looks as another program draws it, and what is not there is a sentence.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::pdf::ran;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::Path;
use tiny_skia::Pixmap;

/// Side of the squares that are compared, in dots: a letter of the text has about as much.
const SQUARE: u32 = 16;

/// A report in a language that its one signer has signed.
fn report(desk: &mut Desk, system: &str, locale: &str) -> Value {
    let id = desk.assessment(system, "office-writing")["assessment"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.complete_with(&id, "Checked 已核对: ﬁ, é, 𠮷");
    let report = desk.report(&id, locale);
    let sign = json!({ "report": report["id"], "passphrase": PASSPHRASE });
    desk.call("report_sign", sign)
}

fn shown(desk: &mut Desk, report: &Value, page: u64) -> Pixmap {
    let picture = desk.call(
        "report_page",
        json!({ "report": report["id"], "page": page }),
    );
    assert_eq!(picture["pages"], report["pages"]);
    assert_eq!(picture["pdfSha256"], report["pdfSha256"]);
    let png = STANDARD
        .decode(picture["base64"].as_str().unwrap())
        .unwrap();
    Pixmap::decode_png(&png).unwrap()
}

/// The same page as poppler draws it, at as many dots a point.
fn elsewhere(pdf: &Path, page: u64) -> Pixmap {
    let (page, out) = (page.to_string(), pdf.with_extension("page"));
    let (file, out_text) = (pdf.to_str().unwrap(), out.to_str().unwrap());
    let arguments = [
        "-png",
        "-r",
        "144",
        "-f",
        &page,
        "-l",
        &page,
        "-singlefile",
        file,
        out_text,
    ];
    let (good, said) = ran(Path::new("pdftoppm"), &arguments);
    assert!(good, "{said}");
    Pixmap::load_png(out.with_extension("page.png")).unwrap()
}

/// The mean darkness of each square, 0 to 255.
fn squares(picture: &Pixmap) -> Vec<f64> {
    let (wide, high) = (picture.width() / SQUARE, picture.height() / SQUARE);
    let dark = |x: u32, y: u32| {
        let dot = picture.pixel(x, y).unwrap();
        765 - u32::from(dot.red()) - u32::from(dot.green()) - u32::from(dot.blue())
    };
    let square = |at: u32| {
        let (left, top) = (at % wide * SQUARE, at / wide * SQUARE);
        let dots = (0..SQUARE * SQUARE).map(|dot| dark(left + dot % SQUARE, top + dot / SQUARE));
        f64::from(dots.sum::<u32>()) / f64::from(3 * SQUARE * SQUARE)
    };
    (0..wide * high).map(square).collect()
}

/// How far apart two pictures are: at the worst square, and on the average.
fn apart(ours: &Pixmap, theirs: &Pixmap) -> (f64, f64) {
    // Half a dot at the edge is rounded differently.
    assert!(ours.width().abs_diff(theirs.width()) <= 1, "width");
    assert!(ours.height().abs_diff(theirs.height()) <= 1, "height");
    let (ours, theirs) = (squares(ours), squares(theirs));
    assert_eq!(ours.len(), theirs.len());
    let pairs = ours.iter().zip(&theirs);
    let apart: Vec<f64> = pairs.map(|(one, other)| (one - other).abs()).collect();
    let mean = apart.iter().sum::<f64>() / apart.len() as f64;
    (apart.into_iter().fold(0.0, f64::max), mean)
}

#[test]
fn each_page_looks_as_another_program_draws_it() {
    for locale in ["en", "zh-CN"] {
        let (mut desk, folder, system) = Desk::office("Letter sorter 文件分拣");
        let report = report(&mut desk, &system, locale);
        let pdf = folder.path().join("report.pdf");
        let export = json!({ "report": report["id"], "path": pdf });
        desk.call("report_export", export);
        let last = report["pages"].as_u64().unwrap();
        let mut before = None;
        for page in (1..last).step_by(6).chain([last]) {
            let (ours, theirs) = (shown(&mut desk, &report, page), elsewhere(&pdf, page));
            let (most, mean) = apart(&ours, &theirs);
            assert!(most < 30.0 && mean < 1.5, "{locale} {page}: {most} {mean}");
            if let Some(other) = before.replace(theirs) {
                let (most, mean) = apart(&ours, &other);
                assert!(most > 60.0 && mean > 3.0, "another page: {most} {mean}");
            }
        }
    }
}

#[test]
fn a_page_that_is_not_there_is_a_sentence() {
    let (mut desk, _folder, system) = Desk::office("Letter sorter");
    let report = report(&mut desk, &system, "en");
    for page in [
        0,
        report["pages"].as_u64().unwrap() + 1,
        u64::from(u32::MAX),
    ] {
        let request = json!({ "report": report["id"], "page": page });
        assert_eq!(desk.refused("report_page", request), "page-missing");
    }
    let unknown = json!({ "report": "00000000-0000-7000-8000-000000000000", "page": 1 });
    assert_eq!(desk.refused("report_page", unknown), "not-found");
}
