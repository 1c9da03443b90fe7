//! What is compared, and the named levels of agreement of each, with the shares that hold where a register is too small
//! to tell its own.
//!
//! Shares of pairs: of one person twice (`one`), of two people who have nothing to do with each other (`two`), and of
//! two who live in one home (`kin`): siblings, twins, a father and his son. The last is why a name and an address alone
//! do not make two entries one person.

/// What is compared of two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Given names; and given name and surname changed over.
    Given,
    /// Surname.
    Surname,
    /// Date of birth.
    Born,
    /// Sex.
    Sex,
    /// Numbers that belong to one person.
    Identifier,
    /// Postcode.
    Postcode,
    /// House and street within one postcode; only where the postcode agrees.
    House,
    /// House number and street; only where the postcode does not agree, which says the street already.
    Street,
    /// Building, estate or village.
    Locality,
    /// Town or suburb; not looked at where the postcode agrees, which says it already.
    Town,
    /// County or state; not looked at where postcode or town agree.
    Region,
}

/// One way in which two people agree or differ in a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// What a person reads.
    pub name: &'static str,
    /// Its share among pairs that are one person.
    pub one: f64,
    /// Its share among pairs of strangers.
    pub two: f64,
    /// Its share among pairs of one home.
    pub kin: f64,
}

const fn level(name: &'static str, one: f64, two: f64, kin: f64) -> Level {
    Level { name, one, two, kin }
}

/// Every field in the order of a pattern.
pub const FIELDS: [Field; 11] = [
    Field::Given,
    Field::Surname,
    Field::Born,
    Field::Sex,
    Field::Identifier,
    Field::Postcode,
    Field::House,
    Field::Street,
    Field::Locality,
    Field::Town,
    Field::Region,
];

/// Levels of [`Field::Given`].
pub const GIVEN: [Level; 11] = [
    level("same given name", 0.80, 6e-3, 0.02),
    level("short or pet form", 0.03, 8e-4, 0.002),
    level("one slip in the given name", 0.05, 6e-4, 0.005),
    level("one of the given names", 0.02, 5e-4, 0.01),
    level("initial of the given name", 0.01, 2e-3, 0.005),
    level("given names alike", 0.01, 2e-3, 0.005),
    level("given names somewhat alike", 0.01, 2e-2, 0.03),
    level("given name and surname changed over", 0.02, 2e-5, 1e-4),
    level("given name and surname changed over, with slips", 0.005, 2e-5, 1e-4),
    level("given name is the other's surname", 0.005, 1e-3, 5e-3),
    level("other given name", 0.03, 0.967, 0.92),
];

/// Levels of [`Field::Surname`].
pub const SURNAME: [Level; 6] = [
    level("same surname", 0.86, 4e-3, 0.70),
    level("one slip in the surname", 0.05, 4e-4, 0.02),
    level("one part of the surname", 0.02, 4e-4, 0.03),
    level("surnames alike", 0.01, 1.5e-3, 0.01),
    level("surnames somewhat alike", 0.01, 1.5e-2, 0.01),
    level("other surname", 0.05, 0.979, 0.23),
];

/// Levels of [`Field::Born`], in the order of [`super::born::Nearness`].
pub const BORN: [Level; 8] = [
    level("same date of birth", 0.87, 4e-5, 0.02),
    level("day and month of birth changed over", 0.01, 4e-5, 4e-4),
    level("one figure of the date of birth", 0.05, 6e-4, 3e-3),
    level("two parts of the date of birth", 0.02, 4e-3, 1e-2),
    level("dates of birth that can be one", 0.02, 5e-4, 1e-3),
    level("born within a year", 0.01, 3e-2, 0.06),
    level("born some years apart", 0.01, 0.26, 0.45),
    level("born a generation apart", 0.01, 0.70, 0.45),
];

/// Levels of [`Field::Sex`].
pub const SEX: [Level; 2] = [level("same sex", 0.98, 0.5, 0.5), level("other sex", 0.02, 0.5, 0.5)];

/// Levels of [`Field::Identifier`].
pub const IDENTIFIER: [Level; 5] = [
    level("same identifier", 0.92, 1e-6, 1e-5),
    level("one slip in the identifier", 0.03, 1e-5, 1e-4),
    level("one identifier the same, another not", 0.01, 1e-6, 1e-5),
    level("other identifier", 0.03, 0.199_988, 0.199_88),
    level("two NHS numbers that are both in order", 0.01, 0.8, 0.8),
];

