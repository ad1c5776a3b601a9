#!/usr/bin/env python3
"""Computes the statistics of decision records with other people's libraries.

Reads one log's counts a line on standard input, as `tests/tests/stats_peer.rs` makes them, and
prints one line of figures for each. It shares no code with the program: intervals, kappa, McNemar
and corrections are those of statsmodels, the laws those of SciPy, agreement once more that of
scikit-learn. What no library has (p', Nelson's rules, bounds, pairs) is written out here in the
plainest way there is: every window, every assignment, every pair.
"""

import gc
import hashlib
import itertools
import json
import math
import sys
import warnings

import numpy as np
from scipy import special, stats
from sklearn.metrics import cohen_kappa_score
from statsmodels.duration.survfunc import SurvfuncRight
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

warnings.simplefilter("ignore")
Z = stats.norm.ppf(0.975)
# A correction in statsmodels collects garbage each time; what was imported need not be walked.
gc.freeze()


def plain(value):
    """Returns a value that JSON has: what is no number is null."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(part) for part in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def proportion(x, n):
    """Returns the share with Wilson's interval, or nothing."""
    if n == 0:
        return None
    return [x / n, *proportion_confint(x, n, method="wilson")]


def rates(x, n):
    """Returns the intervals of one share."""
    if n == 0:
        return None
    lower = 0.0 if x == 0 else stats.beta.ppf(0.05, x, n - x + 1)
    upper = 1.0 if x == n else stats.beta.ppf(0.95, x + 1, n - x)
    return {
        "wilson": proportion_confint(x, n, method="wilson"),
        "clopperPearson": proportion_confint(x, n, method="beta"),
        "lower": lower,
        "upper": upper,
    }


def rule_hits(z):
    """Returns the points at which each of Nelson's rules is complete."""
    sides = (lambda v, d: v > d, lambda v, d: v < -d)

    def some(window, distance, least):
        return any(sum(beyond(v, distance) for v in window) >= least for beyond in sides)

    def turning(window):
        steps = np.sign(np.diff(window))
        return all(steps != 0) and all(steps[1:] == -steps[:-1])

    rules = {
        1: (1, lambda w: some(w, 3, 1)),
        2: (9, lambda w: some(w, 0, 9)),
        3: (6, lambda w: all(np.diff(w) > 0) or all(np.diff(w) < 0)),
        4: (14, turning),
        5: (3, lambda w: some(w, 2, 2)),
        6: (5, lambda w: some(w, 1, 4)),
        7: (15, lambda w: all(abs(v) < 1 for v in w)),
        8: (8, lambda w: all(abs(v) > 1 for v in w) and min(w) < 0 < max(w)),
    }
    found = []
    for end in range(len(z)):
        for rule, (length, holds) in rules.items():
            window = z[end + 1 - length:end + 1] if end + 1 >= length else []
            if window and None not in window and holds(window):
                found.append([rule, end])
    return found


