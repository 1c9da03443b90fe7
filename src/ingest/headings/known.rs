//! The table of headings: as agencies write them, folded, with what they mean. The one place to add to.

use crate::model::Meaning::{self, *};

/// Whole headings.
#[rustfmt::skip]
pub const HEADINGS: &[(Meaning, &[&str])] = &[
    (Happened, &[
        "when", "day", "start", "from", "period", "timescale", "timestamp", "year", "month", "week", "month year",
        "when it happened", "when did it happen", "when did this happen", "dyddiad", "occurred", "occurred on", "happened on",
        "date entry", "date event", "started", "commenced",
    ]),
    (Until, &["until", "to", "end", "finish", "ended", "finished", "end date time"]),
    (Time, &["time", "start time", "end time", "time of day", "times", "time 24hr", "time 24 hr", "hour", "amser"]),
    (Learned, &["received", "notified", "reported on", "disclosed on", "known since", "known from", "learned", "when known", "when reported", "when received"]),
    (Recorded, &["recorded", "created", "logged", "entered", "recorded on", "logged on", "created on", "entered on", "when recorded", "added", "added on", "submitted", "submitted on"]),
    (Event, &[
        "what happened", "mo", "modus operandi", "presenting concern", "presenting problem", "reason for contact", "reason for attendance",
        "reason for referral", "reason for visit", "reason", "what was reported", "what are you worried about", "what we know", "what do we know", "case notes",
        "free text", "text", "body", "information received", "information shared", "information held", "background", "synopsis", "log", "digwyddiad",
        "digwyddiad arwyddocaol", "agency contact with family", "contact with family", "contact with child", "agency contact", "story", "what was seen", "what you saw", "what was said", "what is the concern",
        "content", "contents", "key information", "what has happened", "disclosure", "what did you see or hear", "main points", "points", "discussion", "chronology",
        "data", "matter", "subject matter", "message", "item discussed", "history", "family history", "facts", "context", "general", "information",
    ]),
    (Action, &[
        "what we did", "what i did", "what was done", "what did you do", "what you did", "what did we do", "what action was taken", "who i told", "who was told", "who was informed",
        "follow up", "followup", "next", "next step", "next steps", "agreed next step", "what next", "what needs to happen", "advice", "advice given", "management", "treatment",
        "rationale", "management oversight", "oversight", "steps taken", "step taken", "support", "support offered", "services offered", "services provided", "safety plan",
        "referral made", "referrals made", "referred to", "onward referral", "informed", "gweithredu", "camau", "shared with", "information shared with", "gweithredu a gymerwyd", "what are we doing", "tasks", "task",
    ]),
    (Outcome, &[
        "what happened next", "closure reason", "disposal code", "outcome type", "finalisation", "crime status", "investigation status", "outcome code", "result code", "reason for closure", "reason closed", "status", "case status", "verdict", "closure", "what changed", "canlyniad", "sentence", "attended", "attendance outcome",
        "disposition", "resolution", "end result", "what was the outcome", "what difference did it make", "progress",
    ]),
    (Source, &[
        "source", "reported by", "referred by", "referral source", "information source", "who reported", "who reported it", "concern raised by", "raised by", "informant", "evidence", "exhibit", "caller",
        "where recorded", "witness or document reference", "document reference", "evidence reference", "document ref", "evidence ref", "told by", "who told us", "where did this information come from", "where did the information come from", "ffynhonnell", "document", "documents", "file", "file name", "bundle reference", "bundle page", "supporting evidence", "evidence source", "record held", "system", "origin", "information from", "provided by", "received from", "notified by", "disclosed by", "how known", "how do we know", "where from", "referring agency", "witness",
    ]),
    (Professional, &[
        "by", "who by", "by whom", "whom", "oic", "signed", "initials", "print name and signature", "print name", "name and role", "name and designation", "job title", "designation", "position", "attendees", "present",
        "attended by", "dsl", "responsible", "person responsible", "who is responsible", "owner", "action by", "action by whom", "action owner", "lead", "sw", "hv", "user", "user name", "username", "carer", "carers", "foster carer", "foster carers", "therapist",
        "teacher", "key person", "name of officer person", "name of person completing", "person completing", "person recording", "person reporting", "logger", "writer", "gp", "doctor", "nurse", "midwife", "consultant", "health visitor", "social worker", "manager", "chair", "counsellor", "assessor", "hcp", "who recorded", "who recorded it", "chi", "contact person", "named person", "shift", "adult present", "member of staff", "allocated to", "assigned to", "done by", "who did it", "who attended", "professionals present",
    ]),
    (People, &[
        "who", "who was seen", "who was involved", "who is involved", "who was present", "who is it about", "about", "concerning", "re", "regarding", "name", "names", "full name", "forename", "first name", "surname", "family name", "yp", "cyp", "ip", "poi", "involved",
        "relationship", "relation", "relationship to child", "role in incident", "dob", "d o b", "date of birth", "service user", "service users", "service user name", "plentyn", "enw", "suspect victim", "linked persons", "vulnerable adult", "whom seen", "seen", "who seen", "name of", "person name", "household", "household members",
    ]),
    (Voice, &[
        "what the child said", "what did the child say", "pupils account", "childs account", "childs words", "child said", "childs own words", "lived experience", "daily lived experience", "in the childs words", "childs presentation and views", "llais y plentyn", "what the young person said", "what does the child say",
    ]),
    (Impact, &["significance", "relevance", "why it matters", "effect", "harm", "so what", "consequences", "positive or negative"]),
    (Opinion, &[
        "review", "good practice", "care service delivery problem", "grey areas", "strengths", "worries", "learning", "view", "missed opportunity", "missed opportunities", "what worked well", "what are we worried about", "what is working well", "protective factors", "risk factors", "complicating factors", "thoughts", "why", "remarks",
    ]),
    (Category, &[
        "rag", "rag rating", "rag status", "level", "risk", "risks", "offence", "offences", "theme", "themes", "kind", "method", "method of contact", "mode", "how", "flag", "flags", "tag", "tags", "grade", "need", "needs", "priority", "severity", "subject heading", "crime", "snomed", "read code", "medium", "mode of contact", "role", "diagnosis", "abuse type", "threshold", "warning marker", "markers", "heading", "title",
    ]),
    (Service, &["service", "provider", "trust", "ward", "practice", "force", "site", "station", "gwasanaeth", "who from", "area", "location of service", "organisation name"]),
    (Sequence, &[
        "no", "hash", "seq", "ref", "urn", "id", "uid", "item", "item no", "page", "row", "line", "index", "sn", "s no", "nhs number", "nhs no", "upn", "exhibit number", "rhif", "version", "para", "paragraph", "serial", "sort order", "order no", "tab", "mosaic id", "liquidlogic id", "lcs id", "pnc id",
    ]),
];

