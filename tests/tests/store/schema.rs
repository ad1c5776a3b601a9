//! The schema as it is published. `UPDATE=1` rewrites it; the reviewer reads the difference.

use assay_tests::store::{Place, raw_connection};
use std::fs;

#[test]
fn the_schema_is_the_published_one() {
    let place = Place::new();
    place.create().close().unwrap();
    let connection = raw_connection(&place.path());
    let mut statement = connection
        .prepare(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
             ORDER BY tbl_name, type = 'trigger', type = 'index', name",
        )
        .unwrap();
    let statements = statement.query_map([], |row| row.get::<_, String>(0));
    let schema: String = statements
        .unwrap()
        .map(|sql| format!("{};\n\n", sql.unwrap()))
        .collect();
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/suite/store/schema.sql");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(golden, &schema).unwrap();
    }
    assert_eq!(fs::read_to_string(golden).unwrap(), schema);
}

#[test]
fn every_table_is_strict_and_pages_have_8192_bytes() {
    let place = Place::new();
    place.create().close().unwrap();
    let connection = raw_connection(&place.path());
    let loose: i64 = connection
        .query_row(
            "SELECT count(*) FROM pragma_table_list
             WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(loose, 0);
    let page: String = connection
        .query_row("PRAGMA page_size", [], |row| row.get(0))
        .unwrap();
    assert_eq!(page, "8192");
}
