//! What a written form stands for: braces hold choices, and a verb with "~" stands for each of its forms.

use crate::reading::inflect;

/// Hands over every form, one after another: "{step|half}-brother" is "step-brother" and "half-brother".
pub fn each(written: &str, take: &mut impl FnMut(&str)) {
    let form = &mut String::new();
    match written.contains(VERB) {
        true => open(written, form, &mut |form| inflect(form, take)),
        false => open(written, form, take),
    }
}

/// Stands after a verb that stands for its forms.
const VERB: char = '~';

/// Adds what is written to what stands before it, each choice of the first brace in turn.
fn open(written: &str, form: &mut String, take: &mut impl FnMut(&str)) {
    let start = form.len();
    match written.split_once('{') {
        None => {
            form.push_str(written);
            take(form);
            form.truncate(start);
        }
        Some((before, rest)) => {
            let (choices, after) = rest.split_once('}').unwrap_or((rest, ""));
            for choice in choices.split('|') {
                form.push_str(before);
                form.push_str(choice);
                open(after, form, take);
                form.truncate(start);
            }
        }
    }
}

/// "come~ home" is "come home", "came home", "comes home", "coming home".
fn inflect(form: &str, take: &mut impl FnMut(&str)) {
    let Some((before, after)) = form.split_once(VERB) else { return take(form) };
    let at = before.rfind(' ').map_or(0, |space| space + 1);
    let mut inflected = before[..at].to_owned();
    for verb in inflect::forms(&before[at..]) {
        inflected.truncate(at);
        inflected.push_str(&verb);
        inflected.push_str(after);
        inflect(&inflected, take);
    }
}

#[cfg(test)]
mod tests {
    use super::each;

    fn all(written: &str) -> Vec<String> {
        let mut all = Vec::new();
        each(written, &mut |form| all.push(form.to_owned()));
        all
    }

    #[test]
    fn braces_stand_for_each_part() {
        assert_eq!(all("{step|half}-{brother|sister}").len(), 4);
        assert_eq!(all("no {longer |}sees"), ["no longer sees", "no sees"]);
    }

    #[test]
    fn verbs_stand_for_their_forms() {
        assert_eq!(all("come~ home"), ["come home", "came home", "comes home", "coming home"]);
    }
}
