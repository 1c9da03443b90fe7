//! Kinship and acquaintance as a path of steps, and the plain words for it.
//!
//! "person is KIN of of" is read as a path that starts at `of` and ends at the person: an uncle is
//! `[Parent, Sibling]`, a mother's former partner `[Parent (female), Partner (former)]`. Words and path
//! are two forms of one thing: [`Kin::parse`] reads the words, [`Kin::words`] gives them back.

use super::Sex;

/// One step from a person to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bond {
    /// By birth, or not said otherwise.
    Parent,
    /// By birth, or not said otherwise.
    Child,
    /// Both parents in common, or not said otherwise.
    Sibling,
    /// One parent in common.
    HalfSibling,
    /// A parent's partner's child.
    StepSibling,
    /// A child of, or placed with, the same foster family.
    FosterSibling,
    /// A parent's spouse or partner, where the words say "step".
    StepParent,
    /// A spouse's or partner's child.
    StepChild,
    /// Foster carer, past or present.
    FosterCarer,
    /// Child placed with a foster carer.
    FosterChild,
    /// By adoption.
    AdoptiveParent,
    /// By adoption.
    AdoptedChild,
    /// Spouse, civil partner, or partner, living together or not.
    Partner,
    /// A relative whose kinship is not said: "a family member", "a cousin of some kind".
    Relative,
    /// A friend of the family or of the person.
    Friend,
    /// A neighbour.
    Neighbour,
    /// Someone who lodges in the household.
    Lodger,
    /// Known not to be kin.
    Unrelated,
}

/// A step, with what is known of the person it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// How the two are tied.
    pub bond: Bond,
    /// Sex of the person the step leads to.
    pub sex: Option<Sex>,
    /// Whether the words put it in the past: "former partner", "previous foster carer".
    pub former: bool,
}

/// A path of steps from one person to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kin {
    /// Never empty.
    pub steps: Vec<Step>,
}

impl Step {
    /// A present step.
    pub const fn new(bond: Bond, sex: Option<Sex>) -> Self {
        Step { bond, sex, former: false }
    }

    /// Whether both can describe one tie. A half-sibling is often only called brother or sister, an adoptive
    /// parent mother or father; sex unknown contradicts nothing; past and present do not either.
    pub fn agrees(&self, other: &Step) -> bool {
        use Bond::*;
        let sibling = |bond| matches!(bond, Sibling | HalfSibling);
        let parent = |bond| matches!(bond, Parent | AdoptiveParent);
        let child = |bond| matches!(bond, Child | AdoptedChild);
        let bonds = self.bond == other.bond
            || (sibling(self.bond) && sibling(other.bond))
            || (parent(self.bond) && parent(other.bond))
            || (child(self.bond) && child(other.bond));
        bonds && (self.sex.is_none() || other.sex.is_none() || self.sex == other.sex)
    }

    /// The step back, to a person of unknown sex.
    fn back(self) -> Step {
        use Bond::*;
        let bond = match self.bond {
            Parent => Child,
            Child => Parent,
            StepParent => StepChild,
            StepChild => StepParent,
            FosterCarer => FosterChild,
            FosterChild => FosterCarer,
            AdoptiveParent => AdoptedChild,
            AdoptedChild => AdoptiveParent,
            same => same,
        };
        Step { bond, sex: None, former: self.former }
    }
}

