#!/usr/bin/env python3
"""Analyses logs of decisions record by record with other people's libraries.

Reads one log a line on standard input, as `tests/tests/decision_stats.rs` makes them, and prints the
figures of each in the words of the program's contract. It shares no code with the program: it walks
the records in the plainest way there is, in a list, once for each figure, and asks statsmodels,
SciPy and scikit-learn through `stats.py`.
"""

import collections
import datetime
import itertools
import json
import statistics
import sys

from scipy import stats as laws
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

import stats as peer

RULES = ["beyond", "one_side", "trend", "alternating", "two_of_three", "four_of_five",
         "near_centre", "away_from_centre"]
DECIDED = ("accepted", "modified", "overridden")
SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
ONE = datetime.timedelta(days=1)


def interval(ends):
    """Returns two ends as the contract names them."""
    return None if ends is None else {"lower": ends[0], "upper": ends[1]}


def share(x, n, known=True):
    """Returns a share with Wilson's interval; without a value where it is not known."""
    shown = known and n > 0
    return {
        "count": x,
        "of": n,
        "value": x / n if shown else None,
        "interval": interval(proportion_confint(x, n, method="wilson")) if shown else None,
        "few": n < 20,
    }


def number(text):
    """Returns the number that a label is."""
    try:
        return float(text)
    except ValueError:
        return None


def rank(text, settings):
    """Returns the place of a label between lenient and strict."""
    order = settings.get("labelOrder", [])
    if order:
        return order.index(text) if text in order else None
    return number(text)


def direction(record, settings):
    """Returns which way the final decision lies from the output."""
    ai, last = rank(record["ai"], settings), rank(record["last"], settings)
    if ai is None or last is None or ai == last:
        return None
    return "stricter" if last > ai else "more_lenient"


def day_of(record):
    """Returns the day of a record in the workspace's calendar."""
    return datetime.datetime.fromtimestamp(record["second"], SHANGHAI).date()


def cut(first, last, unit):
    """Returns the periods of a time, day by day put together."""
    def name(day):
        return {"day": day, "week": day.isocalendar()[:2], "month": (day.year, day.month)}[unit]
    days = [first + i * ONE for i in range((last - first).days + 1)]
    groups = [list(group) for _, group in itertools.groupby(days, name)]
    return [(group[0], group[-1]) for group in groups]


class Log:
    """A log with what was chosen of it."""

    def __init__(self, log):
        date = datetime.date.fromisoformat
        self.settings = log["settings"]
        self.first, self.last = date(log["from"]), date(log["to"])
        self.periods = cut(self.first, self.last, self.settings.get("unit", "week"))
        inside = [r for r in log["records"] if self.first <= day_of(r) <= self.last]
        self.everything = inside
        chosen = self.settings.get("selection", {})
        fields = (("decisionPoint", "point"), ("modelVersion", "version"),
                  ("reviewer", "reviewer"), ("category", "category"))
        self.records = [r for r in inside
                        if all(f not in chosen or chosen[f] == r[of] for f, of in fields)]
        self.decided = [r for r in self.records if r["disposition"] in DECIDED]
        self.some = "reason" in chosen or "direction" in chosen
        for record in self.records:
            record["any"] = (record["disposition"] == "overridden" or
                             record["disposition"] == "modified"
                             and self.settings.get("modifiedCounts", True))
            record["way"] = direction(record, self.settings)
            record["x"] = (record["any"]
                           and chosen.get("reason", record["reason"]) == record["reason"]
                           and chosen.get("direction", record["way"]) == record["way"])
        self.by_volume = self.volumes(log["volumes"], chosen)
        logged = any(r["disposition"] == "accepted" for r in inside)
        self.basis = "records"
        if not logged and not self.settings.get("allLogged"):
            if any(v["decided"] is not None for v in self.by_volume if v["totals"]):
                self.basis = "volumes"
            elif self.decided:
                self.basis = "nothing"

    def volumes(self, volumes, chosen):
        """Returns the volumes with their overrides, decisions and exposure."""
        if set(chosen) & {"decisionPoint", "modelVersion", "reviewer", "category"}:
            return []
        found = []
        for volume in volumes:
            date = datetime.date.fromisoformat
            first, last = (date(volume["period"][end]) for end in ("from", "to"))
            within = [r for r in self.records if first <= day_of(r) <= last]
            totals = volume["totals"]

            def stated(kind, totals=totals, within=within):
                logged = sum(r["disposition"] == kind for r in within)
                return logged if totals[kind] is None else totals[kind]

            modified, overridden = stated("modified"), stated("overridden")
            every = overridden + (modified if self.settings.get("modifiedCounts", True) else 0)
            decided = None
            if totals["accepted"] is not None:
                decided = totals["accepted"] + modified + overridden
            elif None not in (totals["issued"], totals["automatic"], totals["notReviewed"]):
                decided = totals["issued"] - totals["automatic"] - totals["notReviewed"]
                decided = decided if decided >= modified + overridden else None
            counted = sum(r["x"] for r in within) if self.some else every
            exposure = volume["exposure"]
            found.append({
                "first": first, "last": last, "any": every, "decided": decided, "x": counted,
                "totals": any(value is not None for value in totals.values()),
                "exposure": float(exposure["amount"]) if exposure else None,
            })
        return found

    def in_period(self, volume):
        """Returns the number of the period that holds a volume whole."""
        for place, (first, last) in enumerate(self.periods):
            if first <= volume["first"] and volume["last"] <= last:
                return place
        return None


