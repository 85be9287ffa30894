//! JSON objects → nested columns, along the schema.

use super::Cell;
use super::columns::Columns;
use anyhow::{bail, ensure};
use parquet::basic::{ConvertedType, Repetition};
use parquet::schema::types::Type;
use serde_json::Value;

/// Where in a row we are.
#[derive(Clone, Copy)]
struct At {
    /// Optional and repeated things above that are there.
    definition: i16,
    /// The list of which a new element begins; 0 begins the row.
    repetition: i16,
    /// Lists above.
    lists: i16,
}

impl Columns {
    /// A row of a nested table.
    ///
    /// # Errors
    /// An object that has not the shape of the schema.
    pub(super) fn push(&mut self, schema: &Type, object: &Value) -> anyhow::Result<()> {
        let at = At { definition: 0, repetition: 0, lists: 0 };
        let mut column = 0;
        for field in schema.get_fields() {
            self.field(field, object.get(field.name()), at, &mut column)?;
        }
        self.row();
        Ok(())
    }

    /// Sets the values of all columns at or below a field. The recursion ends with the schema, whatever the object holds.
    fn field(&mut self, field: &Type, value: Option<&Value>, mut at: At, column: &mut usize) -> anyhow::Result<()> {
        let info = field.get_basic_info();
        let Some(value) = value else {
            ensure!(info.repetition() == Repetition::OPTIONAL, "a release without {}", field.name());
            self.nothing(field, at, column);
            return Ok(());
        };
        if info.repetition() == Repetition::OPTIONAL {
            at.definition += 1;
        }
        if field.is_primitive() {
            let cell = match value {
                Value::String(text) => Cell::from(text.as_str()),
                Value::Number(number) if number.is_f64() => number.as_f64().map_or(Cell::Empty, Cell::Real),
                Value::Number(number) => number.as_i64().map_or(Cell::Empty, Cell::Integer),
                _ => bail!("{} is no value", field.name()),
            };
            // a whole number where a real one is expected: a confidence of 1
            let cell = match (cell, field.get_physical_type()) {
                (Cell::Integer(number), parquet::basic::Type::DOUBLE) => Cell::Real(number as f64),
                (cell, _) => cell,
            };
            self.set(*column, &cell, at.definition, at.repetition);
            *column += 1;
            return Ok(());
        }
        match info.converted_type() {
            ConvertedType::LIST => {
                let Value::Array(list) = value else { bail!("{} is no list", field.name()) };
                let [list_field] = field.get_fields() else { bail!("{} is a list of one thing", field.name()) };
                self.elements(list_field, list.iter().map(|element| [Some(element), None]), at, column)
            }
            ConvertedType::MAP => {
                let Value::Object(map) = value else { bail!("{} is no object", field.name()) };
                let [list_field] = field.get_fields() else { bail!("{} has keys and values", field.name()) };
                let entries: Vec<(Value, &Value)> = map.iter().map(|(key, value)| (Value::from(key.as_str()), value)).collect();
                self.elements(list_field, entries.iter().map(|(key, value)| [Some(key), Some(*value)]), at, column)
            }
            _ => field.get_fields().iter().try_for_each(|below| self.field(below, value.get(below.name()), at, column)),
        }
    }

    /// The elements of a list or map; each has as many values as the repeated group has fields.
    fn elements<'v>(&mut self, repeated: &Type, elements: impl Iterator<Item = [Option<&'v Value>; 2]>, at: At, column: &mut usize) -> anyhow::Result<()> {
        let first = *column;
        let mut within = At { definition: at.definition + 1, lists: at.lists + 1, ..at };
        let mut any = false;
        for element in elements {
            *column = first;
            for (field, value) in repeated.get_fields().iter().zip(element) {
                self.field(field, value, within, column)?;
            }
            within.repetition = within.lists;
            any = true;
        }
        if !any {
            self.nothing(repeated, at, column);
        }
        Ok(())
    }

    /// Nothing in all columns at or below a field.
    fn nothing(&mut self, field: &Type, at: At, column: &mut usize) {
        if field.is_primitive() {
            self.set(*column, &Cell::Empty, at.definition, at.repetition);
            *column += 1;
        } else {
            field.get_fields().iter().for_each(|below| self.nothing(below, at, column));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::RELEASES;
    use super::*;
    use parquet::schema::parser::parse_message_type;
    use std::collections::BTreeMap;

    /// Paths of the values with their types, as the Parquet schema has them.
    fn of_parquet(field: &Type, path: &str, leaves: &mut BTreeMap<String, String>) {
        let info = field.get_basic_info();
        let optional = if info.repetition() == Repetition::OPTIONAL { "?" } else { "" };
        if field.is_primitive() {
            leaves.insert(format!("{path}{optional}"), format!("{:?}", field.get_physical_type()));
            return;
        }
        let mark = match info.converted_type() {
            ConvertedType::LIST => "[]",
            ConvertedType::MAP => "{}",
            _ => "",
        };
        for below in field.get_fields() {
            if mark.is_empty() {
                of_parquet(below, &format!("{path}{optional}.{}", below.name()), leaves);
            } else {
                let elements = below.get_fields();
                of_parquet(&elements[elements.len() - 1], &format!("{path}{optional}{mark}"), leaves);
            }
        }
    }

    /// The same of the JSON Schema.
    fn of_json(root: &Value, schema: &Value, path: &str, leaves: &mut BTreeMap<String, String>) {
        let kind = |schema: &Value| schema["type"].as_str().or_else(|| schema["type"][0].as_str()).map(str::to_owned);
        let one = schema.get("anyOf").map_or(schema, |any| &any[0]);
        let one = one["$ref"].as_str().map_or(one, |name| &root["$defs"][name.trim_start_matches("#/$defs/")]);
        let kind = kind(one).unwrap_or_else(|| "string".to_owned()); // a choice of words
        match kind.as_str() {
            "object" if one.get("additionalProperties").is_some() => of_json(root, &one["additionalProperties"], &format!("{path}{{}}"), leaves),
            "object" => {
                for (name, field) in one["properties"].as_object().expect("fields") {
                    let required = one["required"].as_array().is_some_and(|required| required.iter().any(|known| known == name));
                    of_json(root, field, &format!("{path}.{name}{}", if required { "" } else { "?" }), leaves);
                }
            }
            "array" => of_json(root, &one["items"], &format!("{path}[]"), leaves),
            "integer" => drop(leaves.insert(path.to_owned(), "INT64".to_owned())),
            "number" => drop(leaves.insert(path.to_owned(), "DOUBLE".to_owned())),
            _ => drop(leaves.insert(path.to_owned(), "BYTE_ARRAY".to_owned())),
        }
    }

    #[test]
    fn the_nested_table_has_the_shape_of_the_contract() {
        let (mut parquet, mut json) = (BTreeMap::new(), BTreeMap::new());
        let schema = parse_message_type(RELEASES).expect("is sound");
        schema.get_fields().iter().for_each(|field| of_parquet(field, &format!(".{}", field.name()), &mut parquet));
        let contract = crate::record::schema();
        of_json(&contract, &contract, "", &mut json);
        assert_eq!(parquet, json);
    }
}
