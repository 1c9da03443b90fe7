//! What one entry says about one person: the mentions that its own words equate, taken together.

use super::fold::fold;
use super::mention::{profile_of, said_kin};
use super::profile::Profile;
use super::standpoint::{self, Standpoint};
use super::{apposition, column};
use crate::model::{Bond, Entry, EventKind, FrontPerson, FrontSheet, Kin, Mention, Naming, Reading, Role, Step, Who};

/// "this person is kin of that one", as the words say.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The path.
    pub kin: Kin,
    /// From where it starts.
    pub of: Standpoint,
    /// The words do not say from where, and it was worked out.
    pub guessed: bool,
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
    /// Folded kin words that call the person: "nana", "grandad".
    pub called: Vec<String>,
    /// Ties that the words state.
    pub claims: Vec<Claim>,
    /// The words mean the child whose record it is: "the child", "YP".
    pub is_child: bool,
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
pub fn collect(
    entry: usize,
    sent: &Entry,
    reading: &Reading,
    front: &FrontSheet,
    clues: &mut Vec<Clue>,
) -> Vec<Option<usize>> {
    let roots = equated(sent, reading, front);
    let mut clue_of = vec![None; reading.mentions.len()];
    let first = clues.len();
    let mut heads: Vec<usize> = Vec::new();
    for (index, mention) in reading.mentions.iter().enumerate() {
        if mention.naming == Naming::Group || is_collective(mention) {
            continue;
        }
        let at = heads.iter().position(|head| *head == roots[index]).unwrap_or_else(|| {
            heads.push(roots[index]);
            clues.push(empty(entry));
            heads.len() - 1
        });
        clue_of[index] = Some(first + at);
        take_up(&mut clues[first + at], index, mention, sent, front);
    }
    let subject = standpoint::other_child(front, sent, reading, &clue_of, clues);
    for (index, mention) in reading.mentions.iter().enumerate() {
        let (Some(clue), Some(kin)) = (clue_of[index], said_kin(mention, sent, front)) else { continue };
        // Nobody is their own kin: "Ewa Nowak is her grandmother" starts from the child.
        let whose = mention.kin_of.map(|other| clue_of.get(other).copied().flatten());
        let whose = whose.filter(|of| *of != Some(clue));
        let parents = subject.filter(|other| *other != clue && standpoint::is_parent(&kin));
        let group = mention.kin_of.and_then(|other| of_group(&reading.mentions[other], &kin, front));
        if let Some(kin) = group {
            clues[clue].claims.push(Claim { kin, of: Standpoint::Child, guessed: false });
            continue;
        }
        let harmed_kin = |index| kin_of_harmed(reading, front, &clue_of, index).filter(|of| *of != clue);
        let of = match whose {
            None if parents.is_some() => parents.map(Standpoint::Clue),
            None if harmed_kin(index).is_some() => harmed_kin(index).map(Standpoint::Clue),
            None => Standpoint::of_record(front, sent, mention, &kin, clue, &clues[first..], first),
            Some(other) => other.map(Standpoint::Clue),
        };
        if let (None, None, Some(kin)) = (of, mention.kin_of, standpoint::a_parents(front, mention, &kin)) {
            clues[clue].claims.push(Claim { kin, of: Standpoint::Child, guessed: true });
        }
        if let Some(of) = of
            && !kin.steps.is_empty()
        {
            let guessed = mention.kin_of.is_none() && of != Standpoint::Child;
            clues[clue].claims.push(Claim { kin, of, guessed });
        }
    }
    clues[first..].iter_mut().for_each(settle_sex);
    clue_of
}