def chart(units, starts, spread, law):
    """Returns centre, variation, limits and signals of a chart, stretch by stretch."""
    def usable(count, size):
        return size > 0 and (law == "u" or count <= size)

    borders = sorted({0, *(s for s in starts if 0 < s < len(units))}) + [len(units)]
    stretches, points, signals = [], [], []
    for start, end in itertools.pairwise(borders):
        units_here = [tuple(u) if usable(*u) else None for u in units[start:end]]
        if not units_here:
            continue
        baseline = [i for i, unit in enumerate(units_here) if unit][:20]
        count = sum(units_here[i][0] for i in baseline)
        size = sum(units_here[i][1] for i in baseline)
        centre = count / size if baseline else None
        limited = bool(baseline) and count > 0 and not (law == "p" and count == size)

        def deviation(unit, centre=centre):
            return math.sqrt((centre * (1 - centre) if law == "p" else centre) / unit[1])

        z = [(u[0] / u[1] - centre) / deviation(u) if u and limited else None for u in units_here]
        last = baseline[-1] + 1 if baseline else 0
        known = [v for v in z[:last] if v is not None]
        ranges = [abs(b - a) for a, b in itertools.pairwise(z[:last]) if None not in (a, b)]
        varies = len(known) >= 2
        chi2 = sum(v * v for v in known) if varies else None
        p = stats.chi2.sf(chi2, len(known) - 1) if varies else None
        sigma = np.mean(ranges) / 1.128 if ranges and varies else None
        factor = 1.0
        if spread == "laney" or (spread == "when_needed" and varies and p < 0.05):
            factor = max(1.0, sigma or 1.0)
        stretches.append([centre, chi2, p, sigma, np.std(known, ddof=1) if varies else None, factor])
        judged, beyond = [v if v is None else v / factor for v in z], []
        for place, unit in enumerate(units_here):
            if not unit or not limited:
                points.append([unit[0] / unit[1] if unit else None, None, None, None, None])
                continue
            value, expected = unit[0] / unit[1], unit[1] * centre
            exact = None
            if expected < 5:
                tails = np.array([0.00135, 0.99865])
                exact = (stats.binom.ppf(tails, unit[1], centre) if law == "p"
                         else stats.poisson.ppf(tails, expected)).astype(int)
                low, high = exact[0] / unit[1], exact[1] / unit[1]
                outside = not exact[0] <= unit[0] <= exact[1]
            else:
                half = 3 * factor * deviation(unit)
                low, high = max(0.0, centre - half), centre + half
                outside = abs(judged[place]) > 3
            points.append([value, low, min(high, 1.0) if law == "p" else high, z[place], exact])
            if outside:
                beyond.append([1, start + place])
        other = [[rule, start + at] for rule, at in rule_hits(judged) if rule > 1]
        signals += beyond + other
    return {"stretches": stretches, "points": points,
            "signals": sorted(signals, key=lambda s: (s[1], s[0]))}


def kappas(table):
    """Returns the agreement of a square table, kappa by two libraries."""
    table = np.array(table, dtype=float)
    n, k = table.sum(), len(table)
    rows, columns = table.sum(1), table.sum(0)
    observed = np.trace(table) / n
    expected = (rows * columns).sum() / n**2
    used = (rows + columns) / (2 * n)
    chance = (used * (1 - used)).sum() / (k - 1)
    estimable = (rows > 0).sum() > 1 and (columns > 0).sum() > 1
    found = {
        "observed": observed,
        "expected": expected,
        "pabak": (k * observed - 1) / (k - 1),
        "ac1": (observed - chance) / (1 - chance),
        "estimable": bool(estimable),
    }
    for name, wt in (("same", None), ("linear", "linear"), ("quadratic", "quadratic")):
        if not estimable:
            one_cell = (table > 0).sum() == 1 and observed == 1
            # Two raters of one label each, not the same one, are apart for sure.
            found[name] = None if one_cell else [0.0, 0.0]
            continue
        result = cohens_kappa(table, wt=wt)
        # scikit-learn sees labels, so the same figure comes from the single judgements.
        first, second = np.indices(table.shape)
        weights = table.ravel()
        other = cohen_kappa_score(first.ravel(), second.ravel(), weights=wt, sample_weight=weights)
        assert abs(other - result.kappa) < 1e-9
        # The root of what rounding left of zero would be far from it.
        variance = result.var_kappa
        found[name] = [result.kappa, math.sqrt(variance) if variance > 1e-13 else 0.0]
    return found


