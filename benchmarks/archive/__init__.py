"""Archives of any size for the benchmarks: made-up articles and reports with the skew of the real world.

    python -m benchmarks.archive 10000 sqlite:////tmp/archives/10k.sqlite3

The same number and seed give the same archive. Nothing in it is of the real world but the names of countries.
"""
