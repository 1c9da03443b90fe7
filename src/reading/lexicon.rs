//! The phrases that the reader knows, as data: `lexicon/*.txt`, one line a phrase with its forms and an example.
//!
//! A file holds sections. `[group]` or `[group value]` opens one; each line below it is `forms :: example`.
//! Forms are separated by commas; `{a|b|}` stands for each of its parts; ` .. ` stands for up to [`GAP`](super::tree::GAP) other words
//! of the sentence. All phrases of all files are found in one pass over the text. To add a phrase is to add a line; a test reads every example.

use super::groups::Group;
use super::hash::Quick;
use super::inflect;
use super::tree::Tree;
use crate::model::{EventKind, Measure, Status};
use std::collections::HashSet;
use std::sync::OnceLock;

const FILES: &[(&str, &str)] = &[
    ("function_words.txt", include_str!("lexicon/function_words.txt")),
    ("people.txt", include_str!("lexicon/people.txt")),
    ("given_names.txt", include_str!("lexicon/given_names.txt")),
    ("modifiers.txt", include_str!("lexicon/modifiers.txt")),
    ("abuse.txt", include_str!("lexicon/abuse.txt")),
    ("oblique.txt", include_str!("lexicon/oblique.txt")),
    ("exploitation.txt", include_str!("lexicon/exploitation.txt")),
    ("outcomes.txt", include_str!("lexicon/outcomes.txt")),
    ("contact.txt", include_str!("lexicon/contact.txt")),
    ("restrictions.txt", include_str!("lexicon/restrictions.txt")),
    ("process.txt", include_str!("lexicon/process.txt")),
    ("blaming.txt", include_str!("lexicon/blaming.txt")),
];

/// A heading of a lexicon file and what its phrases mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The file it stands in.
    pub file: &'static str,
    /// As written between the brackets.
    pub name: &'static str,
    /// The group of its phrases.
    pub group: Group,
    /// The kind of event, for sections that give one.
    pub kind: Option<EventKind>,
    /// The status, for sections that give one.
    pub status: Option<Status>,
    /// The measure, for sections that give one.
    pub measure: Option<Measure>,
}

/// One line of a lexicon file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index into [`Lexicon::sections`].
    pub section: usize,
    /// Every form, expanded.
    pub forms: Vec<String>,
    /// Sentences it was written for.
    pub example: &'static str,
    /// What stands after `=>`: the words suggested instead and who suggests them.
    pub note: Option<&'static str>,
}

/// Everything in `lexicon/`, and the tree that finds it.
pub struct Lexicon {
    /// In the order of the files.
    pub sections: Vec<Section>,
    /// In the order of the files.
    pub lines: Vec<Line>,
    /// All forms.
    pub tree: Tree,
    /// Every word that stands in a phrase, given names apart.
    words: HashSet<String, Quick>,
    /// Given names.
    given: HashSet<String, Quick>,
}

