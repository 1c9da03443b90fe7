//! Two full names that may be one person's: a changed surname, a pet form, an initial, a slip of the pen.

use super::alike::Alike;
use super::draft::Table;
use super::names::{Agreement, Name, surname_key};
use super::{nicknames, spelling};
use rustc_hash::FxHashMap;

/// Merges people whose names differ where something else holds them together; doubts the rest.
pub fn merge(table: &mut Table) {
    let named: Vec<usize> =
        table.standing().filter(|(_, draft)| !draft.profile.names.is_empty()).map(|(at, _)| at).collect();
    let alike = Alike::of(table, &named);
    let mut likely: Vec<(usize, usize, Agreement)> = Vec::new();
    for &a in &named {
        let mut after = alike.after(a);
        let mut at = 0;
        while let Some(&b) = after.get(at) {
            at += 1;
            if table.drafts[a].front.is_some() && table.drafts[b].front.is_some() {
                continue;
            }
            if let Some(reason) = changed_name(table, a, b) {
                table.merge(a, b, reason);
                after.extend(alike.after(b));
                after[at..].sort_unstable();
                after.dedup();
            } else if let Some(agreement) = best(table, a, b) {
                likely.push((a, b, agreement));
            }
        }
    }
    let mut paired: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (a, b, _) in &likely {
        paired.entry(*a).or_default().push(*b);
        paired.entry(*b).or_default().push(*a);
    }
    for &(a, b, agreement) in &likely {
        if table.drafts[a].gone || table.drafts[b].gone {
            continue;
        }
        if agreement == Agreement::Same && table.both_fit_many(a, b) {
            continue;
        }
        match support(table, a, b, agreement) {
            Some(reason) if !rivalled(&paired, table, a, b) => table.merge(a, b, reason),
            _ if table.forbidden(a, b).is_none() => table.doubt(b, &[a], words(agreement)),
            _ => {}
        }
    }
}

/// Merges people whose given names and surnames both differ by a pet form or a slip, once all ties are known that show them to have
/// one place in the family: "Tommy Novak" and "Tomasz Nowak", both of them the mother's brother.
pub fn merge_placed(table: &mut Table) {
    let named = table.standing().filter(|(_, draft)| !draft.profile.names.is_empty()).map(|(at, _)| at);
    let named: Vec<usize> = named.filter(|at| !table.family.is_stranger(*at)).collect();
    let alike = Alike::of(table, &named);
    for &a in &named {
        let same: Vec<usize> = alike.after(a).into_iter().filter(|b| slips_of_one_place(table, a, *b)).collect();
        if let [only] = same[..] {
            table.merge(a, only, "names that differ by a pet form and a slip, and the same place in the family");
        }
    }
    table.rebuild_family();
}

/// Whether the one of whom less is known could as well be a third person, who cannot be the other. That the better
/// known goes by a third form of the name as well speaks against nothing.
fn rivalled(paired: &FxHashMap<usize, Vec<usize>>, table: &Table, a: usize, b: usize) -> bool {
    let (known, vague) = if weight(table, a) >= weight(table, b) { (a, b) } else { (b, a) };
    let paired = paired.get(&vague).into_iter().flatten();
    paired.filter(|other| **other != known && !table.drafts[**other].gone).any(|other| unlike(table, known, *other))
}

/// How much stands behind a person: the front sheet, a date of birth, a given name in full, entries.
fn weight(table: &Table, draft: usize) -> (bool, bool, bool, usize) {
    let known = &table.drafts[draft];
    let spelt = known.profile.names.iter().any(|name| name.first().chars().count() > 1);
    (known.front.is_some(), spelt, known.profile.born.is_some(), known.clues.len())
}

/// Whether two people cannot be one, by their names or by anything else.
fn unlike(table: &Table, a: usize, b: usize) -> bool {
    let (one, other) = (&table.drafts[a].profile.names, &table.drafts[b].profile.names);
    let alike = one.iter().any(|name| other.iter().any(|another| name.resembles(another)));
    !alike || table.forbidden(a, b).is_some() || table.kin_apart(a, b)
}

fn words(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "same full name",
        Agreement::PartOfSurname => "same given name, and one surname is a part of the other",
        Agreement::Nickname => "same surname and a short form of the given name",
        Agreement::Initial => "same surname and initial",
        Agreement::Misspelt => "names that differ by a letter or two",
    }
}

