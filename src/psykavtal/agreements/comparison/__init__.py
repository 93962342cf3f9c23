"""Comparison of counties."""
