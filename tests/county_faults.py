"""Faults that a county file can have, one by one, and how each is to be told."""

import attrs


@attrs.frozen
class Case:
    """`old` is replaced by `new`, and the fault is to be told so; `line` is the text of its line."""

    old: str
    new: str
    table: str
    key: str
    line: str
    value: str = ""
    fix: str = ""


# fmt: off
AT = 'passage = "Målgrupp: Personer från … båda huvudmännen"'
AGE = 'age = { words = "från 18 år", from = 18 }'
WHO = 'who = ["needs-region", "needs-municipality"]'
MAIN = "target-group.main"
UP = "[relation.up]"
SILENCE = '[silence."sip.consent"]\n'

IN_DOCUMENT = {
    "a misspelt key": Case('verb = "ska"', 'vreb = "ska"', "relation.up", "vreb", "vreb", fix="'verb'"),
    "a misspelt table": Case("[relation.up]", "[relatoin.up]", "relatoin", "", "[relatoin.up]", fix="'relation'"),
    "text for a number": Case(AGE, AGE.replace("= 18", '= "18"'), MAIN, "age", "age = {", value="'18'"),
    "true for a number": Case(AGE, AGE.replace("= 18", "= true"), MAIN, "age", "age = {", value="True"),
    "a fraction for a number": Case(AGE, AGE.replace("= 18", "= 1.0"), MAIN, "age", "age = {", value="1.0"),
    "a negative age": Case(AGE, AGE.replace("= 18", "= -1"), MAIN, "age.from", "age = {"),
    "an age that nobody has": Case(AGE, AGE.replace("18 }", "18, below = 18 }"), MAIN, "age", "age = {", fix="exceed"),
    "an age limit without words": Case(AGE, "age = { from = 18 }", MAIN, "age", "age = {", fix="words"),
    "an age limit without an age": Case(AGE, 'age = { words = "vuxen" }', MAIN, "age", "age = {", fix="number = false"),
    "an age by a number and a fact": Case(AGE, AGE.replace("18 }", '18, fact = "adult" }'), MAIN, "age", "age = {", fix="words"),
    "an age of a fact that there is none of": Case(AGE, 'age = { words = "vuxna", fact = "adlut" }', MAIN, "age", "age = {", value="'adlut'", fix="'adult'"),
    "a misspelt key of an age limit": Case(AGE, AGE.replace("from =", "form ="), MAIN, "age", "age = {", fix="from"),
    "text for all ages": Case(AGE, 'age = { words = "alla", all = "ja" }', MAIN, "age", "age = {", value="'ja'"),
    "text for no number": Case(AGE, AGE.replace("18 }", '18, number = "nej" }'), MAIN, "age", "age = {", value="'nej'"),
    "a lone reading of an age": Case(AGE, 'age = { words = "x", reading.a = { from = 1, why = { sv = "x" } } }', MAIN, "age", "age = {", fix="two"),
    "readings of an age that are no tables": Case(AGE, 'age = { words = "x", reading = { a = 1, b = 2 } }', MAIN, "age", "age = {", fix="why"),
    "a number for text": Case('verb = "ska"', "verb = 5", "relation.up", "verb", "verb = 5", value="5"),
    "a number for a wording": Case('sv = "Oen', 'sv = 5 #"Oen', "relation.up", "sv", "sv = 5", value="5"),
    "no Swedish wording": Case('sv = "Oen', 'en = "Oen', "relation.up", "sv", "[relation.up]"),
    "an empty wording": Case('sv = "Oenighet lyfts i Rådet."', 'sv = ""', "relation.up", "sv", 'sv = ""'),
    "a topic there is none of": Case("target-group.age", "target-group.aeg", MAIN, "answers", '"target-group.aeg"', value="'target-group.aeg'", fix="target-group.age"),
    "no topic": Case('answers = ["disagreement.first-step"]\n', "", "relation.up", "answers", "[relation.up]"),
    "topics that are text": Case('["disagreement.first-step"]', '"disagreement.first-step"', "relation.up", "answers", 'answers = "dis', fix="[...]"),
    "no topic in the list": Case('["disagreement.first-step"]', "[]", "relation.up", "answers", "answers = []"),
    "a topic given twice": Case('["disagreement.first-step"]', '["sip.use", "sip.use"]', "relation.up", "answers", 'answers = ["sip', value="['sip.use', 'sip.use']"),
    "text for a list": Case('["disagreement"]', '"disagreement"', "relation.up", "trigger", "trigger =", fix="[...]"),
    "a body there is none of": Case('target = "radet"', 'target = "radte"', "relation.up", "target", "target =", value="'radte'", fix="'radet'"),
    "an occasion there is none of": Case('["disagreement"]', '["disagrement"]', "relation.up", "trigger", "trigger =", fix="'disagreement'"),
    "a fact there is none of": Case(WHO, 'who = "needs-regoin"', MAIN, "who", "who =", fix="'needs-region'"),
    "a condition of two words": Case(WHO, 'who = { not = "child", any = ["sami"] }', MAIN, "who", "who =", fix="any"),
    "all of a list, with a word": Case(WHO, 'who = { all = ["child", "sami"] }', MAIN, "who", "who =", fix="[...] if all"),
    "a condition of nothing": Case(WHO, "who = []", MAIN, "who", "who =", fix="Write a fact"),
    "a value that is none of its kind": Case('"escalates-to"', '"escalate-to"', "relation.up", "relation", "relation =", value="'escalate-to'", fix="'escalates-to'"),
    "a modality that there is none of": Case('verb = "ska"', 'modality = "must"', "relation.up", "modality", "modality", value="'must'", fix="duty"),
    "no citation": Case(f"{AT}\n", "", MAIN, "passage", "[target-group.main]"),
    "an empty list of citations": Case(AT, "passage = []", MAIN, "passage", "passage = []"),
    "a number for a citation": Case(AT, "passage = 5", MAIN, "passage", "passage = 5", value="5", fix="first words"),
    "a citation of another form": Case(AT, 'passage = "Personer"', MAIN, "passage", 'passage = "Pers', fix="first words"),
    "a section that is not declared": Case(AT, AT.replace("Målgrupp:", "Målgrup:"), MAIN, "passage", 'passage = "Målgrup:', fix="'Målgrupp'"),
    "a text that is not declared": Case(AT, AT.replace("Målgrupp:", "rne/Målgrupp:"), MAIN, "passage", 'passage = "rne/', fix="'ren'"),
    "a document that is not declared": Case(AT, AT.replace("Målgrupp:", "avtal-2042/ren/Målgrupp:"), MAIN, "passage", 'passage = "avtal-2042/', fix="'avtal-2024'"),
    "an id given as such": Case('verb = "ska"', 'id = "x"', "relation.up", "id", "id ="),
    "citations given as such": Case('verb = "ska"', "citations = []", "relation.up", "citations", "citations", fix="passage"),
    "a rule there is none of": Case('verb = "ska"', 'follows_by = "start-is-decison-day"', "relation.up", "follows_by", "follows_by", fix="'start-is-decision-day'"),
    "a contradiction by nothing": Case('verb = "ska"', 'contradicted_by = ["avtal-2024.relation.pu"]', "relation.up", "contradicted_by", "contradicted", fix="avtal-2024.relation.up"),
    "one lone reading": Case('verb = "ska"', 'reading.a = { target = "radet", why = { sv = "x" } }', "relation.up", "reading", "reading.a", fix="two"),
    "a silence on no topic": Case('"sip.convener"', '"sip.convenor"', "silent_on", "", "silent_on =", value="'sip.convenor'", fix="'sip.convener'"),
    "a silence where something is said": Case('"sip.convener"', '"target-group.who"', "silent_on", "", "silent_on =", value="'target-group.who'"),
    "a silence of another topic than its own": Case(UP, f'{SILENCE}topic = "sip.use"\n{UP}', "silence.sip.consent", "topic", 'topic = "sip.use"'),
    "nothing cited as left out": Case(UP, '[omission.a]\nreason = "heading"\n[relation.up]', "omission.a", "passage", "[omission.a]", fix="passages"),
    "left out for a reason there is none of": Case(UP, '[omission.a]\npassage = "Målgrupp: Personer från"\nreason = "headings"\n[relation.up]', "omission.a", "reason", "reason", value="'headings'", fix="'heading'"),
    "a misspelt key of what is left out": Case(UP, '[omission.a]\npassage = "Målgrupp: Personer från"\nreason = "heading"\nwhy = "x"\n[relation.up]', "omission.a", "why", "why"),
    "a passage left out of no section": Case(UP, '[omission.a]\npassage = "Målgrup: Personer från"\nreason = "heading"\n[relation.up]', "omission.a", "passage", 'passage = "Målgrup:', fix="'Målgrupp'"),
    "a misspelt key of a silence": Case(UP, f'{SILENCE}naer = "x"\n{UP}', "silence.sip.consent", "naer", "naer", fix="near"),
    "a silence given twice": Case(UP, f'[silence."sip.convener"]\nnear = "Målgrupp: Personer från"\n{UP}', "silent_on", "", "silent_on =", value="'sip.convener'"),
    "a silence without keys": Case(UP, f"{SILENCE}{UP}", "silence.sip.consent", "", "[silence", fix="silent_on"),
    "text for the silences": Case('["sip.convener"]', '"sip.convener"', "silent_on", "", "silent_on =", value="'sip.convener'", fix="[...]"),
    "a review there is none of": Case("silent_on", 'review = "reraed"\nsilent_on', "review", "", "review =", value="'reraed'", fix="'reread'"),
    "a review that is the default": Case('verb = "ska"', 'review = "read-once"', "relation.up", "review", "review =", fix="Leave it out"),
    "a review for all that is the default": Case("silent_on", 'review = "read-once"\nsilent_on', "review", "", "review =", fix="Leave it out"),
    "a day that is the document's": Case('verb = "ska"', "read_on = 2026-01-01", "relation.up", "read_on", "read_on =", fix="Leave it out"),
    "a day for all that is the document's": Case("silent_on", "read_on = 2026-01-01\nsilent_on", "read_on", "", "read_on =", fix="Leave it out"),
    "text for the day of all": Case("silent_on", 'read_on = "2026"\nsilent_on', "read_on", "", "read_on =", fix="without quotes"),
    "a section by its id": Case(AT, AT.replace("Målgrupp:", "malgrupp:"), MAIN, "passage", 'passage = "malgrupp', fix="Write its heading, 'Målgrupp'"),
    "the old name of a passage": Case(AT, AT.replace("passage", "at"), MAIN, "at", "at =", fix="'passage'"),
    "the old name of the topic": Case('answers = ["disagreement.first-step"]', 'topic = "disagreement.first-step"', "relation.up", "topic", "topic =", fix="'answers'"),
    "the old name of further topics": Case('verb = "ska"', 'also = ["sip.use"]', "relation.up", "also", "also =", fix="'answers'"),
    "the old name of a passage left out": Case(UP, f'[omission.a]\nat = "Målgrupp: Personer från"\nreason = "heading"\n{UP}', "omission.a", "at", "at =", fix="'passage'"),
    "another document": Case('document = "avtal-2024"', 'document = "avtal-2042"', "document", "", "document =", fix="'avtal-2024'"),
    "a list for a kind": Case("[relation.up]", "[[relation]]", "relation", "", "[[relation]]", fix="[relation.name]"),
}

