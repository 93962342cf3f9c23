"""Differences between two documents, provision by provision."""
