//! Kin words and nouns for people: what they say of sex, number and age.

use super::Finder;
use super::head::Head;
use crate::model::{Kin, Naming, Sex};
use crate::reading::groups::{Group, Set};
use crate::reading::tokens::Shape;
use std::ops::Range;

/// Adjectives that belong to the kinship itself.
pub const KIN_WORDS: &[&str] = &[
    "maternal",
    "paternal",
    "mat",
    "pat",
    "half",
    "ex",
    "ex-",
    "former",
    "previous",
    "past",
    "estranged",
    "separated",
    "great",
    "step",
    "foster",
    "adoptive",
    "adopted",
];
/// Kin who are younger than whoever they are kin of.
const YOUNGER: &[&str] = &[
    "daughter",
    "son",
    "niece",
    "nephew",
    "granddaughter",
    "grandson",
    "grandchild",
    "stepdaughter",
    "dau",
    "dtr",
    "step-dau",
    "stepdau",
    "s/dau",
    "step-dtr",
    "stepdtr",
    "s/daughter",
    "s/son",
    "stepson",
    "step-daughter",
    "step-son",
    "stepchild",
    "step-child",
    "step-granddaughter",
    "step-grandson",
    "child",
    "children",
    "daughters",
    "sons",
    "girl",
    "girls",
    "boy",
    "boys",
    "baby",
    "pupil",
    "toddler",
    "nieces",
    "nephews",
    "grandchildren",
    "granddaughters",
    "grandsons",
    "kids",
    "twins",
    "stepdaughters",
    "siblings",
    "schoolgirl",
    "schoolboy",
    "infant",
    "minor",
    "great-niece",
    "great-nephew",
    "foster child",
    "foster children",
    "schoolmate",
    "classmate",
    "youngster",
    "grand-daughter",
    "grand-son",
    "victim",
    "complainant",
    "eldest",
    "oldest",
    "youngest",
];

/// What makes several relatives people in general: "against daughters".
const LEADS: Set = Set::of(&[
    Group::Against,
    Group::Of,
    Group::Toward,
    Group::With,
    Group::About,
    Group::From,
    Group::By,
    Group::Place,
]);

