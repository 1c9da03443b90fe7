//! Floor 2: an entry's words become the people it names and the events it tells.
//!
//! The phrases are data (`lexicon/`), found in one pass over lower-cased text; modifiers with direction, scope and
//! ends say what is negated, supposed or general (`judge`); people are attached by their place in the sentence
//! (`scene`). What no phrase tells is weighed (`learnt`). Which mention is which person is the next room's to say.

mod abuse;
mod ages;
mod allegations;
mod antecedent;
mod blaming;
mod breaches;
mod client;
mod contact;
mod custody;
mod doings;
mod explain;
mod frames;
mod groups;
mod household;
mod inflect;
mod innocent;
mod judge;
mod learnt;
mod lexicon;
mod long_ago;
mod mentions;
mod names;
mod oblique;
mod occupants;
mod ordinary;
mod outcomes;
mod own_life;
mod page;
mod parties;
mod process;
mod restrictions;
mod roles;
mod rule_clauses;
mod scene;
mod terms;
mod tokens;
mod tree;
mod when_written;

use crate::cores;
use crate::model::{Cell, Entry, EntryId, FrontSheet, Meaning, Reading};
pub use explain::explain;
pub use learnt::{Marks, Person};
pub use lexicon::each_form;
pub use names::SERVICE_STAFF;
pub use ordinary::is_ordinary;

use antecedent::Pronoun;
use chrono::{Months, NaiveDate};
use learnt::Weighed;
use mentions::{Finder, KinCache};
use names::Book;
use page::Page;
use rustc_hash::FxHashMap;
use scene::Scene;

/// Whether a folded word is in the lists of given names.
pub fn is_given_name(word: &str) -> bool {
    lexicon::Lexicon::get().is_given(word)
}

/// Makes the tables of phrases ready on other cores, for whoever will soon read: while files are opened, for one.
pub fn prepare() {
    cores::meanwhile(|| {
        lexicon::Lexicon::get();
    });
    cores::meanwhile(frames::prepare);
    cores::meanwhile(learnt::prepare);
}

/// Reads every entry: one reading each, in the same order.
pub fn read(front: &FrontSheet, entries: &[&Entry]) -> Vec<Reading> {
    read_with(Some(front), entries)
}

/// From what age a child may be the one who tells, in months.
const SPEAKS_AT: u32 = 24;

/// Marks of a record about a pregnant or newly delivered woman, wherever they stand in the entry.
const PREGNANCY: &[&str] = &[
    "midwi",
    "matern",
    "antenatal",
    "postnatal",
    "obstetric",
    "pregnan",
    "booking visit",
    "booking appointment",
    "booking.",
    "booking,",
    "booking:",
    "pn check",
    "pn visit",
    "preg,",
    "preg.",
    "preg ",
];

/// Whether an entry is of the care of a pregnancy, by its service, its writer or its words.
fn is_of_pregnancy(entry: &Entry) -> bool {
    entry.cells.iter().any(|cell| {
        let bytes = cell.text.as_bytes();
        let holds = |at: usize, words: &str| {
            bytes.get(at..at + words.len()).is_some_and(|here| here.eq_ignore_ascii_case(words.as_bytes()))
        };
        let grandmother = || (0..bytes.len()).any(|at| holds(at, "maternal"));
        let begins = |at: &usize| matches!(bytes[*at] | 0x20, b'm' | b'a' | b'p' | b'o' | b'b');
        let mark = |at: usize| {
            let held = PREGNANCY.iter().find(|mark| holds(at, mark));
            held.is_some_and(|mark| *mark != "matern" || !grandmother())
        };
        (0..bytes.len()).filter(begins).any(mark)
    })
}

/// Reads one text with no front sheet.
pub fn read_text(text: &str) -> Reading {
    let entry = entry_of(text);
    let empty = || Reading {
        entry: entry.id.clone(),
        mentions: Vec::new(),
        same: Vec::new(),
        events: Vec::new(),
        left_out: Vec::new(),
        blaming: Vec::new(),
    };
    read_with(None, &[&entry]).pop().unwrap_or_else(empty)
}

