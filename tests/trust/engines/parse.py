"""Parses queries in the dialects of engines that nobody can run here: reads [{dialect, sql}] as JSON."""
import json
import sys

import sqlglot

with open(sys.argv[1]) as given:
    for query in json.load(given):
        trees = sqlglot.parse(query["sql"], dialect=query["dialect"])
        assert len(trees) == 1 and trees[0].find(sqlglot.exp.CTE), query["dialect"]