/// "CONNORS Theresa attended. States stepfather CASH Martin abused her": bare kin words for whoever is alleged start from whoever
/// was harmed, where that is somebody by full name who is not the child.
fn kin_of_harmed(reading: &Reading, front: &FrontSheet, clue_of: &[Option<usize>], index: usize) -> Option<usize> {
    let said = &reading.mentions[index];
    let bare = said.text.starts_with(char::is_lowercase)
        && !["the ", "a ", "an ", "her ", "his ", "their ", "my ", "own "]
            .iter()
            .any(|lead| said.text.starts_with(lead));
    let root = |mut at: usize| {
        while let Some(of) = reading.mentions[at].kin_of {
            at = of;
        }
        at
    };
    let alleged = |at: usize| {
        let same = |other: &usize| clue_of[*other].is_some() && clue_of[*other] == clue_of[at];
        (0..reading.mentions.len()).filter(same).any(|other| root(other) == index)
    };
    let harmed = reading.events.iter().filter(|event| event.kind == EventKind::SexualAbuseAllegation).find_map(
        |event| match (event.people.get(&Role::AllegedPerpetrator), event.people.get(&Role::AllegedVictim)) {
            (Some(Who::Mention(by)), Some(Who::Mention(of))) if alleged(*by) => Some(*of),
            _ => None,
        },
    )?;
    let mention = &reading.mentions[harmed];
    let place = on_sheet(mention, front);
    let named = matches!(mention.naming, Naming::Full { .. }) && place != Some(0);
    // "Jaspal tearful: Dad used him": whoever is the child's dad speaks of his own.
    let relation = place.and_then(|place| front.everyone().nth(place)?.relation.as_deref().and_then(Kin::parse));
    let own = said.kin.as_ref().zip(relation).is_some_and(|(said, known)| {
        said.steps.len() == 1 && known.steps.len() == 1 && known.steps[0].agrees(&said.steps[0])
    });
    clue_of[harmed].filter(|_| said.kin_of.is_none() && (bare && named || own))
}

/// "The carers' adult son": the kin of several who stand alike to the child, as a path from the child.
fn of_group(owners: &Mention, kin: &Kin, front: &FrontSheet) -> Option<Kin> {
    if is_of_carers(owners, front) {
        let carer = Step::new(Bond::FosterCarer, None);
        return Some(Kin { steps: std::iter::once(carer).chain(kin.steps.iter().copied()).collect() });
    }
    const ALIKE: [Bond; 4] = [Bond::FosterCarer, Bond::AdoptiveParent, Bond::Parent, Bond::Neighbour];
    let whose = owners.kin.as_ref().filter(|_| owners.naming == Naming::Group && owners.kin_of.is_none())?;
    let alike = whose.steps.last().is_some_and(|step| ALIKE.contains(&step.bond));
    alike.then(|| Kin { steps: whose.steps.iter().chain(&kin.steps).copied().collect() })
}

/// "The carers", of a child whose foster carers the front sheet lists.
fn is_of_carers(owners: &Mention, front: &FrontSheet) -> bool {
    let carers = fold(&owners.text).split(' ').next_back() == Some("carers");
    let fosters = |one: &FrontPerson| {
        let kin = one.relation.as_deref().and_then(Kin::parse);
        kin.is_some_and(|kin| matches!(kin.steps[..], [Step { bond: Bond::FosterCarer, .. }]))
    };
    carers && owners.kin.is_none() && owners.kin_of.is_none() && front.people.iter().any(fosters)
}

/// Words for a whole family mean nobody in particular.
fn is_collective(mention: &Mention) -> bool {
    let folded = fold(&mention.text);
    mention.naming == Naming::Unnamed
        && folded.split(' ').next_back().is_some_and(|word| word == "family" || word == "families")
}

/// A kin word can be another language's: where "Nana" is equated with the maternal grandfather, the narrower tie
/// and the name are believed, and the word goes on calling him.
fn settle_sex(clue: &mut Clue) {
    let known = |claim: &Claim| claim.kin.steps.iter().filter(|step| step.sex.is_some()).count();
    let Some(narrowest) = clue.claims.iter().max_by_key(|claim| known(claim)).map(|claim| claim.kin.sex()) else {
        return;
    };
    let sexes: Vec<_> = clue.claims.iter().filter_map(|claim| claim.kin.sex()).collect();
    if sexes.iter().any(|sex| *sex != sexes[0]) {
        clue.claims.retain(|claim| claim.kin.sex() == narrowest || claim.kin.sex().is_none());
        clue.profile.sex = narrowest;
    }
}

