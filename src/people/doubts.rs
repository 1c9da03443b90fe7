//! Who may be one person, which nothing settles: each pair once, and kept right when people are merged.

use rustc_hash::{FxHashMap, FxHashSet};

/// Two drafts that may be one person, which nothing settles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The one.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// What speaks for one person.
    pub for_: &'static str,
}

/// All doubts, in the order in which they came.
#[derive(Debug, Default)]
pub struct Doubts {
    /// Each, or none where it was settled since.
    all: Vec<Option<Doubt>>,
    /// The pairs in doubt, the lower first.
    pairs: FxHashSet<(usize, usize)>,
    /// For each draft the places of its doubts, settled ones among them.
    of: FxHashMap<usize, Vec<usize>>,
    /// How many doubts there are of each draft.
    count: FxHashMap<usize, usize>,
}

impl Doubts {
    /// Adds a doubt, unless there is one of the pair already.
    pub fn add(&mut self, a: usize, b: usize, for_: &'static str) {
        if a == b || !self.pairs.insert(pair(a, b)) {
            return;
        }
        for one in [a, b] {
            self.of.entry(one).or_default().push(self.all.len());
            *self.count.entry(one).or_default() += 1;
        }
        self.all.push(Some(Doubt { a, b, for_ }));
    }

    /// Takes the doubts of a draft that was merged into another for doubts of the other.
    pub fn instead(&mut self, dropped: usize, kept: usize) {
        self.count.remove(&dropped);
        for at in self.of.remove(&dropped).unwrap_or_default() {
            let Some(doubt) = &mut self.all[at] else { continue };
            self.pairs.remove(&pair(doubt.a, doubt.b));
            if [doubt.a, doubt.b].contains(&kept) {
                self.all[at] = None;
                self.less(kept);
                continue;
            }
            for side in [&mut doubt.a, &mut doubt.b] {
                *side = if *side == dropped { kept } else { *side };
            }
            if !self.pairs.insert(pair(doubt.a, doubt.b)) {
                let other = if doubt.a == kept { doubt.b } else { doubt.a };
                self.all[at] = None;
                self.less(other);
                continue;
            }
            self.of.entry(kept).or_default().push(at);
            *self.count.entry(kept).or_default() += 1;
        }
    }

    /// Takes away the doubts of a draft of whom it is now known who they are.
    pub fn settle(&mut self, draft: usize) {
        for at in self.of.remove(&draft).unwrap_or_default() {
            let Some(doubt) = self.all[at].take() else { continue };
            self.pairs.remove(&pair(doubt.a, doubt.b));
            for one in [doubt.a, doubt.b] {
                self.less(one);
            }
        }
    }

    /// One doubt of a draft less.
    fn less(&mut self, draft: usize) {
        if let Some(count) = self.count.get_mut(&draft) {
            *count -= 1;
        }
    }

    /// How many there are of a draft.
    pub fn of(&self, draft: usize) -> usize {
        self.count.get(&draft).copied().unwrap_or_default()
    }

    /// Those that stand, in their order.
    pub fn standing(&self) -> impl Iterator<Item = &Doubt> {
        self.all.iter().flatten()
    }
}

fn pair(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::Doubts;

    #[test]
    fn doubts_of_one_merged_into_another_are_the_others() {
        let mut doubts = Doubts::default();
        for (a, b) in [(1, 2), (2, 1), (2, 3), (1, 3), (4, 4)] {
            doubts.add(a, b, "same name");
        }
        let told = |doubts: &Doubts| doubts.standing().map(|doubt| (doubt.a, doubt.b)).collect::<Vec<_>>();
        assert_eq!(told(&doubts), [(1, 2), (2, 3), (1, 3)]);
        doubts.instead(2, 1);
        assert_eq!(told(&doubts), [(1, 3)]);
        assert_eq!([1, 2, 3].map(|draft| doubts.of(draft)), [1, 0, 1]);
        doubts.instead(3, 1);
        assert_eq!(told(&doubts), []);
        assert_eq!(doubts.of(1), 0);
    }
}
