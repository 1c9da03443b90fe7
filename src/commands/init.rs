//! `lifespan init`: a new case folder, from flags or from answers on the terminal.

use super::say::say;
use super::write;
use crate::cli::Init;
use lifespan::error::Error;
use lifespan::ingest::front;
use serde_json::{Map, Value, json};
use std::fs;
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

/// Writes `case.json` and an empty folder `returns/`. Nothing that is there is overwritten.
pub fn run(asked: &Init) -> Result<ExitCode, Error> {
    let place = asked.folder.join(front::FILE);
    if place.exists() {
        return Err(Error::new(
            place.display().to_string(),
            "there is a case already",
            "Choose another folder, or change case.json by hand.",
        ));
    }
    let case = match &asked.name {
        Some(name) => from_flags(asked, name)?,
        None if std::io::stdin().is_terminal() => from_answers()?,
        None => {
            let mend = "Give at least --name and --born; see `lifespan init --help`.";
            return Err(Error::new("lifespan init", "nobody is here to ask, and --name is not given", mend));
        }
    };
    let text = serde_json::to_string_pretty(&case)
        .map_err(|cause| Error::new(front::FILE, cause.to_string(), "Say it in other words."))?;
    let read = front::read(&text)?;
    fs::create_dir_all(asked.folder.join("returns")).map_err(|cause| {
        Error::new(
            asked.folder.display().to_string(),
            format!("the folder cannot be made: {cause}"),
            "Choose another one.",
        )
    })?;
    let place = write::whole(&asked.folder, front::FILE, &(text + "\n"))?;
    let notes: String = read.notes.iter().map(|note| format!("{}: {}\n", note.at, note.what)).collect();
    say(&format!(
        "{notes}Written: {}\nPut what the agencies send into returns/, then run: lifespan build {}\n",
        place.display(),
        asked.folder.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// The front sheet that the flags state.
fn from_flags(asked: &Init, name: &str) -> Result<Value, Error> {
    let mut child = fields(&[("name", Some(name)), ("born", asked.born.as_deref()), ("sex", asked.sex.as_deref())]);
    if !asked.also_known_as.is_empty() {
        child.insert("also_known_as".into(), json!(asked.also_known_as));
    }
    let people = asked.person.iter().map(|words| person(words)).collect::<Result<Vec<_>, _>>()?;
    let agencies = asked.agency.iter().map(|words| agency(words)).collect::<Result<Vec<_>, _>>()?;
    Ok(whole(asked.reference.as_deref(), child, people, agencies))
}

/// The front sheet that somebody at the terminal states.
fn from_answers() -> Result<Value, Error> {
    let mut lines = std::io::stdin().lock().lines().map_while(Result::ok);
    let mut ask = |question: &str| -> Result<Option<String>, Error> {
        say(question)?;
        Ok(lines.next().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()))
    };
    let reference = ask("Case reference (may be left empty): ")?;
    let name = ask("The child's full name: ")?;
    let born = ask("Date of birth, as exactly as known (2010-05-31): ")?;
    let sex = ask("Recorded sex, F or M (may be left empty): ")?;
    let other = ask("Other names of the child, separated by semicolons: ")?;
    let mut child = fields(&[("name", name.as_deref()), ("born", born.as_deref()), ("sex", sex.as_deref())]);
    if let Some(names) = other {
        child.insert("also_known_as".into(), json!(parts(&names)));
    }
    let (mut people, mut agencies) = (Vec::new(), Vec::new());
    while let Some(words) = ask("Family or network: name; relation to the child; date of birth (empty to go on): ")? {
        people.push(person(&words)?);
    }
    while let Some(words) = ask("Agency asked: name; kind, such as police or gp (empty to finish): ")? {
        agencies.push(agency(&words)?);
    }
    Ok(whole(reference.as_deref(), child, people, agencies))
}

/// `Donna Hartley; mother; 1979-02-11`.
fn person(words: &str) -> Result<Value, Error> {
    match parts(words)[..] {
        [name, relation] => Ok(Value::Object(fields(&[("name", Some(name)), ("relation", Some(relation))]))),
        [name, relation, born] => {
            Ok(Value::Object(fields(&[("name", Some(name)), ("relation", Some(relation)), ("born", Some(born))])))
        }
        _ => Err(Error::new(
            "--person",
            format!("“{words}” does not say who and what they are to the child"),
            "Write: \"Donna Hartley; mother; 1979-02-11\".",
        )),
    }
}

/// `Wexmouth Police; police`.
fn agency(words: &str) -> Result<Value, Error> {
    let (name, kind) = match parts(words)[..] {
        [name] => (name, None),
        [name, kind] => (name, Some(kind)),
        _ => {
            return Err(Error::new(
                "--agency",
                format!("“{words}” is not a name and a kind"),
                "Write: \"Wexmouth Police; police\".",
            ));
        }
    };
    let id = write::safe_name(&name.to_lowercase());
    let mut fields = fields(&[("id", id.as_deref()), ("name", Some(name)), ("kind", kind)]);
    fields.insert("returns".into(), json!([]));
    Ok(Value::Object(fields))
}

fn parts(words: &str) -> Vec<&str> {
    words.split(';').map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The fields that have words.
fn fields(all: &[(&str, Option<&str>)]) -> Map<String, Value> {
    all.iter().filter_map(|(field, words)| Some(((*field).to_owned(), json!((*words)?)))).collect()
}

fn whole(reference: Option<&str>, child: Map<String, Value>, people: Vec<Value>, agencies: Vec<Value>) -> Value {
    let mut case = fields(&[("reference", reference)]);
    case.insert("child".into(), Value::Object(child));
    case.insert("people".into(), Value::Array(people));
    case.insert("agencies".into(), Value::Array(agencies));
    Value::Object(case)
}
