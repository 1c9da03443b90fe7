//! Words that are also ordinary English: "Mark", "Grace" and "Will" are names and words.

use crate::model::Kin;
use crate::reading::is_ordinary;
/// Titles that stand before a name, in the form in which words are compared.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "doctor",
    "prof",
    "professor",
    "sir",
    "lady",
    "rev",
    "revd",
    "reverend",
    "pc",
    "dc",
    "ds",
    "di",
    "dci",
    "pcso",
    "ps",
    "sgt",
    "sergeant",
    "insp",
    "inspector",
    "supt",
    "cllr",
    "nurse",
    "midwife",
    "judge",
    "hhj",
    "dj",
    "sister",
    "imam",
    "pastor",
    "father",
    "hv",
    "sw",
];

/// Family words in front of a name or for one, beside those that [`Kin`] reads.
const FAMILY_WORDS: &[&str] = &["ji", "uncle", "auntie", "aunty", "aunt", "baby", "little", "big", "the", "of", "and"];

/// Verbs in the past or of the present that follow a person and never "will" or "may".
const PAST: &[&str] = &[
    "is", "was", "were", "are", "wants", "seems", "has", "had", "said", "told", "rang", "came", "went", "took", "got",
    "saw", "left", "did", "does", "made", "gave", "spoke", "kept", "put", "hit", "felt", "met", "knew", "thought",
    "held", "drove", "sat", "ran", "brought", "found", "began", "lives", "and", "aged", "in", "at", "on", "with", "to",
    "then", "again", "who", "whom", "whose",
];

/// Small words that may also be somebody's name, and are everywhere: alone they show nothing.
const SMALL: &[&str] = &[
    "no", "not", "the", "a", "an", "and", "or", "but", "he", "she", "they", "we", "i", "you", "it", "this", "that",
    "these", "those", "all", "to", "in", "on", "at", "by", "for", "from", "with", "of", "is", "was", "are", "be",
    "been", "has", "had", "have", "do", "did", "so", "as", "if", "my", "his", "her", "their", "our", "its", "who",
    "what", "when", "then", "there", "yes", "mum", "dad", "child", "police", "school", "ive", "im", "id", "ill",
    "itll", "hes", "shes", "theyre", "dont",
];

/// Whether a folded word is one of the small ones.
pub fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// Whether a folded word is a title.
pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// Whether a folded word says what somebody is in the family, and is nobody's name.
pub fn is_family_word(word: &str) -> bool {
    // "Abbas" is a name, though "abba" is a father.
    let of_several = word.strip_suffix('s').is_some_and(|one| Kin::parse(one).is_some()) && !is_ordinary(word);
    FAMILY_WORDS.contains(&word) || (Kin::parse(word).is_some() && !of_several)
}

/// Whether the word after "Will" or "May" makes it a verb: "Will discuss", "May need".
pub fn follows_a_modal(next: &str) -> bool {
    is_ordinary(next)
        && !PAST.contains(&next)
        && (!next.ends_with("ed") || next == "need")
        && (!next.ends_with('s') || next == "discuss")
}

/// Whether a folded word is a verb that stands before others: it is a name too.
pub fn is_modal(word: &str) -> bool {
    matches!(word, "will" | "may" | "can" | "might" | "mae")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_modal_is_told_from_a_name() {
        assert!(follows_a_modal("discuss") && follows_a_modal("need"));
        assert!(!follows_a_modal("came") && !follows_a_modal("visited") && !follows_a_modal("says"));
    }
}
