//! People and what happened, as a graph of dated ties, and what follows from it.

pub mod kinship;
