//! How one risk comes to its level: rating, index, and what each measure takes away.

use super::super::story::{Story, row, table};
use super::super::system::scale;
use crate::chart::IndexBar;
use crate::model::{Block, Cell, Figure, Heading, Pair, ParagraphStyle, Row, Text, Tone, Width};
use assay_domain::facts::RatingFacts;
use assay_domain::grading::{CreditExplanation, LinkKind, LinkSource, RiskExplanation};

/// Width of an index bar in points.
const BAR: f32 = 236.0;
/// Index points that a bar shows below the first edge and above the last.
const REACH: i32 = 100;

/// The risks that a grade has, with heading; nothing when there are none.
pub(super) fn of_grade(story: &Story<'_>, grade: u8) -> Vec<Block> {
    let applicable = story.facts.ratings.iter().filter(|r| !r.not_applicable);
    let risks: Vec<(&RatingFacts, &RiskExplanation)> = applicable
        .clone()
        .filter_map(|rating| Some((rating, story.explained(rating.risk.as_str())?)))
        .filter(|(_, risk)| risk.level == grade)
        .collect();
    if risks.is_empty() {
        return Vec::new();
    }
    let title = [("grade", story.grade_name(grade).into())];
    let counts = [
        ("count", risks.len().into()),
        ("applicable", applicable.count().into()),
    ];
    // The heading stays with the first risk, which it would otherwise leave at a page's foot.
    let mut opening = vec![
        Block::heading(2, story.say("paper-risks-of", &title)),
        Block::paragraph(
            ParagraphStyle::Soft,
            story.say("paper-risks-of-intro", &counts),
        ),
    ];
    let mut blocks = Vec::new();
    for (rating, risk) in risks {
        let mut together = std::mem::take(&mut opening);
        together.extend(one(story, rating, risk));
        blocks.push(Block::Keep(together));
        blocks.push(credits(story, risk));
    }
    blocks
}

fn one(story: &Story<'_>, rating: &RatingFacts, risk: &RiskExplanation) -> Vec<Block> {
    let official = story.framework.risk(&rating.risk);
    let summary = official.map(|risk| story.text(&risk.summary));
    vec![
        Block::Heading(Heading {
            level: 3,
            text: story.risk_name(&risk.risk),
            label: Some(story.risk_clause(&risk.risk)),
            mark: Some(story.mark(risk.level)),
            numbered: false,
        }),
        Block::paragraph(ParagraphStyle::Body, summary.unwrap_or_default()),
        Block::Beside(
            rated(story, risk),
            bar(story, risk),
            grounds(story, rating, risk),
        ),
    ]
}

/// How far the index is from the next levels, and what the rating rests on.
fn grounds(story: &Story<'_>, rating: &RatingFacts, risk: &RiskExplanation) -> Vec<Pair> {
    let evidence = story.standing_with(risk.standing, &rating.evidence);
    let mut pairs = vec![
        Pair::new(story.t("paper-risk-margin"), margin(story, risk)),
        Pair::new(story.t("paper-risk-evidence"), evidence),
    ];
    if !rating.reason.is_empty() {
        pairs.push(Pair::new(
            story.t("paper-risk-reason"),
            reason(story, rating),
        ));
    }
    let mut all = story.facts.ratings.iter();
    if !rating.as_proposed && all.any(|other| other.as_proposed) {
        let words = Text::toned(story.t("paper-risk-changed"), Tone::Warn);
        pairs.push(Pair::new(story.t("paper-assessment-profile"), words));
    }
    pairs
}

/// The reason of a rating. The profile's own words are told in the language of the report, whichever they
/// were confirmed in.
pub(super) fn reason(story: &Story<'_>, rating: &RatingFacts) -> String {
    let profile = story.facts.assessment.profile.as_ref();
    let profile = profile.and_then(|id| story.framework.profile(id));
    let proposed = profile.and_then(|profile| {
        let mut ratings = profile.ratings.iter();
        ratings.find(|proposed| proposed.risk == rating.risk)
    });
    match proposed.map(|proposed| &proposed.reason) {
        Some(own) if [&own.en, &own.zh].contains(&&rating.reason) => story.text(own),
        _ => rating.reason.clone(),
    }
}

fn rated(story: &Story<'_>, risk: &RiskExplanation) -> Vec<Pair> {
    vec![
        Pair::new(
            story.t("likelihood"),
            scale(
                story,
                "likelihood-",
                risk.likelihood,
                risk.counted_likelihood,
            ),
        ),
        Pair::new(
            story.t("impact"),
            scale(story, "impact-", risk.impact, risk.counted_impact),
        ),
    ]
}

