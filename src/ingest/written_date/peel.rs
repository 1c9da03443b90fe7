//! Taking off what stands around a date: times of day, weekdays, doubt, brackets, small words.

use super::months;
use super::span::Span;
use super::tokens::Token;
use super::{Found, Frame};
use chrono::Datelike;

/// Words that make a date uncertain.
const UNCERTAIN: &[&str] = &[
    "probably",
    "prob",
    "possibly",
    "poss",
    "maybe",
    "perhaps",
    "likely",
    "believed",
    "thought",
    "presumed",
    "presumably",
    "assumed",
    "unconfirmed",
    "unsure",
    "unclear",
    "allegedly",
    "potentially",
];
/// Words that make a date approximate.
const APPROXIMATE: &[&str] = &[
    "circa",
    "c",
    "ca",
    "cir",
    "cca",
    "about",
    "abt",
    "approx",
    "approximately",
    "approximate",
    "approximated",
    "aprox",
    "appx",
    "around",
    "roughly",
    "say",
    "est",
    "estimated",
    "estimate",
    "thereabouts",
    "ish",
    "guess",
];
/// Words that say nothing but that the date is not known, beside brackets that say more.
const UNSAID: &[&str] = &["historic", "historical", "unknown", "not", "known", "undated", "unsure", "exact", "nk"];
/// Times of day in words.
const TIMES: &[&str] = &[
    "am",
    "pm",
    "morning",
    "afternoon",
    "evening",
    "night",
    "nighttime",
    "midday",
    "noon",
    "midnight",
    "lunchtime",
    "lunch",
    "teatime",
    "overnight",
    "daytime",
    "playtime",
    "breaktime",
    "hrs",
    "hours",
    "hr",
    "gmt",
    "bst",
    "utc",
];
/// Small words that say nothing about which day.
const SMALL: &[&str] = &[
    "the",
    "of",
    "on",
    "in",
    "during",
    "date",
    "dated",
    "dates",
    "sometime",
    "throughout",
    "over",
    "within",
    "calendar",
    "inclusive",
    "various",
    "several",
    "multiple",
    "many",
    "numerous",
    "occasions",
];
/// Marks that may be left over at either end.
const LEFT_OVER: &[char] = &['.', ',', ';', ':', '–', '-', '*', '(', ')', '[', ']', '"', '!', '=', '/', '_'];

/// Reads a date after taking off what stands around it.
pub fn peeled(tokens: &[Token], frame: &Frame, read: fn(&[Token], &Frame) -> Found) -> Found {
    if !tokens.iter().any(|token| token.is_mark('(') || token.is_mark('[')) {
        return core(tokens, frame, read);
    }
    let bracket = |token: &&Token| "()[]".chars().any(|mark| token.is_mark(mark));
    let flat: Vec<Token> = tokens.iter().filter(|token| !bracket(token)).cloned().collect();
    if let Ok(Some(span)) = core(&flat, frame, read) {
        return Ok(Some(span));
    }
    let (outside, inside) = brackets(tokens);
    if outside.iter().all(|token| token.is_one_of(UNSAID) || token.is_one_of(SMALL)) {
        return core(&inside, frame, read);
    }
    let Some(span) = core(&outside, frame, read)? else { return Ok(None) };
    let says = |words: &[&str]| inside.iter().any(|token| token.is_one_of(words));
    let (uncertain, approximate) =
        (says(UNCERTAIN) || inside.iter().any(|token| token.is_mark('?')), says(APPROXIMATE));
    let exactness = says(&["exact", "unknown", "known", "date", "tbc", "recorded", "day", "month", "only"]);
    let span = span.qualified(uncertain, approximate);
    let plain = uncertain
        || approximate
        || exactness
        || inside.iter().all(|token| token.is_one_of(TIMES) || token.is_mark(':'));
    Ok(Some(if plain {
        span
    } else {
        span.remark("what stands in brackets beside the date was not read as part of it")
    }))
}

