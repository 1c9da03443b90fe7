//! The fields that hold JSON, as words.

use super::codes::{self, Code};
use serde_json::Value;

/// The words of a field that may hold JSON: flags that are set by their names, other values beside theirs.
pub fn words(cell: &str, set: Option<&[Code]>) -> String {
    parts(cell, set).join(", ")
}

/// The same, one by one.
pub fn parts(cell: &str, set: Option<&[Code]>) -> Vec<String> {
    let mut said = Vec::new();
    match serde_json::from_str::<Value>(cell) {
        Ok(value @ (Value::Array(_) | Value::Object(_))) => gather(&value, set, &mut said),
        _ => said.extend(
            cell.split(if set.is_some() { [',', ';'] } else { ['\n', '\n'] }).map(|one| codes::decode(one, set)),
        ),
    }
    said.retain(|words| !words.is_empty());
    said
}

fn gather(value: &Value, set: Option<&[Code]>, said: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, set, said)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| field(name, value, set, said)),
        Value::String(words) if !words.trim().is_empty() => {
            said.extend(words.split(',').map(|one| codes::decode(one.trim(), set)))
        }
        Value::Number(number) => said.push(codes::decode(&number.to_string(), set)),
        _ => {}
    }
}

/// A named value: a flag that is set says its name, one that is not says nothing, anything else says both.
fn field(name: &str, value: &Value, set: Option<&[Code]>, said: &mut Vec<String>) {
    let words = match value {
        Value::String(words) => words.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        other => return gather(other, set, said),
    };
    match (is_yes(&words), is_no(&words)) {
        (true, _) => said.push(codes::decode(&plain(name), set)),
        (_, true) => {}
        _ if set.is_some_and(|set| codes::knows(set, &words)) => said.push(codes::decode(&words, set)),
        _ if is_only_a_label(name) => said.push(words),
        _ => said.push(format!("{}: {words}", plain(name))),
    }
}

/// "OUTCOME_STRATEGY_DISCUSSION_FLAG" as "strategy discussion".
fn plain(name: &str) -> String {
    if name.len() <= 3 {
        return name.to_owned();
    }
    let lower = name.to_lowercase();
    let bare = lower.trim_start_matches("outcome_").trim_end_matches("_flag").replace('_', " ");
    let bare = bare.trim();
    bare.to_owned()
}

fn is_only_a_label(name: &str) -> bool {
    let name = name.to_lowercase();
    ["outcome", "description", "desc", "name", "plan", "factor", "value", "code", "result"]
        .iter()
        .any(|word| name.ends_with(word))
}

/// Whether a cell says yes.
pub fn is_yes(words: &str) -> bool {
    ["y", "yes", "1", "true", "t"].iter().any(|yes| words.eq_ignore_ascii_case(yes))
}

/// Whether a cell says no, or nothing.
pub fn is_no(words: &str) -> bool {
    ["", "n", "no", "0", "false", "f", "null"].iter().any(|no| words.eq_ignore_ascii_case(no))
}

/// An address without its grid references.
pub fn address(cell: &str) -> String {
    let Ok(Value::Object(fields)) = serde_json::from_str::<Value>(cell) else { return cell.trim().to_owned() };
    let order =
        ["room", "floor", "flat", "building", "house", "number", "street", "locality", "town", "county", "postcode"];
    let place = |name: &str| order.iter().position(|word| name.to_lowercase().contains(word)).unwrap_or(order.len());
    let kept =
        fields.iter().filter(|(name, _)| !["uprn", "easting", "northing"].contains(&name.to_lowercase().as_str()));
    let mut parts: Vec<(usize, String)> = kept
        .filter_map(|(name, value)| {
            let words = value.as_str().map_or_else(|| value.to_string(), |words| words.trim().to_owned());
            (!words.is_empty() && words != "null").then(|| (place(name), words))
        })
        .collect();
    parts.sort_by_key(|(place, _)| *place);
    parts.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_that_are_set_say_their_names() {
        let json = r#"{"OUTCOME_NFA_FLAG":"N","OUTCOME_SINGLE_ASSESSMENT_FLAG":"Y","COMMENTS":"seen by duty"}"#;
        assert_eq!(words(json, None), "comments: seen by duty, single assessment");
        assert_eq!(words("No further action", None), "No further action");
        assert_eq!(
            words(r#"["1A","19C"]"#, Some(codes::FACTORS)),
            "alcohol misuse by the child, sexual abuse of the child (adult on child)"
        );
        assert_eq!(words(r#"{"11A":"Yes","21":"No"}"#, Some(codes::FACTORS)), "sexual exploitation of the child");
    }

    #[test]
    fn an_address_is_written_as_on_a_letter() {
        let json = r#"{"TOWN":"Wexmouth","HOUSE":"12","STREET":"High Street","UPRN":"100","FLAT":""}"#;
        assert_eq!(address(json), "12, High Street, Wexmouth");
        assert_eq!(address("12 High Street"), "12 High Street");
    }
}
