#!/usr/bin/env python3
"""Computes sizes and intervals of audit samples with SciPy.

Reads one sample a line on standard input, as `tests/tests/audit_sample/law.rs` makes them, and prints one
line for each. It shares no code with the program: the size tries every n, the interval every number
of deviating items that the population can hold.
"""

import hashlib
import json
import math
import sys

import numpy as np
from scipy import stats

# A probability of alpha itself is excluded; what rounding adds is far below this.
DUST = 1e-11


def size(population, tolerable, expected, alpha):
    """Returns how many items exclude the tolerable share, or nothing."""
    if population is None:
        n = np.arange(expected + 1, 20_000)
        risk = stats.binom.cdf(expected, n, tolerable)
    else:
        too_many = min(population, max(1, math.ceil(round(tolerable * population, 9))))
        if too_many <= expected:
            return None
        n = np.arange(expected + 1, population + 1)
        risk = stats.hypergeom.cdf(expected, population, too_many, n)
    return int(n[risk <= alpha * (1 + DUST)][0])


def interval(population, marked, drawn, alpha):
    """Returns both ends and the one-sided upper end."""
    if population is None:
        lower = 0.0 if marked == 0 else stats.beta.ppf(alpha / 2, marked, drawn - marked + 1)
        upper, one = (1.0 if marked == drawn else stats.beta.ppf(1 - a, marked + 1, drawn - marked)
                      for a in (alpha / 2, alpha))
        return [lower, upper, one]
    every = np.arange(population + 1)
    at_most = stats.hypergeom.cdf(marked, population, every, drawn)
    at_least = stats.hypergeom.sf(marked - 1, population, every, drawn)
    fewest = every[at_least > alpha / 2 * (1 + DUST)][0]
    most = every[at_most > alpha / 2 * (1 + DUST)][-1]
    upper = every[at_most > alpha * (1 + DUST)][-1]
    return [int(fewest), int(most), int(upper)]


def sample(case):
    """Returns everything about one sample."""
    population, alpha = case["population"], round(1 - case["level"], 12)
    ranked = sorted(set(case["items"]),
                    key=lambda item: hashlib.sha256(bytes(case["seed"]) + item.encode()).digest())
    return {
        "size": size(population, case["tolerable"], case["expected"], alpha),
        "interval": interval(population, case["marked"], case["drawn"], alpha),
        "items": ranked,
        "repeated": len(case["items"]) - len(ranked),
    }


for line in sys.stdin:
    print(json.dumps(sample(json.loads(line))), flush=True)
