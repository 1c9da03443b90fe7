//! Names taken apart, and how two of them compare.

use super::fold::fold;
use super::{nicknames, spelling};
use crate::effort;

/// A name with what can be compared of it. Everything but `written` is folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// As somebody wrote it, in reading order, without titles.
    pub written: String,
    /// Given names; empty where only a surname is known.
    pub given: Vec<String>,
    /// Surname; empty where only given names are known.
    pub surname: String,
    /// "senior" or "junior", where the words tell father from son.
    pub generation: Option<&'static str>,
}

/// How two full names agree, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Letter for letter, middle names aside.
    Same,
    /// One surname is a part of the other: "Smith", "Smith-Jones".
    PartOfSurname,
    /// One given name is a short or pet form of the other.
    Nickname,
    /// One given name, or one surname, is only an initial.
    Initial,
    /// One or two letters differ, as they do when somebody mistypes.
    Misspelt,
}

const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "master", "sir", "lady", "rev", "prof", "pan", "pani", "cpl", "lcpl", "spr",
    "pte", "capt",
];

/// Small words that begin a surname.
const PARTICLES: &[&str] = &[
    "van", "von", "den", "der", "de", "da", "di", "dos", "du", "la", "le", "al", "el", "bin", "bint", "ibn", "ap",
    "ter", "ten",
];

/// Whether a folded word only begins a surname.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// A folded surname as it is compared: without the small words that begin it, and in one form where a language
/// has another for women ("Kamińska" beside "Kamiński").
pub fn surname_key(surname: &str) -> String {
    let mut rest = surname;
    while let Some((_, after)) = rest.split_once(' ').filter(|(first, _)| is_particle(first)) {
        rest = after;
    }
    let joined = rest.replace(' ', "");
    let endings = [("ska", "ski"), ("cka", "cki"), ("dzka", "dzki"), ("ova", "ov"), ("eva", "ev")];
    let changed = endings.iter().find_map(|(hers, his)| Some(joined.strip_suffix(hers)?.to_owned() + his));
    changed.filter(|_| joined.len() > 5).unwrap_or(joined)
}

impl Name {
    /// Given name and surname as the words give them.
    pub fn full(given: &str, surname: &str) -> Option<Name> {
        let mut generation = None;
        let mut family: Vec<String> = Vec::new();
        for word in fold(surname).split(' ').filter(|word| !word.is_empty()) {
            match suffix(word) {
                Some(which) => generation = Some(which),
                None => family.push(word.to_owned()),
            }
        }
        let given: Vec<String> = fold(given)
            .split(' ')
            .filter(|word| !word.is_empty() && !TITLES.contains(word))
            .map(str::to_owned)
            .collect();
        let written = surname
            .split_whitespace()
            .filter(|word| suffix(&fold(word)).is_none())
            .fold(given_written(&given), |text, word| text + " " + &title_case(word));
        (!given.is_empty() && !family.is_empty()).then_some(Name {
            written: written.trim().to_owned(),
            given,
            surname: family.join(" "),
            generation,
        })
    }

    /// A name in one string: "Chloe Hartley", "HARTLEY Chloe", "Hartley, Chloe", "Mr R Sleight".
    /// None where it is one word only.
    pub fn read(text: &str) -> Option<Name> {
        if let Some((surname, given)) = text.split_once(',') {
            return Name::full(given, surname).map(|name| name.shown_as(given, surname));
        }
        let mut words: Vec<&str> =
            text.split_whitespace().filter(|word| !TITLES.contains(&fold(word).as_str())).collect();
        let trailing = words.last().and_then(|word| suffix(&fold(word)));
        if trailing.is_some() {
            words.pop();
        }
        let capitals = words.iter().take_while(|word| is_capitals(word)).count();
        let (given, surname) = if capitals > 0 && capitals < words.len() {
            (words[capitals..].join(" "), words[..capitals].join(" "))
        } else {
            // "Louise van den Berg": the surname begins with its particles.
            let last = words.len().saturating_sub(1);
            let particle = words.iter().skip(1).position(|word| PARTICLES.contains(&fold(word).as_str()));
            let cut = particle.map_or(last, |at| (at + 1).min(last));
            (words.get(..cut)?.join(" "), words.get(cut..)?.join(" "))
        };
        let mut name = Name::full(&given, &surname)?.shown_as(&given, &surname);
        name.generation = trailing.or(name.generation);
        Some(name)
    }

    /// The same name, shown in these words.
    pub fn shown_as(mut self, given: &str, surname: &str) -> Name {
        let words = given.split_whitespace().chain(surname.split_whitespace());
        self.written = words.filter(|word| suffix(&fold(word)).is_none()).map(title_case).collect::<Vec<_>>().join(" ");
        self
    }

    /// First letters of the first given name and of the surname.
    pub fn initials(&self) -> String {
        self.given.first().into_iter().chain(Some(&self.surname)).filter_map(|word| word.chars().next()).collect()
    }

    /// The first given name.
    pub fn first(&self) -> &str {
        self.given.first().map_or("", String::as_str)
    }

