//! The front sheet of a child in an extract: who the child is, the mother, and who else is of the family.

use super::RETURN;
use super::register::{Address, Person, Register};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The words of a child's `case.json`.
pub fn front(register: &Register, id: &str) -> Value {
    let nobody = Person::default();
    let child = register.people.get(id).unwrap_or(&nobody);
    let mothers = register.mothers.get(id).into_iter().flatten();
    let mut seen: BTreeSet<&str> = BTreeSet::from([id]);
    let mut people: Vec<Value> = Vec::new();
    for mother in mothers {
        if seen.insert(mother) {
            people.push(relative(register, child, mother, "mother".to_owned()));
        }
    }
    for (other, relation) in siblings(register, id).into_iter().chain(family(register, id)) {
        if seen.insert(other) {
            people.push(relative(register, child, other, relation));
        }
    }
    json!({
        "reference": id,
        "child": person(id, child),
        "people": people,
        "agencies": [{
            "id": "social-care",
            "name": "Children's social care",
            "kind": "social care",
            "returns": [RETURN],
            "outcome": "return",
        }],
    })
}

/// Other children of the same mother.
fn siblings<'r>(register: &'r Register, id: &str) -> Vec<(&'r str, String)> {
    let own = register.mothers.get(id);
    let shares = |mothers: &BTreeSet<String>| own.is_some_and(|own| !own.is_disjoint(mothers));
    let others = register.mothers.iter().filter(|(child, mothers)| child.as_str() != id && shares(mothers));
    others
        .map(|(child, _)| {
            let sex = register.people.get(child).and_then(|person| person.sex);
            let relation = match sex {
                Some("F") => "sister",
                Some(_) => "brother",
                None => "sibling",
            };
            (child.as_str(), relation.to_owned())
        })
        .collect()
}

/// Everyone else whom the extract counts to the same family: the dataset does not say as what.
fn family<'r>(register: &'r Register, id: &str) -> Vec<(&'r str, String)> {
    let own = register.families.values().filter(|members| members.contains(id));
    own.flatten()
        .filter(|other| other.as_str() != id)
        .map(|other| (other.as_str(), "family member".to_owned()))
        .collect()
}

fn relative(register: &Register, child: &Person, id: &str, relation: String) -> Value {
    let nobody = Person::default();
    let other = register.people.get(id).unwrap_or(&nobody);
    let mut value = person(id, other);
    value.insert("relation".into(), relation.into());
    if let Some(together) = live_together(child, other) {
        value.insert("lives_with_child".into(), together.into());
    }
    Value::Object(value)
}

/// Whether both now live at one address; none where an address is not known.
fn live_together(child: &Person, other: &Person) -> Option<bool> {
    let now = |person: &Person| -> BTreeSet<String> {
        let open = person.addresses.iter().filter(|address| address.until.is_none());
        open.map(place).filter(|place| !place.is_empty()).collect()
    };
    let (child, other) = (now(child), now(other));
    (!child.is_empty() && !other.is_empty()).then(|| !child.is_disjoint(&other))
}

fn place(address: &Address) -> String {
    let words = if address.words.is_empty() { address.postcode.as_deref().unwrap_or_default() } else { &address.words };
    words
        .to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn person(id: &str, person: &Person) -> Map<String, Value> {
    let mut value = Map::new();
    value.insert("id".into(), id.into());
    let name = person.names.first().cloned().unwrap_or_else(|| format!("Person {id}"));
    value.insert("name".into(), name.into());
    let others = &person.names[person.names.len().min(1)..];
    let mut add = |field: &str, said: Option<Value>| said.map(|said| value.insert(field.into(), said));
    add("also_known_as", (!others.is_empty()).then(|| json!(others)));
    add("born", person.born.clone().map(Value::from));
    add("died", person.died.clone().map(Value::from));
    add("sex", person.sex.map(Value::from));
    add("nhs_number", person.nhs_number.clone().map(Value::from));
    let addresses: Vec<Value> = person.addresses.iter().map(written).collect();
    add("addresses", (!addresses.is_empty()).then(|| json!(addresses)));
    value
}

fn written(address: &Address) -> Value {
    let mut value = Map::new();
    value.insert("address".into(), address.words.clone().into());
    let parts = [("postcode", &address.postcode), ("from", &address.from), ("until", &address.until)];
    for (field, said) in parts {
        if let Some(said) = said {
            value.insert(field.into(), said.clone().into());
        }
    }
    Value::Object(value)
}
