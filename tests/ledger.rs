//! Every row of every sample is an entry or is set aside.

use lifespan::ingest::case;
use std::path::Path;

/// A sample, the rows that a person counts in each of its returns, and the rows that have no readable date.
type Counted = (&'static str, &'static [(&'static str, usize)], &'static [&'static str]);

const COUNTED: &[Counted] = &[
    (
        "begum",
        &[("childrens-services.csv", 8), ("maternity-gp-hv.docx", 14), ("police.csv", 4), ("school.csv", 14)],
        &[],
    ),
    (
        "brennan",
        &[
            ("eastlea-gp.csv", 6),
            ("education.csv", 8),
            ("fairlea-house.json", 13),
            ("northmoor-police.csv", 11),
            ("northmoor-social-care.csv", 19),
        ],
        &[],
    ),
    (
        "hartley",
        &[
            ("childrens-social-care.xlsx", 20),
            ("education.csv", 15),
            ("gp.csv", 10),
            ("harbour-project.csv", 9),
            ("police.csv", 16),
        ],
        &["returns/gp.csv:5"],
    ),
    (
        "lindqvist",
        &[
            ("compass.csv", 5),
            ("fostering-log.csv", 10),
            ("health.csv", 9),
            ("oakfield.csv", 11),
            ("police.csv", 8),
            ("social-care.xlsx", 19),
        ],
        &[],
    ),
    (
        "okafor",
        &[
            ("beacon-primary.csv", 14),
            ("childrens-social-care.csv", 12),
            ("gp-and-maternity.docx", 12),
            ("housing.csv", 8),
            ("police.csv", 10),
        ],
        &[],
    ),
    (
        "pryce",
        &[("health.csv", 10), ("nursery.csv", 5), ("police.csv", 9), ("school-log.csv", 11), ("social-care.xlsx", 19)],
        &["returns/health.csv:13"],
    ),
    ("quiet", &[("early-help.csv", 9), ("gp.csv", 8), ("school.csv", 12), ("speech-therapy.csv", 5)], &[]),
];

#[test]
fn every_row_of_the_samples_is_accounted_for() {
    for (sample, files, set_aside) in COUNTED {
        let case = case::open(&Path::new("samples").join(sample)).unwrap();
        let rows: Vec<(&str, usize)> =
            case.returns.iter().map(|sent| (&sent.file["returns/".len()..], sent.rows)).collect();
        assert_eq!(rows, *files, "{sample}");
        for sent in &case.returns {
            assert_eq!(sent.rows, sent.entries.len() + sent.set_aside.len(), "{}", sent.file);
        }
        let aside: Vec<String> =
            case.returns.iter().flat_map(|sent| &sent.set_aside).map(|row| row.at.to_string()).collect();
        assert_eq!(aside, *set_aside, "{sample}");
    }
}
