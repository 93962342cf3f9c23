"""The rows of the tables of Norrvik, an invented county."""

import pytest

DAY = "2024-01-10"


def rows(counties, name, *columns, lang="sv", on=DAY, **equal):
    found = counties.table(name, lang=lang, on=on).to_records()
    kept = [each for each in found if all(each[key] == value for key, value in equal.items())]
    return [tuple(each[column] for column in columns) for each in kept]


def test_an_ambiguous_age_has_a_row_for_each_reading(norrvik):
    columns = ("ages", "at_least", "below", "words", "reading", "status_id")
    assert rows(norrvik, "ages", *columns, provision_id="norrvik-2023.target-group.children") == [
        ("0–17", 0, 18, "upp till 18 år", "Till 18-årsdagen: den som är 18 är inte med.", "ambiguous"),
        ("0–18", 0, 19, "upp till 18 år", "Till och med 18 år.", "ambiguous"),
    ]
    assert rows(norrvik, "ages", *columns, provision_id="norrvik-2023.target-group.all-ages") == [
        ("alla åldrar", 0, None, "i alla åldrar", None, "stated")
    ]


def test_the_fields_of_a_provision_are_in_words(norrvik):
    assert rows(norrvik, "provisions", "value", "details", provision_id="norrvik-2023.relation.tln", lang="en") == [
        (
            "is lifted to Tjänstepersonsledningen Norrvik (TLN)",
            [
                "relation: is lifted to",
                "from: lokal samverkansgrupp (not named)",
                "to: Tjänstepersonsledningen Norrvik (TLN)",
                "on: continued disagreement",
            ],
        )
    ]


def test_a_relation_without_a_source_starts_nowhere(norrvik):
    columns = ("source", "relation", "target", "trigger_id")
    assert rows(norrvik, "relations", *columns, provision_id="norrvik-2023.relation.deviation") == [
        (
            None,
            "lyfts till",
            "lokal samverkansgrupp (namnges inte)",
            ["deviation", "disagreement", "interpretation-needed"],
        )
    ]


def test_a_link_has_the_document_and_its_availability(norrvik):
    columns = ("link", "link_type", "is_available", "relation")
    assert rows(norrvik, "links", *columns, provision_id="norrvik-2023.linked-agreement.bilaga-7") == [
        ("Bilaga 7 (palliativ vård)", "överenskommelse", False, None)
    ]
    assert rows(norrvik, "links", *columns, provision_id="norrvik.document-relation.replaces") == [
        ("överenskommelsen från 2011-xx-xx", "överenskommelse", False, "ersätter")
    ]


def test_a_body_that_no_provision_describes_has_a_row(norrvik):
    columns = ("body", "body_type", "side", "level", "is_named", "document", "members")
    assert rows(norrvik, "bodies", *columns, body_id="regionfullmaktige") == [
        ("regionfullmäktige", "beslutande församling", "regional", "politisk", True, None, [])
    ]
    (council,) = rows(norrvik, "bodies", "members", "document_id", "other_names", body_id="psn")
    assert council == (
        ["presidiet i regionens hälso- och sjukvårdsnämnd", "presidierna i kommunernas socialnämnder"],
        "norrvik-2023",
        ["PSN"],
    )


def test_dates_have_what_they_are_the_day_of(norrvik):
    columns = ("field", "date", "earliest", "latest")
    found = rows(norrvik, "dates", *columns, lang="en", provision_id="norrvik.validity.main")
    assert [(field, date) for field, date, *_ in found] == [
        ("Statements on validity: first day", "2023-04-01"),
        ("Statements on validity: last day", "2026-03-31"),
    ]
    assert rows(norrvik, "dates", "field", lang="en", provision_id=None) == [
        ("read in full",),
        ("changes looked for until",),
    ]


def test_the_verdict_follows_the_day(norrvik):
    for on, verdict in (("2024-01-10", "in-force"), ("2023-03-31", "not-in-force")):
        found = rows(norrvik, "documents", "in_force_id", document_id="norrvik-2023", on=on)
        assert found == [(verdict,)]


@pytest.mark.parametrize(("lang", "status"), [("sv", "tyst"), ("en", "silent")])
def test_silences_have_the_question(norrvik, lang, status):
    found = rows(norrvik, "silences", "status", "topic_id", "question", lang=lang, topic_id="sip.purpose")
    assert [each[:2] for each in found] == [(status, "sip.purpose")]
    assert found[0][2].endswith("?")


def test_the_comparison_has_a_row_for_each_topic(norrvik):
    found = rows(norrvik, "comparison", "short", "status_id", "verdict_id", topic_id="target-group.age")
    assert found == [("0–17 / 0–18, 0–20 + 2 ?", "stated", "not-comparable")]
