"""Benchmarks: a report of any length, and commands that time the core with it. No test is timed."""
