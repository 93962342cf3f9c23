"""The rules for names and prose of the package."""

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "psykavtal"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}

LONGEST_MODULE = 250
LONGEST_FIRST_LINE = 15

# Words of names and what to write instead.
WORDS = {
    r"told|untold|tells?|telling": "given, unknown",
    r"held": "available, match",
    r"said|say|says": "statement, answer",
    r"ways?": "interpretation, reading",
    r"turns|turning": "changes, depends",
    r"wanting|met|reckoned|aside": "missing, used, computed, rejected",
}
_WORD = re.compile("|".join(WORDS))
_QUESTION = re.compile(r"_*(?:what|that|whether|whom|how|where|whose)(?:_|$)")
# Names of the interface, and a key of county files.
NAMES = {"what_applies", "WhatApplies", "_what_applies", "ways_out", "where", "whose"}

# Phrases and what to write instead.
PHRASES = {
    r"told|tells?|telling": "given, known, states",
    r"untold": "unknown",
    r"held (?:against|of)|(?:is|are|be|not|we) held|hold .{1,30} against": "evaluate, match, available",
    r"said|says?": "is stated, states",
    r"ways? to read|(?:two|every|several) ways?|ways": "interpretation, reading",
    r"hangs? on|turns? on": "depends on",
    r"wanting": "missing",
    r"(?:is|are) no (?!longer|more)\w+|there (?:is|are) no(?:ne)?|(?:is|are) none": "unknown, invalid, not a",
    r"comes? to|what (?:is|was) met": "results in, is",
    r"reckoned": "computed",
    r"sets? aside": "rejected, disabled",
    r"as such|(?:and|or) the like|one another": "(leave out)",
}
_PHRASE = re.compile(rf"\b(?:{'|'.join(PHRASES)})\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.:;]\s+)((?:What|That|Whether|Whom|How|Where|Whatever|Whose)\b[^.?]*)(?![^.]*\?)")


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    """Every node of the tree, found once for all rules."""
    return tuple(ast.walk(tree(module)))


def docstrings(module: str) -> Iterator[tuple[int, str]]:
    for node in nodes(module):
        body = getattr(node, "body", None)
        for each in body if isinstance(body, list) else ():
            # Strings below a field or an alias are documentation too.
            if (
                isinstance(each, ast.Expr)
                and isinstance(each.value, ast.Constant)
                and isinstance(each.value.value, str)
            ):
                yield each.lineno, each.value.value


def texts(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts of several words, but for Swedish ones and docstrings."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.keyword) and node.arg == "sv":
        return
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "…" for part in node.values]
        yield node.lineno, "".join(map(str, parts))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
        yield node.lineno, node.value
    else:
        for each in ast.iter_child_nodes(node):
            yield from texts(each)


def comments(module: str) -> Iterator[tuple[int, str]]:
    source = MODULES[module].read_text("utf-8")
    if "#" not in source:
        return
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def messages(module: str) -> Iterator[tuple[int, str]]:
    """Texts given to errors, warnings and options of the command line."""
    for node in nodes(module):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = [each.value for each in node.keywords if each.arg in {"fault", "fix", "help", "epilog"}]
        if name.endswith(("Error", "Fault", "Warning")) or name in {"fault", "fail", "suggestion", "warn"}:
            given += node.args
        for each in given:
            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                yield each.lineno, each.value
            elif isinstance(each, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else "…" for part in each.values]
                yield each.lineno, "".join(map(str, parts))


def plain(text: str) -> str:
    """The text without examples, code and quotations."""
    without = re.sub(r"^\s*>>>.*?(?:\n\s*\n|\Z)", "\n", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`]*`|«[^»]*»|\"[^\"]*\"", "…", without)


def phrases(module: str) -> Iterator[str]:
    for line, text in (*docstrings(module), *texts(tree(module)), *comments(module)):
        for found in _PHRASE.finditer(" ".join(plain(text).split())):
            near = next(better for phrase, better in PHRASES.items() if re.fullmatch(phrase, found[0], re.IGNORECASE))
            yield f"{module}:{line}: {found[0]!r}; write: {near}"


def names(module: str) -> Iterator[tuple[int, str]]:
    """Names that a module defines: of functions, classes, parameters, variables and attributes."""
    for node in nodes(module):
        name = None
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                pass
            case ast.arg(arg=name) | ast.alias(asname=name) | ast.MatchAs(name=name) | ast.MatchStar(name=name):
                pass
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                pass
            case ast.ExceptHandler(name=name) | ast.MatchMapping(rest=name):
                pass
        if name is not None and name not in NAMES:
            yield getattr(node, "lineno", 1), name


def words(module: str) -> Iterator[str]:
    for line, name in names(module):
        parts = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
        for part in parts.split("_"):
            if _WORD.fullmatch(part):
                better = next(better for word, better in WORDS.items() if re.fullmatch(word, part))
                yield f"{module}:{line}: the name {name!r} has {part!r}; write: {better}"
        if _QUESTION.match(parts):
            yield f"{module}:{line}: the name {name!r} begins with a question word"


def openings(module: str) -> Iterator[str]:
    for line, text in (*docstrings(module), *messages(module)):
        for paragraph in re.split(r"\n\s*\n|\n\s+(?=\w+:)", plain(text)):
            for found in _OPENING.finditer(" ".join(paragraph.split())):
                yield f"{module}:{line}: a sentence begins with {found[1][:40]!r}"


def first_lines(module: str) -> Iterator[str]:
    for node in nodes(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = (ast.get_docstring(node) or "").partition("\n")[0]
            if len(first.split()) > LONGEST_FIRST_LINE:
                yield f"{module}: the first line has {len(first.split())} words: {first!r}"


def lengths(module: str) -> Iterator[str]:
    lines = len(MODULES[module].read_text("utf-8").splitlines())
    if lines > LONGEST_MODULE:
        yield f"{module}: has {lines} lines; at most {LONGEST_MODULE}"


PER_MODULE = {"name": words, "phrase": phrases, "opening": openings, "first-line": first_lines, "length": lengths}


def shared_module_names() -> list[str]:
    names = Counter(Path(each).stem for each in MODULES)
    # A package is a module too, with the name of its folder.
    names.update(path.parent.name for each, path in MODULES.items() if path.name == "__init__.py" and "/" in each)
    return [f"modules named {name!r}: {count}" for name, count in names.items() if count > 1 and name != "__init__"]


def shared_class_names() -> list[str]:
    places: dict[str, list[str]] = {}
    for module in MODULES:
        for node in tree(module).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(module)
    return [f"class {name} is in {' and '.join(each)}" for name, each in places.items() if len(each) > 1]


def broken(rule: str) -> list[str]:
    """What breaks a rule."""
    if rule == "module-name":
        return shared_module_names()
    if rule == "class-name":
        return shared_class_names()
    return [each for module in MODULES for each in PER_MODULE[rule](module)]


RULES = (*PER_MODULE, "module-name", "class-name")