/// What stands outside brackets, and what inside.
fn brackets(tokens: &[Token]) -> (Vec<Token>, Vec<Token>) {
    let (mut outside, mut inside, mut depth) = (Vec::new(), Vec::new(), 0usize);
    for token in tokens {
        match token {
            Token::Mark('(' | '[') => depth += 1,
            Token::Mark(')' | ']') => depth = depth.saturating_sub(1),
            _ if depth > 0 => inside.push(token.clone()),
            _ => outside.push(token.clone()),
        }
    }
    (outside, inside)
}

/// Reads a date without brackets.
fn core(tokens: &[Token], frame: &Frame, read: fn(&[Token], &Frame) -> Found) -> Found {
    let tokens = without_times(tokens);
    let (tokens, uncertain, approximate) = without_doubt(&tokens);
    let weekday = tokens.iter().find_map(weekday);
    let kept = tokens.iter().filter(|token| weekday_or_small(token).is_none()).cloned().collect::<Vec<_>>();
    let kept = trimmed(&kept);
    // A time without a colon ("12/3/07 1430", "19-Jul-16 2210") can only be told once nothing else fits.
    let span = match read(kept, frame) {
        Ok(Some(span)) => span,
        refused => match bare_time(kept).map(|day| read(trimmed(day), frame)) {
            Some(Ok(Some(span))) => span,
            _ => return refused,
        },
    };
    Ok(Some(check_weekday(span, weekday).qualified(uncertain, approximate)))
}

/// Some where the token is a weekday or a word that says nothing.
fn weekday_or_small(token: &Token) -> Option<()> {
    (weekday(token).is_some() || token.is_one_of(SMALL)).then_some(())
}

fn weekday(token: &Token) -> Option<u32> {
    match token {
        Token::Word(word) => months::weekday(word),
        _ => None,
    }
}

/// A weekday that is not the date's is a slip in one of the two: a person is asked.
fn check_weekday(span: Span, weekday: Option<u32>) -> Span {
    match (span.only_day(), weekday) {
        (Some(day), Some(said)) if day.weekday().num_days_from_monday() != said => {
            let name = |index: u32| {
                let name = months::DAYS[index as usize];
                format!("{}{}", name[..1].to_uppercase(), &name[1..])
            };
            let was = name(day.weekday().num_days_from_monday());
            span.remark(format!("that day was a {was}, not a {}", name(said)))
        }
        _ => span,
    }
}

/// Without marks at the ends that hold nothing. `2015-` keeps its dash: it means that it went on.
fn trimmed(tokens: &[Token]) -> &[Token] {
    if matches!(tokens, [Token::Number(_, 4), Token::Mark('-' | '–')]) {
        return tokens;
    }
    let loose = |token: &Token| matches!(token, Token::Mark(mark) if LEFT_OVER.contains(mark));
    let from = tokens.iter().position(|token| !loose(token)).unwrap_or(tokens.len());
    let to = tokens.iter().rposition(|token| !loose(token)).map_or(from, |last| last + 1);
    &tokens[from..to]
}

/// Without words of doubt, and whether they made the date uncertain or approximate.
fn without_doubt(tokens: &[Token]) -> (Vec<Token>, bool, bool) {
    let (mut kept, mut uncertain, mut approximate) = (Vec::new(), false, false);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        let following = tokens.get(at);
        let next = |word: &str| following.is_some_and(|token| token.is(word));
        if token.is_mark('?') || token.is_one_of(UNCERTAIN) {
            uncertain = true;
            let to_be = tokens.get(at).is_some_and(|t| t.is("to")) && tokens.get(at + 1).is_some_and(|t| t.is("be"));
            at += if to_be { 2 } else { 0 };
        } else if token.is_one_of(&["could", "might"]) || (*token == Token::Month(5) && next("be")) {
            uncertain = true;
            at += usize::from(next("be"));
        } else if token.is_one_of(APPROXIMATE) {
            approximate = true;
            at += usize::from(tokens.get(at).is_some_and(|token| token.is_mark('.')));
        } else if token.is("or") && (next("thereabouts") || next("so") || next("around") || next("about")) {
            approximate = true;
            at += 1;
        } else {
            kept.push(token.clone());
        }
    }
    (kept, uncertain, approximate)
}

