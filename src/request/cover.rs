//! The covering page: what is asked, and every name to search. One page of HTML that asks nothing of any network.

use super::Request;
use std::fmt::Write;

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}\
table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}\
th{background:#eee}.handling{font-weight:bold}body{overflow-wrap:anywhere}\
@media screen and (max-width:48rem){table,tbody,tr,td{display:block;border:0}thead{position:absolute;width:1px;height:1px;\
overflow:hidden;clip-path:inset(50%)}tr{border:1px solid #767676;padding:.4rem;margin:0 0 .6rem}td{padding:.1rem .3rem}\
td:empty{display:none}td:before{content:attr(data-label) \": \";color:#555}}@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}";

const HEADINGS: [&str; 5] = ["Name", "Who they are", "Date of birth", "Also search under", "Other spellings"];

/// The covering page of a request.
pub fn cover(request: &Request<'_>) -> String {
    let front = request.front;
    let mut body = String::new();
    if let Some(handling) = &front.handling {
        let _ = writeln!(body, "<p class=\"handling\">{}</p>", escaped(handling));
    }
    let _ = writeln!(body, "<h1>Request for a chronology: {}</h1>", escaped(&request.agency.name));
    let _ = writeln!(body, "<p>{}</p>", escaped(&about(request)));
    body.push_str(
        "<p>Please search your records for <strong>every person and every name below</strong>, not the child's alone, and \
         enter what they hold in the workbook that comes with this page. Say in its return slip which names you searched. \
         If nothing is known, send the return slip alone.</p>\n\
         <p>Please include the whole history that you hold, however long ago, and allegations whatever became of them: \
         withdrawn, no further action, not proved. Give a date as exactly as it is known (12/03/2007, March 2007, c. 2007, \
         aged 6); a day that is not known need not be guessed.</p>\n\
         <h2>Who to search for</h2>\n",
    );
    let headings: String = HEADINGS.iter().map(|heading| format!("<th scope=\"col\">{heading}</th>")).collect();
    let _ = writeln!(body, "<table><thead><tr>{headings}</tr></thead><tbody>");
    for search in &request.searches {
        let born = if search.born.is_empty() { "not known" } else { &search.born };
        let (names, spellings) = (search.other_names.join("; "), search.spellings.join("; "));
        let cells = [&search.name, &search.relation, born, &names, &spellings];
        let cells: String = HEADINGS
            .iter()
            .zip(cells)
            .map(|(heading, words)| format!("<td data-label=\"{heading}\">{}</td>", escaped(words)))
            .collect();
        let _ = writeln!(body, "<tr>{cells}</tr>");
    }
    body.push_str("</tbody></table>\n");
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Request for a chronology: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        escaped(&request.agency.name)
    )
}

/// Whose chronology, under which reference, and who asks.
fn about(request: &Request<'_>) -> String {
    let front = request.front;
    let mut words = format!("A chronology is being prepared for {}", front.child.name);
    if let Some(born) = &front.child.born {
        let _ = write!(words, ", born {}", born.written);
    }
    if let Some(reference) = &front.reference {
        let _ = write!(words, " (reference {reference})");
    }
    if let Some(to) = &front.referral.to {
        let _ = write!(words, ", for {to}");
    }
    words.push('.');
    if let Some(by) = &front.referral.prepared_by {
        let _ = write!(words, " It is prepared by {by}.");
    }
    words
}

/// Words as they may stand in a page.
fn escaped(words: &str) -> String {
    words.chars().fold(String::with_capacity(words.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
        out
    })
}
