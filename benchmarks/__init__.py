"""How fast: this project, stock Pelican and Hugo over the same texts, frictionless over the same ledgers.

`python -m benchmarks` makes the records, measures whole processes and prints
medians and ratios. docs/benchmarks.md says how to read them.
"""
