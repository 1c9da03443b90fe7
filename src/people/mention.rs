//! What one mention says, in terms that can be compared.

use super::fold::fold;
use super::names::{Name, is_particle, suffix};
use super::nicknames;
use super::profile::{Profile, born_between};
use crate::model::{Bond, Entry, FrontPerson, FrontSheet, Kin, Mention, Naming, Sex};

/// Words that begin a note and are taken for a given name because they bear a capital.
const NO_NAMES: &[&str] = &["says", "said", "told", "tells", "has", "had", "also", "done", "seen", "asked", "rang"];

/// Names and marks of a mention.
pub fn profile_of(mention: &Mention, sent: &Entry, front: &FrontSheet) -> Profile {
    let mut known = Profile { born: mention.born.clone(), ..Profile::default() };
    let titled = mention.title.as_deref().and_then(title_sex).is_some();
    match &mention.naming {
        // "Mo Natalie" is the mother, Natalie; "DEN BERG" is no given name; "Mr Grant" is a surname however often it
        // is a given name; "Fa" is the father unless somebody is called so.
        Naming::Full { given, surname } if is_kin_word(given, surname, front) => {
            known.singles.insert(fold(surname));
        }
        Naming::Full { given, surname } if NO_NAMES.contains(&fold(given).as_str()) => {
            known.singles.insert(fold(surname));
        }
        // "John Joseph" is the two given names of somebody on the front sheet.
        Naming::Full { given, surname } if borne(given, surname, front) => {
            known.singles.insert(fold(&format!("{given} {surname}")));
        }
        Naming::Full { given, surname } if is_particle(&fold(given)) => {
            known.surnames.insert((None, fold(&format!("{given} {surname}"))));
        }
        Naming::Full { given, surname } => {
            let after = word_after(mention, sent);
            match whole(&with_middle(given, surname, after, mention, front), surname, &mention.text, after) {
                Some(name) => known.names.push(name),
                None => drop(known.singles.insert(fold(given))),
            }
        }
        Naming::Given(name) if titled => match of_couple(mention, sent) {
            Some(surname) => known.names.extend(Name::full(name, &surname)),
            None => drop(known.surnames.insert((None, fold(name)))),
        },
        Naming::Given(given) if Kin::parse(given).is_some() && !is_listed(given, front) => {}
        Naming::Given(given) => match of_generation(given, mention, sent, front) {
            Some(name) => known.names.push(name),
            None => drop(known.singles.insert(fold(given))),
        },
        Naming::Surname { initial: None, surname } if given_before(&mention.text, surname).is_some() => {
            known.names.extend(given_before(&mention.text, surname));
        }
        Naming::Surname { initial, surname } => {
            let initial = initial.and_then(|sign| sign.to_lowercase().next());
            known.surnames.insert((initial, fold(surname)));
        }
        Naming::Initials(letters) => drop(known.initials.insert(fold(letters).replace(' ', ""))),
        Naming::Kin if is_initials(&mention.text, front) => drop(known.initials.insert(fold(&mention.text))),
        Naming::Kin | Naming::Unnamed | Naming::Group => {}
    }
    for also in mention.also.iter().filter(|also| !names_another(also, mention, front)) {
        add_also(&mut known, also, mention, sent);
    }
    known.singles.remove("");
    let kin = said_kin(mention, sent, front).as_ref().and_then(Kin::sex);
    let given = kin.filter(|_| mention.kin.is_none());
    let shown = mention.sex.filter(|_| !known.initials.contains(&fold(&mention.text)));
    known.sex = given.or(shown).or_else(|| mention.title.as_deref().and_then(title_sex)).or(kin);
    known.sex_is_sure = titled || kin.is_some() || !matches!(mention.naming, Naming::Full { .. } | Naming::Given(_));
    known.born_between = mention.age.zip(sent.when.as_ref()).and_then(|(age, when)| born_between(age, when));
    known
}

