//! Sexual abuse by its weights: alleged where the words make it likely and no word or phrase of the lexicon said so; left
//! out where they make it most unlikely.

use super::{ABUSE, SELDOM, SIDES, Weighed};
use crate::model::{EventKind, LeftOut, Status, Who};
use crate::reading::abuse::{BETWEEN_ADULTS, Claim, NO_OFFENDER, names_category};
use crate::reading::groups::{Group, Set};
use crate::reading::scene::{Np, Scene};
use std::ops::Range;

/// From what chance abuse is alleged that no phrase told, in a text by itself.
const LIKELY: f32 = 0.8;
/// The same in a record, where of many rows few tell of abuse: texts to learn from tell of it far more often.
const LIKELY_IN_RECORD: f32 = 0.95;
/// The same where nobody is likely to have done it.
const SURE: f32 = 0.95;
/// The same against the reason for which something was left out.
const OVER_REASONS: f32 = 0.985;
/// Below what chance a claim is left out.
const UNLIKELY: f32 = 0.02;
/// The same where it is against nobody.
const DOUBTFUL: f32 = 0.12;
/// Groups of which the words have one where they speak of sexual harm at all, however indirectly: a hand put in a pocket weighs
/// like a hand put elsewhere.
const SPEAKS: Set = Set::of(&[
    Group::AbuseVerb,
    Group::AbuseNoun,
    Group::OffenceNoun,
    Group::SexualManner,
    Group::SexualWord,
    Group::HarmfulNoun,
    Group::Offender,
    Group::WhatHappened,
    Group::WhatDid,
    Group::Did,
    Group::ObliquePlain,
    Group::Oblique,
    Group::ObliqueService,
]);
/// "Alleged" among the answers of the table.
const ALLEGED: usize = 0;
/// From what chance somebody is taken to have done it.
const SURE_ALLEGED: f32 = 0.6;
/// The same where it is sure that abuse is alleged.
const MAY_BE_ALLEGED: f32 = 0.4;
/// From what chance somebody is taken to have been harmed.
const SURE_HARMED: f32 = 0.7;
/// Hundredths of the table for one point of the weighing of people.
const PER_POINT: i32 = 10;
/// The most that the table takes from somebody.
const LESS: i32 = 40;

impl Weighed {
    /// Whether the words make it likely that abuse is alleged somewhere in the entry.
    pub fn alleges(&self, scene: &Scene) -> bool {
        self.abuse.iter().any(|chances| chances[ALLEGED] >= likely(scene))
    }

    /// Takes away claims that the words around them make most unlikely.
    pub fn leave_out(&self, scene: &Scene, claims: &mut Vec<Claim>, left: &mut Vec<LeftOut>) {
        let least = |claim: &Claim| if claim.perpetrators.is_empty() { DOUBTFUL } else { UNLIKELY };
        let unlikely = |claim: &Claim| self.around(claim.first).all(|at| self.abuse[at][ALLEGED] < least(claim));
        for claim in claims.extract_if(.., |claim| unlikely(claim)) {
            let words = scene.page.words(claim.first, claim.last);
            left.push(LeftOut { kind: claim.kind, words, why: SELDOM.to_owned() });
        }
    }

    /// Adds what the words make likely, where nothing is claimed; all but certain it must be where something was left out for a
    /// reason.
    pub fn add(&self, scene: &Scene, left: &[LeftOut], claims: &mut Vec<Claim>) {
        if left.iter().any(|out| out.why == BETWEEN_ADULTS) {
            return;
        }
        let chance = |at: usize| self.abuse[at][ALLEGED];
        let least = if left.is_empty() { likely(scene) } else { OVER_REASONS };
        let Some(at) = self.best(chance).filter(|at| claims.is_empty() && chance(*at) >= least) else { return };
        let window = &self.windows[at];
        let heart = scene.page.sentence(scene.heart(&ABUSE, ALLEGED, window));
        let elsewhere = scene.page.groups(window.clone()).meets(Set::of(&[Group::OtherFamily, Group::Disowned]));
        let talk = scene.page.groups(heart.clone()).meets(Set::of(&[Group::Job, Group::General]));
        let filed = heart.clone().any(|at| names_category(scene, at, at));
        let offender =
            left.iter().any(|out| out.why == NO_OFFENDER) && scene.page.groups(heart.clone()).has(Group::Offender);
        let unnamed = offender || scene.page.hits_in(heart.clone()).iter().any(|hit| scene.is_of_survivors(hit));
        let spoken = scene.speaks_of_harm(window) || scene.is_exploitation();
        if spoken && !elsewhere && !talk && !filed && !unnamed {
            claims.extend(scene.likely_claim(&heart, chance(at)));
        }
    }
}

