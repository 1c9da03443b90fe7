//! The XML inside office files, within limits: so many elements, so deep, and no definitions that grow.

use super::limits;
use roxmltree::{Document, ParsingOptions};

pub use roxmltree::Node;

/// Reads XML, or says what is wrong with it.
pub fn parse(text: &str) -> Result<Document<'_>, String> {
    let options = ParsingOptions { nodes_limit: limits::NODES, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| format!("its contents are damaged: {error}"))?;
    if depth(document.root()) > limits::XML_DEPTH {
        return Err(format!("its contents are nested more than {} deep, which is the limit", limits::XML_DEPTH));
    }
    Ok(document)
}

/// How deep elements stand in elements, found step by step: a deep file must not fill the stack.
fn depth(root: Node) -> usize {
    let (mut node, mut depth, mut deepest) = (root, 0usize, 0usize);
    loop {
        deepest = deepest.max(depth);
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling().filter(|_| depth > 0) {
                node = next;
                break;
            }
            match node.parent().filter(|_| depth > 0) {
                Some(parent) => (node, depth) = (parent, depth - 1),
                None => return deepest,
            }
        }
    }
}

/// Whether a node is this element, whatever its namespace: two are in use for each format.
pub fn is(node: Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// An attribute by its local name.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The first child of this name.
pub fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, name))
}
