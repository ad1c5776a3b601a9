//! Migrations: each table module appends its own statements under a schema number.
//!
//! They run all or nothing, foreign keys are checked before the commit, and what was published is
//! never edited. A file with a higher number than [`LATEST`] is refused untouched.

use crate::connection::{APPLICATION_ID, pragma_number};
use crate::error::{Damage, Error};
use crate::hex;
use crate::table;
use rusqlite::{Connection, TransactionBehavior};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// One step of one table: the schema number from which it counts, and its statements.
pub(crate) type Migration = (u32, &'static str);

/// The schema number that this program writes.
pub const LATEST: u32 = 6;

/// Every table's migrations, in the order in which references allow them.
const TABLES: &[&[Migration]] = &[
    table::workspace::MIGRATIONS,
    table::person::MIGRATIONS,
    crate::history::MIGRATIONS,
    crate::blob::MIGRATIONS,
    table::system::MIGRATIONS,
    table::assessment::MIGRATIONS,
    table::evidence::MIGRATIONS,
    table::answer::MIGRATIONS,
    table::measure::MIGRATIONS,
    table::rating::MIGRATIONS,
    table::dissent::MIGRATIONS,
    table::action::MIGRATIONS,
    table::report::MIGRATIONS,
    table::decision::MIGRATIONS,
    table::reason::MIGRATIONS,
    table::volume::MIGRATIONS,
    table::decision_import::MIGRATIONS,
    table::mapping::MIGRATIONS,
    table::second_review::MIGRATIONS,
    table::decision_block::MIGRATIONS,
    table::audit::MIGRATIONS,
    table::audit_item::MIGRATIONS,
    table::question_pack::MIGRATIONS,
    table::finding::MIGRATIONS,
    table::audit_sample::MIGRATIONS,
    table::incident::MIGRATIONS,
    table::plan::MIGRATIONS,
    table::check_record::MIGRATIONS,
    table::incident_report::MIGRATIONS,
    table::duty::MIGRATIONS,
    table::resume::MIGRATIONS,
    table::reviewer_name::MIGRATIONS,
    table::authorisation::MIGRATIONS,
    table::fallback_plan::MIGRATIONS,
    table::drill::MIGRATIONS,
    crate::sealed_drill::MIGRATIONS,
];

/// Where a file stands against this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Current,
    Older,
}

/// Compares a file's schema number with the program's.
pub(crate) fn standing(connection: &Connection) -> Result<Standing, Error> {
    if pragma_number(connection, "application_id")? != APPLICATION_ID {
        return Err(Error::NotAWorkspace);
    }
    let file = u32::try_from(pragma_number(connection, "user_version")?)
        .map_err(|_| Error::content("schema number"))?;
    match file.cmp(&LATEST) {
        std::cmp::Ordering::Greater => Err(Error::NewerFile {
            file,
            program: LATEST,
        }),
        std::cmp::Ordering::Equal => Ok(Standing::Current),
        std::cmp::Ordering::Less => Ok(Standing::Older),
    }
}

/// Brings a file to the program's schema, in one transaction.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    run(connection, TABLES, LATEST)
}

fn run(connection: &mut Connection, tables: &[&[Migration]], latest: u32) -> Result<(), Error> {
    let file = pragma_number(connection, "user_version")?;
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for number in 1..=latest {
        if i64::from(number) <= file {
            continue;
        }
        for (_, statements) in tables
            .iter()
            .copied()
            .flatten()
            .filter(|(from, _)| *from == number)
        {
            tx.execute_batch(statements)?;
        }
    }
    check_references(&tx)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", latest)?;
    Ok(tx.commit()?)
}

/// Digest of the layout of [`LATEST`], so that opening a file need not lay one out to compare with.
const LAYOUT: &str = "e040801dc40426f08714f1a782a7f44dd49b66052df8b0fa59a1f5306a3e922b";

/// What a file says of its tables, indices, triggers and views: statements by kind, name and table.
type Objects = BTreeMap<[String; 3], Vec<Option<String>>>;

/// One thing that the engine keeps beside the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The engine's word for what it is: `table`, `index`, `trigger` or `view`.
    pub kind: String,
    /// Its name.
    pub name: String,
}

/// Names the first object by which a file is not laid out as a file of its schema number: one that is
/// missing, reads otherwise, or was added.
pub(crate) fn altered(connection: &Connection) -> Result<Option<Layout>, Error> {
    let number = u32::try_from(pragma_number(connection, "user_version")?)
        .map_err(|_| Error::content("schema number"))?;
    let found = objects(connection)?;
    if number == LATEST && digest(&found)? == LAYOUT {
        return Ok(None);
    }
    let mut fresh = Connection::open_in_memory()?;
    run(&mut fresh, TABLES, number)?;
    Ok(difference(&objects(&fresh)?, &found))
}

