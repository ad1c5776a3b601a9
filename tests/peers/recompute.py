#!/usr/bin/env python3
"""Recomputes grades independently of the program, with the standard library only.

    recompute.py REPORT.pdf...      takes the facts out of each report, recomputes clause levels,
                                    tier, grade, parts and interval, and compares
    recompute.py --facts FILE...    the same for facts.json alone
    recompute.py --vectors DIR      checks the vectors of the method's document
    recompute.py --method M --grade -           inputs of `assay method grade`, one a line
    recompute.py --method M --clause-level -    inputs of `assay method clause-level`, one a line
    recompute.py --method M --answers -         from answers to grade, one case a line

M is a JSON file that holds the method's tables, or a vectors file that holds them as `method`.
A case of `--answers` is {"depth", "context", "clauses": {"a": [question, ...]}, "measures",
"risks", "fallback"}; a question is {"question", "critical", "red_line", "answer", "evidence"};
what comes out is the grade without sensitivity and plan, and the clauses.

Exit 0 when everything agrees, 1 when something disagrees, 2 when a file can't be read.
The method is in kag.py and kag_advice.py, the reading of PDF in attachment.py.
"""

import argparse
import hashlib
import json
import pathlib
import sys

import attachment
import kag
import kag_advice

SELF, FALLBACK = "a", "i"
AXES = {"S": "scenario", "A": "autonomy", "Z": "scale"}
SHORT = ("T", "grade", "parts", "gates", "index", "worst", "interval", "confidence",
         "confidence_band", "effective", "risks")


def canonical(value):
    """Returns the canonical JSON (RFC 8785) of a value that holds no fraction."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def limited(level, fallback):
    """Returns the level of 6.3 i that counts, after the limits from data."""
    if level is None:
        return None
    limit = 4
    if not fallback.get("drillWithinYear"):
        limit = 3
    if not fallback.get("decisionRecords") or fallback.get("rubberStampOpen"):
        limit = 2
    return min(level, limit)


def from_answers(method, case):
    """Returns (clauses, input of the grade) of one case of `--answers`."""
    context = case.get("context") or {}
    tier = kag.Column(method, {"context": context}).tier
    clauses, red_lines = {}, {}
    controls = dict(case.get("measures") or {})
    for clause, questions in case["clauses"].items():
        found = kag.clause_level(method, questions, case["depth"], tier)
        level, standing = found or (None, "none")
        counted = limited(level, case.get("fallback") or {}) if clause == FALLBACK else level
        clauses[clause] = {"level": level, "standing": standing, "countedLevel": counted}
        if clause != SELF:
            controls[f"6.3{clause}"] = None if counted is None else [counted, standing]
        for question in questions:
            if question["question"] in method["red_lines"]:
                answer = kag.red_line_crossed(question.get("answer"))
                red_lines[question["question"]] = answer
    given = {"context": context, "risks": case.get("risks") or {}, "controls": controls,
             "red_lines": red_lines}
    return clauses, given


def short_outcome(method, case):
    """Returns what `--answers` prints for one case."""
    clauses, given = from_answers(method, case)
    outcome = kag.grade_without_advice(method, given)
    label = f"{method['method_id']} {method['version']}"
    return {"method": label, "clauses": clauses, **{key: outcome[key] for key in SHORT}}


def case_of(facts):
    """Returns the facts as a case of `--answers`."""
    return {
        "depth": facts["assessment"]["depth"],
        "context": {
            axis: facts["assessment"]["context"][name]["value"] for axis, name in AXES.items()
        },
        "clauses": {
            clause["clause"]: [
                {
                    "question": q["question"],
                    "critical": q["critical"],
                    "red_line": q["redLine"],
                    "answer": q["answer"],
                    "evidence": q["standing"],
                }
                for q in clause["questions"]
            ]
            for clause in facts["clauses"]
        },
        "measures": {
            m["control"]: None if m["level"] is None else [m["level"], m["standing"]]
            for m in facts["measures"]
        },
        "risks": {r["risk"]: rating_of(r) for r in facts["ratings"] if r["confirmed"]},
        "fallback": facts["fallback"],
    }


def rating_of(rating):
    """Returns a confirmed rating of the facts in the method's shape."""
    if rating["notApplicable"]:
        return {"na": True, "na_ok": rating["agreed"] is not None}
    return {"L": rating["likelihood"], "I": rating["impact"], "ev": rating["standing"]}


def plain(method, given):
    """Returns an input with everything in it, so that two ways to say the same compare equal."""
    def rating(risk):
        found = (given.get("risks") or {}).get(risk) or {}
        if found.get("na"):
            return {"na": True, "na_ok": bool(found.get("na_ok"))}
        if found.get("L") is None and found.get("I") is None:
            return None
        return {"L": found.get("L"), "I": found.get("I"), "ev": found.get("ev") or "none"}

    def entries(part, keys):
        return {key: (given.get(part) or {}).get(key) for key in keys}

    return {
        "context": entries("context", "SAZ"),
        "risks": {risk: rating(risk) for risk in method["credit_links"]},
        "controls": entries("controls", kag.CONTROLS),
        "red_lines": entries("red_lines", method["red_lines"]),
    }


