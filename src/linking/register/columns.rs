//! What a column of a register holds, told by its heading.

use crate::ingest::headings::folded;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// By what the register calls the person.
    Id,
    /// Given names.
    Given,
    /// Middle names.
    Middle,
    /// Surname.
    Surname,
    /// A whole name.
    FullName,
    /// Another name, or several.
    Alias,
    /// A surname from before.
    FormerSurname,
    /// Date or year of birth.
    Born,
    /// Sex or gender.
    Sex,
    /// House number or name.
    House,
    /// Street, or the first line of an address.
    Street,
    /// The second line of an address.
    Locality,
    /// Town or suburb.
    Town,
    /// County or state.
    Region,
    /// Postcode.
    Postcode,
    /// An address in one cell.
    Address,
    /// A number that belongs to one person, and whose number it is.
    Identifier(&'static str),
}

/// Headings that say it whole.
const WHOLE: &[(Column, &[&str])] = &[
    (
        Column::Id,
        &[
            "id",
            "rec id",
            "record id",
            "recid",
            "recordid",
            "person id",
            "personid",
            "people id",
            "unique id",
            "uid",
            "row id",
            "key",
            "pid",
            "record",
            "record number",
            "record no",
            "client id",
            "person number",
            "person no",
            "person ref",
            "person reference",
            "unique reference",
            "urn",
            "ref",
            "reference",
            "client number",
            "client ref",
            "local id",
            "identifier",
            "identity",
            "index",
        ],
    ),
    (Column::Given, &["given", "first", "fname", "gname", "forenames", "christian names", "first nm"]),
    (Column::Surname, &["last", "lname", "sname", "second name", "last nm"]),
    (
        Column::FullName,
        &["name", "full name", "fullname", "person", "person name", "client name", "name of person", "whole name"],
    ),
    (
        Column::Alias,
        &[
            "aka",
            "a k a",
            "also known as",
            "known as",
            "other names",
            "other name",
            "nickname",
            "nicknames",
            "preferred name",
            "street name or alias",
            "goes by",
        ],
    ),
    (
        Column::Born,
        &[
            "dob",
            "d o b",
            "birth",
            "born",
            "birthday",
            "birthdate",
            "dateofbirth",
            "yob",
            "year of birth",
            "birth year",
        ],
    ),
    (
        Column::House,
        &[
            "street number",
            "street no",
            "street nbr",
            "house",
            "house number",
            "house no",
            "house name",
            "house name or number",
            "building number",
            "property number",
            "streetnumber",
        ],
    ),
    (
        Column::Street,
        &[
            "street",
            "street name",
            "road",
            "address 1",
            "address1",
            "addr 1",
            "addr1",
            "address line 1",
            "address line1",
            "addressline1",
            "line 1",
            "street address",
        ],
    ),
    (
        Column::Locality,
        &[
            "address 2",
            "address2",
            "addr 2",
            "addr2",
            "address line 2",
            "address line2",
            "addressline2",
            "line 2",
            "locality",
            "village",
            "building",
            "estate",
            "district",
        ],
    ),
    (
        Column::Town,
        &[
            "suburb",
            "town",
            "city",
            "post town",
            "posttown",
            "town city",
            "town or city",
            "city town",
            "address 3",
            "address3",
            "address line 3",
            "line 3",
            "place",
        ],
    ),
    (Column::Region, &["state", "county", "region", "province", "address 4", "address4", "address line 4", "line 4"]),
    (Column::Postcode, &["postcode", "post code", "zip", "zip code", "zipcode", "postal code", "pcode", "pc"]),
    (Column::Address, &["address", "home address", "current address", "full address", "last known address", "addr"]),
    (Column::Sex, &["sex", "gender", "m f", "f m"]),
];

