//! The code sets of the dataset, each code in plain words.

/// A code and what it stands for.
pub type Code = (&'static str, &'static str);

/// The words for a code; the cell itself where it is none of the set.
pub fn decode(cell: &str, set: Option<&[Code]>) -> String {
    let cell = cell.trim();
    let found = set.unwrap_or_default().iter().find(|(code, _)| is_code(cell, code));
    found.map_or_else(|| cell.to_owned(), |(_, words)| (*words).to_owned())
}

/// Whether a set has a code.
pub fn knows(set: &[Code], cell: &str) -> bool {
    set.iter().any(|(code, _)| is_code(cell, code))
}

/// A code alone, or with its words after it: "C2", "C2 Full care order", "C2 - Full care order".
fn is_code(cell: &str, code: &str) -> bool {
    cell.get(..code.len()).is_some_and(|start| start.eq_ignore_ascii_case(code))
        && !cell[code.len()..].starts_with(|letter: char| letter.is_alphanumeric())
}

/// What is to follow, in words that do not read as though it had been done: the step itself has a row of its own.
pub fn next_step(words: &str) -> String {
    let lower = words.to_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| lower.contains(phrase));
    if says(&["strategy", "section 47", "s47"]) {
        "to go on to child protection procedures".to_owned()
    } else if says(&["conference", "icpc"]) {
        "to go on to conference".to_owned()
    } else if says(&["no further action", "nfa"]) {
        "no further service".to_owned()
    } else {
        words.to_owned()
    }
}

/// The set with a name, as the tables' words ask for it.
pub fn set(name: &str) -> Option<&'static [Code]> {
    SETS.iter().find(|(known, _)| *known == name).map(|(_, set)| *set)
}

const SETS: &[(&str, &[Code])] = &[
    ("abuse", ABUSE),
    ("closure", CLOSURE),
    ("care plan", CARE_PLAN),
    ("ceased", CEASED),
    ("change", CHANGE),
    ("disability", DISABILITY),
    ("factors", FACTORS),
    ("legal", LEGAL),
    ("missing", MISSING),
    ("need", NEED),
    ("part", PARTICIPATION),
    ("placement", PLACEMENT),
    ("provider", PROVIDER),
    ("reversed", REVERSED),
    ("source", SOURCE),
    ("started", STARTED),
];

/// Categories of abuse.
const ABUSE: &[Code] = &[
    ("NEG", "neglect"),
    ("EMO", "emotional abuse"),
    ("PHY", "physical abuse"),
    ("SAB", "sexual abuse"),
    ("MUL", "multiple categories"),
    ("Neglect", "neglect"),
    ("Emotional Abuse", "emotional abuse"),
    ("Physical Abuse", "physical abuse"),
    ("Sexual Abuse", "sexual abuse"),
];

const NEED: &[Code] = &[
    ("N1", "abuse or neglect"),
    ("N2", "child's disability"),
    ("N3", "parental illness or disability"),
    ("N4", "family in acute stress"),
    ("N5", "family dysfunction"),
    ("N6", "socially unacceptable behaviour"),
    ("N7", "low income"),
    ("N8", "absent parenting"),
    ("N9", "cases other than children in need"),
    ("N0", "not stated"),
];

const SOURCE: &[Code] = &[
    ("1A", "a family member, relative or carer"),
    ("1B", "an acquaintance, neighbour or child minder"),
    ("1C", "the child"),
    ("1D", "another individual"),
    ("2A", "school"),
    ("2B", "education services"),
    ("3A", "the GP"),
    ("3B", "the health visitor"),
    ("3C", "the school nurse"),
    ("3D", "other primary health services"),
    ("3E", "the accident and emergency department"),
    ("3F", "other health services"),
    ("4", "housing"),
    ("5A", "social care services of the authority"),
    ("5B", "other services of the authority"),
    ("5C", "another authority's services"),
    ("5D", "early help"),
    ("6", "police"),
    ("7", "another legal agency"),
    ("8", "another agency"),
    ("9", "somebody anonymous"),
    ("10", "an unknown source"),
];

const CLOSURE: &[Code] = &[
    ("RC1", "adopted"),
    ("RC2", "died"),
    ("RC3", "child arrangements order"),
    ("RC4", "special guardianship order"),
    ("RC5", "transferred to services of another local authority"),
    ("RC6", "transferred to adult social care services"),
    ("RC7", "services ceased for any other reason"),
    ("RC8", "after assessment, no further service"),
    ("RC9", "after assessment, on to early help"),
];

