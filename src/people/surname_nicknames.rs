//! An alleged perpetrator known by a nickname only, and somebody known in full of whose surname such a nickname is made: "Macca"
//! beside Lee McCann, "Chalky" beside Dean White. It is asked, and never joined.

use super::draft::Table;
use super::nicknames;
use crate::model::Sex;

/// Nicknames that go with a surname by British tradition, and the surnames.
const BY_TRADITION: &[(&str, &[&str])] = &[
    ("blackie", &["black"]),
    ("buck", &["taylor"]),
    ("bunny", &["warren"]),
    ("buster", &["brown"]),
    ("chalky", &["white"]),
    ("chippy", &["carpenter"]),
    ("dinger", &["bell"]),
    ("dodger", &["long"]),
    ("dolly", &["gray", "grey"]),
    ("dusty", &["miller", "rhodes"]),
    ("ginge", &["rogers"]),
    ("happy", &["day"]),
    ("hooky", &["walker"]),
    ("jumper", &["cross", "collins"]),
    ("knocker", &["white", "walker"]),
    ("lofty", &["lowe"]),
    ("nobby", &["clark", "clarke", "hall"]),
    ("nosey", &["parker"]),
    ("pedlar", &["palmer"]),
    ("pincher", &["martin"]),
    ("rusty", &["steel", "steele"]),
    ("shady", &["lane"]),
    ("shiner", &["wright", "black", "white"]),
    ("smudge", &["smith"]),
    ("smudger", &["smith"]),
    ("sparky", &["sparks"]),
    ("spider", &["webb"]),
    ("spud", &["murphy"]),
    ("tosh", &["gilbert"]),
    ("tug", &["wilson"]),
    ("wiggy", &["bennett"]),
    ("windy", &["gale", "miller"]),
];
/// How many letters a nickname has in common with the surname that it is made of, at least.
const LETTERS: usize = 3;

/// Asks of each alleged perpetrator known by one name only whether they are somebody known in full.
pub fn ask(table: &mut Table) {
    let drafts: Vec<usize> = table.sure().map(|(at, _)| at).collect();
    let accused = |draft: &usize| table.drafts[*draft].clues.iter().any(|(clue, _)| table.is_alleged(*clue));
    let by_one_name = |draft: &usize| table.drafts[*draft].profile.is_by_one_name();
    let vague: Vec<usize> = drafts.iter().copied().filter(by_one_name).filter(accused).collect();
    for one in vague {
        let fits = |other: &usize| {
            let (short, known) = (&table.drafts[one].profile, &table.drafts[*other].profile);
            let sexes = short.sex.is_none_or(|sex| known.sex.is_none_or(|other| sex == other));
            let of_family = !table.family.is_stranger(*other);
            let called = known.names.iter().any(|name| {
                short.singles.iter().any(|single| {
                    nicknames::short_form(single, name.first()) || is_made_of(single, &name.surname, known.sex)
                })
            });
            *other != one
                && called
                && sexes
                && of_family
                && !table.in_one_entry(one, *other)
                && table.forbidden(one, *other).is_none()
        };
        let others: Vec<usize> = drafts.iter().copied().filter(fits).collect();
        table.doubt(one, &others, "known by a nickname only, which goes with the name of the other");
    }
}

/// Whether a nickname goes with a surname: by tradition, or because it begins as the surname does.
fn is_made_of(single: &str, surname: &str, sex: Option<Sex>) -> bool {
    let by_tradition = BY_TRADITION.iter().any(|(name, surnames)| *name == single && surnames.contains(&surname));
    let plain = |name: &str| {
        let name = name.strip_prefix("mc").map_or_else(|| name.to_owned(), |rest| format!("mac{rest}"));
        name.chars().filter(|letter| letter.is_alphabetic()).collect::<String>()
    };
    let (nick, own) = (plain(single), plain(surname));
    // "Smithy", "Macca", "Robbo", "Jonesy": women are seldom called so.
    let ends = ["y", "ie", "o", "a", "er", "s", "z"].iter().any(|end| nick.ends_with(end));
    let shared = nick.chars().zip(own.chars()).take_while(|(a, b)| a == b).count();
    let made = ends && nick.chars().count() >= LETTERS && shared >= LETTERS.min(nick.chars().count() - 1).max(2);
    sex != Some(Sex::F) && (by_tradition || made)
}

#[cfg(test)]
mod tests {
    use super::is_made_of;

    #[test]
    fn nicknames_go_with_surnames() {
        for (nick, surname) in
            [("macca", "mccann"), ("chalky", "white"), ("smithy", "smith"), ("robbo", "robson"), ("moz", "morrison")]
        {
            assert!(is_made_of(nick, surname, None), "{nick} {surname}");
        }
        for (nick, surname) in [("craig", "crane"), ("dave", "davis"), ("chalky", "brown"), ("anna", "anderson")] {
            assert!(!is_made_of(nick, surname, None), "{nick} {surname}");
        }
    }
}
