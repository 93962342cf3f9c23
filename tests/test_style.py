"""Names and prose of the package follow the rules of style."""

import pytest

from tests.style_rules import MODULES, PER_MODULE, RULES, broken, nodes, tree


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES)
def test_rule(rule):
    faults = broken(rule)
    assert not faults, "\n".join(sorted(faults))


@pytest.mark.parametrize(
    ("rule", "code", "faults"),
    [
        ("phrase", '"""Return what is told."""', 1),
        ("phrase", 'raise ValueError("there is no such day")', 1),
        ("phrase", 'raise ValueError(f"{x}: is no day")', 1),
        ("phrase", '"""Return the facts given, as in `is_told`."""', 0),
        ("phrase", 'x = "this is what it says"', 1),
        ("phrase", 'x = Wording(sv="det sägs", en="it is said")', 1),
        ("phrase", 'x = Wording(sv="a way to read", en="a reading")', 0),
        ("phrase", "x = 1  # the facts that are told", 1),
        ("phrase", "x = 1  # the facts that are given", 0),
        ("name", "def tell_all(): ...", 1),
        ("name", "async def f(told): ...", 1),
        ("name", "def f(*ways, **held): ...", 2),
        ("name", "class ToldFacts: ...", 1),
        ("name", "class A:\n    said: str", 1),
        ("name", "self.reckoned = 1", 1),
        ("name", "for way in x: ...", 1),
        ("name", "x = [1 for _, told in y]", 1),
        ("name", "if (told := 1): ...", 1),
        ("name", "import x as told", 1),
        ("name", "match x:\n    case A(b=told): ...", 1),
        ("name", "def what(): ...", 1),
        ("name", "whether_it_is = 1", 1),
        ("name", "x = y.told(said=1)", 0),
        ("name", "methods = always = 1", 0),
        ("opening", '"""Whether it is valid."""', 1),
        ("opening", '"""Return it. What is open stays open."""', 1),
        ("opening", 'raise ValueError("x: unknown. What did you mean?")', 0),
        ("opening", '"""Return the day that was given."""', 0),
        ("first-line", f'"""Return {"one " * 15}"""', 1),
        ("first-line", f'"""Return {"one " * 14}"""', 0),
        ("length", "x = 1\n" * 251, 1),
        ("length", "x = 1\n" * 250, 0),
    ],
)
def test_rule_finds_a_fault(monkeypatch, tmp_path, rule, code, faults):
    path = tmp_path / "example.py"
    path.write_text(code, encoding="utf-8")
    monkeypatch.setitem(MODULES, "example.py", path)
    tree.cache_clear()
    nodes.cache_clear()

    assert len(list(PER_MODULE[rule]("example.py"))) == faults
    tree.cache_clear()
    nodes.cache_clear()
