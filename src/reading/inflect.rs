//! The forms of an English verb: "collect" is also "collects", "collected" and "collecting".

/// Verbs whose past forms follow no rule: base, then past forms.
const IRREGULAR: &[(&str, &[&str])] = &[
    ("babysit", &["babysat"]),
    ("baby-sit", &["baby-sat"]),
    ("be", &["is", "was", "are", "were", "am", "been", "being"]),
    ("become", &["became"]),
    ("begin", &["began", "begun"]),
    ("break", &["broke", "broken"]),
    ("bring", &["brought"]),
    ("build", &["built"]),
    ("buy", &["bought"]),
    ("catch", &["caught"]),
    ("come", &["came"]),
    ("creep", &["crept"]),
    ("cut", &["cut"]),
    ("dig", &["dug"]),
    ("do", &["did", "done", "does", "doing"]),
    ("draw", &["drew", "drawn"]),
    ("drive", &["drove", "driven"]),
    ("eat", &["ate", "eaten"]),
    ("fall", &["fell", "fallen"]),
    ("feed", &["fed"]),
    ("feel", &["felt"]),
    ("find", &["found"]),
    ("fly", &["flew", "flown"]),
    ("forbid", &["forbade", "forbidden"]),
    ("get", &["got", "gotten"]),
    ("give", &["gave", "given"]),
    ("go", &["went", "gone", "goes", "going"]),
    ("have", &["had", "has", "having"]),
    ("hang", &["hung"]),
    ("hear", &["heard"]),
    ("hide", &["hid", "hidden"]),
    ("hit", &["hit"]),
    ("hold", &["held"]),
    ("hurt", &["hurt"]),
    ("keep", &["kept"]),
    ("know", &["knew", "known"]),
    ("lay", &["laid"]),
    ("lead", &["led"]),
    ("leave", &["left"]),
    ("let", &["let"]),
    ("lie", &["lay", "lain", "lying"]),
    ("lose", &["lost"]),
    ("make", &["made"]),
    ("meet", &["met"]),
    ("offend", &["offended"]),
    ("pay", &["paid"]),
    ("put", &["put"]),
    ("read", &["read"]),
    ("ring", &["rang", "rung"]),
    ("run", &["ran", "run"]),
    ("say", &["said"]),
    ("see", &["saw", "seen"]),
    ("send", &["sent"]),
    ("set", &["set"]),
    ("show", &["showed", "shown"]),
    ("sit", &["sat"]),
    ("sleep", &["slept"]),
    ("speak", &["spoke", "spoken"]),
    ("spend", &["spent"]),
    ("spin", &["spun"]),
    ("split", &["split"]),
    ("stand", &["stood"]),
    ("swear", &["swore", "sworn"]),
    ("sweep", &["swept"]),
    ("swim", &["swam", "swum"]),
    ("take", &["took", "taken"]),
    ("teach", &["taught"]),
    ("tell", &["told"]),
    ("think", &["thought"]),
    ("undertake", &["undertook", "undertaken"]),
    ("wake", &["woke", "woken"]),
    ("wear", &["wore", "worn"]),
    ("write", &["wrote", "written"]),
];

/// Verbs of one stressed syllable, or stressed on the last, that double their last letter.
const DOUBLED: &[&str] = &[
    "admit", "baby-sit", "babysit", "ban", "bar", "beg", "begin", "chat", "commit", "cut", "dig", "drop", "fit",
    "forbid", "get", "grab", "hit", "hug", "kip", "let", "nap", "pat", "permit", "plan", "pop", "prefer", "put",
    "quit", "refer", "rub", "run", "set", "sit", "slap", "spin", "split", "spot", "step", "stop", "strip", "swim",
    "travel", "tap",
];

/// Every form of a verb, the base first.
pub fn forms(base: &str) -> Vec<String> {
    let mut all = vec![base.to_owned()];
    let irregular = IRREGULAR.iter().find(|(verb, _)| *verb == base).map(|(_, forms)| *forms);
    all.extend(irregular.into_iter().flatten().map(|form| (*form).to_owned()));
    let stem = stem(base);
    all.push(third_person(base));
    all.push(format!("{stem}ing"));
    if irregular.is_none() {
        all.push(past(base, &stem));
    }
    let mut seen = Vec::new();
    all.retain(|form| {
        !seen.contains(form) && {
            seen.push(form.clone());
            true
        }
    });
    all
}

/// What "-ing" is put on: the final "e" dropped, the last letter doubled.
fn stem(base: &str) -> String {
    if DOUBLED.contains(&base) {
        return format!("{base}{}", &base[base.len() - 1..]);
    }
    match base.strip_suffix('e') {
        Some(short) if !base.ends_with("ee") => short.to_owned(),
        _ => base.to_owned(),
    }
}

fn third_person(base: &str) -> String {
    let hisses = ["s", "x", "ch", "sh", "z", "o"].iter().any(|end| base.ends_with(end));
    match base.strip_suffix('y') {
        Some(short) if !ends_in_vowel(short) => format!("{short}ies"),
        _ if hisses => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn past(base: &str, stem: &str) -> String {
    match base.strip_suffix('y') {
        Some(short) if !ends_in_vowel(short) => format!("{short}ied"),
        _ if base.ends_with('e') => format!("{base}d"),
        _ => format!("{stem}ed"),
    }
}

fn ends_in_vowel(word: &str) -> bool {
    word.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn regular_and_irregular_verbs() {
        assert_eq!(forms("collect"), ["collect", "collects", "collecting", "collected"]);
        assert_eq!(forms("stay"), ["stay", "stays", "staying", "stayed"]);
        assert_eq!(forms("carry"), ["carry", "carries", "carrying", "carried"]);
        assert_eq!(forms("grab"), ["grab", "grabs", "grabbing", "grabbed"]);
        assert_eq!(forms("share"), ["share", "shares", "sharing", "shared"]);
        assert_eq!(forms("take"), ["take", "took", "taken", "takes", "taking"]);
        assert_eq!(forms("put"), ["put", "puts", "putting"]);
        assert_eq!(forms("babysit"), ["babysit", "babysat", "babysits", "babysitting"]);
        assert_eq!(forms("watch"), ["watch", "watches", "watching", "watched"]);
    }
}
