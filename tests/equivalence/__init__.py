"""A recorded corpus of answers: proof that a rebuild of the package answers as before.

`python -m tests.equivalence record OUT.jsonl.gz` asks everything that the modules of cases ask and writes one line of
JSON for each question; `python -m tests.equivalence compare OLD NEW` shows what differs. See README.md.
"""