/// Single words, for headings that are not in the list of whole ones.
#[rustfmt::skip]
pub const WORDS: &[(Meaning, &[&str])] = &[
    (Event, &[
        "event", "events", "incident", "incidents", "detail", "details", "description", "contact", "contacts", "concern", "concerns", "summary",
        "information", "info", "note", "notes", "entry", "entries", "allegation", "allegations", "occurrence", "occurrences", "narrative", "consultation", "report",
        "record", "log", "episode", "observation", "observations", "activity", "activities", "circumstances", "account", "disclosure", "text", "visit", "happened", "referral", "intelligence", "issue", "issues", "problem", "presentation", "encounter", "worried", "recording", "recordings", "complaint", "assessment", "examination", "synopsis",
    ]),
    (Action, &["action", "actions", "response", "responses", "decision", "decisions", "intervention", "interventions", "plan", "plans", "recommendation", "recommendations", "treatment"]),
    (Outcome, &["outcome", "outcomes", "result", "results", "disposal", "disposals", "finding", "findings", "conclusion", "conclusions", "closure"]),
    (Source, &["source", "sources", "document", "evidence", "referrer", "informant"]),
    (Professional, &[
        "professional", "professionals", "worker", "workers", "staff", "officer", "officers", "author", "clinician", "practitioner", "signature", "teacher", "initials", "signed",
        "manager", "attendees", "keyworker", "therapist", "consultant", "doctor", "nurse", "midwife", "dsl", "responsible", "user",
    ]),
    (People, &[
        "people", "person", "persons", "nominal", "nominals", "client", "clients", "child", "children", "pupil", "pupils", "student", "students", "patient", "pt", "pts", "su", "subject", "subjects", "victim",
        "suspect", "perpetrator", "offender", "offenders", "aggrieved", "family", "who", "name", "names", "siblings", "sibling", "parent", "parents", "adults", "resident", "individual", "individuals", "involved", "parties", "relatives", "mother", "father", "tenant",
    ]),
    (Voice, &["voice", "views", "wishes", "feelings"]),
    (Impact, &["impact", "significance", "effect", "relevance"]),
    (Opinion, &["analysis", "comment", "comments", "opinion", "judgement", "judgment", "reflection", "reflections", "factors", "view", "curiosity", "hypothesis", "remarks", "learning"]),
    (Category, &["category", "categories", "type", "types", "classification", "class", "code", "codes", "keywords", "keyword", "theme", "level", "rating"]),
    (Service, &["service", "services", "team", "teams", "agency", "agencies", "organisation", "organization", "school", "department", "dept", "clinic", "setting", "unit", "division", "directorate", "provider"]),
    (Sequence, &["number", "no", "ref", "reference", "references", "id", "sequence", "serial", "identifier"]),
    (Time, &["time"]),
];
