//! The key to the subgroup edition: who stands behind each role. It goes into a file of its own and never into a page.

use super::cast::Member;
use serde::Serialize;

/// Who stands behind each role.
#[derive(Clone, Debug, Serialize)]
pub struct Key {
    /// What the file is, and how to keep it.
    pub about: &'static str,
    /// One for each role, the family first.
    pub roles: Vec<Behind>,
}

/// Who stands behind a role.
#[derive(Clone, Debug, Serialize)]
pub struct Behind {
    /// The role.
    pub role: String,
    /// The name.
    pub name: String,
    /// Other names.
    pub also_known_as: Vec<String>,
    /// Date of birth, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
}

impl Key {
    /// The key to a cast.
    pub fn of(cast: &[Member]) -> Self {
        let named = cast.iter().filter(|member| !member.name.is_empty());
        let behind = named.filter_map(|member| {
            Some(Behind {
                role: member.instead.as_ref()?.words.clone(),
                name: member.name.clone(),
                also_known_as: member.others.iter().filter(|name| **name != member.name).cloned().collect(),
                born: member.born.as_ref().map(|born| born.written.clone()),
            })
        });
        Key {
            about: "Who stands behind each role of the subgroup edition. Keep it apart from the page, and send it to nobody.",
            roles: behind.collect(),
        }
    }
}
