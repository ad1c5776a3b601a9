"""The grading method kag, written from its document alone, with the standard library only.

It shares no code with the program: the two are compared with each other. Every number comes from
the method's tables (a dictionary as in `grading-vectors.json`); only the clause rule of section 3
has its fractions here, since the document states them as part of the rule.
"""

STANDINGS = ("none", "attached", "current_independent")
ANSWER_VALUES = {"met": 2, "partly": 1}
NOT_COUNTED = ("na", "not_yet_due")
POINT, BEST, WORST = "point", "best", "worst"
# The 21 countermeasures of section 4 and the clauses b to i of 6.3.
CONTROLS = tuple(
    section + letter
    for section, letters in (
        ("4.1.1", "ab"), ("4.1.2", "abcdef"), ("4.1.3", "abcd"), ("4.2.1", "ab"),
        ("4.2.2", "ab"), ("4.2.3", "abc"), ("4.2.4", "ab"), ("6.3", "bcdefghi"),
    )
    for letter in letters
)


# Section 3: from answers to a clause's level.


def clause_level(method, questions, depth, tier):
    """Returns [level, standing] of a clause, or None when nothing in scope is answered."""
    scope = [q for q in questions if depth == "full" or q["critical"]]
    applicable = [q for q in scope if q.get("answer") not in NOT_COUNTED]
    if all(q.get("answer") is None for q in applicable):
        return None
    standing = clause_standing(applicable)
    level = level_of_answers(method, applicable, standing, tier)
    hasty = depth == "quick" and tier >= 3
    if hasty or any(q.get("answer") == "not_yet_due" for q in scope):
        level = min(level, 3)
    return [level, standing]


def value(question):
    """Returns 2, 1 or 0 for the answer of one question."""
    return ANSWER_VALUES.get(question.get("answer"), 0)


