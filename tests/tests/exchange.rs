//! Tables of AI systems: encodings, delimiters, headings, values, and everything that is refused.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::id::SystemId;
use assay_domain::system::{AiSystem, DataGrade, KeyArea, Phase, SystemFacts};
use assay_domain::time::Timestamp;
use assay_exchange::system::{self, FIELDS, Mapping, ProblemKind};
use assay_exchange::table::{self, Cell, Error, write_csv, write_xlsx};

fn mapping(pairs: &[(&str, &str)]) -> Mapping {
    pairs
        .iter()
        .map(|(field, heading)| ((*field).to_owned(), (*heading).to_owned()))
        .collect()
}

#[test]
fn gb18030_utf16_cp1252_and_utf8_are_recognised() {
    let text = "编号,系统名称,用途\r\nA-1,电网负荷调度建议系统,为调度员提供负荷安排建议供其参考决定\r\nA-2,𠮷林社保咨询,解答群众提出的政策问题\r\n";
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, encoding) in [
        (text.as_bytes(), "UTF-8"),
        (&gb, "gb18030"),
        (&utf16, "UTF-16LE"),
    ] {
        let table = table::read(bytes).unwrap();
        assert_eq!(table.encoding, encoding);
        assert_eq!(table.columns, ["编号", "系统名称", "用途"]);
        assert_eq!(table.rows[1].cells[1], "𠮷林社保咨询");
    }
    let latin =
        table::read(b"Name;Supplier\nTriage;Soci\xe9t\xe9 g\xe9n\xe9rale d'\xe9tudes\n").unwrap();
    assert_eq!(
        (latin.encoding.as_str(), latin.rows[0].cells[1].as_str()),
        ("windows-1252", "Société générale d'études")
    );
}

#[test]
fn quoted_line_breaks_headings_with_breaks_and_empty_rows_are_taken() {
    let table =
        table::read(b"\"Na\nme\",Purpose\n\n,,\nA,\"one\ntwo, \"\"three\"\"\"\nB\n").unwrap();
    assert_eq!(table.columns, ["Na me", "Purpose"]);
    let lines: Vec<_> = table
        .rows
        .iter()
        .map(|row| (row.line, row.cells.clone()))
        .collect();
    assert_eq!(
        lines[0],
        (5, vec!["A".to_owned(), "one\ntwo, \"three\"".to_owned()])
    );
    assert_eq!(lines[1], (7, vec!["B".to_owned(), String::new()]));
}

#[test]
fn each_unreadable_file_is_refused_with_its_place() {
    let open = b"Name\nA\n\"B\nC\n";
    assert_eq!(table::read(b""), Err(Error::Empty));
    assert_eq!(table::read(b"\n \n"), Err(Error::Empty));
    assert_eq!(table::read(open), Err(Error::OpenQuote { line: 3 }));
    assert_eq!(table::read(b"Name\nA\x00\n"), Err(Error::Nul { line: 2 }));
    assert_eq!(
        table::read(b"A,A\n1,2\n"),
        Err(Error::DuplicateHeading {
            heading: "A".to_owned()
        })
    );
    assert_eq!(
        table::read(b"A,B\n1,2,3\n"),
        Err(Error::LongRow {
            line: 2,
            expected: 2,
            found: 3
        })
    );
    let wide = vec!["x,"; table::MOST_COLUMNS + 1].concat();
    assert!(matches!(
        table::read(wide.as_bytes()),
        Err(Error::TooWide { .. })
    ));
    assert!(matches!(
        table::read(b"PK\x03\x04 not a workbook"),
        Err(Error::Spreadsheet(_))
    ));
}

#[test]
fn bytes_that_fit_no_encoding_are_refused() {
    let utf8_with_mark = b"\xef\xbb\xbfName\nA\nB\xff\n";
    assert_eq!(
        table::read(utf8_with_mark),
        Err(Error::Encoding {
            line: 3,
            encoding: "UTF-8".to_owned()
        })
    );
}

