//! What stands in the cells of one row, as a person.

use super::columns::Column;
use crate::linking::person::{Birth, Identifier, Person, PersonName};
use crate::model::Sex;
use crate::people::NameInParts;

/// Puts what a cell holds where it belongs. Columns are read in the order of [`rank`], so that an alias of one word
/// finds the surname it goes with.
pub fn put(person: &mut Person, column: &Column, cell: &str) {
    let address = &mut person.address;
    match column {
        Column::Id => cell.clone_into(&mut person.id),
        Column::Given => cell.clone_into(&mut first(person).given),
        Column::Middle => join(&mut first(person).given, cell, " "),
        Column::Surname => cell.clone_into(&mut first(person).surname),
        Column::FullName => person.names.extend(full(cell)),
        Column::Alias => aliases(person, cell),
        Column::FormerSurname => {
            let given = first(person).given.clone();
            person.names.push(PersonName::new(given, cell));
        }
        Column::Born => person.born = Some(Birth::Written(cell.to_owned())),
        Column::Sex => person.sex = sex(cell),
        Column::House => cell.clone_into(&mut address.number),
        Column::Street => cell.clone_into(&mut address.street),
        Column::Locality => cell.clone_into(&mut address.locality),
        Column::Town => cell.clone_into(&mut address.town),
        Column::Region => cell.clone_into(&mut address.region),
        Column::Postcode => cell.clone_into(&mut address.postcode),
        Column::Address => whole_address(person, cell),
        Column::Identifier(kind) => {
            person.identifiers.push(Identifier { kind: (*kind).to_owned(), value: cell.to_owned() });
        }
    }
}

/// In which order columns are read.
pub fn rank(column: &Column) -> u8 {
    match column {
        Column::FullName => 1,
        Column::Middle => 2,
        Column::Alias | Column::FormerSurname => 3,
        Column::Address => 4,
        _ => 0,
    }
}

/// Where the register has no column for the house, it stands before the street.
pub fn part_house(person: &mut Person) {
    let address = &mut person.address;
    if !address.number.is_empty() {
        return;
    }
    let (number, street) = house(&address.street);
    if !number.is_empty() {
        (address.number, address.street) = (number.to_owned(), street.to_owned());
    }
}

/// "12a High Street" in two: a house number begins with a figure.
fn house(line: &str) -> (&str, &str) {
    match line.split_once([' ', ',']) {
        Some((number, street)) if number.starts_with(|sign: char| sign.is_ascii_digit()) && number.len() < 8 => {
            (number, street.trim_start_matches([' ', ',']))
        }
        _ => ("", line),
    }
}

/// The name in the columns of its own.
fn first(person: &mut Person) -> &mut PersonName {
    if person.names.is_empty() {
        person.names.push(PersonName::default());
    }
    &mut person.names[0]
}

fn join(to: &mut String, more: &str, between: &str) {
    if !to.is_empty() {
        to.push_str(between);
    }
    to.push_str(more);
}

/// A name in one cell.
fn full(cell: &str) -> Option<PersonName> {
    if let Some((surname, given)) = cell.split_once(',') {
        return Some(PersonName::new(given.trim(), surname.trim()));
    }
    let name = NameInParts::read(cell);
    Some(match name {
        Some(name) => PersonName::new(name.given.join(" "), name.surname),
        None => match cell.rsplit_once(' ') {
            Some((given, surname)) => PersonName::new(given, surname),
            None => PersonName::new(cell, ""),
        },
    })
}

/// Several names in one cell; one word is another given name.
fn aliases(person: &mut Person, cell: &str) {
    let surname = first(person).surname.clone();
    for alias in cell.split([';', '/', '|', '\n']).map(str::trim).filter(|alias| !alias.is_empty()) {
        match alias.contains([' ', ',']) {
            true => person.names.extend(full(alias)),
            false => person.names.push(PersonName::new(alias, surname.clone())),
        }
    }
}

/// An address in one cell: the house and street stand first, the postcode last, the town before it.
fn whole_address(person: &mut Person, cell: &str) {
    let address = &mut person.address;
    let mut rest = cell.trim();
    if address.postcode.is_empty()
        && let Some(at) = british_postcode(rest)
    {
        rest[at..].trim().clone_into(&mut address.postcode);
        rest = rest[..at].trim_end_matches([' ', ',', '\n']);
    }
    let lines: Vec<&str> = rest.split([',', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let (street, others) = match lines[..] {
        [number, street, ref others @ ..] if house(&format!("{number} ")).0 == number => {
            (format!("{number} {street}"), others.to_vec())
        }
        [street, ref others @ ..] => (street.to_owned(), others.to_vec()),
        [] => return,
    };
    if address.street.is_empty() {
        address.street = street;
    }
    if let (true, Some(town)) = (address.town.is_empty(), others.last()) {
        (*town).clone_into(&mut address.town);
    }
    if let (true, [locality, _]) = (address.locality.is_empty(), &others[..]) {
        (*locality).clone_into(&mut address.locality);
    }
}

/// Where a British postcode begins that ends the words: `SW1A 1AA`.
fn british_postcode(words: &str) -> Option<usize> {
    let trimmed = words.trim_end();
    let inward = trimmed.rfind([' ', ',', '\n']).map_or(trimmed, |at| &trimmed[at + 1..]);
    let is_inward = |part: &str| {
        part.len() == 3
            && part.as_bytes()[0].is_ascii_digit()
            && part.as_bytes()[1..].iter().all(u8::is_ascii_alphabetic)
    };
    let is_outward = |part: &str| {
        (2..=4).contains(&part.len())
            && part.as_bytes()[0].is_ascii_alphabetic()
            && part.bytes().all(|sign| sign.is_ascii_alphanumeric())
            && part.bytes().any(|sign| sign.is_ascii_digit())
    };
    if is_inward(inward) {
        let before = trimmed[..trimmed.len() - 3].trim_end();
        let start = before.rfind([' ', ',', '\n']).map_or(0, |at| at + 1);
        return is_outward(&before[start..]).then_some(start);
    }
    let split = inward.len().checked_sub(3).filter(|at| inward.is_char_boundary(*at))?;
    (is_outward(&inward[..split]) && is_inward(&inward[split..])).then(|| trimmed.len() - inward.len())
}

/// Sex as registers write it, the codes of the NHS among it (1 male, 2 female).
fn sex(cell: &str) -> Option<Sex> {
    match cell.to_lowercase().as_str() {
        "f" | "female" | "woman" | "girl" | "w" | "2" => Some(Sex::F),
        "m" | "male" | "man" | "boy" | "1" => Some(Sex::M),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_one_cell_is_taken_apart() {
        for cell in [
            "12 High Street, Wexmouth, WX1 2AB",
            "12, High Street, Wexmouth WX1 2AB",
            "12 High Street\nWexmouth\nWX12AB",
        ] {
            let mut person = Person::default();
            put(&mut person, &Column::Address, cell);
            part_house(&mut person);
            let address = person.address;
            let parts = [address.number, address.street, address.town, address.postcode.replace(' ', "")];
            assert_eq!(parts, ["12", "High Street", "Wexmouth", "WX12AB"], "{cell}");
        }
    }

    #[test]
    fn aliases_are_names_too() {
        let mut person = Person::default();
        put(&mut person, &Column::Surname, "Sleight");
        put(&mut person, &Column::Alias, "Ray; Raymond Moss");
        let names: Vec<_> = person.names.iter().map(|name| (name.given.as_str(), name.surname.as_str())).collect();
        assert_eq!(names, [("", "Sleight"), ("Ray", "Sleight"), ("raymond", "moss")]);
    }
}
