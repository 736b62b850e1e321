"""The two Python blocks of docs/scale.md on a large desk: reads {document, file, stated, question}, writes {rows, seconds}."""
import json
import re
import subprocess
import sys
import time

from pyspark.sql import SparkSession

with open(sys.argv[1]) as given:
    asked = json.load(given)
with open(asked["document"]) as document:
    measure, add_up = re.findall(r"^```python\n(.*?)^```$", document.read(), re.MULTILINE | re.DOTALL)
# The desk of the document is the sample desk; this one is larger, and ends on another day.
stated = " ".join(asked["stated"])
measure, places = re.subn(r"tickets\.csv surveys\.csv --as-of .* --coverage [\d.-]+", f"{asked['file']} {stated}", measure)
assert places == 1, "the recipe names its files otherwise"
builder = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false")
builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
builder = builder.config("spark.driver.memory", "3g").config("spark.sql.session.timeZone", "UTC")
builder = builder.config("spark.sql.shuffle.partitions", "4").config("spark.sql.ui.explainMode", "simple")
builder = builder.config("spark.ui.showConsoleProgress", "false")
builder.getOrCreate().sparkContext.setLogLevel("ERROR")
costs = []


def timed(name, work):
    start = time.monotonic()
    work()
    costs.append(f"{name} {time.monotonic() - start:.1f} s")


names = {}
timed("shards", lambda: exec(measure, names))
line = ["deskstat", "sql", "--engine", "spark", "--observations", "parts/", "--table", "observations", *asked["question"]]
with open("figures.sql", "w") as figures:
    subprocess.run(line, check=True, stdout=figures)
timed("query", lambda: exec(add_up, names))
with open(sys.argv[2], "w") as out:
    json.dump({"rows": [row.asDict() for row in names["rows"]], "seconds": ", ".join(costs)}, out)
