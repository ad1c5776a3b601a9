//! The grading method as validated data, with its id, version and digest.
//!
//! A [`Method`] can only be made by reading a document that passes every check of step 12, so
//! the properties of the grade hold for any method that exists. Ids are turned into positions
//! here, once, so that grading itself works on small numbers alone.

mod read;

use super::catalogue::Catalogue;
use super::refusal::MethodError;
use super::tree::Tree;
use crate::evidence::Standing;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Credits beyond this place in the counting order are always nothing: a credit is at most
/// 10,000 and the decay at most one half.
const PLACES: usize = 14;

/// How strongly a control is linked to a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The control is about this very risk.
    Primary,
    /// The control helps.
    Supporting,
}

/// Whose link it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkSource {
    /// The framework's closing table names it.
    Official,
    /// The project's own.
    Ours,
}

/// One row of the credit table: a control that earns credit against a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Position of the control in [`Method::controls`].
    pub control: usize,
    /// Primary or supporting.
    pub kind: LinkKind,
    /// Official or ours.
    pub source: LinkSource,
}

/// A rule of a gate: the grade it gives from an autonomy and a scenario criticality upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) autonomy: i32,
    pub(crate) scenario: i32,
    pub(crate) grade: u8,
}

#[derive(Clone, Debug)]
pub(crate) struct TierRule {
    pub(crate) scenario: i32,
    pub(crate) autonomy: i32,
    pub(crate) scale: i32,
    pub(crate) half: i32,
    pub(crate) divisor: i32,
    pub(crate) veto: i32,
}

/// A gate that fires when one control is not in place.
#[derive(Clone, Debug)]
pub(crate) struct ControlGate {
    pub(crate) control: usize,
    pub(crate) at_most: u8,
    pub(crate) rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
pub(crate) struct UncontrolledGate {
    pub(crate) impact: i32,
    pub(crate) likelihood: i32,
    pub(crate) grade: u8,
}

#[derive(Clone, Debug)]
pub(crate) struct NeglectGate {
    pub(crate) clauses: Vec<usize>,
    pub(crate) at_most: u8,
    pub(crate) impact: i32,
    pub(crate) grade_by_tier: [u8; 5],
    /// For each of `clauses`, the positions of the risks to which it is primarily linked.
    pub(crate) primary_risks: Vec<Vec<usize>>,
}

#[derive(Clone, Debug)]
pub(crate) struct ConfidenceTable {
    pub(crate) context_weight: i32,
    pub(crate) axis_weight: i32,
    pub(crate) control_weight: i32,
    pub(crate) context: i32,
    pub(crate) rating: [i32; 3],
    pub(crate) na_unconfirmed: i32,
    pub(crate) na_confirmed: i32,
    pub(crate) control: [i32; 3],
    pub(crate) high: i32,
    pub(crate) medium: i32,
}

/// Every table of the method, with ids turned into positions.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    pub(crate) unknown_point: u8,
    pub(crate) tier: TierRule,
    pub(crate) shift: [i32; 5],
    pub(crate) edges: [i32; 4],
    pub(crate) impact5_floor: u8,
    pub(crate) credit: [i32; 5],
    pub(crate) caps: [u8; 3],
    pub(crate) low_tier_caps: [u8; 3],
    pub(crate) low_tier: u8,
    pub(crate) decay: (u32, u32),
    pub(crate) strength: [i32; 2],
    /// Counts of risks at level 2, 3 and 4 that give grades 3, 4 and 5.
    pub(crate) accumulate: [i32; 3],
    pub(crate) tier_floor: [u8; 5],
    pub(crate) red_lines: Vec<String>,
    pub(crate) control_gate: ControlGate,
    pub(crate) fallback_gate: ControlGate,
    pub(crate) uncontrolled_gate: UncontrolledGate,
    pub(crate) neglect_gate: NeglectGate,
    pub(crate) red_line_rules: Vec<Rule>,
    pub(crate) axis_doubt: i32,
    pub(crate) na_unconfirmed: u8,
    pub(crate) confidence: ConfidenceTable,
    pub(crate) levels: Vec<LevelName>,
    /// For each risk its links, by control.
    pub(crate) links: Vec<Vec<Link>>,
}

/// What follows from the tables and is kept so that grading does not work it out again.
#[derive(Clone, Debug)]
struct Derived {
    /// Credit times strength, by kind of link and effective level.
    adjusted: [[i32; 5]; 2],
    /// For each kind and level, what the credit counts at each place of the counting order.
    counted: [[[i32; PLACES]; 5]; 2],
    /// For each control the positions of the risks it is linked to.
    risks_of: Vec<Vec<usize>>,
}