/// What one text has that weights can be learnt from, read with a front sheet or without.
pub fn marks(front: Option<&FrontSheet>, text: &str) -> Marks {
    let look = |_: &Entry, _: &FxHashMap<usize, &str>, scene: Scene| learnt::marks(&scene);
    each(front, &[&entry_of(text)], look).pop().unwrap_or_default()
}

/// What the learnt weights say of one text.
fn weights_of(text: &str) -> Vec<String> {
    let look = |_: &Entry, _: &FxHashMap<usize, &str>, scene: Scene| learnt::lines(&scene);
    each(None, &[&entry_of(text)], look).pop().unwrap_or_default()
}

/// An entry that holds one text and nothing else.
fn entry_of(text: &str) -> Entry {
    Entry {
        id: EntryId("text:1".to_owned()),
        origin: crate::model::Origin { file: "text".to_owned(), part: None, row: 1 },
        agency: crate::model::AgencyId("text".to_owned()),
        when: None,
        until: None,
        learned: None,
        recorded: None,
        cells: vec![Cell { heading: String::new(), meaning: Meaning::Event, text: text.to_owned() }],
    }
}

fn read_with(front: Option<&FrontSheet>, entries: &[&Entry]) -> Vec<Reading> {
    each(front, entries, read_scene)
}

/// Lays out every entry as a scene and hands it over.
fn each<T: Send>(
    front: Option<&FrontSheet>,
    entries: &[&Entry],
    look: impl Fn(&Entry, &FxHashMap<usize, &str>, Scene) -> T + Sync,
) -> Vec<T> {
    let mut book = Book::new(front, entries);
    let page = |(): &mut (), entry: &Entry| Page::new(entry.told().map(|(i, cell)| (i, cell.text.as_str())));
    let pages: Vec<Page> = cores::each(entries.to_vec(), FEW, || (), page);
    for page in &pages {
        book.discover(page);
    }
    book.learn_met_initials();
    let lay_out = |kin: &mut KinCache, (entry, page): (&Entry, Page)| {
        let cells: FxHashMap<usize, &str> = entry.told().map(|(i, cell)| (i, cell.text.as_str())).collect();
        let scene = lay_out(front, entry, page, &cells, &book, kin);
        look(entry, &cells, scene)
    };
    cores::each(entries.iter().copied().zip(pages).collect(), FEW, KinCache::default, lay_out)
}

/// So many entries are not worth handing to another core.
const FEW: usize = 32;

fn lay_out<'a>(
    front: Option<&FrontSheet>,
    entry: &Entry,
    page: Page,
    cells: &'a FxHashMap<usize, &str>,
    book: &'a Book,
    kin: &'a mut KinCache,
) -> Scene<'a> {
    let day = entry.when.as_ref().map(|when| when.latest);
    let born =
        front.and_then(|front| front.child.born.as_ref()).zip(day).is_none_or(|(born, day)| born.earliest <= day);
    let speaks = |born: NaiveDate| born.checked_add_months(Months::new(SPEAKS_AT)).is_none_or(|from| day >= Some(from));
    let infant = front.and_then(|front| front.child.born.as_ref()).is_some_and(|born| !speaks(born.latest));
    let child = Pronoun {
        sex: front.and_then(|front| front.child.sex),
        born,
        infant: infant && day.is_some(),
        mothers: front.is_some() && (!born || is_of_pregnancy(entry)),
        record: front.is_some(),
    };
    let scene = Scene {
        page,
        nps: Vec::new(),
        np_at: Vec::new(),
        mentions: Vec::new(),
        same: Vec::new(),
        client: None,
        mothers: child.mothers,
        book,
        year: day.map(|day| chrono::Datelike::year(&day)),
        day,
    };
    let people_cells = entry.told().filter(|(_, cell)| cell.meaning == Meaning::People).map(|(i, _)| i).collect();
    let mut finder = Finder { scene, cells, people_cells, kin, child };
    finder.run();
    finder.scene
}

