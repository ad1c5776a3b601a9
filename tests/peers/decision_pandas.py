"""Reads a file of decision records with pandas and computes what the analysis page shows of it."""

import sys
import time

import pandas as pd


def main() -> None:
    start = time.perf_counter()
    log = pd.read_csv(sys.argv[1], parse_dates=["Time"], keep_default_na=False)
    read = time.perf_counter()
    override = log["Action"].isin(["overridden", "modified"])
    by_week = override.groupby(log["Time"].dt.to_period("W")).agg(["sum", "count"])
    for column in ["Point", "Version", "Reason", "Clerk", "Category"]:
        override.groupby(log[column]).agg(["sum", "count"])
    pd.crosstab(log["AI"], log["Person"])
    known = log[log["Outcome"] != ""]
    pd.crosstab([known["AI"] == known["Outcome"]], [known["Person"] == known["Outcome"]])
    log["Latency"].median()
    keys = override.groupby([log["Version"], log["AI"], log["Category"], log["Clerk"]]).agg(["sum", "count"])
    done = time.perf_counter()
    print(
        f"read {1000 * (read - start):.0f} ms, figures {1000 * (done - read):.0f} ms"
        f" ({len(log)} rows, {len(by_week)} weeks, {len(keys)} keys)"
    )


main()
