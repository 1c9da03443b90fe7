//! What no frame and no phrase tells, by weights learnt from example texts; and against what they read in words that hardly
//! ever tell it.
//!
//! Frames know turns of phrase; people tell contact and abuse in endless others. Each word of a stretch of text, each two in a
//! row and each phrase of the lexicon weighs for or against its telling of contact, its end, a rule or a breach (`contact`), or
//! alleging abuse (`abuse`); the sum says how likely each is. Whom it is about is weighed by what they are and what stands beside
//! them (`person`). The weights are lines of data in the `.txt` of those names and `sides.txt`, learnt by logistic regression from
//! the texts of `tests/reading/` and `tests/reading/learnt/` (`examples/learn`), so that anyone can see which words a reading rests on.

mod abuse;
mod alike;
mod contact;
mod person;
mod table;
mod told;

pub use contact::weigh as weigh_contact;
pub use told::lines;

use super::scene::Scene;
use alike::Mark;
use std::ops::Range;
use std::sync::LazyLock;
use table::Table;

/// What the words say of contact: together, ended, forbidden, forbidden and yet done.
static CONTACT: LazyLock<Table<4>> = LazyLock::new(|| Table::read(include_str!("contact.txt")));
/// Whether somebody is whom it is about.
static PERSON: LazyLock<Table<1>> = LazyLock::new(|| Table::read(include_str!("person.txt")));

/// What the words say of sexual abuse: alleged, said not to be so, spoken of in general.
static ABUSE: LazyLock<Table<3>> = LazyLock::new(|| Table::read(include_str!("abuse.txt")));
/// What somebody is in what is alleged: said to have done it, said to have been harmed.
static SIDES: LazyLock<Table<2>> = LazyLock::new(|| Table::read(include_str!("sides.txt")));

/// Why something is left out.
const SELDOM: &str = "such words hardly ever tell it";

/// Sentences that are weighed together.
const TOGETHER: usize = 3;

/// What a text has that can be learnt from: the marks of all of it, and of each person in it with the words for them.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Of the whole text.
    pub text: Vec<String>,
    /// Everybody it names.
    pub people: Vec<Person>,
}

/// Somebody in a text.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// The words for them that are no pronouns.
    pub words: Vec<String>,
    /// What they are and what stands around those words.
    pub marks: Vec<String>,
    /// Whether contact could be told of them.
    pub candidate: bool,
}

/// Makes the tables ready.
pub fn prepare() {
    LazyLock::force(&CONTACT);
    LazyLock::force(&PERSON);
    LazyLock::force(&ABUSE);
    LazyLock::force(&SIDES);
}

/// How likely every few sentences of an entry tell each thing.
pub struct Weighed {
    windows: Vec<Range<usize>>,
    contact: Vec<[f32; 4]>,
    abuse: Vec<[f32; 3]>,
}

impl Weighed {
    /// Weighs an entry.
    pub fn new(scene: &Scene) -> Weighed {
        let windows = windows(scene);
        let marks: Vec<Vec<Mark>> = windows.iter().map(|window| scene.marks(window.clone())).collect();
        let contact = marks.iter().map(|marks| CONTACT.chances(marks)).collect();
        let abuse = marks.iter().map(|marks| ABUSE.chances(marks)).collect();
        Weighed { windows, contact, abuse }
    }

    /// The windows that hold a token, by number.
    fn around(&self, token: usize) -> impl Iterator<Item = usize> {
        (0..self.windows.len()).filter(move |at| self.windows[*at].contains(&token))
    }

    /// The window with the greatest chance.
    fn best(&self, chance: impl Fn(usize) -> f32) -> Option<usize> {
        (0..self.windows.len()).max_by(|a, b| chance(*a).total_cmp(&chance(*b)))
    }
}

/// The marks of an entry, for whoever learns weights from them.
pub fn marks(scene: &Scene) -> Marks {
    let text = scene.marks(0..scene.page.len()).iter().map(written).collect();
    let words = |np: &&super::scene::Np| scene.page.words(np.first, np.last);
    let people = scene.persons().into_iter().enumerate().map(|(at, person)| Person {
        words: person.iter().filter(|np| !np.pronoun && !np.nested).map(words).collect(),
        marks: scene.marks_of_person(&person, at == 0),
        candidate: scene.is_candidate(&person),
    });
    Marks { text, people: people.collect() }
}

/// A mark as the tables write it.
fn written(mark: &Mark) -> String {
    match mark {
        Mark::Term(term) => (*term).to_owned(),
        Mark::Pair(a, b) => format!("{a} {b}"),
        Mark::Group(group) => format!("@{}", group.name()),
    }
}

/// Every few sentences of an entry that stand together.
fn windows(scene: &Scene) -> Vec<Range<usize>> {
    let sentences = &scene.page.sentences;
    if sentences.len() <= TOGETHER {
        return std::iter::once(0..scene.page.len()).collect();
    }
    sentences.windows(TOGETHER).map(|few| few[0].start..few[TOGETHER - 1].end).collect()
}