    /// Whether both could be names of one person if everything that differs were a slip or a short form.
    pub fn resembles(&self, other: &Name) -> bool {
        let surnames = surname_agreement(&self.surname, &other.surname).is_some()
            || spelling::may_share_a_spelling(&self.surname, &other.surname);
        given_agreement(self, other).is_some() && surnames
    }

    /// Whether both can be names of one person as they are written, and how well they agree.
    pub fn agrees(&self, other: &Name) -> Option<Agreement> {
        effort::compared();
        if let (Some(one), Some(another)) = (self.generation, other.generation)
            && one != another
        {
            return None;
        }
        let given = given_agreement(self, other)?;
        let surname = surname_agreement(&self.surname, &other.surname)?;
        // Two things that differ are two doubts: only one may, but that "Danny H" says of both no more than it must.
        let short = given == Agreement::Nickname && surname == Agreement::Initial;
        (short || given == Agreement::Same || surname == Agreement::Same).then_some(given.max(surname))
    }
}

fn given_agreement(one: &Name, other: &Name) -> Option<Agreement> {
    let (a, b) = (one.first(), other.first());
    let rest_differs = one.given.get(1..).unwrap_or_default().iter().zip(other.given.get(1..).unwrap_or_default());
    if rest_differs.clone().any(|(a, b)| a.chars().next() != b.chars().next()) {
        return None;
    }
    first_agreement(a, b)
}

/// How two first given names agree.
pub fn first_agreement(a: &str, b: &str) -> Option<Agreement> {
    if a == b {
        Some(Agreement::Same)
    } else if nicknames::short_form(a, b) {
        Some(Agreement::Nickname)
    } else if a.chars().count() == 1 || b.chars().count() == 1 {
        (a.chars().next() == b.chars().next()).then_some(Agreement::Initial)
    } else {
        spelling::may_be_misspelt(a, b).then_some(Agreement::Misspelt)
    }
}

/// How two surnames agree.
pub fn surname_agreement(a: &str, b: &str) -> Option<Agreement> {
    let part = |whole: &str, part: &str| whole.contains(' ') && whole.split(' ').any(|word| word == part);
    let shortened = |short: &str, long: &str| {
        let few = short.chars().count();
        (1..=2).contains(&few) && few + 2 <= long.chars().count() && long.starts_with(short)
    };
    if a == b || surname_key(a) == surname_key(b) {
        Some(Agreement::Same)
    } else if shortened(a, b) || shortened(b, a) {
        Some(Agreement::Initial)
    } else if part(a, b) || part(b, a) {
        Some(Agreement::PartOfSurname)
    } else {
        spelling::may_be_misspelt(a, b).then_some(Agreement::Misspelt)
    }
}

/// Whether a folded word tells father from son.
pub fn suffix(folded: &str) -> Option<&'static str> {
    match folded {
        "snr" | "sr" | "senior" => Some("senior"),
        "jnr" | "jr" | "junior" => Some("junior"),
        _ => None,
    }
}

fn is_capitals(word: &str) -> bool {
    word.chars().filter(|sign| sign.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
}

fn given_written(given: &[String]) -> String {
    given.iter().map(|word| title_case(word)).collect::<Vec<_>>().join(" ")
}

/// Police capitals as people write a name: "SLEIGHT" is "Sleight", "O'BRIEN" "O'Brien". Other words stay.
pub fn title_case(word: &str) -> String {
    if word.chars().any(char::is_lowercase) && word.chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    let mut start = true;
    word.chars()
        .map(|sign| {
            let shown = if start { sign.to_uppercase().collect::<String>() } else { sign.to_lowercase().collect() };
            start = !sign.is_alphanumeric();
            shown
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Agreement, Name};

    fn agreement(one: &str, other: &str) -> Option<Agreement> {
        Name::read(one)?.agrees(&Name::read(other)?)
    }

    #[test]
    fn names_are_read_in_every_order() {
        for written in ["Raymond Sleight", "SLEIGHT Raymond", "Sleight, Raymond", "Mr Raymond SLEIGHT"] {
            let name = Name::read(written).map(|name| (name.given, name.surname, name.written));
            assert_eq!(name, Some((vec!["raymond".into()], "sleight".into(), "Raymond Sleight".into())), "{written}");
        }
        assert_eq!(Name::read("Manny"), None);
        assert_eq!(Name::read(""), None);
        assert_eq!(Name::read(","), None);
    }

    #[test]
    fn names_agree_by_degrees() {
        assert_eq!(agreement("Raymond Sleight", "SLEIGHT Raymond"), Some(Agreement::Same));
        assert_eq!(agreement("Ray Sleight", "Raymond Sleight"), Some(Agreement::Nickname));
        assert_eq!(agreement("Mr R Sleight", "Raymond Sleight"), Some(Agreement::Initial));
        assert_eq!(agreement("Karin Lindquist", "Karin Lindqvist"), Some(Agreement::Misspelt));
        assert_eq!(agreement("Ann Smith-Jones", "Ann Jones"), Some(Agreement::PartOfSurname));
        assert_eq!(agreement("Darren Pike", "Darren Mallory"), None);
        assert_eq!(agreement("David Morgan Snr", "David Morgan Jnr"), None);
        assert_eq!(agreement("Ava Cole", "Eva Cole"), None);
    }
}
