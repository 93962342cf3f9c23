"""What can be asked: counties, editions, the primitive, escalation, comparison.

This room reads no files and knows no plugin by name.
"""
