//! Clues with kin words alone: "Mum", "her uncle", "Ms Hartley's brother". Whom they mean depends on who speaks.

use super::choose::Choice;
use super::clue::Claim;
use super::draft::Table;
use super::names::surname_key;
use super::standpoint::Standpoint;
use crate::model::{Bond, Step};
use rustc_hash::FxHashMap;

/// How often people found in one round may help to find others in the next.
const ROUNDS: usize = 6;

/// Joins kin words to the people they can only mean, and puts together those whom kin shows to be one.
pub fn join(table: &mut Table) {
    table.rebuild_family();
    for _ in 0..ROUNDS {
        let united = unite(table);
        let mut joined = false;
        for clue in open_kin(table) {
            if let (Choice::One(draft, reason), said) = (whom(table, clue), &table.clues[clue]) {
                let because = because(said.claims.iter().map(|claim| claim.kin.words()).collect(), reason);
                table.attach(clue, draft, because);
                joined = true;
            }
        }
        if !united && !joined {
            break;
        }
        table.rebuild_family();
    }
    for clue in open_kin(table) {
        settle(table, clue);
    }
}

/// Joins the words for the child's own parents and grandparents, from whom so many other words start.
pub fn forebears(table: &mut Table) {
    for clue in open_kin(table) {
        let own = |claim: &Claim| {
            let last = claim.kin.steps.last();
            claim.kin.steps.iter().all(|step| step.bond == Bond::Parent)
                && last.is_some_and(|step| step.sex.is_some())
                && table.standpoint(claim.of) == Some(0)
        };
        if table.clues[clue].claims.iter().all(own)
            && let Choice::One(draft, reason) = whom(table, clue)
        {
            let kin = table.clues[clue].claims.iter().map(|claim| claim.kin.words()).collect();
            table.attach(clue, draft, because(kin, reason));
        }
    }
}

fn because(kin: Vec<String>, reason: Option<&str>) -> String {
    let tie = kin.first().map_or("", String::as_str);
    match reason {
        None => format!("nobody else in the case is {tie} from where the words stand"),
        Some(reason) => format!("{tie} from where the words stand, and {reason}"),
    }
}

/// Definite clues without a name that state a tie.
fn open_kin(table: &Table) -> Vec<usize> {
    let mut open = table.open();
    open.retain(|clue| {
        let clue = &table.clues[*clue];
        !clue.is_named() && !clue.indefinite && !clue.claims.is_empty() && !clue.professional
    });
    open
}

/// Whoever is left: people known by their tie only, one for each place in the family.
fn settle(table: &mut Table, clue: usize) {
    match whom(table, clue) {
        Choice::One(draft, reason) => {
            let kin = table.clues[clue].claims.iter().map(|claim| claim.kin.words()).collect();
            table.attach(clue, draft, because(kin, reason));
        }
        Choice::Nobody => match (called_so(table, clue), spouse(table, clue)) {
            (Some(draft), _) => {
                table.attach(clue, draft, "the only one who is accused and whom the family would call so");
            }
            (None, Some(draft)) => table.attach(clue, draft, "the other parent on that side, of the same surname"),
            (None, None) => drop(table.found(clue, "known by this tie only")),
        },
        Choice::Several(others) => {
            let draft = table.found_unsure(clue, "words that fit several people, and nothing says which is meant");
            table.doubt(draft, &others, "the same kin words fit both");
            return;
        }
    }
    if !table.adds_no_tie(clue) {
        table.rebuild_family();
    }
}

/// "Mrs Sheila Lamb. She and her husband": where she is the child's maternal grandmother, Victor Lamb, the maternal grandfather.
fn spouse(table: &Table, clue: usize) -> Option<usize> {
    let [Claim { kin, of, .. }] = &table.clues[clue].claims[..] else { return None };
    let [Step { bond: Bond::Partner, sex: Some(sex), former: false }] = kin.steps[..] else { return None };
    let of = table.standpoint(*of)?;
    let surnames = |draft: usize| table.drafts[draft].profile.names.iter().map(|name| surname_key(&name.surname));
    let other_parent = |way: &Vec<Step>| match way.split_last() {
        Some((Step { bond: Bond::Parent, .. }, before)) => {
            let way = [before, &[Step::new(Bond::Parent, Some(sex))]].concat();
            table.family.reach(0, &way).iter().copied().collect()
        }
        _ => Vec::new(),
    };
    let mut found: Vec<usize> = table.family.places(of).iter().flat_map(other_parent).collect();
    found.sort_unstable();
    found.dedup();
    found.retain(|at| *at != of && surnames(*at).any(|one| surnames(of).any(|own| own == one)));
    match found[..] {
        [only] if table.may_mean(clue, only) => Some(only),
        _ => None,
    }
}