/// "Mrs Eirlys and Mr Gwyn Hopkin": the surname that stands behind the second of two with titles.
fn of_couple(mention: &Mention, sent: &Entry) -> Option<String> {
    let after = sent.cells.get(mention.cell)?.text.get(mention.end..)?;
    let mut words = after.split_whitespace();
    let joined = matches!(words.next()?, "and" | "&");
    let titled = title_sex(words.next()?.trim_end_matches('.')).is_some();
    let name = |word: &str| word.trim_end_matches(|sign: char| !sign.is_alphabetic()).to_owned();
    let (given, surname) = (words.next()?, name(words.next()?));
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|sign| sign.is_alphabetic() || sign == '-')
    };
    (joined && titled && capital(given) && capital(&surname)).then_some(surname)
}

/// "Patrick jnr": the full name, where all on the front sheet who bear the given name bear one surname.
fn of_generation(given: &str, mention: &Mention, sent: &Entry, front: &FrontSheet) -> Option<Name> {
    let last = mention.text.split_whitespace().last().unwrap_or_default();
    let generation = suffix(&fold(last)).or_else(|| suffix(&fold(word_after(mention, sent))))?;
    let called = fold(given);
    let names = front.everyone().filter_map(|one| Name::read(&one.name)).filter(|name| name.first() == called);
    let mut surnames: Vec<String> = names.map(|name| name.surname).collect();
    surnames.dedup();
    let [surname] = &surnames[..] else { return None };
    Name::full(given, surname).map(|name| Name { generation: Some(generation), ..name })
}

/// The word behind a mention, where nothing but a space stands between.
fn word_after<'s>(mention: &Mention, sent: &'s Entry) -> &'s str {
    let after = sent.cells.get(mention.cell).and_then(|cell| cell.text.get(mention.end..)).unwrap_or_default();
    let word = after.strip_prefix(' ').and_then(|after| after.split(|sign: char| !sign.is_alphanumeric()).next());
    word.unwrap_or_default()
}

/// The given name with the middle names that the words hold, or with the word behind the mention where somebody on the
/// front sheet bears both: "WARD John Joseph".
fn with_middle(given: &str, surname: &str, after: &str, mention: &Mention, front: &FrontSheet) -> String {
    let all = mention.text.strip_prefix(surname).map(str::trim).filter(|all| all.starts_with(given));
    if let Some(all) = all.filter(|all| all.split(' ').all(|word| word.starts_with(char::is_uppercase))) {
        let middle = all.split(' ').filter(|word| suffix(&fold(word)).is_none());
        return middle
            .chain((all == given).then_some(after).filter(|_| borne(given, after, front)))
            .collect::<Vec<_>>()
            .join(" ");
    }
    if mention.text.ends_with(given) && borne(given, after, front) {
        format!("{given} {after}")
    } else {
        given.to_owned()
    }
}

/// Whether somebody on the front sheet bears both given names.
fn borne(given: &str, after: &str, front: &FrontSheet) -> bool {
    let both = fold(&format!("{given} {after}")) + " ";
    let surname = |name: &str| fold(name).strip_prefix(&both).is_some_and(|rest| suffix(rest).is_none());
    !after.is_empty() && front.everyone().any(|one| surname(&one.name))
}

/// The full name, with the "Snr" or "Jnr" that the words end in or that follows them, also where that was taken for
/// the surname.
fn whole(given: &str, surname: &str, text: &str, after: &str) -> Option<Name> {
    let read = Name::read(text).filter(|name| name.generation.is_some());
    let generation = read.as_ref().and_then(|name| name.generation).or_else(|| suffix(&fold(after)));
    Name::full(given, surname).map(|name| Name { generation: name.generation.or(generation), ..name }).or(read)
}

