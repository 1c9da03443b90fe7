//! Matters on which an account says one of two or three things, by the words it says them in.

use crate::findings::told::Folded;

/// One thing that an account may say of a matter.
struct Side {
    /// Words that say it.
    words: &'static [&'static str],
    /// Words that look like it and are not: "not guilty" is not "guilty".
    but: &'static [&'static str],
}

/// A matter that accounts may contradict each other on.
struct Matter {
    /// How the difference is put to the reader.
    name: &'static str,
    /// Words of which both accounts have one, so that both speak of the same; none where the sides say it themselves.
    about: &'static [&'static str],
    /// What may be said of it: no account can truly say two of them.
    sides: &'static [Side],
    /// Whether two entries of one day that both speak of it and of one person speak of one event.
    one_a_day: bool,
}

const NO_ARREST: &[&str] = &[
    "not arrested",
    "no arrest",
    "nobody arrested",
    "nobody was arrested",
    "no one arrested",
    "no one was arrested",
    "nobody had been arrested",
    "no one had been arrested",
    "without arrest",
    "not been arrested",
    "words of advice",
    "left by the time",
    "left before officers",
    "left before police",
    "left before the police",
    "gone before officers",
    "gone before police",
    "gone before the police",
    "gone by the time",
    "gone when officers",
    "gone when police",
    "gone on police arrival",
    "left prior to police",
    "left prior to officers",
    "made off before",
    "no offences disclosed",
    "no further police involvement",
];

/// Words of a strategy discussion.
const STRATEGY: &[&str] = &["strategy discussion", "strategy meeting", "strat disc", "strat meeting", "strategy"];

