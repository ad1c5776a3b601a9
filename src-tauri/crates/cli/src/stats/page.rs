//! The analysis on a page: each part with its figures and its sentences.

use crate::table::columns;
use crate::words::Words;
use crate::workspace::text;
use serde_json::{Value, json};

/// Writes the analysis as a person reads it: each part with its figures, then how they were made
/// and what to know about them.
pub(super) fn page(stats: &Value, words: &Words) -> String {
    let figures = &stats["figures"];
    let counts = &figures["counts"];
    let mut page = Page {
        words,
        parts: vec![words.say(
            "stats-said-range",
            &[
                ("system", text(&stats["systemName"])),
                ("from", text(&stats["from"])),
                ("to", text(&stats["to"])),
                ("records", text(&counts["records"])),
                ("decided", text(&counts["decided"])),
                ("overrides", text(&counts["overrides"])),
            ],
        )],
    };
    page.rates(&figures["rates"]);
    page.chart(&figures["chart"]);
    each(&figures["exposure"]).for_each(|exposure| page.exposure(exposure));
    for part in ["concordance", "agreement"] {
        page.agreement(part, &figures["judgement"][part]);
    }
    page.reasons(&figures["reasons"]);
    page.outcomes(&figures["outcomes"]);
    page.attention(&figures["attention"]);
    page.likeness(&figures["likeness"]);
    page.reviewers(&figures["reviewers"]);
    page.parts.join("\n\n")
}

/// A page that is being written.
struct Page<'a> {
    words: &'a Words,
    parts: Vec<String>,
}

