//! Dates with one end only: `before 2009`, `after Christmas 2014`, `since March 2012`, `2012 onwards`.

use super::span::{Span, shifted};
use super::tokens::Token;
use super::{Found, Frame};
use chrono::NaiveDate;

/// Which end the words give, and whether the day itself is meant too.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Before,
    Until,
    After,
    Since,
}

/// What stands before a date. Longer phrases come first.
const BEFORE_IT: &[(End, &[&str])] = &[
    (End::Until, &["on", "or", "before"]),
    (End::Until, &["no", "later", "than"]),
    (End::Until, &["not", "later", "than"]),
    (End::Since, &["no", "earlier", "than"]),
    (End::Since, &["not", "before"]),
    (End::Until, &["or", "before"]),
    (End::Since, &["or", "after"]),
    (End::Before, &["prior", "to"]),
    (End::Before, &["earlier", "than"]),
    (End::After, &["later", "than"]),
    (End::After, &["subsequent", "to"]),
    (End::Until, &["up", "to"]),
    (End::Until, &["up", "until"]),
    (End::Since, &["as", "from"]),
    (End::Since, &["ongoing", "since"]),
    (End::Since, &["ongoing", "from"]),
    (End::Before, &["before"]),
    (End::Before, &["pre"]),
    (End::Until, &["until"]),
    (End::Until, &["till"]),
    (End::Until, &["til"]),
    (End::Until, &["by"]),
    (End::After, &["after"]),
    (End::After, &["post"]),
    (End::Since, &["since"]),
    (End::Since, &["from"]),
];

/// What stands after a date that went on.
const AFTER_IT: &[(End, &[&str])] = &[
    (End::Since, &["onwards"]),
    (End::Since, &["onward"]),
    (End::Since, &["ongoing"]),
    (End::Since, &["to", "present"]),
    (End::Since, &["to", "present", "day"]),
    (End::Since, &["to", "now"]),
    (End::Since, &["to", "current"]),
    (End::Since, &["to", "ongoing"]),
    (End::Since, &["present"]),
    (End::Since, &["current"]),
    (End::Since, &["now"]),
    (End::Since, &["to"]),
    (End::Since, &["or", "later"]),
    (End::Since, &["and", "after"]),
    (End::Until, &["or", "earlier"]),
    (End::Until, &["and", "before"]),
    (End::Until, &["or", "before"]),
];

/// Reads a date with one end.
pub fn read(tokens: &[Token], frame: &Frame) -> Found {
    let (soon, tokens) = match tokens {
        [word, rest @ ..] if word.is_one_of(&["shortly", "just", "soon", "immediately"]) => (true, rest),
        rest => (false, rest),
    };
    for (end, rest) in suffix(tokens).into_iter().chain(prefix(tokens)) {
        let by_age = end == End::Before && rest.first().is_some_and(|token| token.is_one_of(&["age", "aged", "birth"]));
        if !by_age && let Some(inner) = super::atom(rest, frame)? {
            let span = open(inner, end);
            return Ok(if soon { span.and_then(near) } else { span });
        }
    }
    Ok(None)
}

/// A phrase at the beginning, and what follows it.
fn prefix(tokens: &[Token]) -> Option<(End, &[Token])> {
    match tokens {
        [Token::Mark('>'), rest @ ..] => return Some((End::After, rest)),
        [Token::Mark('<'), rest @ ..] => return Some((End::Before, rest)),
        _ => {}
    }
    BEFORE_IT.iter().find_map(|(end, phrase)| {
        let matches = tokens.len() > phrase.len() && phrase.iter().zip(tokens).all(|(word, token)| token.is(word));
        matches.then(|| (*end, &tokens[phrase.len()..]))
    })
}

/// A phrase at the end, and what stands before it; `2015-` says the same by its dash.
fn suffix(tokens: &[Token]) -> Option<(End, &[Token])> {
    if let [year @ Token::Number(_, 4), Token::Mark('-' | '–')] = tokens {
        return Some((End::Since, std::slice::from_ref(year)));
    }
    if let [rest @ .., Token::Mark('+')] = tokens {
        return Some((End::Since, rest));
    }
    AFTER_IT.iter().find_map(|(end, phrase)| {
        let at = tokens.len().checked_sub(phrase.len()).filter(|at| *at > 0)?;
        let matches = phrase.iter().zip(&tokens[at..]).all(|(word, token)| token.is(word));
        let rest = match &tokens[..at] {
            [rest @ .., Token::Mark('-' | '–' | ',' | '/')] => rest,
            rest => rest,
        };
        let rest = match rest {
            [word, rest @ ..] if word.is("from") || word.is("since") => rest,
            rest => rest,
        };
        matches.then_some((*end, rest))
    })
}

/// Opens one end of a span.
fn open(inner: Span, end: End) -> Option<Span> {
    let day = |day: NaiveDate| day.to_string();
    let whole = |edtf: &str| (!edtf.contains(['/', '{', '['])).then(|| edtf.to_owned());
    let (first, last, edtf) = match end {
        End::Before => {
            let last = inner.first?.pred_opt()?;
            (None, Some(last), format!("../{}", day(last)))
        }
        End::Until => (None, inner.last, format!("../{}", whole(&inner.edtf).or(inner.last.map(day))?)),
        End::After => {
            let first = inner.last?.succ_opt()?;
            (Some(first), None, format!("{}/..", day(first)))
        }
        End::Since => (inner.first, None, format!("{}/..", whole(&inner.edtf).or(inner.first.map(day))?)),
    };
    Some(Span { first, last, edtf, remarks: inner.remarks })
}

/// "Shortly" closes the open end at two months.
fn near(span: Span) -> Option<Span> {
    let closed = match (span.first, span.last) {
        (None, Some(last)) => Span::days(shifted(last, -60)?, last),
        (Some(first), None) => Span::days(first, shifted(first, 60)?),
        _ => return None,
    };
    Some(Span { remarks: span.remarks, ..closed }.remark("“shortly” was taken for within two months"))
}
