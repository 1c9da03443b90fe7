//! Who the people of an extract are, by which ids rows point to them, and each row in words.

use super::fill::fill;
use super::row::{Header, Row};
use super::tables::{Fact, Link, Table, Use};
use super::{codes, json};
use crate::intake::{Went, csv_line};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Tables whose rows alone make nobody a child of the service.
const ABOUT_ANYBODY: &[&str] = &["ssd_address", "ssd_linked_identifiers", "ssd_disability"];

/// A person of the extract.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Every name on their rows, the first first.
    pub names: Vec<String>,
    /// Date of birth, else the expected one, as written.
    pub born: Option<String>,
    /// Date of death, as written.
    pub died: Option<String>,
    /// `F` or `M`.
    pub sex: Option<&'static str>,
    /// NHS number.
    pub nhs_number: Option<String>,
    /// Whether a row says that they are somebody's mother.
    pub is_mother: bool,
    /// Whether a row of the service's work is about them.
    pub is_served: bool,
    /// Whether a row says who they are.
    pub is_listed: bool,
    /// Where they live or lived.
    pub addresses: Vec<Address>,
}

/// An address: words, postcode, from, until.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// As on a letter.
    pub words: String,
    /// Its postcode.
    pub postcode: Option<String>,
    /// First day, as written.
    pub from: Option<String>,
    /// Last day, as written; none where they still live there.
    pub until: Option<String>,
}

/// Everything that rows point to.
#[derive(Default)]
pub struct Register {
    /// People by their ids.
    pub people: BTreeMap<String, Person>,
    /// Members of each family.
    pub families: BTreeMap<String, BTreeSet<String>>,
    /// Mothers of each child.
    pub mothers: BTreeMap<String, BTreeSet<String>>,
    links: HashMap<(Link, String), (String, Option<String>)>,
    workers: HashMap<String, String>,
    teams: HashMap<String, String>,
}

/// A row, told.
pub struct Told {
    /// Where it went.
    pub went: Went,
    /// Whose it is, and the lines for their return.
    pub lines: Option<(String, Vec<Vec<u8>>)>,
}

impl Register {
    /// Takes from a row who somebody is, and by which ids other rows point to them.
    pub fn learn(&mut self, header: &Header, row: &Row<'_>) {
        let table = header.table;
        match table.is {
            Use::Person => self.person(row),
            Use::Family => {
                if let (Some(family), Some(person)) = (row.id("fami_family_id"), row.id("fami_person_id")) {
                    self.families.entry(family.to_owned()).or_default().insert(person.to_owned());
                }
            }
            Use::Mother => self.mother(row),
            Use::Names => self.name(row),
            Use::Facts => self.pointer(table, row),
        }
    }

    fn person(&mut self, row: &Row<'_>) {
        let Some(id) = row.id("pers_person_id") else { return };
        let person = self.people.entry(id.to_owned()).or_default();
        person.is_listed = true;
        let name =
            [row.get("pers_forename"), row.get("pers_surname")].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && !person.names.contains(&name) {
            person.names.push(name);
        }
        let or = |had: &Option<String>, field: &str| had.clone().or_else(|| row.get(field).map(day));
        person.born = or(&or(&person.born, "pers_dob"), "pers_expected_dob");
        person.died = or(&person.died, "pers_death_date");
        person.nhs_number = person.nhs_number.clone().or_else(|| row.id("pers_common_child_id").map(str::to_owned));
        person.sex =
            person.sex.or_else(|| row.get("pers_sex").and_then(sex)).or_else(|| row.get("pers_gender").and_then(sex));
        person.is_mother |= row.get("pers_is_mother").is_some_and(json::is_yes);
    }

    fn mother(&mut self, row: &Row<'_>) {
        let (Some(mother), Some(child)) = (row.id("moth_person_id"), row.id("moth_childs_person_id")) else { return };
        self.mothers.entry(child.to_owned()).or_default().insert(mother.to_owned());
        self.people.entry(mother.to_owned()).or_default().is_mother = true;
        self.people.entry(child.to_owned()).or_default();
    }

    fn name(&mut self, row: &Row<'_>) {
        let words = |fields: &[&str]| fields.iter().filter_map(|field| row.get(field)).collect::<Vec<_>>().join(", ");
        if let Some(id) = row.id("prof_professional_id") {
            self.workers.insert(id.to_owned(), words(&["prof_professional_name", "prof_professional_job_title"]));
        }
        if let Some(id) = row.id("dept_team_id") {
            self.teams.insert(id.to_owned(), words(&["dept_team_name"]));
        }
    }

