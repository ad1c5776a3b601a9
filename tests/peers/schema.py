"""Checks JSON files against JSON schemas, given in pairs: schema, file; ends with 1 if one does not follow.

OSCAL's patterns use classes of Unicode, which only the regex module knows.
"""

import json
import sys

import jsonschema
import regex


def pattern(_validator, wanted, instance, _schema):
    if isinstance(instance, str) and not regex.search(wanted, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {wanted!r}")


failed = False
paths = sys.argv[1:]
for schema_path, path in zip(paths[::2], paths[1::2]):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    with open(path, encoding="utf-8") as file:
        instance = json.load(file)
    base = jsonschema.validators.validator_for(schema)
    judge = jsonschema.validators.extend(base, {"pattern": pattern})
    for error in list(judge(schema).iter_errors(instance))[:10]:
        where = "/".join(map(str, error.absolute_path))
        print(path, where, error.message[:300])
        failed = True
sys.exit(1 if failed else 0)