/// Levels of [`Field::Postcode`].
pub const POSTCODE: [Level; 4] = [
    level("same postcode", 0.70, 2e-3, 0.90),
    level("one slip in the postcode", 0.05, 2e-3, 0.03),
    level("same postcode district", 0.05, 3e-2, 0.01),
    level("other postcode", 0.20, 0.966, 0.06),
];

/// Levels of [`Field::House`].
pub const HOUSE: [Level; 3] = [
    level("same house", 0.90, 0.05, 0.97),
    level("another house in the street", 0.05, 0.60, 0.02),
    level("another street of the postcode", 0.05, 0.35, 0.01),
];

/// Levels of [`Field::Street`].
pub const STREET: [Level; 6] = [
    level("same house", 0.65, 2e-4, 0.88),
    level("same house, street with slips", 0.05, 1e-4, 0.04),
    level("same street", 0.05, 1e-3, 0.02),
    level("same street, with slips", 0.02, 2e-3, 0.01),
    level("same house number in another street", 0.03, 1e-2, 0.01),
    level("other street", 0.20, 0.9867, 0.04),
];

/// Levels of [`Field::Locality`].
pub const LOCALITY: [Level; 3] = [
    level("same locality", 0.75, 2e-3, 0.90),
    level("localities alike", 0.10, 5e-3, 0.05),
    level("other locality", 0.15, 0.993, 0.05),
];

/// Levels of [`Field::Town`].
pub const TOWN: [Level; 3] = [
    level("same town", 0.80, 3e-2, 0.93),
    level("towns alike", 0.06, 5e-3, 0.03),
    level("other town", 0.14, 0.965, 0.04),
];

/// Levels of [`Field::Region`].
pub const REGION: [Level; 2] = [level("same region", 0.9, 0.3, 0.97), level("other region", 0.1, 0.7, 0.03)];

impl Field {
    /// Its levels, from agreement to difference.
    pub fn levels(self) -> &'static [Level] {
        match self {
            Field::Given => &GIVEN,
            Field::Surname => &SURNAME,
            Field::Born => &BORN,
            Field::Sex => &SEX,
            Field::Identifier => &IDENTIFIER,
            Field::Postcode => &POSTCODE,
            Field::House => &HOUSE,
            Field::Street => &STREET,
            Field::Locality => &LOCALITY,
            Field::Town => &TOWN,
            Field::Region => &REGION,
        }
    }

    /// What a person reads.
    pub fn name(self) -> &'static str {
        match self {
            Field::Given => "given name",
            Field::Surname => "surname",
            Field::Born => "date of birth",
            Field::Sex => "sex",
            Field::Identifier => "identifier",
            Field::Postcode => "postcode",
            Field::House => "house",
            Field::Street => "street",
            Field::Locality => "locality",
            Field::Town => "town",
            Field::Region => "region",
        }
    }
}

/// How two people compare in every field: four bits a field, nought where either is not known there, else the level
/// counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern(u64);

impl Pattern {
    /// With a field at a level, counted from 0.
    pub fn with(self, field: Field, level: usize) -> Pattern {
        Pattern(self.0 | (level as u64 + 1) << (4 * field as u32))
    }

    /// The level of a field, counted from 0; none where either is not known.
    pub fn level(self, field: Field) -> Option<usize> {
        ((self.0 >> (4 * field as u32) & 15) as usize).checked_sub(1)
    }

    /// Whether dates of birth or numbers are known of both and cannot be one person's but by error.
    pub fn contradicts(self) -> bool {
        self.level(Field::Born).is_some_and(|level| level >= 5)
            || self.level(Field::Identifier).is_some_and(|level| level >= 3)
    }

    /// The fields that are known of both, with their levels.
    pub fn levels(self) -> impl Iterator<Item = (Field, usize)> {
        FIELDS.into_iter().filter_map(move |field| Some((field, self.level(field)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_of_a_field_add_up() {
        for field in FIELDS {
            for share in [|level: &Level| level.one, |level: &Level| level.two, |level: &Level| level.kin] {
                let sum: f64 = field.levels().iter().map(share).sum();
                assert!((sum - 1.0).abs() < 0.07, "{}: {sum}", field.name());
            }
            assert!(field.levels().len() < 16, "four bits a field");
        }
    }

    #[test]
    fn a_pattern_holds_every_field() {
        let pattern = Pattern::default().with(Field::Given, 10).with(Field::Region, 1);
        assert_eq!(pattern.levels().collect::<Vec<_>>(), [(Field::Given, 10), (Field::Region, 1)]);
    }
}
