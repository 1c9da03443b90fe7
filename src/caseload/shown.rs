//! Which numbers may be shown: not those of so few children that somebody could tell who they are, nor those by which
//! such a number could be worked out.

/// Which parts of a whole are hidden, where the whole is shown beside them: each part of at least one and fewer than the
/// limit, and then the next smallest until what is hidden together reaches the limit, so that taking what is shown from the
/// whole gives no small number away. Nothing at all counts as no child and hides nothing.
pub fn hidden(parts: &[usize], limit: usize) -> Vec<bool> {
    let mut hidden: Vec<bool> = parts.iter().map(|part| (1..limit).contains(part)).collect();
    if !hidden.contains(&true) {
        return hidden;
    }
    loop {
        let sum: usize = parts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(part, _)| part).sum();
        let number = hidden.iter().filter(|hidden| **hidden).count();
        if sum >= limit && number > 1 {
            return hidden;
        }
        let next = (0..parts.len()).filter(|&at| !hidden[at] && parts[at] > 0).min_by_key(|&at| (parts[at], at));
        match next {
            Some(at) => hidden[at] = true,
            // Nothing is left to hide behind: the whole is as small, or its parts are all hidden.
            None => return hidden,
        }
    }
}

/// Whether a number out of a whole may be shown: neither it nor the rest is small.
pub fn may_show(part: usize, whole: usize, limit: usize) -> bool {
    let small = |number: usize| (1..limit).contains(&number);
    !small(part) && !small(whole.saturating_sub(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_number_is_hidden_and_so_is_what_would_give_it_away() {
        assert_eq!(hidden(&[20, 3, 8, 0], 5), [false, true, true, false]);
        assert_eq!(hidden(&[20, 1, 2, 9], 5), [false, true, true, true]);
        assert_eq!(hidden(&[20, 4, 3, 9], 5), [false, true, true, false]);
        assert_eq!(hidden(&[20, 0, 8], 5), [false, false, false]);
        assert_eq!(hidden(&[3], 5), [true]);
        assert_eq!(hidden(&[3, 4], 0), [false, false]);
    }

    #[test]
    fn what_is_left_over_is_a_number_too() {
        assert!(may_show(40, 100, 5));
        assert!(may_show(0, 100, 5) && may_show(100, 100, 5));
        assert!(!may_show(4, 100, 5));
        assert!(!may_show(97, 100, 5));
    }
}
