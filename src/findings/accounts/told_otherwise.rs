//! Matters that accounts of one event contradict each other on, by the many ways in which each side is said.

use crate::findings::told::Folded;
use crate::findings::wording::Wording;

/// One thing that an account may say of a matter, and what looks like it and is not.
type Side = (Wording, Option<Wording>);

/// A matter.
struct Matter {
    /// How the difference is put to the reader.
    name: &'static str,
    /// Words of which both accounts have some, so that both speak of the same; none where the sides say it themselves.
    about: Option<Wording>,
    /// What may be said of it: no account can truly say two of them.
    sides: &'static [Side],
}

static DECISION: [Side; 2] = [
    (
        Wording::of(
            "threshold {not met|was not met|is not met}, not {met for|meet the threshold for|reach the threshold for}, \
             {not|no} {for a|for|to have a|on a|subject to a|need of a|requiring a|made subject to a} {child protection |cp |}plan, \
             no {child protection |cp |}plan, {child in need|cin|c.i.n.|early help|family support} {plan|only|instead|basis|support}, \
             as {a |}{child in need|cin}, {supported|managed|helped|held|work*} .. {child in need|cin|early help}, \
             {plan|plans} {ended|to end|ends|discontinued|ceased|removed|come off}, {came|come|taken|coming} off {the |a |her |his |}{child protection |cp |}{plan|register}, \
             step~ down, stepped down, {deregistered|de-registered|delisted}",
        ),
        None,
    ),
    (
        Wording::of(
            "{made|be|been|was|is|were|now|both|all|placed|put|remain*|stay*|keep*|kept|continu*} .. {on|subject to|under} {a |the |}{child protection|cp} {plan|plans}, \
             {child protection|cp} {plan|plans} {made|agreed|for|to continue|continues|continued|under|to remain|in place|started|begins}, \
             {plan|plans} {to continue|continues|continued|to run|to remain|to go on|stays in place}, registered {under|for|as}",
        ),
        Some(Wording::of(
            "not .. {child protection|cp} plan, no {child protection|cp} plan, {threshold|threshold was} not met, off {the |a |}{child protection |cp |}plan",
        )),
    ),
];

static SUBSTANTIATED: [Side; 2] = [
    (Wording::of("unsubstantiated, not substantiated, not upheld, unfounded, no evidence .. {found|of harm}"), None),
    (
        Wording::of("substantiated, upheld, founded, proved, proven"),
        Some(Wording::of("unsubstantiated, not substantiated, not upheld, unfounded, unproven, not proven")),
    ),
];

static CHARGED: [Side; 2] = [
    (
        Wording::of(
            "{no|without|not|never|nobody|nor} .. {charge|charges|charged}, no further {action|police action}, nfa, nfa'd, nfad, nfa'ed, {case|it|matter|investigation|allegation} {was |is |has been |had been |}{dropped|closed|filed|discontinued|not being pursued|not pursued}, \
             {dropped|released} {by police|without charge|the case|the matter}, not {proceed*|pursu*|taking it further|taken further|prosecut*}, {words of advice|community resolution|caution|cautioned}",
        ),
        None,
    ),
    (
        Wording::of(
            "{charged|summonsed|postal requisition|prosecuted|court date}, sent for trial, {will|to|due to} {appear in|go to|be in} court",
        ),
        Some(Wording::of(
            "{no|without|not|never|nobody|nor} .. {charge|charges|charged}, no further {action|police action}",
        )),
    ),
];

static SEEN: [Side; 2] = [
    (
        Wording::of(
            "no {answer|reply|response|access|one in|one home|one at home|one there|one answered}, nobody {in|home|at home|there|answered}, not {seen|at home|in|home|there|let in}, \
             {child|children|both|family} not seen, {no|without} sight of, {house|flat|property} {empty|in darkness}, {card|note|letter} {left|put|posted}, {abortive|failed|aborted} {visit|call}, refused {entry|access}",
        ),
        None,
    ),
    (
        Wording::of(
            "{seen|spoken to} {and well|well|happy|chatty|both|and|smiling|playing}, {all|both|everyone|children|child|mum|mother|dad} {in|at home|seen|home|present|there|spoken to|well}, \
             {let|invited|welcomed|showed} {me|us|worker|workers|both} in, {opened|answered} the door, {made|offered} {us|me|both of us} .. {tea|coffee|brew}, \
             {were|was} {seen|at home|in|spoken to|there}, {both|all|children|each} seen, {saw|met|spoke to|spoke with} {the |both |all |}{child|children|mum|mother|dad|father|girls|boys|kids|family}",
        ),
        Some(Wording::of("not seen, nobody {in|home|at home}, no {answer|reply|access}, not {at home|in}")),
    ),
];

