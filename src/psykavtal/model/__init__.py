"""What an agreement can say: frozen attrs classes, three-valued logic, dates, citations.

This room reads no files, knows no plugins and builds no graphs.
"""