BEGINS = "start = 2024-03-01"
IN_COUNTY = {
    "a misspelt key of the county": Case("region =", "regoin =", "county", "regoin", "regoin", fix="'region'"),
    "a key of the county too few": Case('name = "Värmland"\n', "", "county", "name", "[county]"),
    "a number for a code": Case('code = "17"', "code = 17", "county", "code", "code = 17", value="17"),
    "a code of another form": Case('"1785"', '"785"', "county.municipalities", "785.code", '"785"'),
    "an id with a capital": Case('"varmland"', '"Varmland"', "county", "id", "id ="),
    "a misspelt key of a body": Case('type = "council"', 'typ = "council"', "body.radet", "typ", "typ =", fix="'type'"),
    "a body of no type": Case('"council"', '"counsil"', "body.radet", "type", 'type = "counsil"', fix="'council'"),
    "a body without a name": Case('["Rådet"]', "[]", "body.radet", "names", "names = []"),
    "a table there is none of": Case("[body.radet]", "[bodies.radet]", "bodies", "", "[bodies.radet]", fix="body"),
    "a body that is no table": Case("[body.radet]", "[body]\nx = 1\n[body.radet]", "body.x", "", "x = 1"),
    "an edition of nothing": Case('edition_of = "avtalet"', 'edition_of = "avtalt"', "document.avtal-2024", "edition_of", "edition_of", fix="'avtalet'"),
    "a municipality there is none of": Case('edition_of = "avtalet"', 'covers = ["1784"]', "document.avtal-2024", "covers", "covers", value="'1784'", fix="'1785'"),
    "text for a day": Case("read_on = 2026-01-01", 'read_on = "2026-01-01"', "document.avtal-2024", "read_on", "read_on", fix="without quotes"),
    "a text that is no table": Case("[document.avtal-2024.text.ren]", "[document.avtal-2024.text]\nx = 5\n[document.avtal-2024.text.ren]", "document.avtal-2024.text.x", "", "x = 5"),
    "a text without a digest": Case('digest = "sha256:00"\n', "", "document.avtal-2024.text.ren", "digest", "[document.avtal-2024.text.ren]"),
    "a date without its century": Case(BEGINS, 'start = "24-03-01"', "validity.avtal-2024", "start", "start =", value="'24-03-01'", fix="2025-07-01"),
    "a day that is not in the calendar": Case(BEGINS, 'start = "2023-02-29"', "validity.avtal-2024", "start", "start ="),
    "a number for a date": Case(BEGINS, "start = 2024", "validity.avtal-2024", "start", "start =", value="2024"),
    "a number for the words of a date": Case(BEGINS, 'start = { edtf = "2024", words = 5 }', "validity.avtal-2024", "start", "start ="),
    "an end before its start": Case("until_further_notice = true", "end = 2024-02-29", "validity.avtal-2024", "end", "end =", value="2024-02-29"),
    "a number for true": Case("until_further_notice = true", "until_further_notice = 1", "validity.avtal-2024", "until_further_notice", "until_further_notice"),
    "provisions about nothing": Case('about = "avtal-2024"', 'about = "avtal-2042"', "validity.avtal-2024", "about", "about", fix="'avtal-2024'"),
    "a kind that a county file has not": Case("[validity.avtal-2024]", "[responsibility.x]", "responsibility", "", "[responsibility.x]"),
    "a content of no document": Case("avtal-2024 = ", "avtal-2042 = ", "content", "avtal-2042", "avtal-2042 =", fix="'avtal-2024'"),
    "a number for a file": Case('"2024.toml"', "2024", "content", "avtal-2024", "avtal-2024 = 2024"),
    "a file that there is none of": Case('"2024.toml"', '"2042.toml"', "content", "avtal-2024", "avtal-2024 ="),
    "both a county and an addition": Case("[content]", '[adds-to]\ncounty = "23"\n[content]', "county", "", "[county]"),
    "an event without its prefix": Case("[body.radet]", '[event.beslut]\nlabel = { sv = "x" }\nquestion = { sv = "x" }\n[body.radet]',
        "event.beslut", "", "[event.beslut]", fix="varmland:beslut"),
}
# fmt: on
