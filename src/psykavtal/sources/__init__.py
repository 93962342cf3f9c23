"""The source texts: where a citation stands in them, and whether it still reads as it did."""
