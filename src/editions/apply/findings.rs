//! Findings.

use super::Pass;
use crate::findings::{DecidedHere, Finding, LookedAt, PathStep, Seen};
use crate::model::AgencyId;
use crate::relations::familial::Section27;
use chrono::NaiveDate;

impl Pass<'_> {
    pub(super) fn finding(&self, finding: Finding) -> Finding {
        let Finding {
            rule,
            priority,
            headline,
            explanation,
            people,
            state,
            status,
            agency,
            path,
            evidence,
            ask,
            could_have_been_seen,
            hidden_by_window,
            section_27,
            decisions,
            looked_at,
        } = finding;
        let step = |PathStep { person, relation, of, evidence }: PathStep| PathStep {
            person: self.who(person),
            relation: self.prose(&relation),
            of: self.who(of),
            evidence: self.places(evidence),
        };
        let decided =
            |DecidedHere { decision, words }: DecidedHere| DecidedHere { decision, words: self.prose(&words) };
        Finding {
            rule,
            priority,
            headline: self.prose(&headline),
            explanation: self.prose(&explanation),
            people: self.roles(people),
            state,
            status,
            agency: agency.map(|id| self.agency(id)),
            path: path.into_iter().map(step).collect(),
            evidence: self.places(evidence),
            ask: self.all(ask),
            could_have_been_seen: could_have_been_seen.map(|seen| self.seen(seen)),
            hidden_by_window,
            section_27: section_27.map(|answer| self.section_27(answer)),
            decisions: decisions.into_iter().map(decided).collect(),
            looked_at: looked_at.map(|looked| self.looked_at(looked)),
        }
    }

    pub(super) fn seen(&self, seen: Seen) -> Seen {
        let Seen { combined, by_agency } = seen;
        let alone = |(id, day): (AgencyId, Option<NaiveDate>)| (self.agency(id), day.map(|day| self.day(day)));
        Seen { combined: combined.map(|day| self.day(day)), by_agency: by_agency.into_iter().map(alone).collect() }
    }

    pub(super) fn section_27(&self, answer: Section27) -> Section27 {
        Section27 { facts: self.all(answer.facts), evidence: self.places(answer.evidence), ..answer }
    }

    pub(super) fn looked_at(&self, looked: LookedAt) -> LookedAt {
        let LookedAt { decision, by, on, why, since } = looked;
        LookedAt { decision, by: self.prose(&by), on, why: self.said(why), since: self.places(since) }
    }
}