    fn pointer(&mut self, table: &Table, row: &Row<'_>) {
        let direct = table.whose.iter().find(|(field, link)| *link == Link::Person && row.id(field).is_some());
        let Some(person) = direct.and_then(|(field, _)| row.id(field)).map(str::to_owned) else { return };
        let date = table.facts.iter().rev().find_map(|fact| row.get(fact.when)).map(day);
        for (field, link) in table.known_as {
            if let Some(id) = row.id(field) {
                self.links.insert((*link, id.to_owned()), (person.clone(), date.clone()));
            }
        }
        // Where a table's person field holds another id, as that of permanence does, no new person is made of it.
        if table.name == "ssd_permanence" && !self.people.contains_key(&person) {
            return;
        }
        let person = self.people.entry(person).or_default();
        person.is_served |= !ABOUT_ANYBODY.contains(&table.name);
        if table.name == "ssd_address" {
            person.addresses.push(address(row));
        }
    }

    /// Whether a person has a case of their own: everyone but a mother about whom no row of the service's work is.
    pub fn has_case(&self, id: &str) -> bool {
        self.people.get(id).is_some_and(|person| person.is_served || !person.is_mother)
    }

    /// Whether a person is on the front sheet of a child's case.
    fn is_on_a_front(&self, id: &str) -> bool {
        self.mothers.iter().any(|(child, mothers)| mothers.contains(id) && self.has_case(child))
    }

    /// A row in words, for the child that it is about.
    pub fn tell(&self, header: &Header, row: &Row<'_>) -> Told {
        let table = header.table;
        let went = |went: Went| Told { went, lines: None };
        let aside = |reason: String| went(Went::Aside(reason));
        match table.is {
            Use::Names => went(Went::Named),
            Use::Person => match row.id("pers_person_id") {
                None => aside("it has no person id".to_owned()),
                Some(id) if self.has_case(id) || self.is_on_a_front(id) => went(Went::Front),
                Some(_) => aside("it is a mother whose child is not in the extract".to_owned()),
            },
            Use::Family => self.family_row(row).map_or_else(aside, went),
            Use::Mother => self.mother_row(row).map_or_else(aside, went),
            Use::Facts => match self.whose(table, row) {
                Err(reason) => aside(reason),
                Ok((id, _)) if !self.has_case(&id) && table.name == "ssd_address" && self.is_on_a_front(&id) => {
                    went(Went::Front)
                }
                Ok((id, _)) if !self.has_case(&id) => {
                    aside("it is about a mother who has no case of her own".to_owned())
                }
                Ok((id, date)) => {
                    let lines = self.lines(table, row, date.as_deref());
                    Told { went: Went::Return, lines: Some((id, lines)) }
                }
            },
        }
    }

    fn family_row(&self, row: &Row<'_>) -> Result<Went, String> {
        let (Some(family), Some(_)) = (row.id("fami_family_id"), row.id("fami_person_id")) else {
            return Err("it has no family id or no person id".to_owned());
        };
        let members = self.families.get(family).map_or(0, BTreeSet::len);
        if members > 1 { Ok(Went::Front) } else { Err("nobody else of the family is in the extract".to_owned()) }
    }

    fn mother_row(&self, row: &Row<'_>) -> Result<Went, String> {
        let (Some(_), Some(child)) = (row.id("moth_person_id"), row.id("moth_childs_person_id")) else {
            return Err("it has no id of the mother or of the child".to_owned());
        };
        if self.has_case(child) { Ok(Went::Front) } else { Err("the child is not in the extract".to_owned()) }
    }

    /// Whose a row is, and the day of what it points to.
    fn whose(&self, table: &Table, row: &Row<'_>) -> Result<(String, Option<String>), String> {
        let mut reason = "no id says whose it is".to_owned();
        for (field, link) in table.whose {
            let Some(id) = row.id(field) else { continue };
            if *link == Link::Person && self.people.contains_key(id) {
                return Ok((id.to_owned(), None));
            }
            match self.links.get(&(*link, id.to_owned())) {
                Some((person, date)) => return Ok((person.clone(), date.clone())),
                None => reason = format!("its {field} is in no table that says whose it is"),
            }
        }
        Err(reason)
    }

