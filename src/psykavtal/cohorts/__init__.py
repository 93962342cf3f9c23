"""Classification of data frames by the same rules as one case.

It works for millions of rows, on each supported engine.
"""