const MATTERS: &[Matter] = &[
    Matter {
        name: "whether anybody was seen",
        about: &["joint visit", "visited with", "visit with police", "visit with the police", "visit with social"],
        sides: &[
            Side {
                words: &[
                    "no reply",
                    "no answer",
                    "nobody in",
                    "no one in",
                    "not seen",
                    "not at home",
                    "abortive",
                    "no access",
                    "were seen. no",
                    "nor the children were seen",
                ],
                but: &[],
            },
            Side { words: &["seen", "spoken to", "spoke to", "saw"], but: &["not seen", "were seen. no"] },
        ],
        one_a_day: false,
    },
    Matter {
        name: "whether the enquiries were to be joint or by one agency alone",
        about: STRATEGY,
        sides: &[
            Side {
                words: &[
                    "joint investigation",
                    "joint enquiry",
                    "joint enquiries",
                    "joint s47",
                    "joint s.47",
                    "joint section 47",
                    "joint visit",
                    "jointly",
                ],
                but: &["not joint", "not to be joint"],
            },
            Side { words: &["single agency", "single-agency", "social care alone", "police alone"], but: &[] },
        ],
        one_a_day: false,
    },
    Matter {
        name: "whether the section 47 threshold was met",
        about: STRATEGY,
        sides: &[
            Side {
                words: &[
                    "threshold not met",
                    "threshold was not met",
                    "not met for s47",
                    "not met for section 47",
                    "no section 47",
                    "no s47",
                    "s47 not",
                    "section 47 not",
                    "not to proceed to s",
                ],
                but: &[],
            },
            Side {
                words: &[
                    "threshold met",
                    "threshold was met",
                    "threshold for section 47 met",
                    "section 47 agreed",
                    "s47 agreed",
                    "agreed section 47",
                    "agreed s47",
                    "joint s47",
                    "joint section 47",
                    "section 47 enquiry to start",
                    "s47 to start",
                ],
                but: &[],
            },
        ],
        one_a_day: false,
    },
    Matter {
        name: "whether anybody was arrested",
        about: &[],
        sides: &[
            Side { words: NO_ARREST, but: &[] },
            Side {
                words: &["arrested", "arr. ", "arr for", "arr on", "arrest of", "taken into custody", "in custody"],
                but: NO_ARREST,
            },
        ],
        one_a_day: true,
    },
    Matter {
        name: "what came of it",
        about: &["court", "magistrates", "mags", "trial", "jury", "verdict", "hearing", "judge", "case"],
        sides: &[
            Side { words: &["not guilty", "acquitted", "acquittal", "cleared of", "cleared by"], but: &[] },
            Side {
                words: &["guilty", "convicted", "conviction", "sentenced", "community order", "imprisonment"],
                but: &["not guilty", "previous conviction", "no conviction"],
            },
            Side {
                words: &[
                    "discontinued",
                    "case dropped",
                    "case was dropped",
                    "case has been dropped",
                    "case had been dropped",
                    "case is dropped",
                    "charges dropped",
                    "charge dropped",
                    "charges were dropped",
                    "charge was dropped",
                    "dropped the case",
                    "dropped the charge",
                    "dropped all charges",
                    "thrown out",
                    "no evidence offered",
                    "offered no evidence",
                    "did not go before",
                    "did not go to trial",
                    "never went to trial",
                    "never went to court",
                    "did not go to court",
                    "not proceeded with",
                    "collapsed",
                ],
                but: &[],
            },
            Side { words: &["adjourned", "put off", "relisted", "put back to", "moved to a new date"], but: &[] },
        ],
        one_a_day: true,
    },
    Matter {
        name: "whether anybody was charged",
        about: &[],
        sides: &[
            Side {
                words: &[
                    "no charge",
                    "not charged",
                    "without charge",
                    "not be charged",
                    "not been charged",
                    "words of advice",
                    "community resolution",
                ],
                but: &[],
            },
            Side {
                words: &["charged with", "was charged", "been charged", "and charged", "charged"],
                but: &["no charge", "not charged", "without charge", "not be charged", "not been charged"],
            },
        ],
        one_a_day: true,
    },
    Matter {
        name: "which side was hurt",
        about: &[],
        sides: &[Side { words: LEFT, but: RIGHT }, Side { words: RIGHT, but: LEFT }],
        one_a_day: true,
    },
    Matter {
        name: "whether the children were there",
        about: &["incident", "domestic", "argument", "disturbance", "assault", "altercation", "dv", "da ", "verbal"],
        sides: &[
            Side {
                words: &[
                    "no children present",
                    "no child present",
                    "children not present",
                    "children were not present",
                    "child not present",
                    "children not at home",
                    "children were not at home",
                    "children not in",
                    "no children in",
                    "no children at",
                    "was not at home",
                    "slept through",
                    "asleep throughout",
                    "children away",
                    "children out",
                ],
                but: &[],
            },
            Side {
                words: &[
                    "children present",
                    "child present",
                    "children were present",
                    "was present",
                    "were present",
                    "witnessed",
                    "on the stairs",
                    "on the landing",
                    "in the room",
                    "saw it",
                    "saw him",
                    "saw her",
                    "heard it",
                    "heard them",
                    "in front of the child",
                ],
                but: &["no children present", "no child present", "children not present", "were not present"],
            },
        ],
        one_a_day: false,
    },
    Matter {
        name: "what was passed on",
        about: &[],
        sides: &[
            Side {
                words: &[
                    "did not mention",
                    "didn't mention",
                    "made no mention",
                    "never mentioned",
                    "was not told about",
                    "were not told about",
                    "not made aware",
                    "not informed",
                ],
                but: &[],
            },
            Side { words: &["told", "rang", "reported", "informed", "notified"], but: &["not told", "not informed"] },
        ],
        one_a_day: false,
    },
    Matter {
        name: "whether anything was said",
        about: &[
            "interview",
            "abe",
            "joint visit",
            "spoken to",
            "spoke to",
            "spoke with",
            "seen alone",
            "seen with",
            "visit",
            "account",
        ],
        sides: &[
            Side {
                words: &[
                    "no disclosure",
                    "not disclose",
                    "nothing disclosed",
                    "no allegation",
                    "no complaint made",
                    "made no complaint",
                    "said nothing",
                    "did not say anything",
                    "would not say anything",
                    "would not speak",
                    "declined to speak",
                    "refused to speak",
                    "gave no account",
                    "no account given",
                ],
                but: &[],
            },
            Side {
                words: &[
                    "disclosed",
                    "made a disclosure",
                    "gave an account",
                    "gave a full account",
                    "gave a clear account",
                    "full account",
                    "clear account",
                    "repeated what",
                    "repeated the allegation",
                    "confirmed what",
                    "confirmed that",
                    "described",
                ],
                but: &["nothing disclosed", "not disclosed"],
            },
        ],
        one_a_day: false,
    },
];

