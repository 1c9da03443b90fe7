//! What everyone in a family tree is to one of its children, each checked by hand: only parents and partners are
//! told, and every other word is worked out.

use lifespan::{ingest, people, relations};
use serde_json::json;

/// "child: father, mother"; with "adopted" before it where the two adopted the child.
const PARENTS: &[&str] = &[
    "Amy f: Tom, Jane",
    "Ben m: Tom, Jane",
    "Cal m: Tom, Rosa",
    "Dot f: Hugh, Jane",
    "adopted Kit m: Tom, Jane",
    "Tom m: Will, Ada",
    "Sue f: Will, Ada",
    "Max m: Will, Nell",
    "Jane f: Fred, Mary",
    "Joe m: Fred, Mary",
    "Fred m: Abel, Ruth",
    "Edna f: Abel, Ruth",
    "Abel m: Enos, Lois",
    "Iris f: Enos, Lois",
    "Enos m: Seth, Zoe",
    "Neil m: Paul, Sue",
    "Gwen f: Joe, Tina",
    "Lily f: Neil, Cora",
    "Rory m: Ivor, Lily",
    "Ivan m: Dai, Edna",
    "Olga f: Ivan, Vera",
    "Yves m: Carl, Olga",
    "Hal m: Ned, Iris",
    "Eve f: Ben, Liz",
    "Noa f: Ian, Eve",
    "Pip m: Cal, Meg",
    "Zac m: Leo, Dot",
    "Liz f: Alf, Bess",
];
/// Present and former partners.
const PARTNERS: &[(&str, &str, &str)] = &[
    ("Jane f", "wife", "Tom m"),
    ("Rosa f", "former wife", "Tom m"),
    ("Paul m", "husband", "Sue f"),
    ("Tina f", "wife", "Joe m"),
    ("Nell f", "partner", "Will m"),
    ("Liz f", "wife", "Ben m"),
    ("Leo m", "husband", "Dot f"),
    ("Ian m", "husband", "Eve f"),
    ("Cora f", "wife", "Neil m"),
    ("Dai m", "husband", "Edna f"),
];
/// From Amy's point of view.
const AMY: &[(&str, &str)] = &[
    ("Tom", "father"),
    ("Jane", "mother"),
    ("Ben", "brother"),
    ("Cal", "half-brother"),
    ("Dot", "half-sister"),
    ("Will", "paternal grandfather"),
    ("Mary", "maternal grandmother"),
    ("Abel", "maternal great-grandfather"),
    ("Lois", "maternal great-great-grandmother"),
    ("Seth", "maternal great-great-great-grandfather"),
    ("Sue", "paternal aunt"),
    ("Max", "paternal half-uncle"),
    ("Joe", "maternal uncle"),
    ("Edna", "maternal great-aunt"),
    ("Iris", "maternal great-great-aunt"),
    ("Neil", "cousin"),
    ("Gwen", "cousin"),
    ("Lily", "first cousin once removed (cousin's daughter)"),
    ("Rory", "first cousin twice removed (cousin's grandson)"),
    ("Ivan", "first cousin once removed (mother's cousin)"),
    ("Olga", "second cousin"),
    ("Yves", "second cousin once removed (second cousin's son)"),
    ("Hal", "first cousin twice removed (maternal grandfather's cousin)"),
    ("Eve", "niece"),
    ("Noa", "great-niece"),
    ("Pip", "half-nephew"),
    ("Zac", "half-nephew"),
    ("Kit", "mother's adopted son"),
    ("Paul", "paternal aunt's partner"),
    ("Liz", "brother's partner"),
    ("Rosa", "father's former partner"),
    ("Cora", "cousin's partner"),
];
/// From Ben's, who is grown and married.
const BEN: &[(&str, &str)] = &[
    ("Liz", "partner"),
    ("Alf", "father-in-law"),
    ("Bess", "mother-in-law"),
    ("Eve", "daughter"),
    ("Ian", "daughter's partner"),
    ("Noa", "granddaughter"),
    ("Amy", "sister"),
    ("Olga", "second cousin"),
];
/// From the great-grandfather's.
const ABEL: &[(&str, &str)] = &[
    ("Fred", "son"),
    ("Jane", "granddaughter"),
    ("Amy", "great-granddaughter"),
    ("Eve", "great-great-granddaughter"),
    ("Iris", "sister"),
    ("Hal", "nephew"),
    ("Olga", "great-granddaughter"),
    ("Dai", "daughter's partner"),
    ("Ruth", "daughter's mother"),
];

