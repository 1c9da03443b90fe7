//! The front sheet: from the words of `case.json` to a [`FrontSheet`].
//!
//! Only what leaves nobody to write about stops the run: words that are no JSON, no child, no name. Anything
//! else that is odd becomes a note, and what can be used is used.

mod fields;
pub mod wire;

use super::headings;
use super::written_date::{self, Frame};
use crate::error::Error;
use crate::model::{
    Address, Agency, AgencyId, Answer, FrontPerson, FrontSheet, Meaning, Note, Noted, PersonId, Referral, Relationship,
    Settings, Sex, When,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use wire::{WireAddress, WireAgency, WireCase, WirePerson, WireRelationship};

/// The name under which the front sheet is cited.
pub const FILE: &str = "case.json";

/// Reads the words of `case.json`.
pub fn read(text: &str) -> Result<Noted<FrontSheet>, Error> {
    let wire: WireCase = serde_json::from_str(text).map_err(|error| {
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or(&what);
        Error::new(
            format!("{FILE}, line {}, column {}", error.line(), error.column()),
            format!("the front sheet cannot be read: {what}"),
            "Mend the file at that place. Often a comma or a quotation mark is missing just before it.",
        )
    })?;
    let mut reader = Reader { notes: fields::unknown(text), frame: Frame::default() };
    let front = reader.front(wire)?;
    Ok(Noted { value: front, notes: reader.notes })
}

/// Keeps the notes made on the way.
struct Reader {
    notes: Vec<Note>,
    frame: Frame,
}

impl Reader {
    fn front(&mut self, wire: WireCase) -> Result<FrontSheet, Error> {
        let child = wire.child.ok_or_else(|| {
            Error::new(
                FILE,
                "the front sheet names no child",
                "Add: \"child\": { \"name\": \"...\", \"born\": \"2010-05-31\" }",
            )
        })?;
        let mut ids = Vec::new();
        let child = self.person(child, "child", &mut ids).ok_or_else(|| {
            Error::new(FILE, "the child has no name", "Add the child's full name: \"name\": \"...\" under \"child\".")
        })?;
        self.frame.born.clone_from(&child.born);
        if child.born.is_none() {
            self.note(
                "child",
                "no date of birth is given",
                "Ages cannot be shown.",
                "Add \"born\" to the child, as exactly as it is known.",
            );
        }
        let mut people = Vec::new();
        for (index, person) in wire.people.into_iter().enumerate() {
            let place = format!("people, number {}", index + 1);
            match self.person(person, &place, &mut ids) {
                Some(person) => people.push(person),
                None => self.note(
                    &place,
                    "a person without a name",
                    "They were left out.",
                    "Add their name, or words such as “unknown male”.",
                ),
            }
        }
        let relationships = wire.relationships.into_iter().filter_map(|tie| self.relationship(tie, &ids)).collect();
        let agencies = self.agencies(wire.agencies);
        let headings = wire.headings.into_iter().map(|(agency, columns)| (AgencyId(agency), columns)).collect();
        let referral = wire.referral.unwrap_or_default();
        Ok(FrontSheet {
            reference: wire.reference.map(|text| text.0),
            child,
            people,
            relationships,
            agencies,
            referral: Referral {
                to: referral.to,
                reason: referral.reason,
                prepared_by: referral.prepared_by,
                prepared_on: self.when("referral, prepared_on", referral.prepared_on),
            },
            as_at: self.day("as_at", wire.as_at),
            handling: wire.handling,
            headings,
            settings: self.settings(wire.settings),
        })
    }

    fn person(&mut self, wire: WirePerson, place: &str, ids: &mut Vec<PersonId>) -> Option<FrontPerson> {
        let name = wire.name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())?;
        let sex = wire.sex.as_deref().and_then(|sex| match sex.trim().to_lowercase().as_str() {
            "f" | "female" | "girl" | "woman" => Some(Sex::F),
            "m" | "male" | "boy" | "man" => Some(Sex::M),
            _ => None,
        });
        Some(FrontPerson {
            id: self.id(wire.id, &name, place, ids),
            also_known_as: wire.also_known_as.into_iter().filter(|name| !name.trim().is_empty()).collect(),
            born: self.when(&format!("{place}, born"), wire.born),
            died: self.when(&format!("{place}, died"), wire.died),
            sex,
            nhs_number: wire.nhs_number.map(|text| text.0),
            relation: wire.relation.filter(|relation| !relation.trim().is_empty()),
            lives_with_child: wire.lives_with_child,
            addresses: wire.addresses.into_iter().map(|one| self.address(place, one)).collect(),
            name,
        })
    }

    fn address(&mut self, place: &str, wire: WireAddress) -> Address {
        let place = format!("{place}, addresses");
        let postcode = wire.postcode.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
        Address {
            words: wire.address.trim().to_owned(),
            postcode,
            from: self.when(&place, wire.from),
            until: self.when(&place, wire.until),
        }
    }

    /// The id given, else one made from the name; no two alike.
    fn id(&mut self, given: Option<wire::Text>, name: &str, place: &str, ids: &mut Vec<PersonId>) -> PersonId {
        let given = given.map(|id| id.0).filter(|id| !id.trim().is_empty());
        let wanted = given.clone().unwrap_or_else(|| headings::folded(name).replace(' ', "-"));
        let mut id = PersonId(wanted.clone());
        let mut number = 2;
        while ids.contains(&id) {
            id = PersonId(format!("{wanted}-{number}"));
            number += 1;
        }
        if given.is_some() && id.0 != wanted {
            self.note(
                place,
                &format!("the id “{wanted}” is used twice"),
                &format!("This one was called “{id}”."),
                "Give each person an id of their own.",
            );
        }
        ids.push(id.clone());
        id
    }

    fn relationship(&mut self, wire: WireRelationship, ids: &[PersonId]) -> Option<Relationship> {
        for name in [&wire.person, &wire.of] {
            if !ids.iter().any(|id| id.0 == *name) {
                self.note(
                    "relationships",
                    &format!("“{name}” is nobody's id"),
                    "The relationship was left out.",
                    "Use the id of the child or of someone under people.",
                );
                return None;
            }
        }
        Some(Relationship {
            from: self.when("relationships, from", wire.from),
            until: self.when("relationships, until", wire.until),
            person: PersonId(wire.person),
            relation: wire.relation,
            of: PersonId(wire.of),
            source: wire.source,
        })
    }

    fn agencies(&mut self, wires: Vec<WireAgency>) -> Vec<Agency> {
        let mut agencies: Vec<Agency> = Vec::new();
        for wire in wires {
            let name = wire.name.clone().unwrap_or_default();
            let id = wire.id.map(|id| id.0).unwrap_or_else(|| headings::folded(&name).replace(' ', "-"));
            if id.trim().is_empty() {
                self.note("agencies", "an agency without id or name", "It was left out.", "Add its name.");
                continue;
            }
            if agencies.iter().any(|agency| agency.id.0 == id) {
                self.note(
                    "agencies",
                    &format!("the agency “{id}” is listed twice"),
                    "Both were kept.",
                    "Give each agency an id of its own.",
                );
            }
            agencies.push(Agency {
                name: wire.name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| id.clone()),
                kind: wire.kind,
                returns: wire.returns,
                asked_on: self.when(&format!("agencies, {id}, asked_on"), wire.asked_on),
                names_searched: wire.names_searched,
                outcome: self.outcome(&id, wire.outcome.as_deref()),
                id: AgencyId(id),
            });
        }
        agencies
    }

    fn outcome(&mut self, agency: &str, written: Option<&str>) -> Option<Answer> {
        let written = written?;
        match headings::folded(written).as_str() {
            "return" => Some(Answer::Return),
            "nothing known" => Some(Answer::NothingKnown),
            "no reply" => Some(Answer::NoReply),
            _ => {
                let what = format!("the outcome “{written}” is none of: return, nothing known, no reply");
                self.note(&format!("agencies, {agency}"), &what, "It was left out.", "Write one of the three.");
                None
            }
        }
    }

    /// The limits of rules: the defaults, and what the case sets instead.
    fn settings(&mut self, written: BTreeMap<String, serde_json::Value>) -> Settings {
        let mut settings = Settings::default();
        for (name, value) in written {
            let limit = value.as_u64().and_then(|number| u32::try_from(number).ok());
            if !limit.is_some_and(|limit| settings.set(&name, limit)) {
                let known: Vec<&str> = Settings::default().fields().into_iter().map(|(name, _)| name).collect();
                self.note(
                    &format!("settings, {name}"),
                    &format!("“{name}: {value}” is no limit that can be set"),
                    "The default was kept.",
                    &format!("Give a whole number to one of: {}.", known.join(", ")),
                );
            }
        }
        settings
    }

    /// A date as exactly as it is known.
    fn when(&mut self, place: &str, written: Option<wire::Text>) -> Option<When> {
        let written = written.map(|text| text.0).filter(|text| !text.trim().is_empty())?;
        match written_date::read(&written, &self.frame) {
            Ok(reading) => {
                for remark in reading.remarks {
                    self.note(
                        place,
                        &format!("“{written}”: {remark}"),
                        "It was kept so.",
                        "If that is not what was meant, write it as 2010-05-31.",
                    );
                }
                Some(reading.when)
            }
            Err(why) => {
                self.note(
                    place,
                    &format!("“{written}” is not readable as a date: {why}"),
                    "It was left out.",
                    "Write it as 2010-05-31, or as 2010-05 or 2010 where no more is known.",
                );
                None
            }
        }
    }

    /// A date that must be one day.
    fn day(&mut self, place: &str, written: Option<wire::Text>) -> Option<NaiveDate> {
        let when = self.when(place, written)?;
        if !when.is_day() {
            self.note(
                place,
                &format!("“{}” is not one day", when.written),
                "Its last day was taken.",
                "Write it as 2010-05-31.",
            );
        }
        Some(when.latest)
    }

    fn note(&mut self, place: &str, what: &str, done: &str, mend: &str) {
        let note = Note { at: format!("{FILE}, {place}"), what: what.into(), done: done.into(), mend: mend.into() };
        self.notes.push(note);
    }
}