/// Points up to the grade above and down to the one below.
fn margin(story: &Story<'_>, risk: &RiskExplanation) -> String {
    let side = |id: &str, points: Option<i32>, grade: u8| {
        let args = [("points", points?.into()), ("grade", grade.into())];
        Some(story.say(id, &args))
    };
    let sides = [
        side(
            "paper-risk-margin-above",
            risk.margin_above,
            risk.level.saturating_add(1),
        ),
        side(
            "paper-risk-margin-below",
            risk.margin_below,
            risk.level.saturating_sub(1),
        ),
    ];
    let sides: Vec<String> = sides.into_iter().flatten().collect();
    story.list(&sides)
}

fn bar(story: &Story<'_>, risk: &RiskExplanation) -> Figure {
    let [first, second, third, last] = story.method.band_edges();
    let edges = [first - REACH, first, second, third, last, last + REACH];
    let inherent = risk.inherent + story.explanation.tier.shift;
    let label = |id: &str, index: i32| story.say(id, &[("index", index.into())]);
    let alt = [
        ("inherent", inherent.into()),
        ("residual", risk.shifted.into()),
        ("level", risk.level.into()),
    ];
    let bar = IndexBar {
        edges: edges.map(points),
        inherent: points(inherent),
        residual: points(risk.shifted),
        level: risk.level,
        inherent_label: &label("paper-index-inherent", inherent),
        residual_label: &label("paper-index-residual", risk.shifted),
    };
    Figure {
        drawing: bar.draw(BAR),
        alt: story.say("paper-index-alt", &alt),
        caption: String::new(),
    }
}

/// Index points are small whole numbers: a drawing can hold them exactly.
fn points(index: i32) -> f32 {
    f32::from(i16::try_from(index).unwrap_or(i16::MAX))
}

fn credits(story: &Story<'_>, risk: &RiskExplanation) -> Block {
    let columns = vec![
        story.column("paper-credit-column-measure", Width::Fixed(46.0)),
        story.column("paper-credit-column-what", Width::Share(1.0)),
        story.column("paper-credit-column-link", Width::Fixed(56.0)),
        story.column("paper-credit-column-level", Width::Fixed(84.0)),
        story.numbers("paper-credit-column-credit", 34.0),
        story.numbers("paper-credit-column-counted", 44.0),
    ];
    let earning = |credit: &&CreditExplanation| credit.adjusted > 0;
    let mut rows: Vec<Row> = risk
        .credits
        .iter()
        .filter(earning)
        .map(|credit| credit_row(story, credit))
        .collect();
    let nothing: Vec<String> = risk
        .credits
        .iter()
        .filter(|credit| credit.adjusted <= 0)
        .map(|credit| story.control_clause(&credit.control))
        .collect();
    if !nothing.is_empty() {
        let names = [("names", story.list(&nothing).into())];
        let words = Text::toned(story.say("paper-credit-nothing", &names), Tone::Soft);
        rows.push(row(vec![
            "".into(),
            Cell::Text(words),
            "".into(),
            "".into(),
            "".into(),
            "0".into(),
        ]));
    }
    rows.push(Row {
        cells: vec![
            story.t("paper-reduction").into(),
            "".into(),
            "".into(),
            "".into(),
            "".into(),
            risk.reduction.to_string().into(),
        ],
        total: true,
    });
    let named = [("risk", story.risk(&risk.risk).into())];
    table(columns, rows, story.say("paper-credit-summary", &named))
}

fn credit_row(story: &Story<'_>, credit: &CreditExplanation) -> Row {
    let source = story.t(match credit.source {
        LinkSource::Official => "paper-link-official",
        LinkSource::Ours => "paper-link-ours",
    });
    let link = match credit.link {
        LinkKind::Primary => source,
        LinkKind::Supporting => story.say("paper-link-supporting", &[("source", source.into())]),
    };
    let standing = story.short_standing(credit.standing);
    let level = [
        ("level", credit.effective.into()),
        ("standing", standing.into()),
    ];
    row(vec![
        story.control_clause(&credit.control).into(),
        story.control_name(&credit.control).into(),
        link.into(),
        story.say("paper-credit-level", &level).into(),
        credit.adjusted.to_string().into(),
        credit.counted.to_string().into(),
    ])
}