/// For each mention the first mention that the words equate it with.
fn equated(sent: &Entry, reading: &Reading, front: &FrontSheet) -> Vec<usize> {
    let mentions = &reading.mentions;
    let mut roots: Vec<usize> = (0..mentions.len()).collect();
    // "the boyfriend her mum had then, known as Mac": the name is that of the whole, and not of whose he was.
    let inside = |at: usize| {
        let one = &mentions[at];
        mentions.iter().enumerate().any(|(other, outer)| {
            let covers =
                outer.start <= one.start && one.end < outer.end || outer.start < one.start && one.end <= outer.end;
            other != at && outer.cell == one.cell && covers && outer.kin_of == Some(at)
        })
    };
    let beside = (0..mentions.len()).filter(|at| !inside(*at));
    let beside = beside.filter_map(|at| Some((at, following(mentions, at)?)));
    let pairs = reading
        .same
        .iter()
        .copied()
        .chain(beside.filter(|(at, next)| apposition::one_person(sent, &mentions[*at], &mentions[*next])))
        .chain(apposition::said_again(sent, mentions))
        .chain(the_one_child(mentions, front))
        .chain(column::kin(sent, mentions, front))
        .chain(column::lettered(sent, mentions));
    let listed: Vec<Option<usize>> = mentions.iter().map(|mention| on_sheet(mention, front)).collect();
    for (a, b) in pairs {
        let known = |at: usize| mentions.get(at).filter(|mention| mention.naming != Naming::Group);
        if known(a).is_none() || known(b).is_none() {
            continue;
        }
        // Two people whom the front sheet lists by these names are two, whatever the sentence looks like.
        if matches!((listed[a], listed[b]), (Some(one), Some(other)) if one != other) {
            continue;
        }
        if speaks_against(&mentions[a], listed[b], front) || speaks_against(&mentions[b], listed[a], front) {
            continue;
        }
        let (low, high) = (roots[a].min(roots[b]), roots[a].max(roots[b]));
        roots.iter_mut().filter(|root| **root == high).for_each(|root| *root = low);
    }
    roots
}

/// "Of the two brothers of the father, Jasdeep has lived abroad": whether the front sheet says that whoever is named is something
/// else to the child than the bare kin word, and that somebody else is just that.
fn speaks_against(word: &Mention, named: Option<usize>, front: &FrontSheet) -> bool {
    let Some(said) = word.kin.as_ref().filter(|_| word.naming == Naming::Kin && word.kin_of.is_none()) else {
        return false;
    };
    let tie = |one: &FrontPerson| one.relation.as_deref().and_then(Kin::parse);
    let is = |kin: &Kin| {
        kin.steps.len() == said.steps.len() && kin.steps.iter().zip(&said.steps).all(|(known, said)| known.agrees(said))
    };
    let Some(known) = named.and_then(|place| front.everyone().nth(place)).and_then(tie) else { return false };
    !is(&known) && front.people.iter().filter_map(tie).any(|kin| is(&kin))
}

/// "STRAT RE MCDONAGH BRIDGET (8). CHILD SAYS ...": the child is the one named who is said to be young, where the entry does
/// not name the child whose record it is.
fn the_one_child(mentions: &[Mention], front: &FrontSheet) -> Vec<(usize, usize)> {
    let given = fold(&front.child.name);
    let given = given.split(' ').next().unwrap_or_default();
    if mentions.iter().filter_map(column::given).any(|name| name == given) {
        return Vec::new();
    }
    let young = |mention: &Mention| column::given(mention).is_some() && mention.age.is_some_and(|age| age < 18);
    let mut found = (0..mentions.len()).filter(|at| young(&mentions[*at]));
    let (Some(only), None) = (found.next(), found.next()) else { return Vec::new() };
    let meant = |at: &usize| {
        let mention = &mentions[*at];
        *at > only && mention.naming == Naming::Unnamed && !mention.indefinite && is_the_child(&mention.text)
    };
    (only + 1..mentions.len()).filter(meant).map(|at| (only, at)).collect()
}