/// What the front sheet says a column is, for one agency, with a note for each word that names no meaning.
pub fn said(front: &FrontSheet, agency: &AgencyId) -> Noted<super::header::Said> {
    let mut said = Noted::<super::header::Said>::default();
    for (heading, word) in front.headings.get(agency).into_iter().flatten() {
        match meaning_word(word) {
            Some(meaning) => {
                said.value.insert(headings::folded(heading), meaning);
            }
            None => said.notes.push(Note {
                at: format!("{FILE}, headings, {agency}"),
                what: format!("“{word}” names no kind of column"),
                done: format!("The column “{heading}” was told by its own words."),
                mend: "Write one of: happened, until, time, learned, recorded, event, action, outcome, source, professional, \
                       people, voice, impact, opinion, category, service, sequence, unknown."
                    .into(),
            }),
        }
    }
    said
}

/// A meaning by its own name, or by any heading that has it.
fn meaning_word(word: &str) -> Option<Meaning> {
    match headings::folded(word).as_str() {
        "happened" => Some(Meaning::Happened),
        "learned" => Some(Meaning::Learned),
        "until" => Some(Meaning::Until),
        "opinion" => Some(Meaning::Opinion),
        "unknown" => Some(Meaning::Unknown),
        folded => Some(headings::meaning(folded)).filter(|meaning| *meaning != Meaning::Unknown),
    }
}
