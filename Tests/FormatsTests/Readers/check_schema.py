"""Holds JSON lines to a JSON Schema: check_schema.py SCHEMA LINES. Prints every fault; exit 1 if any."""
import json
import sys

import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
faults = 0
for number, line in enumerate(open(sys.argv[2], encoding="utf-8"), 1):
    for fault in validator.iter_errors(json.loads(line)):
        best = jsonschema.exceptions.best_match([fault])
        print(f"line {number}: {best.json_path}: {best.message}")
        faults += 1
sys.exit(1 if faults else 0)
