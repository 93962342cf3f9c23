"""Every format of output: views build reports, and formats print them. Decides nothing."""