fn read_scene(entry: &Entry, cells: &FxHashMap<usize, &str>, mut scene: Scene) -> Reading {
    let (mut events, mut left_out) = (Vec::new(), Vec::new());
    let weighed = Weighed::new(&scene);
    allegations::read(&scene, &entry.cells, &weighed, &mut events, &mut left_out);
    let found = frames::find(&scene);
    contact::read(&scene, &found, &weighed, &mut events, &mut left_out);
    restrictions::read(&scene, &found, &mut events);
    learnt::weigh_contact(&scene, &weighed, &mut events, &mut left_out);
    contact::one_account(&scene, &weighed, &mut events);
    household::read(&scene, &mut events);
    occupants::read(&scene, &mut events);
    own_life::take_out(&scene, &mut events, &mut left_out);
    process::read(&scene, &entry.cells, &mut events, &mut left_out);
    client::fill(&scene, &mut events);
    let words = |cell: usize, start: usize, end: usize| {
        cells.get(&cell).and_then(|text| text.get(start..end)).unwrap_or_default().to_owned()
    };
    let blaming = blaming::read(&scene, words);
    for event in events.iter_mut().filter(|event| event.words.is_empty()) {
        event.words = words(event.cell, event.start, event.end);
    }
    let (mentions, same) = (std::mem::take(&mut scene.mentions), std::mem::take(&mut scene.same));
    Reading { entry: entry.id.clone(), mentions, same, events, left_out, blaming }
}

#[cfg(test)]
mod tests {
    use super::frames::Grammar;
    use super::{Entry, FxHashMap, Scene, each, entry_of, frames};

    /// The frames found in a text: how each is told, its pattern, who and with whom.
    fn told(text: &str) -> Vec<(usize, String)> {
        fn look(_: &Entry, _: &FxHashMap<usize, &str>, scene: Scene) -> Vec<(usize, String)> {
            let found = frames::find(&scene);
            let words = |index: Option<usize>| index.map(|i| scene.page.words(scene.nps[i].first, scene.nps[i].last));
            let tell = |one: &frames::Found| {
                let line = &Grammar::get().lines[one.line];
                let (person, with) = (words(one.person), words(one.with));
                format!("{:?} {:?} {person:?} {with:?} {}", one.sense, scene.mood(&found, one), line.pattern)
            };
            let people = scene.nps.iter().filter(|np| !np.nested).map(|np| {
                let words = scene.page.words(np.first, np.last);
                let marks = [(np.pro, " pro"), (np.young, " young"), (np.owns, " owns"), (np.generic, " generic")];
                let marks: String = marks.iter().filter(|(held, _)| *held).map(|(_, mark)| *mark).collect();
                (usize::MAX, format!("{words}{marks} {:?}", np.who))
            });
            people.chain(found.iter().map(|one| (one.line, tell(one)))).collect()
        }
        each(None, &[&entry_of(text)], look).pop().unwrap_or_default()
    }

    #[test]
    fn every_frame_is_found_in_its_example() {
        let unread = |(at, line): (usize, &frames::Line)| {
            let found = told(line.example).iter().any(|(one, _)| *one == at);
            (!found).then(|| format!("{} :: {}", line.pattern, line.example))
        };
        let missed: Vec<String> = Grammar::get().lines.iter().enumerate().filter_map(unread).collect();
        assert_eq!(missed, Vec::<String>::new(), "\n{}", missed.join("\n"));
    }

    /// For people who tune the frames: `FRAMES="text" cargo test --lib frames_of_a_text -- --nocapture --ignored`.
    #[test]
    #[ignore = "needs a text in FRAMES"]
    fn frames_of_a_text() {
        for text in std::env::var("FRAMES").unwrap_or_default().lines() {
            println!("{text}");
            for (_, said) in told(text) {
                println!("    {said}");
            }
        }
    }
}
