//! Whom a record is about, where it is not the child.

use super::Finder;

impl Finder<'_> {
    /// Whom the record is about: the one person of a column of people, or a name that the text begins with.
    pub fn find_client(&mut self, i: usize) {
        let page = self.page();
        let opens = |before: usize| {
            let same_cell = page.token(before).zip(page.token(i)).is_some_and(|(a, b)| a.cell == b.cell);
            !same_cell || page.sentence_of(before) != page.sentence_of(i) || page.is_mark(before, b':')
        };
        let Some(before) = i.checked_sub(1).filter(|before| self.scene.client.is_none() && opens(*before)) else {
            return;
        };
        let cell = page.token(before).map_or(0, |before| before.cell);
        let mut people = self
            .scene
            .nps
            .iter()
            .filter(|np| !np.nested && !np.pro && page.token(np.first).is_some_and(|token| token.cell == cell));
        let Some(only) = people.next() else { return };
        let alone = people.all(|other| {
            let bracketed = other.first > 0 && page.is_mark(other.first - 1, b'(');
            bracketed || !other.named && !other.pro && !other.plural
        });
        let mut end = only.last + 1;
        if page.is_mark(end, b'(') {
            end = (end..i).find(|at| page.is_mark(*at, b')')).map_or(end, |at| at + 1);
        }
        let names_all = self.people_cells.contains(&(cell as usize))
            || only.first == page.sentence(only.first).start && end + 1 >= i;
        if alone && names_all && only.named {
            self.scene.client = only.who;
        }
    }
}