def outcomes(o):
    """Returns who was right; the bounds by trying every assignment of the unknown outcomes."""
    ar, aw, ow_, or_, right = (o[key] for key in (
        "acceptedRight", "acceptedWrong", "overriddenWrong", "overriddenRight", "personRight"))
    names = ("aiWrong", "overReliance", "underReliance", "precision", "net")

    def figures(ar, aw, or_, ow, right):
        def share(x, n):
            return x / n if n else None
        return dict(zip(names, (
            share(aw + ow, ar + aw + or_ + ow), share(aw, aw + ow), share(or_, or_ + ar),
            share(right, or_ + ow), right - or_)))

    tried = []
    for wrong in range(o["acceptedUnknown"] + 1):
        for ai_right in range(o["overriddenUnknown"] + 1):
            rest = o["overriddenUnknown"] - ai_right
            for person in range(rest + 1):
                tried.append(figures(ar + o["acceptedUnknown"] - wrong, aw + wrong,
                                     or_ + ai_right, ow_ + rest, right + person))
    bounds = {}
    for name in names:
        values = [case[name] for case in tried if case[name] is not None]
        bounds[name] = [min(values), max(values)] if values else None
    return {
        "bounds": bounds,
        "overReliance": proportion(aw, aw + ow_),
        "underReliance": proportion(or_, or_ + ar),
        "precision": proportion(right, or_ + ow_),
        "net": right - or_,
        "mcNemar": mcnemar([[0, right], [or_, 0]], exact=True).pvalue if right + or_ else None,
    }


def reviewers(groups):
    """Returns how much reviewers differ, and an estimate of the permutation's p."""
    groups = [(x, n) for x, n in groups if n]
    x, n = (np.array(part) for part in zip(*groups)) if groups else (np.zeros(0), np.zeros(0))
    if len(groups) < 2 or x.sum() in (0, n.sum()):
        return None
    chi2, p, df, expected = stats.chi2_contingency([x, n - x], correction=False)
    total, k = n.sum(), len(n)
    single = [np.repeat([1.0, 0.0], [a, b - a]) for a, b in groups]
    mean = np.concatenate(single).mean()
    icc = None
    if total > k:
        between = sum(len(g) * (g.mean() - mean) ** 2 for g in single) / (k - 1)
        within = sum(((g - g.mean()) ** 2).sum() for g in single) / (total - k)
        size = (total - (n**2).sum() / total) / (k - 1)
        below = between + (size - 1) * within
        icc = max(0.0, (between - within) / below) if abs(below) > 1e-12 else None
    permuted = None
    if expected.min() < 5:
        deals = np.random.default_rng(1).multivariate_hypergeometric(n, x.sum(), size=20000)
        spread = (deals**2 / n).sum(1)
        permuted = (1 + (spread >= (x**2 / n).sum() * (1 - 1e-12)).sum()) / 20001
    return {"chiSquare": chi2, "p": p, "df": df, "phi": chi2 / df, "icc": icc,
            "permuted": permuted}


def pairs(lines):
    """Returns differing and all pairs of like cases by walking each of them."""
    sums = {"all": [0, 0], "same": [0, 0], "cross": [0, 0]}
    by_key = {}
    for key, reviewer, x, n in lines:
        decisions = [(reviewer, True)] * x + [(reviewer, False)] * (n - x)
        by_key.setdefault(key, []).extend(decisions)
    for decisions in by_key.values():
        for (first, a), (second, b) in itertools.combinations(decisions, 2):
            for kind in ("all", "same" if first == second else "cross"):
                sums[kind][0] += a != b
                sums[kind][1] += 1
    return sums