def differences(place, printed, recomputed):
    """Yields every place where two JSON values differ."""
    if isinstance(printed, dict) and isinstance(recomputed, dict):
        for key in sorted({*printed, *recomputed}):
            yield from differences(f"{place}.{key}", printed.get(key), recomputed.get(key))
    elif canonical(printed) != canonical(recomputed):
        yield {"place": place, "printed": printed, "recomputed": recomputed}


def examine(facts):
    """Recomputes everything that the facts state and returns the comparison."""
    method, found = facts["methodTables"], []
    digest = hashlib.sha256(canonical(method).encode()).hexdigest()
    found += differences("method", facts["method"], {
        "id": method["method_id"], "version": method["version"], "sha256": digest})
    clauses, given = from_answers(method, case_of(facts))
    for clause in facts["clauses"]:
        stated = {key: clause[key] for key in ("level", "standing", "countedLevel")}
        found += differences(f"clauses.{clause['clause']}", stated, clauses[clause["clause"]])
    marked = {q["question"] for c in facts["clauses"] for q in c["questions"] if q["redLine"]}
    found += differences("redLines", sorted(marked), sorted(method["red_lines"]))
    found += differences("gradeInput", plain(method, facts["gradeInput"]), plain(method, given))
    outcome = kag_advice.grade(method, given)
    found += differences("grade", facts["grade"], outcome)
    return {
        "agrees": not found,
        "disagreements": found,
        "clauses": clauses,
        "tier": outcome["T"],
        "grade": outcome["grade"],
        "parts": outcome["parts"],
        "gates": outcome["gates"],
        "interval": outcome["interval"],
        "confidence": outcome["confidence"],
        "index": outcome["index"],
    }


def examine_files(paths, read):
    """Examines facts of several files, prints one JSON object each and returns the exit status."""
    status = 0
    for path in paths:
        try:
            result = examine(json.loads(read(path)))
        except (OSError, ValueError, attachment.PdfError) as error:
            result, worse = {"error": str(error)}, 2
        except (KeyError, TypeError, AttributeError) as error:
            result, worse = {"error": f"the facts lack something: {error!r}"}, 2
        else:
            worse = 0 if result["agrees"] else 1
        print(json.dumps({"file": str(path), **result}, ensure_ascii=False, indent=1))
        status = max(status, worse)
    return status


def check_vectors(folder):
    """Compares with every vector of the method's document and returns the exit status."""
    grades = json.loads((folder / "grading-vectors.json").read_text("utf-8"))
    clauses = json.loads((folder / "clause-level-vectors.json").read_text("utf-8"))
    method, found = grades["method"], []
    for vector in grades["vectors"]:
        outcome = kag_advice.grade(method, vector["input"])
        found += differences(vector["name"], vector["expected"], outcome)
    for number, vector in enumerate(clauses):
        level = kag.clause_level(method, **vector["input"])
        found += differences(f"clause level {number}", vector["expected"], level)
    print(json.dumps({"grades": len(grades["vectors"]), "clauseLevels": len(clauses),
                      "disagreements": found}, ensure_ascii=False, indent=1))
    return 1 if found else 0


def answer_lines(function):
    """Prints one line of JSON for each line of standard input."""
    for line in sys.stdin:
        if line.strip():
            print(canonical(function(json.loads(line))))
    return 0


def main():
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("report", nargs="*", help="a report as PDF")
    parser.add_argument("--facts", nargs="+", help="facts.json, without the report around it")
    parser.add_argument("--vectors", type=pathlib.Path, help="folder of the method's vectors")
    parser.add_argument("--method", type=pathlib.Path, help="JSON file with the method's tables")
    lines = parser.add_mutually_exclusive_group()
    for name in ("grade", "clause-level", "answers"):
        lines.add_argument(f"--{name}", choices=["-"], help="one case a line on standard input")
    chosen = parser.parse_args()
    if chosen.vectors:
        return check_vectors(chosen.vectors)
    if chosen.facts:
        return examine_files(chosen.facts, lambda path: pathlib.Path(path).read_bytes())
    if chosen.report:
        return examine_files(chosen.report, lambda path: attachment.attachment(path, "facts.json"))
    if not chosen.method:
        parser.error("name a report, or the method and what to compute")
    method = json.loads(chosen.method.read_text("utf-8"))
    method = method.get("method", method)
    if chosen.grade:
        return answer_lines(lambda given: kag_advice.grade(method, given))
    if chosen.clause_level:
        return answer_lines(lambda given: kag.clause_level(method, **given))
    if chosen.answers:
        return answer_lines(lambda case: short_outcome(method, case))
    return parser.error("say what to compute: --grade, --clause-level or --answers")


if __name__ == "__main__":
    sys.exit(main())
