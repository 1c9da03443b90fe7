//! The tables of the dataset: whose each row is, and what its facts are called in the field's words.
//!
//! The words are such that the reader understands them: "Section 47 enquiry started." What a row holds beyond them goes
//! with it as its reference.

/// What an id points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// A person.
    Person,
    /// A referral, with its episode of need.
    Referral,
    /// An assessment.
    Assessment,
    /// A section 47 enquiry.
    Enquiry,
    /// A child protection plan.
    Plan,
    /// A time of being looked after.
    Care,
    /// A record of special educational needs.
    Needs,
}

/// What becomes of a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Who somebody is.
    Person,
    /// Who belongs to one family.
    Family,
    /// Who is whose mother.
    Mother,
    /// Workers and teams, by their ids.
    Names,
    /// Entries of the child's return.
    Facts,
}

/// A fact of a row, dated by one of its fields.
pub struct Fact {
    /// The field that dates it; empty for a fact without a day.
    pub when: &'static str,
    /// The field that says until when; empty where none does.
    pub until: &'static str,
    /// What kind of entry it is.
    pub category: &'static str,
    /// What happened.
    pub event: &'static str,
}

/// A table.
pub struct Table {
    /// Its published name.
    pub name: &'static str,
    /// What its fields begin with.
    pub prefix: &'static str,
    /// What its rows are for.
    pub is: Use,
    /// The fields that say whose a row is, the likeliest first.
    pub whose: &'static [(&'static str, Link)],
    /// The fields by which other rows point to this one.
    pub known_as: &'static [(&'static str, Link)],
    /// Its facts.
    pub facts: &'static [Fact],
    /// What came of it: goes with the last of its facts.
    pub outcome: &'static str,
    /// A field that holds several facts, and the set of their codes: each takes the place of the star.
    pub each: (&'static str, &'static str),
    /// The child's own answers.
    pub voice: &'static str,
    /// The fields that hold the ids of the worker and of the team.
    pub by: (&'static str, &'static str),
}

const fn fact(when: &'static str, until: &'static str, category: &'static str, event: &'static str) -> Fact {
    Fact { when, until, category, event }
}

const EMPTY: Table = Table {
    name: "",
    prefix: "",
    is: Use::Facts,
    whose: &[],
    known_as: &[],
    facts: &[],
    outcome: "",
    each: ("", ""),
    voice: "",
    by: ("", ""),
};

use Link::{Assessment, Care, Enquiry, Needs, Person, Plan, Referral};

