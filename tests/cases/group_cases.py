"""Cases that are in the target group, outside it, or undecided, with the facts that decide."""

MAIN = "jonkoping-2025.target-group.main"
KIN = "jonkoping-2025.target-group.kin"
CLAUSE = "dalarna-direktiv-2020.target-group.agreement"
NEEDS = "+psychiatric-condition +needs-region +needs-municipality"
JONKOPING = ("Jönköping", {})
DALARNA = ("Falun", {})
JAMTLAND = ("Åre", {})
OLDER = ("Åre", {"document": "jamtland-2021"})


def facts_of(facts):
    """Facts as people would jot them down: +so -not-so."""
    return {each[1:]: each[0] == "+" for each in facts.split()}


SETTLED = [
    # place, age, facts, verdict, the clauses that decide
    (JONKOPING, 17, f"{NEEDS} -next-of-kin", False, [MAIN, KIN]),
    (JONKOPING, 19, f"{NEEDS} -next-of-kin", True, [MAIN]),
    (JONKOPING, 19, NEEDS, True, [MAIN]),
    (JONKOPING, 19, f"{NEEDS} +next-of-kin", True, [MAIN]),
    (JONKOPING, 90, f"{NEEDS} +inpatient", True, [MAIN]),
    (JONKOPING, 30, "-needs-region -next-of-kin", False, [MAIN, KIN]),
    (JONKOPING, None, "-psychiatric-condition -next-of-kin", False, [MAIN, KIN]),
    (JONKOPING, 30, "+next-of-kin", True, [KIN]),
    (JONKOPING, 19, "+next-of-kin -psychiatric-condition", True, [KIN]),
    (DALARNA, 17, "", False, [CLAUSE]),
    (DALARNA, 18, "+psychiatric-disability", True, [CLAUSE]),
    (DALARNA, 90, "-psychiatric-disability", False, [CLAUSE]),
    (JAMTLAND, 3, "+psychiatric-disability +coordinated +simultaneous", True, ["jamtland-2025.target-group.main"]),
    (JAMTLAND, None, "+psychiatric-disability +coordinated +simultaneous", True, ["jamtland-2025.target-group.main"]),
    (JAMTLAND, 50, "+psychiatric-disability -coordinated", False, ["jamtland-2025.target-group.main"]),
    (OLDER, 3, "+psychiatric-disability", True, ["jamtland-2021.target-group.main"]),
    (OLDER, None, "+next-of-kin", True, ["jamtland-2021.target-group.kin"]),
    (
        OLDER,
        40,
        "-psychiatric-disability -next-of-kin",
        False,
        ["jamtland-2021.target-group.main", "jamtland-2021.target-group.kin"],
    ),
]

OPEN = [
    # place, age, facts, what would decide
    (JONKOPING, None, "", "psychiatric-condition needs-region needs-municipality age next-of-kin"),
    (JONKOPING, None, f"{NEEDS} -next-of-kin", "age"),
    (JONKOPING, 19, "+needs-region -next-of-kin", "psychiatric-condition needs-municipality"),
    (JONKOPING, 19, "-needs-region", "next-of-kin"),
    (DALARNA, 18, "", "psychiatric-disability"),
    (DALARNA, None, "+psychiatric-disability", "age"),
    (JAMTLAND, 3, "+psychiatric-disability", "coordinated simultaneous"),
    (JAMTLAND, None, "+coordinated", "psychiatric-disability simultaneous"),
    (OLDER, None, "", "psychiatric-disability next-of-kin"),
    (OLDER, None, "-psychiatric-disability", "next-of-kin"),
]