    /// The lines of a child's return: one for each fact of the row, or one without a day where none is dated.
    fn lines(&self, table: &Table, row: &Row<'_>, date: Option<&str>) -> Vec<Vec<u8>> {
        let dated: Vec<&Fact> = table.facts.iter().filter(|fact| row.get(fact.when).is_some()).collect();
        let facts = if dated.is_empty() { table.facts.first().into_iter().collect() } else { dated };
        let mut used: BTreeSet<&str> =
            table.whose.iter().filter(|(_, link)| *link == Link::Person).map(|(field, _)| *field).collect();
        used.extend([table.by.0, table.by.1, table.each.0]);
        used.extend(facts.iter().flat_map(|fact| [fact.when, fact.until]));
        let mut said: Vec<Said> =
            facts.iter().enumerate().flat_map(|(at, fact)| said(table, fact, at, row, &mut used)).collect();
        let outcome = fill(table.outcome, row, &mut used);
        if let Some(last) = said.last_mut() {
            last.outcome = outcome;
        }
        let voice = fill(table.voice, row, &mut used);
        let worker = self.named(&self.workers, row.id(table.by.0));
        let team = self.named(&self.teams, row.id(table.by.1));
        let line = |(at, one): (usize, Said)| {
            let when = if one.when.is_empty() { date.unwrap_or_default() } else { &one.when };
            let reference = if at == 0 { reference(row, &used) } else { row.at.clone() };
            csv_line([when, &one.until, &one.category, &one.event, &one.outcome, &voice, worker, team, &reference])
        };
        said.into_iter().enumerate().map(line).collect()
    }

    fn named<'n>(&self, names: &'n HashMap<String, String>, id: Option<&'n str>) -> &'n str {
        id.map_or("", |id| names.get(id).filter(|name| !name.is_empty()).map_or(id, String::as_str))
    }
}

/// A fact in words.
struct Said {
    when: String,
    until: String,
    category: String,
    event: String,
    outcome: String,
}

/// A fact in words, or several where one field holds several; none where a later fact of the row has no words.
fn said<'t>(table: &'t Table, fact: &'t Fact, at: usize, row: &Row<'_>, used: &mut BTreeSet<&'t str>) -> Vec<Said> {
    let event = fill(fact.event, row, used);
    if event.is_empty() && at > 0 {
        return Vec::new();
    }
    let category = fill(fact.category, row, used);
    let date = |field: &str| row.get(field).map(day).unwrap_or_default();
    let one = |event: String| Said {
        when: date(fact.when),
        until: date(fact.until),
        category: category.clone(),
        event,
        outcome: String::new(),
    };
    let parts = row.get(table.each.0).map(|cell| json::parts(cell, codes::set(table.each.1))).unwrap_or_default();
    match parts.is_empty() {
        true => vec![one(event.replace('*', "none given"))],
        false => parts.iter().map(|part| one(event.replace('*', part))).collect(),
    }
}

/// Where a row stands in the extract, and what of it is in no other column.
fn reference(row: &Row<'_>, used: &BTreeSet<&str>) -> String {
    let left = row.fields().filter(|(name, _)| {
        !used.iter().any(|field| field == name || field.ends_with(name) && field.len() == name.len() + 5)
    });
    let left = left.map(|(name, cell)| format!("{name}: {cell}"));
    let beyond = row.beyond.iter().map(|cell| (*cell).to_owned());
    [row.at.clone()].into_iter().chain(left).chain(beyond).collect::<Vec<_>>().join("; ")
}

fn address(row: &Row<'_>) -> Address {
    Address {
        words: row.get("addr_address_json").map(json::address).unwrap_or_default(),
        postcode: row.get("addr_address_postcode").map(str::to_owned),
        from: row.get("addr_address_start_date").map(day),
        until: row.get("addr_address_end_date").map(day),
    }
}

/// A day as written, without a time of midnight.
fn day(cell: &str) -> String {
    let bare = cell
        .split_once(['T', ' '])
        .filter(|(_, time)| time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.' | b'Z')));
    bare.map_or(cell, |(day, _)| day).to_owned()
}

fn sex(cell: &str) -> Option<&'static str> {
    match cell.to_lowercase().as_str() {
        "2" | "f" | "female" => Some("F"),
        "1" | "m" | "male" => Some("M"),
        _ => None,
    }
}