/// Factors at the end of an assessment.
pub const FACTORS: &[Code] = &[
    ("1A", "alcohol misuse by the child"),
    ("1B", "alcohol misuse by a parent or carer"),
    ("1C", "alcohol misuse by another person in the household"),
    ("2A", "drug misuse by the child"),
    ("2B", "drug misuse by a parent or carer"),
    ("2C", "drug misuse by another person in the household"),
    ("3A", "domestic abuse of the child"),
    ("3B", "domestic abuse of a parent or carer"),
    ("3C", "domestic abuse of another person in the household"),
    ("4A", "mental health of the child"),
    ("4B", "mental health of a parent or carer"),
    ("4C", "mental health of another person in the household"),
    ("5A", "learning disability of the child"),
    ("5B", "learning disability of a parent or carer"),
    ("5C", "learning disability of another person in the household"),
    ("6A", "physical disability or illness of the child"),
    ("6B", "physical disability or illness of a parent or carer"),
    ("6C", "physical disability or illness of another person in the household"),
    ("7A", "the child as a young carer"),
    ("8B", "privately fostered, overseas child who intends to return"),
    ("8C", "privately fostered, overseas child who intends to stay"),
    ("8D", "privately fostered, UK child in educational placement"),
    ("8E", "privately fostered, UK child making alternative family arrangements"),
    ("8F", "privately fostered, other"),
    ("9A", "unaccompanied asylum-seeking child"),
    ("10A", "child going missing"),
    ("11A", "sexual exploitation of the child"),
    ("12A", "trafficking of the child"),
    ("13A", "involvement in gangs"),
    ("14A", "socially unacceptable behaviour"),
    ("15A", "self-harm by the child"),
    ("16A", "neglect of the child"),
    ("17A", "emotional abuse of the child"),
    ("18B", "physical abuse of the child by another child"),
    ("18C", "physical abuse of the child by an adult"),
    ("19B", "sexual abuse of the child (child on child)"),
    ("19C", "sexual abuse of the child (adult on child)"),
    ("20", "another factor"),
    ("21", "no factors identified"),
    ("22A", "female genital mutilation"),
    ("23A", "abuse linked to faith or belief"),
    ("24A", "criminal exploitation of the child"),
];

const LEGAL: &[Code] = &[
    ("C1", "interim care order"),
    ("C2", "full care order"),
    ("D1", "freeing order granted"),
    ("E1", "placement order granted"),
    ("V2", "accommodated under section 20"),
    ("V3", "short-term breaks, each recorded"),
    ("V4", "short-term breaks, by agreement"),
    ("L1", "police protection, in local authority accommodation"),
    ("L2", "emergency protection order"),
    ("L3", "child assessment order, in local authority accommodation"),
    ("J1", "remanded to local authority accommodation or youth detention accommodation"),
    ("J2", "local authority accommodation under the Police and Criminal Evidence Act 1984"),
    ("J3", "youth rehabilitation order with a residence or intensive fostering requirement"),
];

const MISSING: &[Code] = &[
    ("M", "missing from care"),
    ("A", "away without authorisation"),
    ("Missing", "missing"),
    ("Absent", "absent without permission"),
];

/// Why an episode of being looked after began.
const STARTED: &[Code] = &[
    ("S", "Became looked after"),
    ("P", "Still looked after, change of placement"),
    ("L", "Still looked after, change of legal status"),
    ("T", "Still looked after, change of placement with the same carer"),
    ("B", "Still looked after, change of legal status and placement"),
    ("U", "Still looked after, change of legal status and placement with the same carer"),
];

/// Why an episode of being looked after ended.
const CEASED: &[Code] = &[
    ("X1", "New episode of being looked after from the same or the next day"),
    ("E11", "Discharged from care, looked after until this day: adopted"),
    ("E12", "Discharged from care, looked after until this day: adopted, consent dispensed with"),
    ("E2", "Discharged from care, looked after until this day: died"),
    ("E3", "Discharged from care, looked after until this day: care taken over by another authority"),
    (
        "E4A",
        "Discharged from care, looked after until this day: returned home to live with parents, in line with the care plan",
    ),
    (
        "E4B",
        "Discharged from care, looked after until this day: returned home to live with parents, not in line with the care plan",
    ),
    ("E41", "Discharged from care, looked after until this day: child arrangements order granted"),
    ("E45", "Discharged from care, looked after until this day: special guardianship order to former foster carers"),
    ("E46", "Discharged from care, looked after until this day: special guardianship order to a relative or friend"),
    (
        "E47",
        "Discharged from care, looked after until this day: special guardianship order to former foster carers, other",
    ),
    ("E48", "Discharged from care, looked after until this day: special guardianship order to other carers"),
    ("E5", "Discharged from care, looked after until this day: independent living with support"),
    ("E6", "Discharged from care, looked after until this day: independent living without support"),
    ("E7", "Discharged from care, looked after until this day: transferred to adult social care"),
    ("E8", "Discharged from care, looked after until this day: another reason"),
    ("E9", "Discharged from care, looked after until this day: sentenced to custody"),
    ("E13", "Discharged from care, looked after until this day: left the authority's accommodation"),
    ("E14", "Discharged from care, looked after until this day: accommodation on remand ended"),
    ("E15", "Discharged from care, looked after until this day: age assessment found 18 or over"),
    ("E16", "Discharged from care, looked after until this day: moved abroad"),
    ("E17", "Discharged from care, looked after until this day: aged 18 and staying with current carers"),
];

