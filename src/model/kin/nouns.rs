//! Nouns that name kin or acquaintance, with their paths, as data.

use super::{Bond, Step};
use crate::model::Sex;

const F: Option<Sex> = Some(Sex::F);
const M: Option<Sex> = Some(Sex::M);
const N: Option<Sex> = None;

const fn s(bond: Bond, sex: Option<Sex>) -> Step {
    Step::new(bond, sex)
}

use Bond::{
    Child, FosterCarer, FosterChild, FosterSibling, Friend, Lodger, Neighbour, Parent, Partner, Relative, Sibling,
};

/// Each noun in the singular, folded, and the path it stands for.
pub const NOUNS: &[(&str, &[Step])] = &[
    // Parents.
    ("mother", &[s(Parent, F)]),
    ("mum", &[s(Parent, F)]),
    ("mummy", &[s(Parent, F)]),
    ("mam", &[s(Parent, F)]),
    ("mom", &[s(Parent, F)]),
    ("mama", &[s(Parent, F)]),
    ("mamma", &[s(Parent, F)]),
    ("ammi", &[s(Parent, F)]),
    ("mo", &[s(Parent, F)]),
    ("father", &[s(Parent, M)]),
    ("dad", &[s(Parent, M)]),
    ("daddy", &[s(Parent, M)]),
    ("da", &[s(Parent, M)]),
    ("tata", &[s(Parent, M)]),
    ("abbu", &[s(Parent, M)]),
    ("fa", &[s(Parent, M)]),
    ("parent", &[s(Parent, N)]),
    // Children.
    ("son", &[s(Child, M)]),
    ("daughter", &[s(Child, F)]),
    ("child", &[s(Child, N)]),
    ("baby", &[s(Child, N)]),
    ("eldest", &[s(Child, N)]),
    ("oldest", &[s(Child, N)]),
    ("youngest", &[s(Child, N)]),
    // Brothers and sisters.
    ("brother", &[s(Sibling, M)]),
    ("bro", &[s(Sibling, M)]),
    ("sister", &[s(Sibling, F)]),
    ("sis", &[s(Sibling, F)]),
    ("sibling", &[s(Sibling, N)]),
    ("sib", &[s(Sibling, N)]),
    ("twin", &[s(Sibling, N)]),
    // Grandparents.
    ("grandmother", &[s(Parent, N), s(Parent, F)]),
    ("grandma", &[s(Parent, N), s(Parent, F)]),
    ("grandmum", &[s(Parent, N), s(Parent, F)]),
    ("granny", &[s(Parent, N), s(Parent, F)]),
    ("gran", &[s(Parent, N), s(Parent, F)]),
    ("nan", &[s(Parent, N), s(Parent, F)]),
    ("nana", &[s(Parent, N), s(Parent, F)]),
    ("nanna", &[s(Parent, N), s(Parent, F)]),
    ("nanny", &[s(Parent, N), s(Parent, F)]),
    ("nain", &[s(Parent, N), s(Parent, F)]),
    ("mamgu", &[s(Parent, N), s(Parent, F)]),
    ("babcia", &[s(Parent, N), s(Parent, F)]),
    ("oma", &[s(Parent, N), s(Parent, F)]),
    ("abuela", &[s(Parent, N), s(Parent, F)]),
    ("vovó", &[s(Parent, N), s(Parent, F)]),
    ("nani", &[s(Parent, F), s(Parent, F)]),
    ("nanu", &[s(Parent, F), s(Parent, F)]),
    ("dadi", &[s(Parent, M), s(Parent, F)]),
    ("mormor", &[s(Parent, F), s(Parent, F)]),
    ("farmor", &[s(Parent, M), s(Parent, F)]),
    ("grandfather", &[s(Parent, N), s(Parent, M)]),
    ("grandad", &[s(Parent, N), s(Parent, M)]),
    ("granddad", &[s(Parent, N), s(Parent, M)]),
    ("grandpa", &[s(Parent, N), s(Parent, M)]),
    ("grampa", &[s(Parent, N), s(Parent, M)]),
    ("gramps", &[s(Parent, N), s(Parent, M)]),
    ("granda", &[s(Parent, N), s(Parent, M)]),
    ("taid", &[s(Parent, N), s(Parent, M)]),
    ("tadcu", &[s(Parent, N), s(Parent, M)]),
    ("dziadek", &[s(Parent, N), s(Parent, M)]),
    ("opa", &[s(Parent, N), s(Parent, M)]),
    ("abuelo", &[s(Parent, N), s(Parent, M)]),
    ("morfar", &[s(Parent, F), s(Parent, M)]),
    ("farfar", &[s(Parent, M), s(Parent, M)]),
    ("grandparent", &[s(Parent, N), s(Parent, N)]),
    ("mgm", &[s(Parent, F), s(Parent, F)]),
    ("mgf", &[s(Parent, F), s(Parent, M)]),
    ("mgp", &[s(Parent, F), s(Parent, N)]),
    ("pgm", &[s(Parent, M), s(Parent, F)]),
    ("pgf", &[s(Parent, M), s(Parent, M)]),
    ("pgp", &[s(Parent, M), s(Parent, N)]),
    ("mggm", &[s(Parent, F), s(Parent, N), s(Parent, F)]),
    ("mggf", &[s(Parent, F), s(Parent, N), s(Parent, M)]),
    ("pggm", &[s(Parent, M), s(Parent, N), s(Parent, F)]),
    ("pggf", &[s(Parent, M), s(Parent, N), s(Parent, M)]),
    // Grandchildren.
    ("grandson", &[s(Child, N), s(Child, M)]),
    ("granddaughter", &[s(Child, N), s(Child, F)]),
    ("grandchild", &[s(Child, N), s(Child, N)]),
    // Aunts, uncles, nephews, nieces, cousins.
    ("uncle", &[s(Parent, N), s(Sibling, M)]),
    ("aunt", &[s(Parent, N), s(Sibling, F)]),
    ("auntie", &[s(Parent, N), s(Sibling, F)]),
    ("aunty", &[s(Parent, N), s(Sibling, F)]),
    ("aunt or uncle", &[s(Parent, N), s(Sibling, N)]),
    ("mu", &[s(Parent, F), s(Sibling, M)]),
    ("pu", &[s(Parent, M), s(Sibling, M)]),
    ("grand uncle", &[s(Parent, N), s(Parent, N), s(Sibling, M)]),
    ("granduncle", &[s(Parent, N), s(Parent, N), s(Sibling, M)]),
    ("grand aunt", &[s(Parent, N), s(Parent, N), s(Sibling, F)]),
    ("grandaunt", &[s(Parent, N), s(Parent, N), s(Sibling, F)]),
    ("nephew", &[s(Sibling, N), s(Child, M)]),
    ("niece", &[s(Sibling, N), s(Child, F)]),
    ("niece or nephew", &[s(Sibling, N), s(Child, N)]),
    ("grand nephew", &[s(Sibling, N), s(Child, N), s(Child, M)]),
    ("grandnephew", &[s(Sibling, N), s(Child, N), s(Child, M)]),
    ("grand niece", &[s(Sibling, N), s(Child, N), s(Child, F)]),
    ("grandniece", &[s(Sibling, N), s(Child, N), s(Child, F)]),
    ("cousin", &[s(Parent, N), s(Sibling, N), s(Child, N)]),
    // Partners.
    ("husband", &[s(Partner, M)]),
    ("hubby", &[s(Partner, M)]),
    ("wife", &[s(Partner, F)]),
    ("spouse", &[s(Partner, N)]),
    ("partner", &[s(Partner, N)]),
    ("ptnr", &[s(Partner, N)]),
    ("civil partner", &[s(Partner, N)]),
    ("cohabitee", &[s(Partner, N)]),
    ("co habitee", &[s(Partner, N)]),
    ("co-habitee", &[s(Partner, N)]),
    ("boyfriend", &[s(Partner, M)]),
    ("bf", &[s(Partner, M)]),
    ("girlfriend", &[s(Partner, F)]),
    ("gf", &[s(Partner, F)]),
    ("fiance", &[s(Partner, M)]),
    ("fiancé", &[s(Partner, M)]),
    ("fiancee", &[s(Partner, F)]),
    ("fiancée", &[s(Partner, F)]),
    ("mil", &[s(Partner, N), s(Parent, F)]),
    ("fil", &[s(Partner, N), s(Parent, M)]),
    // Foster families.
    ("foster carer", &[s(FosterCarer, N)]),
    ("foster parent", &[s(FosterCarer, N)]),
    ("foster mother", &[s(FosterCarer, F)]),
    ("foster mum", &[s(FosterCarer, F)]),
    ("foster father", &[s(FosterCarer, M)]),
    ("foster dad", &[s(FosterCarer, M)]),
    ("foster brother", &[s(FosterSibling, M)]),
    ("foster sister", &[s(FosterSibling, F)]),
    ("foster sibling", &[s(FosterSibling, N)]),
    ("foster child", &[s(FosterChild, N)]),
    ("foster son", &[s(FosterChild, M)]),
    ("foster daughter", &[s(FosterChild, F)]),
    // No kin, or not said.
    ("family member", &[s(Relative, N)]),
    ("relative", &[s(Relative, N)]),
    ("relation", &[s(Relative, N)]),
    ("family friend", &[s(Friend, N)]),
    ("friend", &[s(Friend, N)]),
    ("mate", &[s(Friend, N)]),
    ("godmother", &[s(Friend, F)]),
    ("godfather", &[s(Friend, M)]),
    ("godparent", &[s(Friend, N)]),
    ("neighbour", &[s(Neighbour, N)]),
    ("lodger", &[s(Lodger, N)]),
    ("unrelated", &[s(Bond::Unrelated, N)]),
];

/// The path of a noun in the singular or, failing that, the plural.
pub fn path(noun: &str) -> Option<&'static [Step]> {
    let find = |word: &str| NOUNS.iter().find(|(name, _)| *name == word).map(|(_, steps)| *steps);
    let plural = || match noun {
        "children" => find("child"),
        "grandchildren" => find("grandchild"),
        "foster children" => find("foster child"),
        "wives" => find("wife"),
        _ => find(noun.strip_suffix('s')?),
    };
    find(noun).or_else(plural)
}