/// The name of a mention in which one more word with a capital stands before the surname: "Pat Ashworth".
fn given_before(text: &str, surname: &str) -> Option<Name> {
    let before = text.trim().strip_suffix(surname)?.trim_end();
    let is_name = before.chars().count() > 1
        && before.starts_with(char::is_uppercase)
        && before.chars().all(char::is_alphabetic)
        && Kin::parse(before).is_none();
    is_name.then(|| Name::full(before, surname))?
}

/// "Baba" is a father in some families' languages and a grandmother in others': the one of the two who lives with the child.
fn grandmother_called_baba(text: &str, front: &FrontSheet) -> Option<Kin> {
    let of = |person: &FrontPerson| person.relation.as_deref().and_then(Kin::parse);
    let home = |steps: usize, sex: Sex| {
        front.people.iter().find(|person| {
            let kin = of(person).filter(|kin| kin.steps.len() == steps && kin.sex() == Some(sex));
            let up = kin.is_some_and(|kin| kin.steps.iter().all(|step| step.bond == Bond::Parent));
            up && person.lives_with_child == Some(true)
        })
    };
    let grandmother = home(2, Sex::F).filter(|_| text == "baba" && home(1, Sex::M).is_none())?;
    of(grandmother)
}

/// The tie that a mention states, with what its own words add: a past, or "fathers" before "brother".
pub fn said_kin(mention: &Mention, sent: &Entry, front: &FrontSheet) -> Option<Kin> {
    if mention.naming == Naming::Kin && is_initials(&mention.text, front) {
        return None;
    }
    // "Mo" is Maureen where somebody is called so.
    let listed = matches!(&mention.naming, Naming::Given(given) if mention.text == *given && is_listed(given, front));
    if listed && mention.kin_of.is_none() {
        return None;
    }
    let unread = || match &mention.naming {
        Naming::Unnamed if mention.kin_of.is_some() => own_child(&mention.text),
        Naming::Unnamed => Kin::parse(&mention.text).filter(|kin| kin.steps[0].bond == Bond::Parent),
        Naming::Full { given, surname } if !is_kin_word(given, surname, front) => None,
        Naming::Full { given, .. } | Naming::Given(given) => Kin::parse(given),
        _ => None,
    };
    let before = sent.cells.get(mention.cell).and_then(|cell| cell.text.get(..mention.start)).unwrap_or_default();
    let mut kin = mention.kin.clone().or_else(unread).or_else(|| partner_before(mention, before))?;
    let text = mention.text.to_lowercase();
    if let Some(grandmother) = grandmother_called_baba(&text, front) {
        kin = grandmother;
    }
    let last = kin.steps.last_mut()?;
    let past = ["then ", "ex-", "ex ", "former ", "previous ", "of the time", "at the time"];
    if matches!(last.bond, Bond::Partner | Bond::FosterCarer | Bond::Lodger)
        && past.iter().any(|word| text.contains(word))
    {
        last.former = true;
    }
    if mention.kin_of.is_none() {
        let owner = before.split_whitespace().next_back().map(str::to_lowercase);
        let side = match owner.as_deref() {
            Some("fathers" | "dads") => Some("father"),
            Some("mothers" | "mums") => Some("mother"),
            _ => None,
        };
        if let Some(parent) = side.filter(|_| before.ends_with(' ')).and_then(Kin::parse) {
            kin.steps.splice(0..0, parent.steps);
        }
    }
    Some(kin)
}

/// "Her brother's boy": the son of the one whose he is.
fn own_child(text: &str) -> Option<Kin> {
    let last = fold(text).rsplit(' ').next().map(str::to_owned)?;
    match last.as_str() {
        "boy" | "lad" => Kin::parse("son"),
        "girl" | "lass" => Kin::parse("daughter"),
        _ => None,
    }
}