/// The mention that follows next; of several that begin at one place ("her daddy", "her daddy's brother") the longest.
fn following(mentions: &[Mention], at: usize) -> Option<usize> {
    let one = &mentions[at];
    let after = |next: &&Mention| next.cell == one.cell && next.start >= one.end;
    let start = mentions.iter().filter(after).map(|next| next.start).min()?;
    (0..mentions.len())
        .filter(|next| mentions[*next].cell == one.cell && mentions[*next].start == start)
        .max_by_key(|next| (mentions[*next].end, std::cmp::Reverse(*next)))
}

/// The one person on the front sheet whose given name or full name a mention is.
fn on_sheet(mention: &Mention, front: &FrontSheet) -> Option<usize> {
    let said = match &mention.naming {
        Naming::Full { given, surname } => fold(&format!("{given} {surname}")),
        Naming::Given(given) => fold(given),
        _ => return None,
    };
    let bears = |name: &str| {
        let name = fold(name);
        name == said || name.split(' ').next() == Some(said.as_str())
    };
    let mut found = front.everyone().enumerate().filter(|(_, one)| one.names().any(bears));
    let only = found.next().map(|(place, _)| place)?;
    found.next().is_none().then_some(only)
}

fn empty(entry: usize) -> Clue {
    Clue {
        entry,
        mentions: Vec::new(),
        words: String::new(),
        profile: Profile::default(),
        called: Vec::new(),
        claims: Vec::new(),
        is_child: false,
        indefinite: true,
        grown: false,
        professional: false,
    }
}

fn take_up(clue: &mut Clue, index: usize, mention: &Mention, sent: &Entry, front: &FrontSheet) {
    let said = profile_of(mention, sent, front);
    let says_more = !said.names.is_empty() && clue.profile.names.is_empty();
    if clue.mentions.is_empty() || says_more {
        clue.words.clone_from(&mention.text);
    }
    clue.mentions.push(index);
    clue.profile.absorb(&said);
    clue.called.extend(kin_word(mention));
    clue.is_child |= mention.naming == Naming::Unnamed && !mention.indefinite && is_the_child(&mention.text);
    clue.indefinite &=
        mention.indefinite || (mention.naming == Naming::Unnamed && said_kin(mention, sent, front).is_none());
    clue.grown |= mention.title.as_deref().is_some_and(|title| !matches!(fold(title).as_str(), "miss" | "master"));
    clue.professional |= mention.professional;
}

/// The kin word by which the mention calls a grandparent: "Nana" in "Nana Eirlys Pryce", "Nan" in "her Nan". Words
/// that say the side, or that fit any grandparent, call nobody.
fn kin_word(mention: &Mention) -> Option<String> {
    let plain = |word: &&str| !matches!(*word, "grandmother" | "grandfather" | "grandparent");
    let grandparent = |word: &&str| {
        Kin::parse(word).is_some_and(|kin| {
            kin.steps.len() == 2 && kin.steps.iter().all(|step| step.bond == crate::model::Bond::Parent)
        })
    };
    fold(&mention.text).split(' ').filter(plain).find(grandparent).map(str::to_owned)
}

/// Words that mean the child whose record it is, before the birth.
pub fn is_the_unborn(text: &str) -> bool {
    const WORDS: &[&str] =
        &["unborn baby", "the unborn baby", "unborn", "the unborn", "unborn child", "the unborn child"];
    WORDS.contains(&fold(text).as_str())
}

/// Words that mean the child whose record it is, in the first two years.
pub fn is_the_baby(text: &str) -> bool {
    const WORDS: &[&str] = &["baby", "the baby", "this baby", "bab", "bby", "newborn", "the newborn"];
    WORDS.contains(&fold(text).as_str())
}

/// Words that mean the child whose record it is.
fn is_the_child(text: &str) -> bool {
    const WORDS: &[&str] =
        &["child", "the child", "this child", "yp", "the yp", "young person", "the young person", "subject child"];
    WORDS.contains(&fold(text).as_str())
}
