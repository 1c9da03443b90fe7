//! Stretches of time with a name: seasons, terms, quarters, decades, weeks, and parts of them ("early 2010").

use super::calendar::{self, year_of};
use super::span::{Span, first_of, last_of, shifted};
use super::tokens::Token;
use super::{Found, Frame};
use chrono::{Datelike, NaiveDate};

/// Reads a named stretch of time.
pub fn read(tokens: &[Token], frame: &Frame) -> Found {
    super::first_of(&[week, part, season, term, half_term, quarter, half, decade, year_of_account], tokens, frame)
}

/// A year, or two that follow each other (`2014`, `2014/15`): the first, and whether there are two.
pub fn years(tokens: &[Token], frame: &Frame) -> Option<(i32, bool)> {
    match tokens {
        [year @ (Token::Number(_, 4 | 2) | Token::ShortYear(_))] => Some((year_of(year, frame).ok()?.0, false)),
        [year @ Token::Number(_, 4 | 2), Token::Mark('/' | '-' | '–'), Token::Number(next, 2 | 4)] => {
            let (year, _) = year_of(year, frame).ok()?;
            (next % 100 == (year as u32 + 1) % 100).then_some((year, true))
        }
        _ => None,
    }
}

/// Words and then a year, or a year and then words; marks between them do not matter.
fn named_year<'a>(tokens: &'a [Token], frame: &Frame) -> Option<(&'a [Token], (i32, bool))> {
    let trim = |tokens: &'a [Token]| -> &'a [Token] {
        let loose = |token: &Token| matches!(token, Token::Mark('/' | '-' | '.' | ',' | '–'));
        let from = tokens.iter().position(|token| !loose(token)).unwrap_or(tokens.len());
        let to = tokens.iter().rposition(|token| !loose(token)).map_or(from, |last| last + 1);
        &tokens[from..to]
    };
    [3, 1].into_iter().filter(|size| *size < tokens.len()).find_map(|size| {
        let (words, end) = tokens.split_at(tokens.len() - size);
        let (start, rest) = tokens.split_at(size);
        let last = years(end, frame).map(|years| (trim(words), years));
        last.or_else(|| years(start, frame).map(|years| (trim(rest), years)))
    })
}

/// The words of a slice, if it holds nothing else.
fn words<'a>(tokens: &'a [Token]) -> Vec<&'a str> {
    let word = |token: &'a Token| if let Token::Word(word) = token { Some(word.as_str()) } else { None };
    tokens.iter().map(word).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// `w/c 12.3.07`, `week ending 12/3/07`, `weekend of 12 May 2012`, `first week of May 2012`.
fn week(tokens: &[Token], frame: &Frame) -> Found {
    let of_day = |rest: &[Token], from: i64, to: i64| -> Found {
        let day = calendar::read(rest, frame)?.and_then(|span| span.only_day().map(|day| (day, span.remarks)));
        Ok(day.and_then(|(day, remarks)| {
            let span = Span::days(shifted(day, from)?, shifted(day, to)?);
            Some(Span { remarks, ..span })
        }))
    };
    match tokens {
        [Token::Word(_), Token::Mark(':' | '.' | '-' | '–'), rest @ ..] => {
            week(&[&tokens[..1], rest].concat(), frame)
        }
        [Token::Word(word), rest @ ..] if word == "wc" => of_day(rest, 0, 6),
        [Token::Word(word), rest @ ..] if word == "we" => of_day(rest, -6, 0),
        [Token::Word(week), Token::Word(word), rest @ ..] if week == "week" || week == "wk" => match word.as_str() {
            "commencing" | "beginning" | "starting" | "comm" | "beg" | "from" => of_day(rest, 0, 6),
            "ending" | "end" => of_day(rest, -6, 0),
            _ => Ok(None),
        },
        [Token::Word(week), rest @ ..] if week == "week" || week == "wk" => {
            let Some(day) = calendar::read(rest, frame)?.and_then(|span| span.only_day()) else { return Ok(None) };
            let back = i64::from(day.weekday().num_days_from_monday());
            let span = of_day(rest, -back, 6 - back)?;
            // "Week 1 Sept" may be the first week of September.
            let counted = matches!(rest, [Token::Number(1..=5, 1), ..]);
            Ok(span
                .map(|span| if counted { span.remark("it was taken for the week that holds that day") } else { span }))
        }
        [Token::Word(word), rest @ ..] if word == "weekend" => {
            let Some(day) = calendar::read(rest, frame)?.and_then(|span| span.only_day()) else { return Ok(None) };
            match day.weekday().num_days_from_monday() {
                4 => of_day(rest, 0, 2),
                6 => of_day(rest, -1, 0),
                before => of_day(rest, 5 - i64::from(before), 6 - i64::from(before)),
            }
        }
        [Token::Word(which), Token::Word(word), rest @ ..] if word == "week" => week_of_month(which, rest, frame),
        [Token::Ordinal(which), Token::Word(word), rest @ ..] if word == "week" => {
            let names = ["first", "second", "third", "fourth"];
            let name = names.get((*which as usize).wrapping_sub(1)).copied().unwrap_or_default();
            week_of_month(name, rest, frame)
        }
        _ => Ok(None),
    }
}

