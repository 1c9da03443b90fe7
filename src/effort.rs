//! How often one thing is compared with another. Only tests count: a step that asks everybody of everybody shows in a small case
//! already, without a clock.

/// Counts a comparison, in tests.
#[inline]
#[track_caller]
pub fn compared() {
    #[cfg(test)]
    tests::count(std::panic::Location::caller().file());
}

#[cfg(test)]
#[path = "../benches/case/crowds.rs"]
mod crowds;
#[cfg(test)]
#[path = "../benches/case/made.rs"]
mod made;

#[cfg(test)]
mod tests {
    use super::crowds;
    use super::made::{self, Made};
    use crate::ingest::table::Context;
    use crate::ingest::written_date::Frame;
    use crate::ingest::{front, sent};
    use crate::model::{AgencyId, Case};
    use crate::{Known, Record, findings};
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    type Rooms = BTreeMap<&'static str, usize>;

    thread_local! {
        /// By the file that compares.
        static COMPARED: RefCell<Rooms> = const { RefCell::new(Rooms::new()) };
    }

    /// Counts a comparison in a file.
    pub fn count(room: &'static str) {
        COMPARED.with_borrow_mut(|rooms| *rooms.entry(room).or_default() += 1);
    }

    /// So many entries are few to read, and many to compare with each other.
    const ENTRIES: usize = 600;

    /// How many comparisons an entry may cost in cases of each shape, rather more than it does. Were each of the three people
    /// of an entry compared with all others, it would cost thousands.
    const MOST: [(&str, usize); 7] = [
        ("plain", 40),
        ("few", 250),
        ("crowd", 40),
        ("strangers", 10),
        ("one-day", 80),
        ("one-year", 100),
        ("spellings", 300),
    ];

    /// How often things are compared to tell a case's history, find which entries are one event and try every rule once.
    fn comparisons(made: &Made) -> Rooms {
        let read = front::read(&made.front).expect("a front sheet");
        let frame = Frame { born: read.value.child.born.clone(), as_at: read.value.as_at };
        let sent = |(agency, bytes): &(String, Vec<u8>)| {
            let agency = AgencyId(agency.clone());
            let said = front::said(&read.value, &agency).value;
            let (file, child) = (format!("returns/{agency}.csv"), vec!["robin".to_owned()]);
            sent::read(bytes, &Context { file, agency, said, child, frame: frame.clone() }).expect("a return")
        };
        let returns = made.returns.iter().map(sent).collect();
        let case = Case { front: read.value, returns, decisions: Vec::new(), inputs: Vec::new(), notes: read.notes };
        let record = Record::read(&case);
        COMPARED.take();
        let history = record.history(Known { by: case.front.as_at.expect("a day"), to: None });
        history.same_event(0);
        findings::RULES.iter().for_each(|rule| drop((rule.find)(&history)));
        COMPARED.take()
    }

    #[test]
    fn nothing_is_compared_with_everything() {
        // One worker, who does everything and counts.
        let worker = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(8 << 20).build().expect("a worker");
        let made = |shape: &str| crowds::made(shape, ENTRIES).unwrap_or_else(|| made::case(ENTRIES));
        for (shape, most) in MOST {
            let rooms = worker.install(|| comparisons(&made(shape)));
            let each = rooms.values().sum::<usize>() / ENTRIES;
            assert!(each > 0, "{shape}: hardly anything was compared");
            assert!(each <= most, "{shape}: {each} comparisons an entry, in these files: {rooms:?}");
        }
        assert!(crowds::SHAPES.iter().all(|shape| MOST.iter().any(|(other, _)| other == shape)));
    }
}
