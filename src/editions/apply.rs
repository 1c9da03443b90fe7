//! The pass over a whole account: every value that leaves is taken through here, so that every page, drawing and form
//! made from it is clean. A field added to the account does not compile until it is dealt with here.

use super::redactor::{Instead, Passage, Redactor};
use crate::account::*;
use crate::findings::{DecidedHere, Finding, LookedAt, PathStep, Seen};
use crate::model::{AgencyId, EntryId, LeftOut, Note, PersonId, When};
use crate::relations::familial::Section27;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An entry's cells after the pass, each beside its words before, and whether it tells of the family.
pub type Cells = Vec<(String, Passage, bool)>;

/// All that the pass goes by.
pub struct Pass<'p> {
    /// Names, addresses, numbers, dates.
    pub redactor: &'p Redactor,
    /// What each person whose name is left out is called.
    pub people: BTreeMap<PersonId, Instead>,
    /// What each person's id becomes.
    pub ids: BTreeMap<PersonId, PersonId>,
    /// What each agency whose name gives somebody away becomes: id and name.
    pub agencies: BTreeMap<AgencyId, (AgencyId, String)>,
    /// What each file, or part of one, whose name gives somebody away becomes.
    pub files: BTreeMap<String, String>,
    /// "Maternal uncle 1 (maternal uncle)": what says one thing twice, and once.
    pub twice: Vec<(String, String)>,
    /// The cells of each entry.
    pub cells: BTreeMap<EntryId, Cells>,
    /// In which entries somebody is not to be found, as they asked not to be named.
    pub unlinked: BTreeMap<EntryId, PersonId>,
    /// Whether dates of birth are left out of everybody's row.
    pub no_births: bool,
}

