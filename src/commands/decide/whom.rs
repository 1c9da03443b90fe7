//! Whom the words of a decision mean, and how they are kept so that they hold on later runs.

use lifespan::History;
use lifespan::error::Error;
use lifespan::model::{Person, PersonId, Whom};

/// The person who is called so: by id, else by a name that only one person bears.
pub fn whom(history: &History<'_>, said: &str) -> Result<Whom, Error> {
    find(history, said).map(anchor)
}

/// The same, as an id.
pub fn id(history: &History<'_>, said: &str) -> Result<PersonId, Error> {
    find(history, said).map(|person| person.id.clone())
}

fn find<'h>(history: &'h History<'_>, said: &str) -> Result<&'h Person, Error> {
    let bears = |person: &&Person| {
        person.id.0 == *said
            || std::iter::once(&person.name).chain(&person.also_known_as).any(|name| name.eq_ignore_ascii_case(said))
    };
    let found: Vec<&Person> = history.people.persons.iter().filter(bears).collect();
    let mend = "`lifespan people` lists everyone; use the id in brackets";
    match found[..] {
        [] => Err(Error::new("decide", format!("nobody in this case is called “{said}”"), mend)),
        [person] => Ok(person),
        _ => found
            .into_iter()
            .find(|person| person.id.0 == said)
            .ok_or_else(|| Error::new("decide", format!("several people are called “{said}”"), mend)),
    }
}

/// The front sheet's id, or else the mention that was looked at: the name that a run gives somebody may change.
fn anchor(person: &Person) -> Whom {
    // A name in full stays with its person where kin words may come to mean another.
    let by_name = person.mentions.iter().find(|(_, words)| words.eq_ignore_ascii_case(&person.name));
    let mention = by_name.or(person.mentions.first()).filter(|_| !person.on_front_sheet);
    Whom {
        person: person.id.0.clone(),
        entry: mention.map(|(entry, _)| entry.clone()),
        words: mention.map(|(_, words)| words.clone()),
    }
}