/// From what chance abuse is alleged that no phrase told.
fn likely(scene: &Scene) -> f32 {
    if scene.book.front_is_empty() { LIKELY } else { LIKELY_IN_RECORD }
}

impl Scene<'_> {
    /// Whether words speak of sexual harm, or of abuse by that name, and do not explain it themselves.
    fn speaks_of_harm(&self, window: &Range<usize>) -> bool {
        let hits = self.page.hits_in(window.clone());
        hits.iter().any(|hit| SPEAKS.has(hit.group) && !self.is_explained(hit))
            || window.clone().any(|at| self.page.word(at).starts_with("abus"))
    }

    /// What a sentence alleges, against whoever most likely did it; where nobody is likely to have, only what is most likely told.
    fn likely_claim<'s>(&'s self, sentence: &Range<usize>, chance: f32) -> Option<Claim> {
        let persons = self.persons();
        let (alleged, harmed) = self.likely_sides(&persons, sentence, chance);
        // "A new phone that her mother did not buy; older males in a car": exploitation is by strangers, unless a phrase says of whom.
        let kin = |words: &&Vec<&Np>| words.iter().any(|np| self.is_kin(np));
        let alleged = alleged.filter(|words| !self.is_exploitation() || !kin(words));
        let people = |side: Option<&Vec<&Np>>| -> Vec<Who> {
            let np =
                side.and_then(|words| words.iter().find(|np| !np.pronoun && !np.nested && !np.generic && !np.plural));
            np.and_then(|np| np.who).into_iter().collect()
        };
        let (perpetrators, mut victims) = (people(alleged), people(harmed));
        if victims.is_empty() {
            victims.extend(alleged.and_then(|alleged| self.suffered_from(alleged, sentence)));
        }
        let kind = match self.is_exploitation() {
            true => EventKind::ExploitationConcern,
            false => EventKind::SexualAbuseAllegation,
        };
        let at = self.heaviest(&ABUSE, ALLEGED, sentence);
        let status = Some(Status::Suspected);
        let first = |side: Option<&Vec<&'s Np>>| -> Option<&'s Np> { side.and_then(|words| words.first().copied()) };
        let adults = self.is_between_adults(at, first(alleged), first(harmed));
        let claim = Claim { kind, first: at, last: at, perpetrators, victims, status, register: false };
        let told = !claim.perpetrators.is_empty() || !claim.victims.is_empty() && chance >= SURE;
        (told && !adults).then_some(claim)
    }

    /// "she was touched over some months by her mother's then partner": to whom a verb of the sentence says that somebody did it.
    fn suffered_from(&self, alleged: &[&Np], sentence: &Range<usize>) -> Option<Who> {
        let verbs = Set::of(&[Group::WeakVerb, Group::AbuseVerb]);
        self.page.hits_in(sentence.clone()).iter().filter(|hit| verbs.has(hit.group)).find_map(|hit| {
            let sides = self.verb_sides(hit);
            let same = sides.perpetrator().is_some_and(|np| alleged.iter().any(|one| self.one_person(one, np)));
            sides.victim().filter(|np| same && !np.pro && !np.plural && !np.generic)?.who
        })
    }

    /// Whoever of some people most likely did it, and whoever was most likely harmed; of those for whom there is enough, one whom the
    /// sentence speaks of comes before the others.
    fn likely_sides<'p, 's>(
        &self,
        persons: &'p [Vec<&'s Np>],
        sentence: &Range<usize>,
        chance: f32,
    ) -> (Option<&'p Vec<&'s Np>>, Option<&'p Vec<&'s Np>>) {
        let chances: Vec<[f32; 2]> =
            persons.iter().map(|words| self.ask_of_person(words, false, |marks| SIDES.chances(marks))).collect();
        let here = |at: usize| persons[at].iter().any(|np| sentence.contains(&np.first));
        let best = |side: usize, least: f32, but: Option<usize>| {
            let others = (0..persons.len()).filter(|at| Some(*at) != but && chances[*at][side] >= least);
            others.max_by(|a, b| here(*a).cmp(&here(*b)).then(chances[*a][side].total_cmp(&chances[*b][side])))
        };
        let alleged = best(0, if chance >= SURE { MAY_BE_ALLEGED } else { SURE_ALLEGED }, None);
        let harmed = best(1, SURE_HARMED, alleged);
        (alleged.map(|at| &persons[at]), harmed.map(|at| &persons[at]))
    }

    /// What the words for somebody, and around them, weigh against their having done it and having been harmed, where the
    /// grammar does not say.
    pub fn sides(&self, words: &[&Np]) -> [i32; 2] {
        let sums = self.ask_of_person(words, false, |marks| SIDES.sums(marks));
        sums.map(|sum| (sum / PER_POINT).clamp(-LESS, 0))
    }
}