impl Pass<'_> {
    /// The account after the pass.
    pub fn account(&self, account: Account) -> Account {
        let Account {
            schema,
            tool_version,
            as_at,
            case,
            ledger,
            people,
            entries,
            undated,
            ties,
            allegations,
            unattributed,
            findings,
            decisions,
            awareness,
            readiness,
            actions,
            plans,
            settings,
            notes,
            edition,
            // Of the rapid review alone, which leaves nothing out.
            as_known: _,
            changes: _,
            provenance,
        } = account;
        Account {
            schema,
            tool_version,
            as_at,
            case: self.case(case),
            ledger: self.ledger(ledger),
            people: people.into_iter().map(|one| self.person(one)).collect(),
            entries: entries.into_iter().map(|one| self.entry(one)).collect(),
            undated: undated.into_iter().map(|one| self.entry(one)).collect(),
            ties: ties.into_iter().map(|one| self.tie(one)).collect(),
            allegations: allegations.into_iter().map(|one| self.allegation(one)).collect(),
            unattributed: unattributed.into_iter().map(|one| self.step(one)).collect(),
            findings: findings.into_iter().map(|one| self.finding(one)).collect(),
            decisions: decisions.into_iter().map(|one| self.decision(one)).collect(),
            awareness: self.awareness(awareness),
            readiness: readiness.into_iter().map(|one| self.readiness(one)).collect(),
            actions: actions.into_iter().map(|one| self.action(one)).collect(),
            plans: plans.into_iter().map(|one| self.plan(one)).collect(),
            settings,
            notes: notes.into_iter().map(|one| self.note(one)).collect(),
            edition,
            as_known: None,
            changes: None,
            provenance: self.provenance(provenance),
        }
    }

    fn prose(&self, words: &str) -> String {
        let filed = self.files.iter().fold(words.to_owned(), |words, (from, to)| words.replace(from, to));
        let said = self.redactor.prose(&filed);
        self.twice.iter().fold(said, |said, (twice, once)| said.replace(twice, once))
    }

    fn said(&self, words: Option<String>) -> Option<String> {
        words.map(|words| self.prose(&words))
    }

    fn all(&self, words: Vec<String>) -> Vec<String> {
        words.iter().map(|words| self.prose(words)).collect()
    }

    fn day(&self, day: NaiveDate) -> NaiveDate {
        self.redactor.births.coarse(day)
    }

    fn when(&self, when: When) -> When {
        if when.is_day() && self.day(when.earliest) != when.earliest {
            return super::coarse_month(&when, &self.redactor.births);
        }
        When { written: self.prose(&when.written), ..when }
    }

    fn who(&self, id: PersonId) -> PersonId {
        self.ids.get(&id).cloned().unwrap_or(id)
    }

    fn agency(&self, id: AgencyId) -> AgencyId {
        self.agencies.get(&id).map_or(id, |(other, _)| other.clone())
    }

    fn place(&self, id: EntryId) -> EntryId {
        let longest =
            self.files.iter().filter(|(from, _)| id.0.starts_with(from.as_str())).max_by_key(|(from, _)| from.len());
        longest.map_or_else(|| id.clone(), |(from, to)| EntryId(format!("{to}{}", &id.0[from.len()..])))
    }

    fn places(&self, ids: Vec<EntryId>) -> Vec<EntryId> {
        ids.into_iter().map(|id| self.place(id)).collect()
    }

    fn roles(&self, people: BTreeMap<&'static str, PersonId>) -> BTreeMap<&'static str, PersonId> {
        people.into_iter().map(|(role, id)| (role, self.who(id))).collect()
    }

    /// Words of an entry: what became of them there.
    fn quote(&self, entry: &EntryId, words: &str) -> String {
        let here = self.cells.get(entry).into_iter().flatten();
        let found =
            here.filter_map(|(before, after, _)| before.find(words).map(|at| after.slice(at, at + words.len())));
        found.map(str::to_owned).next().unwrap_or_else(|| self.redactor.passage(words, &[]).text)
    }

    fn quoted(&self, entry: &EntryId, words: Option<String>) -> Option<String> {
        words.map(|words| self.quote(entry, &words))
    }

    fn case(&self, case: CaseAccount) -> CaseAccount {
        let CaseAccount { reference, child, name, also_known_as, born, handling, agencies, referral } = case;
        let hidden = self.people.get(&child).map(|instead| instead.words.clone());
        CaseAccount {
            reference: reference.filter(|words| !self.redactor.gives_away(words)),
            name: hidden.clone().unwrap_or_else(|| self.prose(&name)),
            also_known_as: if hidden.is_some() { Vec::new() } else { self.all(also_known_as) },
            born: born.filter(|_| !self.no_births),
            child: self.who(child),
            handling: self.said(handling),
            agencies: agencies.into_iter().map(|one| self.agency_account(one)).collect(),
            referral: referral.into_iter().map(|(field, words)| (field, self.prose(&words))).collect(),
        }
    }

    fn agency_account(&self, agency: AgencyAccount) -> AgencyAccount {
        let AgencyAccount { id, name, kind, outcome, asked_on, names_searched } = agency;
        let other = self.agencies.get(&id).map(|(_, name)| name.clone());
        AgencyAccount {
            name: other.unwrap_or_else(|| self.prose(&name)),
            id: self.agency(id),
            kind: self.said(kind),
            outcome,
            asked_on,
            names_searched: self.all(names_searched),
        }
    }

    fn ledger(&self, ledger: Ledger) -> Ledger {
        let Ledger { returns, rows, entries, set_aside } = ledger;
        Ledger { returns: returns.into_iter().map(|one| self.sent(one)).collect(), rows, entries, set_aside }
    }

    fn sent(&self, sent: ReturnAccount) -> ReturnAccount {
        let ReturnAccount { file, agency, rows, entries, set_aside, preamble } = sent;
        let aside = |row: SetAsideAccount| {
            let SetAsideAccount { at, reason, text } = row;
            let text = match self.cells.get(&at) {
                Some(cells) => super::told(cells),
                None => self.redactor.counted(&text, &[]).text,
            };
            SetAsideAccount { at: self.place(at), reason: self.prose(&reason), text }
        };
        ReturnAccount {
            file: self.place(EntryId(file)).0,
            agency: self.agency(agency),
            rows,
            entries,
            set_aside: set_aside.into_iter().map(aside).collect(),
            preamble: preamble.iter().map(|line| self.redactor.counted(line, &[]).text).collect(),
        }
    }

    fn person(&self, person: PersonAccount) -> PersonAccount {
        let PersonAccount {
            id,
            name,
            also_known_as,
            born,
            sex,
            relation,
            on_front_sheet,
            lives_with_child,
            alleged_perpetrator,
            mentions,
        } = person;
        let hidden = self.people.get(&id).map(|instead| super::words::capital(&instead.words));
        let mention = |MentionAccount { entry, text }: MentionAccount| {
            let text = self.quote(&entry, &text);
            MentionAccount { entry: self.place(entry), text }
        };
        let open = |mention: &MentionAccount| self.unlinked.get(&mention.entry) != Some(&id);
        PersonAccount {
            name: hidden.clone().unwrap_or_else(|| self.prose(&name)),
            also_known_as: if hidden.is_some() { Vec::new() } else { self.all(also_known_as) },
            born: born.filter(|_| hidden.is_none() && !self.no_births),
            sex,
            relation: self.said(relation),
            on_front_sheet,
            lives_with_child,
            alleged_perpetrator,
            mentions: mentions.into_iter().filter(open).map(mention).collect(),
            id: self.who(id),
        }
    }

    fn entry(&self, entry: EntryAccount) -> EntryAccount {
        let EntryAccount { id, agency, date, known_on, age, text, cells, events, left_out, people, same_event_as } =
            entry;
        let passed = self.cells.get(&id);
        let shown = |(at, cell): (usize, CellAccount)| {
            let CellAccount { heading, text } = cell;
            let after = passed.and_then(|cells| cells.get(at)).map(|(_, after, _)| after.text.clone());
            CellAccount {
                heading: self.prose(&heading),
                text: after.unwrap_or_else(|| self.redactor.passage(&text, &[]).text),
            }
        };
        let left = |one: LeftOut| {
            let LeftOut { kind, words, why } = one;
            LeftOut { kind, words: self.quote(&id, &words), why: self.prose(&why) }
        };
        let unlinked = self.unlinked.get(&id);
        EntryAccount {
            agency: self.agency(agency),
            date: date.map(|when| self.when(when)),
            known_on: known_on.map(|day| self.day(day)),
            age,
            text: passed.map_or_else(|| self.redactor.passage(&text, &[]).text, super::told),
            cells: cells.into_iter().enumerate().map(shown).collect(),
            events: events.into_iter().map(|event| self.event(&id, event)).collect(),
            left_out: left_out.into_iter().map(left).collect(),
            people: people.into_iter().filter(|one| unlinked != Some(one)).map(|one| self.who(one)).collect(),
            same_event_as: self.places(same_event_as),
            id: self.place(id),
        }
    }

    fn event(&self, entry: &EntryId, event: EventAccount) -> EventAccount {
        let EventAccount { kind, words, mut people, status, manner, measure, detail } = event;
        let unlinked = self.unlinked.get(entry);
        people.retain(|_, person| unlinked != Some(person));
        let (words, detail) = (self.quote(entry, &words), self.quoted(entry, detail));
        EventAccount { kind, words, people: self.roles(people), status, manner, measure, detail }
    }

    fn tie(&self, tie: TieAccount) -> TieAccount {
        let TieAccount { person, relation, of, from, until, state, evidence } = tie;
        TieAccount {
            person: self.who(person),
            relation: self.prose(&relation),
            of: self.who(of),
            from: from.map(|day| self.day(day)),
            until: until.map(|day| self.day(day)),
            state,
            evidence: self.places(evidence),
        }
    }

    fn allegation(&self, allegation: AllegationAccount) -> AllegationAccount {
        let AllegationAccount {
            alleged_perpetrator,
            alleged_victim,
            familial,
            status,
            first_known,
            happened,
            told,
            said,
            outcomes,
            followed,
        } = allegation;
        let quote = |QuoteAccount { entry, words }: QuoteAccount| {
            let words = self.quote(&entry, &words);
            QuoteAccount { entry: self.place(entry), words }
        };
        let follow = |FollowedAccount { entry, kind, words }: FollowedAccount| {
            let words = self.quote(&entry, &words);
            FollowedAccount { entry: self.place(entry), kind, words }
        };
        AllegationAccount {
            alleged_perpetrator: self.who(alleged_perpetrator),
            alleged_victim: alleged_victim.map(|id| self.who(id)),
            familial,
            status,
            first_known: first_known.map(|day| self.day(day)),
            happened: happened.into_iter().map(quote).collect(),
            told: told.into_iter().map(quote).collect(),
            said: said.into_iter().map(|one| self.step(one)).collect(),
            outcomes: outcomes.into_iter().map(|one| self.step(one)).collect(),
            followed: followed.into_iter().map(follow).collect(),
        }
    }

    fn step(&self, step: AllegationStep) -> AllegationStep {
        let AllegationStep { entry, agency, date, status, decided, then, words, body, scheme, ask } = step;
        AllegationStep {
            agency: self.agency(agency),
            date: self.said(date),
            status,
            decided: self.said(decided),
            then: self.quoted(&entry, then),
            words: self.quote(&entry, &words),
            body: self.said(body),
            scheme: self.said(scheme),
            ask,
            entry: self.place(entry),
        }
    }

    fn finding(&self, finding: Finding) -> Finding {
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

    fn seen(&self, seen: Seen) -> Seen {
        let Seen { combined, by_agency } = seen;
        let alone = |(id, day): (AgencyId, Option<NaiveDate>)| (self.agency(id), day.map(|day| self.day(day)));
        Seen { combined: combined.map(|day| self.day(day)), by_agency: by_agency.into_iter().map(alone).collect() }
    }

    fn section_27(&self, answer: Section27) -> Section27 {
        Section27 { facts: self.all(answer.facts), evidence: self.places(answer.evidence), ..answer }
    }

    fn looked_at(&self, looked: LookedAt) -> LookedAt {
        let LookedAt { decision, by, on, why, since } = looked;
        LookedAt { decision, by: self.prose(&by), on, why: self.said(why), since: self.places(since) }
    }

    fn decision(&self, decision: DecisionAccount) -> DecisionAccount {
        let DecisionAccount { number, kind, words, people, ended, signed, taken_back, applied } = decision;
        let sign = |SignedAccount { by, on, why }: SignedAccount| SignedAccount {
            by: self.prose(&by),
            on,
            why: self.said(why),
        };
        DecisionAccount {
            number,
            kind,
            words: self.prose(&words),
            people: people.into_iter().map(|id| self.who(id)).collect(),
            ended: ended.map(|day| self.day(day)),
            signed: sign(signed),
            taken_back: taken_back.map(sign),
            applied,
        }
    }

    fn awareness(&self, awareness: Awareness) -> Awareness {
        let Awareness { facts, rows } = awareness;
        let fact = |FactAccount { kind, label, since, entry }: FactAccount| FactAccount {
            kind,
            label: self.prose(&label),
            since: self.day(since),
            entry: self.place(entry),
        };
        let cell = |AwarenessCell { state, on, entry, by }: AwarenessCell| AwarenessCell {
            state,
            on: on.map(|day| self.day(day)),
            entry: entry.map(|id| self.place(id)),
            by: by.map(|id| self.agency(id)),
        };
        let row = |AwarenessRow { agency, name, service, cells }: AwarenessRow| {
            let other = self.agencies.get(&agency).map(|(_, name)| name.clone());
            AwarenessRow {
                name: other.unwrap_or_else(|| self.prose(&name)),
                agency: self.agency(agency),
                service: self.said(service),
                cells: cells.into_iter().map(cell).collect(),
            }
        };
        Awareness { facts: facts.into_iter().map(fact).collect(), rows: rows.into_iter().map(row).collect() }
    }

    fn readiness(&self, item: ReadinessAccount) -> ReadinessAccount {
        let ReadinessAccount { id, label, question, known, unknown, ask } = item;
        let known_ = |KnownAccount { words, entries }: KnownAccount| {
            let words = self.near(&words, &entries);
            KnownAccount { words, entries: self.places(entries) }
        };
        ReadinessAccount {
            id,
            label,
            question,
            known: known.into_iter().map(known_).collect(),
            unknown: self.all(unknown),
            ask: ask.into_iter().map(|id| self.agency(id)).collect(),
        }
    }

    /// The tool's words with an entry's own in quotation marks: these become what they became there.
    fn near(&self, words: &str, entries: &[EntryId]) -> String {
        let mut out = String::new();
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('“') {
            let (inside, then) = after.split_once('”').unwrap_or((after, ""));
            let entry = entries
                .iter()
                .find(|id| self.cells.get(id).into_iter().flatten().any(|(text, _, _)| text.contains(inside)));
            let quote = entry.map_or_else(|| self.redactor.passage(inside, &[]).text, |id| self.quote(id, inside));
            out += &format!("{}“{quote}”", self.prose(before));
            rest = then;
        }
        out + &self.prose(rest)
    }

    fn action(&self, action: ActionAccount) -> ActionAccount {
        let ActionAccount { entry, agency, date, words, owner, due, done } = action;
        ActionAccount {
            agency: self.agency(agency),
            date: self.prose(&date),
            words: self.quote(&entry, &words),
            owner: self.quoted(&entry, owner),
            due: self.quoted(&entry, due),
            done: done.map(|id| self.place(id)),
            entry: self.place(entry),
        }
    }

    fn plan(&self, plan: PlanAccount) -> PlanAccount {
        let PlanAccount { label, agency, from, entry, last, until } = plan;
        PlanAccount {
            label: self.prose(&label),
            agency: self.agency(agency),
            from: self.day(from),
            entry: self.place(entry),
            last: self.place(last),
            until: until.map(|day| self.day(day)),
        }
    }

    fn provenance(&self, made: Provenance) -> Provenance {
        let Provenance { tool_version, program, rules, inputs, decisions, settings } = made;
        let input =
            |InputAccount { file, sha256 }: InputAccount| InputAccount { file: self.place(EntryId(file)).0, sha256 };
        let inputs = inputs.into_iter().map(input).collect();
        Provenance { tool_version, program, rules, inputs, decisions, settings }
    }

    fn note(&self, note: Note) -> Note {
        let Note { at, what, done, mend } = note;
        Note {
            at: self.prose(&self.place(EntryId(at)).0),
            what: self.prose(&what),
            done: self.prose(&done),
            mend: self.prose(&mend),
        }
    }
}