def rate(log, records):
    """Returns the override rate of decisions, as single records give it."""
    figure = share(sum(r["x"] for r in records), len(records), log.basis == "records")
    return figure


def totalled(log):
    """Returns the volumes that tell how many were decided on."""
    return [v for v in log.by_volume if v["totals"] and v["decided"] is not None]


def overall(log):
    """Returns the override rate."""
    if log.basis == "volumes":
        told = totalled(log)
        return share(sum(min(v["x"], v["decided"]) for v in told), sum(v["decided"] for v in told))
    return rate(log, log.decided)


def grouped(records, field):
    """Returns records by what a field says."""
    groups = collections.defaultdict(list)
    for record in records:
        groups[record[field]].append(record)
    return groups


def splits(log, field):
    """Returns the rates of parts, the largest first."""
    groups = sorted(grouped(log.decided, field).items(), key=lambda g: (-len(g[1]), g[0]))
    return {"rows": [{"name": n, "figure": rate(log, g)} for n, g in groups], "leftOut": 0}


def rates(log, phi):
    """Returns the section of rates."""
    groups = grouped(log.decided, "reviewer")
    few = [g for name, g in groups.items() if name and len(g) < 10]
    whole = overall(log)
    clustered = None
    if phi is not None and phi > 1 and whole["value"] is not None:
        n, p, z = whole["of"] / phi, whole["value"], peer.Z
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
        clustered = interval([0.0 if whole["count"] == 0 else max(0.0, centre - half),
                              1.0 if whole["count"] == whole["of"] else min(1.0, centre + half)])
    n = len(log.records)

    def kind(test):
        return share(sum(map(test, log.records)), n)

    decided = len(log.decided)
    directions = [{"direction": way, "figure": share(
        sum(r["x"] and r["way"] == way for r in log.decided), decided, log.basis == "records")}
        for way in ("stricter", "more_lenient", None)]
    together = [record for group in few for record in group]
    return {
        "basis": log.basis, "overall": whole, "phi": phi, "clustered": clustered,
        "deferred": kind(lambda r: r["disposition"] == "deferred"),
        "noOutput": kind(lambda r: r["disposition"] == "no_ai_output"),
        "enteredLate": kind(lambda r: r["late"]),
        "directions": directions,
        "versions": splits(log, "version"),
        "points": splits(log, "point"),
        "reviewers": {
            "rows": [{"name": name, "figure": rate(log, group)}
                     for name, group in sorted(groups.items()) if name and len(group) >= 10],
            "hidden": len(few),
            "hiddenTogether": rate(log, together) if len(few) > 1 else None,
            "unstated": rate(log, groups.get("", [])),
        },
    }


