"""Measures feeds against what they could cost: `make bench`, see docs/benchmarks.md."""
