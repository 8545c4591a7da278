"""Nothing in the package outgrows its budget: what does wants to be two."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from tests.architecture.source import modules

MODULE_LINES = 400
FUNCTION_LINES = 50
PUBLIC_METHODS = 12
POSITIONAL_PARAMETERS = 4
PARAMETERS = 8

JUSTIFIED = {
    "lines of claimtrack.fold._changes": "one case for each member of the closed union of updates",
    "parameters of claimtrack.ledger.reading.Reading.claims": "one filter each, all by keyword",
    "public methods of claimtrack.ports.EntryStore": "one question each that the ledger asks",
    "public methods of claimtrack.stores.memory.MemoryStore": "those of EntryStore",
    "public methods of claimtrack.stores.sqlite.SqliteStore": "those of EntryStore",
}
"""What may be over a budget, named as the failing test names it, and why."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Measure(NamedTuple):
    """How large something is, and how large it may be."""

    what: str
    size: int
    budget: int


def test_everything_is_within_its_budget() -> None:
    """Modules, functions, classes and parameter lists are as small as they are meant to be."""
    over = [measure for measure in _over_budget() if measure.what not in JUSTIFIED]

    assert [] == over


def test_every_justification_is_needed() -> None:
    """What is within its budget again loses its entry in `JUSTIFIED`."""
    assert set() == JUSTIFIED.keys() - {measure.what for measure in _over_budget()}


def _over_budget() -> Iterator[Measure]:
    for module, path in modules().items():
        text = path.read_text(encoding="utf-8")
        yield from (
            measure
            for measure in (
                Measure(f"lines of {module}", len(text.splitlines()), MODULE_LINES),
                *_inside(module, ast.parse(text), method=False),
            )
            if measure.size > measure.budget
        )


def _inside(owner: str, node: ast.AST, *, method: bool) -> Iterator[Measure]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            name = f"{owner}.{child.name}"
            yield Measure(f"public methods of {name}", len(_public_methods(child)), PUBLIC_METHODS)
            yield from _inside(name, child, method=True)
        elif isinstance(child, Function):
            name = f"{owner}.{child.name}"
            yield Measure(f"lines of {name}", _lines(child), FUNCTION_LINES)
            # Commands get their parameters from click, by keyword.
            if _is_public(child) and not _is_decorated(child, "command"):
                yield from _parameters(name, child, method=method)
            yield from _inside(name, child, method=False)
        else:
            yield from _inside(owner, child, method=method)


def _parameters(name: str, function: Function, *, method: bool) -> Iterator[Measure]:
    positional = len(function.args.posonlyargs + function.args.args)
    if method and not _is_decorated(function, "staticmethod"):
        positional -= 1  # self or cls
    total = positional + len(function.args.kwonlyargs)
    yield Measure(f"positional parameters of {name}", positional, POSITIONAL_PARAMETERS)
    yield Measure(f"parameters of {name}", total, PARAMETERS)


def _lines(function: Function) -> int:
    assert function.end_lineno is not None
    lines = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        docstring = function.body[0]
        assert docstring.end_lineno is not None
        lines -= docstring.end_lineno - docstring.lineno + 1
    return lines


def _public_methods(owner: ast.ClassDef) -> set[str]:
    """Properties are facts about a value, not acts of it, and do not count."""
    return {
        node.name
        for node in owner.body
        if isinstance(node, Function) and not node.name.startswith("_")
        if not _is_decorated(node, "property", "cached_property", "setter")
    }


def _is_decorated(function: Function, *names: str) -> bool:
    decorators = [
        decorator.func if isinstance(decorator, ast.Call) else decorator
        for decorator in function.decorator_list
    ]
    return any(
        (isinstance(decorator, ast.Name) and decorator.id in names)
        or (isinstance(decorator, ast.Attribute) and decorator.attr in names)
        for decorator in decorators
    )


def _is_public(function: Function) -> bool:
    return function.name == "__init__" or not function.name.startswith("_")