def main_versions(log):
    """Returns the version of most decisions of each period, and where it changes."""
    shown, starts, before = [], [], None
    for first, last in log.periods:
        counts = collections.Counter(r["version"] for r in log.decided
                                     if r["version"] and first <= day_of(r) <= last)
        most = max(counts.values(), default=0)
        best = sorted(version for version, n in counts.items() if n == most)
        shown.append(best[0] if best else None)
        if not best:
            continue
        now = before if before in best else best[0]
        if before is not None and now != before:
            starts.append(len(shown) - 1)
        before = now
    return shown, starts


def charted(log, units, law):
    """Returns a chart in the words of the contract."""
    shown, starts = main_versions(log)
    spread = log.settings.get("spread", "when_needed")
    found = peer.chart(units, starts, spread, law)
    rules = log.settings.get("rules", ["beyond", "one_side", "trend", "two_of_three"])
    keys = ("centre", "chiSquare", "pValue", "sigmaZ", "sigmaZSd", "factor")
    points = [dict(zip(("value", "lower", "upper", "z"), point)) |
              {"exact": interval(point[4])} for point in found["points"]]
    signals = [{"rule": RULES[rule - 1], "at": at} for rule, at in found["signals"]]
    return shown, {
        "stretches": [dict(zip(keys, stretch)) for stretch in found["stretches"]],
        "points": points,
        "signals": [signal for signal in signals if signal["rule"] in rules],
    }


def share_chart(log):
    """Returns the control chart of the rate."""
    units = [[0, 0] for _ in log.periods]
    counts = [sum(r["x"] for r in log.decided if first <= day_of(r) <= last)
              for first, last in log.periods]
    if log.basis == "records":
        sizes = [sum(first <= day_of(r) <= last for r in log.decided) for first, last in log.periods]
        units = [list(unit) for unit in zip(counts, sizes)]
    elif log.basis == "volumes":
        for volume in totalled(log):
            place = log.in_period(volume)
            if place is not None:
                units[place][0] += min(volume["x"], volume["decided"])
                units[place][1] += volume["decided"]
        counts = [x for x, _ in units]
    shown, chart = charted(log, units, "p")
    periods = [{
        "from": first.isoformat(), "to": last.isoformat(), "count": count,
        "of": None if log.basis == "nothing" else n, "version": version,
        "interval": share(x, n)["interval"],
    } for (first, last), count, (x, n), version in zip(log.periods, counts, units, shown)]
    return {"periods": periods, "chart": chart}


def exposure(log):
    """Returns overrides by exposure."""
    told = [v for v in log.by_volume if v["exposure"] is not None]
    if not told:
        return []
    x, size = sum(v["x"] for v in told), sum(v["exposure"] for v in told)
    units = [[0, 0.0] for _ in log.periods]
    for volume in told:
        place = log.in_period(volume)
        if place is not None:
            units[place][0] += volume["x"]
            units[place][1] += volume["exposure"]
    _, chart = charted(log, units, "u")
    return [{
        "unit": "hours", "count": x, "exposure": size, "value": x / size,
        "interval": interval([laws.gamma.ppf(0.025, x) / size if x else 0.0,
                              laws.gamma.ppf(0.975, x + 1) / size]),
        "chart": {"chart": chart},
    }]


def agreement(log, field):
    """Returns how far the AI's label and another one are alike."""
    both = [(r["ai"], r[field]) for r in log.decided if r["ai"] and r[field]]
    found = {"alike": share(sum(a == b for a, b in both), len(both)), "agreement": None,
             "linear": None, "quadratic": None, "labels": [], "table": []}
    if not both:
        return found
    labels = sorted({label for pair in both for label in pair})
    ranks = [rank(label, log.settings) for label in labels]
    ordered = None not in ranks
    if ordered:
        labels = [label for _, label in sorted(zip(ranks, labels))]
    table = [[sum(pair == (a, b) for pair in both) for b in labels] for a in labels]
    square = table if len(table) > 1 else [[table[0][0], 0], [0, 0]]
    kappas = peer.kappas(square)

    def kappa(name):
        value, error = kappas[name] or (None, None)
        return {"value": value, "standardError": error, "estimable": kappas["estimable"]}

    parts = ("observed", "expected", "pabak", "ac1")
    found["agreement"] = {part: kappas[part] for part in parts} | {"kappa": kappa("same")}
    if ordered and len(labels) > 2:
        found |= {name: kappa(name) for name in ("linear", "quadratic")}
    return found | {"labels": labels, "table": table}


