use super::{Bond, Kin, Step};
use crate::model::Sex;
use proptest::prelude::*;

#[test]
fn words_and_paths_are_two_forms_of_one_thing() {
    for words in [
        "mother",
        "maternal uncle",
        "maternal great-uncle",
        "paternal great-grandmother",
        "great-great-grandfather",
        "half-brother",
        "half-brother's father",
        "half-brother's grandmother",
        "mother's partner",
        "mother's former partner",
        "step-father",
        "step-mother's sister",
        "maternal step-grandfather",
        "foster carer",
        "former foster carer",
        "foster carer's son",
        "cousin",
        "second cousin",
        "first cousin once removed (mother's cousin)",
        "first cousin once removed (cousin's son)",
        "maternal aunt's partner",
        "maternal uncle by marriage",
        "adoptive grandmother",
        "adoptive brother",
        "brother-in-law",
        "son-in-law",
        "great-niece",
        "paternal half-uncle",
        "step-cousin",
        "maternal grandmother's partner",
        "lodger",
    ] {
        assert_eq!(Kin::parse(words).map(|kin| kin.words()).as_deref(), Some(words));
    }
}

#[test]
fn everyday_words_mean_the_same_path() {
    for (said, meant) in [
        ("Mum", "mother"),
        ("MGF", "maternal grandfather"),
        ("her big brother", "brother"),
        ("baby brother", "brother"),
        ("mother's boyfriend", "mother's partner"),
        ("mother's then partner", "mother's former partner"),
        ("mum's boyfriend of the time", "mother's former partner"),
        ("mum's ex", "mother's former partner"),
        ("stepdad", "step-father"),
        ("step dad", "step-father"),
        ("father of half-brother", "half-brother's father"),
        ("mum's ex-partner", "mother's former partner"),
        ("foster carers' son", "foster carer's son"),
        ("grand-uncle", "great-uncle"),
        ("mother's cousin", "first cousin once removed (mother's cousin)"),
        ("first cousin once removed", "first cousin once removed (parent's cousin)"),
        ("adopted son", "adopted son"),
        ("maternal grandmother (carer)", "maternal grandmother"),
        ("maternal family member", "mother's relative"),
    ] {
        assert_eq!(Kin::parse(said).map(|kin| kin.words()).as_deref(), Some(meant), "{said}");
    }
}

#[test]
fn other_words_name_no_tie() {
    for words in ["social worker", "", "(", ")", "'s", " of ", "great", "maternal", "half-", "step"] {
        assert_eq!(Kin::parse(words), None, "{words}");
    }
}

#[test]
fn the_way_back_leads_back() {
    let uncle = Kin::parse("maternal uncle").expect("kin");
    assert_eq!(uncle.inverse().words(), "niece or nephew");
    let mut back = uncle.inverse().inverse();
    back.steps[1].sex = Some(Sex::M);
    assert_eq!(back, uncle);
}

fn any_step() -> impl Strategy<Value = Step> {
    use Bond::*;
    let bonds = [
        Parent,
        Parent,
        Parent,
        Child,
        Child,
        Sibling,
        Sibling,
        HalfSibling,
        StepSibling,
        FosterSibling,
        StepParent,
        StepChild,
        FosterCarer,
        FosterChild,
        AdoptiveParent,
        AdoptedChild,
        Partner,
        Relative,
        Friend,
        Neighbour,
        Lodger,
    ];
    let sexes = [None, Some(Sex::F), Some(Sex::M)];
    (prop::sample::select(bonds.to_vec()), prop::sample::select(sexes.to_vec()), prop::bool::weighted(0.1))
        .prop_map(|(bond, sex, former)| Step { bond, sex, former })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Words keep every step and its bond, and lose only sexes that English does not say.
    #[test]
    fn any_path_can_be_said_and_read_again(steps in prop::collection::vec(any_step(), 1..6)) {
        let words = Kin { steps: steps.clone() }.words();
        let read = Kin::parse(&words);
        prop_assert!(read.is_some(), "{words}");
        let read = read.expect("read");
        let shape = |steps: &[Step]| steps.iter().map(|step| (step.bond, step.former)).collect::<Vec<_>>();
        prop_assert_eq!(shape(&read.steps), shape(&steps), "{}", words);
        prop_assert!(read.steps.iter().zip(&steps).all(|(a, b)| a.agrees(b)), "{}", words);
        prop_assert_eq!(read.words(), words);
        prop_assert_eq!(Kin::parse(&read.words()), Some(read));
    }

    /// No words make it fail.
    #[test]
    fn any_words_can_be_read(words in "\\PC{0,40}") {
        let _ = Kin::parse(&words).map(|kin| kin.words());
    }
}
