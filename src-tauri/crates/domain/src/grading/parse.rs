//! The strict readers of the command line's contract (grading method, section 6).

use super::clause::{ClauseInput, QuestionInput};
use super::input::{ContextInput, ControlAnswer, Input, RiskInput};
use super::method::Method;
use super::refusal::{InputError, Refusal, RefusalCode};
use super::tree::{Node, Tree};
use crate::answer::AnswerValue;
use crate::assessment::Depth;
use crate::evidence::Standing;

const STANDINGS: [(&str, Standing); 3] = [
    ("none", Standing::None),
    ("attached", Standing::Attached),
    ("current_independent", Standing::CurrentIndependent),
];

const ANSWERS: [(&str, AnswerValue); 6] = [
    ("met", AnswerValue::Met),
    ("partly", AnswerValue::Partly),
    ("not_met", AnswerValue::NotMet),
    ("unknown", AnswerValue::Unknown),
    ("na", AnswerValue::Na),
    ("not_yet_due", AnswerValue::NotYetDue),
];

const DEPTHS: [(&str, Depth); 2] = [("full", Depth::Full), ("quick", Depth::Quick)];

/// Parses the input of a grade; every part may be missing or null, which means unanswered.
///
/// # Errors
/// Refuses, naming the place: text that is not one JSON object, unknown ids, unknown and duplicate
/// keys, wrong types (a number with a fraction included) and values out of range.
pub fn parse_input(method: &Method, text: &str) -> Result<Input, InputError> {
    let tree = Tree::parse(text)?;
    let mut fields = Node::root(&tree).object()?;
    let mut input = Input::default();
    if let Some(node) = fields.optional("context") {
        input.context = context(node)?;
    }
    if let Some(node) = fields.optional("risks") {
        for (id, entry) in node.object()?.by_id() {
            if method.catalogue().risk(id).is_none() {
                return Err(entry.refuse_id(RefusalCode::UnknownRisk, id));
            }
            input.risks.insert(id.to_owned(), risk(entry)?);
        }
    }
    if let Some(node) = fields.optional("controls") {
        for (id, entry) in node.object()?.by_id() {
            if method.catalogue().control(id).is_none() {
                return Err(entry.refuse_id(RefusalCode::UnknownControl, id));
            }
            input.controls.insert(id.to_owned(), control(&entry)?);
        }
    }
    if let Some(node) = fields.optional("red_lines") {
        for (id, entry) in node.object()?.by_id() {
            if !method.red_lines().iter().any(|known| known == id) {
                return Err(entry.refuse_id(RefusalCode::UnknownQuestion, id));
            }
            let crossed = unless_null(&entry).map(Node::boolean).transpose()?;
            input.red_lines.insert(id.to_owned(), crossed);
        }
    }
    fields.finish()?;
    Ok(input)
}

/// Parses the input of a clause level; only `red_line`, `evidence` and `answer` may be missing.
///
/// # Errors
/// As [`parse_input`], and a missing key.
pub fn parse_clause_input(text: &str) -> Result<ClauseInput, InputError> {
    let tree = Tree::parse(text)?;
    let mut fields = Node::root(&tree).object()?;
    let questions = fields
        .required("questions")?
        .list()?
        .into_iter()
        .map(question)
        .collect::<Result<_, _>>()?;
    let depth = fields.required("depth")?.word(&DEPTHS)?;
    let tier = fields.required("tier")?.small(1..=5)?;
    fields.finish()?;
    Ok(ClauseInput {
        questions,
        depth,
        tier,
    })
}

fn context(node: Node<'_>) -> Result<ContextInput, Refusal> {
    let mut fields = node.object()?;
    let mut axis = |key| {
        fields
            .optional(key)
            .map(|node| node.small(1..=5))
            .transpose()
    };
    let context = ContextInput {
        scenario: axis("S")?,
        autonomy: axis("A")?,
        scale: axis("Z")?,
    };
    fields.finish()?;
    Ok(context)
}

fn risk(node: Node<'_>) -> Result<RiskInput, Refusal> {
    if node.is_null() {
        return Ok(RiskInput::default());
    }
    let mut fields = node.object()?;
    let mut axis = |key| {
        fields
            .optional(key)
            .map(|node| node.small(1..=5))
            .transpose()
    };
    let (likelihood, impact) = (axis("L")?, axis("I")?);
    let standing = fields.optional("ev").map(|node| node.word(&STANDINGS));
    let mut flag = |key| fields.optional(key).map(|node| node.boolean()).transpose();
    let (not_applicable, confirmed) = (flag("na")?, flag("na_ok")?);
    fields.finish()?;
    Ok(RiskInput {
        likelihood,
        impact,
        evidence: standing.transpose()?.unwrap_or_default(),
        not_applicable: not_applicable.unwrap_or(false),
        confirmed: confirmed.unwrap_or(false),
    })
}

fn control(node: &Node<'_>) -> Result<Option<ControlAnswer>, Refusal> {
    let Some(node) = unless_null(node) else {
        return Ok(None);
    };
    let [level, standing] = node.list_of()?;
    Ok(Some((level.small(0..=4)?, standing.word(&STANDINGS)?)))
}

fn question(node: Node<'_>) -> Result<QuestionInput, Refusal> {
    let mut fields = node.object()?;
    let critical = fields.required("critical")?.boolean()?;
    let red_line = fields.present("red_line").map(|node| node.boolean());
    let answer = fields.optional("answer").map(|node| node.word(&ANSWERS));
    let evidence = fields.present("evidence").map(|node| node.word(&STANDINGS));
    fields.finish()?;
    Ok(QuestionInput {
        critical,
        red_line: red_line.transpose()?.unwrap_or(false),
        answer: answer.transpose()?,
        evidence: evidence.transpose()?.unwrap_or_default(),
    })
}

fn unless_null<'n, 't>(node: &'n Node<'t>) -> Option<&'n Node<'t>> {
    (!node.is_null()).then_some(node)
}