/// `first week of May 2012`: seven days counted from the first, or back from the last.
fn week_of_month(which: &str, rest: &[Token], frame: &Frame) -> Found {
    let Some(month) = calendar::read(rest, frame)?.filter(|span| span.only_day().is_none()) else { return Ok(None) };
    let (Some(first), Some(last)) = (month.first, month.last) else { return Ok(None) };
    if (last - first).num_days() > 31 {
        return Ok(None);
    }
    let from = match which {
        "first" => Some(first),
        "second" => shifted(first, 7),
        "third" => shifted(first, 14),
        "fourth" => shifted(first, 21),
        "last" | "final" => shifted(last, -6),
        _ => None,
    };
    Ok(from.and_then(|from| Some(Span::days(from, shifted(from, 6)?))))
}

/// `early 2010`, `mid-March 2019`, `end of 2012`, `late 1990s`: a third of it, or a quarter at its very ends.
fn part(tokens: &[Token], frame: &Frame) -> Found {
    let names = ["early", "mid", "middle", "late", "later", "beginning", "start", "end", "begining", "latter"];
    let (name, rest) = match tokens {
        [name, rest @ ..] if name.is_one_of(&names) => (name, rest),
        [rest @ .., name] if name.is_one_of(&names) => (name, rest),
        _ => return Ok(None),
    };
    let rest = match rest {
        [rest @ .., Token::Mark(_)] | [Token::Mark(_), rest @ ..] => rest,
        [word, rest @ ..] if word.is("part") => rest,
        rest => rest,
    };
    let Token::Word(name) = name else { return Ok(None) };
    let whole = super::first_of(&[calendar::read, season, decade, term], rest, frame)?;
    Ok(whole.filter(|span| span.only_day().is_none()).and_then(|span| part_of(&span, name)))
}

/// A part of a whole, by months where the whole is long and by days where it is a month.
fn part_of(whole: &Span, name: &str) -> Option<Span> {
    let (first, last) = (whole.first?, whole.last?);
    let length = (last.year() - first.year()) * 12 + last.month0() as i32 - first.month0() as i32 + 1;
    let early = ["early", "beginning", "start", "begining"].contains(&name);
    let mid = ["mid", "middle"].contains(&name);
    let end = ["beginning", "start", "end", "begining"].contains(&name);
    let span = match length {
        120 if early => Span::years(first.year(), first.year() + 3)?,
        120 if mid => Span::years(first.year() + 4, first.year() + 6)?,
        120 => Span::years(first.year() + 7, first.year() + 9)?,
        1 if early => Span::days(first, shifted(first, 9)?),
        1 if mid => Span::days(shifted(first, 10)?, shifted(first, 19)?),
        1 => Span::days(shifted(first, 20)?, last),
        months => {
            let third = if end && months == 12 { 3 } else { (months / 3).max(1) };
            let (from, to) = if early {
                (0, third - 1)
            } else if mid {
                (third, months - third - 1)
            } else {
                (months - third, months - 1)
            };
            let at = |offset: i32| {
                (first.year() + (first.month0() as i32 + offset) / 12, (first.month0() as i32 + offset) as u32 % 12 + 1)
            };
            if from == to { Span::month(at(from).0, at(from).1)? } else { Span::months(at(from), at(to))? }
        }
    };
    Some(Span { remarks: whole.remarks.clone(), ..span })
}

/// `Autumn 2011`, by the months of weather: autumn is September to November.
fn season(tokens: &[Token], frame: &Frame) -> Found {
    let Some((name, (year, two))) = named_year(tokens, frame) else { return Ok(None) };
    let (code, from) = match words(name)[..] {
        ["spring" | "springtime" | "spr"] => (21, 3),
        ["summer" | "summertime" | "sum"] => (22, 6),
        ["autumn" | "fall" | "aut"] => (23, 9),
        ["winter" | "wintertime"] => (24, 12),
        _ => return Ok(None),
    };
    if two && code != 24 {
        return Ok(None);
    }
    let (last_year, last_month) = if from == 12 { (year + 1, 2) } else { (year, from + 2) };
    let (Some(first), Some(last)) = (first_of(year, from), last_of(last_year, last_month)) else { return Ok(None) };
    let span = Span::new(first, last, format!("{year:04}-{code}"));
    let doubtful = code == 24 && !two;
    let remark = || {
        format!(
            "winter {year} was taken for December {year} to February {}; it can also mean the months before",
            year + 1
        )
    };
    Ok(Some(if doubtful { span.remark(remark()) } else { span }))
}

/// The months of a school term that begins in the school year `year` to `year + 1`; spring and summer lie in the second.
pub fn term_months(name: &str) -> Option<(bool, u32, u32)> {
    match name {
        "autumn" | "michaelmas" | "christmas" => Some((false, 9, 12)),
        "spring" | "lent" | "easter" => Some((true, 1, 4)),
        "summer" => Some((true, 4, 7)),
        _ => None,
    }
}