/// Nouns that name kin or acquaintance, with their paths. Longer ones first where one begins another.
const NOUNS: &[(&str, &[Step])] = {
    use Bond::*;
    const F: Option<Sex> = Some(Sex::F);
    const M: Option<Sex> = Some(Sex::M);
    const fn s(bond: Bond, sex: Option<Sex>) -> Step {
        Step::new(bond, sex)
    }
    &[
        ("mother", &[s(Parent, F)]),
        ("mum", &[s(Parent, F)]),
        ("mummy", &[s(Parent, F)]),
        ("mam", &[s(Parent, F)]),
        ("mom", &[s(Parent, F)]),
        ("father", &[s(Parent, M)]),
        ("dad", &[s(Parent, M)]),
        ("daddy", &[s(Parent, M)]),
        ("parent", &[s(Parent, None)]),
        ("son", &[s(Child, M)]),
        ("daughter", &[s(Child, F)]),
        ("child", &[s(Child, None)]),
        ("brother", &[s(Sibling, M)]),
        ("sister", &[s(Sibling, F)]),
        ("sibling", &[s(Sibling, None)]),
        ("sib", &[s(Sibling, None)]),
        ("twin", &[s(Sibling, None)]),
        ("grandmother", &[s(Parent, None), s(Parent, F)]),
        ("grandma", &[s(Parent, None), s(Parent, F)]),
        ("granny", &[s(Parent, None), s(Parent, F)]),
        ("gran", &[s(Parent, None), s(Parent, F)]),
        ("nan", &[s(Parent, None), s(Parent, F)]),
        ("nana", &[s(Parent, None), s(Parent, F)]),
        ("nanna", &[s(Parent, None), s(Parent, F)]),
        ("nanny", &[s(Parent, None), s(Parent, F)]),
        ("grandfather", &[s(Parent, None), s(Parent, M)]),
        ("grandad", &[s(Parent, None), s(Parent, M)]),
        ("granddad", &[s(Parent, None), s(Parent, M)]),
        ("grandpa", &[s(Parent, None), s(Parent, M)]),
        ("grampa", &[s(Parent, None), s(Parent, M)]),
        ("gramps", &[s(Parent, None), s(Parent, M)]),
        ("grandparent", &[s(Parent, None), s(Parent, None)]),
        ("grandson", &[s(Child, None), s(Child, M)]),
        ("granddaughter", &[s(Child, None), s(Child, F)]),
        ("grandchild", &[s(Child, None), s(Child, None)]),
        ("uncle", &[s(Parent, None), s(Sibling, M)]),
        ("aunt", &[s(Parent, None), s(Sibling, F)]),
        ("auntie", &[s(Parent, None), s(Sibling, F)]),
        ("aunty", &[s(Parent, None), s(Sibling, F)]),
        ("nephew", &[s(Sibling, None), s(Child, M)]),
        ("niece", &[s(Sibling, None), s(Child, F)]),
        ("cousin", &[s(Parent, None), s(Sibling, None), s(Child, None)]),
        ("husband", &[s(Partner, M)]),
        ("wife", &[s(Partner, F)]),
        ("spouse", &[s(Partner, None)]),
        ("partner", &[s(Partner, None)]),
        ("boyfriend", &[s(Partner, M)]),
        ("girlfriend", &[s(Partner, F)]),
        ("fiance", &[s(Partner, M)]),
        ("fiancé", &[s(Partner, M)]),
        ("fiancee", &[s(Partner, F)]),
        ("fiancée", &[s(Partner, F)]),
        ("foster carer", &[s(FosterCarer, None)]),
        ("foster parent", &[s(FosterCarer, None)]),
        ("foster mother", &[s(FosterCarer, F)]),
        ("foster mum", &[s(FosterCarer, F)]),
        ("foster father", &[s(FosterCarer, M)]),
        ("foster dad", &[s(FosterCarer, M)]),
        ("foster brother", &[s(FosterSibling, M)]),
        ("foster sister", &[s(FosterSibling, F)]),
        ("foster sibling", &[s(FosterSibling, None)]),
        ("foster child", &[s(FosterChild, None)]),
        ("family member", &[s(Relative, None)]),
        ("relative", &[s(Relative, None)]),
        ("relation", &[s(Relative, None)]),
        ("family friend", &[s(Friend, None)]),
        ("friend", &[s(Friend, None)]),
        ("neighbour", &[s(Neighbour, None)]),
        ("lodger", &[s(Lodger, None)]),
        ("unrelated", &[s(Unrelated, None)]),
        ("mgm", &[s(Parent, F), s(Parent, F)]),
        ("mgf", &[s(Parent, F), s(Parent, M)]),
        ("mgp", &[s(Parent, F), s(Parent, None)]),
        ("pgm", &[s(Parent, M), s(Parent, F)]),
        ("pgf", &[s(Parent, M), s(Parent, M)]),
        ("pgp", &[s(Parent, M), s(Parent, None)]),
        ("mggm", &[s(Parent, F), s(Parent, None), s(Parent, F)]),
        ("mggf", &[s(Parent, F), s(Parent, None), s(Parent, M)]),
        ("pggm", &[s(Parent, M), s(Parent, None), s(Parent, F)]),
        ("pggf", &[s(Parent, M), s(Parent, None), s(Parent, M)]),
        ("mu", &[s(Parent, F), s(Sibling, M)]),
        ("pu", &[s(Parent, M), s(Sibling, M)]),
    ]
};