impl Page<'_> {
    fn row(&self, row: &str) -> String {
        self.words.t(&format!("stats-row-{row}"))
    }

    /// Adds a part: its heading, its rows, and the sentences that go with them.
    fn part(&mut self, part: &str, rows: &[Vec<String>], sources: &[&Value]) {
        let mut lines = vec![self.words.t(&format!("stats-part-{part}"))];
        let table = columns(rows);
        lines.extend(table.lines().map(|line| format!("  {line}")));
        let mut said: Vec<String> = Vec::new();
        for source in sources {
            let method = source["method"].as_str();
            let method = method.map(|code| self.words.t(&format!("stats-method-{code}")));
            let caveats = each(&source["caveats"])
                .map(|code| self.words.t(&format!("stats-caveat-{}", text(code))));
            for sentence in method.into_iter().chain(caveats) {
                if !said.contains(&sentence) {
                    said.push(sentence);
                }
            }
        }
        lines.extend(said.into_iter().map(|sentence| format!("  - {sentence}")));
        self.parts.push(lines.join("\n"));
    }

    /// Writes a share: the counts alone where they say more.
    fn share(&self, figure: &Value) -> String {
        let counts = [
            ("count", text(&figure["count"])),
            ("of", text(&figure["of"])),
        ];
        let Some(value) = figure["value"].as_f64() else {
            return self.words.say("stats-said-counts", &counts);
        };
        let [lower, upper] = ends(&figure["interval"]).map(percent);
        let [count, of] = counts;
        let args = [
            count,
            of,
            ("value", percent(Some(value))),
            ("lower", lower),
            ("upper", upper),
        ];
        self.words.say("stats-said-rate", &args)
    }

    fn rates(&mut self, rates: &Value) {
        let mut rows = vec![vec![self.row("overall"), self.share(&rates["overall"])]];
        if rates["clustered"].is_object() {
            let [lower, upper] = ends(&rates["clustered"]).map(percent);
            rows.push(vec![self.row("clustered"), format!("{lower} – {upper}")]);
        }
        for split in each(&rates["directions"]) {
            let way = split["direction"].as_str().unwrap_or("no_direction");
            rows.push(vec![self.row(way), self.share(&split["figure"])]);
        }
        for (part, row) in [
            ("versions", "version"),
            ("points", "point"),
            ("reviewers", "reviewer"),
        ] {
            for split in each(&rates[part]["rows"]) {
                let name = match text(&split["name"]) {
                    empty if empty.is_empty() => self.row("unstated"),
                    name => name,
                };
                let row = self
                    .words
                    .say(&format!("stats-row-{row}"), &[("name", name)]);
                rows.push(vec![row, self.share(&split["figure"])]);
            }
        }
        for (field, row) in [
            ("deferred", "deferred"),
            ("noOutput", "no_output"),
            ("enteredLate", "entered_late"),
        ] {
            rows.push(vec![self.row(row), self.share(&rates[field])]);
        }
        self.part("rates", &rows, &[&rates["overall"]]);
    }

    fn chart_rows(&self, chart: &Value, number: fn(Option<f64>) -> String) -> Vec<Vec<String>> {
        let day = |at: &Value, side: &str| {
            let place = at.as_u64().and_then(|at| usize::try_from(at).ok());
            text(place.map_or(&Value::Null, |at| &chart["periods"][at][side]))
        };
        let mut rows = Vec::new();
        for stretch in each(&chart["chart"]["stretches"]).filter(|s| s["centre"].is_number()) {
            let args = [
                (
                    "from",
                    (stretch["from"].as_u64().unwrap_or(0) + 1).to_string(),
                ),
                ("to", text(&stretch["to"])),
                ("centre", number(stretch["centre"].as_f64())),
                ("periods", text(&stretch["baseline"])),
            ];
            rows.push(vec![self.words.say("stats-said-baseline", &args)]);
        }
        for signal in each(&chart["chart"]["signals"]) {
            let rule = self
                .words
                .t(&format!("stats-rule-{}", text(&signal["rule"])));
            let side = signal["side"].as_str();
            let side = side.map(|side| self.words.t(&format!("stats-side-{side}")));
            let rule = side.map_or(rule.clone(), |side| format!("{rule} ({side})"));
            let args = [
                ("from", day(&signal["from"], "from")),
                ("to", day(&signal["at"], "to")),
                ("rule", rule),
            ];
            rows.push(vec![self.words.say("stats-said-chart-signal", &args)]);
        }
        if each(&chart["chart"]["signals"]).next().is_none() {
            rows.push(vec![self.words.t("stats-said-no-signal")]);
        }
        rows
    }

    fn chart(&mut self, chart: &Value) {
        let rows = self.chart_rows(chart, percent);
        self.part("chart", &rows, &[chart]);
    }

    fn exposure(&mut self, exposure: &Value) {
        let [lower, upper] = ends(&exposure["interval"]).map(plain);
        let args = [
            ("count", text(&exposure["count"])),
            ("exposure", text(&exposure["exposure"])),
            (
                "unit",
                self.words
                    .t(&format!("volume-unit-{}", text(&exposure["unit"]))),
            ),
            ("value", plain(exposure["value"].as_f64())),
            ("lower", lower),
            ("upper", upper),
        ];
        let mut rows = vec![vec![self.words.say("stats-said-exposure", &args)]];
        rows.extend(self.chart_rows(&exposure["chart"], plain));
        self.part("exposure", &rows, &[exposure, &exposure["chart"]]);
    }

    fn agreement(&mut self, part: &str, found: &Value) {
        if found.is_null() {
            return;
        }
        let mut rows = vec![vec![self.row("alike"), self.share(&found["alike"])]];
        let agreement = &found["agreement"];
        // Numbers without a meaning are in the JSON; a person reads that there are none.
        if agreement["kappa"]["estimable"] == true {
            let [lower, upper] = ends(&agreement["kappa"]["interval"]).map(plain);
            let args = [
                ("kappa", plain(agreement["kappa"]["value"].as_f64())),
                ("lower", lower),
                ("upper", upper),
                ("pabak", plain(agreement["pabak"].as_f64())),
                ("ac1", plain(agreement["ac1"].as_f64())),
            ];
            rows.push(vec![
                String::new(),
                self.words.say("stats-said-kappa", &args),
            ]);
        }
        self.part(part, &rows, &[found]);
    }

    fn reasons(&mut self, reasons: &Value) {
        let line = |row: &Value| {
            let code = match text(&row["code"]) {
                empty if empty.is_empty() => self.words.t("decision-no-reason"),
                code => code,
            };
            let vital = if row["vital"] == true {
                self.words.t("stats-said-vital")
            } else {
                String::new()
            };
            vec![
                code,
                self.share(&row["figure"]),
                percent(row["cumulative"].as_f64()),
                vital,
            ]
        };
        let rows: Vec<_> = each(&reasons["rows"]).map(line).collect();
        self.part("reasons", &rows, &[reasons]);
    }

    fn outcomes(&mut self, outcomes: &Value) {
        let mut rows = vec![vec![self.row("missing"), self.share(&outcomes["missing"])]];
        let bounded = [
            ("aiWrong", "ai_wrong"),
            ("overReliance", "over_reliance"),
            ("underReliance", "under_reliance"),
            ("precision", "precision"),
        ];
        for (field, row) in bounded {
            let found = &outcomes[field];
            let mut cells = vec![self.row(row), self.share(&found["figure"])];
            if found["bounds"].is_object() {
                let [lower, upper] = ends(&found["bounds"]).map(percent);
                let args = [("lower", lower), ("upper", upper)];
                cells.push(self.words.say("stats-said-bounds", &args));
            }
            rows.push(cells);
        }
        let args = [
            ("net", known(&outcomes["netBenefit"])),
            ("lower", text(&outcomes["netBenefitBounds"][0])),
            ("upper", text(&outcomes["netBenefitBounds"][1])),
            ("p", plain(outcomes["mcNemarP"].as_f64())),
        ];
        rows.push(vec![
            self.row("net_benefit"),
            self.words.say("stats-said-net", &args),
        ]);
        for row in ["rair", "rsr"] {
            rows.push(vec![self.row(row), self.share(&outcomes[row])]);
        }
        self.part("outcomes", &rows, &[outcomes]);
    }

    fn attention(&mut self, attention: &Value) {
        let signals = &attention["signals"];
        let mut rows: Vec<Vec<String>> = each(signals)
            .map(|signal| {
                ["signal", "verdict"]
                    .map(|field| {
                        self.words
                            .t(&format!("stats-{field}-{}", text(&signal[field])))
                    })
                    .to_vec()
            })
            .collect();
        for (field, row) in [
            ("caught", "caught"),
            ("aiErrors", "ai_errors"),
            ("underTwoSeconds", "under_two_seconds"),
        ] {
            rows.push(vec![self.row(row), self.share(&attention[field])]);
        }
        if attention["medianMs"].is_number() {
            let ms = self
                .words
                .say("stats-said-ms", &[("ms", text(&attention["medianMs"]))]);
            rows.push(vec![self.row("median"), ms]);
        }
        let sources: Vec<&Value> = each(signals).collect();
        self.part("attention", &rows, &sources);
    }

    fn likeness(&mut self, likeness: &Value) {
        let pairs = |pairs: &Value| {
            let counts = [
                ("count", text(&pairs["differing"])),
                ("of", text(&pairs["pairs"])),
            ];
            let counts = self.words.say("stats-said-counts", &counts);
            match pairs["inconsistency"].as_f64() {
                Some(value) => format!("{counts} ({})", percent(Some(value))),
                None => counts,
            }
        };
        let mut rows = vec![
            vec![self.row("pairs_all"), pairs(&likeness["overall"])],
            vec![self.row("pairs_same"), pairs(&likeness["sameReviewer"])],
            vec![self.row("pairs_cross"), pairs(&likeness["crossReviewer"])],
        ];
        for kind in each(&likeness["largest"]) {
            let args = [
                ("output", text(&kind["aiOutput"])),
                ("category", known(&kind["category"])),
                ("version", known(&kind["modelVersion"])),
            ];
            rows.push(vec![
                self.words.say("stats-row-kind", &args),
                pairs(&kind["pairs"]),
            ]);
            for pair in each(&kind["examples"]) {
                let ids = ["accepted", "overridden"].map(|side| text(&pair[side]["decision"]));
                rows.push(vec![String::new(), ids.join("  ")]);
            }
        }
        self.part("likeness", &rows, &[likeness]);
    }

    fn reviewers(&mut self, reviewers: &Value) {
        let found = &reviewers["heterogeneity"];
        let mut rows = Vec::new();
        if found.is_object() {
            let p = match found["permutationP"].as_f64() {
                Some(permuted) => Some(permuted),
                None => found["pValue"].as_f64(),
            };
            let args = [
                ("chi", plain(found["chiSquare"].as_f64())),
                ("df", text(&found["df"])),
                ("p", plain(p)),
                ("phi", plain(found["phi"].as_f64())),
                ("icc", plain(found["icc"].as_f64())),
            ];
            rows.push(vec![self.words.say("stats-said-heterogeneity", &args)]);
        }
        for reviewer in each(&reviewers["rows"]) {
            let (figure, ratio) = (&reviewer["figure"], &reviewer["ratio"]);
            let [lower, upper] = ends(&ratio["exact"]).map(plain);
            let args = [
                ("count", text(&figure["count"])),
                ("of", text(&figure["of"])),
                ("expected", plain(ratio["expected"].as_f64())),
                ("value", plain(ratio["ratio"].as_f64())),
                ("lower", lower),
                ("upper", upper),
            ];
            let name = text(&reviewer["reviewer"]);
            let mut cells = vec![
                self.words.say("stats-row-reviewer", &[("name", name)]),
                self.words.say("stats-said-ratio", &args),
            ];
            if reviewer["flagged"] == true {
                cells.push(self.words.t("stats-said-flagged"));
            }
            rows.push(cells);
        }
        if reviewers["hidden"] != 0 {
            rows.push(vec![self.row("hidden"), text(&reviewers["hidden"])]);
        }
        let mix = json!({ "method": reviewers["mixMethod"], "caveats": reviewers["mixCaveats"] });
        self.part("reviewers", &rows, &[reviewers, &mix]);
    }
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn ends(interval: &Value) -> [Option<f64>; 2] {
    ["lower", "upper"].map(|end| interval[end].as_f64())
}

/// Writes a share in percent; what is not there as a dash, never as zero.
fn percent(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{:.1} %", 100.0 * value))
}

/// Writes a number with three places.
fn plain(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"))
}

/// Writes a text or number, and nothing as a dash.
fn known(value: &Value) -> String {
    match text(value) {
        empty if empty.is_empty() => "-".to_owned(),
        known => known,
    }
}