#[test]
fn unknown_values_are_listed_by_line_and_column_and_missing_columns_refused() {
    let table = table::read(
        "Name,Area,Stage,Level,Assessed,Ref\nA,能源,运行中,3,2026/3/1,1\n,moon,soon,9,yesterday,1\nC,,,,,2\n".as_bytes(),
    )
    .unwrap();
    let columns = mapping(&[
        ("name", "Name"),
        ("keyArea", "Area"),
        ("phase", "Stage"),
        ("protectionLevel", "Level"),
        ("impactAssessedOn", "Assessed"),
        ("reference", "Ref"),
    ]);
    let mapped = system::map(&table, &columns).unwrap();
    assert_eq!(mapped.systems.len(), 2);
    let facts = &mapped.systems[0].1;
    assert_eq!(
        (facts.key_area, facts.phase, facts.filing.protection_level),
        (KeyArea::Energy, Phase::InUse, Some(3))
    );
    assert_eq!(
        facts.filing.impact_assessed_on.unwrap().to_string(),
        "2026-03-01"
    );
    let problems: Vec<_> = mapped
        .problems
        .iter()
        .map(|problem| (problem.line, problem.column.as_str(), problem.kind))
        .collect();
    assert_eq!(
        problems,
        [
            (3, "Name", ProblemKind::NameEmpty),
            (3, "Area", ProblemKind::UnknownValue),
            (3, "Stage", ProblemKind::UnknownValue),
            (3, "Level", ProblemKind::NotALevel),
            (3, "Assessed", ProblemKind::NotADate),
            (3, "Ref", ProblemKind::DuplicateReference),
        ]
    );
    assert_eq!(
        system::map(&table, &mapping(&[("phase", "Stage")])),
        Err(system::Error::NameMissing)
    );
    let gone = system::map(&table, &mapping(&[("name", "Title")]));
    assert_eq!(
        gone,
        Err(system::Error::ColumnMissing {
            column: "Title".to_owned()
        })
    );
    let odd = system::map(&table, &mapping(&[("name", "Name"), ("colour", "Area")]));
    assert_eq!(
        odd,
        Err(system::Error::UnknownField {
            field: "colour".to_owned()
        })
    );
}

fn full_system() -> AiSystem {
    let mut facts = SystemFacts::named("=SUM(A1)");
    facts.reference = "N-1".to_owned();
    facts.decision_points = vec!["accept".to_owned(), "reject".to_owned()];
    facts.key_area = KeyArea::PublicSafety;
    facts.phase = Phase::AfterChange;
    facts.data_grades = [DataGrade::Internal, DataGrade::SensitivePersonal].into();
    facts.filing.protection_level = Some(3);
    facts.filing.cross_border = Some(false);
    facts.filing.impact_assessed_on = "2026-02-28".parse().ok();
    let at = Timestamp::from_micros(0);
    AiSystem {
        id: SystemId::new(uuid::Uuid::nil()),
        facts,
        revision: 1,
        added_at: at,
        changed_at: at,
    }
}

#[test]
fn what_is_exported_can_be_imported_again_and_runs_no_formula() {
    let columns: Vec<String> = FIELDS.iter().map(|field| (*field).to_owned()).collect();
    let rows = system::rows(&[full_system()]);
    for bytes in [
        write_csv(&columns, &rows).unwrap(),
        write_xlsx(&columns, &rows).unwrap(),
    ] {
        let table = table::read(&bytes).unwrap();
        let mapping = system::propose(&table);
        assert_eq!(mapping.len(), FIELDS.len());
        let mapped = system::map(&table, &mapping).unwrap();
        assert_eq!(mapped.problems, []);
        let mut expected = full_system().facts;
        expected.name = "'=SUM(A1)".to_owned();
        assert_eq!(mapped.systems[0].1, expected);
    }
}

#[test]
fn numbers_are_written_as_numbers() {
    let csv = write_csv(
        &["n".to_owned()],
        &[vec![Cell::Number(-5.0)], vec![Cell::Text("-5".to_owned())]],
    )
    .unwrap();
    assert_eq!(
        String::from_utf8(csv).unwrap(),
        "\u{feff}n\r\n-5\r\n'-5\r\n"
    );
}

#[test]
fn a_hundred_thousand_rows_are_read_within_seconds() {
    let mut text = String::from("Name,Reference,Purpose\n");
    for number in 0..100_000 {
        text.push_str(&format!(
            "System {number},R-{number},\"Sorts letters, and files them\"\n"
        ));
    }
    let started = std::time::Instant::now();
    let table = table::read(text.as_bytes()).unwrap();
    let mapped = system::map(&table, &system::propose(&table)).unwrap();
    assert_eq!((mapped.systems.len(), mapped.problems.len()), (100_000, 0));
    assert!(
        started.elapsed().as_secs() < 20,
        "took {:?}",
        started.elapsed()
    );
}

#[test]
fn the_2023_inventory_is_taken_whole_with_the_proposed_mapping() {
    let Some(folder) = std::env::var_os("ASSAY_DATA") else {
        return assay_tests::skip("ASSAY_DATA is not set: the 2023 AI inventory is not there");
    };
    let path = std::path::Path::new(&folder).join("ai-inventory-2023/inventory.csv");
    let table = table::read(&std::fs::read(path).unwrap()).unwrap();
    let mapping = system::propose(&table);
    assert_eq!(mapping.get("name").map(String::as_str), Some("Title"));
    assert_eq!(
        mapping.get("reference").map(String::as_str),
        Some("Use_Case_ID")
    );
    assert!(!mapping.contains_key("phase"), "its stages are free text");
    let mapped = system::map(&table, &mapping).unwrap();
    assert_eq!((mapped.systems.len(), mapped.problems.len()), (710, 0));
}
