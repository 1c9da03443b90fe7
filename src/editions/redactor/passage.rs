//! A text after the pass.

/// A text after the pass, and where each of its parts stood before.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// For each stretch that was replaced: before, and after.
    pub(super) moved: Vec<(std::ops::Range<usize>, std::ops::Range<usize>)>,
}

impl Passage {
    /// What became of a stretch of the text before; a stretch that begins or ends inside of replaced words takes them all.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        let place = |at: usize, last: bool| {
            let mut shift = 0;
            for (before, after) in &self.moved {
                if at <= before.start || (!last && at == before.start) {
                    break;
                }
                if at < before.end || (last && at == before.end) {
                    return if last { after.end } else { after.start };
                }
                shift = after.end as i64 - before.end as i64;
            }
            (at as i64 + shift) as usize
        };
        self.text.get(place(start, false)..place(end, true)).unwrap_or(&self.text)
    }
}