/// Every table.
#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table { name: "ssd_person", prefix: "pers_", is: Use::Person, whose: &[("pers_person_id", Person)], ..EMPTY },
    Table { name: "ssd_family", prefix: "fami_", is: Use::Family, whose: &[("fami_person_id", Person)], ..EMPTY },
    Table { name: "ssd_mother", prefix: "moth_", is: Use::Mother, whose: &[("moth_childs_person_id", Person)], ..EMPTY },
    Table { name: "ssd_professionals", prefix: "prof_", is: Use::Names, ..EMPTY },
    Table { name: "ssd_department", prefix: "dept_", is: Use::Names, ..EMPTY },
    Table {
        name: "ssd_address", prefix: "addr_", whose: &[("addr_person_id", Person)],
        facts: &[fact("addr_address_start_date", "addr_address_end_date", "Address", "Address from this day[: {addr_address_json}][, {addr_address_postcode}][ ({addr_address_type})].")],
        ..EMPTY
    },
    Table {
        name: "ssd_linked_identifiers", prefix: "link_", whose: &[("link_person_id", Person)],
        facts: &[fact("link_valid_from_date", "link_valid_to_date", "Identifier", "Identifier on the case system[: {link_identifier_type}][ {link_identifier_value}].")],
        ..EMPTY
    },
    Table {
        name: "ssd_disability", prefix: "disa_", whose: &[("disa_person_id", Person)],
        facts: &[fact("", "", "Disability", "Disability on the case system[: {disa_disability_code~disability}].")],
        ..EMPTY
    },
    Table {
        name: "ssd_contacts", prefix: "cont_", whose: &[("cont_person_id", Person)],
        facts: &[fact("cont_contact_date", "", "Contact", "Contact received[ from {cont_contact_source_desc|cont_contact_source_code~source}].")],
        outcome: "{cont_contact_outcome_json~next}", ..EMPTY
    },
    Table {
        name: "ssd_early_help_episodes", prefix: "earl_", whose: &[("earl_person_id", Person)],
        facts: &[
            fact("earl_episode_start_date", "earl_episode_end_date", "Early help", "Early help episode started[, {earl_episode_organisation}][. Reason: {earl_episode_reason}]."),
            fact("earl_episode_end_date", "", "Early help", "Early help ended[. Reason: {earl_episode_end_reason}]."),
        ],
        by: ("earl_episode_worker_id", ""), ..EMPTY
    },
    Table {
        name: "ssd_cin_episodes", prefix: "cine_", whose: &[("cine_person_id", Person)], known_as: &[("cine_referral_id", Referral)],
        facts: &[
            fact("cine_referral_date", "", "Referral", "Referral received[ from {cine_referral_source_desc|cine_referral_source_code~source}].[ Primary need: {cine_cin_primary_need_code~need}.][ Decided: {cine_referral_outcome_json~next}.][ {cine_referral_nfa?No further service.:}]"),
            fact("cine_close_date", "", "Closure", "Case closed[: {cine_close_reason~closure}]."),
        ],
        by: ("cine_referral_worker_id", "cine_referral_team"), ..EMPTY
    },
    Table {
        name: "ssd_cin_assessments", prefix: "cina_", whose: &[("cina_person_id", Person), ("cina_referral_id", Referral)], known_as: &[("cina_assessment_id", Assessment)],
        facts: &[
            fact("cina_assessment_start_date", "", "Assessment", "Child and family assessment started."),
            fact("cina_assessment_auth_date", "", "Assessment", "Child and family assessment completed and authorised.[ {cina_assessment_child_seen?Child seen during the assessment.:Child not seen during the assessment.}]"),
        ],
        outcome: "{cina_assessment_outcome_json~next}[ {cina_assessment_outcome_nfa?No further service.:}]",
        by: ("cina_assessment_worker_id", "cina_assessment_team"), ..EMPTY
    },
    Table {
        name: "ssd_assessment_factors", prefix: "cinf_", whose: &[("cinf_assessment_id", Assessment)],
        facts: &[fact("", "", "Assessment factor", "Factor at the end of the assessment: *.")],
        each: ("cinf_assessment_factors_json", "factors"), ..EMPTY
    },
    Table {
        name: "ssd_cin_plans", prefix: "cinp_", whose: &[("cinp_person_id", Person), ("cinp_referral_id", Referral)],
        facts: &[
            fact("cinp_cin_plan_start_date", "cinp_cin_plan_end_date", "Child in need plan", "Child in need plan started."),
            fact("cinp_cin_plan_end_date", "", "Child in need plan", "Child in need plan ended."),
        ],
        by: ("cinp_cin_plan_worker_id", "cinp_cin_plan_team"), ..EMPTY
    },
    Table {
        name: "ssd_cin_visits", prefix: "cinv_", whose: &[("cinv_person_id", Person)],
        facts: &[fact("cinv_cin_visit_date", "", "Visit", "Child in need visit.[ {cinv_cin_visit_seen?Child seen.:Child not seen.}][ {cinv_cin_visit_seen_alone?Seen alone.:Not seen alone.}][ {cinv_cin_visit_bedroom?Bedroom seen.:Bedroom not seen.}]")],
        ..EMPTY
    },
    Table {
        name: "ssd_s47_enquiry", prefix: "s47e_", whose: &[("s47e_person_id", Person), ("s47e_referral_id", Referral)], known_as: &[("s47e_s47_enquiry_id", Enquiry)],
        facts: &[
            fact("s47e_s47_start_date", "s47e_s47_end_date", "Section 47 enquiry", "Section 47 enquiry started."),
            fact("s47e_s47_end_date", "", "Section 47 enquiry", "Section 47 enquiry completed."),
        ],
        outcome: "[After the enquiry: {s47e_s47_outcome_json~next}.][ {s47e_s47_nfa?No further action.:}]",
        by: ("s47e_s47_completed_by_worker_id", "s47e_s47_completed_by_team"), ..EMPTY
    },
    Table {
        name: "ssd_initial_cp_conference", prefix: "icpc_", whose: &[("icpc_person_id", Person), ("icpc_s47_enquiry_id", Enquiry), ("icpc_referral_id", Referral)],
        facts: &[fact("icpc_icpc_date", "", "Initial child protection conference", "Initial child protection conference held.[ {icpc_icpc_transfer_in?Transfer in conference.:}][ {icpc_icpc_outcome_cp_flag?Child made subject to a child protection plan.:No child protection plan made.}]")],
        outcome: "{icpc_icpc_outcome_json~next}", by: ("icpc_icpc_worker_id", "icpc_icpc_team"), ..EMPTY
    },
    Table {
        name: "ssd_cp_plans", prefix: "cppl_", whose: &[("cppl_person_id", Person), ("cppl_referral_id", Referral)], known_as: &[("cppl_cp_plan_id", Plan)],
        facts: &[
            fact("cppl_cp_plan_start_date", "cppl_cp_plan_end_date", "Child protection plan[: {cppl_cp_plan_initial_category|cppl_cp_plan_latest_category~abuse}]", "Child made subject to a child protection plan[ under the category of {cppl_cp_plan_initial_category~abuse}].[ Latest category: {cppl_cp_plan_latest_category~abuse}.][ {cppl_cp_plan_ola?Plan of another authority.:}]"),
            fact("cppl_cp_plan_end_date", "", "Child protection plan", "Child protection plan ended."),
        ],
        ..EMPTY
    },
    Table {
        name: "ssd_cp_visits", prefix: "cppv_", whose: &[("cppv_person_id", Person), ("cppv_cp_plan_id", Plan)],
        facts: &[fact("cppv_cp_visit_date", "", "Visit", "Child protection visit.[ {cppv_cp_visit_seen?Child seen.:Child not seen.}][ {cppv_cp_visit_seen_alone?Seen alone.:Not seen alone.}][ {cppv_cp_visit_bedroom?Bedroom seen.:Bedroom not seen.}]")],
        ..EMPTY
    },
    Table {
        name: "ssd_cp_reviews", prefix: "cppr_", whose: &[("cppr_person_id", Person), ("cppr_cp_plan_id", Plan)],
        facts: &[fact("cppr_cp_review_date", "", "Review child protection conference", "Review child protection conference held.[ {cppr_cp_review_outcome_continue_cp?Child protection plan to continue.:Child protection plan to end.}][ {cppr_cp_review_quorate?Quorate.:Not quorate.}][ Child: {cppr_cp_review_participation~part}.]")],
        ..EMPTY
    },
    Table {
        name: "ssd_cla_episodes", prefix: "clae_", whose: &[("clae_person_id", Person), ("clae_referral_id", Referral)], known_as: &[("clae_cla_id", Care), ("clae_cla_episode_id", Care), ("clae_cla_placement_id", Care)],
        facts: &[
            fact("clae_cla_episode_start_date", "clae_cla_episode_ceased_date", "Looked after", "[{clae_cla_episode_start_reason~started}. ]Looked-after child.[ Primary need: {clae_cla_primary_need_code~need}.][ Entered care on {clae_entered_care_date}.]"),
            fact("clae_cla_episode_ceased_date", "", "End of episode", "[{clae_cla_episode_ceased_reason~ceased}.]"),
        ],
        ..EMPTY
    },
    Table {
        name: "ssd_cla_placement", prefix: "clap_", whose: &[("clap_person_id", Person), ("clap_cla_id", Care), ("clap_cla_placement_id", Care)],
        facts: &[
            fact("clap_cla_placement_start_date", "clap_cla_placement_end_date", "Placement", "New placement[: {clap_cla_placement_type~placement}][, {clap_cla_placement_provider~provider}][, {clap_cla_placement_distance} miles from home]."),
            fact("clap_cla_placement_end_date", "", "Placement", "Last day of the placement[: {clap_cla_placement_change_reason~change}]."),
        ],
        ..EMPTY
    },
    Table {
        name: "ssd_cla_reviews", prefix: "clar_", whose: &[("clar_cla_id", Care), ("clar_person_id", Person)],
        facts: &[fact("clar_cla_review_date", "", "Looked-after review", "Looked-after review.[ {clar_cla_review_cancelled?Cancelled.:}][ Child: {clar_cla_review_participation~part}.]")],
        ..EMPTY
    },
    Table {
        name: "ssd_cla_visits", prefix: "clav_", whose: &[("clav_person_id", Person), ("clav_cla_id", Care)],
        facts: &[fact("clav_cla_visit_date", "", "Visit", "Visit to the looked-after child.[ {clav_cla_visit_seen?Child seen.:Child not seen.}][ {clav_cla_visit_seen_alone?Seen alone.:Not seen alone.}]")],
        ..EMPTY
    },
    Table {
        name: "ssd_cla_care_plan", prefix: "lacp_", whose: &[("lacp_person_id", Person)],
        facts: &[fact("lacp_cla_care_plan_start_date", "lacp_cla_care_plan_end_date", "Care plan", "Care plan from this day[: {lacp_cla_care_plan_json~care plan}].")],
        ..EMPTY
    },
    Table {
        name: "ssd_cla_convictions", prefix: "clac_", whose: &[("clac_person_id", Person)],
        facts: &[fact("clac_cla_conviction_date", "", "Offence", "Offence by the child[: {clac_cla_conviction_offence}].")],
        ..EMPTY
    },
    Table {
        name: "ssd_cla_health", prefix: "clah_", whose: &[("clah_person_id", Person)],
        facts: &[fact("clah_health_check_date", "", "Health check", "Health check of the looked-after child[: {clah_health_check_type}][, {clah_health_check_status}].")],
        ..EMPTY
    },
    Table {
        name: "ssd_cla_substance_misuse", prefix: "clas_", whose: &[("clas_person_id", Person)],
        facts: &[fact("clas_substance_misuse_date", "", "Substance misuse", "Substance misuse by the child recorded[: {clas_substance_misused}].[ {clas_intervention_received?Intervention received.:No intervention received.}]")],
        ..EMPTY
    },
    Table {
        name: "ssd_legal_status", prefix: "lega_", whose: &[("lega_person_id", Person)],
        facts: &[fact("lega_legal_status_start_date", "lega_legal_status_end_date", "Legal status", "Legal status from this day[: {lega_legal_status~legal}].")],
        ..EMPTY
    },
    Table {
        name: "ssd_missing", prefix: "miss_", whose: &[("miss_person_id", Person)],
        facts: &[fact("miss_missing_episode_start_date", "miss_missing_episode_end_date", "Missing", "Child went missing[: {miss_missing_episode_type~missing}].[ Returned on {miss_missing_episode_end_date}.]")],
        outcome: "[{miss_missing_rhi_offered?Return interview offered.:No return interview offered.}][ {miss_missing_rhi_accepted?Return interview accepted.:Return interview declined.}]",
        ..EMPTY
    },
    Table {
        name: "ssd_care_leavers", prefix: "clea_", whose: &[("clea_person_id", Person)],
        facts: &[
            fact("clea_care_leaver_latest_contact", "", "Care leaver", "Latest contact with the care leaver.[ Eligibility: {clea_care_leaver_eligibility}.][ In touch: {clea_care_leaver_in_touch}.][ Accommodation: {clea_care_leaver_accommodation}.][ Suitability: {clea_care_leaver_accom_suitable}.][ Activity: {clea_care_leaver_activity}.]"),
            fact("clea_pathway_plan_review_date", "", "Care leaver", "Pathway plan reviewed."),
        ],
        by: ("clea_care_leaver_worker_id", "clea_care_leaver_allocated_team"), ..EMPTY
    },
    Table {
        name: "ssd_sdq_scores", prefix: "csdq_", whose: &[("csdq_person_id", Person)],
        facts: &[fact("csdq_sdq_completed_date", "", "Strengths and difficulties questionnaire", "Strengths and difficulties questionnaire[: score {csdq_sdq_score}][, reason {csdq_sdq_reason}].")],
        ..EMPTY
    },
    Table {
        name: "ssd_pre_proceedings", prefix: "prep_", whose: &[("prep_person_id", Person)],
        facts: &[
            fact("prep_pre_pro_decision_date", "", "Pre-proceedings", "Agreed to enter pre-proceedings.[ Legal gateway meeting: {prep_legal_gateway_outcome}.]"),
            fact("prep_initial_pre_pro_meeting_date", "", "Pre-proceedings", "First pre-proceedings meeting.[ {prep_pre_pro_parents_legal_rep?Parents had legal representation.:Parents had no legal representation.}]"),
            fact("prep_pre_pro_letter_date", "", "Pre-proceedings", "Pre-proceedings letter and plan sent to the parents."),
            fact("prep_care_pro_letter_date", "", "Care proceedings", "Letter of issue of care proceedings sent to the parents.[ {prep_care_proc_short_notice?Short notice application.:}]"),
            fact("prep_agree_stepdown_issue_date", "", "Pre-proceedings", "Agreed to step down from pre-proceedings or to issue care proceedings."),
        ],
        outcome: "{prep_pre_pro_outcome}[ Plan at the first hearing: {prep_la_initial_care_plan}.][ Plan at the final hearing: {prep_la_final_care_plan}.]", ..EMPTY
    },
    Table {
        name: "ssd_permanence", prefix: "perm_", whose: &[("perm_person_id", Person), ("perm_cla_id", Care), ("perm_person_id", Care)],
        facts: &[
            fact("perm_adm_decision_date", "", "Permanence", "The agency agreed that the child should be placed for adoption."),
            fact("perm_ffa_cp_decision_date", "", "Permanence", "Agreed: fostering for adoption or concurrent planning."),
            fact("perm_placement_order_date", "", "Permanence", "Placement order made."),
            fact("perm_matched_date", "", "Permanence", "Child matched to prospective adopters."),
            fact("perm_placed_for_adoption_date", "", "Permanence", "Child placed for adoption."),
            fact("perm_placed_ffa_cp_date", "", "Permanence", "Child placed with fostering for adoption or concurrent planning carers."),
            fact("perm_placed_foster_carer_date", "", "Permanence", "Child first placed with the foster carers who adopt."),
            fact("perm_decision_reversed_date", "", "Permanence", "Agreed that the child should no longer be placed for adoption[: {perm_decision_reversed_reason~reversed}]."),
            fact("perm_permanence_order_date", "", "Permanence", "Order for permanence made[: {perm_permanence_order_type}]."),
        ],
        by: ("perm_adoption_worker_id", ""), ..EMPTY
    },
    Table {
        name: "ssd_immigration_status", prefix: "immi_", whose: &[("immi_person_id", Person)],
        facts: &[fact("immi_immigration_status_start_date", "immi_immigration_status_end_date", "Immigration status", "Immigration status from this day[: {immi_immigration_status}].")],
        ..EMPTY
    },
    Table {
        name: "ssd_send", prefix: "send_", whose: &[("send_person_id", Person)], known_as: &[("send_table_id", Needs)],
        facts: &[fact("", "", "Special educational needs", "Special educational needs on the case system.")],
        ..EMPTY
    },
    Table {
        name: "ssd_ehcp_requests", prefix: "ehcr_", whose: &[("ehcr_send_table_id", Needs), ("ehcr_person_id", Person)],
        facts: &[
            fact("ehcr_ehcp_req_date", "", "Education, health and care plan", "Request for an education, health and care plan received."),
            fact("ehcr_ehcp_req_outcome_date", "", "Education, health and care plan", "Answer to the request for an education, health and care plan[: {ehcr_ehcp_req_outcome}]."),
        ],
        ..EMPTY
    },
    Table {
        name: "ssd_involvements", prefix: "invo_", whose: &[("invo_person_id", Person), ("invo_referral_id", Referral)],
        facts: &[fact("invo_involvement_start_date", "invo_involvement_end_date", "Involvement", "Worker involved from this day[: {invo_professional_role_id}].[ Reason for the change of worker: {invo_worker_change_reason}.]")],
        by: ("invo_professional_id", "invo_professional_team"), ..EMPTY
    },
    Table {
        name: "ssd_voice_of_child", prefix: "voch_", whose: &[("voch_person_id", Person)],
        facts: &[fact("", "", "Voice of the child", "Questions to the child about the work with the family.")],
        voice: "[Why people are worried was explained in a way I understand: {voch_explained_worries?yes:no}.][ Words and pictures help me to understand: {voch_story_help_understand?yes:no}.][ I agree with what my worker says needs to happen: {voch_agree_worker?yes:no}.][ The plan tells everyone what to do to keep me safe: {voch_plan_safe?yes:no}.][ Writing or drawing helped me to explain: {voch_tablet_help_explain?yes:no}.]",
        ..EMPTY
    },
];