def standardised(observed, loads):
    """Returns observed by expected with exact and Byar's intervals."""
    expected = sum(d * x / n for d, x, n in loads if n)
    if expected == 0:
        return None
    law = stats.poisson(expected)
    tails = (law.cdf(observed), law.sf(observed - 1))

    def byar(count, z):
        return count * (1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3 / expected

    return {
        "expected": expected,
        "ratio": observed / expected,
        "exact": [
            stats.chi2.ppf(0.025, 2 * observed) / 2 / expected if observed else 0.0,
            stats.chi2.ppf(0.975, 2 * observed + 2) / 2 / expected,
        ],
        "byar": [byar(observed, -Z) if observed else 0.0, byar(observed + 1, Z)],
        "p": min(1.0, 2 * min(tails)),
    }


def drills(ends, limit):
    """Returns what drills show; an end is a kind and a time."""
    finished = [time for kind, time in ends if kind == "finished"]
    never = 10**12
    times = [never if kind == "aborted" else time for kind, time in ends]
    events = [int(kind == "finished") for kind, _ in ends]
    km = None
    if finished:
        fit = SurvfuncRight(np.array(times), np.array(events))
        reached = [t for t, s in zip(fit.surv_times, fit.surv_prob) if s <= 0.5 + 1e-12]
        km = reached[0] if reached else None
    decided = [(k, t) for k, t in ends if not (k == "unfinished" and t <= limit)]
    passed = sum(k == "finished" and t <= limit for k, t in decided)
    return {
        "success": proportion(passed, len(decided)),
        "median": float(np.median(finished)) if finished else None,
        "max": max(finished, default=None),
        "kaplanMeier": km,
    }


def reasons(counts):
    """Returns the order of reasons and how many of them are vital."""
    def last(code):
        return code in ("", "other")
    order = sorted(counts, key=lambda c: (last(c[0]), -c[1], c[0]))
    coded = sum(n for code, n in counts if not last(code))
    vital, reached = 0, 0
    while coded and reached < 0.8 * coded - 1e-9:
        reached += order[vital][1]
        vital += 1
    return {"order": [code for code, _ in order], "vital": vital}


def sample(population, tolerable, expected, seed, items):
    """Returns the size and the first items of a sample."""
    too_many = min(population, max(1, math.ceil(round(tolerable * population, 9))))
    size = None
    if too_many > expected:
        n = np.arange(expected + 1, population + 1)
        risk = stats.hypergeom.cdf(expected, population, too_many, n)
        size = n[risk <= 0.05 + 1e-15][0]
    ranked = sorted(items, key=lambda i: hashlib.sha256(bytes(seed) + i.encode()).digest())
    return {"size": size, "items": ranked[:5]}


def functions(f):
    """Returns the special functions and laws at one place."""
    a, b, x, share, k, n, p, mean = (
        f[key] for key in ("a", "b", "x", "share", "k", "n", "p", "mean"))
    return {
        "lnGamma": special.gammaln(a),
        "beta": special.betainc(a, b, x),
        "betaQuantile": stats.beta.ppf(share, a, b),
        "gammaBelow": special.gammainc(a, mean),
        "gammaAbove": special.gammaincc(a, mean),
        "gammaQuantile": special.gammaincinv(a, share),
        "normal": stats.norm.cdf(f["z"]),
        "normalQuantile": stats.norm.ppf(share),
        "binomial": stats.binom.cdf(k, n, p),
        "binomialQuantile": int(stats.binom.ppf(share, n, p)),
        "poisson": stats.poisson.cdf(k, mean),
        "poissonQuantile": int(stats.poisson.ppf(share, mean)),
        "chiSquare": stats.chi2.sf(mean, k + 1),
    }


def figures(log):
    """Returns all figures of one log."""
    return {
        "rates": rates(*log["overrides"]),
        "p": chart(log["periods"], log["starts"], log["spread"], "p"),
        "u": chart(log["exposures"], log["starts"], log["spread"], "u"),
        "rules": rule_hits(log["z"]),
        "agreement": kappas(log["table"]),
        "outcomes": outcomes(log["outcomes"]),
        "reliance": [proportion(*log["switched"]), proportion(*log["kept"])],
        "reviewers": reviewers(log["reviewers"]),
        "pairs": pairs(log["lines"]),
        "standardised": standardised(log["observed"], log["loads"]),
        "holm": multipletests(log["pValues"], method="holm")[1],
        "benjaminiHochberg": multipletests(log["pValues"], method="fdr_bh")[1],
        "drills": drills(log["drills"], log["limit"]),
        "reasons": reasons(log["reasons"]),
        "sample": sample(**log["sample"]),
        "functions": functions(log["functions"]),
    }


def main():
    """Answers line by line."""
    for line in sys.stdin:
        print(json.dumps(plain(figures(json.loads(line)))))


if __name__ == "__main__":
    main()