impl Kin {
    /// The path that plain words stand for; none where they name no tie.
    ///
    /// Reads possessive chains ("half-brother's father"), "of" chains ("father of half-brother"), sides
    /// ("maternal"), "half", "step", "foster", "adoptive", "great-", "in-law", and the past ("ex-", "former").
    pub fn parse(words: &str) -> Option<Kin> {
        let folded = fold(words);
        if let Some((person, of)) = folded.split_once(" of ") {
            let mut steps = Kin::parse(of)?.steps;
            steps.extend(Kin::parse(person)?.steps);
            return Some(Kin { steps });
        }
        let mut steps = Vec::new();
        for part in split_possessives(&folded) {
            steps.extend(parse_simple(&part)?);
        }
        (!steps.is_empty()).then_some(Kin { steps })
    }

    /// The sex of the person at the end of the path.
    pub fn sex(&self) -> Option<Sex> {
        self.steps.last().and_then(|step| step.sex)
    }

    /// The path back: what the one it starts from is of the one it leads to.
    pub fn inverse(&self) -> Kin {
        let mut steps: Vec<Step> = self.steps.iter().rev().map(|step| step.back()).collect();
        let passed: Vec<Option<Sex>> = self.steps.iter().rev().skip(1).map(|step| step.sex).collect();
        for (step, sex) in steps.iter_mut().zip(passed) {
            step.sex = sex;
        }
        Kin { steps }
    }

    /// The path in plain words: "maternal uncle", "half-brother's father", "mother's former partner".
    pub fn words(&self) -> String {
        let mut rest = &self.steps[..];
        let mut parts: Vec<String> = Vec::new();
        while !rest.is_empty() {
            let taken = (1..=rest.len()).rev().find(|&n| noun(&rest[..n], parts.is_empty()).is_some()).unwrap_or(1);
            parts.push(noun(&rest[..taken], parts.is_empty()).unwrap_or_else(|| "relative".to_owned()));
            rest = &rest[taken..];
        }
        let last = parts.pop().unwrap_or_default();
        parts.into_iter().map(|owner| owner + "'s ").collect::<String>() + &last
    }
}

fn fold(words: &str) -> String {
    let lower = words.to_lowercase().replace('\u{2019}', "'");
    let mut text = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    for lead in ["the child's ", "subject child's ", "child's ", "the ", "her ", "his ", "their ", "my ", "our "] {
        if let Some(rest) = text.strip_prefix(lead) {
            text = rest.to_owned();
        }
    }
    text
}

/// "mother's former partner" -> ["mother", "former partner"]; "foster carers' son" -> ["foster carers", "son"].
fn split_possessives(folded: &str) -> Vec<String> {
    let spaced = folded.replace("s' ", "s\u{0} ").replace("'s ", "\u{0} ");
    spaced.split("\u{0} ").map(str::to_owned).collect()
}

