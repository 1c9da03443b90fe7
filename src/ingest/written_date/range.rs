//! Two dates that are one stretch of time (`Aug-Sept 2011`), and several in one cell (`3, 5 and 7 May 2012`).
//!
//! One side may lend the other what it leaves out: in `3-5 May 2012` the 3 borrows month and year.

use super::refusal::Refusal;
use super::span::Span;
use super::tokens::Token;
use super::{Found, Frame, atom};

/// More tokens than this are not one stretch of time.
const LONGEST: usize = 18;

/// How two dates are joined.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    /// From one to the other.
    Through,
    /// Both.
    And,
    /// One of them.
    Or,
}

/// Reads dates that are joined.
pub fn read(tokens: &[Token], frame: &Frame) -> Found {
    if tokens.len() > LONGEST {
        return Ok(None);
    }
    let (between, tokens) = match tokens {
        [word, rest @ ..] if word.is("between") => (true, rest),
        [word, rest @ ..] if word.is("from") || word.is("betw") || word.is("either") => (false, rest),
        rest => (false, rest),
    };
    for rank in 0..5 {
        for at in (1..tokens.len().saturating_sub(1)).filter(|at| self::rank(&tokens[*at]) == Some(rank)) {
            let (left, right) = (&tokens[..at], &tokens[at + 1..]);
            if ambiguous(&tokens[at], left, right) {
                continue;
            }
            let joint = joint(&tokens[at], between);
            if let Some(span) = pair(left, right, joint, frame)? {
                return Ok(Some(span));
            }
        }
    }
    Ok(None)
}

/// Words that join are tried before dashes, dashes before strokes, strokes before commas.
fn rank(token: &Token) -> Option<usize> {
    match token {
        Token::Word(word) if ["to", "until", "till", "through", "thru"].contains(&word.as_str()) => Some(0),
        Token::Word(word) if ["and", "or"].contains(&word.as_str()) => Some(1),
        Token::Mark('–') => Some(1),
        Token::Mark('-') => Some(2),
        Token::Mark('/') => Some(3),
        Token::Mark('&' | '+' | ',' | ';') => Some(4),
        _ => None,
    }
}

/// In figures a stroke beside which another stands is part of a date and joins nothing; so is a dash.
fn ambiguous(joint: &Token, left: &[Token], right: &[Token]) -> bool {
    let named = |side: &[Token]| side.iter().any(|token| matches!(token, Token::Month(_)));
    let again = |side: &[Token]| !named(side) && side.contains(joint);
    matches!(joint, Token::Mark('/' | '-')) && (again(left) || again(right))
}

fn joint(token: &Token, between: bool) -> Joint {
    match token {
        _ if between => Joint::Through,
        Token::Word(word) if word == "or" => Joint::Or,
        Token::Word(word) if word == "and" => Joint::And,
        Token::Mark('&' | '+' | ',' | ';') => Joint::And,
        _ => Joint::Through,
    }
}

/// Two sides joined, each lending the other what it leaves out.
fn pair(left: &[Token], right: &[Token], joint: Joint, frame: &Frame) -> Found {
    if let ([Token::Number(from, 4)], [Token::Number(to, 1 | 2)]) = (left, right) {
        return Ok(Span::years(*from as i32, (*from - from % 100 + to) as i32).filter(|_| to > &(from % 100)));
    }
    // A list has more than one joint; its rest is read first.
    let alone = match atom(right, frame) {
        Ok(None) if joint != Joint::Through => read(right, frame),
        other => other,
    };
    let year = if alone == Err(Refusal::NoYear) { with_year(left, right, frame) } else { None };
    let (right_span, lent) = match (alone, year, borrowed_forward(left, right, frame)) {
        (Ok(Some(span)), ..) | (_, Some(span), _) => (span, false),
        (_, _, Some(span)) => (span, true),
        (alone, ..) => return alone,
    };
    let complete = if lent { None } else { own(left, frame)? };
    let left_span = match complete {
        Some(span) => Some(span),
        None => borrowed(left, right, &right_span, frame)?,
    };
    Ok(left_span.map(|left_span| join(left_span, right_span, joint)))
}

/// A side that needs nothing. That it lacks a year is no reason to stop: it may borrow one.
fn own(tokens: &[Token], frame: &Frame) -> Found {
    atom(tokens, frame).or(Ok(None))
}

/// The left side with the end of the right one: most of it first, so that `3-5/6/2012` begins on 3 June.
fn borrowed(left: &[Token], right: &[Token], right_span: &Span, frame: &Frame) -> Found {
    for from in 1..right.len() {
        let month = |tokens: &[Token]| tokens.iter().any(|token| matches!(token, Token::Month(_)));
        if month(right) && !month(left) && !month(&right[from..]) {
            break;
        }
        let lent = [left, &right[from..]].concat();
        let Ok(Some(span)) = atom(&lent, frame) else { continue };
        let runs_back = span.first > right_span.last;
        let year_before = match lent.last() {
            Some(Token::Number(year, digits @ 4)) if runs_back => Some(Token::Number(year - 1, *digits)),
            _ => None,
        };
        return match year_before {
            // December to January: the year is the later one's.
            Some(year) => own(&[&lent[..lent.len() - 1], &[year]].concat(), frame),
            None => Ok(Some(span)),
        };
    }
    Ok(None)
}

/// The right side with the year of the left one, or the next where it would run back: `8 Nov 2012 to 10 Jan`.
fn with_year(left: &[Token], right: &[Token], frame: &Frame) -> Option<Span> {
    let Some(Token::Number(year, 4)) = left.last() else { return None };
    let begins = atom(left, frame).ok().flatten()?.first;
    let in_year = |year: u32| atom(&[right, &[Token::Number(year, 4)]].concat(), frame).ok().flatten();
    in_year(*year).filter(|span| span.first >= begins).or_else(|| in_year(year + 1))
}

/// The right side with the beginning of the left one: `May 12-15 2007`.
fn borrowed_forward(left: &[Token], right: &[Token], frame: &Frame) -> Option<Span> {
    let lent = |to: usize| atom(&[&left[..to], right].concat(), frame).ok().flatten();
    (1..left.len()).rev().find_map(lent)
}

/// One span of two.
fn join(left: Span, right: Span, joint: Joint) -> Span {
    let (left, right, turned) =
        if left.first > right.first && left.last > right.last { (right, left, true) } else { (left, right, false) };
    let simple = |edtf: &str| !edtf.contains(['/', '[', ']']);
    let parts = (left.edtf.clone(), right.edtf.clone());
    let span = left.through(right);
    let span = match joint {
        Joint::And if simple(&parts.0) && simple(&parts.1) => {
            let bare = |edtf: &str| edtf.trim_matches(['{', '}']).to_owned();
            Span { edtf: format!("{{{},{}}}", bare(&parts.0), bare(&parts.1)), ..span }
                .remark("the cell gives more than one date")
        }
        Joint::Or if simple(&parts.0) && simple(&parts.1) => {
            Span { edtf: format!("[{},{}]", parts.0, parts.1), ..span }
        }
        _ => span,
    };
    if turned && joint == Joint::Through { span.remark("the later date stands first") } else { span }
}
