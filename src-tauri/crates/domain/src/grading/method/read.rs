//! Reads a method document and refuses what would break the properties of the grade.

use super::super::catalogue::Catalogue;
use super::super::refusal::{Refusal, RefusalCode};
use super::super::tree::{Fields, Node, Tree};
use super::{
    ConfidenceTable, ControlGate, LevelName, Link, LinkKind, LinkSource, NeglectGate, Rule, Tables,
    TierRule, UncontrolledGate,
};
use std::ops::RangeInclusive;

/// No number of a method needs to be larger; the bound keeps every sum far from overflow.
const LARGEST: i64 = 10_000;

type Read<T> = Result<T, Refusal>;

pub(super) fn method(tree: &Tree, catalogue: &Catalogue) -> Read<(String, String, Tables)> {
    let mut fields = Node::root(tree).object()?;
    let id = non_empty(&fields.required("method_id")?)?;
    let version = semantic_version(&fields.required("version")?)?;
    let tables = tables(&mut fields, catalogue)?;
    fields.finish()?;
    Ok((id, version, tables))
}

fn tables(fields: &mut Fields<'_>, catalogue: &Catalogue) -> Read<Tables> {
    let (caps, low_tier_caps) = caps(fields)?;
    let decay = decay(fields)?;
    let links = links(fields.required("credit_links")?, catalogue)?;
    let gates = gates(fields.required("gates")?, catalogue, &links)?;
    Ok(Tables {
        unknown_point: small(&fields.required("unknown_point")?, 1..=5)?,
        tier: tier(fields.required("tier")?)?,
        shift: rising(&fields.required("shift")?, -LARGEST)?,
        edges: edges(&fields.required("band_edges")?)?,
        impact5_floor: small(&fields.required("impact5_floor")?, 1..=5)?,
        credit: rising(&fields.required("credit")?, 0)?,
        caps,
        low_tier_caps,
        low_tier: small(&fields.required("low_tier")?, 0..=5)?,
        decay,
        strength: strength(fields.required("strength")?)?,
        accumulate: accumulate(fields.required("accumulate")?)?,
        tier_floor: rising_grades(&fields.required("tier_floor")?)?,
        red_lines: red_lines(&fields.required("red_lines")?, catalogue)?,
        control_gate: gates.control,
        fallback_gate: gates.fallback,
        uncontrolled_gate: gates.uncontrolled,
        neglect_gate: gates.neglect,
        red_line_rules: gates.red_line,
        axis_doubt: number(&fields.required("axis_doubt")?, LARGEST)?,
        na_unconfirmed: small(&fields.required("na_unconfirmed")?, 1..=5)?,
        confidence: confidence(fields.required("confidence")?)?,
        levels: levels(&fields.required("levels")?)?,
        links,
    })
}

/// Reads a number that may not be negative.
fn number(node: &Node<'_>, largest: i64) -> Read<i32> {
    let value = node.integer(i64::MIN..=i64::MAX)?;
    if value < 0 {
        return Err(node.refuse(RefusalCode::Negative));
    }
    node.integer(0..=largest)
        .map(|value| i32::try_from(value).expect("at most 10,000"))
}

/// Reads a number of a small range and calls a negative one so.
fn small(node: &Node<'_>, range: RangeInclusive<u8>) -> Read<u8> {
    number(node, LARGEST)?;
    node.small(range)
}

