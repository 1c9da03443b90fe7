//! "Told me that when she was about eight a workmate of her father's, always called Taff, interfered with her": who tells of
//! their own childhood was harmed in it, and harmed nobody grown.

use super::Claim;
use crate::model::Who;
use crate::reading::groups::Group;
use crate::reading::scene::Scene;

impl Scene<'_> {
    /// Turns round claims that accuse whoever tells of their own childhood of harm to somebody who is no child.
    pub fn harmed_in_own_childhood(&self, claims: &mut [Claim]) {
        for claim in claims.iter_mut().filter(|claim| !claim.register) {
            let sentence = self.page.sentence(claim.first);
            let Some(told) = self.page.of(sentence.start..claim.first, Group::Disclose).last() else { continue };
            let teller = self.subject(told.first).and_then(|np| np.who);
            // "Kerry. Low mood. Told me that": who tells was named before.
            let here = |who: &Who| {
                self.nps.iter().any(|np| np.who == Some(*who) && !np.pronoun && sentence.contains(&np.first))
            };
            let own = match teller {
                Some(teller) => claim.perpetrators.iter().all(|who| *who == teller || self.are_linked(*who, teller)),
                None => !claim.perpetrators.iter().any(here) && claim.victims.iter().any(here),
            };
            let childhood = self.in_childhood(sentence.clone());
            let grown = |who: &Who| self.nps.iter().filter(|np| np.who == Some(*who)).all(|np| !self.is_young(np));
            let turned = !claim.perpetrators.is_empty() && !claim.victims.is_empty() && own && childhood;
            if turned && claim.victims.iter().all(grown) && !claim.victims.contains(&Who::Child) {
                std::mem::swap(&mut claim.perpetrators, &mut claim.victims);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{EventKind, Role, Who};
    use crate::reading::read_text;

    #[test]
    fn who_tells_of_their_own_childhood_was_harmed_in_it() {
        let read = read_text(
            "Kerry told me that when she was about eight a workmate of her father's, always called Taff, interfered with her.",
        );
        let event = read.events.iter().find(|one| one.kind == EventKind::SexualAbuseAllegation).expect("an allegation");
        let name = |role: Role| match event.people.get(&role) {
            Some(Who::Mention(at)) => read.mentions[*at].text.as_str(),
            _ => "",
        };
        assert_eq!((name(Role::AllegedPerpetrator), name(Role::AllegedVictim)), ("Taff", "Kerry"));
    }
}
