//! Whether words of abuse are of what one adult did to another: domestic abuse, which says nothing of a child.

use crate::model::{Bond, Who};
use crate::reading::mentions::spelled;
use crate::reading::scene::{Np, Scene};
use std::ops::Range;

/// Words behind "adult" that say of whom an offence is.
const MATTERS: &[&str] = &[
    "complaint",
    "complainant",
    "complainants",
    "only",
    "victim",
    "matter",
    "matters",
    "offence",
    "allegation",
    "rape",
    "relationship",
    "ex-partner",
];
/// Words before "adults" or "adult" that say so.
const BETWEEN: &[&str] = &["both", "between", "consenting", "two"];
/// How many words behind words of abuse may say how long ago it was.
const CLAUSE: usize = 12;
/// From what age somebody is grown, in years.
pub const GROWN: u32 = 18;

impl Scene<'_> {
    /// "Says husband forced sex on her last year", "reports rape by ex-husband, both adults": whether no child was harmed, and it was
    /// no childhood that the words tell of.
    pub fn is_between_adults(&self, token: usize, alleged: Option<&Np>, harmed: Option<&Np>) -> bool {
        let at = self.page.sentence_of(token);
        let here = self.page.sentence(token);
        let next = self.page.sentences.get(at + 1).map_or(here.end, |range| range.end);
        let couple = || harmed.zip(alleged).is_some_and(|(harmed, alleged)| self.is_spouse(alleged, harmed));
        let then = token..here.end.min(token + CLAUSE);
        let lately = || harmed.is_some_and(|harmed| self.was_grown_then(self.base(harmed), then.clone()));
        let around = here.start..next;
        let childhood = || self.in_childhood(here.clone()) || self.in_childhood(around.clone());
        let young = || self.tells_young_age(around.clone());
        if harmed.is_some_and(|harmed| self.is_young(self.base(harmed))) {
            return false;
        }
        // "Female aged 29 states he touched her in the taxi queue": of a stranger of whom no more is known than the age.
        let stranger = || {
            harmed.is_some_and(|np| {
                !self.base(np).named && !self.is_kin(np) && self.age(np).is_some_and(|age| u32::from(age) >= GROWN)
            })
        };
        !young() && lately()
            || !childhood() && !young() && stranger()
            || !childhood() && (self.says_adults(around.clone()) || couple())
    }

    fn says_adults(&self, range: Range<usize>) -> bool {
        let word = |at: usize| self.page.word(at);
        range.clone().any(|at| {
            let before = at.checked_sub(1).map_or("", word);
            match word(at) {
                "adults" => BETWEEN.contains(&before),
                "adult" => MATTERS.contains(&word(at + 1)) || before == "an" && at > 1 && word(at - 2) == "as",
                _ => false,
            }
        })
    }

    /// "Ben's sister Rachel, 28, was raped after a works do two years ago": whether the words say how old somebody is and how long ago it
    /// was, and they were grown by then.
    fn was_grown_then(&self, np: &Np, range: Range<usize>) -> bool {
        let Some(age) = self.age(np) else { return false };
        let word = |at: usize| self.page.word(at);
        let years = |at: usize| spelled(word(at)).or_else(|| word(at).parse::<u8>().ok());
        let ago = range.clone().find_map(|at| {
            let years_ago = at > 1 && word(at) == "ago" && matches!(word(at - 1), "years" | "yrs" | "year" | "yr");
            let last =
                word(at) == "last" && matches!(word(at + 1), "year" | "yr" | "month" | "week" | "night" | "weekend");
            if years_ago { years(at - 2) } else { last.then_some(1) }
        });
        ago.is_some_and(|ago| u32::from(age.saturating_sub(ago)) >= GROWN)
    }

    /// Whether somebody is the husband, wife or partner of somebody grown.
    fn is_spouse(&self, np: &Np, of: &Np) -> bool {
        let Some(Who::Mention(index)) = self.base(np).who else { return false };
        let Some(mention) = self.mentions.get(index) else { return false };
        let kin = mention.kin.as_ref().and_then(|kin| kin.steps.last()).is_some_and(|step| step.bond == Bond::Partner);
        let whose = mention.kin_of.is_none_or(|owner| self.same_person_as(owner, of));
        kin && whose && self.is_grown_by_now(self.base(of))
    }

    fn same_person_as(&self, mention: usize, np: &Np) -> bool {
        let who = Who::Mention(mention);
        np.who.is_some_and(|other| other == who || self.are_linked(other, who))
    }

    /// Whether words mean somebody grown: by an age beside them, by what they are to the child, or by the front sheet.
    fn is_grown_by_now(&self, np: &Np) -> bool {
        if let Some(age) = self.age(np) {
            return u32::from(age) >= GROWN;
        }
        let Some(Who::Mention(index)) = np.who else { return np.who == Some(Who::Mother) };
        let Some(mention) = self.mentions.get(index) else { return false };
        let older =
            |bond: Bond| matches!(bond, Bond::Parent | Bond::StepParent | Bond::FosterCarer | Bond::AdoptiveParent);
        let kin = mention.kin.as_ref().and_then(|kin| kin.steps.first()).is_some_and(|step| older(step.bond));
        kin || self.years_by_front_sheet(np).is_some_and(|years| years >= GROWN)
    }

    /// How old somebody was on the day of the entry, where the front sheet says when they were born.
    pub fn years_by_front_sheet(&self, np: &Np) -> Option<u32> {
        let born = (np.first..=np.last).find_map(|at| self.book.born(self.page.word(at)))?;
        self.day.and_then(|day| day.years_since(born.latest))
    }
}

#[cfg(test)]
mod tests {
    use crate::model::EventKind;
    use crate::reading::read_text;

    fn alleges(text: &str) -> bool {
        read_text(text).events.iter().any(|event| event.kind == EventKind::SexualAbuseAllegation)
    }

    #[test]
    fn what_adults_do_to_each_other_alleges_nothing_of_a_child() {
        for text in [
            "HUSSEIN Amal (30) says husband HUSSEIN forced sex on her last year. Adult complaint, declines statement.",
            "LOVELL Rose reports rape by ex-husband in 2022, both adults.",
            "Mum's sister Rachel, 28, is stopping with them: a man from her office, Scott Ellery, raped her two years ago.",
        ] {
            assert!(!alleges(text), "{text}");
        }
    }

    #[test]
    fn a_childhood_told_by_somebody_grown_and_a_child_beside_adults_stay() {
        for text in [
            "Ffion (19) attended with her partner. Her stepfather sexually abused her when she was twelve and thirteen; he died last year.",
            "Between 8 and 11 she was sexually abused by her mother's husband Ryszard Kot. Mother is 31 now.",
            "Mother disclosed that when she was 14 her then boyfriend raped her.",
            "Mum's boyfriend has raped her daughter, 13.",
            "Aunt says her husband sexually abused her when she was a child.",
        ] {
            assert!(alleges(text), "{text}");
        }
    }
}
