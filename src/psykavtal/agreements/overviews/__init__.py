"""Overviews of several counties or documents: silence, responsibility, ages, escalation."""