/// Words that say nothing about the tie itself.
const SILENT: &[&str] = &[
    "older",
    "elder",
    "younger",
    "big",
    "little",
    "baby",
    "eldest",
    "youngest",
    "new",
    "current",
    "then",
    "own",
    "birth",
    "biological",
    "bio",
    "natural",
    "real",
    "late",
    "twin",
    "adult",
    "full",
    "kinship",
    "live-in",
    "first",
    "second",
];

fn parse_simple(part: &str) -> Option<Vec<Step>> {
    let dashed = part
        .replace("step-", "step ")
        .replace("half-", "half ")
        .replace("great-", "great ")
        .replace("foster-", "foster ")
        .replace("ex-", "ex ")
        .replace("-in-law", " inlaw")
        .replace(" in law", " inlaw");
    let mut side = None;
    let (mut half, mut step, mut adoptive, mut former, mut inlaw, mut greats) = (false, false, false, false, false, 0);
    let mut words: Vec<&str> = Vec::new();
    for word in dashed.split(' ') {
        match word {
            "maternal" | "mat" => side = Some(Sex::F),
            "paternal" | "pat" => side = Some(Sex::M),
            "half" => half = true,
            "step" => step = true,
            "adoptive" | "adopted" => adoptive = true,
            "ex" | "former" | "previous" | "past" | "estranged" | "separated" => former = true,
            "great" => greats += 1,
            "inlaw" => inlaw = true,
            word if SILENT.contains(&word) && dashed != word => {}
            word => words.push(word),
        }
    }
    let mut noun = words.join(" ");
    if let Some(rest) = noun.strip_prefix("step").filter(|rest| known(rest).is_some()) {
        step = true;
        noun = rest.trim_start().to_owned();
    }
    let mut steps = known(&noun)?.to_vec();
    for _ in 0..greats {
        steps.insert(1.min(steps.len()), Step::new(Bond::Parent, None));
    }
    if side.is_some() && steps.len() > 1 && steps[0].bond == Bond::Parent {
        steps[0].sex = side;
    }
    if inlaw {
        steps.insert(0, Step::new(Bond::Partner, None));
    }
    let last = steps.len() - 1;
    adjust(&mut steps, last, half, step, adoptive);
    steps[last].former |= former;
    Some(steps)
}

fn adjust(steps: &mut [Step], last: usize, half: bool, step: bool, adoptive: bool) {
    use Bond::*;
    let at = if steps[last].bond == Parent { 0 } else { last };
    let bond = steps[at].bond;
    steps[at].bond = match bond {
        Sibling if half => HalfSibling,
        Sibling if step => StepSibling,
        Parent if step && last == 0 => StepParent,
        Child if step => StepChild,
        Parent if adoptive => AdoptiveParent,
        Child if adoptive => AdoptedChild,
        same => same,
    };
    if step && last > 0 && steps[last].bond == Parent {
        steps[last].bond = StepParent;
    }
}

/// The path of a noun in the singular or, failing that, the plural.
fn known(noun: &str) -> Option<&'static [Step]> {
    let find = |word: &str| NOUNS.iter().find(|(name, _)| *name == word).map(|(_, steps)| *steps);
    find(noun).or_else(|| find(noun.strip_suffix('s')?)).or_else(|| (noun == "children").then(|| find("child"))?)
}

