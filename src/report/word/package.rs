//! The file itself: styles, page, header and footer, and the bytes.

use super::parts::{BULLETS, WIDTH, paragraph, plain};
use crate::account::Account;
use crate::report::plain as words;
use docx_rs::{
    AbstractNumbering, Docx, Footer, Header, Level, LevelJc, LevelText, LineSpacing, NumberFormat, Numbering,
    PageMargin, PageNum, PageOrientationType, Paragraph, RunFonts, SpecialIndentType, Start, Style, StyleType,
};
use std::io::Cursor;

/// A4 on its side, in twentieths of a point.
const PAGE: (u32, u32) = (16_838, 11_906);
const MARGIN: i32 = ((PAGE.0 as usize - WIDTH) / 2) as i32;

/// What `docx_rs` writes for a row that must not be split, and that mark with the one it cannot write: a header row.
const WHOLE: &str = "<w:cantSplit /></w:trPr>";
const HEADER: &str = "<w:cantSplit /><w:tblHeader /></w:trPr>";

/// The end of the styles' defaults, and that end with the language, which `docx_rs` cannot write.
const DEFAULTS: &str = "</w:rPr></w:rPrDefault>";
const ENGLISH: &str = "<w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"en-GB\" /></w:rPr></w:rPrDefault>";

/// The style of paragraphs that name none, and that style marked so.
const NORMAL: &str = "<w:style w:type=\"paragraph\" w:styleId=\"Normal\">";
const DEFAULT: &str = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">";

/// An empty document with its styles, and on every page the handling words, whose it is, and the page's number.
pub fn begun(account: &Account) -> Docx {
    let case = &account.case;
    let reference = case.reference.as_deref().map_or(String::new(), |reference| format!("{reference}, "));
    let running = format!("{reference}{}, as at {}    Page ", case.name, words::day(account.as_at));
    let handling = case.handling.clone().unwrap_or_default();
    let foot = paragraph(vec![plain(running)]).add_page_num(PageNum::new());
    let foot = Footer::new().add_paragraph(foot).add_paragraph(paragraph(vec![plain(handling.clone())]));
    let margins =
        PageMargin { top: 1000, right: MARGIN, bottom: 1000, left: MARGIN, header: 500, footer: 500, gutter: 0 };
    let made = format!("{}T00:00:00Z", account.as_at);
    let document = Docx::new()
        .created_at(&made)
        .updated_at(&made)
        .page_size(PAGE.0, PAGE.1)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(margins)
        .default_fonts(RunFonts::new().ascii("Arial").hi_ansi("Arial").cs("Arial"))
        .default_size(20)
        .header(Header::new().add_paragraph(Paragraph::new().add_run(docx_rs::Run::new().add_text(handling).bold())))
        .footer(foot)
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet()))
        .add_numbering(Numbering::new(BULLETS, BULLETS));
    styles().into_iter().fold(document, Docx::add_style)
}

fn bullet() -> Level {
    let level = Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"));
    level.indent(Some(360), Some(SpecialIndentType::Hanging(240)), None, None)
}

fn styles() -> Vec<Style> {
    let heading = |level: usize, size| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .outline_lvl(level - 1)
            .bold()
            .size(size)
            .line_spacing(LineSpacing::new().before(280).after(80))
    };
    let paragraph = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    vec![
        paragraph("Title", "Title").bold().size(44).next("Normal").line_spacing(LineSpacing::new().after(160)),
        heading(1, 34),
        heading(2, 28),
        heading(3, 24),
        paragraph("Quote", "Quote").indent(Some(360), None, None, None),
        paragraph("ListBullet", "List Bullet").indent(Some(360), Some(SpecialIndentType::Hanging(240)), None, None),
        Style::new("Hyperlink", StyleType::Character).name("Hyperlink").color("1A4F9C").underline("single"),
    ]
}

/// The bytes of the `.docx` file.
pub fn packed(document: Docx, title: &str) -> Result<Vec<u8>, String> {
    let mut parts = document.build();
    parts.document = replaced(parts.document, &[(WHOLE, HEADER)])?;
    parts.styles = replaced(parts.styles, &[(DEFAULTS, ENGLISH), (NORMAL, DEFAULT)])?;
    let named = format!("<dc:title>{}</dc:title><dc:creator>lifespan</dc:creator>", escaped(title));
    parts.doc_props.core = replaced(
        parts.doc_props.core,
        &[
            ("<dc:creator>unknown</dc:creator>", &named),
            ("<cp:lastModifiedBy>unknown<", "<cp:lastModifiedBy>lifespan<"),
        ],
    )?;
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|cause| cause.to_string())?;
    Ok(bytes.into_inner())
}

/// A part with some of its marks exchanged. Words of a return are escaped, so none of them can be such a mark.
fn replaced(part: Vec<u8>, marks: &[(&str, &str)]) -> Result<Vec<u8>, String> {
    let text = String::from_utf8(part).map_err(|cause| cause.to_string())?;
    Ok(marks.iter().fold(text, |text, (old, new)| text.replace(old, new)).into_bytes())
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