/// Why two people of one day of birth are one: before and after a change of name, or called by a second given name. Twins share
/// the day, but not the given name.
fn changed_name(table: &Table, a: usize, b: usize) -> Option<&'static str> {
    let (one, other) = (&table.drafts[a].profile, &table.drafts[b].profile);
    if !one.same_birthday(other) || table.forbidden(a, b).is_some() {
        return None;
    }
    let any = |alike: &dyn Fn(&Name, &Name) -> bool| {
        one.names.iter().any(|name| other.names.iter().any(|another| alike(name, another)))
    };
    let first = |a: &Name, b: &Name| a.first() == b.first() || nicknames::one_name(a.first(), b.first());
    let second = |a: &Name, b: &Name| {
        let among = |a: &Name, b: &Name| a.first().len() > 1 && b.given.iter().any(|given| given == a.first());
        surname_key(&a.surname) == surname_key(&b.surname) && (among(a, b) || among(b, a))
    };
    if any(&first) {
        return Some("same given name and date of birth under another surname");
    }
    any(&second).then_some("same surname and date of birth, and one goes by a second given name of the other")
}

/// Whether two people of whom not both are on the front sheet have names that resemble and one place in the family.
fn slips_of_one_place(table: &Table, a: usize, b: usize) -> bool {
    let (one, other) = (&table.drafts[a], &table.drafts[b]);
    let resemble =
        one.profile.names.iter().any(|name| other.profile.names.iter().any(|another| name.resembles(another)));
    let apart = one.gone || other.gone || one.front.is_some() && other.front.is_some();
    let free = !apart && !table.in_one_entry(a, b) && table.forbidden(a, b).is_none();
    free && resemble && table.kin_agree(a, b)
}

fn best(table: &Table, a: usize, b: usize) -> Option<Agreement> {
    let (one, other) = (&table.drafts[a].profile.names, &table.drafts[b].profile.names);
    one.iter().flat_map(|name| other.iter().filter_map(|another| name.agrees(another))).min()
}

/// Why two people whose names agree by degrees are one, where that is sure enough.
fn support(table: &Table, a: usize, b: usize, agreement: Agreement) -> Option<&'static str> {
    if table.forbidden(a, b).is_some() || table.kin_apart(a, b) {
        return None;
    }
    let (one, other) = (&table.drafts[a].profile, &table.drafts[b].profile);
    let together = table.in_one_entry(a, b);
    match agreement {
        Agreement::Same => None,
        Agreement::Nickname | Agreement::Initial | Agreement::PartOfSurname if !together => Some(words(agreement)),
        _ if one.same_birthday(other) && !together => {
            Some("names that differ by a letter or two, and the same date of birth")
        }
        Agreement::Misspelt if !together && table.kin_agree(a, b) => {
            Some("names that differ by a letter or two, and the same place in the family")
        }
        Agreement::Misspelt if !together && same_given(table, a, b) && !other_surname(table, a, b) => {
            Some("same given name, and a surname that differs by a letter or two")
        }
        Agreement::Misspelt if !together && slip(table, a, b) => {
            Some("same surname, and a given name mistyped once that nobody else bears")
        }
        _ => None,
    }
}

fn same_given(table: &Table, a: usize, b: usize) -> bool {
    let (one, other) = (&table.drafts[a].profile.names, &table.drafts[b].profile.names);
    one.iter().any(|name| other.iter().any(|another| name.first() == another.first() && name.first().len() > 1))
}

/// "Alan Cutler, born in 1955" and "Mr Alan Cutter": whether the surnames differ by another letter in place of one, as two names do, and
/// only one of the two is known by more than that name.
fn other_surname(table: &Table, a: usize, b: usize) -> bool {
    let known = |draft: usize| table.drafts[draft].profile.born.is_some() || !table.family.is_stranger(draft);
    let (one, other) = (&table.drafts[a].profile.names, &table.drafts[b].profile.names);
    let slip = |a: &str, b: &str| {
        a == b
            || spelling::is_plain_slip(a, b)
            || spelling::is_plain_slip(b, a)
            || spelling::sound(a) == spelling::sound(b)
    };
    let slips = one.iter().any(|name| other.iter().any(|another| slip(&name.surname, &another.surname)));
    !slips && known(a) != known(b)
}

/// Whether one of the two is met in one return only, by the other's name with a slip of the pen in the given name.
fn slip(table: &Table, a: usize, b: usize) -> bool {
    let (known, typed) = if weight(table, a) >= weight(table, b) { (a, b) } else { (b, a) };
    let draft = &table.drafts[typed];
    let [name] = &draft.profile.names[..] else { return false };
    let borne = || table.is_said_alone(name.first());
    let meant = |other: &Name| other.surname == name.surname && spelling::is_plain_slip(name.first(), other.first());
    draft.front.is_none()
        && draft.profile.born.is_none()
        && draft.in_file.len() == 1
        && !nicknames::is_known(name.first())
        && table.drafts[known].profile.names.iter().any(meant)
        && !borne()
}
