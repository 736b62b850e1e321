"""Runs queries on Apache Spark in local mode: reads {tables, queries: [{name, sql}]} as JSON, writes {name: rows}."""
import json
import os
import sys

from pyspark.sql import SparkSession

builder = SparkSession.builder.master("local[*]").config("spark.sql.shuffle.partitions", "2")
builder = builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
builder = builder.config("spark.sql.session.timeZone", "UTC")
# So little data needs no plan that changes under way; telling every plan in full took longer than running it.
builder = builder.config("spark.sql.adaptive.enabled", "false").config("spark.sql.ui.explainMode", "simple")
# Few files are listed where the program runs, not by a job of their own.
builder = builder.config("spark.sql.sources.parallelPartitionDiscovery.threshold", "10000")
spark = builder.config("spark.sql.sources.partitionColumnTypeInference.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
# From here on a failure is the query's, not the machine's.
open(sys.argv[2] + ".started", "w").close()
with open(sys.argv[1]) as given:
    asked = json.load(given)
spark.read.parquet(asked["tables"]).createOrReplaceTempView("observations")
critical = os.path.join(asked["tables"], "_deskstat/critical.parquet")
spark.read.parquet(critical).createOrReplaceTempView("observations_critical")
answers = {}
for query in asked["queries"]:
    answers[query["name"]] = [row.asDict() for row in spark.sql(query["sql"]).collect()]
    # What is known stays known if the time is over before the last query.
    with open(sys.argv[2] + ".part", "w") as out:
        json.dump(answers, out)
    os.replace(sys.argv[2] + ".part", sys.argv[2])
spark.stop()
