//! Question packs of one's own.

use crate::office::{
    PACK, close, counts, get, items, judge, period, read, refused, reopened, scope, start,
};
use assay_tests::desk::Desk;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn problems(file: &Value) -> Vec<String> {
    let all = file["problems"].as_array().unwrap().iter();
    all.map(|p| {
        format!(
            "{} {} {}",
            p["line"],
            p["field"].as_str().unwrap(),
            p["kind"].as_str().unwrap()
        )
    })
    .collect()
}

fn workbook(path: &Path, rows: &[[&str; 6]]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    book.save(path).unwrap();
}

#[test]
fn a_question_pack_is_read_whole_or_its_errors_are_told_by_line() {
    let (mut desk, folder, _) = Desk::office("Loan scoring");
    let path = folder.path().join("grid.toml");
    fs::write(&path, PACK).unwrap();
    let file = desk.call("question_pack_read", read(&path));
    assert_eq!(
        (problems(&file), &file["questions"][1]["clause"]),
        (vec![], &json!("h"))
    );
    desk.call("question_pack_save", read(&path));
    let bad = PACK
        .replace("g-02", "g-01")
        .replace("是否区分线路？", " ")
        .replace("reliability", "weather");
    fs::write(&path, bad).unwrap();
    let file = desk.call("question_pack_read", read(&path));
    assert_eq!(
        problems(&file),
        [
            "6 text.zh language_missing",
            "12 id id_twice",
            "12 dimension dimension_unknown",
        ]
    );
    assert_eq!(
        refused(&mut desk, "question_pack_save", &read(&path)),
        "pack-refused"
    );
    fs::write(&path, format!("{PACK}colour = 1\n")).unwrap();
    let file = desk.call("question_pack_read", read(&path));
    assert_eq!(problems(&file), ["18  unreadable"]);
    let kept = desk.call("question_pack_list", json!({}));
    assert_eq!(
        kept["packs"][0]["questions"].as_array().unwrap().len(),
        2,
        "nothing was lost"
    );
    let sheet = folder.path().join("grid.xlsx");
    let head = [
        "编号",
        "维度",
        "问题（英文）",
        "问题（中文）",
        "关键",
        "clause",
    ];
    workbook(
        &sheet,
        &[head, ["g-03", "安全性", "Is it?", "是吗？", "是", "c"]],
    );
    let saved = desk.call("question_pack_save", read(&sheet));
    let expected = json!({ "id": "g-03", "clause": "c", "dimension": "safety", "critical": true,
        "text": { "en": "Is it?", "zh": "是吗？" }, "good": { "en": "", "zh": "" },
        "how": { "en": "", "zh": "" }, "take": { "en": "", "zh": "" } });
    assert_eq!(saved["questions"], json!([expected]));
    workbook(
        &sheet,
        &[head, ["G 3", "wetter", "Is it?", "", "maybe", "z"]],
    );
    let file = desk.call("question_pack_read", read(&sheet));
    assert_eq!(
        problems(&file),
        [
            "2 id id_invalid",
            "2 dimension dimension_unknown",
            "2 clause clause_unknown",
            "2 critical not_yes_no",
            "2 text.zh language_missing",
        ]
    );
    workbook(&sheet, &[["id", "weather", "text_en", "text_zh", "", ""]]);
    let file = desk.call("question_pack_read", read(&sheet));
    assert!(
        problems(&file).contains(&"1 dimension field_missing".to_owned()),
        "{file}"
    );
}

#[test]
fn a_question_removed_in_the_middle_of_an_audit_keeps_its_answer() {
    let (mut desk, folder, system) = Desk::office("Loan scoring");
    let path = folder.path().join("grid.toml");
    fs::write(&path, PACK).unwrap();
    desk.call("question_pack_save", read(&path));
    let audit = start(&mut desk, &system, scope(&[], &["grid"]), true);
    judge(&mut desk, &audit, |_| "conforms");
    let shorter = PACK.split("[[question]]\nid = \"g-02\"").next().unwrap();
    fs::write(&path, shorter.replace("told apart", "kept apart")).unwrap();
    desk.call("question_pack_save", read(&path));
    let now = items(&get(&mut desk, &audit));
    assert_eq!(now[0]["marks"], json!(["question_changed"]));
    assert_eq!(now[1]["marks"], json!(["question_removed"]));
    assert_eq!(now[1]["item"]["result"], "conforms");
    assert_eq!(now[1]["asked"]["text"]["en"], "Does it stop?");
    close(&mut desk, &audit);
    let next = start(&mut desk, &system, scope(&[], &["grid"]), true);
    assert_eq!(reopened(&next), [Some("question_changed".to_owned())]);
    judge(&mut desk, &next, |_| "fails");
    let next = close(&mut desk, &next);
    let compared = desk.call(
        "audit_compare",
        json!({ "audit": next["audit"]["id"], "with": null }),
    );
    assert_eq!(
        counts(&compared),
        [
            ("question_changed".to_owned(), 1),
            ("not_compared".to_owned(), 1)
        ]
        .into()
    );
    let gone = scope(&["safety"], &["weather"]);
    let request = json!({ "system": system, "period": period(), "due": "2026-12-31", "scope": gone, "carry": true });
    assert_eq!(
        refused(&mut desk, "audit_start", &request),
        "audit-pack-unknown"
    );
}