/// Words that say whose number a number is, and its kind.
const NUMBERS: &[(&str, &str)] = &[
    ("nhs", "nhs number"),
    ("national insurance", "national insurance number"),
    ("nino", "national insurance number"),
    ("ni number", "national insurance number"),
    ("ni no", "national insurance number"),
    ("soc sec", "social security number"),
    ("social security", "social security number"),
    ("ssn", "social security number"),
    ("upn", "unique pupil number"),
    ("pupil number", "unique pupil number"),
    ("uln", "unique learner number"),
    ("learner number", "unique learner number"),
    ("pnc", "police national computer number"),
    ("cro", "criminal records number"),
    ("chi", "community health index"),
    ("passport", "passport number"),
    ("driving licence", "driving licence number"),
    ("driver", "driving licence number"),
    ("medicare", "medicare number"),
    ("tax file", "tax file number"),
    ("national id", "national identity number"),
    ("identity number", "national identity number"),
    ("hospital number", "hospital number"),
    ("mrn", "hospital number"),
];

/// What a heading says; none where nothing that is compared.
pub fn column(heading: &str) -> Option<Column> {
    let folded = folded(heading);
    let has = |word: &str| format!(" {folded} ").contains(&format!(" {word} "));
    if let Some((_, kind)) = NUMBERS.iter().find(|(words, _)| has(words)) {
        return Some(Column::Identifier(kind));
    }
    if let Some((column, _)) = WHOLE.iter().find(|(_, headings)| headings.contains(&folded.as_str())) {
        return Some(column.clone());
    }
    let any = |words: &[&str]| words.iter().any(|word| has(word));
    let named = any(&["name", "names", "surname", "nm", "surnames"]);
    if any(&["dob", "birth", "born", "birthdate"]) && !any(&["place", "country", "name", "surname", "weight", "town"]) {
        return Some(Column::Born);
    }
    if any(&["maiden", "former", "previous", "nee"]) && (named || folded == "nee") || has("surname") && has("birth") {
        return Some(Column::FormerSurname);
    }
    if any(&["alias", "aliases"]) || named && any(&["other", "known", "alternative", "preferred"]) {
        return Some(Column::Alias);
    }
    if any(&["middle"]) && named {
        return Some(Column::Middle);
    }
    if any(&["forename", "forenames", "firstname", "givenname"]) || named && any(&["given", "first", "christian"]) {
        return Some(Column::Given);
    }
    if any(&["surname", "surnames", "lastname", "familyname"]) || named && any(&["last", "family"]) {
        return Some(Column::Surname);
    }
    if any(&["sex", "gender"]) {
        return Some(Column::Sex);
    }
    if any(&["postcode", "zip"]) || any(&["post", "postal"]) && has("code") {
        return Some(Column::Postcode);
    }
    if any(&["suburb", "town", "city"]) {
        return Some(Column::Town);
    }
    any(&["house", "street"]).then(|| if any(&["number", "no", "num"]) { Column::House } else { Column::Street })
}

#[cfg(test)]
mod tests {
    use super::{Column, column};

    #[test]
    fn headings_are_told_by_their_meaning() {
        use Column::*;
        for (heading, expected) in [
            ("rec_id", Id),
            ("Person ID", Id),
            ("given_name", Given),
            ("First name", Given),
            ("Forename(s)", Given),
            ("FirstName", Given),
            ("Middle names", Middle),
            ("SURNAME", Surname),
            ("Last Name", Surname),
            ("Maiden name", FormerSurname),
            ("Surname at birth", FormerSurname),
            ("Also known as", Alias),
            ("Aliases", Alias),
            ("date_of_birth", Born),
            ("DOB", Born),
            ("D.O.B.", Born),
            ("Birth date", Born),
            ("Gender", Sex),
            ("street_number", House),
            ("address_1", Street),
            ("Address line 2", Locality),
            ("suburb", Town),
            ("state", Region),
            ("Post Code", Postcode),
            ("Home address", Address),
            ("soc_sec_id", Identifier("social security number")),
            ("NHS No.", Identifier("nhs number")),
            ("NI number", Identifier("national insurance number")),
        ] {
            assert_eq!(column(heading), Some(expected), "{heading}");
        }
        for heading in ["Place of birth", "Ethnicity", "Allocated worker", "Date opened", ""] {
            assert_eq!(column(heading), None, "{heading}");
        }
    }
}