fn digest(objects: &Objects) -> Result<String, Error> {
    let objects: Vec<_> = objects.iter().collect();
    Ok(hex::encode(&Sha256::digest(serde_json::to_vec(&objects)?)))
}

/// Reads what the engine was told to keep; its own statistics say nothing that a file could do.
fn objects(connection: &Connection) -> Result<Objects, Error> {
    let mut statement = connection.prepare(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema
         WHERE type <> 'table' OR name NOT IN ('sqlite_stat1', 'sqlite_stat4')",
    )?;
    let mut rows = statement.query([])?;
    let mut objects = Objects::new();
    while let Some(row) = rows.next()? {
        let key = [row.get(0)?, row.get(1)?, row.get(2)?];
        objects.entry(key).or_default().push(row.get(3)?);
    }
    Ok(objects)
}

fn difference(expected: &Objects, found: &Objects) -> Option<Layout> {
    let names = expected.keys().chain(found.keys());
    let other = names.filter(|name| expected.get(*name) != found.get(*name));
    other.min().map(|[kind, name, _]| Layout {
        kind: kind.clone(),
        name: name.clone(),
    })
}

/// Refuses a row that refers to nothing.
pub(crate) fn check_references(connection: &Connection) -> Result<(), Error> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        None => Ok(()),
        Some(row) => {
            let table: String = row.get(0)?;
            Err(Error::Damaged(Damage::Content(format!(
                "a row of {table} refers to nothing"
            ))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &[&[Migration]] = &[&[(1, "CREATE TABLE a(id INTEGER PRIMARY KEY) STRICT;")]];

    fn tables(connection: &Connection) -> i64 {
        connection
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .expect("the schema can be read")
    }

    #[test]
    fn a_failing_step_leaves_the_file_as_it_was() {
        let mut connection = Connection::open_in_memory().expect("memory");
        run(&mut connection, FIRST, 1).expect("the first step runs");
        let broken: &[&[Migration]] = &[&[
            (1, ""),
            (2, "CREATE TABLE b(id INTEGER) STRICT;"),
            (2, "CREATE TABLE a(id INTEGER) STRICT;"),
        ]];
        assert!(run(&mut connection, broken, 2).is_err());
        assert_eq!(tables(&connection), 1);
        assert_eq!(pragma_number(&connection, "user_version").expect("set"), 1);
    }

    #[test]
    fn a_step_that_breaks_a_reference_is_undone() {
        let mut connection = Connection::open_in_memory().expect("memory");
        connection
            .execute_batch("PRAGMA foreign_keys = OFF")
            .expect("a setting");
        run(&mut connection, FIRST, 1).expect("the first step runs");
        let dangling: &[&[Migration]] = &[&[
            (1, ""),
            (
                2,
                "CREATE TABLE b(a INTEGER REFERENCES a(id)) STRICT; INSERT INTO b VALUES (7);",
            ),
        ]];
        assert!(matches!(
            run(&mut connection, dangling, 2),
            Err(Error::Damaged(_))
        ));
        assert_eq!(tables(&connection), 1);
    }

    #[test]
    fn steps_already_taken_are_not_taken_again() {
        let mut connection = Connection::open_in_memory().expect("memory");
        run(&mut connection, FIRST, 1).expect("the first step runs");
        run(&mut connection, FIRST, 1).expect("nothing is left to do");
        assert_eq!(tables(&connection), 1);
    }

    #[test]
    fn the_digest_of_the_layout_is_that_of_the_newest_schema() {
        let mut connection = Connection::open_in_memory().expect("memory");
        run(&mut connection, TABLES, LATEST).expect("the newest schema");
        let objects = objects(&connection).expect("the schema reads");
        assert_eq!(digest(&objects).expect("JSON"), LAYOUT);
    }

    #[test]
    fn decision_records_of_schema_1_come_over_whole() {
        let mut connection = Connection::open_in_memory().expect("memory");
        run(&mut connection, TABLES, 1).expect("the first schema");
        connection
            .execute_batch(
                "PRAGMA foreign_keys = ON;
                 INSERT INTO person VALUES (zeroblob(16), 'A', '', '[]', 0, NULL);
                 INSERT INTO system VALUES (zeroblob(16), 'S', '', '', '', '', '', '[]', '', '',
                    '[]', '', '', '', '', '{}', 1, 0, 0);
                 INSERT INTO decision VALUES (zeroblob(16), zeroblob(16), 5, 'c', 'ai', 'no',
                    'overridden', 'R1', 'why', NULL, zeroblob(16), 5);
                 INSERT INTO decision VALUES (randomblob(16), zeroblob(16), 5, 'c', 'ai', 'yes',
                    'no_ai_output', '', '', zeroblob(16), zeroblob(16), 86400000006);",
            )
            .expect("records of schema 1");
        run(&mut connection, TABLES, LATEST).expect("the records come over");
        let mut rows = connection
            .prepare(
                "SELECT disposition, word, offset_min, entered_late, seeded, reason_text
                 FROM decision LEFT JOIN decision_word w ON w.id = reason ORDER BY disposition",
            )
            .expect("the new columns");
        let rows: Vec<(u8, Option<String>, u8, u8, u8, String)> = rows
            .query_map([], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get(5)?,
                ))
            })
            .and_then(Iterator::collect)
            .expect("two rows");
        let first = (2, Some("R1".to_owned()), 0, 0, 0, "why".to_owned());
        assert_eq!(rows, [first, (4, None, 0, 1, 0, String::new())]);
        let edited = connection.execute("UPDATE decision SET human_final = ''", []);
        assert!(edited.is_err(), "what came over is still final");
    }

    #[test]
    fn reports_of_schema_4_come_over_with_their_versions() {
        let mut connection = Connection::open_in_memory().expect("memory");
        run(&mut connection, TABLES, 4).expect("the schema before");
        connection
            .execute_batch(
                "PRAGMA foreign_keys = ON;
                 INSERT INTO person VALUES (zeroblob(16), 'A', '', '[]', 0, NULL, NULL);
                 INSERT INTO system VALUES (zeroblob(16), 'S', '', '', '', '', '', '[]', '', '',
                    '[]', '', '', '', '', '{}', 1, 0, 0);
                 INSERT INTO blob (sha256, size) VALUES (zeroblob(32), 0);
                 INSERT INTO assessment (id, system, period_from, period_to, phase, depth, state,
                    context, begun_by, begun_at, signers, revision)
                 VALUES (zeroblob(16), zeroblob(16), '', '', '', 'full', 'signed', '{}',
                    zeroblob(16), 0, '[]', 1);
                 INSERT INTO report VALUES (zeroblob(16), zeroblob(16), 1, 'en', 'signed',
                    zeroblob(16), 3, zeroblob(32), 9, '[]', '[]');
                 INSERT INTO report_version VALUES (zeroblob(16), 0, zeroblob(32));",
            )
            .expect("a report of schema 4");
        run(&mut connection, TABLES, LATEST).expect("the report comes over");
        let row: (String, String, i64) = connection
            .query_row(
                "SELECT kind, about, (SELECT count(*) FROM report_version WHERE report = id)
                 FROM report WHERE subject = zeroblob(16)",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .expect("the report");
        assert_eq!(row, ("assessment".to_owned(), "S".to_owned(), 1));
        let edited = connection.execute("UPDATE report SET about = 'x'", []);
        assert!(edited.is_err(), "what came over is still final");
    }

    #[test]
    fn incidents_of_schema_1_come_over_with_their_reports() {
        let mut connection = Connection::open_in_memory().expect("memory");
        run(&mut connection, TABLES, 1).expect("the first schema");
        connection
            .execute_batch(
                "PRAGMA foreign_keys = ON;
                 INSERT INTO person VALUES (zeroblob(16), 'A', '', '[]', 0, NULL);
                 INSERT INTO system VALUES (zeroblob(16), 'S', '', '', '', '', '', '[]', '', '',
                    '[]', '', '', '', '', '{}', 1, 0, 0);
                 INSERT INTO incident VALUES (zeroblob(16), zeroblob(16), 'event', 5, 'an effect',
                    'a response', 9, 'the office', zeroblob(16), 11);
                 INSERT INTO incident VALUES (randomblob(16), zeroblob(16), 'near_miss', 6, '',
                    '', NULL, '', zeroblob(16), 12);",
            )
            .expect("incidents of schema 1");
        run(&mut connection, TABLES, LATEST).expect("the incidents come over");
        let rows = |sql: &str| {
            let mut rows = connection.prepare(sql).expect("the new columns");
            let rows = rows.query_map([], |row| row.get::<_, String>(0));
            rows.and_then(Iterator::collect::<Result<Vec<_>, _>>)
                .expect("rows")
        };
        let versions = rows(
            "SELECT state || kind || title || occurred_at || noticed_at || effect || response
             FROM incident_version ORDER BY occurred_at",
        );
        let first = "openeventan effect55an effecta response";
        assert_eq!(versions, [first, "opennear_miss-66"]);
        let reports = rows("SELECT recipient || reported_at || recorded_at FROM incident_report");
        assert_eq!(reports, ["the office911"]);
        assert_eq!(
            rows("SELECT name FROM sqlite_schema WHERE name = 'incident_before'").len(),
            0
        );
        for gone in [
            "DELETE FROM incident",
            "UPDATE incident_version SET title = 'x'",
        ] {
            assert!(connection.execute(gone, []).is_err(), "{gone}");
        }
    }
}