static ATTENDED: [Side; 2] = [
    (
        Wording::of(
            "{did not|didn't|failed to|never|unable to} {attend|come|show|turn up|appear|arrive|keep}, dna*, {was|were} {not brought|absent|not present|not there|a no-show}, wnb, no show, not {attend*|kept|brought}, missed {the|her|his|their|this|today's} {appointment|session|meeting|review|clinic|conference}",
        ),
        None,
    ),
    (
        Wording::of(
            "{attended|came|arrived|kept|present|brought|took part|turned up|in attendance}, {was|were} {there|present}, seen {by|in|at}",
        ),
        Some(Wording::of(
            "{not|failed to|didn't|never} {attend*|come|brought|present|keep|kept|turn up|arrive}, dna*, not brought, {was|were} not {there|present}",
        )),
    ),
];

static DRUNK: [Side; 2] = [
    (
        Wording::of(
            "sober, {not|no} .. {drunk|alcohol|intoxicated|drink|drinking|under the influence}, no {sign|signs|smell|evidence} of {alcohol|drink}",
        ),
        None,
    ),
    (
        Wording::of(
            "drunk, intoxicated, {smelt|smelled|smelling|reeked|stank} of {alcohol|drink}, under the influence, {been|had been} drinking, slurr*, worse for {drink|wear}",
        ),
        Some(Wording::of("not .. {drunk|intoxicated|under the influence|drinking}, no {sign|signs|smell|evidence} of")),
    ),
];

static HURT: [Side; 2] = [
    (
        Wording::of(
            "{no|without|nil|any} {injury|injuries|visible injury|visible injuries|marks|mark|bruising|bruises|complaint of injury}, {uninjured|unhurt|unharmed}, not {hurt|injured|marked}, nothing to see",
        ),
        None,
    ),
    (
        Wording::of(
            "{bruise|bruises|bruised|bruising|cut|cuts|graze|grazes|scratch|scratches|swelling|swollen|red mark|red marks|black eye|split lip|fracture|broken|injury|injuries|injured|marks} {to|on|above|below|under|near|around|over|across}, {a |}{bruise|black eye|split lip|bloody nose|red mark}",
        ),
        Some(Wording::of(
            "{no|without|nil|any} {injury|injuries|visible|marks|mark|bruising|bruises}, not {hurt|injured}",
        )),
    ),
];

static AGREED: [Side; 2] = [
    (
        Wording::of(
            "{refused|declined|withheld|withdrew|would not give|did not give|not given|did not} {consent|agree|permission|to consent|to agree|to sign}, {no|without} {consent|permission|parental consent}, {refused|declined} {the |a |an |}{referral|service|support|offer|assessment}, not {agree*|consent*}",
        ),
        None,
    ),
    (
        Wording::of(
            "{gave|given|gives|obtained|with} {her |his |their |full |verbal |written |parental |}{consent|permission|agreement}, {consented|agreed|consents|agrees|happy|willing} {to|for} {the |a |}{referral|assessment|service|support|sharing|visit}, accepted {the |a |}{referral|support|offer|service}",
        ),
        Some(Wording::of("not .. {consent*|agree*}, {no|without} {consent|permission}, refused, declined")),
    ),
];

static OPEN: [Side; 2] = [
    (
        Wording::of(
            "{case|file|referral|episode|matter|involvement} {is |was |has been |now |to be |}{closed|ended|closing}, {closed|closing|ended} {to|the case|our involvement|involvement|today|with}, {no|without} further role, discharged",
        ),
        Some(Wording::of("not {closed|closing|to close}")),
    ),
    (
        Wording::of(
            "{remains|remain|still|stays|kept|keeping|to remain} {open|involved|allocated|on}, {continue*|ongoing} {work|involvement|support|intervention|sessions}",
        ),
        None,
    ),
];

