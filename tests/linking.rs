//! Which entries are one person: small made-up registers with known answers, and what must hold for any register.

use lifespan::linking::{
    Address, Birth, Decision, Identifier, Links, Person, PersonName, Pool, clusters, clusters::Why, link, register,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A pair by its ids, the smaller first.
type Ids = (String, String);

/// Links a register given as CSV.
fn linked(csv: &str) -> Links {
    let mut pool = Pool::default();
    register::read(csv.as_bytes(), "people.csv", 0, &mut pool).expect("a register");
    Links::between(pool)
}

/// The pairs with a decision.
fn pairs(links: &Links, decision: Decision) -> BTreeSet<Ids> {
    let chosen = links.links.iter().filter(|link| link.decision == decision);
    chosen
        .map(|link| {
            let (a, b) = (links.pool.id(link.left).to_owned(), links.pool.id(link.right).to_owned());
            if a < b { (a, b) } else { (b, a) }
        })
        .collect()
}

fn ids(pairs: &[(&str, &str)]) -> BTreeSet<Ids> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

/// A family and its neighbours, each person once, with what else the register holds of some of them.
const FAMILY: &str = "\
ID,First name,Last name,Date of birth,Sex,Address,Postcode,NHS number
ray,Raymond,Sleight,03/02/1951,M,\"12 High Street, Wexmouth\",WX1 2AB,
rays-son,Raymond,Sleight,19/06/1979,M,\"12 High Street, Wexmouth\",WX1 2AB,
ray-again,Ray,Sleight,3 Feb 1951,M,\"12 High Street, Wexmouth\",WX1 2AB,
twin-chloe,Chloe,Hartley,11/05/2009,F,\"4 Mill Lane, Calderby\",CB2 1AA,
twin-tia,Tia,Hartley,11/05/2009,F,\"4 Mill Lane, Calderby\",CB2 1AA,
brother,Kyle,Hartley,12/01/2011,M,\"4 Mill Lane, Calderby\",CB2 1AA,
donna,Donna,Hartley,02/11/1985,F,\"4 Mill Lane, Calderby\",CB2 1AA,
donna-turned,Hartley,Donna,02/11/1985,F,,,
khan,Mohammed,Khan,01/02/1990,M,\"7 Park Road, Northwick\",NW3 4CD,4010232137
khan-again,Muhammad,Khan,02/01/1990,M,\"7 Park Road, Northwick\",NW3 4CD,4010232137
smith-one,John,Smith,01/01/1970,M,\"1 Oak Road, Marlford\",NW1 1AA,
smith-two,John,Smith,05/09/1982,M,\"88 Elm Road, Marlford\",NW1 1BB,
ella,Ella,Brook,12/12/2011,F,\"3 Elm Road, Marlford\",NW1 1BB,
";

#[test]
fn entries_of_one_person_are_linked_and_families_are_not() {
    let links = linked(FAMILY);
    let expected = ids(&[("ray", "ray-again"), ("donna", "donna-turned"), ("khan", "khan-again")]);
    assert_eq!(pairs(&links, Decision::Linked), expected);
}

#[test]
fn father_and_son_of_one_name_in_one_house_are_put_forward_at_most() {
    let father_and_son = "\
Person ID,Given name,Surname,DOB,House number,Street,Town,Postcode
1,Patrick,Quilligan,1950-04-03,5,Canal Street,Harbridge,HB1 1AA
2,Patrick,Quilligan,1978-11-20,5,Canal Street,Harbridge,HB1 1AA
3,Maureen,Quilligan,1953-09-09,5,Canal Street,Harbridge,HB1 1AA
4,Agnieszka,Nowak,1988-01-30,71,Canal Street,Harbridge,HB1 1AB
";
    assert_eq!(pairs(&linked(father_and_son), Decision::Linked), BTreeSet::new());
}

#[test]
fn who_could_be_the_father_or_the_son_is_neither() {
    let doubtful = "\
Person ID,Given name,Surname,DOB,Street,Postcode
father,Patrick,Quilligan,1950-04-03,5 Canal Street,HB1 1AA
son,Patrick,Quilligan,1978-11-20,5 Canal Street,HB1 1AA
which,Patrick,Quilligan,,5 Canal Street,HB1 1AA
";
    let links = linked(doubtful);
    assert_eq!(pairs(&links, Decision::Linked), BTreeSet::new());
    let open = pairs(&links, Decision::PutForward);
    assert!(open.is_superset(&ids(&[("father", "which"), ("son", "which")])), "{open:?}");
}

#[test]
fn twins_and_siblings_are_not_one_child() {
    let links = linked(FAMILY);
    let of_family = |(a, b): &Ids| ["twin", "brother"].iter().all(|who| a.starts_with(who) || b.starts_with(who));
    assert!(!pairs(&links, Decision::Linked).iter().any(|pair| of_family(pair) || pair.0.starts_with("twin")));
}

#[test]
fn a_changed_surname_is_seen_by_number_or_by_former_name() {
    let married = "\
id,forename,surname,maiden name,date of birth,nhs no,postcode
1,Samantha,Tranter,,1984-06-30,9434765919,WX1 2AB
2,Sam,Okafor,,1984-06-30,9434765919,NW3 4CD
3,Gemma,Ollerenshaw,,1990-02-17,,CB2 1AA
4,Gemma,Bird,Ollerenshaw,17/02/1990,,WX9 9ZZ
5,Paul,Ward,,1961-01-01,,WX9 9ZZ
";
    assert_eq!(pairs(&linked(married), Decision::Linked), ids(&[("1", "2"), ("3", "4")]));
}

#[test]
fn of_two_lists_only_pairs_across_are_told() {
    let left = "id,name,dob\nL1,Ray Sleight,1951-02-03\nL2,Ray Sleight,1951-02-03\nL3,Donna Hartley,1985-11-02\n";
    let right = "ref,full name,born\nR1,\"Sleight, Raymond\",3 February 1951\nR2,Kyle Thorpe,1990-01-01\n";
    let mut pool = Pool::default();
    register::read(left.as_bytes(), "left.csv", 0, &mut pool).expect("the first list");
    register::read(right.as_bytes(), "right.csv", 1, &mut pool).expect("the second list");
    assert_eq!(pairs(&Links::between(pool), Decision::Linked), ids(&[("L1", "R1"), ("L2", "R1")]));
}

#[test]
fn people_told_apart_in_one_case_are_never_linked() {
    let person = |id: &str, case: &str| Person {
        id: id.to_owned(),
        names: vec![PersonName::new("Wilfred", "Bickerstaffe")],
        born: Some(Birth::Written("1961-03-04".to_owned())),
        told_apart_in: Some(case.to_owned()),
        ..Person::default()
    };
    let people = [person("a/1", "a"), person("a/2", "a"), person("b/1", "b")];
    let links = link(&people);
    let found: BTreeSet<Ids> =
        pairs(&links, Decision::Linked).into_iter().chain(pairs(&links, Decision::PutForward)).collect();
    assert!(!found.contains(&("a/1".to_owned(), "a/2".to_owned())), "{found:?}");
    assert!(!found.is_empty(), "who may be the same in another case is told");
}

#[test]
fn an_alias_links_and_says_so() {
    let person = |id: &str, names: &[(&str, &str)], born: &str| Person {
        id: id.to_owned(),
        names: names.iter().map(|(given, surname)| PersonName::new(*given, *surname)).collect(),
        born: Some(Birth::Written(born.to_owned())),
        address: Address { town: "Wexmouth".to_owned(), ..Address::default() },
        ..Person::default()
    };
    let people = [
        person("a", &[("Raymond", "Sleight"), ("Ray", "Moss")], "1951-02-03"),
        person("b", &[("Raymond", "Moss")], "1951-02-03"),
        person("c", &[("Alan", "Brown")], "1970-01-01"),
    ];
    let links = link(&people);
    assert_eq!(pairs(&links, Decision::Linked), ids(&[("a", "b")]));
    let parts = links.parts(&links.links[0]);
    assert!(parts.iter().any(|part| part.field == "several names" && part.weight < 0.0), "{parts:?}");
}

#[test]
fn two_numbers_of_one_kind_part_a_cluster() {
    let person = |id: &str, given: &str, number: Option<&str>| Person {
        id: id.to_owned(),
        names: vec![PersonName::new(given, "Postlethwaite")],
        born: Some(Birth::Written("1961-03-04".to_owned())),
        identifiers: number
            .map(|value| Identifier { kind: "nhs number".to_owned(), value: value.to_owned() })
            .into_iter()
            .collect(),
        ..Person::default()
    };
    let people = [
        person("1", "Edmund", Some("4010232137")),
        person("2", "Edmund", None),
        person("3", "Edmond", Some("9434765919")),
    ];
    let links = link(&people);
    let clusters = clusters::gather(&links);
    let with = |at: usize| clusters.clusters.iter().find(|cluster| cluster.contains(&at)).expect("everyone has one");
    assert!(!with(0).contains(&2), "{:?}", clusters.clusters);
    assert!(clusters.refused.iter().all(|refused| refused.why == Why::OtherIdentifier), "{:?}", clusters.refused);
    assert_eq!(clusters.clusters.iter().map(Vec::len).sum::<usize>(), 3);
}

/// A made-up register: people of few names and days, so that many look alike, some of them twice with slips.
fn register_of(seed: u64) -> Vec<Person> {
    let given = ["David", "Dave", "Susan", "Sue", "Mohammed", "Agnieszka", "Raymond", "Ray", "Chloe", "John"];
    let surname = ["Smith", "Smyth", "Khan", "Nowak", "Sleight", "Hartley", "Hartley-Moss", "Okafor"];
    let mut state = seed;
    let mut draw = move |of: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % of
    };
    (0..60)
        .map(|nth| Person {
            id: format!("p{nth:02}"),
            names: vec![PersonName::new(given[draw(given.len())], surname[draw(surname.len())])],
            born: (draw(6) > 0)
                .then(|| Birth::Written(format!("19{}-0{}-1{}", 50 + draw(4) * 10, 1 + draw(3), draw(4)))),
            address: Address {
                number: (1 + draw(4)).to_string(),
                street: "Mill Lane".to_owned(),
                postcode: format!("WX{} 2AB", 1 + draw(3)),
                ..Address::default()
            },
            ..Person::default()
        })
        .collect()
}

/// Every pair with its weight, by id.
fn told(people: &[Person]) -> Vec<(Ids, f64)> {
    let links = link(people);
    let mut told: Vec<(Ids, f64)> = links
        .links
        .iter()
        .map(|link| ((links.pool.id(link.left).to_owned(), links.pool.id(link.right).to_owned()), link.weight))
        .collect();
    told.sort_by(|one, other| one.0.cmp(&other.0));
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_no_pair(seed in any::<u64>(), turn in 1usize..59) {
        let people = register_of(seed);
        let mut turned = people.clone();
        turned.rotate_left(turn);
        turned.swap(0, turn);
        prop_assert_eq!(told(&people), told(&turned));
    }

    #[test]
    fn a_weight_is_the_sum_of_its_parts(seed in any::<u64>()) {
        let links = link(&register_of(seed));
        prop_assume!(!links.links.is_empty());
        for link in &links.links {
            let sum: f64 = links.parts(link).iter().map(|part| part.weight).sum();
            prop_assert!((sum - link.weight).abs() < 1e-9, "{sum} {}", link.weight);
            let odds = link.probability() / (1.0 - link.probability());
            prop_assert!((odds.log2() - link.weight).abs() < 1e-6 || link.weight > 40.0);
        }
    }
}