const PLACEMENT: &[Code] = &[
    ("U1", "foster care by a relative or friend, long term"),
    ("U2", "foster care by a relative or friend who is also to adopt"),
    ("U3", "foster care by a relative or friend, not long term"),
    ("U4", "foster care, not by a relative or friend, long term"),
    ("U5", "foster care, not by a relative or friend who is also to adopt"),
    ("U6", "foster care, not by a relative or friend, not long term"),
    ("A3", "placed for adoption with consent, with current foster carer"),
    ("A4", "placed for adoption with consent, not with current foster carer"),
    ("A5", "placed for adoption with placement order, with current foster carer"),
    ("A6", "placed for adoption with placement order, not with current foster carer"),
    ("K1", "secure children's home"),
    ("K2", "children's home"),
    ("H5", "semi-independent living accommodation"),
    ("P1", "placed with own parents"),
    ("P2", "independent living"),
    ("P3", "residential employment"),
    ("R1", "residential care home"),
    ("R2", "NHS or other establishment that gives medical or nursing care"),
    ("R3", "family centre or mother and baby unit"),
    ("R5", "young offender institution or prison"),
    ("S1", "residential school"),
    ("T0", "temporary move, all types"),
    ("T1", "temporary stay in hospital"),
    ("T2", "temporary absence on holiday"),
    ("T3", "temporary stay, normal foster carer on holiday"),
    ("T4", "temporary accommodation of seven days or less"),
    ("Z1", "other placement"),
];

const CHANGE: &[Code] = &[
    ("CARPL", "change to or implementing care plan"),
    ("CLOSE", "resignation or closure of provision"),
    ("ALLEG", "an allegation against the carers or the home"),
    ("STAND", "concern about standards of care"),
    ("APPRR", "approval removed"),
    ("CREQB", "carer asked for the placement to end, behaviour"),
    ("CREQO", "carer asked for the placement to end, other reasons"),
    ("CHILD", "child asked for the placement to end"),
    ("LAREQ", "authority asked for the placement to end"),
    ("PLACE", "change in the status of the placement only"),
    ("CUSTOD", "custody arrangement"),
    ("OTHER", "other reasons"),
];

const PROVIDER: &[Code] = &[
    ("PR0", "parents or others with parental responsibility"),
    ("PR1", "own provision of the authority"),
    ("PR2", "another authority's provision"),
    ("PR3", "other public provision"),
    ("PR4", "private provision"),
    ("PR5", "voluntary sector provision"),
];

const CARE_PLAN: &[Code] = &[
    ("REMAINSUP", "remain with or return to the family with support"),
    ("RETURN1M", "return to the family within a month"),
    ("RETURN6M", "return to the family within six months"),
    ("RETURNEV", "eventual return to the family"),
    ("LTRELFR", "long term with relatives or friends"),
    ("LTFOST18", "long-term foster care"),
    ("RESPLMT", "residential care until 18"),
    ("SUPPLIV", "supported living in the community"),
    ("ADOPTION", "adoption"),
    ("OTHER", "another plan"),
];

const REVERSED: &[Code] = &[
    ("RD1", "the child's needs changed after the decision"),
    ("RD2", "the court did not make a placement order"),
    ("RD3", "prospective adopters could not be found"),
    ("RD4", "any other reason"),
];

/// How a child took part in a review.
const PARTICIPATION: &[Code] = &[
    ("PN0", "under four at the time"),
    ("PN1", "attended and spoke for themselves"),
    ("PN2", "attended and an advocate spoke for them"),
    ("PN3", "attended and conveyed their views without words"),
    ("PN4", "attended and conveyed no views"),
    ("PN5", "did not attend, an advocate spoke for them"),
    ("PN6", "did not attend, conveyed their views"),
    ("PN7", "did not attend, conveyed no views"),
];

const DISABILITY: &[Code] = &[
    ("NONE", "none"),
    ("MOB", "mobility"),
    ("HAND", "hand function"),
    ("PC", "personal care"),
    ("INC", "incontinence"),
    ("COMM", "communication"),
    ("LD", "learning"),
    ("HEAR", "hearing"),
    ("VIS", "vision"),
    ("BEH", "behaviour"),
    ("CON", "consciousness"),
    ("AUT", "autism"),
    ("DDA", "another disability"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_alone_or_before_its_words() {
        let legal = set("legal");
        assert_eq!(decode("C2", legal), "full care order");
        assert_eq!(decode("c2 - Full care order", legal), "full care order");
        assert_eq!(decode("C20", legal), "C20");
        assert_eq!(decode("Missing", set("missing")), "missing");
    }
}
