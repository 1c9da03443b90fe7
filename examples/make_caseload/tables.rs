//! The children's social care work as tables of the Standard Safeguarding Dataset.

use crate::chance::Chance;
use crate::family::Family;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Rows by table.
#[derive(Default)]
pub struct Tables(BTreeMap<&'static str, Vec<String>>);

/// The headings of each table that is made.
const HEADINGS: &[(&str, &str)] = &[
    ("ssd_person", "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_is_mother"),
    ("ssd_mother", "moth_table_id,moth_person_id,moth_childs_person_id,moth_childs_dob"),
    ("ssd_family", "fami_table_id,fami_family_id,fami_person_id"),
    (
        "ssd_address",
        "addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,addr_address_postcode,addr_address_json",
    ),
    (
        "ssd_contacts",
        "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json",
    ),
    (
        "ssd_cin_episodes",
        "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_date,cine_close_reason",
    ),
    (
        "ssd_cin_assessments",
        "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date,cina_assessment_child_seen",
    ),
    ("ssd_assessment_factors", "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json"),
    (
        "ssd_s47_enquiry",
        "s47e_s47_enquiry_id,s47e_person_id,s47e_referral_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_outcome_json",
    ),
    (
        "ssd_initial_cp_conference",
        "icpc_icpc_id,icpc_person_id,icpc_s47_enquiry_id,icpc_icpc_date,icpc_icpc_outcome_cp_flag",
    ),
    (
        "ssd_cp_plans",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category",
    ),
    (
        "ssd_cin_visits",
        "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone",
    ),
    (
        "ssd_missing",
        "miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted",
    ),
    ("ssd_professionals", "prof_professional_id,prof_staff_id,prof_professional_name,prof_professional_job_title"),
];

impl Tables {
    fn row(&mut self, table: &'static str, cells: &[&str]) {
        let quoted = |cell: &&str| {
            if cell.contains(['"', ',']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { (*cell).to_owned() }
        };
        self.0.entry(table).or_default().push(cells.iter().map(quoted).collect::<Vec<_>>().join(","));
    }

    /// Adds a child's work.
    pub fn add(&mut self, family: &Family, chance: &mut Chance) {
        let (id, born) = (family.id.as_str(), stamp(family.born));
        let mother = format!("M{id}");
        let split = |name: &str| {
            name.split_once(' ').map(|(given, last)| (given.to_owned(), last.to_owned())).unwrap_or_default()
        };
        let (given, last) = split(&family.child);
        self.row("ssd_person", &[id, &given, &last, if family.girl { "F" } else { "M" }, &born, "N"]);
        let (given, last) = split(&family.mother.0);
        self.row("ssd_person", &[&mother, &given, &last, "F", &stamp(family.mother.1), "Y"]);
        self.row("ssd_mother", &["", &mother, id, &born]);
        self.row("ssd_family", &["", &format!("F{id}"), id]);
        self.row("ssd_family", &["", &format!("F{id}"), &mother]);
        let address = format!("{{\"STREET\":\"{}\"}}", family.address.0);
        self.row("ssd_address", &["", id, "Primary Address", &born, "", &family.address.1, &address]);
        for referral in 0..1 + chance.below(3) {
            self.referral(id, referral, chance.day(family.born, 365 * 14), chance);
        }
    }

    fn referral(&mut self, id: &str, number: usize, day: NaiveDate, chance: &mut Chance) {
        let referral = format!("{id}R{number}");
        let after = |days: u64| stamp(day.checked_add_days(Days::new(days)).unwrap_or(day));
        let source = chance.one(&["2A", "6", "3B", "1A"]);
        self.row(
            "ssd_contacts",
            &[&format!("{referral}C"), id, &after(0), source, "{\"OUTCOME_REFERRAL_FLAG\":\"Y\"}"],
        );
        self.row("ssd_cin_episodes", &[&referral, id, &after(1), "N1", source, "N", &after(400), "RC7"]);
        self.row(
            "ssd_cin_assessments",
            &[&format!("{referral}A"), id, &referral, &after(2), &after(45 + chance.below(40) as u64), "Y"],
        );
        let factors = chance.one(&["[\"3B\"]", "[\"19C\",\"16A\"]", "[\"11A\"]", "[\"21\"]"]);
        self.row("ssd_assessment_factors", &["", &format!("{referral}A"), factors]);
        if chance.percent(40) {
            let enquiry = format!("{referral}S");
            self.row(
                "ssd_s47_enquiry",
                &[&enquiry, id, &referral, &after(4), &after(19), "{\"OUTCOME_CP_CONFERENCE_FLAG\":\"Y\"}"],
            );
            self.row("ssd_initial_cp_conference", &[&format!("{referral}I"), id, &enquiry, &after(22), "Y"]);
            let category = chance.one(&["Neglect", "Emotional Abuse", "Sexual Abuse"]);
            self.row("ssd_cp_plans", &[&format!("{referral}P"), id, &after(22), &after(380), category, category]);
        }
        for visit in 0..chance.below(12) {
            let seen_alone = if chance.percent(70) { "Y" } else { "N" };
            self.row(
                "ssd_cin_visits",
                &[&format!("{referral}V{visit}"), id, &after(10 + 20 * visit as u64), "Y", seen_alone],
            );
        }
        if chance.percent(20) {
            self.row("ssd_missing", &["", id, &after(200), "M", &after(201), "Y", "N"]);
        }
    }

    /// Writes one file a table.
    pub fn write(mut self, folder: &Path) -> std::io::Result<()> {
        self.row("ssd_professionals", &["W1", "S1", "R Tull", "Social Worker"]);
        fs::create_dir_all(folder)?;
        for (name, headings) in HEADINGS {
            let rows = self.0.remove(name).unwrap_or_default().join("\n");
            fs::write(folder.join(format!("{name}.csv")), format!("{headings}\n{rows}\n"))?;
        }
        Ok(())
    }
}

fn stamp(day: NaiveDate) -> String {
    format!("{day} 00:00:00")
}
