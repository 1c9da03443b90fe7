//! What one entry says about one person: the mentions that its own words equate, taken together.

use super::fold::fold;
use super::names::Name;
use super::profile::{Profile, born_between};
use crate::model::{Entry, Kin, Mention, Naming, Reading, Sex};

/// From whose point of view kin words are spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standpoint {
    /// The child whose record it is.
    Child,
    /// Somebody of the same entry, as an index among the clues.
    Clue(usize),
}

/// "this person is kin of that one", as the words say.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The path.
    pub kin: Kin,
    /// From where it starts.
    pub of: Standpoint,
}

/// One person as one entry shows them.
#[derive(Clone, Debug)]
pub struct Clue {
    /// Index of the entry.
    pub entry: usize,
    /// Indices of its mentions, in order.
    pub mentions: Vec<usize>,
    /// The words of the first mention that says most.
    pub words: String,
    /// Names and marks.
    pub profile: Profile,
    /// Ties that the words state.
    pub claims: Vec<Claim>,
    /// Every mention stands as "a" or "an", or names nobody known.
    pub indefinite: bool,
    /// A title stands before it that grown people bear.
    pub grown: bool,
    /// The words show a professional.
    pub professional: bool,
}

impl Clue {
    /// Whether any name points to the person.
    pub fn is_named(&self) -> bool {
        let known = &self.profile;
        !(known.names.is_empty() && known.singles.is_empty() && known.surnames.is_empty() && known.initials.is_empty())
    }
}

/// The clues of one entry, appended to `clues`, and which clue each of its mentions went into (none for groups).
pub fn collect(entry: usize, sent: &Entry, reading: &Reading, clues: &mut Vec<Clue>) -> Vec<Option<usize>> {
    let roots = equated(reading);
    let mut clue_of = vec![None; reading.mentions.len()];
    let first = clues.len();
    let mut heads: Vec<usize> = Vec::new();
    for (index, mention) in reading.mentions.iter().enumerate() {
        if mention.naming == Naming::Group {
            continue;
        }
        let at = heads.iter().position(|head| *head == roots[index]).unwrap_or_else(|| {
            heads.push(roots[index]);
            clues.push(empty(entry));
            heads.len() - 1
        });
        clue_of[index] = Some(first + at);
        take_up(&mut clues[first + at], index, mention, sent);
    }
    for (index, mention) in reading.mentions.iter().enumerate() {
        let (Some(clue), Some(kin)) = (clue_of[index], &mention.kin) else { continue };
        let of = match mention.kin_of {
            None => Some(Standpoint::Child),
            Some(other) => clue_of.get(other).copied().flatten().filter(|of| *of != clue).map(Standpoint::Clue),
        };
        if let Some(of) = of
            && !kin.steps.is_empty()
        {
            clues[clue].claims.push(Claim { kin: kin.clone(), of });
        }
    }
    clue_of
}

/// For each mention the first mention that the words equate it with.
fn equated(reading: &Reading) -> Vec<usize> {
    let mut roots: Vec<usize> = (0..reading.mentions.len()).collect();
    let grouped = |index: usize| reading.mentions.get(index).is_none_or(|mention| mention.naming == Naming::Group);
    for &(a, b) in reading.same.iter().filter(|(a, b)| !grouped(*a) && !grouped(*b)) {
        let (low, high) = (roots[a].min(roots[b]), roots[a].max(roots[b]));
        roots.iter_mut().filter(|root| **root == high).for_each(|root| *root = low);
    }
    roots
}

fn empty(entry: usize) -> Clue {
    Clue {
        entry,
        mentions: Vec::new(),
        words: String::new(),
        profile: Profile::default(),
        claims: Vec::new(),
        indefinite: true,
        grown: false,
        professional: false,
    }
}

fn take_up(clue: &mut Clue, index: usize, mention: &Mention, sent: &Entry) {
    let said = profile_of(mention, sent);
    let says_more = !said.names.is_empty() && clue.profile.names.is_empty();
    if clue.mentions.is_empty() || says_more {
        clue.words.clone_from(&mention.text);
    }
    clue.mentions.push(index);
    clue.profile.absorb(&said);
    clue.indefinite &= mention.indefinite || mention.naming == Naming::Unnamed;
    clue.grown |= mention.title.as_deref().is_some_and(|title| !matches!(fold(title).as_str(), "miss" | "master"));
    clue.professional |= mention.professional;
}

fn profile_of(mention: &Mention, sent: &Entry) -> Profile {
    let mut known = Profile { born: mention.born.clone(), ..Profile::default() };
    match &mention.naming {
        Naming::Full { given, surname } => match Name::full(given, surname) {
            Some(name) => known.names.push(name),
            None => drop(known.singles.insert(fold(given))),
        },
        Naming::Given(given) => drop(known.singles.insert(fold(given))),
        Naming::Surname { initial, surname } => {
            let initial = initial.and_then(|sign| sign.to_lowercase().next());
            known.surnames.insert((initial, fold(surname)));
        }
        Naming::Initials(letters) => drop(known.initials.insert(fold(letters).replace(' ', ""))),
        Naming::Kin | Naming::Unnamed | Naming::Group => {}
    }
    if let Some(kin) = &mention.kin
        && matches!(&kin.steps[..], [a, b] if a.bond == crate::model::Bond::Parent && b.bond == a.bond)
    {
        known.called.insert(kin_word(mention));
    }
    for also in &mention.also {
        add_also(&mut known, also);
    }
    known.singles.remove("");
    known.called.remove("");
    known.sex = mention.sex.or_else(|| mention.title.as_deref().and_then(title_sex));
    known.sex = known.sex.or_else(|| mention.kin.as_ref().and_then(Kin::sex));
    known.born_between = mention.age.zip(sent.when.as_ref()).and_then(|(age, when)| born_between(age, when));
    known
}

/// The kin word by which the mention calls the person: "Nana" in "Nana Eirlys Pryce", "Nan" in "her Nan".
fn kin_word(mention: &Mention) -> String {
    fold(&mention.text).split(' ').find(|word| Kin::parse(word).is_some()).unwrap_or_default().to_owned()
}

/// A name that the words add: "formerly Mallory" gives a surname, "known as Daz" a given name, and one word alone may be either.
fn add_also(known: &mut Profile, also: &str) {
    if let Some(name) = Name::read(also) {
        known.names.push(name);
        return;
    }
    let folded = fold(also);
    if folded.is_empty() {
        return;
    }
    for name in known.names.clone() {
        let first = name.given.first().cloned().unwrap_or_default();
        known.names.extend(Name::full(&first, also));
        known.names.extend(Name::full(also, &name.surname));
    }
    known.singles.insert(folded);
}

fn title_sex(title: &str) -> Option<Sex> {
    match fold(title).as_str() {
        "mr" | "master" | "sir" => Some(Sex::M),
        "mrs" | "ms" | "miss" | "lady" => Some(Sex::F),
        _ => None,
    }
}
