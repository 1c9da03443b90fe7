//! stub
use crate::model::*;
use crate::people::People;
pub fn relation_to_child(_p: &People, _id: &PersonId) -> Option<Kin> {
    todo!()
}
