//! What the tool tells a person about each sample: what was read, what was set aside, and every finding.

use lifespan::report::{account, summary};
use lifespan::{Known, Record, findings, ingest};
use std::path::Path;

/// The summary that `lifespan build` prints for a sample.
fn told(sample: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let case = ingest::case::open(&folder).expect("a sample is a case");
    let as_at = case.front.as_at.expect("a sample says the day it speaks from");
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    let findings = findings::examine(&record, &history);
    summary::summary(&account(&record, &history, &findings))
}

#[test]
fn each_sample_is_told_as_it_was_last_looked_at() {
    for sample in ["begum", "brennan", "hartley", "lindqvist", "okafor", "pryce", "quiet"] {
        insta::assert_snapshot!(sample, told(sample));
    }
}
