//! Where somebody stands in the sentence: behind prepositions, tellings and headings, in a column. Labels and verbs have
//! their own files.

use super::Weight;
use super::verbs::{NAMING, PROCEEDINGS, TAKEN};
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};

/// Verbs after which stands who is told.
const RECIPIENT: &[&str] = &["told", "tells", "tell", "telling", "informed", "informs", "advised", "advises"];

impl Scene<'_> {
    /// What somebody's place weighs; `grammar_free` where the grammar means nobody as alleged.
    pub fn standing(&self, np: &Np, hit: &Hit, grammar_free: bool) -> Weight {
        let bracketed = np.first > 1 && self.page.is_mark(np.first - 1, b'(') && np.first - 2 == hit.last;
        let told_of = self.opens_reported_clause(np) && self.age_of(np).is_none_or(|age| age >= 14);
        let here = Weight::of(&[
            (told_of, 25, 0),
            (bracketed, 25, 0),
            (grammar_free && self.is_topic(np, hit), 35, 0),
            (grammar_free && self.is_read_out_of(np, hit), 60, -30),
            (grammar_free && self.is_verdict_on(np, hit), 60, -60),
            (grammar_free && self.is_beside_record(np, hit), 0, -60),
        ]);
        let column = if np.column && self.client.is_none() { self.in_column(np) } else { Weight::default() };
        self.labelled(np) + self.behind(np, hit) + here + column + self.verb_after(np)
    }

    /// What the word right before somebody makes of them.
    fn behind(&self, np: &Np, hit: &Hit) -> Weight {
        let first = np.first;
        let led =
            |group: Group| first > 0 && self.page.has(first - 1, group) && self.page.sentence(first).start < first;
        let word = first.checked_sub(1).map_or("", |at| self.page.word(at));
        let reported = led(Group::ReportedBy);
        let named_by = led(Group::By) && self.follows_naming(first);
        let tells = self.alleges_by(np);
        let by = led(Group::By) && !tells && !named_by && !reported && !self.follows_telling(first);
        let accused = self.follows_charge(first) || self.follows_heading(first) || self.in_case_name(first);
        let wronged = self.is_wronged_in_verdict(first);
        let told = if self.told_before(first) { 30 } else { 18 };
        let after = first > hit.last && first <= hit.last + 9;
        Weight::of(&[
            (named_by, -60, 40),
            (self.one_of_protected(np, hit), 0, -45),
            (tells, -40, 40),
            (by, 40, -30),
            (reported, -40, 15),
            (led(Group::DoneBy) || self.follows_victim_of(first), 40, 0),
            (word == "not", -100, -100),
            (accused, 40, -20),
            (wronged, -60, 60),
            (led(Group::Against) && np.young, 0, 30),
            (led(Group::Against) && !np.young && !wronged, 40, 10),
            (led(Group::About) && np.young, 0, 20),
            (led(Group::About) && !np.young, told, 5),
            (!np.pro && self.follows_allegation(first), 0, 12),
            (after && (led(Group::Of) || led(Group::Toward)), 0, 25),
            (matches!(word, "told" | "tells" | "telling" | "informed"), -30, -25),
            (word == "to", -30, 0),
        ])
    }

    /// "Convicted of sexual offences against Kirsty", "charged with an assault on her": whom an offence was against of which somebody
    /// was charged or convicted.
    pub fn is_wronged_in_verdict(&self, first: usize) -> bool {
        const VERDICTS: &[&str] = &[
            "convicted",
            "charged",
            "guilty",
            "sentenced",
            "cautioned",
            "jailed",
            "imprisoned",
            "acquitted",
            "tried",
            "conviction",
            "convictions",
            "charge",
            "charges",
            "indicted",
            "pleaded",
            "offences",
            "offence",
            "arrested",
            "wanted",
            "remanded",
        ];
        const OFFENCES: &[&str] = &[
            "offences",
            "offence",
            "assault",
            "assaults",
            "abuse",
            "rape",
            "rapes",
            "indecency",
            "crime",
            "crimes",
            "acts",
            "act",
            "violence",
            "exploitation",
        ];
        const ALLEGATIONS: &[&str] = &[
            "allegation",
            "allegations",
            "complaint",
            "complaints",
            "disclosure",
            "disclosures",
            "accusation",
            "accusations",
        ];
        let start = self.page.sentence(first).start;
        let word = |back: usize| first.checked_sub(back).filter(|at| *at >= start).map_or("", |at| self.page.word(at));
        let led = matches!(word(1), "against" | "on" | "upon" | "towards");
        // "Charges have been laid against grandad": only an offence is against whoever was wronged.
        let of_offence = OFFENCES.contains(&word(2));
        let said = |words: &[&str]| (start..first).any(|at| words.contains(&self.page.word(at)));
        led && of_offence && said(VERDICTS) && !said(ALLEGATIONS)
    }

    /// "Arrested, sexual assault of a child. Bail: no contact with Nel or Ifan": several whom a rule keeps somebody from were not all
    /// harmed, and it does not say which.
    fn one_of_protected(&self, np: &Np, hit: &Hit) -> bool {
        let sentence = self.page.sentence(np.first);
        let list = self.nps.iter().filter(|head| sentence.contains(&head.first)).any(|head| {
            let list = self.joined(head);
            list.len() > 1
                && list.iter().any(|one| one.first == np.first)
                && list.iter().all(|one| self.is_young(one) || self.may_be_young(one))
        });
        let rule = (sentence.start..np.first).any(|at| {
            matches!(
                self.page.word(at),
                "conds" | "conditions" | "condition" | "bail" | "bailed" | "cond" | "contact" | "approach"
            )
        });
        // "Hodan and Sagal made subject to CP plans".
        let planned = sentence.clone().any(|at| matches!(self.page.word(at), "plan" | "plans" | "cpp" | "registered"));
        let not = (sentence.start..np.first).any(|at| matches!(self.page.word(at), "no" | "not" | "never"));
        list && (rule && not || planned) && self.page.sentence_of(np.first) != self.page.sentence_of(hit.first)
    }

    /// "allegation of sexual abuse by Asha", a child of the family: who alleges, and not of whom it is alleged.
    pub fn alleges_by(&self, np: &Np) -> bool {
        const ALLEGATIONS: &[&str] =
            &["allegation", "allegations", "disclosure", "disclosures", "complaint", "complaints"];
        let start = self.page.sentence(np.first).start;
        let by = np.first > start && self.page.word(np.first - 1) == "by";
        let noun =
            (start.max(np.first.saturating_sub(6))..np.first).any(|at| ALLEGATIONS.contains(&self.page.word(at)));
        let of = |at: usize| matches!(self.page.word(at), "of" | "against" | "on" | "towards" | "upon");
        by && noun && self.is_young(np) && !of(np.last + 1)
    }

    /// "allegation of", "disclosure from", "therapy for".
    fn follows_allegation(&self, first: usize) -> bool {
        first > 1
            && matches!(self.page.word(first - 1), "of" | "from" | "with" | "for")
            && self.page.any(first - 2, Set::of(&[Group::Allege, Group::ObliqueService]))
    }

    /// Whom the sentence before is about, where this one has no subject: "FENN lets lads use his flat. Suspected of ...".
    fn is_topic(&self, np: &Np, hit: &Hit) -> bool {
        let before = self.page.sentence_of(np.first) + 1 == self.page.sentence_of(hit.first);
        before
            && (np.subject || self.is_matter_of_child(np))
            && !np.young
            && !np.pro
            && !self.is_subject_child(np)
            && self.subject(hit.first).is_none()
    }

    /// "DALE Ava (14) re REID Tom": whom the matter of a child is about.
    fn is_matter_of_child(&self, np: &Np) -> bool {
        let start = self.page.sentence(np.first).start;
        let re = np.first > start && self.page.word(np.first - 1) == "re";
        re && self.nps.iter().any(|one| (start..np.first).contains(&one.first) && self.is_child_side(one))
    }

    /// A column of people beside "Arrested on suspicion of ...": the grown one was arrested, the child was harmed.
    fn in_column(&self, np: &Np) -> Weight {
        let proceedings = |hit: &Hit| match hit.group {
            Group::Accuse | Group::Arrest | Group::Interviewed => true,
            Group::Status => hit.section().status.is_some_and(|status| PROCEEDINGS.contains(&status)),
            _ => false,
        };
        let own = |hit: &Hit| self.subject(hit.first).is_none_or(|subject| subject.column);
        let child = self.nps.iter().any(|other| other.column && (other.young || self.is_subject_child(other)));
        let accused = || self.page.hits_in(0..self.page.len()).iter().any(|hit| proceedings(hit) && own(hit));
        let grown = !np.young && !self.is_subject_child(np);
        Weight::of(&[(grown && (child || accused()), 45, 0), (!grown, 0, 12)])
    }

    /// "Zuzia said her tata's friend ...", "told her that dziadek ...": whom what is told is about.
    fn opens_reported_clause(&self, np: &Np) -> bool {
        let start = self.page.sentence(np.first).start;
        let Some(before) = np.first.checked_sub(1).filter(|at| *at >= start) else { return false };
        let verb = if self.page.word(before) == "that" || self.page.is_mark(before, b':') {
            (start..before).rev().take(5).find(|&at| self.page.has(at, Group::Disclose))
        } else {
            Some(before).filter(|&at| self.page.has(at, Group::Disclose) && !RECIPIENT.contains(&self.page.word(at)))
        };
        let Some(verb) = verb else { return false };
        self.subject(verb).is_none_or(|teller| !self.same_person(teller, np))
    }

    /// "reported by", "disclosed to ... by": the one named after is who told.
    fn follows_telling(&self, first: usize) -> bool {
        first > 1 && self.page.any(first - 2, Set::of(&[Group::ReportedBy, Group::Disclose, Group::Status]))
    }

    /// "victim of his scout leader": who follows did it.
    fn follows_victim_of(&self, first: usize) -> bool {
        let start = self.page.sentence(first).start;
        first > start && self.page.word(first - 1) == "of" && self.page.has(first - 1, Group::Undergo)
    }

    /// "not to charge stepdad", "arrested her uncle": the object of the proceedings.
    fn follows_charge(&self, first: usize) -> bool {
        let start = self.page.sentence(first).start;
        first > start && TAKEN.contains(&self.page.word(first - 1)) && !self.passive(first - 1)
    }

    /// "Charged today with ... against his niece: Imran Aziz."
    fn follows_heading(&self, first: usize) -> bool {
        let start = self.page.sentence(first).start;
        let colon = first > start + 1 && self.page.is_mark(first - 1, b':');
        colon && self.page.any(start, Set::of(&[Group::Accuse, Group::Status, Group::Arrest]))
    }

    /// "R v Popescu", "walked in on husband with": the one accused or found.
    fn in_case_name(&self, first: usize) -> bool {
        let word = |back: usize| first.checked_sub(back).map_or("", |at| self.page.word(at));
        word(1) == "v" && word(2) == "r" || word(1) == "on" && word(2) == "in" && word(3) == "walked"
    }

    /// "was named in 2012 by his stepson": who names was harmed.
    fn follows_naming(&self, first: usize) -> bool {
        let start = self.page.sentence(first).start.max(first.saturating_sub(6));
        (start..first)
            .any(|at| NAMING.contains(&self.page.word(at)) && (self.passive(at) || self.page.word(at + 1) == "by"))
    }

    /// Whether somebody tells, or an allegation stands, before a place in its sentence.
    fn told_before(&self, at: usize) -> bool {
        let start = self.page.sentence(at).start;
        let tells = |hit: &Hit| matches!(hit.group, Group::Disclose | Group::Allege | Group::Status);
        self.page.hits_in(start..at).iter().any(tells)
    }
}