impl Lexicon {
    /// The one lexicon.
    pub fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Lexicon::load)
    }

    /// The section a line stands in.
    pub fn section(&self, line: u32) -> &Section {
        &self.sections[self.lines[line as usize].section]
    }

    fn load() -> Lexicon {
        let (sections, lines, _) = parse();
        let mut tree = Tree::default();
        for (at, line) in lines.iter().enumerate() {
            line.forms.iter().for_each(|form| tree.add(form, at as u32));
        }
        let named =
            |line: &Line| matches!(sections[line.section].group, Group::GivenF | Group::GivenM | Group::GivenWord);
        let (words, given) = (words(&lines, |line| !named(line)), words(&lines, named));
        Lexicon { sections, lines, tree, words, given }
    }

    /// Whether a folded word is in the lists of given names.
    pub fn is_given(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// Whether a folded word stands in any phrase but the lists of given names.
    pub fn knows(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

/// Every section and line of the files, and the lines that could not be understood: a test holds these none.
fn parse() -> (Vec<Section>, Vec<Line>, Vec<&'static str>) {
    let (mut sections, mut lines, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (file, text) in FILES {
        for raw in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(heading) = raw.strip_prefix('[') {
                match section(file, heading) {
                    Some(section) => sections.push(section),
                    None => refused.push(raw),
                }
            } else if let Some(line) = line(raw, sections.len()) {
                lines.push(line);
            } else {
                refused.push(raw);
            }
        }
    }
    (sections, lines, refused)
}

fn section(file: &'static str, heading: &'static str) -> Option<Section> {
    let name = heading.split(']').next()?;
    let (group, value) = name.split_once(' ').unwrap_or((name, ""));
    let group = Group::from_name(group)?;
    let (kind, status, measure) = (event_kind(value), status(value), measure(value));
    let known = value.is_empty() || kind.is_some() || status.is_some() || measure.is_some();
    known.then_some(Section { file, name, group, kind, status, measure })
}

fn line(raw: &'static str, sections: usize) -> Option<Line> {
    let (forms, rest) = raw.split_once("::")?;
    let (example, note) = match rest.split_once("=>") {
        Some((example, note)) => (example, Some(note.trim())),
        None => (rest, None),
    };
    let forms = forms.split(',').flat_map(|form| expand(form.trim())).collect();
    Some(Line { section: sections.checked_sub(1)?, forms, example: example.trim(), note })
}

/// "{step|half}-brother" -> "step-brother", "half-brother"; a verb with "~" stands for each of its forms.
fn expand(form: &str) -> Vec<String> {
    let Some((before, rest)) = form.split_once('{') else {
        return inflected(&form.split_whitespace().collect::<Vec<_>>());
    };
    let (choices, after) = rest.split_once('}').unwrap_or((rest, ""));
    choices.split('|').flat_map(|choice| expand(&format!("{before}{choice}{after}"))).collect()
}

/// "come~ home" -> "come home", "came home", "comes home", "coming home".
fn inflected(words: &[&str]) -> Vec<String> {
    let mut all = vec![String::new()];
    for word in words {
        let forms = match word.strip_suffix('~') {
            Some(base) => inflect::forms(base),
            None => vec![(*word).to_owned()],
        };
        let longer =
            |start: &String, form: &String| if start.is_empty() { form.clone() } else { format!("{start} {form}") };
        all = all.iter().flat_map(|start| forms.iter().map(move |form| longer(start, form))).collect();
    }
    all
}

fn words(lines: &[Line], wanted: impl Fn(&Line) -> bool) -> HashSet<String, Quick> {
    let forms = lines.iter().filter(|line| wanted(line)).flat_map(|line| &line.forms);
    forms.flat_map(|form| form.split_whitespace()).filter(|word| *word != "..").map(str::to_owned).collect()
}

fn event_kind(value: &str) -> Option<EventKind> {
    use EventKind::*;
    Some(match value {
        "referral" => Referral,
        "strategy-discussion" => StrategyDiscussion,
        "section-47" => Section47,
        "assessment" => Assessment,
        "conference" => Conference,
        "cp-plan" => CpPlan,
        "looked-after" => LookedAfter,
        "placement-move" => PlacementMove,
        "legal-order" => LegalOrder,
        "missing" => Missing,
        "return-interview" => ReturnInterview,
        "screening" => Screening,
        "panel" => Panel,
        "nrm" => Nrm,
        "service-referral" => ServiceReferral,
        "service-start" => ServiceStart,
        "service-end" => ServiceEnd,
        "sexual-health" => SexualHealth,
        "action" => Action,
        "outcome" => Outcome,
        "education-change" => EducationChange,
        "move-area" => MoveArea,
        "childs-voice" => ChildsVoice,
        _ => return None,
    })
}

fn status(value: &str) -> Option<Status> {
    use Status::*;
    Some(match value {
        "suspected" => Suspected,
        "under-investigation" => UnderInvestigation,
        "retracted" => Retracted,
        "no-further-action" => NoFurtherAction,
        "charged" => Charged,
        "not-charged" => NotCharged,
        "acquitted" => Acquitted,
        "convicted" => Convicted,
        "found-in-family-court" => FoundInFamilyCourt,
        "unsubstantiated" => Unsubstantiated,
        "substantiated" => Substantiated,
        _ => return None,
    })
}

fn measure(value: &str) -> Option<Measure> {
    use Measure::*;
    Some(match value {
        "bail" => Bail,
        "licence" => Licence,
        "order" => Order,
        "warning-notice" => WarningNotice,
        "safety-plan" => SafetyPlan,
        "written-agreement" => WrittenAgreement,
        "custody" => Custody,
        "arrangement" => Arrangement,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, expand, parse};

    #[test]
    fn braces_stand_for_each_part() {
        assert_eq!(expand("{step|half}-{brother|sister}").len(), 4);
        assert_eq!(expand("no {longer |}sees"), ["no longer sees", "no sees"]);
    }

    #[test]
    fn every_line_of_the_data_is_understood() {
        assert_eq!(parse().2, Vec::<&str>::new());
    }

    #[test]
    fn every_example_holds_its_phrase() {
        for line in &Lexicon::get().lines {
            let example = line.example.to_lowercase();
            let held = line.forms.iter().any(|form| {
                let mut from = 0;
                form.split(" .. ").all(|part| {
                    let at = example[from..].find(part);
                    from += at.unwrap_or_default() + part.len();
                    at.is_some()
                })
            });
            assert!(held, "no form of {:?} in {:?}", line.forms, line.example);
        }
    }

    #[test]
    fn forms_are_written_folded() {
        for line in &Lexicon::get().lines {
            for form in &line.forms {
                assert_eq!(*form, form.to_lowercase());
                assert!(!form.contains(['{', '}', '|', ',']), "{form}");
            }
        }
    }
}
