"""Two editions of an invented agreement, with a difference of each kind."""

from tests.counties import COUNTY

RECORD = (
    COUNTY
    + """\
[content]
avtal-2020 = "2020.toml"
avtal-2024 = "2024.toml"

[agreement.avtalet]
names = ["avtalet"]

[body.radet]
names = ["Rådet"]

[body.namnden]
names = ["Nämnden"]

[document.planen]
names = ["Planen"]
type = "plan"

"""
    + "".join(
        f"""\
[document.avtal-{year}]
names = ["Avtalet {year}"]
type = "agreement"
edition_of = "avtalet"
read_on = 2026-01-01
checked_until = 2026-01-01

[document.avtal-{year}.text.ren]
file = "avtal-{year}.txt"
digest = "sha256:00"

[document.avtal-{year}.text.ren.sections]
malgrupp = "Målgrupp"
ansvar = "{heading}"
oenighet = "Oenighet"

[dating.written-{year}]
about = "avtal-{year}"
passage = "avtal-{year}/ren/Målgrupp: Skriven {year}"
earliest = {year}-01-01
latest = {year}-12-31
sv = "Skriven {year}."

"""
        for year, heading in (("2020", "Ansvar"), ("2024", "Ansvarsfördelning"))
    )
)

FIRST = """\
document = "avtal-2020"
silent_on = ["sip.offer", "sip.consent"]

[target-group.main]
answers = ["target-group.who", "target-group.age"]
passage = "Målgrupp: Personer från … båda huvudmännen"
who = ["needs-region", "needs-municipality"]
age = { words = "från 18 år", from = 18 }
verb = "omfattar"
sv = "Den som är minst 18 år och behöver båda huvudmännen."

[responsibility.transport]
answers = ["responsibility.region"]
passage = "Ansvar: Regionen ska ordna … besök på mottagningen"
bearer = "region"
verb = "ska"
sv = "Regionen ordnar sjukresor till besök på mottagningen."

[responsibility.interpreter]
answers = ["responsibility.each"]
passage = "Ansvar: Tolk bokas … vid behov"
bearer = "each"
verb = "bokas"
sv = "Tolk bokas av var och en när det behövs."
remark.who = { kind = "not-stated", sv = "Vem betalar tolken?", en = "Who pays the interpreter?" }

[statement.kin]
answers = ["kin.support"]
passage = "Ansvar: Anhöriga erbjuds samtal … varje år"
verb = "erbjuds"
sv = "Anhöriga erbjuds ett samtal varje år."

[statement.respect]
answers = ["aims.values"]
passage = "Oenighet: Parterna visar … respekt"
verb = "visar"
sv = "Parterna visar ömsesidig respekt för yrkeskunskap."

[relation.up]
answers = ["disagreement.first-step"]
passage = "Oenighet: Frågan ska … i Rådet"
relation = "escalates-to"
target = "radet"
trigger = ["disagreement"]
verb = "ska"
sv = "Oenighet lyfts i Rådet."
"""

SECOND = """\
document = "avtal-2024"
silent_on = ["kin.support", "sip.consent"]

[target-group.main]
answers = ["target-group.who", "target-group.age"]
passage = "Målgrupp: Personer från … båda huvudmännen"
who = ["needs-region", "needs-municipality"]
age = { words = "från 16 år", from = 16 }
verb = "omfattar"
sv = "Den som är minst 16 år och behöver båda huvudmännen."

[responsibility.transport]
answers = ["responsibility.municipality"]
passage = "Ansvarsfördelning: Kommunen bör ordna … besök på mottagningen"
bearer = "municipality"
verb = "bör"
sv = "Kommunen ordnar sjukresor till besök på mottagningen."

[responsibility.interpreter]
answers = ["responsibility.each"]
passage = "Ansvarsfördelning: Tolk bokas … vid behov"
bearer = "each"
verb = "bokas"
sv = "Tolk bokas av var och en när det behövs."
remark.who = { kind = "not-stated", sv = "Vem betalar för tolken?", en = "Who pays for the interpreter?" }
remark.when = { kind = "not-stated", sv = "Hur lång tid i förväg?", en = "How long before?" }

[statement.offer]
answers = ["sip.offer"]
passage = "Ansvarsfördelning: SIP erbjuds … flera insatser"
verb = "erbjuds"
sv = "SIP erbjuds den som får flera insatser."

[statement.respect]
answers = ["aims.values"]
passage = "Målgrupp: Parterna visar … respekt"
verb = "visar"
sv = "Parterna visar ömsesidig respekt för yrkeskunskap."

[relation.up]
answers = ["disagreement.first-step"]
passage = "Oenighet: Frågan ska … i Nämnden"
relation = "escalates-to"
target = "namnden"
trigger = ["disagreement"]
verb = "ska"
sv = "Oenighet lyfts i Nämnden."
"""
