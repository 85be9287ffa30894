//! SQLite: the same rows as CSV has, with keys, indexes and sound references; names that need no quoting.

use crate::common::Folder;
use oton::output::Table;
use rusqlite::Connection;

#[test]
fn a_database_has_keys_indexes_and_all_rows() {
    let folder = Folder::new();
    let objects = folder.objects();
    folder.extracted(&["-o", "@/a.sqlite"]);
    assert_eq!(folder.names("."), ["a.sqlite", "in"], "no journal is left");
    let database = Connection::open(folder.path("a.sqlite")).expect("opens");
    let one = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).expect("is a query");
    assert_eq!(one("PRAGMA integrity_check"), "ok");
    let broken = database.prepare("PRAGMA foreign_key_check").expect("is a query").exists([]).expect("runs");
    assert!(!broken, "every release is there");
    for table in Table::ALL {
        let names = table.columns().iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
        let rows = database.prepare(&format!("SELECT {names} FROM {table}")).expect("names need no quoting").query_map([], |_| Ok(())).expect("runs").count();
        let count: usize = objects.iter().map(|object| if table == Table::Releases { 1 } else { object[table.name()].as_array().expect("a list").len() }).sum();
        assert_eq!(rows, count, "{table}");
        for column in table.columns() {
            let kinds = format!("SELECT coalesce(group_concat(DISTINCT typeof({})), 'null') FROM {table}", column.name);
            let allowed = ["null", "text", "integer", "real"];
            assert!(
                one(&kinds).split(',').all(|kind| kind == "null" && !column.required || kind == column.kind.name() && allowed.contains(&kind)),
                "{table}.{}",
                column.name
            );
        }
    }
    let said = "SELECT s.text FROM statements s JOIN releases r USING (release) WHERE r.format = 'text' AND s.speaker = 'Anna Meier' AND s.text LIKE '=%'";
    assert!(one(said).starts_with("=1+1 ist"), "the text is as the release has it");
    let plan = database.query_row("EXPLAIN QUERY PLAN SELECT * FROM statements WHERE speaker = 'x'", [], |row| row.get::<_, String>(3)).expect("runs");
    assert!(plan.contains("USING INDEX statements_speaker"), "{plan}");
}

#[test]
fn a_database_may_have_some_of_the_tables() {
    let folder = Folder::new();
    folder.extracted(&["-o", "@/a.db", "--tables", "awards,persons"]);
    let database = Connection::open(folder.path("a.db")).expect("opens");
    let tables = "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name)";
    assert_eq!(database.query_row(tables, [], |row| row.get::<_, String>(0)).expect("runs"), "awards persons");
}
