//! Small cases made by hand, for the tests of this room.

use super::{People, who};
use crate::ingest;
use crate::model::{
    AgencyId, Cell, Decision, Entry, FrontSheet, Kin, Meaning, Mention, Naming, Origin, PersonId, Reading, Sex, When,
};
use chrono::NaiveDate;
use serde_json::json;

/// A day written as `2010-06-15`.
pub fn day(written: &str) -> When {
    When::day(written, written.parse::<NaiveDate>().expect("a day"))
}

/// A front sheet: the child, then (id, name, relation).
pub fn front(child: &str, people: &[(&str, &str, &str)]) -> FrontSheet {
    let person = |(id, name, relation): &(&str, &str, &str)| json!({ "id": id, "name": name, "relation": relation });
    let people: Vec<_> = people.iter().map(person).collect();
    let sheet = json!({ "child": { "id": "child", "name": child }, "people": people });
    ingest::front::read(&sheet.to_string()).expect("a front sheet").value
}

/// A mention in the making.
pub fn mention(text: &str, naming: Naming) -> Mention {
    Mention {
        cell: 0,
        start: 0,
        end: 0,
        text: text.into(),
        naming,
        kin: None,
        kin_of: None,
        indefinite: false,
        sex: None,
        title: None,
        born: None,
        age: None,
        also: Vec::new(),
        professional: false,
    }
}

/// Given name and surname.
pub fn full(text: &str, given: &str, surname: &str) -> Mention {
    mention(text, Naming::Full { given: given.into(), surname: surname.into() })
}

/// A given name alone.
pub fn given(name: &str) -> Mention {
    mention(name, Naming::Given(name.into()))
}

/// A surname alone, with a title or none.
pub fn surname(text: &str, surname: &str, title: Option<&str>) -> Mention {
    let mut made = mention(text, Naming::Surname { initial: None, surname: surname.into() });
    made.title = title.map(str::to_owned);
    made
}

/// Kin words alone, from the child's point of view.
pub fn kin(text: &str, words: &str) -> Mention {
    tied(mention(text, Naming::Kin), words)
}

/// The same mention with kin words beside it.
pub fn tied(mut made: Mention, words: &str) -> Mention {
    made.kin = Kin::parse(words);
    made.sex = made.kin.as_ref().and_then(Kin::sex);
    made
}

/// The same mention, spoken from the point of view of another.
pub fn of(mut made: Mention, other: usize) -> Mention {
    made.kin_of = Some(other);
    made
}

/// The same mention with a date of birth.
pub fn born(mut made: Mention, date: &str) -> Mention {
    made.born = Some(day(date));
    made
}

/// The same mention of somebody of this sex.
pub fn sexed(mut made: Mention, sex: Sex) -> Mention {
    made.sex = Some(sex);
    made
}

/// An entry with its mentions; their words are looked up in the text, one after the other.
pub fn entry(
    file: &str,
    row: usize,
    date: &str,
    text: &str,
    mut mentions: Vec<Mention>,
    same: &[(usize, usize)],
) -> (Entry, Reading) {
    let mut from = 0;
    for mention in &mut mentions {
        let at = text[from..].find(&mention.text).map_or(from, |at| at + from);
        (mention.start, mention.end) = (at, at + mention.text.len());
        from = at;
    }
    let origin = Origin { file: format!("returns/{file}.csv"), part: None, row };
    let id = origin.id();
    let cell = Cell { heading: "Event".into(), meaning: Meaning::Event, text: text.into() };
    let made = Entry {
        id: id.clone(),
        origin,
        agency: AgencyId(file.into()),
        when: Some(day(date)),
        until: None,
        learned: None,
        recorded: None,
        cells: vec![cell],
    };
    (
        made,
        Reading {
            entry: id,
            mentions,
            same: same.to_vec(),
            events: Vec::new(),
            left_out: Vec::new(),
            blaming: Vec::new(),
        },
    )
}

/// The people of a small case.
pub fn people(front: &FrontSheet, read: &[(Entry, Reading)], decisions: &[Decision]) -> People {
    let entries: Vec<&Entry> = read.iter().map(|(entry, _)| entry).collect();
    let readings: Vec<&Reading> = read.iter().map(|(_, reading)| reading).collect();
    who(front, &entries, &readings, decisions)
}

/// Whom each mention means, entry by entry, `-` for nobody.
pub fn told(people: &People) -> Vec<String> {
    let id = |id: &Option<PersonId>| id.as_ref().map_or("-".to_owned(), ToString::to_string);
    people.of.iter().map(|mentions| mentions.iter().map(id).collect::<Vec<_>>().join(" ")).collect()
}
