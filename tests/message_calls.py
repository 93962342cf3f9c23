"""Every message of the package, as its source has it.

A message is a call of `Message` with a template in English and one in Swedish. `Message.written` joins complete texts
of other messages and has no template.
"""

import ast
import re
import string
from collections.abc import Iterator

import attrs

from psykavtal import errors
from tests.style_rules import MODULES, tree

ERRORS = {
    name
    for name, each in vars(errors).items()
    if isinstance(each, type) and issubclass(each, errors.PsykavtalError | Warning)
} | {"Fault", "FieldFault", "UnresolvedError", "NoMemberError"}


@attrs.frozen
class MessageCall:
    """One call of `Message`: its place, its templates and the names of its parameters."""

    place: str
    en: str
    sv: str
    parameters: frozenset[str]


def message_calls() -> Iterator[MessageCall]:
    """Every call of `Message`.

    Raises:
        TypeError: a template is not written out, or a parameter not named.
    """
    # To parse and to walk a module takes longer than to look whether its text has the name.
    for module in (name for name, path in MODULES.items() if "Message" in path.read_text("utf-8")):
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
                yield message_call(f"{module}:{node.lineno}", node)


def message_call(place: str, node: ast.Call) -> MessageCall:
    given = {each.arg: each.value for each in node.keywords}
    templates = {lang: given.pop(lang, None) for lang in ("en", "sv")}
    texts = {lang: each.value for lang, each in templates.items() if isinstance(each, ast.Constant)}
    if node.args or None in given or not all(isinstance(texts.get(lang), str) for lang in templates):
        raise TypeError(f"{place}: write Message(en='...', sv='...', name=...)")
    return MessageCall(place, texts["en"], texts["sv"], frozenset(filter(None, given)))


def fields(template: str) -> frozenset[str]:
    """The names of the fields of a template."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


def prose(template: str) -> str:
    """A template without its fields, code, quotations and examples of what a file contains."""
    text = "".join(part for part, *_ in string.Formatter().parse(template))
    return re.sub(
        r"`[^`]*`|\"[^\"]*\"|'[^']*'|\{[^}]*\}|\[[^\]]*\]|--[a-z-]+|[a-z]+=|[A-Z]+=[A-Z]+|\w+\.\w+", " ", text
    )


def plain_texts() -> Iterator[str]:
    """Every text that an error is given as a plain string, so that it has no Swedish."""
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                given = [
                    *node.args[:1],
                    *(each.value for each in node.keywords if each.arg in {"fault", "fix", "message"}),
                ]
                if any(isinstance(each, ast.JoinedStr | ast.Constant) for each in given):
                    yield f"{module}:{node.lineno}"


def kinds_of_names() -> Iterator[str]:
    """The kind of names of every call of `suggestion`."""
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if not isinstance(node, ast.Call) or not _is_suggestion(node):
                continue
            for each in node.keywords:
                if each.arg == "kind" and isinstance(each.value, ast.Constant):
                    yield each.value.value


def _is_suggestion(call: ast.Call) -> bool:
    """Return whether a call is `suggestion(...)` or `partial(suggestion, ...)`."""
    called = (call.func, *call.args[:1])
    return any(isinstance(each, ast.Name) and each.id == "suggestion" for each in called)
