//! The groups that phrases of the lexicon belong to, and sets of them.

/// What a phrase is to the reader. Names are those of the sections in `lexicon/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Group {
    // Function words.
    Be,
    Have,
    Modal,
    Skip,
    Det,
    He,
    She,
    They,
    Speaker,
    Relative,
    And,
    By,
    Against,
    Of,
    Toward,
    With,
    From,
    About,
    Place,
    That,
    Hidden,
    // People.
    Title,
    TitlePro,
    Kin,
    KinPlural,
    KinAdj,
    Person,
    Persons,
    Pro,
    PersonAdj,
    GivenF,
    GivenM,
    GivenWord,
    NotName,
    PlaceName,
    KnownAs,
    AlsoKnown,
    NamedAs,
    Says,
    SubjectCue,
    // Modifiers.
    Neg,
    NegAfter,
    Deny,
    AnswerNo,
    Hypo,
    Feared,
    Ask,
    General,
    Job,
    OtherFamily,
    Disowned,
    Corrected,
    Stop,
    Historic,
    // Abuse.
    AbuseVerb,
    AbuseNoun,
    OffenceNoun,
    WeakVerb,
    SexualManner,
    WeakNoun,
    Disclose,
    Allege,
    Undergo,
    Accuse,
    ReportedBy,
    DoneBy,
    Offender,
    HarmfulNoun,
    HarmfulService,
    VictimLabel,
    SuspectLabel,
    WhatHappened,
    WhatDid,
    Did,
    SexualWord,
    Concern,
    ExploitVerb,
    ExploitNoun,
    ExploitSign,
    ObliquePlain,
    Oblique,
    ObliqueWeak,
    ObliqueService,
    ObliqueSetting,
    HandOn,
    DeedTo,
    Intimate,
    NextToIntimate,
    // Outcomes.
    Status,
    OtherOffence,
    Interviewed,
    Arrest,
    // Contact.
    Born,
    MovedIn,
    Occupants,
    MovedOut,
    Began,
    Parted,
    Measure,
    Lifts,
    Released,
    Imprisoned,
    Process,
    Planned,
    Blame,
    BlamePair,
    BlameYoung,
    Challenge,
    Term,
    Category,
}

/// Every group with the name of its sections.
const NAMES: &[(&str, Group)] = {
    use Group::*;
    &[
        ("be", Be),
        ("have", Have),
        ("modal", Modal),
        ("skip", Skip),
        ("det", Det),
        ("he", He),
        ("she", She),
        ("they", They),
        ("speaker", Speaker),
        ("relative", Relative),
        ("and", And),
        ("by", By),
        ("against", Against),
        ("of", Of),
        ("toward", Toward),
        ("with", With),
        ("from", From),
        ("about", About),
        ("place", Place),
        ("that", That),
        ("hidden", Hidden),
        ("title", Title),
        ("title-pro", TitlePro),
        ("kin", Kin),
        ("kin-plural", KinPlural),
        ("kin-adj", KinAdj),
        ("person", Person),
        ("persons", Persons),
        ("pro", Pro),
        ("person-adj", PersonAdj),
        ("given-f", GivenF),
        ("given-m", GivenM),
        ("given-word", GivenWord),
        ("not-name", NotName),
        ("place-name", PlaceName),
        ("known-as", KnownAs),
        ("also-known", AlsoKnown),
        ("named-as", NamedAs),
        ("says", Says),
        ("subject-cue", SubjectCue),
        ("neg", Neg),
        ("neg-after", NegAfter),
        ("deny", Deny),
        ("answer-no", AnswerNo),
        ("hypo", Hypo),
        ("feared", Feared),
        ("ask", Ask),
        ("general", General),
        ("job", Job),
        ("other-family", OtherFamily),
        ("disowned", Disowned),
        ("corrected", Corrected),
        ("stop", Stop),
        ("historic", Historic),
        ("abuse-verb", AbuseVerb),
        ("abuse-noun", AbuseNoun),
        ("offence-noun", OffenceNoun),
        ("weak-verb", WeakVerb),
        ("sexual-manner", SexualManner),
        ("weak-noun", WeakNoun),
        ("disclose", Disclose),
        ("allege", Allege),
        ("undergo", Undergo),
        ("accuse", Accuse),
        ("reported-by", ReportedBy),
        ("done-by", DoneBy),
        ("offender", Offender),
        ("harmful-noun", HarmfulNoun),
        ("harmful-service", HarmfulService),
        ("victim-label", VictimLabel),
        ("suspect-label", SuspectLabel),
        ("what-happened", WhatHappened),
        ("what-did", WhatDid),
        ("did", Did),
        ("sexual-word", SexualWord),
        ("concern", Concern),
        ("exploit-verb", ExploitVerb),
        ("exploit-noun", ExploitNoun),
        ("exploit-sign", ExploitSign),
        ("oblique-plain", ObliquePlain),
        ("oblique", Oblique),
        ("oblique-weak", ObliqueWeak),
        ("oblique-service", ObliqueService),
        ("oblique-setting", ObliqueSetting),
        ("hand-on", HandOn),
        ("deed-to", DeedTo),
        ("intimate", Intimate),
        ("next-to-intimate", NextToIntimate),
        ("status", Status),
        ("other-offence", OtherOffence),
        ("interviewed", Interviewed),
        ("arrest", Arrest),
        ("born", Born),
        ("moved-in", MovedIn),
        ("occupants", Occupants),
        ("moved-out", MovedOut),
        ("began", Began),
        ("parted", Parted),
        ("measure", Measure),
        ("lifts", Lifts),
        ("released", Released),
        ("imprisoned", Imprisoned),
        ("process", Process),
        ("planned", Planned),
        ("blame", Blame),
        ("blame-pair", BlamePair),
        ("blame-young", BlameYoung),
        ("challenge", Challenge),
        ("term", Term),
        ("category", Category),
    ]
};

impl Group {
    /// The group that a section's name means.
    pub fn from_name(name: &str) -> Option<Group> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, group)| *group)
    }

    /// The name of its sections.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, group)| *group == self).map_or("", |(name, _)| name)
    }
}

/// A set of groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Set(u128);

impl Set {
    /// The set of these.
    pub const fn of(groups: &[Group]) -> Set {
        let (mut bits, mut i) = (0, 0);
        while i < groups.len() {
            bits |= 1 << groups[i] as u8;
            i += 1;
        }
        Set(bits)
    }

    /// Adds one.
    pub fn add(&mut self, group: Group) {
        self.0 |= 1 << group as u8;
    }

    /// Whether it holds this group.
    pub fn has(self, group: Group) -> bool {
        self.0 & (1 << group as u8) != 0
    }

    /// Whether it holds any of the other set.
    pub fn meets(self, other: Set) -> bool {
        self.0 & other.0 != 0
    }

    /// All but one.
    pub const fn without(self, group: Group) -> Set {
        Set(self.0 & !(1 << group as u8))
    }

    /// Both together.
    pub const fn with(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Group, NAMES, Set};

    #[test]
    fn every_group_fits_and_has_one_name() {
        for (name, group) in NAMES {
            assert_eq!(Group::from_name(name), Some(*group));
            assert_eq!(NAMES.iter().filter(|(_, other)| other == group).count(), 1, "{name}");
            assert!((*group as u8) < 128);
        }
    }

    #[test]
    fn sets() {
        let set = Set::of(&[Group::Be, Group::Category]);
        assert!(set.has(Group::Category) && !set.has(Group::Have) && set.meets(Set::of(&[Group::Be])));
    }
}
