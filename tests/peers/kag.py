"""The grading method kag, written from its document alone, with the standard library only.

It shares no code with the program: the two are compared with each other. Every number comes from
the method's tables (a dictionary as in `grading-vectors.json`); only the clause rule of section 3
has its fractions here, since the document states them as part of the rule.
"""

STANDINGS = ("none", "attached", "current_independent")
VERIFIED = (4, "current_independent")
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


def own_first(control):
    """Sorts the organisation's own measures (clauses of 6.3) before the supplier's, then by id."""
    return (not control.startswith("6."), control)


def supplier_first(control):
    """Sorts the supplier's measures before the organisation's own, then by id."""
    return (control.startswith("6."), control)


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
        """Returns R: the credits of the linked controls, the strongest first, each next one halved."""
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


# Steps 10 and 11: sensitivity and plan.


def replaced(given, part, key, entry):
    """Returns the input with one entry of one part replaced."""
    return {**given, part: {**(given.get(part) or {}), key: entry}}


def credit_step(method, given, state, control):
    """Returns (from, to, standing) of the next level that earns more credit, or None."""
    credit, before = method["credit"], state.effective[control]
    higher = [level for level in range(before + 1, 5) if credit[level] > credit[before]]
    if not higher:
        return None
    answer = (given.get("controls") or {}).get(control)
    least = max(1, STANDINGS.index(answer[1]) if answer else 0)
    for standing in STANDINGS[least:]:
        if caps(method, state.tier)[standing] >= higher[0]:
            return before, higher[0], standing
    return None


def single_steps(method, given, state):
    """Yields (label, input) of every single step, in the document's order."""
    context = given.get("context") or {}
    for axis in "SAZ":
        for sign, step in (("+1", 1), ("-1", -1)):
            if context.get(axis) is not None and 1 <= context[axis] + step <= 5:
                yield axis + sign, replaced(given, "context", axis, context[axis] + step)
    for risk in sorted(method["credit_links"]):
        rating = (given.get("risks") or {}).get(risk) or {}
        for axis in "LI":
            for sign, step in (("+1", 1), ("-1", -1)):
                if rating.get("na") or rating.get(axis) is None:
                    continue
                if 1 <= rating[axis] + step <= 5:
                    moved = {**rating, axis: rating[axis] + step}
                    yield f"{risk}.{axis}{sign}", replaced(given, "risks", risk, moved)
    for line in method["red_lines"]:
        crossed = line in state.crossed
        label = f"{'clear' if crossed else 'cross'} {line}"
        yield label, replaced(given, "red_lines", line, not crossed)
    for control in CONTROLS:
        step = credit_step(method, given, state, control)
        if step:
            yield f"{control}+1", replaced(given, "controls", control, list(step[1:]))
        answer = (given.get("controls") or {}).get(control)
        if answer and answer[0] > 0:
            lower = [answer[0] - 1, answer[1]]
            yield f"{control}-1", replaced(given, "controls", control, lower)


def sensitivity(method, given, state):
    """Returns the steps that move the grade, and what each control's next step would give."""
    better, worse = [], []
    for label, moved in single_steps(method, given, state):
        grade = Column(method, moved).grade
        if grade != state.grade:
            (better if grade < state.grade else worse).append([label, grade])
    helps = [help_of(method, given, state, control) for control in state.effective]
    helps = sorted(filter(None, helps), key=usefulness)
    return {"better": better, "worse": worse, "helps": helps}


def usefulness(entry):
    """Sorts what helps most first."""
    gains = [-entry[key] for key in ("worst", "drops", "total")]
    return entry["grade"], gains, own_first(entry["control"])


