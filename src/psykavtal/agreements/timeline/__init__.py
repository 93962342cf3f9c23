"""The timeline of a county: verdicts between its dates, gaps, events, overdue matters."""
