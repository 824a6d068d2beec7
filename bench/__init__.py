"""Measures feeds, pages and the search against what they could cost: `make bench`, see docs/benchmarks.md."""