/// The words for what each person is to one of them.
fn told(child: &str, whom: &[(&str, &str)]) -> Vec<String> {
    let sex = |words: &str| words.split_once(' ').map(|(name, sex)| (name.to_owned(), sex.to_uppercase()));
    let mut names: Vec<(String, Option<String>)> = Vec::new();
    let mut ties = Vec::new();
    let mut known = |name: &str, sex: Option<&str>| {
        match names.iter_mut().find(|(other, _)| other == name) {
            Some((_, known)) => *known = sex.map(str::to_owned).or(known.take()),
            None => names.push((name.to_owned(), sex.map(str::to_owned))),
        };
    };
    for line in PARENTS {
        let adopted = line.strip_prefix("adopted ");
        let (child, parents) = adopted.unwrap_or(line).split_once(": ").expect("a child");
        let (child, child_sex) = sex(child).expect("a sex");
        let (father, mother) = parents.split_once(", ").expect("two parents");
        known(&child, Some(&child_sex));
        let adoptive = if adopted.is_some() { "adoptive " } else { "" };
        for (parent, word, sex) in [(father, "father", "M"), (mother, "mother", "F")] {
            known(parent, Some(sex));
            ties.push(json!({ "person": parent, "relation": format!("{adoptive}{word}"), "of": child }));
        }
    }
    for (person, relation, of) in PARTNERS {
        let ((person, its), (of, theirs)) = (sex(person).expect("a sex"), sex(of).expect("a sex"));
        known(&person, Some(&its));
        known(&of, Some(&theirs));
        ties.push(json!({ "person": person, "relation": relation, "of": of }));
    }
    let person = |(name, sex): &(String, Option<String>)| json!({ "id": name, "name": format!("{name} Of-The-{name}"), "sex": sex });
    let (first, rest): (Vec<_>, Vec<_>) = names.iter().partition(|(name, _)| name == child);
    let sheet = json!({
        "child": person(first[0]),
        "people": rest.into_iter().map(person).collect::<Vec<_>>(),
        "relationships": ties,
    });
    let front = ingest::front::read(&sheet.to_string()).expect("a front sheet").value;
    let people = people::who(&front, &[], &[], &[]);
    let kinship = relations::kinship::Kinship::of(&people);
    let words = |name: &str| {
        let person = people.persons.iter().find(|person| person.id.0 == name).expect("a person");
        kinship.to_child(&person.id).map_or_else(|| "nothing".to_owned(), |kin| kin.words())
    };
    whom.iter().map(|(name, _)| format!("{name}: {}", words(name))).collect()
}

fn wanted(whom: &[(&str, &str)]) -> Vec<String> {
    whom.iter().map(|(name, words)| format!("{name}: {words}")).collect()
}

#[test]
fn everyone_is_what_the_tree_makes_them_to_a_child() {
    assert_eq!(told("Amy", AMY), wanted(AMY));
}

#[test]
fn everyone_is_what_the_tree_makes_them_to_somebody_married() {
    assert_eq!(told("Ben", BEN), wanted(BEN));
}

#[test]
fn everyone_is_what_the_tree_makes_them_to_a_great_grandfather() {
    assert_eq!(told("Abel", ABEL), wanted(ABEL));
}