def clause_standing(applicable):
    """Returns the standing that all but one in five of the deciding questions reach."""
    deciding = [q for q in applicable if q["critical"]] or applicable
    ranks = sorted(
        STANDINGS.index(q.get("evidence") or "none") if value(q) else 0 for q in deciding
    )
    return STANDINGS[ranks[len(ranks) // 5]]


def level_of_answers(method, applicable, standing, tier):
    """Returns the first line of the table in section 3, step 4, that holds."""
    points = sum(value(q) for q in applicable)
    most = 2 * len(applicable)
    critical = [value(q) for q in applicable if q["critical"]]
    zeros, ones, tolerance = critical.count(0), critical.count(1), len(critical) // 6
    if points == 0:
        return 0
    if zeros > tolerance or any(q.get("red_line") and value(q) == 0 for q in applicable):
        return 1
    if zeros > 0:
        return 2 if 5 * points >= 3 * most else 1
    if ones > tolerance or 5 * points < 4 * most:
        return 2
    return 4 if points == most and caps(method, tier)[standing] == 4 else 3


def red_line_crossed(answer):
    """Returns whether a red line is crossed by this answer; None when unanswered."""
    return None if answer is None else answer in ("not_met", "unknown")


# Section 4, steps 1 to 7: one column of the grade.


def caps(method, tier):
    """Returns the evidence caps that hold at a tier."""
    low = tier <= method["low_tier"]
    return method["evidence_cap_low_tier" if low else "evidence_cap"]


def tier_of(method, context):
    """Returns the application tier of answered context values."""
    w = method["tier"]
    total = w["wS"] * context["S"] + w["wA"] * context["A"] + w["wZ"] * context["Z"]
    tier = (total + w["half"]) // w["div"]
    return min(5, max(1, tier, context["S"] - w["s_veto"]))


def rules_grade(rules, context):
    """Returns the highest grade of the rules that hold, 1 if none does."""
    return max(
        [g for a, s, g in rules if context["A"] >= a and context["S"] >= s], default=1
    )


class Column:
    """The grade of one input in one column: the point grade, the best or the worst bound."""

    def __init__(self, method, given, which=POINT):
        self.method, self.which = method, which
        blank = {POINT: method["unknown_point"], BEST: 1, WORST: 5}[which]
        context = given.get("context") or {}
        self.context = {
            axis: blank if context.get(axis) is None else context[axis] for axis in "SAZ"
        }
        self.tier = tier_of(method, self.context)
        controls = given.get("controls") or {}
        self.effective = {c: self.level_counted(controls.get(c)) for c in CONTROLS}
        self.risks = {}
        for risk in sorted(method["credit_links"]):
            rating = self.rating((given.get("risks") or {}).get(risk) or {}, blank)
            if rating:
                self.risks[risk] = self.measure(risk, *rating)
        self.crossed = self.red_lines(given.get("red_lines") or {})
        self.gates = self.fired()
        self.parts = {
            "worst_risk": max([r["level"] for r in self.risks.values()], default=1),
            "accumulation": self.accumulation(),
            "context_floor": method["tier_floor"][self.tier - 1],
            "gates": max([grade for _, grade in self.gates], default=1),
        }
        self.grade = max(self.parts.values())
        ranked = sorted(self.risks, key=lambda risk: -self.risks[risk]["shifted"])
        self.worst = ranked[0] if ranked else None
        self.index = max(0, self.risks[self.worst]["shifted"]) if ranked else 0

    def level_counted(self, answer):
        """Returns the level of a control that counts in this column."""
        if answer is None:
            return 4 if self.which == BEST else 0
        level, standing = answer
        if self.which == BEST:
            return level
        if self.which == WORST and standing == "none":
            return 0
        return min(level, caps(self.method, self.tier)[standing])

    def rating(self, given, blank):
        """Returns (L, I, 100 (L + I) with doubt) of a risk, or None when it does not apply."""
        if given.get("na"):
            if self.which != WORST or given.get("na_ok"):
                return None
            assumed = self.method["na_unconfirmed"]
            return assumed, assumed, 200 * assumed
        doubt = {POINT: 0, BEST: -1, WORST: 1}[self.which] * self.method["axis_doubt"]
        axes, inherent = [], 0
        for axis in "LI":
            answered = given.get(axis) is not None
            step = given[axis] if answered else blank
            hundredths = 100 * step
            if answered and (given.get("ev") or "none") == "none":
                hundredths = min(500, max(100, hundredths + doubt))
            axes.append(step)
            inherent += hundredths
        return axes[0], axes[1], inherent

    def measure(self, risk, likelihood, impact, inherent):
        """Returns everything that is computed for one risk."""
        reduction = self.reduction(risk)
        shift = self.method["shift"][self.tier - 1]
        shifted = inherent - reduction + shift
        return {
            "L": likelihood,
            "I": impact,
            "inherent": inherent,
            "inherent_level": self.level(inherent + shift, impact),
            "reduction": reduction,
            "residual": inherent - reduction,
            "shifted": shifted,
            "level": self.level(shifted, impact),
        }

    def reduction(self, risk):
        """Returns R: the credits of the linked controls, strongest first, each next one halved."""
        credit, strength = self.method["credit"], self.method["strength"]
        credits = sorted(
            (
                credit[self.effective[control]] * strength[kind] // 100
                for control, kind, *_ in self.method["credit_links"][risk]
            ),
            reverse=True,
        )
        over, under = self.method["decay_num"], self.method["decay_den"]
        return sum(c * over**k // under**k for k, c in enumerate(credits))

    def level(self, shifted, impact):
        """Returns the level of a risk from its index."""
        level = 1 + sum(edge <= shifted for edge in self.method["band_edges"])
        return max(level, self.method["impact5_floor"]) if impact == 5 else level

    def accumulation(self):
        """Returns the grade that many risks at lower levels add up to."""
        levels = [risk["level"] for risk in self.risks.values()]
        grades = [
            int(at) + 1
            for at, least in self.method["accumulate"].items()
            if sum(level >= int(at) for level in levels) >= least
        ]
        return max(grades, default=1)

    def red_lines(self, given):
        """Returns the red lines that count as crossed in this column."""
        unanswered = self.which == WORST
        return [
            line
            for line in self.method["red_lines"]
            if (unanswered if given.get(line) is None else given[line])
        ]

    def fired(self):
        """Returns [name, grade] of each gate that fires, in the order of the document."""
        gates, found = self.method["gates"], []
        for name in ("control", "fallback"):
            if self.effective[gates[name]["control"]] <= gates[name]["at_most"]:
                found.append([name, rules_grade(gates[name]["rules"], self.context)])
        if self.uncontrolled():
            found.append(["uncontrolled", gates["uncontrolled"]["grade"]])
        neglect = gates["neglect"]
        for clause in neglect["clauses"]:
            if self.effective[clause] <= neglect["at_most"] and self.neglects(clause):
                found.append([f"neglect {clause}", neglect["grade_by_tier"][self.tier - 1]])
        if self.crossed:
            found.append(["red line", rules_grade(gates["red_line"]["rules"], self.context)])
        return [gate for gate in found if gate[1] > 1]

    def uncontrolled(self):
        """Returns whether a grave and likely enough risk has no credit at all."""
        gate = self.method["gates"]["uncontrolled"]
        return any(
            r["I"] >= gate["impact"] and r["L"] >= gate["likelihood"] and r["reduction"] == 0
            for r in self.risks.values()
        )

    def neglects(self, clause):
        """Returns whether a grave risk rests primarily on this clause."""
        impact = self.method["gates"]["neglect"]["impact"]
        return any(
            measured["I"] >= impact
            and any(c == clause and k == "primary" for c, k, *_ in self.method["credit_links"][r])
            for r, measured in self.risks.items()
        )


# Step 9: confidence.


def confidence(method, given):
    """Returns how well the inputs are founded, 0 to 100, and its band."""
    table, items = method["confidence"], []
    context = given.get("context") or {}
    for axis in "SAZ":
        answered = context.get(axis) is not None
        items.append((table["context"], table["q_context"] if answered else 0))
    for risk in method["credit_links"]:
        rating = (given.get("risks") or {}).get(risk) or {}
        if rating.get("na"):
            agreed = "confirmed" if rating.get("na_ok") else "unconfirmed"
            items.append((2 * table["axis"], table["q_na"][agreed]))
            continue
        quality = table["q_rating"][rating.get("ev") or "none"]
        for axis in "LI":
            items.append((table["axis"], 0 if rating.get(axis) is None else quality))
    for control in CONTROLS:
        answer = (given.get("controls") or {}).get(control)
        items.append((table["control"], table["q_control"][answer[1]] if answer else 0))
    score = sum(w * q for w, q in items) // sum(w for w, _ in items)
    bands = [band for band in ("high", "medium") if score >= table[band]]
    return score, bands[0] if bands else "low"


# The outcome without advice.


def grade_without_advice(method, given):
    """Returns the outcome of one input without sensitivity and plan."""
    state = Column(method, given)
    bounds = [Column(method, given, which).grade for which in (BEST, WORST)]
    score, band = confidence(method, given)
    return {
        "method": f"{method['method_id']} {method['version']}",
        "T": state.tier,
        "grade": state.grade,
        "parts": state.parts,
        "gates": state.gates,
        "index": state.index,
        "worst": state.worst,
        "interval": [bounds[0], state.grade, bounds[1]],
        "confidence": score,
        "confidence_band": band,
        "effective": state.effective,
        "risks": {
            risk: {key: n for key, n in measured.items() if key not in "LI"}
            for risk, measured in state.risks.items()
        },
    }