impl Finder<'_> {
    /// The head that a noun of a group makes. `led` where a determiner or an owner stands before.
    pub fn noun_of(&mut self, group: Group, j: usize, last: usize, kin_from: Option<usize>, led: bool) -> Option<Head> {
        const RULES: &[&str] =
            &["rules", "agreement", "form", "forms", "permission", "request", "policy", "clause", "conditions"];
        const HELP: &[&str] = &[
            "counselling",
            "therapy",
            "session",
            "sessions",
            "work",
            "support",
            "tuition",
            "plan",
            "needs",
            "learning",
            "care",
            "education",
            "circumstances",
        ];
        const SEVERAL: &[&str] = &[
            "survivors",
            "victims",
            "staff",
            "workers",
            "worker",
            "students",
            "pupils",
            "patients",
            "officers",
            "officer",
            "voices",
            "voice",
            "peers",
            "clients",
            "carers",
            "relatives",
        ];
        const VERB: &[&str] = &["you", "ever", "we", "they", "i", "may", "might", "who", "to", "not"];
        let word = self.page().words(j, last);
        // "male survivors", "female staff": what they are is said behind it.
        let bare = matches!(word.as_str(), "male" | "female" | "males" | "females");
        if bare && SEVERAL.contains(&self.page().word(last + 1)) {
            return None;
        }
        // "Ron Platt (deceased)": what became of him, and nobody else.
        if word == "deceased" && !led {
            return None;
        }
        if word == "suspect" && j.checked_sub(1).is_some_and(|at| VERB.contains(&self.page().word(at))) {
            return None;
        }
        if word == "individual" && HELP.contains(&self.page().word(last + 1)) {
            return None;
        }
        if matches!(word.as_str(), "lodger" | "tenant" | "guest" | "visitor")
            && RULES.contains(&self.page().word(last + 1))
        {
            return None;
        }
        let name_follows = group == Group::KinPlural
            && self.one_sentence(last, last + 1)
            && self.scene.book.at(self.page(), last + 1, true).is_some();
        if name_follows && self.page().shape(last + 1) == Shape::Title {
            return None;
        }
        let plural = matches!(group, Group::KinPlural | Group::Persons) && word != "family";
        let mut head = Head {
            sex: sex_of_noun(&word),
            plural,
            pro: group == Group::Pro,
            young: is_young(&word),
            noun: true,
            ..Head::new(last)
        };
        match group {
            Group::Kin | Group::KinPlural => {
                self.tell_kin(&mut head, &word, kin_from.unwrap_or(j)..j);
                let preposition = j.checked_sub(1).is_some_and(|i| self.page().any(i, LEADS));
                head.generic = plural && (preposition || self.page().has(last + 1, Group::Relative)) && !led;
            }
            Group::Person
                if self.child.mothers && matches!(word.as_str(), "pt" | "patient" | "client" | "service user") =>
            {
                self.tell_kin(&mut head, "mother", j..j);
            }
            Group::Persons => {
                head.naming = Naming::Group;
                head.generic = true;
            }
            _ => {}
        }
        if !plural {
            self.absorb_name(&mut head);
        }
        // "sexual assault of a child u13": a class of children, and not the one whose record it is.
        let aged = matches!(self.page().word(last + 1), "u13" | "u14" | "u16" | "u18");
        head.generic |= aged && !head.named && matches!(word.as_str(), "child" | "girl" | "boy" | "female" | "male");
        if head.named && self.is_religious(j, last) {
            head.kin = None;
        }
        Some(head)
    }

    /// "a Brother Aelred", "one Sister Agnes": a title of religion, no kin.
    fn is_religious(&self, noun: usize, last: usize) -> bool {
        let page = self.page();
        let title = noun == last && matches!(page.word(noun), "brother" | "sister" | "father" | "mother");
        let one = noun.checked_sub(1).is_some_and(|at| matches!(page.word(at), "a" | "one" | "called"));
        title && one && page.shape(noun) == Shape::Title
    }

    /// Fills in the kinship that a noun and the adjectives before it mean.
    fn tell_kin(&mut self, head: &mut Head, noun: &str, adjectives: Range<usize>) {
        let page = &self.scene.page;
        let mut text: Vec<&str> = adjectives.map(|i| page.word(i)).filter(|word| KIN_WORDS.contains(word)).collect();
        text.push(if matches!(noun, "ex" | "bf" | "gf") { "former partner" } else { noun });
        head.kin = self.kin.entry(text.join(" ")).or_insert_with_key(|text| Kin::parse(text)).clone();
        head.sex = head.kin.as_ref().and_then(Kin::sex).or(head.sex);
        head.naming = match (head.plural, &head.kin) {
            (true, _) => Naming::Group,
            (false, Some(_)) => Naming::Kin,
            (false, None) => Naming::Unnamed,
        };
    }
}

/// Whether a noun means somebody young, or younger than whoever they are kin of.
fn is_young(word: &str) -> bool {
    YOUNGER.contains(&word)
        || word.ends_with("child")
        || word.ends_with("daughter")
        || word.ends_with("son") && word != "person"
}

fn sex_of_noun(word: &str) -> Option<Sex> {
    match word {
        "man" | "male" | "boy" | "lad" | "bloke" | "guy" | "gentleman" | "men" | "males" | "boys" | "lads"
        | "fella" | "gentlemen" | "guys" | "godfather" | "schoolboy" | "young man" | "young lad" | "young male"
        | "bf" | "landlord" | "brothers" | "sons" | "uncles" | "nephews" | "grandsons" => Some(Sex::M),
        "woman" | "female" | "girl" | "lady" | "women" | "girls" | "females" | "ladies" | "godmother"
        | "schoolgirl" | "young woman" | "young female" | "gf" | "midwife" | "daughters" | "sisters" | "nieces"
        | "granddaughters" | "aunts" => Some(Sex::F),
        _ => None,
    }
}