/// The word for a path that has one; `first` where nothing stands before it, so that a side can be said.
fn noun(steps: &[Step], first: bool) -> Option<String> {
    use Bond::*;
    let sex = steps.last()?.sex;
    let pick = |f: &str, m: &str, n: &str| match sex {
        Some(Sex::F) => f.to_owned(),
        Some(Sex::M) => m.to_owned(),
        None => n.to_owned(),
    };
    let bonds: Vec<Bond> = steps.iter().map(|step| step.bond).collect();
    let parents = bonds.iter().take_while(|bond| **bond == Parent).count();
    let side = match steps[0].sex {
        Some(Sex::F) if first => "maternal ",
        Some(Sex::M) if first => "paternal ",
        _ => "",
    };
    let former = if steps.last()?.former { "former " } else { "" };
    let great = |n: usize| "great-".repeat(n);
    if steps[..steps.len() - 1].iter().any(|step| step.former) {
        return None;
    }
    let word = match (parents, &bonds[parents..]) {
        (1, []) => pick("mother", "father", "parent"),
        (n, []) if n > 1 => format!("{side}{}{}", great(n - 2), pick("grandmother", "grandfather", "grandparent")),
        (0, [Sibling]) => pick("sister", "brother", "sibling"),
        (n, [Sibling | HalfSibling]) if n > 0 => {
            format!("{side}{}{}", great(n - 1), pick("aunt", "uncle", "aunt or uncle"))
        }
        (1, [Sibling | HalfSibling, Child]) => "cousin".to_owned(),
        (2, [Sibling | HalfSibling, Child]) | (1, [Sibling | HalfSibling, Child, Child]) => {
            "first cousin once removed".to_owned()
        }
        (0, [Sibling, Child]) => pick("niece", "nephew", "niece or nephew"),
        (0, [HalfSibling]) => pick("half-sister", "half-brother", "half-sibling"),
        (0, [StepSibling]) => pick("step-sister", "step-brother", "step-sibling"),
        (0, [FosterSibling]) => pick("foster sister", "foster brother", "foster sibling"),
        (0, [StepParent]) => pick("step-mother", "step-father", "step-parent"),
        (1, [StepParent]) => format!("{side}step-{}", pick("grandmother", "grandfather", "grandparent")),
        (0, [AdoptiveParent]) => pick("adoptive mother", "adoptive father", "adoptive parent"),
        (0, [Child]) => pick("daughter", "son", "child"),
        (0, [Child, Child]) => pick("granddaughter", "grandson", "grandchild"),
        (0, [StepChild]) => pick("step-daughter", "step-son", "step-child"),
        (0, [AdoptedChild]) => pick("adopted daughter", "adopted son", "adopted child"),
        (0, [FosterChild]) => "foster child".to_owned(),
        (0, [FosterCarer]) => "foster carer".to_owned(),
        (0, [Partner]) => "partner".to_owned(),
        (0, [Relative]) => "relative".to_owned(),
        (0, [Friend]) => "friend".to_owned(),
        (0, [Neighbour]) => "neighbour".to_owned(),
        (0, [Lodger]) => "lodger".to_owned(),
        (0, [Unrelated]) => "unrelated".to_owned(),
        _ => return None,
    };
    Some(format!("{former}{word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_paths_are_two_forms_of_one_thing() {
        for words in [
            "mother",
            "maternal uncle",
            "maternal great-uncle",
            "paternal great-grandmother",
            "half-brother",
            "half-brother's father",
            "half-brother's grandmother",
            "mother's partner",
            "mother's former partner",
            "step-father",
            "foster carer",
            "former foster carer",
            "foster carer's son",
            "cousin",
            "maternal aunt's partner",
        ] {
            assert_eq!(Kin::parse(words).map(|kin| kin.words()).as_deref(), Some(words));
        }
    }

    #[test]
    fn everyday_words_mean_the_same_path() {
        for (said, meant) in [
            ("Mum", "mother"),
            ("MGF", "maternal grandfather"),
            ("her big brother", "brother"),
            ("mother's boyfriend", "mother's partner"),
            ("stepdad", "step-father"),
            ("step dad", "step-father"),
            ("father of half-brother", "half-brother's father"),
            ("mum's ex-partner", "mother's former partner"),
            ("foster carers' son", "foster carer's son"),
        ] {
            assert_eq!(Kin::parse(said).map(|kin| kin.words()).as_deref(), Some(meant), "{said}");
        }
    }

    #[test]
    fn other_words_name_no_tie() {
        assert_eq!(Kin::parse("social worker"), None);
        assert_eq!(Kin::parse(""), None);
    }
}
