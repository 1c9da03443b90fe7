//! The columns of an export that say which child a row is about.

use crate::ingest::headings::folded;
use crate::intake::Record;

/// Words before the heading proper: "child date of birth", "pupil's surname".
const OWNERS: &[&str] = &[
    "child or young person",
    "young person",
    "young persons",
    "service user",
    "service users",
    "subject child",
    "childrens",
    "children",
    "childs",
    "child",
    "pupils",
    "pupil",
    "patients",
    "patient",
    "clients",
    "client",
    "students",
    "student",
    "subjects",
    "subject",
    "yp",
    "cyp",
    "persons",
    "person",
    "nominal",
    "learner",
];
const NAME: &[&str] = &[
    "name",
    "full name",
    "names",
    "fullname",
    "known as",
    "name of child",
    "name of pupil",
    "name of patient",
    "name of client",
    "name of young person",
];
const FORENAME: &[&str] =
    &["forename", "first name", "given name", "forenames", "first names", "given names", "firstname", "givenname"];
const SURNAME: &[&str] = &["surname", "last name", "family name", "lastname", "second name"];
const BORN: &[&str] = &["dob", "d o b", "date of birth", "birth date", "birthdate", "born", "dateofbirth"];
const SEX: &[&str] = &["sex", "gender"];
const NHS: &[&str] = &["nhs number", "nhs no", "nhs", "nhsnumber", "nhs num"];
const PUPIL: &[&str] = &["upn", "unique pupil number", "unique learner number"];
const OWN: &[&str] =
    &["id", "identifier", "number", "no", "ref", "reference", "unique id", "unique identifier", "key", "code", "urn"];
/// Headings of identifiers that need no word for the child before them.
const OWN_WHOLE: &[&str] = &[
    "case number",
    "case id",
    "case reference",
    "case ref",
    "mosaic id",
    "liquidlogic id",
    "lcs id",
    "system id",
    "local id",
    "hospital number",
    "mrn",
    "pncid",
    "pnc id",
    "nominal number",
    "nominal id",
    "nominal ref",
    "swift id",
    "framework id",
    "childid",
    "personid",
    "clientid",
    "pupilid",
    "patientid",
    "eclipse id",
    "individual id",
    "subjectid",
];

/// Where in a row it says which child it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The agency's own identifier.
    pub own: Option<usize>,
    /// NHS number.
    pub nhs: Option<usize>,
    /// Unique pupil number.
    pub pupil: Option<usize>,
    /// The whole name, or forename and surname.
    pub name: Vec<usize>,
    /// Date of birth.
    pub born: Option<usize>,
    /// Sex.
    pub sex: Option<usize>,
}

impl Columns {
    /// The columns under a row of headings; none where they name neither an identifier of the child, nor a name and a date
    /// of birth.
    pub fn of(record: &Record) -> Option<Columns> {
        let headings: Vec<(String, bool)> = record.cells.iter().map(|cell| bare(cell)).collect();
        let of = |words: &[&str]| headings.iter().position(|(heading, _)| words.contains(&heading.as_str()));
        let own = headings.iter().position(|(heading, owned)| *owned && OWN.contains(&heading.as_str()));
        let whole = || record.cells.iter().position(|cell| OWN_WHOLE.contains(&folded(cell).as_str()));
        let parts: Vec<usize> = [of(FORENAME), of(SURNAME)].into_iter().flatten().collect();
        let named = || {
            headings
                .iter()
                .position(|(heading, owned)| NAME.contains(&heading.as_str()) || *owned && heading.is_empty())
        };
        let name = if parts.len() == 2 { parts } else { named().into_iter().collect() };
        let columns =
            Columns { own: own.or_else(whole), nhs: of(NHS), pupil: of(PUPIL), name, born: of(BORN), sex: of(SEX) };
        let told = columns.own.is_some() || columns.nhs.is_some() || columns.pupil.is_some();
        (told || !columns.name.is_empty() && columns.born.is_some()).then_some(columns)
    }
}

/// A heading without the word for whose it is, and whether there was one.
fn bare(heading: &str) -> (String, bool) {
    let whole = folded(heading);
    let owner = OWNERS.iter().find_map(|owner| {
        let rest = whole.strip_prefix(owner)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim().to_owned())
    });
    owner.map_or((whole, false), |rest| (rest, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headings: &[&str]) -> Option<Columns> {
        Columns::of(&Record { row: 1, cells: headings.iter().map(|cell| (*cell).to_owned()).collect() })
    }

    #[test]
    fn the_child_is_told_by_an_identifier_or_by_name_and_date_of_birth() {
        let found = columns(&["Incident ID", "Child ID", "Date", "Details"]).expect("an identifier");
        assert_eq!(found.own, Some(1));
        let found = columns(&["Date", "Pupil's Surname", "Forename", "DOB", "Entry"]).expect("a name");
        assert_eq!((found.name, found.born), (vec![2, 1], Some(3)));
        let found = columns(&["NHS No.", "Patient", "Date of contact"]).expect("a number");
        assert_eq!((found.nhs, found.name), (Some(0), vec![1]));
        assert_eq!(columns(&["Date", "Name", "Details"]), None);
        assert_eq!(columns(&["Incident ID", "Date", "Details"]), None);
    }
}
