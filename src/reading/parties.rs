//! Whom a restriction binds and whom it protects, by their places in the sentence.

use super::groups::Group;
use super::scene::{Np, Scene};

impl Scene<'_> {
    /// The words for somebody in a range that score highest, above nothing.
    pub fn best(&self, range: std::ops::Range<usize>, score: impl Fn(&Np) -> i32) -> Option<&Np> {
        self.best_above(0, range, score)
    }

    /// The same, above a number of points.
    pub fn best_above(&self, floor: i32, range: std::ops::Range<usize>, score: impl Fn(&Np) -> i32) -> Option<&Np> {
        let inside = self.nps.iter().filter(|np| {
            range.contains(&np.first) && !np.nested && !np.generic && np.who.is_some() && (!np.pro || np.named)
        });
        let mut best: Option<(i32, &Np)> = None;
        for np in inside {
            let points = score(np);
            if points > floor && best.is_none_or(|(top, _)| points > top) {
                best = Some((points, np));
            }
        }
        best.map(|(_, np)| np)
    }

    /// How well the words fit whoever is restricted.
    pub fn restrained(&self, np: &Np, cue: (usize, usize), bailed: bool) -> i32 {
        let before = np.first.checked_sub(1);
        let led = |group: Group| before.is_some_and(|at| self.page.has(at, group));
        let word = before.map_or("", |at| self.page.word(at));
        let range = self.page.sentence(np.first);
        let protecting = range.clone().any(|i| self.page.word(i).starts_with("protect"));
        let mut score = 3;
        score += if led(Group::Against) { 12 } else { 0 };
        score += if word == "from" && protecting { 12 } else { 0 };
        score += if word == "on" { 10 } else { 0 };
        score += if np.last + 1 == cue.0 || self.subject(cue.0).is_some_and(|subject| subject.first == np.first) {
            9
        } else {
            0
        };
        score += if np.first == cue.1 + 1 { 7 } else { 0 };
        let shared = matches!(self.page.word(np.first.saturating_sub(2)), "contact" | "visits" | "time" | "sessions");
        score += if word == "with" && !np.young && shared { 5 } else { 0 };
        score += if np.first == range.start { 5 } else { 0 };
        score += if self.is_child_side(np) { -9 } else { 0 };
        score += if np.owns { -4 } else { 0 };
        score += if led(Group::About) { -5 } else { 0 };
        score += if self.is_favoured(np) { -20 } else { 0 };
        score += if self.page.word(np.first.saturating_sub(2)) == "contact" && word == "with" { 3 } else { 0 };
        score += if word.starts_with("contact")
            || word == "see"
            || word == "approach"
            || word == "protecting"
            || word == "by"
        {
            -6
        } else {
            0
        };
        let kept_from = matches!(word, "with" | "contact" | "approach" | "near" | "from" | "see" | "contacting" | "c");
        score += if bailed && kept_from && np.first > cue.0 { -30 } else { 0 };
        score += if np.first > cue.1 + 8 { -1 } else { 0 };
        score += if np.plural { -2 } else { 0 };
        score
    }

    /// "Restraining order for Lowri, Carys and Nia": whoever stands, alone or in a list, behind "order for" or "in favour of".
    fn is_favoured(&self, np: &Np) -> bool {
        let start = self.page.sentence(np.first).start;
        let list = self.nps.iter().filter(|head| head.first >= start && head.first <= np.first);
        let led = |head: &Np| {
            let word = |back: usize| head.first.checked_sub(back).map_or("", |at| self.page.word(at));
            let made_for = matches!(word(1), "for") && matches!(word(2), "order" | "injunction" | "mol" | "nmo");
            made_for || word(1) == "of" && matches!(word(2), "favour" | "respect")
        };
        list.filter(|head| led(head)).any(|head| self.joined(head).iter().any(|one| one.first == np.first))
    }

    /// How well the words fit whoever is protected.
    pub fn protected(&self, np: &Np, cue: (usize, usize)) -> i32 {
        let before = np.first.checked_sub(1);
        let led = |group: Group| before.is_some_and(|at| self.page.has(at, group));
        let word = before.map_or("", |at| self.page.word(at));
        let supervising =
            word == "by" || self.page.word(np.last + 1) == "present" || self.page.word(np.last + 1) == "in";
        let mut score = if self.is_child_side(np) { 6 } else { 0 };
        score += if led(Group::About) { 4 } else { 0 };
        score += if led(Group::With)
            || led(Group::Toward)
            || word.starts_with("contact")
            || word == "see"
            || word == "protecting"
            || word == "approach"
        {
            4
        } else {
            0
        };
        score += if np.first > cue.0 { 1 } else { 0 };
        score += if supervising || np.owns { -12 } else { 0 };
        score
    }
}
