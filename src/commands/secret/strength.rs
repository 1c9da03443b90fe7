//! Whether a passphrase would stand.
//!
//! A thief who has the file can try as often as he likes, and knows what the case is about.

use lifespan::account::Account;
use lifespan::report::protect::Passphrase;
use zxcvbn::zxcvbn;

/// The fewest characters.
const SHORTEST: usize = 12;

/// The fewest guesses that it must stand, as a power of ten. Ten thousand guesses a second on one graphics processor try
/// so many in three hundred years, and a thousand such processors in four months.
const GUESSES: f64 = 14.0;

/// Why a passphrase is too weak, in a sentence; none where it stands.
pub fn judge(passphrase: &Passphrase, words_of_the_case: &[String]) -> Option<String> {
    let words = passphrase.words();
    if words.chars().count() < SHORTEST {
        return Some(format!("It is shorter than {SHORTEST} characters."));
    }
    let known: Vec<&str> = words_of_the_case.iter().map(String::as_str).collect();
    let guesses = zxcvbn(words, &known).guesses_log10();
    (guesses < GUESSES).then(|| {
        format!(
            "It is too easy to guess: about {} would do, and it should stand {}. Names, dates, repeated letters and \
             common words count for little.",
            power(guesses),
            power(GUESSES)
        )
    })
}

/// "10 million guesses".
fn power(exponent: f64) -> String {
    let zeros = exponent.max(0.0).floor() as usize;
    let group = ["", " thousand", " million", " billion", " trillion"];
    let at = (zeros / 3).min(group.len() - 1);
    format!("{}{} guesses", 10_u64.pow((zeros - 3 * at) as u32), group[at])
}

/// Names, references and dates of the case, whole and word by word, in small letters.
pub fn words_of_the_case(account: &Account) -> Vec<String> {
    let case = &account.case;
    let people = account.people.iter().flat_map(|person| {
        [&person.name].into_iter().chain(&person.also_known_as).chain(&person.born).map(String::as_str)
    });
    let agencies = case.agencies.iter().map(|agency| agency.name.as_str());
    let front = case.reference.iter().chain(&case.born).chain(&case.handling).chain(case.referral.values());
    let all: Vec<String> = people.chain(agencies).chain(front.map(String::as_str)).map(str::to_lowercase).collect();
    let apart = all.iter().flat_map(|words| words.split(|letter: char| !letter.is_alphanumeric()));
    let mut words: Vec<String> = apart.filter(|word| word.chars().count() > 2).map(str::to_owned).collect();
    words.extend(all.iter().map(|words| words.replace(' ', "")));
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::judge;
    use lifespan::report::protect::Passphrase;

    fn weak(words: &str) -> Option<String> {
        let of_the_case = ["chloe", "hartley", "chloehartley", "sleight", "raymond", "ex-01"].map(str::to_owned);
        judge(&Passphrase::new(words), &of_the_case)
    }

    #[test]
    fn what_a_thief_would_try_is_refused_with_the_reason() {
        assert_eq!(weak("Tr0ub4dor&3").as_deref(), Some("It is shorter than 12 characters."));
        for words in [
            "            aaaaaaaaaaaaaaaaaaaaaaaa",
            "Password123456!",
            "chloe hartley 2018",
            "RaymondSleight1968!",
            "qwertyuiopasdfghjkl",
            "letmein letmein letmein",
            "123456789012345678",
            "ChloeHartley12/03/2005",
        ] {
            let why = weak(words);
            assert!(
                why.as_deref().is_some_and(|why| why.starts_with("It is too easy to guess: about ")),
                "{words}: {why:?}"
            );
        }
    }

    #[test]
    fn words_picked_by_chance_stand() {
        for words in [
            "correct horse battery staple",
            "otter lantern vague pickle",
            "hT7!qpz0-Lm4#vRw",
            "ffordd gwnewch llyfr cysgu",
        ] {
            assert_eq!(weak(words), None, "{words}");
        }
    }
}