def help_of(method, given, state, control):
    """Returns what the credit step of one control would give, or None if it moves nothing."""
    step = credit_step(method, given, state, control)
    if not step:
        return None
    moved = Column(method, replaced(given, "controls", control, list(step[1:])))
    gained = {r: state.risks[r]["shifted"] - moved.risks[r]["shifted"] for r in state.risks}
    total = sum(gained.values())
    if total == 0 and moved.grade == state.grade:
        return None
    return {
        "control": control,
        "from": step[0],
        "to": step[1],
        "evidence": step[2],
        "grade": moved.grade,
        "worst": gained.get(state.worst, 0),
        "drops": sum(moved.risks[r]["level"] < state.risks[r]["level"] for r in state.risks),
        "total": total,
    }


def plan(method, given, state):
    """Returns the plan to the next lower grade, None at grade 1."""
    if state.grade == 1:
        return None
    goal, clear = state.grade - 1, []
    if any(name == "red line" and grade > goal for name, grade in state.gates):
        clear = state.crossed
        for line in clear:
            given = replaced(given, "red_lines", line, False)
    verified = {**given, "controls": {c: VERIFIED for c in CONTROLS}}
    best = Column(method, verified)
    if best.grade > goal:
        return {
            "target": goal,
            "reachable": False,
            "clear": clear,
            "best": best.grade,
            "blockers": {part: g for part, g in best.parts.items() if g > goal},
            "risks": [risk for risk, r in best.risks.items() if r["level"] > goal],
        }
    taken = pruned(method, given, goal, climbed(method, given, goal))
    names = ("control", "from", "to", "evidence")
    steps = [dict(zip(names, step[:4])) for step in taken]
    return {"target": goal, "reachable": True, "clear": clear, "steps": steps}


def climbed(method, given, goal):
    """Returns the steps (control, from, to, standing, answer before) taken until the goal."""
    taken, state = [], Column(method, given)
    while state.grade > goal:
        options = []
        for control in sorted(state.effective, key=own_first):
            step = credit_step(method, given, state, control)
            if step:
                moved = replaced(given, "controls", control, list(step[1:]))
                column = Column(method, moved)
                options.append((deficit(method, column, goal), own_first(control),
                                (control, *step), moved, column))
        _, _, step, moved, state = min(options, key=lambda option: option[:2])
        taken.append((*step, (given.get("controls") or {}).get(step[0])))
        given = moved
    return taken


def deficit(method, column, goal):
    """Returns how far a state is from a goal."""
    edges = method["band_edges"]
    levels = [risk["level"] for risk in column.risks.values()]
    shifted = [risk["shifted"] for risk in column.risks.values()]
    missing = 10000 * sum(part > goal for part in column.parts.values())
    missing += sum(max(0, s - edges[goal - 1] + 1) for s in shifted)
    if goal >= 2:
        edge = edges[goal - 2]
        need = sum(level >= goal for level in levels) - method["accumulate"][str(goal)] + 1
        over = sorted(s - edge + 1 for s in shifted if s >= edge)
        missing += sum(over[: max(0, need)])
    return missing


def pruned(method, given, goal, taken):
    """Returns the steps that are left when each control has given back what is not needed."""
    state = given
    for control, _, to, standing, _ in taken:
        state = replaced(state, "controls", control, [to, standing])
    for control in sorted({step[0] for step in taken}, key=supplier_first):
        while True:
            last = next((step for step in reversed(taken) if step[0] == control), None)
            if last is None:
                break
            undone = replaced(state, "controls", control, last[4])
            if Column(method, undone).grade > goal:
                break
            state = undone
            taken = [step for step in taken if step is not last]
    return taken


def grade_without_advice(method, given):
    """Returns the outcome of one input without sensitivity and plan."""
    return outcome_of(method, given, Column(method, given))


def grade(method, given):
    """Returns the whole outcome of one input, in the shape of the document's section 6."""
    state = Column(method, given)
    return {
        **outcome_of(method, given, state),
        "sensitivity": sensitivity(method, given, state),
        "plan": plan(method, given, state),
    }


def outcome_of(method, given, state):
    """Returns the outcome of a graded input without sensitivity and plan."""
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