def judgement(log):
    """Returns concordance, and agreement where a first judgement is logged."""
    first = agreement(log, "first")
    return {"concordance": agreement(log, "last"),
            "agreement": first if first["alike"]["of"] else None}


def reasons(log):
    """Returns the reasons in order."""
    groups = grouped([r for r in log.decided if r["x"]], "reason")
    counts = [(code, len(group)) for code, group in groups.items()]
    found = peer.reasons(counts)
    total = sum(n for _, n in counts)
    rows = []
    for place, code in enumerate(found["order"]):
        group = groups[code]
        rows.append({
            "code": code,
            "modified": sum(r["disposition"] == "modified" for r in group),
            "overridden": sum(r["disposition"] == "overridden" for r in group),
            "figure": share(len(group), total),
            "cumulative": sum(len(groups[c]) for c in found["order"][:place + 1]) / total,
            "vital": place < found["vital"],
        })
    texts = [r["text"] for group in groups.values() for r in group if r["text"]]
    open_ones = sum(n for code, n in counts if code == "other")
    most = max(collections.Counter(texts).values(), default=0)
    caveats = [name for name, is_so in (
        ("no_data", total == 0), ("poorly_coded", open_ones > 0.1 * total),
        ("same_text", len(texts) >= 20 and most > len(texts) / 2)) if is_so]
    return {"total": total, "coded": total - open_ones, "rows": rows, "caveats": caveats}


def outcomes(log):
    """Returns who was right."""
    cells = collections.Counter()
    for r in log.decided:
        if r["any"] and not r["x"]:
            continue
        kind = "overridden" if r["any"] else "accepted"
        if not (r["ai"] and r["outcome"]):
            cells[kind + "Unknown"] += 1
            continue
        right = r["ai"] == r["outcome"]
        cells[kind + ("Right" if right else "Wrong")] += 1
        cells["personRight"] += kind == "overridden" and not right and r["last"] == r["outcome"]
    names = ("acceptedRight", "acceptedWrong", "overriddenRight", "overriddenWrong", "personRight",
             "acceptedUnknown", "overriddenUnknown")
    cells = {name: cells[name] for name in names}
    found = bounds(cells)
    known = not log.settings.get("selective", False)
    ar, aw, or_, ow, right = (cells[name] for name in names[:5])
    missing = cells["acceptedUnknown"] + cells["overriddenUnknown"]
    total = ar + aw + or_ + ow

    def bounded(x, n, name):
        return {"figure": share(x, n, known), "bounds": interval(found[name])}

    judged = [r for r in log.decided if r["ai"] and r["outcome"] and r["first"]]
    switched = [r for r in judged if r["ai"] == r["outcome"] != r["first"]]
    kept = [r for r in judged if r["first"] == r["outcome"] != r["ai"]]
    other = peer.outcomes(cells | {"acceptedUnknown": 0, "overriddenUnknown": 0})
    return {
        "counts": cells,
        "missing": share(missing, total + missing),
        "aiWrong": bounded(aw + ow, total, "aiWrong"),
        "overReliance": bounded(aw, aw + ow, "overReliance"),
        "underReliance": bounded(or_, or_ + ar, "underReliance"),
        "precision": bounded(right, or_ + ow, "precision"),
        "netBenefit": other["net"] if known else None,
        "netBenefitBounds": found["net"],
        "mcNemarP": other["mcNemar"] if known else None,
        "rair": share(sum(r["last"] == r["outcome"] for r in switched), len(switched), known),
        "rsr": share(sum(r["last"] == r["outcome"] for r in kept), len(kept), known),
    }


def bounds(cells):
    """Returns where shares lie: by every assignment, or by the extreme ones where they are many."""
    a, o = cells["acceptedUnknown"], cells["overriddenUnknown"]
    if a * o * o < 5_000 and a + o < 500:
        return peer.outcomes(cells)["bounds"]
    tried = []
    # A share of sums has its extremes where the unknown fall one way but for at most one.
    for wrong in {0, min(1, a), max(0, a - 1), a}:
        for right in {0, min(1, o), max(0, o - 1), o}:
            for person in {0, o - right}:
                one = dict(cells, acceptedUnknown=0, overriddenUnknown=0)
                one["acceptedRight"] += a - wrong
                one["acceptedWrong"] += wrong
                one["overriddenRight"] += right
                one["overriddenWrong"] += o - right
                one["personRight"] += person
                tried.append(peer.outcomes(one)["bounds"])
    found = {}
    for name in tried[0]:
        values = [end for case in tried if case[name] is not None for end in case[name]]
        found[name] = [min(values), max(values)] if values else None
    return found


