//! The limits that some rules measure against, which an area can set in `case.json` under `settings`.

use schemars::JsonSchema;
use serde::Serialize;

/// Limits of the catalogue's rules, each under the name it has in `case.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Settings {
    /// Months without an entry, while an agency was involved, that make a gap.
    pub gap_months: u32,
    /// Working days from an allegation to a strategy discussion.
    pub strategy_days: u32,
    /// Working days from a strategy discussion to the initial child protection conference.
    pub conference_days: u32,
    /// Working days from a referral to the end of the assessment.
    pub assessment_days: u32,
    /// Hours from being found after missing to the return interview.
    pub return_interview_hours: u32,
    /// Working days from a concern of exploitation to screening.
    pub screening_days: u32,
    /// Days after a retraction or a decision to take no further action within which a plan to disrupt or protect counts.
    pub disruption_days: u32,
    /// Months after a screening from which new concerns call for another.
    pub rescreen_months: u32,
    /// Months before the eighteenth birthday from which a plan for it is looked for.
    pub transition_months: u32,
    /// Therapeutic services within two years that make a response fragmented.
    pub services_many: u32,
    /// Weeks from referral to the start of a service.
    pub wait_weeks: u32,
    /// Months without the child's own words, wishes or feelings.
    pub voice_months: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            gap_months: 6,
            strategy_days: 3,
            conference_days: 15,
            assessment_days: 45,
            return_interview_hours: 72,
            screening_days: 10,
            disruption_days: 28,
            rescreen_months: 6,
            transition_months: 12,
            services_many: 3,
            wait_weeks: 18,
            voice_months: 12,
        }
    }
}

impl Settings {
    /// Sets one limit by its name in `case.json`; false where no limit has that name.
    pub fn set(&mut self, name: &str, value: u32) -> bool {
        let field = self.fields_mut().into_iter().find(|(known, _)| *known == name);
        field.map(|(_, limit)| *limit = value).is_some()
    }

    /// Every limit with its name, in the order of the catalogue.
    pub fn fields(mut self) -> Vec<(&'static str, u32)> {
        self.fields_mut().into_iter().map(|(name, value)| (name, *value)).collect()
    }

    /// The limits that differ from the defaults: name, value, default.
    pub fn changed(self) -> Vec<(&'static str, u32, u32)> {
        let defaults = Settings::default().fields();
        let pairs = self.fields().into_iter().zip(defaults);
        pairs
            .filter(|((_, value), (_, default))| value != default)
            .map(|((name, value), (_, default))| (name, value, default))
            .collect()
    }

    fn fields_mut(&mut self) -> [(&'static str, &mut u32); 12] {
        [
            ("gap_months", &mut self.gap_months),
            ("strategy_days", &mut self.strategy_days),
            ("conference_days", &mut self.conference_days),
            ("assessment_days", &mut self.assessment_days),
            ("return_interview_hours", &mut self.return_interview_hours),
            ("screening_days", &mut self.screening_days),
            ("disruption_days", &mut self.disruption_days),
            ("rescreen_months", &mut self.rescreen_months),
            ("transition_months", &mut self.transition_months),
            ("services_many", &mut self.services_many),
            ("wait_weeks", &mut self.wait_weeks),
            ("voice_months", &mut self.voice_months),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn a_limit_is_set_by_its_name_and_then_differs_from_the_default() {
        let mut settings = Settings::default();
        assert!(settings.set("screening_days", 5));
        assert!(!settings.set("screening", 5));
        assert_eq!(settings.changed(), [("screening_days", 5, 10)]);
    }
}