/// The only one of the accused, known by name, whom people call by a tie that nobody in the family has: the aunt's husband is "her
/// uncle".
fn called_so(table: &Table, clue: usize) -> Option<usize> {
    let named = table.sure().filter(|(_, draft)| !draft.profile.names.is_empty()).map(|(at, _)| at);
    let accused = named.filter(|at| table.is_accused_anywhere(*at) && !table.family.is_stranger(*at));
    let fits: Vec<usize> = accused.filter(|at| table.is_called_so(clue, *at) && table.may_mean(clue, *at)).collect();
    match fits[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// The person whom a clue's kin words mean.
fn whom(table: &Table, clue: usize) -> Choice {
    let said = &table.clues[clue];
    let called: Vec<usize> =
        table.bearers.of_called(&said.called).into_iter().filter(|draft| table.is_sure(*draft)).collect();
    let of_child = said.claims.iter().all(|claim| claim.of == Standpoint::Child);
    if let ([only], true) = (&called[..], of_child && called.iter().all(|draft| table.may_mean(clue, *draft))) {
        return Choice::One(*only, Some("called by this word elsewhere"));
    }
    let mut sure: Vec<usize> = Vec::new();
    let mut possible: Vec<usize> = Vec::new();
    for claim in &said.claims {
        let Some(of) = table.standpoint(claim.of) else { continue };
        let steps = &claim.kin.steps;
        let reached = table.family.reach(of, steps);
        let may = table.family.may_all_stand(steps, of);
        let may = may.iter().copied().filter(|at| *at != of && !table.drafts[*at].gone);
        possible.extend(may.chain(reached.iter().copied()));
        sure.extend(reached.iter().copied());
    }
    for list in [&mut sure, &mut possible] {
        list.sort_unstable();
        list.dedup();
        list.retain(|draft| !elsewhere_in_sentence(table, clue, *draft));
    }
    let fits = if sure.is_empty() { possible } else { sure };
    match table.choose(clue, fits) {
        Choice::Several(all) => narrow(table, clue, all),
        other => other,
    }
}

/// Whether the clue's own entry names the draft as somebody from whom the tie starts: nobody is their own kin.
fn elsewhere_in_sentence(table: &Table, clue: usize, draft: usize) -> bool {
    table.clues[clue].claims.iter().any(|claim| table.standpoint(claim.of) == Some(draft))
}

/// Of several whom the words fit, the one that usage means.
fn narrow(table: &Table, clue: usize, all: Vec<usize>) -> Choice {
    let said = &table.clues[clue];
    let last_bond = said.claims.first().and_then(|claim| claim.kin.steps.last()).map(|step| step.bond);
    if last_bond == Some(Bond::Child) && all.contains(&0) {
        return Choice::One(0, Some("the record is the child's"));
    }
    if last_bond == Some(Bond::Partner) {
        return nearest_partner(table, clue, all);
    }
    Choice::Several(all)
}

/// Of several partners the one who is shown as partner at about that time, where no other is near.
fn nearest_partner(table: &Table, clue: usize, all: Vec<usize>) -> Choice {
    let Some(day) = table.day_of(table.clues[clue].entry) else { return Choice::Several(all) };
    let mut shown: Vec<(i64, usize)> = Vec::new();
    for (person, kin, _, at) in table.stated() {
        let partner = kin.steps.last().is_some_and(|step| step.bond == Bond::Partner);
        if let Some(then) = table.day_of(table.clues[at].entry).filter(|_| partner && all.contains(&person)) {
            shown.push(((then - day).num_days().abs(), person));
        }
    }
    shown.sort_unstable();
    let Some(&(near, person)) = shown.first() else { return Choice::Several(all) };
    let next = shown.iter().find(|(_, other)| *other != person).map_or(i64::MAX, |(days, _)| *days);
    if near <= 366 && near * 3 <= next {
        return Choice::One(person, Some("shown as the partner at that time"));
    }
    Choice::Several(all)
}

/// Puts a person known by a given name together with one known in full where both have one place in the family.
fn unite(table: &mut Table) -> bool {
    let drafts: Vec<usize> = table.sure().map(|(at, _)| at).collect();
    let without_surname = table.without_surname();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for a in drafts {
        for b in table.maybe_called_alike(a, &without_surname) {
            let placed = || table.kin_agree(a, b) || table.surname_of_side(a, b) || table.surname_of_side(b, a);
            if table.could_be_called_alike(a, b)
                && placed()
                && table.forbidden(a, b).is_none()
                && !table.are_accused_long_apart(a, b)
                && !table.are_partners_of_other_times(a, b)
            {
                pairs.push((a, b));
            }
        }
    }
    let mut count: FxHashMap<usize, usize> = FxHashMap::default();
    pairs.iter().flat_map(|(a, b)| [*a, *b]).for_each(|one| *count.entry(one).or_default() += 1);
    let rivals = |one: usize| count.get(&one).copied().unwrap_or_default();
    let alone: Vec<(usize, usize)> =
        pairs.iter().copied().filter(|(a, b)| rivals(*a) == 1 && rivals(*b) == 1).collect();
    for &(a, b) in &alone {
        table.merge(a, b, "the names can be one person's, and the tie or the family's surname agrees");
    }
    if !alone.is_empty() {
        table.rebuild_family();
    }
    !alone.is_empty()
}
