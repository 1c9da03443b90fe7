//! The sheets of our own form that are not tables of events, as they come back filled in.

use super::grid::Grid;

/// What the first cell of such a sheet says.
pub const MARK: &str = "About this form (lifespan)";
/// What the return slip says beside it.
pub const SLIP: &str = "Return slip";
/// What the sheet of people says beside it.
pub const PEOPLE: &str = "The family as we know it. Please correct it and add anyone missing.";
/// The line of the slip that says that nothing is known.
pub const NOTHING_KNOWN: &str = "Nothing known (Yes or leave empty)";
/// The heading over the names of the slip.
pub const SEARCHED: &str = "Searched under this name";

/// Whether a sheet is one of the form's own.
pub fn is_part(grid: &Grid) -> bool {
    grid.lines.first().and_then(|line| line.cells.first()).is_some_and(|cell| cell.text == MARK)
}

/// What such a sheet tells about the return: the slip what was filled in, the sheet of people who is in the family.
pub fn preamble(grid: &Grid) -> Vec<String> {
    match grid.lines.first().and_then(|line| line.cell(1)).map(|cell| cell.text.as_str()) {
        Some(SLIP) => slip(grid),
        Some(PEOPLE) => grid.lines.iter().skip(2).map(|line| format!("Person: {}", line.words())).collect(),
        _ => Vec::new(),
    }
}

/// The filled lines of the return slip, and the names searched as one.
fn slip(grid: &Grid) -> Vec<String> {
    let cell = |line: &super::grid::Line, column: usize| line.cell(column).map(|cell| cell.text.clone());
    let filled = grid.lines.iter().skip(1).filter_map(|line| Some((cell(line, 0)?, cell(line, 1)?)));
    let (mut told, mut searched, mut below) = (Vec::new(), Vec::new(), false);
    for (label, answer) in filled {
        let yes = answer.to_lowercase().starts_with('y');
        match label.as_str() {
            SEARCHED => below = true,
            _ if below && yes => searched.push(label),
            _ if below => {}
            NOTHING_KNOWN if yes => told.push("Nothing known".to_owned()),
            _ => told.push(format!("{label}: {answer}")),
        }
    }
    if !searched.is_empty() {
        told.push(format!("Names searched: {}", searched.join(", ")));
    }
    told
}
