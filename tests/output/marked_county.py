"""The files of a county with a mark on every wording."""

MARKED_COUNTY = """\
[county]
id = "varmland"
code = "17"
name = "Värmland"
region = "Region Värmland"

[county.municipalities]
"1780" = "Karlstad"

[content]
avtal-2024 = "2024.toml"

[agreement.avtalet]
names = ["Namnet"]

[body.radet]
names = ["Namn A"]
unnamed = true

[body.b]
names = ["Namn B"]

[service.tjanst]
names = ["Namn C"]

[document.annat]
names = ["Namn D"]
type = "routine"
unnamed = true

[document.avtal-2024]
names = ["Namn E"]
unnamed = true
type = "agreement"
edition_of = "avtalet"
read_on = 2026-01-01
checked_until = 2025-01-01

[document.avtal-2024.text.ren]
file = "avtal.txt"
digest = "sha256:00"

[document.avtal-2024.text.ren.sections]
malgrupp = "Citat"

[validity.avtal-2024]
answers = ["validity.start", "validity.end"]
about = "avtal-2024"
passage = "avtal-2024/ren/Citat: Citat ett"
start = 2024-03-01
until_further_notice = true
follows_by = "start-is-decision-day"
sv = "SVTEXT a."
en = "ENTEXT a."
remark.b = { kind = "context", sv = "SVTEXT b.", en = "ENTEXT b." }
"""

WORDS = 'sv = "SVTEXT {0}."\nen = "ENTEXT {0}."\nremark.n = {{ kind = "context", sv = "SVTEXT n{0}.", en = "ENTEXT n{0}." }}\n'

READ = """[{0}.reading.zzfirst]
why = {{ sv = "SVTEXT r1.", en = "ENTEXT r1." }}
{1}
[{0}.reading.zzsecond]
why = {{ sv = "SVTEXT r2.", en = "ENTEXT r2." }}
{2}
"""

AGES = """age = { words = "citat", reading.zzyoung = { from = 18, why = { sv = "SVTEXT r3.", en = "ENTEXT r3." } },\
 reading.zzold = { from = 19, why = { sv = "SVTEXT r4.", en = "ENTEXT r4." } } }
"""

MARKED_DOCUMENT = "".join(
    [
        'document = "avtal-2024"\n',
        '[target-group.main]\nanswers = ["target-group.who", "target-group.age"]\npassage = "Citat: Citat två"\n',
        'who = ["needs-region", "psychiatric-disability"]\n' + AGES + WORDS.format(1),
        '[service-ages.s]\nanswers = ["services.ages"]\npassage = "Citat: Citat tre"\nservice = "tjanst"\n',
        AGES + WORDS.format(2),
        '[relation.up]\nanswers = ["disagreement.first-step"]\npassage = "Citat: Citat fyra"\nrelation = "escalates-to"\n',
        'target = "radet"\ntrigger = ["disagreement"]\nwhen = "child"\n' + WORDS.format(3),
        READ.format("relation.up", 'sources = ["b"]', 'modality = "duty"'),
        '[relation.over]\nanswers = ["deviation.handling"]\npassage = "Citat: Citat fem"\nrelation = "hands-over-to"\n',
        'target = "annat"\ntrigger = ["deviation"]\n' + WORDS.format(4),
        '[interim-responsibility.i]\nanswers = ["disagreement.interim"]\npassage = "Citat: Citat sex"\nbearer = "need-noticed"\n',
        WORDS.format(5),
        READ.format("interim-responsibility.i", 'ends_when = "disagreement-solved"', 'ends_when = "otherwise-agreed"'),
        '[linked-agreement.l]\nanswers = ["links.agreements"]\npassage = "Citat: Citat sju"\nlink = "annat"\nwhen = "discharge"\n',
        WORDS.format(6),
        '[responsibility.r]\nanswers = ["responsibility.region"]\npassage = "Citat: Citat åtta"\nbearer = "region"\n',
        'when = { any = ["discharge", { not = "inpatient" }] }\n' + WORDS.format(7),
        '[responsibility.sip]\nanswers = ["sip.convener"]\npassage = "Citat: Citat nio"\nbearer = "joint"\n'
        + WORDS.format(8),
        '[participation-ladder.t]\nanswers = ["participation.ladder"]\npassage = "Citat: Citat tio"\n',
        'rungs = [{ grade = { words = "Ord", certainty = "restored" }, meaning = { certainty = "unreadable" },',
        ' verb = { words = "Ord", certainty = "unreadable" } }]\n' + WORDS.format(9),
        '[silence."sip.offer"]\nnear = "Citat: Citat elva"\n',
        'remark.s = { kind = "not-stated", sv = "SVTEXT s.", en = "ENTEXT s." }\n',
    ]
)
