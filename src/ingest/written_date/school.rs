//! School years of the child: `when in Year 4`, `Reception`, `summer term Year 6`.

use super::period::term_months;
use super::refusal::Refusal;
use super::span::Span;
use super::tokens::Token;
use super::{Found, Frame};
use chrono::{Datelike, NaiveDate};

/// Reads a school year, counted from the child's date of birth.
pub fn read(tokens: &[Token], frame: &Frame) -> Found {
    let words: Vec<&Token> = tokens
        .iter()
        .filter(|token| {
            token.is_word_or_number() && !token.is_one_of(&["when", "while", "whilst", "at", "was", "school"])
        })
        .collect();
    let (term, class) = match words[..] {
        [name, term, ref class @ ..] | [ref class @ .., name, term] if term.is("term") => (Some(name), class),
        [ref class @ .., name] | [name, ref class @ ..] if name.is_one_of(&["autumn", "spring", "summer"]) => {
            (Some(name), class)
        }
        ref class => (None, class),
    };
    let Some((from, to)) = classes(class) else { return Ok(None) };
    let born = frame.born.as_ref().ok_or(Refusal::NoBirth)?;
    let starts = |born: NaiveDate| born.year() + if born.month() >= 9 { 5 } else { 4 };
    let (first, last) = (starts(born.earliest) + from, starts(born.latest) + to);
    let span = match term {
        None => Span::months((first, 9), (last + 1, 8)),
        Some(Token::Word(name)) => term_months(name).and_then(|(second, begin, end)| {
            let add = i32::from(second);
            Span::months((first + add, begin), (last + add, end))
        }),
        Some(_) => None,
    };
    Ok(span.map(|span| span.remark("it was counted from the child's date of birth, by the school year of England")))
}

/// The first and last class, counted from Reception as 0.
fn classes(words: &[&Token]) -> Option<(i32, i32)> {
    let class = |token: &Token| matches!(token, Token::Number(1..=13, 1 | 2));
    match words {
        [year, Token::Number(number, _)] if year.is_one_of(&["year", "yr", "y"]) && class(words[1]) => {
            Some((*number as i32, *number as i32))
        }
        [year, Token::Number(from, _), Token::Number(to, _)]
            if year.is_one_of(&["year", "years", "yr", "yrs", "y"])
                && class(words[1])
                && class(words[2])
                && from < to =>
        {
            Some((*from as i32, *to as i32))
        }
        [year, Token::Number(from, _), again, Token::Number(to, _)]
            if year.is_one_of(&["year", "yr", "y"])
                && again.is_one_of(&["year", "yr", "y", "to", "and", "or"])
                && class(words[1])
                && class(words[3]) =>
        {
            Some((*from as i32, *to as i32))
        }
        [word] if word.is_one_of(&["reception", "yr"]) => Some((0, 0)),
        [reception, _class] if reception.is("reception") && _class.is_one_of(&["class", "year"]) => Some((0, 0)),
        [key, stage, Token::Number(number, 1)] if key.is("key") && stage.is("stage") => key_stage(*number),
        [ks, Token::Number(number, 1)] if ks.is("ks") => key_stage(*number),
        [sixth, form] if (sixth.is("sixth") || **sixth == Token::Ordinal(6)) && form.is("form") => Some((12, 13)),
        _ => None,
    }
}

fn key_stage(number: u32) -> Option<(i32, i32)> {
    match number {
        1 => Some((1, 2)),
        2 => Some((3, 6)),
        3 => Some((7, 9)),
        4 => Some((10, 11)),
        5 => Some((12, 13)),
        _ => None,
    }
}
