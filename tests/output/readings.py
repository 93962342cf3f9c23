"""Texts by which output marks readings."""

DAY = "2026-01-10"

HEADING = {"sv": "Läsning: ", "en": "Reading: "}


def _readings(lines, lang):
    """The text under each heading of a reading, without the heading: one for each group of headings."""
    groups, after_heading = [], False
    for line in lines:
        if line.strip().startswith(HEADING[lang]):
            if not after_heading:
                groups.append([])
            after_heading = True
        elif groups:
            groups[-1].append(line)
            after_heading = False
    return ["\n".join(each) for each in groups]


def _editions(counties):
    for county in counties.values():
        for document in county.documents:
            if document.is_available:
                yield county.document(document.id, on=DAY)