/// Name of one of the five levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelName {
    /// In English.
    pub en: String,
    /// In Simplified Chinese.
    pub zh: String,
}

/// A grading method that passed every check of step 12.
#[derive(Clone, Debug)]
pub struct Method {
    id: String,
    version: String,
    label: String,
    sha256: String,
    document: Value,
    catalogue: Catalogue,
    pub(crate) tables: Tables,
    derived: Derived,
}

impl Method {
    /// Reads and checks a method against the framework's numbering of risks and controls.
    ///
    /// # Errors
    /// Refuses, naming the place: a missing or unknown key, a wrong type, an unknown risk or
    /// control id and a red line that cannot be a question; edges, credits, shift, floors, neglect
    /// grades, caps or confidence values that fall; low-tier caps below the others; a band of 100
    /// or less; decay above one half; a strength outside 0 to 100; an accumulation count below 1;
    /// negative numbers other than shifts.
    pub fn from_json(document: Value) -> Result<Self, MethodError> {
        Self::from_json_in(document, Catalogue::standard())
    }

    /// Reads and checks a method against a given catalogue, which may also list the questions.
    ///
    /// # Errors
    /// As [`Method::from_json`], and a red line that is none of the catalogue's questions.
    pub fn from_json_in(document: Value, catalogue: Catalogue) -> Result<Self, MethodError> {
        let tree = Tree::from(&document);
        Self::from_tree(&tree, document, catalogue)
    }

    /// Parses and checks the text of a method; a duplicate key is refused too.
    ///
    /// # Errors
    /// As [`Method::from_json`], and text that is not JSON.
    pub fn parse(text: &str) -> Result<Self, MethodError> {
        let tree = Tree::parse(text)?;
        let document = serde_json::from_str(text).expect("the text was parsed just before");
        Self::from_tree(&tree, document, Catalogue::standard())
    }

    fn from_tree(tree: &Tree, document: Value, catalogue: Catalogue) -> Result<Self, MethodError> {
        let (id, version, tables) = read::method(tree, &catalogue)?;
        let canonical = serde_json_canonicalizer::to_vec(&document)
            .expect("a JSON document has canonical bytes");
        Ok(Self {
            label: format!("{id} {version}"),
            id,
            version,
            sha256: hex(&Sha256::digest(&canonical)),
            document,
            derived: Derived::of(&tables, catalogue.controls().len()),
            catalogue,
            tables,
        })
    }

    /// The method's id, such as `kag`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The method's semantic version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Id and version as results print them, such as `kag 1.1.0`.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// SHA-256 of the document's canonical JSON (RFC 8785), lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The document, as it was read.
    #[must_use]
    pub fn to_json(&self) -> Value {
        self.document.clone()
    }

    /// The risks in the framework's order.
    #[must_use]
    pub fn risks(&self) -> &[String] {
        self.catalogue.risks()
    }

    /// The controls by id: countermeasures first, then the clauses.
    #[must_use]
    pub fn controls(&self) -> &[String] {
        self.catalogue.controls()
    }

    /// The questions that are red lines, in the method's order.
    #[must_use]
    pub fn red_lines(&self) -> &[String] {
        &self.tables.red_lines
    }

    /// The names of levels 1 to 5.
    #[must_use]
    pub fn level_names(&self) -> &[LevelName] {
        &self.tables.levels
    }

    /// The lower edges of levels 2 to 5, in index points.
    #[must_use]
    pub const fn band_edges(&self) -> [i32; 4] {
        self.tables.edges
    }

    /// The credit of effective levels 0 to 4, in index points.
    #[must_use]
    pub const fn credits(&self) -> [i32; 5] {
        self.tables.credit
    }

    /// The links of a risk by its position, sorted by control; empty for a position beyond the last.
    #[must_use]
    pub fn links(&self, risk: usize) -> &[Link] {
        self.tables.links.get(risk).map_or(&[], Vec::as_slice)
    }

