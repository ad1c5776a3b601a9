"""What would change a grade: sensitivity and plan, steps 10 and 11 of the grading method kag."""

from kag import CONTROLS, STANDINGS, Column, caps, grade_without_advice

VERIFIED = (4, "current_independent")


def own_first(control):
    """Sorts the organisation's own measures (clauses of 6.3) before the supplier's, then by id."""
    return (not control.startswith("6."), control)


def supplier_first(control):
    """Sorts the supplier's measures before the organisation's own, then by id."""
    return (control.startswith("6."), control)


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


def grade(method, given):
    """Returns the whole outcome of one input, in the shape of the document's section 6."""
    state = Column(method, given)
    return {
        **grade_without_advice(method, given),
        "sensitivity": sensitivity(method, given, state),
        "plan": plan(method, given, state),
    }
