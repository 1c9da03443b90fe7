//! Plain words for what the data holds: days, counts, kinds of event, states, statuses, roles.
//!
//! Every word that a page or the summary adds comes from here or from a template; the agencies' own words never do.

use crate::findings::Priority;
use crate::model::{EventKind, Manner, Measure, Status, TieState, When};
use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as people say it: "5 March 2018".
pub fn day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), MONTHS[date.month0() as usize], date.year())
}

/// The day, where a date names one; else the date as it was written.
pub fn when(when: &When) -> String {
    if when.is_day() { day(when.earliest) } else { when.written.clone() }
}

/// What the tool took a written date to mean: a day, or the first and the last day it can mean.
pub fn span(when: &When) -> String {
    if when.is_day() { day(when.earliest) } else { format!("between {} and {}", day(when.earliest), day(when.latest)) }
}

/// A date in EDTF as people say it, where it is a year, a month or a day; else as it stands.
pub fn edtf(date: &str) -> String {
    let parts: Vec<Option<u32>> = date.split('-').map(|part| part.parse().ok()).collect();
    let month = |number: u32| MONTHS.get(number.wrapping_sub(1) as usize);
    match parts[..] {
        [Some(year), Some(number), Some(of_month)] if month(number).is_some() => {
            format!("{of_month} {} {year}", MONTHS[number as usize - 1])
        }
        [Some(year), Some(number)] if month(number).is_some() => format!("{} {year}", MONTHS[number as usize - 1]),
        _ => date.to_owned(),
    }
}

/// A number of things: "1 entry", "12 entries".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A choice as people say it: "6, 12 or 24".
pub fn or(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

/// A tie's word as the middle of a sentence: "is brother of", "lives with", "is in contact with".
pub fn relation(relation: &str) -> String {
    let says = |starts: &[&str]| starts.iter().any(|start| relation.starts_with(start));
    if says(&["lives ", "lived ", "looks ", "looked ", "cares ", "is ", "was "]) {
        relation.to_owned()
    } else if says(&["in contact", "restricted ", "alleged "]) {
        format!("is {relation}")
    } else {
        format!("is {relation} of")
    }
}

/// A whole number of years and months between two days: "7 years 8 months".
pub fn lapse(from: NaiveDate, to: NaiveDate) -> String {
    let months =
        (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32 - i32::from(to.day() < from.day());
    let (years, months) = ((months / 12).max(0) as usize, (months % 12).max(0) as usize);
    match (years, months) {
        (0, 0) => "less than a month".to_owned(),
        (0, months) => count(months, "month", "months"),
        (years, 0) => count(years, "year", "years"),
        (years, months) => format!("{} {}", count(years, "year", "years"), count(months, "month", "months")),
    }
}

/// The child's age beside an entry: "aged 7", "7 months", "before birth".
pub fn aged(age: &str) -> String {
    if age.starts_with(|letter: char| letter.is_ascii_digit()) && !age.contains("month") && !age.contains("week") {
        format!("aged {age}")
    } else {
        age.to_owned()
    }
}

/// The heading under which findings of one priority stand.
pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Act => "Act first",
        Priority::Check => "Find out",
        Priority::Note => "Worth knowing",
    }
}

/// The priority as the data spells it, for style and links.
pub fn priority_id(priority: Priority) -> &'static str {
    match priority {
        Priority::Act => "act",
        Priority::Check => "check",
        Priority::Note => "note",
    }
}

/// A rule's state in words; a state without words of its own is shown as it stands.
pub fn state(state: &str) -> String {
    match state {
        "breached" => "Contact recorded while a restriction on it was in force",
        "evidenced" => "Contact with the child recorded since the allegation",
        "through-household" => "In contact with someone who lives with or cares for the child",
        "restricted" => "A restriction or custody is in force and no breach of it is recorded",
        "not-known-to-have-ended" => "Nothing recorded says that contact ended",
        other => return other.replace('-', " "),
    }
    .to_owned()
}

/// The contact state of someone for whom the rules found no open route to the child.
pub const NO_ROUTE: &str = "No open route to the child is shown in the returns supplied";

/// A status with a capital, for a label.
pub fn status(status: Status) -> String {
    capital(status.words())
}

/// What to call the person against whom an allegation stands: alleged, unless a court decided.
pub fn alleged(status: Status) -> &'static str {
    match status {
        Status::Convicted => "Convicted",
        Status::FoundInFamilyCourt => "Found by the family court to have abused",
        _ => "Alleged perpetrator",
    }
}