    /// Returns the application tier.
    ///
    /// # Formula
    /// T = (2S + A + Z + 2) div 4, at least S - 1, between 1 and 5.
    /// # Inputs
    /// `scenario`, `autonomy`, `scale`: 1 to 5.
    /// # Domain
    /// 1 to 5; never falls when an input rises.
    /// # Source
    /// Grading method, section 4, step 4.
    #[must_use]
    pub fn tier(&self, scenario: u8, autonomy: u8, scale: u8) -> u8 {
        let rule = &self.tables.tier;
        let sum = rule.scenario * i32::from(scenario)
            + rule.autonomy * i32::from(autonomy)
            + rule.scale * i32::from(scale)
            + rule.half;
        let tier = (sum / rule.divisor)
            .max(i32::from(scenario) - rule.veto)
            .clamp(1, 5);
        u8::try_from(tier).expect("clamped to 1..=5")
    }

    /// Returns the highest effective level that an evidence standing allows.
    ///
    /// # Inputs
    /// `tier`: the application tier; up to the method's low tier attached evidence counts as verification.
    /// # Domain
    /// 0 to 4; never falls with the standing, never rises with the tier.
    /// # Source
    /// Grading method, section 4, step 1.
    #[must_use]
    pub fn cap(&self, standing: Standing, tier: u8) -> u8 {
        let caps = if tier <= self.tables.low_tier {
            &self.tables.low_tier_caps
        } else {
            &self.tables.caps
        };
        caps[standing as usize]
    }

    /// Returns the level of an index: 1 + the number of edges at or below it.
    ///
    /// # Inputs
    /// `index`: shifted index in points; `impact`: 1 to 5, where 5 has a floor of its own.
    /// # Source
    /// Grading method, section 4, step 6.
    pub(crate) fn level(&self, index: i32, impact: u8) -> u8 {
        let edges = self.tables.edges;
        let level = 1 + edges
            .iter()
            .map(|edge| u8::from(*edge <= index))
            .sum::<u8>();
        if impact == 5 {
            level.max(self.tables.impact5_floor)
        } else {
            level
        }
    }

    /// Whether a control is the organisation's own, a clause of 6.3, rather than the supplier's.
    pub(crate) fn is_own(&self, control: usize) -> bool {
        self.controls()[control].starts_with("6.")
    }

    pub(crate) fn shift(&self, tier: u8) -> i32 {
        self.tables.shift[usize::from(tier) - 1]
    }

    /// Credit at an effective level, adjusted by the strength of the link.
    pub(crate) fn adjusted(&self, kind: LinkKind, effective: u8) -> i32 {
        self.derived.adjusted[kind as usize][usize::from(effective)]
    }

    /// What a credit counts at a place of the counting order, from 0.
    pub(crate) fn counted(&self, kind: LinkKind, effective: u8, place: usize) -> i32 {
        let row = &self.derived.counted[kind as usize][usize::from(effective)];
        row.get(place).copied().unwrap_or(0)
    }

    pub(crate) fn risks_of(&self, control: usize) -> &[usize] {
        &self.derived.risks_of[control]
    }

    pub(crate) const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }
}

impl Derived {
    fn of(tables: &Tables, controls: usize) -> Self {
        let mut derived = Self {
            adjusted: [[0; 5]; 2],
            counted: [[[0; PLACES]; 5]; 2],
            risks_of: vec![Vec::new(); controls],
        };
        for (kind, strength) in tables.strength.iter().enumerate() {
            for (level, credit) in tables.credit.iter().enumerate() {
                let adjusted = credit * strength / 100;
                derived.adjusted[kind][level] = adjusted;
                for (place, counted) in derived.counted[kind][level].iter_mut().enumerate() {
                    *counted = decayed(adjusted, tables.decay, place);
                }
            }
        }
        for (risk, links) in tables.links.iter().enumerate() {
            for link in links {
                derived.risks_of[link.control].push(risk);
            }
        }
        derived
    }
}

/// Returns the part of a credit that counts at a place of the counting order.
///
/// # Formula
/// credit x n^k div d^k for the decay n/d, with one floor at the end.
/// # Inputs
/// `credit`: 0 to 10,000 points; `decay`: n and d of at most 100; `place`: k from 0, at most 13.
/// # Source
/// Grading method, section 4, step 3.
fn decayed(credit: i32, (numerator, denominator): (u32, u32), place: usize) -> i32 {
    let power = |base: u32| {
        let place = u32::try_from(place).expect("fewer than 14 places");
        u128::from(base).pow(place)
    };
    let credit = u128::try_from(credit).expect("credits are not negative");
    i32::try_from(credit * power(numerator) / power(denominator)).expect("not above the credit")
}

/// Writes bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|nibble| char::from(DIGITS[usize::from(nibble)]))
        .collect()
}