/// Reads a fixed number of entries, none of which may be lower than the one before.
fn rising<const N: usize>(node: &Node<'_>, least: i64) -> Read<[i32; N]> {
    let items: [Node<'_>; N] = node.list_of()?;
    let mut values = [0; N];
    for (index, item) in items.iter().enumerate() {
        values[index] = if least < 0 {
            let value = item.integer(least..=LARGEST)?;
            i32::try_from(value).expect("within 10,000 of zero")
        } else {
            number(item, LARGEST)?
        };
        if index > 0 && values[index] < values[index - 1] {
            return Err(item.refuse(RefusalCode::Falls));
        }
    }
    Ok(values)
}

fn rising_grades(node: &Node<'_>) -> Read<[u8; 5]> {
    let items: [Node<'_>; 5] = node.list_of()?;
    for item in &items {
        small(item, 1..=5)?;
    }
    let values: [i32; 5] = rising(node, 0)?;
    Ok(values.map(|value| u8::try_from(value).expect("checked to be a grade")))
}

/// Band edges; neighbours lie more than 100 apart, so that one step of likelihood or impact
/// moves a risk by one level at most.
fn edges(node: &Node<'_>) -> Read<[i32; 4]> {
    let values: [i32; 4] = rising(node, 0)?;
    let items: [Node<'_>; 4] = node.list_of()?;
    for (index, item) in items.iter().enumerate().skip(1) {
        if values[index] - values[index - 1] <= 100 {
            return Err(item.refuse(RefusalCode::BandTooNarrow));
        }
    }
    Ok(values)
}

fn tier(node: Node<'_>) -> Read<TierRule> {
    let mut fields = node.object()?;
    let mut take = |key| number(&fields.required(key)?, LARGEST);
    let rule = TierRule {
        scenario: take("wS")?,
        autonomy: take("wA")?,
        scale: take("wZ")?,
        half: take("half")?,
        divisor: take("div")?,
        veto: take("s_veto")?,
    };
    if rule.divisor == 0 {
        return Err(fields.required("div")?.refuse(RefusalCode::OutOfRange));
    }
    fields.finish()?;
    Ok(rule)
}

/// Reads one value per evidence standing; none may be lower than that of a lesser standing.
fn by_standing(node: Node<'_>, largest: i64) -> Read<[i32; 3]> {
    let mut fields = node.object()?;
    let mut values = [0; 3];
    for (index, key) in ["none", "attached", "current_independent"]
        .into_iter()
        .enumerate()
    {
        let item = fields.required(key)?;
        values[index] = number(&item, largest)?;
        if index > 0 && values[index] < values[index - 1] {
            return Err(item.refuse(RefusalCode::Falls));
        }
    }
    fields.finish()?;
    Ok(values)
}

fn caps(fields: &mut Fields<'_>) -> Read<([u8; 3], [u8; 3])> {
    let as_levels = |values: [i32; 3]| values.map(|value| u8::try_from(value).expect("at most 4"));
    let caps = as_levels(by_standing(fields.required("evidence_cap")?, 4)?);
    let low = as_levels(by_standing(fields.required("evidence_cap_low_tier")?, 4)?);
    if (0..3).any(|index| low[index] < caps[index]) {
        let node = fields.required("evidence_cap_low_tier")?;
        return Err(node.refuse(RefusalCode::LowTierCapLower));
    }
    Ok((caps, low))
}

fn decay(fields: &mut Fields<'_>) -> Read<(u32, u32)> {
    let numerator = number(&fields.required("decay_num")?, 100)?;
    let node = fields.required("decay_den")?;
    let denominator = number(&node, 100)?;
    if denominator == 0 {
        return Err(node.refuse(RefusalCode::OutOfRange));
    }
    if 2 * numerator > denominator {
        return Err(fields
            .required("decay_num")?
            .refuse(RefusalCode::DecayAboveHalf));
    }
    Ok((numerator.unsigned_abs(), denominator.unsigned_abs()))
}

fn strength(node: Node<'_>) -> Read<[i32; 2]> {
    let mut fields = node.object()?;
    let values = [
        number(&fields.required("primary")?, 100)?,
        number(&fields.required("supporting")?, 100)?,
    ];
    fields.finish()?;
    Ok(values)
}

fn accumulate(node: Node<'_>) -> Read<[i32; 3]> {
    let mut fields = node.object()?;
    let mut counts = [0; 3];
    for (index, key) in ["2", "3", "4"].into_iter().enumerate() {
        let item = fields.required(key)?;
        counts[index] = number(&item, LARGEST)?;
        if counts[index] < 1 {
            return Err(item.refuse(RefusalCode::OutOfRange));
        }
    }
    fields.finish()?;
    Ok(counts)
}

fn red_lines(node: &Node<'_>, catalogue: &Catalogue) -> Read<Vec<String>> {
    let mut ids: Vec<String> = Vec::new();
    for item in node.list()? {
        let id = item.text()?;
        if !catalogue.knows_question(id) {
            return Err(item.refuse(RefusalCode::UnknownQuestion));
        }
        if ids.iter().any(|known| known == id) {
            return Err(item.refuse(RefusalCode::Repeated));
        }
        ids.push(id.to_owned());
    }
    Ok(ids)
}

struct Gates {
    control: ControlGate,
    fallback: ControlGate,
    uncontrolled: UncontrolledGate,
    neglect: NeglectGate,
    red_line: Vec<Rule>,
}

fn gates(node: Node<'_>, catalogue: &Catalogue, links: &[Vec<Link>]) -> Read<Gates> {
    let mut fields = node.object()?;
    let gates = Gates {
        control: control_gate(fields.required("control")?, catalogue)?,
        fallback: control_gate(fields.required("fallback")?, catalogue)?,
        uncontrolled: uncontrolled(fields.required("uncontrolled")?)?,
        neglect: neglect(fields.required("neglect")?, catalogue, links)?,
        red_line: red_line_gate(fields.required("red_line")?)?,
    };
    fields.finish()?;
    Ok(gates)
}

fn control_gate(node: Node<'_>, catalogue: &Catalogue) -> Read<ControlGate> {
    let mut fields = node.object()?;
    let gate = ControlGate {
        control: control(&fields.required("control")?, catalogue)?,
        at_most: small(&fields.required("at_most")?, 0..=4)?,
        rules: rules(&fields.required("rules")?)?,
    };
    fields.finish()?;
    Ok(gate)
}

fn uncontrolled(node: Node<'_>) -> Read<UncontrolledGate> {
    let mut fields = node.object()?;
    let gate = UncontrolledGate {
        impact: number(&fields.required("impact")?, LARGEST)?,
        likelihood: number(&fields.required("likelihood")?, LARGEST)?,
        grade: small(&fields.required("grade")?, 1..=5)?,
    };
    fields.finish()?;
    Ok(gate)
}

fn neglect(node: Node<'_>, catalogue: &Catalogue, links: &[Vec<Link>]) -> Read<NeglectGate> {
    let mut fields = node.object()?;
    let mut clauses = Vec::new();
    for item in fields.required("clauses")?.list()? {
        let clause = control(&item, catalogue)?;
        if clauses.contains(&clause) {
            return Err(item.refuse(RefusalCode::Repeated));
        }
        clauses.push(clause);
    }
    let gate = NeglectGate {
        at_most: small(&fields.required("at_most")?, 0..=4)?,
        impact: number(&fields.required("impact")?, LARGEST)?,
        grade_by_tier: rising_grades(&fields.required("grade_by_tier")?)?,
        primary_risks: clauses
            .iter()
            .map(|clause| primary_risks(*clause, links))
            .collect(),
        clauses,
    };
    fields.finish()?;
    Ok(gate)
}

fn primary_risks(clause: usize, links: &[Vec<Link>]) -> Vec<usize> {
    let is_primary = |link: &Link| link.control == clause && link.kind == LinkKind::Primary;
    (0..links.len())
        .filter(|risk| links[*risk].iter().any(is_primary))
        .collect()
}

fn red_line_gate(node: Node<'_>) -> Read<Vec<Rule>> {
    let mut fields = node.object()?;
    let rules = rules(&fields.required("rules")?)?;
    fields.finish()?;
    Ok(rules)
}

/// Reads a list of rules; whatever it holds, a higher autonomy or scenario never gives less.
fn rules(node: &Node<'_>) -> Read<Vec<Rule>> {
    node.list()?
        .iter()
        .map(|rule| {
            let [autonomy, scenario, grade] = rule.list_of()?;
            Ok(Rule {
                autonomy: number(&autonomy, LARGEST)?,
                scenario: number(&scenario, LARGEST)?,
                grade: small(&grade, 1..=5)?,
            })
        })
        .collect()
}

fn confidence(node: Node<'_>) -> Read<ConfidenceTable> {
    let mut fields = node.object()?;
    let whole = |node: &Node<'_>| number(node, 100);
    let not_applicable = fields.required("q_na")?;
    let (na_unconfirmed, na_confirmed) = confidence_of_na(not_applicable)?;
    let high = fields.required("high")?;
    let table = ConfidenceTable {
        context_weight: number(&fields.required("context")?, LARGEST)?,
        axis_weight: number(&fields.required("axis")?, LARGEST)?,
        control_weight: number(&fields.required("control")?, LARGEST)?,
        context: whole(&fields.required("q_context")?)?,
        rating: by_standing(fields.required("q_rating")?, 100)?,
        na_unconfirmed,
        na_confirmed,
        control: by_standing(fields.required("q_control")?, 100)?,
        high: whole(&high)?,
        medium: whole(&fields.required("medium")?)?,
    };
    if table.high < table.medium {
        return Err(high.refuse(RefusalCode::Falls));
    }
    if table.context_weight == 0 && table.axis_weight == 0 && table.control_weight == 0 {
        return Err(fields.required("context")?.refuse(RefusalCode::OutOfRange));
    }
    fields.finish()?;
    Ok(table)
}

fn confidence_of_na(node: Node<'_>) -> Read<(i32, i32)> {
    let mut fields = node.object()?;
    let unconfirmed = number(&fields.required("unconfirmed")?, 100)?;
    let node = fields.required("confirmed")?;
    let confirmed = number(&node, 100)?;
    if confirmed < unconfirmed {
        return Err(node.refuse(RefusalCode::Falls));
    }
    fields.finish()?;
    Ok((unconfirmed, confirmed))
}

fn levels(node: &Node<'_>) -> Read<Vec<LevelName>> {
    let names: [Node<'_>; 5] = node.list_of()?;
    names
        .iter()
        .map(|name| {
            let [en, zh] = name.list_of()?;
            Ok(LevelName {
                en: non_empty(&en)?,
                zh: non_empty(&zh)?,
            })
        })
        .collect()
}

/// Reads the credit table. Every risk has an entry, so that a forgotten one is noticed.
fn links(node: Node<'_>, catalogue: &Catalogue) -> Read<Vec<Vec<Link>>> {
    let place = node.refuse(RefusalCode::Missing).place;
    let mut table: Vec<Option<Vec<Link>>> = vec![None; catalogue.risks().len()];
    for (id, entry) in node.object()?.by_id() {
        let risk = catalogue
            .risk(id)
            .ok_or_else(|| entry.refuse_id(RefusalCode::UnknownRisk, id))?;
        table[risk] = Some(links_of_risk(&entry, catalogue)?);
    }
    table
        .into_iter()
        .zip(catalogue.risks())
        .map(|(links, risk)| {
            links
                .ok_or_else(|| Refusal::new(RefusalCode::Missing, &format!("{place}/{risk}"), risk))
        })
        .collect()
}

fn links_of_risk(node: &Node<'_>, catalogue: &Catalogue) -> Read<Vec<Link>> {
    let mut links: Vec<Link> = Vec::new();
    for item in node.list()? {
        let [id, kind, source] = item.list_of()?;
        let link = Link {
            control: control(&id, catalogue)?,
            kind: kind.word(&[
                ("primary", LinkKind::Primary),
                ("supporting", LinkKind::Supporting),
            ])?,
            source: source.word(&[
                ("official", LinkSource::Official),
                ("ours", LinkSource::Ours),
            ])?,
        };
        if links.iter().any(|known| known.control == link.control) {
            return Err(id.refuse(RefusalCode::Repeated));
        }
        links.push(link);
    }
    links.sort_by_key(|link| link.control);
    Ok(links)
}

fn control(node: &Node<'_>, catalogue: &Catalogue) -> Read<usize> {
    catalogue
        .control(node.text()?)
        .ok_or_else(|| node.refuse(RefusalCode::UnknownControl))
}

fn non_empty(node: &Node<'_>) -> Read<String> {
    match node.text()? {
        "" => Err(node.refuse(RefusalCode::Missing)),
        text => Ok(text.to_owned()),
    }
}

/// Reads major.minor.patch, with the suffixes of a pre-release or a build if any.
fn semantic_version(node: &Node<'_>) -> Read<String> {
    let text = node.text()?;
    let (core, suffix) = text.split_at(text.find(['-', '+']).unwrap_or(text.len()));
    let is_number = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && (part == "0" || !part.starts_with('0'))
    };
    let is_suffix = suffix.is_empty()
        || suffix.len() > 1
            && suffix
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-+.".contains(&byte));
    if is_suffix && core.split('.').count() == 3 && core.split('.').all(is_number) {
        Ok(text.to_owned())
    } else {
        Err(node.refuse(RefusalCode::NotVersion))
    }
}
