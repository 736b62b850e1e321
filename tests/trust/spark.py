"""Runs queries on Apache Spark in local mode: reads [{name, sql}] as JSON, writes {name: rows}."""
import json
import sys

from pyspark.sql import SparkSession

builder = SparkSession.builder.master("local[2]").config("spark.sql.shuffle.partitions", "2")
builder = builder.config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC")
builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
spark = builder.config("spark.sql.sources.partitionColumnTypeInference.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
with open(sys.argv[1]) as given:
    queries = json.load(given)
answers = {}
for query in queries:
    answers[query["name"]] = [row.asDict() for row in spark.sql(query["sql"]).collect()]
with open(sys.argv[2], "w") as out:
    json.dump(answers, out)
