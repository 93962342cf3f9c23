"""The domain model: frozen attrs classes, three-valued logic, dates, citations.

It reads no files, knows no plugins and builds no graphs.
"""