/// What must stand beside an outcome so that nobody reads more into it than it says.
pub fn caution(status: Status) -> Option<&'static str> {
    match status {
        Status::Retracted | Status::NoFurtherAction | Status::NotCharged | Status::Unsubstantiated => {
            Some("No further action, a decision not to charge or a retraction is not the same as disproved.")
        }
        Status::Acquitted => Some(
            "The person was acquitted. The allegation stays in the history with that outcome: \
             an acquittal says that a criminal court was not sure, not what happened.",
        ),
        Status::OutcomeNotRecorded | Status::Alleged | Status::Suspected | Status::UnderInvestigation => {
            Some("No outcome is recorded in the returns supplied. That is a question to ask, not an answer.")
        }
        _ => None,
    }
}

/// A role in words: `alleged_perpetrator` becomes "alleged perpetrator".
pub fn role(role: &str) -> String {
    match role {
        "with" => "with or for".to_owned(),
        "person" => "who".to_owned(),
        "reporter" => "told by".to_owned(),
        other => other.replace('_', " "),
    }
}

/// Whether a tie still stands, in words.
pub fn tie_state(state: TieState) -> &'static str {
    match state {
        TieState::Open => "no end recorded",
        TieState::Ended => "recorded as ended",
        TieState::NotKnown => "not known whether it still stands",
    }
}

/// The words with a capital letter first.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How people were in contact.
pub fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Direct => "seen together",
        Manner::Household => "in one household",
        Manner::Care => "looking after",
        Manner::Supervised => "supervised",
        Manner::Indirect => "by phone, letter or online",
    }
}

/// What restricted contact.
pub fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Bail => "bail",
        Measure::Licence => "licence",
        Measure::Order => "court order",
        Measure::WarningNotice => "warning notice",
        Measure::SafetyPlan => "safety plan",
        Measure::WrittenAgreement => "written agreement",
        Measure::Custody => "custody",
        Measure::Arrangement => "arrangement",
    }
}

/// What the tool calls a kind of event.
pub fn kind(kind: EventKind) -> &'static str {
    use EventKind::*;
    match kind {
        SexualAbuseAllegation => "allegation of sexual abuse",
        ExploitationConcern => "concern of exploitation",
        HarmfulSexualBehaviour => "harmful sexual behaviour by a child",
        Contact => "contact",
        ContactEnded => "contact ended",
        ContactRestricted => "contact restricted",
        RestrictionBreached => "restriction breached",
        RestrictionLifted => "restriction lifted",
        HouseholdJoined => "joined the household",
        HouseholdLeft => "left the household",
        RelationshipBegan => "relationship began",
        RelationshipEnded => "relationship ended",
        Birth => "birth",
        Death => "death",
        Custody => "custody",
        Release => "release",
        Referral => "referral",
        StrategyDiscussion => "strategy discussion",
        Section47 => "section 47 enquiry",
        Assessment => "assessment",
        Conference => "child protection conference",
        CpPlan => "child protection plan",
        LookedAfter => "looked after",
        PlacementMove => "placement move",
        LegalOrder => "court order",
        Missing => "missing",
        ReturnInterview => "return interview",
        Screening => "exploitation screening",
        Panel => "panel",
        Nrm => "National Referral Mechanism",
        ServiceReferral => "referral to a service",
        ServiceStart => "service began",
        ServiceEnd => "service ended",
        SexualHealth => "sexual health",
        Action => "action agreed",
        Outcome => "outcome",
        EducationChange => "change of education",
        MoveArea => "move of area",
        ChildsVoice => "the child's voice",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, of_month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, of_month).expect("a real day")
    }

    #[test]
    fn dates_are_said_as_people_say_them() {
        assert_eq!(day(on(2010, 6, 5)), "5 June 2010");
        assert_eq!(edtf("1976"), "1976");
        assert_eq!(edtf("1976-09"), "September 1976");
        assert_eq!(edtf("2003-05-17"), "17 May 2003");
        assert_eq!(edtf("1976~"), "1976~");
        assert_eq!(lapse(on(2010, 6, 15), on(2018, 3, 1)), "7 years 8 months");
        assert_eq!(lapse(on(2018, 2, 27), on(2018, 3, 1)), "less than a month");
    }

    #[test]
    fn ages_read_as_words() {
        assert_eq!(aged("7"), "aged 7");
        assert_eq!(aged("6 or 7"), "aged 6 or 7");
        assert_eq!(aged("7 months"), "7 months");
        assert_eq!(aged("before birth"), "before birth");
    }
}