/// `summer term 2012`, `autumn term 2012/13`.
fn term(tokens: &[Token], frame: &Frame) -> Found {
    let Some((name, (year, two))) = named_year(tokens, frame) else { return Ok(None) };
    let [name, "term"] = words(name)[..] else { return Ok(None) };
    let Some((second, from, to)) = term_months(name) else { return Ok(None) };
    let year = if two && second { year + 1 } else { year };
    Ok(Span::months((year, from), (year, to)))
}

/// `October half term 2014`: the weeks in which schools break.
fn half_term(tokens: &[Token], frame: &Frame) -> Found {
    let Some((name, (year, false))) = named_year(tokens, frame) else { return Ok(None) };
    let kept: Vec<&Token> = name
        .iter()
        .filter(|token| !token.is("half") && !token.is("term") && !token.is("holiday") && !token.is("holidays"))
        .collect();
    if kept.len() + 2 > name.len() || !name.iter().any(|token| token.is("half")) {
        return Ok(None);
    }
    let weeks = match kept[..] {
        [Token::Month(2)] => ((2, 8), (2, 25)),
        [Token::Month(5 | 6)] => ((5, 22), (6, 6)),
        [Token::Month(10)] => ((10, 17), (11, 5)),
        [word] if word.is("spring") => ((2, 8), (2, 25)),
        [word] if word.is("summer") || word.is("whitsun") => ((5, 22), (6, 6)),
        [word] if word.is("autumn") => ((10, 17), (11, 5)),
        _ => return Ok(None),
    };
    let day = |(month, day)| NaiveDate::from_ymd_opt(year, month, day);
    Ok(day(weeks.0).zip(day(weeks.1)).map(|(first, last)| Span::days(first, last)))
}

/// `Q3 2015`; with two years a quarter of the financial year, which begins in April.
fn quarter(tokens: &[Token], frame: &Frame) -> Found {
    let Some((name, (year, two))) = named_year(tokens, frame) else { return Ok(None) };
    let which = match name {
        [q, Token::Number(which @ 1..=4, 1)] if q.is("q") || q.is("quarter") || q.is("qtr") => *which,
        [Token::Ordinal(which @ 1..=4), q] if q.is("quarter") || q.is("qtr") => *which,
        [nth, q] if q.is("quarter") => match words(std::slice::from_ref(nth))[..] {
            ["first"] => 1,
            ["second"] => 2,
            ["third"] => 3,
            ["fourth" | "last" | "final"] => 4,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    let months = (which - 1) * 3 + if two { 4 } else { 1 };
    let (year, from) = (year + (months as i32 - 1) / 12, (months - 1) % 12 + 1);
    let code = 32 + (from - 1) / 3 + 1;
    let ends = first_of(year, from).zip(last_of(year, from + 2));
    Ok(ends.map(|(first, last)| Span::new(first, last, format!("{year:04}-{code}"))))
}

/// `first half of 2014`, `H2 2014`.
fn half(tokens: &[Token], frame: &Frame) -> Found {
    let Some((name, (year, false))) = named_year(tokens, frame) else { return Ok(None) };
    let first = match name {
        [h, Token::Number(which @ 1..=2, 1)] if h.is("h") => *which == 1,
        [Token::Ordinal(which @ 1..=2), half] if half.is("half") => *which == 1,
        [nth, half] if half.is("half") && nth.is_one_of(&["first", "second", "latter"]) => nth.is("first"),
        _ => return Ok(None),
    };
    Ok(if first { Span::months((year, 1), (year, 6)) } else { Span::months((year, 7), (year, 12)) })
}

/// `1990s`, `the nineties`.
fn decade(tokens: &[Token], _frame: &Frame) -> Found {
    let start = match tokens {
        [Token::Decade(year, 4)] => *year as i32,
        [Token::Decade(year @ (0 | 10 | 20), 2)] => 2000 + *year as i32,
        [Token::Decade(year, 2)] => 1900 + *year as i32,
        [Token::Word(word)] => match word.as_str() {
            "fifties" => 1950,
            "sixties" => 1960,
            "seventies" => 1970,
            "eighties" => 1980,
            "nineties" => 1990,
            "noughties" => 2000,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    if start % 10 != 0 || !calendar::REACH.contains(&start) {
        return Ok(None);
    }
    let ends = first_of(start, 1).zip(last_of(start + 9, 12));
    Ok(ends.map(|(first, last)| Span::new(first, last, format!("{}X", start / 10))))
}

/// `academic year 2012/13`, `financial year 2012/13`, `year 2010`, `month of May 2012`.
fn year_of_account(tokens: &[Token], frame: &Frame) -> Found {
    if let [word, rest @ ..] = tokens
        && (word.is("month") || (word.is("year") && matches!(rest, [Token::Number(_, 4)])))
    {
        return calendar::read(rest, frame);
    }
    let Some((name, (year, two))) = named_year(tokens, frame) else { return Ok(None) };
    let span = match words(name)[..] {
        ["academic" | "school", "year"] | ["ay"] if two => Span::months((year, 9), (year + 1, 8)),
        ["financial" | "fiscal" | "tax", "year"] | ["fy"] if two => Span::months((year, 4), (year + 1, 3)),
        _ => None,
    };
    Ok(span)
}