/// "Lorraine has a new partner, Gary Pask": the word before the comma says what he is.
fn partner_before(mention: &Mention, before: &str) -> Option<Kin> {
    let word = before.trim_end().strip_suffix(',')?.split_whitespace().next_back()?;
    let partner = Kin::parse(word).filter(|kin| matches!(kin.steps[..], [step] if step.bond == Bond::Partner));
    partner.filter(|_| matches!(mention.naming, Naming::Full { .. } | Naming::Given(_)))
}

/// Whether two capitals that can be a kin word are the initials of one person on the front sheet: "FA" for Faduma Ali.
fn is_initials(text: &str, front: &FrontSheet) -> bool {
    let bears = |name: &String| Name::read(name).is_some_and(|name| name.initials() == fold(text));
    let capitals = text.chars().count() == 2 && text.chars().all(char::is_uppercase);
    capitals && front.everyone().filter(|one| bears(&one.name)).count() == 1
}

/// Whether the first word of a name is a kin word: "Mo Natalie" is the mother, "Mo Farah" somebody's name.
fn is_kin_word(given: &str, surname: &str, front: &FrontSheet) -> bool {
    Kin::parse(given).is_some() && (!nicknames::is_known(&fold(given)) || is_listed(surname, front))
}

/// Whether somebody on the front sheet goes by this one word.
fn is_listed(word: &str, front: &FrontSheet) -> bool {
    let said = fold(word);
    let bears = |name: &str| fold(name).split(' ').next() == Some(said.as_str());
    front.everyone().any(|one| one.names().any(bears))
}

/// Whether another name of the words is that of somebody else on the front sheet: "Maja or Nils".
fn names_another(also: &str, mention: &Mention, front: &FrontSheet) -> bool {
    let said = fold(also);
    let own = fold(&mention.text);
    let first = |name: &str| fold(name).split(' ').next().unwrap_or_default().to_owned();
    front.everyone().any(|one| {
        let bears = |other: &String| fold(other) == said || first(other) == said;
        bears(&one.name) && !own.split(' ').any(|word| word == first(&one.name))
    })
}

/// Words before another surname.
const SURNAME_CUES: &[&str] = &["formerly", "nee", "née", "previously", "maiden name", "then", "surname"];

/// Words before another surname or a name that somebody goes by: "(was LAIDLER)", "(PNC also HINES)", "used to be a Stoneman".
const NAME_CUES: &[&str] = &["was", "now", "also", "ex", "once", "prev", "pnc", "be"];

/// A name that the words add: "formerly Mallory" gives a surname, "known as Daz" a given name; where the words
/// before it do not say which, one word alone may be either.
fn add_also(known: &mut Profile, also: &str, mention: &Mention, sent: &Entry) {
    if let Some(name) = Name::read(also) {
        known.names.push(name);
        return;
    }
    let folded = fold(also);
    if folded.is_empty() {
        return;
    }
    let text = sent.cells.get(mention.cell).map_or("", |cell| cell.text.as_str());
    let after = text.get(mention.start..).unwrap_or_default();
    let before = after.find(also).and_then(|at| after.get(..at)).unwrap_or_default().to_lowercase();
    let words: Vec<&str> = before
        .split_whitespace()
        .rev()
        .take(3)
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphabetic()))
        .collect();
    let says = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let is_surname =
        says(SURNAME_CUES) || says(NAME_CUES) && !words.contains(&"known") && !nicknames::is_known(&folded);
    let full: Vec<String> = known.names.iter().map(|name| name.given.join(" ")).collect();
    let alone = matches!(&mention.naming, Naming::Given(_)).then(|| known.singles.first().cloned()).flatten();
    for given in full.iter().chain(&alone).filter(|_| is_surname) {
        known.names.extend(Name::full(given, also));
    }
    if !is_surname {
        known.singles.insert(folded);
    }
}

fn title_sex(title: &str) -> Option<Sex> {
    match fold(title).as_str() {
        "mr" | "master" | "sir" => Some(Sex::M),
        "mrs" | "ms" | "miss" | "lady" => Some(Sex::F),
        _ => None,
    }
}