static ACCEPTED: [Side; 2] = [
    (
        Wording::of(
            "{referral|application} {was |is |has been |}{not accepted|declined|rejected|refused|returned|turned down|screened out}, {does|did} not meet {the |their |our |}{criteria|threshold}, not {accepted|suitable|eligible}",
        ),
        None,
    ),
    (
        Wording::of(
            "{referral|application} {was |is |has been |}accepted, accepted {for|by|onto|on to}, {placed|put|on} {on |}{the|their|our} waiting list, {allocated|offered} {to|a|an} {worker|therapist|appointment|place}",
        ),
        Some(Wording::of("not accepted")),
    ),
];

static MATTERS: [Matter; 10] = [
    Matter {
        name: "what was decided",
        about: Some(Wording::of(
            "conference, icpc, rcpc, review, cp plan, child protection plan, register*, core group",
        )),
        sides: &DECISION,
    },
    Matter { name: "whether it was substantiated", about: None, sides: &SUBSTANTIATED },
    Matter { name: "whether anybody was charged", about: None, sides: &CHARGED },
    Matter {
        name: "whether anybody was seen",
        about: Some(Wording::of(
            "visit*, home call, called {at|round|on}, went round, joint*, attended {home|the address|address|the house}, {doorstep|welfare check|unannounced}",
        )),
        sides: &SEEN,
    },
    Matter {
        name: "whether the appointment was kept",
        about: Some(Wording::of(
            "appointment, appt, clinic, session, meeting, conference, review, medical, group, interview, assessment",
        )),
        sides: &ATTENDED,
    },
    Matter { name: "whether anybody had been drinking", about: None, sides: &DRUNK },
    Matter { name: "whether anybody was hurt", about: None, sides: &HURT },
    Matter { name: "whether it was agreed to", about: None, sides: &AGREED },
    Matter { name: "whether the case was closed", about: None, sides: &OPEN },
    Matter { name: "whether the referral was accepted", about: None, sides: &ACCEPTED },
];

/// Which side of each matter an account takes; none where it does not speak of it, or says both.
pub struct Told(Vec<Option<usize>>);

impl Told {
    /// The sides that a text takes.
    pub fn of(text: &Folded) -> Self {
        Told(MATTERS.iter().map(|matter| matter.side(text)).collect())
    }

    /// The first matter in which both take a side, and not the same.
    pub fn differ(&self, other: &Told) -> Option<&'static str> {
        let both = self.0.iter().zip(&other.0).zip(&MATTERS);
        let apart = |(one, other): (&Option<usize>, &Option<usize>)| one.is_some() && other.is_some() && one != other;
        both.into_iter().find(|(sides, _)| apart(*sides)).map(|(_, matter)| matter.name)
    }
}

impl Matter {
    fn side(&self, text: &Folded) -> Option<usize> {
        if self.about.as_ref().is_some_and(|about| !about.stands_in(text)) {
            return None;
        }
        let taken = |(words, but): &Side| words.stands_in(text) && !but.as_ref().is_some_and(|but| but.stands_in(text));
        let mut sides = self.sides.iter().enumerate().filter(|(_, side)| taken(side)).map(|(at, _)| at);
        let first = sides.next();
        first.filter(|_| sides.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::Told;
    use crate::findings::told::Folded;

    fn differ(one: &str, other: &str) -> Option<&'static str> {
        Told::of(&Folded::of(one)).differ(&Told::of(&Folded::of(other)))
    }

    #[test]
    fn what_was_decided_is_read_in_other_words() {
        let plan = "Initial conference. All agreed that she be placed on a child protection plan for neglect.";
        let need = "Attended conference. Threshold not met, to be supported as a child in need.";
        assert_eq!(differ(plan, need), Some("what was decided"));
        assert_eq!(differ(plan, "Conference today. Made subject to a CP plan, neglect."), None);
        assert_eq!(differ(need, "Conference: no plan, child in need support."), None);
    }

    #[test]
    fn whether_anybody_was_seen_is_read_in_other_words() {
        let in_ = "Joint visit with the social worker. Mum made us both tea, both children seen.";
        let out = "Joint home visit. No answer, nobody at home. Card left.";
        assert_eq!(differ(in_, out), Some("whether anybody was seen"));
    }
}
