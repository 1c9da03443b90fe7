//! How large the sheets of an old workbook (`.xls`) are, told before its reader lays them out.
//!
//! The reader makes a grid of each sheet from its first cell to its last, so two cells far apart fill the memory. The
//! file's own chain of sectors is followed here, and the places of the cells are looked at; nothing else is read.

use super::limits;
use std::collections::BTreeSet;

/// The end of a chain of sectors, and everything above it, is no sector.
const LAST: u32 = 0xFFFF_FFFA;
/// Kinds of records that hold cells; each begins with its row and column.
const CELLS: &[u16] = &[0x0006, 0x00BD, 0x00BE, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E];
/// Records that begin and end a sheet.
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
/// Records that say where a sheet begins and how large it is, and the largest that a sheet of this format can be.
const SHEET: u16 = 0x0085;
const SIZE: u16 = 0x0200;
const ROWS: u32 = 65_536;
const COLUMNS: u32 = 256;

/// Whether the sheets stay within the limit, or what is wrong.
pub fn within_limits(bytes: &[u8]) -> Result<(), String> {
    let stream = book(bytes).ok_or("the workbook's contents cannot be found")?;
    sheets(&stream).into_iter().try_for_each(|at| sizes_can_be(stream.get(at..).unwrap_or_default()))?;
    let spanned = spanned(&stream);
    match spanned > limits::OLD_CELLS {
        true => Err(format!("its sheets span {spanned} cells, and at most {} are read", limits::OLD_CELLS)),
        false => Ok(()),
    }
}

/// The cells that all sheets span together, empty ones counted.
fn spanned(stream: &[u8]) -> u64 {
    let (mut at, mut total) = (0usize, 0u64);
    let mut sheet: Option<(u64, u64, u64, u64)> = None;
    while let (Some(kind), Some(length)) = (two(stream, at), two(stream, at + 2)) {
        let body = at + 4;
        at = body + usize::from(length);
        if kind == BEGIN || kind == END {
            total += sheet.take().map_or(0, |(top, left, bottom, right)| (bottom - top + 1) * (right - left + 1));
        } else if CELLS.contains(&kind)
            && let (Some(row), Some(column)) = (two(stream, body), two(stream, body + 2))
        {
            // Records of several cells end with their last column.
            let several = matches!(kind, 0x00BD | 0x00BE) && length >= 6;
            let last = if several { two(stream, at - 2).unwrap_or(column).max(column) } else { column };
            let (row, column, last) = (u64::from(row), u64::from(column), u64::from(last));
            let (top, left, bottom, right) = sheet.unwrap_or((row, column, row, last));
            sheet = Some((top.min(row), left.min(column), bottom.max(row), right.max(last)));
        }
    }
    total + sheet.map_or(0, |(top, left, bottom, right)| (bottom - top + 1) * (right - left + 1))
}

/// Where the sheets begin that the workbook lists.
fn sheets(stream: &[u8]) -> BTreeSet<usize> {
    let (mut at, mut places) = (0usize, BTreeSet::new());
    while let (Some(kind), Some(length)) = (two(stream, at), two(stream, at + 2)) {
        if kind == SHEET {
            places.extend(four(stream, at + 4).map(|place| place as usize));
        }
        at += 4 + usize::from(length);
    }
    places
}

/// Whether the size that a sheet states of itself is one that a sheet can have: its reader makes room for all of it at once.
fn sizes_can_be(sheet: &[u8]) -> Result<(), String> {
    let mut at = 0usize;
    while let (Some(kind), Some(length)) = (two(sheet, at), two(sheet, at + 2)) {
        let body = sheet.get(at + 4..at + 4 + usize::from(length)).unwrap_or_default();
        let size = match (kind, body.len()) {
            (SIZE, 10) => [0, 2, 4, 6].map(|at| two(body, at).map(u32::from)),
            (SIZE, 14 | 16) => {
                [four(body, 0), four(body, 4), two(body, 8).map(u32::from), two(body, 10).map(u32::from)]
            }
            _ => [None; 4],
        };
        if let [Some(top), Some(bottom), Some(left), Some(right)] = size {
            let empty = bottom == 0 || right == 0;
            let left = if left > 0xFF || right < left { 0 } else { left };
            if !empty && (bottom <= top || right <= left || bottom > ROWS || right > COLUMNS) {
                return Err("a sheet says that it has a size that no sheet can have: the file is damaged".to_owned());
            }
        }
        if kind == END {
            break;
        }
        at += 4 + usize::from(length);
    }
    Ok(())
}

/// The stream that holds the sheets.
pub fn book(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = 1usize << two(bytes, 30).filter(|shift| (7..=16).contains(shift))?;
    let sector = |number: u32| bytes.get((number as usize + 1).checked_mul(size)?..)?.get(..size);
    // The table of sectors is itself in sectors, which the header lists; more are chained, and then the file is too large.
    let listed = (0..109).filter_map(|index| four(bytes, 76 + 4 * index)).take_while(|number| *number < LAST);
    let table: Vec<u32> = listed.filter_map(sector).flat_map(numbers).collect();
    let chain = |first: u32| {
        let (mut number, mut out) = (first, Vec::new());
        while number < LAST {
            out.extend_from_slice(sector(number)?);
            number = *table.get(number as usize)?;
            // A chain longer than the file runs in a circle, and the reader would follow it for ever.
            if out.len() > bytes.len() {
                return None;
            }
        }
        Some(out)
    };
    let folder = chain(four(bytes, 48)?)?;
    let long = |entry: &&[u8]| {
        entry[0] != 0 && (four(entry, 120) >= Some(4096) || (size > 512 && four(entry, 124) != Some(0)))
    };
    folder.chunks_exact(128).filter(long).try_for_each(|entry| chain(four(entry, 116)?).map(drop))?;
    if four(bytes, 64)? > 0 {
        chain(four(&folder, 116)?)?;
        chain(four(bytes, 60)?)?;
    }
    let entry = |wanted: &[&str]| {
        folder.chunks_exact(128).find(|entry| {
            let name: String =
                entry[..64].chunks_exact(2).map(|pair| char::from(pair[0])).take_while(|c| *c != '\0').collect();
            wanted.contains(&name.as_str())
        })
    };
    let workbook = entry(&["Workbook", "Book", "WORKBOOK", "BOOK"])?;
    let (first, length) = (four(workbook, 116)?, four(workbook, 120)? as usize);
    let mut stream = if length >= 4096 {
        chain(first)?
    } else {
        small(&chain(four(entry(&["Root Entry"])?, 116)?)?, &chain(four(bytes, 60)?)?, first)?
    };
    stream.truncate(length);
    Some(stream)
}

/// A short stream: its pieces of 64 bytes lie in one long one, chained by a table of their own.
fn small(pieces: &[u8], table: &[u8], first: u32) -> Option<Vec<u8>> {
    let table: Vec<u32> = numbers(table).collect();
    let (mut number, mut out) = (first, Vec::new());
    while number < LAST && out.len() <= pieces.len() {
        out.extend_from_slice(pieces.get(number as usize * 64..)?.get(..64)?);
        number = *table.get(number as usize)?;
    }
    Some(out)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// Two bytes as a number, the low one first.
pub fn two(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).and_then(|four| numbers(four).next())
}