def attention(log):
    """Returns the signs that nobody looks."""
    every = [r["any"] for r in log.decided]
    x, n = sum(every), len(every)
    if log.basis == "volumes":
        told = totalled(log)
        x, n = sum(v["any"] for v in told), sum(v["decided"] for v in told)
    elif log.basis == "nothing":
        x, n = 0, 0
    one = peer.rates(x, n) or {"lower": None, "upper": None}
    rest = peer.rates(n - x, n) or {"lower": None, "upper": None}
    judged = [r for r in log.decided if r["ai"] and r["outcome"] and not r["seeded"]]
    wrong = sum(r["ai"] != r["outcome"] for r in judged)
    errors = peer.rates(wrong, len(judged)) or {"lower": None}
    times = [r["latency"] for r in log.decided if r["latency"] is not None]
    # From 2^31 ms on, whole seconds are kept.
    times = [t if t < 2**31 else t // 1000 * 1000 for t in times]
    hasty = sum(t < 2000 for t in times)
    seeded = [r for r in log.decided if r["seeded"]]
    caught = share(sum(r["disposition"] != "accepted" for r in seeded), len(seeded))
    tau = log.settings.get("tau", 0.01)
    fewest = next(k for k in itertools.count(1) if 1 - 0.05 ** (1 / k) < tau)
    minimum = log.settings.get("minimumLatencyMs")
    median = statistics.median(times) if times else None

    def when(raised):
        return "raised" if raised else "not_raised"

    def rare(found):
        if n == 0:
            return "cannot_tell"
        if found["upper"] < tau:
            return "raised"
        return "cannot_tell" if n < fewest and found["lower"] < tau else "not_raised"

    speed = "cannot_tell"
    if times:
        slow = minimum is not None and median < minimum
        speed = when(slow or hasty > 0.2 * len(times))
    verdicts = {
        "volume": rare(one),
        "strong": when(one["upper"] < errors["lower"]) if n and judged else "cannot_tell",
        "speed": speed,
        "seeded": when(caught["interval"]["upper"] < 0.5) if seeded else "cannot_tell",
        "rejection": rare(rest),
    }
    stamps = ("volume", "strong", "speed", "seeded")
    return {
        "upper": one["upper"], "lower": one["lower"], "aiErrorLower": errors["lower"],
        "fewest": fewest, "aiErrors": share(wrong, len(judged)), "caught": caught,
        "medianMs": median, "underTwoSeconds": share(hasty, len(times)),
        "signals": [{"signal": name, "verdict": verdict} for name, verdict in verdicts.items()],
        "rubberStamp": any(verdicts[name] == "raised" for name in stamps),
    }


def likeness(log):
    """Returns the pairs of like cases by walking each of them, the large kinds by their counts."""
    kinds = collections.defaultdict(list)
    for r in log.decided:
        if r["ai"]:
            kinds[r["version"], r["ai"], r["category"]].append(r)
    sums = {"overall": [0, 0], "sameReviewer": [0, 0], "crossReviewer": [0, 0]}
    rows = []
    for key, group in kinds.items():
        differ = 0
        for one, other in itertools.combinations(group, 2):
            apart = one["x"] != other["x"]
            differ += apart
            kind = "sameReviewer" if one["reviewer"] == other["reviewer"] else "crossReviewer"
            kinds_of = ["overall"] + [kind] * bool(one["reviewer"] and other["reviewer"])
            for name in kinds_of:
                sums[name][0] += apart
                sums[name][1] += 1
        if differ:
            rows.append((-differ, key, sum(r["x"] for r in group), len(group)))

    def pairs(differing, n):
        return {"differing": differing, "pairs": n, "inconsistency": differing / n if n else None}

    largest = [{"modelVersion": key[0], "aiOutput": key[1], "category": key[2], "count": x, "of": n,
                "pairs": pairs(-minus, n * (n - 1) // 2)} for minus, key, x, n in sorted(rows)[:10]]
    return {name: pairs(*found) for name, found in sums.items()} | {
        "keys": len(kinds), "largest": largest}


def reviewers(log):
    """Returns whether reviewers differ, and from what their cases lead to expect."""
    groups = {name: group for name, group in sorted(grouped(log.decided, "reviewer").items()) if name}
    found = None
    if log.basis == "records":
        found = peer.reviewers([(sum(r["x"] for r in g), len(g)) for g in groups.values()])
    if found:
        names = ("chiSquare", "df", "phi", "icc")
        found = {name: found[name] for name in names} | {
            "pValue": found["p"], "permutationP": found["permuted"]}
    rows = []
    classes = collections.defaultdict(list)
    for r in log.decided:
        classes[r["version"], r["ai"], r["category"]].append(r["x"])
    for name, group in groups.items():
        if len(group) < 10 or log.basis != "records":
            continue
        loads = collections.Counter((r["version"], r["ai"], r["category"]) for r in group)
        loads = [(n, sum(classes[key]), len(classes[key])) for key, n in loads.items()]
        ratio = peer.standardised(sum(r["x"] for r in group), loads)
        rows.append({"reviewer": name, "figure": rate(log, group), "ratio": ratio and {
            "expected": ratio["expected"], "ratio": ratio["ratio"], "pValue": ratio["p"],
            "exact": interval(ratio["exact"]), "byar": interval(ratio["byar"])},
            "adjustedP": None, "flagged": False})
    tested = [row for row in rows if row["ratio"]]
    method = {"benjamini_hochberg": "fdr_bh"}.get(log.settings.get("correction"), "holm")
    if tested:
        adjusted = multipletests([row["ratio"]["pValue"] for row in tested], method=method)[1]
        for row, p in zip(tested, adjusted):
            row["adjustedP"], row["flagged"] = p, bool(p < 0.05)
    hidden = sum(len(g) < 10 for g in groups.values()) if log.basis == "records" else 0
    return {"heterogeneity": found, "rows": rows, "hidden": hidden}


def counts(log):
    """Returns how many records there are."""
    kinds = ("accepted", "modified", "overridden", "deferred", "no_ai_output")
    return {
        "records": len(log.records),
        "dispositions": [{"disposition": kind, "count": sum(
            r["disposition"] == kind for r in log.records)} for kind in kinds],
        "decided": len(log.decided),
        "overrides": sum(r["x"] for r in log.decided),
        "seeded": sum(r["seeded"] for r in log.records),
        "thinned": sum(r["thinned"] for r in log.records),
    }


def pickers(log):
    """Returns what can be chosen from."""
    def listed(records, field, empty=True):
        found = collections.Counter(r[field] or "" for r in records)
        return [{"value": value, "n": n} for value, n in sorted(found.items()) if value or empty]
    decided = [r for r in log.everything if r["disposition"] in DECIDED]
    named = listed(decided, "reviewer", empty=False)
    return {
        "decisionPoints": listed(log.everything, "point"),
        "modelVersions": listed(log.everything, "version"),
        "categories": listed(log.everything, "category"),
        "reasons": listed(log.everything, "reason", empty=False),
        "reviewers": [row for row in named if row["n"] >= 10],
        "hiddenReviewers": sum(row["n"] < 10 for row in named),
        "labels": sorted({r[f] for r in log.everything for f in ("ai", "last") if r[f]}),
    }


def figures(line):
    """Returns all figures of one log."""
    log = Log(json.loads(line))
    of_reviewers = reviewers(log)
    found = of_reviewers["heterogeneity"]
    return {
        "pickers": pickers(log),
        "figures": {
            "counts": counts(log),
            "rates": rates(log, found["phi"] if found else None),
            "chart": share_chart(log),
            "exposure": exposure(log),
            "judgement": judgement(log),
            "reasons": reasons(log),
            "outcomes": outcomes(log),
            "attention": attention(log),
            "likeness": likeness(log),
            "reviewers": of_reviewers,
        },
    }


def main():
    """Answers line by line."""
    for line in sys.stdin:
        print(json.dumps(peer.plain(figures(line))))


if __name__ == "__main__":
    main()
