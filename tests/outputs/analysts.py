"""Opens what oton wrote into a folder with the programs analysts use, and holds every format to the JSON Lines."""

import json
import sqlite3
import sys
from pathlib import Path

import duckdb
import openpyxl
import pandas
import pyarrow
import pyarrow.parquet

TABLES = ["releases", "statements", "persons", "organisations", "awards", "conferrals", "sentences"]
FLAT = TABLES[1:]
folder = Path(sys.argv[1])
objects = [json.loads(line) for line in (folder / "releases.jsonl").read_text(encoding="utf-8").splitlines()]
counts = {table: len(objects) if table == "releases" else sum(len(object[table]) for object in objects) for table in TABLES}


def plain(value, kind):
    """A value of the nested table as JSON has it: no nulls, maps as objects."""
    if value is None:
        return None
    if pyarrow.types.is_struct(kind):
        fields = {field.name: plain(value[field.name], field.type) for field in kind}
        return {name: field for name, field in fields.items() if field is not None}
    if pyarrow.types.is_map(kind):
        return dict(value)
    if pyarrow.types.is_list(kind):
        return [plain(element, kind.value_type) for element in value]
    return value


# pyarrow: the nested table says exactly what the JSON says
nested = pyarrow.parquet.read_table(folder / "releases.parquet")
rows = [plain(row, pyarrow.struct(list(nested.schema))) for row in nested.to_pylist()]
assert rows == objects, "the nested table differs from the JSON"

# DuckDB: nested fields by name, flat tables joined, column names without quotes
database = duckdb.connect()


def query(sql):
    return database.sql(sql.replace("@", str(folder))).fetchall()


said = [(object["id"], s["text"], p.get("name")) for object in objects for s in object["statements"] for p in s["speakers"]]
found = query(
    """SELECT id, s.text, p.name FROM (SELECT id, s, unnest(s.speakers) AS p
       FROM (SELECT id, unnest(statements) AS s FROM '@/releases.parquet'))"""
)
assert sorted(map(str, found)) == sorted(map(str, said)), "speakers by nested fields"
for table in FLAT:
    columns = pandas.read_csv(folder / f"{table}.csv").columns
    assert len(query(f"SELECT {', '.join(columns)} FROM '@/{table}.parquet'")) == counts[table], table
joined = query("SELECT count(*) FROM '@/statements.parquet' s JOIN '@/releases.parquet' r ON s.release = r.id")
assert joined == [(counts["statements"],)], "statements join their releases"
for packed in ["packed.jsonl.gz", "packed.jsonl.zst"]:
    assert query(f"SELECT count(*) FROM read_json_objects('@/{packed}', format = 'newline_delimited')") == [(len(objects),)], packed

# pandas, SQLite and the workbook: the same rows in every format
connection = sqlite3.connect(folder / "tables.sqlite")
assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
workbook = openpyxl.load_workbook(folder / "tables.xlsx")
assert workbook.sheetnames == TABLES
for table in TABLES:
    from_csv = pandas.read_csv(folder / f"{table}.csv", keep_default_na=False, dtype=str)
    in_sqlite = connection.execute(f"SELECT {', '.join(from_csv.columns)} FROM {table}").fetchall()
    sheet = workbook[table]
    in_sheet = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [cell.value for cell in sheet[1]] == list(from_csv.columns), table
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), f"{table}: a formula"
    assert len(from_csv) == len(in_sqlite) == len(in_sheet) == counts[table], table
    assert in_sheet == in_sqlite, f"{table}: workbook and database differ"
    words = [["" if value is None else str(value) for value in row] for row in in_sqlite]
    without = [[cell[1:] if cell.startswith(("'=", "'+", "'-", "'@")) else cell for cell in row] for row in from_csv.values.tolist()]
    assert without == words, f"{table}: CSV and database differ"
    if table in FLAT:
        from_parquet = pandas.read_parquet(folder / f"{table}.parquet")
        values = from_parquet.astype(object).where(from_parquet.notna(), None).values.tolist()
        assert [tuple(None if value is None else value for value in row) for row in values] == in_sqlite, f"{table}: Parquet and database differ"
print("all formats agree:", counts)