/// Without times of day.
fn without_times(tokens: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // In `3/9/12 am` the 12 is a year.
        let in_date = matches!(kept.last(), Some(Token::Mark('/' | '-' | '.') | Token::Month(_)));
        let long = if in_date && tokens[at].is_number() { 0 } else { time(&tokens[at..]) };
        if long == 0 {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        while kept
            .last()
            .is_some_and(|token| token.is_one_of(&["at", "t", "early", "late", "mid", "time", "times", "from"]))
        {
            kept.pop();
        }
        at += long;
        if tokens.get(at).is_some_and(|token| token.is("z")) {
            at += 1;
        }
        // From one time to another.
        let joined = tokens
            .get(at)
            .is_some_and(|token| token.is("to") || token.is_mark('-') || token.is_mark('–') || token.is_mark('/'));
        if joined && time(&tokens[at + 1..]) > 0 {
            at += 1;
        }
    }
    kept
}

/// How many tokens from here are a time of day; 0 when they are none.
fn time(tokens: &[Token]) -> usize {
    let half = |token: Option<&Token>| {
        usize::from(token.is_some_and(|token| token.is_one_of(&["am", "pm", "hrs", "hours", "hr", "h"])))
    };
    // "2007 am" is a year and a time of day; only "2007 hrs" is a time.
    let hours = |token: Option<&Token>| token.is_some_and(|token| token.is_one_of(&["hrs", "hours", "hr", "h"]));
    let early = tokens.first().is_some_and(|token| token.is_one_of(&["early", "late", "mid"]));
    match tokens {
        [at, Token::Number(hour, 1 | 2), Token::Mark('.'), Token::Number(minute, 2), ..]
            if at.is("at") && *hour < 24 && *minute < 60 =>
        {
            4
        }
        [
            Token::Number(hour, 1 | 2),
            Token::Mark(':'),
            Token::Number(minute, 2),
            Token::Mark(':'),
            Token::Number(_, 2),
            Token::Mark('.'),
            Token::Number(..),
            ..,
        ] if *hour < 24 && *minute < 60 => 7,
        [
            Token::Number(hour, 1 | 2),
            Token::Mark(':'),
            Token::Number(minute, 2),
            Token::Mark(':'),
            Token::Number(_, 2),
            rest @ ..,
        ] if *hour < 24 && *minute < 60 => 5 + half(rest.first()),
        [Token::Number(hour, 1 | 2), Token::Mark(':'), Token::Number(minute, 2), rest @ ..]
            if *hour < 24 && *minute < 60 =>
        {
            3 + half(rest.first())
        }
        [Token::Number(hour, 1 | 2), Token::Mark('.'), Token::Number(minute, 2), rest @ ..]
            if *hour < 24 && *minute < 60 && half(rest.first()) == 1 =>
        {
            4
        }
        [Token::Number(hour, 1 | 2), rest @ ..] if *hour < 24 && half(rest.first()) == 1 => 2,
        [Token::Number(hour, 3 | 4), rest @ ..] if hour % 100 < 60 && *hour < 2400 && hours(rest.first()) => 2,
        [_, next, ..] if early && next.is_one_of(TIMES) => 2,
        [first, ..] if first.is_one_of(TIMES) => 1,
        [first, second, ..] if first.is("early") && second.is("hours") => 2,
        _ => 0,
    }
}

/// The tokens before a time without a colon at the end.
fn bare_time(tokens: &[Token]) -> Option<&[Token]> {
    match tokens {
        [day @ .., Token::Number(time, 4)] if time % 100 < 60 && *time < 2400 && day.len() >= 3 => Some(day),
        [day @ .., Token::Number(hour, 1 | 2), Token::Mark('.'), Token::Number(minute, 2)]
            if *hour < 24 && *minute < 60 && day.len() >= 3 =>
        {
            Some(day)
        }
        _ => None,
    }
}