const LEFT: &[&str] = &[
    "left arm",
    "left wrist",
    "left hand",
    "left leg",
    "left eye",
    "left ear",
    "left cheek",
    "left ankle",
    "left foot",
    "left shoulder",
    "left elbow",
    "left thigh",
    "left knee",
    "left side",
    "left forearm",
    "left upper",
    "l arm",
    "l wrist",
    "l hand",
    "l leg",
    "l eye",
    "l ear",
    "l cheek",
    "l ankle",
    "l foot",
    "l shoulder",
    "l elbow",
    "l thigh",
    "l knee",
    "l forearm",
    "l distal",
];

const RIGHT: &[&str] = &[
    "right arm",
    "right wrist",
    "right hand",
    "right leg",
    "right eye",
    "right ear",
    "right cheek",
    "right ankle",
    "right foot",
    "right shoulder",
    "right elbow",
    "right thigh",
    "right knee",
    "right side",
    "right forearm",
    "right upper",
    "r arm",
    "r wrist",
    "r hand",
    "r leg",
    "r eye",
    "r ear",
    "r cheek",
    "r ankle",
    "r foot",
    "r shoulder",
    "r elbow",
    "r thigh",
    "r knee",
    "r forearm",
    "r distal",
];

/// Which side of each matter an account takes; none where it does not speak of it, or says both.
pub struct Sides(Vec<Option<usize>>);

impl Sides {
    /// The sides that a text takes.
    pub fn of(text: &Folded) -> Self {
        Sides(MATTERS.iter().map(|matter| matter.side(text)).collect())
    }

    /// Whether it takes a side in a matter that comes once a day.
    pub fn tells_what_comes_once_a_day(&self) -> bool {
        self.0.iter().zip(MATTERS).any(|(side, matter)| matter.one_a_day && side.is_some())
    }

    /// The first matter in which both take a side, and not the same.
    pub fn differ(&self, other: &Sides) -> Option<&'static str> {
        self.differs_in(other, |_| true)
    }

    /// The same, of matters that come once a day.
    pub fn differ_once_a_day(&self, other: &Sides) -> Option<&'static str> {
        self.differs_in(other, |matter| matter.one_a_day)
    }

    fn differs_in(&self, other: &Sides, counts: impl Fn(&Matter) -> bool) -> Option<&'static str> {
        let sides = self.0.iter().zip(&other.0).zip(MATTERS);
        let differ = |(one, other): (&Option<usize>, &Option<usize>)| one.is_some() && other.is_some() && one != other;
        sides.filter(|(_, matter)| counts(matter)).find(|(both, _)| differ(*both)).map(|(_, matter)| matter.name)
    }
}

impl Matter {
    fn side(&self, text: &Folded) -> Option<usize> {
        if !self.about.is_empty() && !text.says(self.about) {
            return None;
        }
        let taken = |side: &Side| text.says(side.words) && !text.says(side.but);
        let mut sides = self.sides.iter().enumerate().filter(|(_, side)| taken(side)).map(|(at, _)| at);
        let first = sides.next();
        first.filter(|_| sides.next().is_none())
    }
}
