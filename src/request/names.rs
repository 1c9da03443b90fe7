//! Every name under which a person may stand in a file: former surnames, other names, other spellings.

use crate::model::{FrontPerson, FrontSheet};

/// One person to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Full name.
    pub name: String,
    /// Relation to the child; `the child` for the child.
    pub relation: String,
    /// Date of birth as written; empty where not known.
    pub born: String,
    /// Other full names: given, or made of a known first name and a known surname.
    pub other_names: Vec<String>,
    /// Other spellings of any of them, which a search by exact letters would miss.
    pub spellings: Vec<String>,
}

/// What the returns already here add to the front sheet.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Other names of people of the front sheet, by id.
    pub names: Vec<(String, Vec<String>)>,
    /// Members of the family whom the front sheet does not list: name, relation to the child, other names.
    pub people: Vec<(String, String, Vec<String>)>,
}

/// First names and parts of surnames that are spelt in several ways.
const SPELLINGS: &[&[&str]] = &[
    &["Catherine", "Katherine", "Kathryn", "Catharine"],
    &["Stephen", "Steven", "Stephan"],
    &["Sean", "Shaun", "Shawn"],
    &["Mohammed", "Muhammad", "Mohamed", "Mohammad", "Muhammed"],
    &["Ann", "Anne"],
    &["Sara", "Sarah"],
    &["Clare", "Claire", "Clair"],
    &["Geoffrey", "Jeffrey"],
    &["Graham", "Graeme"],
    &["Philip", "Phillip"],
    &["Teresa", "Theresa"],
    &["Rebecca", "Rebekah"],
    &["Lindsay", "Lindsey"],
    &["Alan", "Allan", "Allen"],
    &["Ian", "Iain"],
    &["Jon", "John"],
    &["Neil", "Neal"],
    &["Nicola", "Nichola"],
    &["Tracy", "Tracey"],
    &["Leslie", "Lesley"],
    &["Deborah", "Debra"],
    &["Gillian", "Jillian"],
    &["Marc", "Mark"],
    &["Eric", "Erik"],
    &["Carl", "Karl"],
    &["Chloe", "Khloe"],
    &["Zoe", "Zoey"],
    &["Ahmed", "Ahmad"],
    &["Hussain", "Hussein", "Hossain"],
    &["Yusuf", "Yousef", "Yusef"],
    &["Fatima", "Fatimah", "Fathima"],
    &["Aisha", "Ayesha", "Aysha"],
    &["Begum", "Begom"],
    &["Khatun", "Khatoon"],
    &["Miah", "Mia"],
    &["Smith", "Smyth", "Smythe"],
    &["Brown", "Browne"],
    &["Clark", "Clarke"],
    &["Green", "Greene"],
    &["Read", "Reed", "Reid"],
    &["Taylor", "Tayler"],
    &["Thompson", "Thomson"],
    &["Stewart", "Stuart"],
    &["Davies", "Davis"],
    &["Phillips", "Philips"],
    &["Price", "Pryce"],
    &["Reece", "Rhys", "Reese"],
    &["Owen", "Owain"],
];

/// Everyone on the front sheet, the child first, then whoever was found since.
pub fn searches(front: &FrontSheet, found: &Found) -> Vec<Search> {
    let listed = front.everyone().map(|person| search(front, person, found));
    let since = found.people.iter().map(|(name, relation, others)| Search {
        name: name.clone(),
        relation: relation.clone(),
        born: String::new(),
        other_names: others.clone(),
        spellings: respelt(name),
    });
    listed.chain(since).collect()
}

fn search(front: &FrontSheet, person: &FrontPerson, found: &Found) -> Search {
    let elsewhere = found.names.iter().filter(|(id, _)| *id == person.id.0).flat_map(|(_, names)| names);
    let given: Vec<&str> = person.names().chain(elsewhere.map(String::as_str)).collect();
    let mut other_names = Vec::new();
    for name in &given {
        add(&mut other_names, &person.name, (*name).to_owned());
    }
    for first in given.iter().filter_map(|name| first_name(name)) {
        for surname in given.iter().filter_map(|name| surname(name)) {
            add(&mut other_names, &person.name, format!("{first} {surname}"));
        }
    }
    let mut spellings = Vec::new();
    for name in std::iter::once(&person.name).chain(&other_names) {
        for spelling in respelt(name) {
            if !other_names.contains(&spelling) {
                add(&mut spellings, &person.name, spelling);
            }
        }
    }
    let relation =
        if person.id == front.child.id { "the child".to_owned() } else { person.relation.clone().unwrap_or_default() };
    let born = person.born.as_ref().map(|when| when.written.clone()).unwrap_or_default();
    Search { name: person.name.clone(), relation, born, other_names, spellings }
}

fn add(names: &mut Vec<String>, not: &str, name: String) {
    if name != not && !names.contains(&name) {
        names.push(name);
    }
}

/// The first of two or more words.
fn first_name(name: &str) -> Option<&str> {
    let mut words = name.split_whitespace();
    words.next().filter(|_| words.next().is_some())
}

/// The last of two or more words.
fn surname(name: &str) -> Option<&str> {
    let mut words = name.split_whitespace();
    words.next_back().filter(|_| words.next().is_some())
}

/// A name with one part spelt otherwise.
fn respelt(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut out = Vec::new();
    for (index, word) in words.iter().enumerate() {
        for other in spellings_of(word) {
            let mut words = words.clone();
            words[index] = &other;
            out.push(words.join(" "));
        }
    }
    out
}

/// Other spellings of one word: from the table, without accents and apostrophes, each part of a double name, Mac and Mc.
fn spellings_of(word: &str) -> Vec<String> {
    let group = SPELLINGS.iter().find(|group| group.contains(&word));
    let mut out: Vec<String> =
        group.into_iter().flat_map(|group| group.iter()).map(|other| (*other).to_owned()).collect();
    if let Some((one, other)) = word.split_once('-') {
        out.extend([one.to_owned(), other.to_owned(), format!("{other}-{one}"), format!("{one} {other}")]);
    }
    if word.contains(['\'', '\u{2019}']) {
        out.push(word.replace(['\'', '\u{2019}'], ""));
    }
    for (long, short) in [("Mac", "Mc"), ("Mc", "Mac")] {
        if let Some(rest) = word.strip_prefix(long).filter(|rest| rest.starts_with(char::is_uppercase)) {
            out.push(format!("{short}{rest}"));
        }
    }
    let plain = without_marks(word);
    out.push(plain);
    out.retain(|other| other != word);
    out
}

/// Letters without their accents.
fn without_marks(word: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::front;

    #[test]
    fn every_first_name_goes_with_every_surname() {
        let text = r#"{"child": {"name": "Amy O'Neill-Hart", "also_known_as": ["Aimée Clark"], "born": "2010"}}"#;
        let front = front::read(text).unwrap().value;
        let search = &searches(&front, &Found::default())[0];
        assert_eq!(search.other_names, ["Aimée Clark", "Amy Clark", "Aimée O'Neill-Hart"]);
        for spelling in ["Amy O'Neill", "Amy Hart", "Amy ONeill-Hart", "Aimee Clark", "Amy Clarke"] {
            assert!(search.spellings.iter().any(|other| other == spelling), "{spelling}");
        }
    }
}
