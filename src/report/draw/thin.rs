//! Marks of a long history that would stand in heaps: those of one look at one place become one larger mark.

use super::lanes::Point;
use super::scale::Scale;
use crate::report::plain;

/// How much of the axis one mark takes.
const CELL: i64 = 14;

/// The marks, those of one look in one cell as one that leads to the first of them; each with how many it stands for.
pub fn thinned(scale: &Scale, marks: &[Point]) -> Vec<(Point, usize)> {
    let mut kept: Vec<(Point, usize)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for mark in marks {
        let cell = scale.x(mark.from) / CELL;
        open.retain(|at| scale.x(kept[*at].0.from) / CELL == cell);
        match open.iter().find(|at| kept[**at].0.look == mark.look) {
            Some(at) => {
                let (first, count) = &mut kept[*at];
                first.until = first.until.max(mark.until);
                *count += 1;
            }
            None => {
                open.push(kept.len());
                kept.push((mark.clone(), 1));
            }
        }
    }
    for (mark, count) in kept.iter_mut().filter(|(_, count)| *count > 1) {
        let (from, until) = (plain::day(mark.from), plain::day(mark.until));
        mark.words = format!("{count} from {from} to {until}, the first: {}", mark.words);
        mark.until = mark.from;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDate};

    #[test]
    fn heaps_become_one_mark_of_each_look_and_none_is_lost() {
        let first = NaiveDate::from_ymd_opt(2010, 1, 1).expect("a day");
        let day = |days| first.checked_add_days(Days::new(days)).expect("a day");
        let mark = |days, look| Point {
            from: day(days),
            until: day(days),
            look,
            anchor: format!("entry-{days}"),
            label: String::new(),
            words: "words".to_owned(),
        };
        let scale = Scale::new(first, day(3650));
        let all = [mark(0, "said"), mark(1, "outcome"), mark(2, "said"), mark(3000, "said")];
        let kept = thinned(&scale, &all);
        let told: Vec<(&str, usize)> = kept.iter().map(|(mark, count)| (mark.anchor.as_str(), *count)).collect();
        assert_eq!(told, [("entry-0", 2), ("entry-1", 1), ("entry-3000", 1)]);
        assert_eq!(kept[0].0.words, "2 from 1 January 2010 to 3 January 2010, the first: words");
    }
}
