"""The pages of the public names, a page an area."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import pairwise
from textwrap import indent
from types import FunctionType, ModuleType
from typing import Any, NamedTuple, NewType

import attrs

import claimtrack
from docs._generate.docstrings import Links, paragraphs, to_markdown
from docs._generate.signatures import call, construction, field_types, type_name

FOLDER = "reference/api"
ERRORS = "../errors.md"


class Area(NamedTuple):
    """
    What one page is about.

    Attributes:
        page: The page's name, without its ending.

        title: Its title.

        lead: What the reader can do with it, one sentence.

        homes: The modules whose public names it explains.

        whole: Modules of which every public name is explained, in `claimtrack.__all__` or not.
    """

    page: str
    title: str
    lead: str
    homes: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


AREAS = (
    Area(
        "ledger",
        "The ledger",
        "Open a ledger, write to it and ask it.",
        (
            "claimtrack.opening",
            "claimtrack.ledger.ledger",
            "claimtrack.ledger.recorder",
            "claimtrack.ledger.handle",
            "claimtrack.ledger",
        ),
    ),
    Area(
        "claims",
        "Claims",
        "Read what a claim is, what it rests on and where it stands.",
        (
            "claimtrack.model.claim",
            "claimtrack.model.ids",
            "claimtrack.model.summary",
            "claimtrack.model.links",
            "claimtrack.model.work",
        ),
    ),
    Area(
        "sources-and-reports",
        "Sources and reports",
        "Say who says so, and which published item carries it.",
        ("claimtrack.model.source", "claimtrack.model.report"),
    ),
    Area(
        "evidence-and-responses",
        "Evidence and responses",
        "Say what a source does with a claim, and what came of asking for comment.",
        ("claimtrack.model.evidence", "claimtrack.model.response"),
    ),
    Area(
        "slots-figures-windows",
        "Slots, figures and windows",
        "Say who, what, when and how many, as exactly as the words do and no more.",
        ("claimtrack.model.slots", "claimtrack.model.figure", "claimtrack.model.window"),
    ),
    Area(
        "judging",
        "Judging",
        "Read a status and a confidence, and find out why they are so.",
        (
            "claimtrack.model.status",
            "claimtrack.model.confidence",
            "claimtrack.model.judgement",
            "claimtrack.policy",
        ),
    ),
    Area(
        "updates-and-entries",
        "Updates and entries",
        "Know everything that can happen to a claim, and how it is recorded.",
        ("claimtrack.model.updates", "claimtrack.model.entry"),
    ),
    Area(
        "follow-ups",
        "Follow-ups",
        "Build a follow-up as a value, to apply it later or elsewhere.",
        ("claimtrack.model.follow_up",),
    ),
    Area(
        "briefs",
        "Briefs",
        "Say what is known, what is not and what changed, as values or in words.",
        whole=("claimtrack.brief",),
    ),
    Area(
        "follow-up-files",
        "Follow-up files",
        "Read follow-ups from TOML and JSON lines.",
        whole=("claimtrack.interop.follow_up_files",),
    ),
    Area(
        "ports",
        "Ports",
        "Know what a ledger needs from a store, a clock and a maker of ids.",
        whole=("claimtrack.ports",),
    ),
    Area(
        "testing",
        "Testing",
        "Test a store of your own, and code that uses a ledger.",
        whole=("claimtrack.testing",),
    ),
)


class Named(NamedTuple):
    """A public name, what it stands for, and the module that explains it."""

    name: str
    value: Any
    home: str


def pages() -> dict[str, str]:
    """Make the pages: text by path below ``docs/``."""
    explained = {area.page: list(_names(area)) for area in AREAS}
    _require_a_place_for_each(explained)
    found = {f"{FOLDER}/index.md": _index(explained)}
    links = links_from_api(explained)
    for area in AREAS:
        if explained[area.page]:
            found[f"{FOLDER}/{area.page}.md"] = _page(area, explained[area.page], links)
    return found


def links_from_api(explained: dict[str, list[Named]]) -> dict[str, str]:
    """Say where each public name is explained, as links from a page of the same folder."""
    links = {
        named.name: f"{page}.md#{named.name.lower()}"
        for page, names in explained.items()
        for named in names
    }
    errors = (name for name in claimtrack.__all__ if _is_error(getattr(claimtrack, name)))
    return {name: f"{ERRORS}#{name.lower()}" for name in errors} | links


def _names(area: Area) -> Iterator[Named]:
    """Yield what an area explains: homes in its order, names in that of their definition."""
    yield from sorted(
        (one for one in _known() if _rank(one, area)), key=lambda one: _rank(one, area)
    )
    for module in area.whole:
        yield from _public(module)


def _rank(named: Named, area: Area) -> tuple[int, ...]:
    """Give the place of a name in an area: of its home, and within that; nothing for elsewhere."""
    for number, home in enumerate(area.homes, start=1):
        if named.home == home or named.home.startswith(f"{home}."):
            defined = list(vars(importlib.import_module(named.home)))
            return number, defined.index(named.name)
    return ()


def _public(name: str) -> Iterator[Named]:
    """Yield the public names of a module: its list, or what it defines itself."""
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return
    for public in getattr(module, "__all__", None) or _defined(module):
        value = getattr(module, public)
        if isinstance(value, (type, FunctionType)) and not _is_error(value):
            yield Named(public, value, value.__module__)


def _defined(module: ModuleType) -> list[str]:
    return [
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
    ]


def _home(name: str, value: object) -> str:
    """Name the module in which a public name is defined."""
    if isinstance(value, (type, FunctionType, NewType)):
        return str(value.__module__)
    # A value knows its class at best, so what defines it is found by the words below it.
    homes = (home for area in AREAS for home in area.homes)
    return next((home for home in homes if _words_below(home, name)), "")


def _is_error(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Exception)


@cache
def _known() -> list[Named]:
    """List the public names, but for errors."""
    found = [(name, getattr(claimtrack, name)) for name in claimtrack.__all__]
    return [Named(name, value, _home(name, value)) for name, value in found if not _is_error(value)]


def _require_a_place_for_each(explained: dict[str, list[Named]]) -> None:
    placed = {named.name for names in explained.values() for named in names}
    homeless = [
        name
        for name in claimtrack.__all__
        if name not in placed and not _is_error(getattr(claimtrack, name))
    ]
    if homeless:
        msg = f"docs/_generate/api.py: no area explains {', '.join(homeless)}"
        raise LookupError(msg)


def _index(explained: dict[str, list[Named]]) -> str:
    lines = ["# The public names", ""]
    lines += ["From here you find every name that a program may rely on.", ""]
    lines += [
        (
            "All names without a module in front are those of `claimtrack` itself: "
            "`import claimtrack as ct`, then `ct.open_ledger`."
        ),
        "",
        "| page | names |",
        "| --- | --- |",
    ]
    for area in AREAS:
        if names := explained[area.page]:
            shown = ", ".join(f"[`{one.name}`]({area.page}.md#{one.name.lower()})" for one in names)
            module = f"`{area.whole[0]}`: " if area.whole else ""
            lines.append(f"| [{area.title}]({area.page}.md) | {module}{shown} |")
    errors = (name for name in claimtrack.__all__ if _is_error(getattr(claimtrack, name)))
    shown = ", ".join(f"[`{name}`]({ERRORS}#{name.lower()})" for name in errors)
    lines.append(f"| [Errors]({ERRORS}) | {shown} |")
    return "\n".join(lines) + "\n"


def _page(area: Area, names: list[Named], links: Links) -> str:
    parts = [f"# {area.title}", area.lead]
    if area.whole:
        module = importlib.import_module(area.whole[0])
        parts.append(f"These names are those of `{area.whole[0]}`.")
        parts.append(paragraphs(inspect.cleandoc(module.__doc__ or ""), links))
    for named in names:
        others = {name: link for name, link in links.items() if name != named.name}
        parts += [f"## {named.name}", *_explained(named, others)]
    return "\n\n".join(parts) + "\n"


def _explained(named: Named, links: Links) -> Iterator[str]:
    name, value, home = named
    if isinstance(value, FunctionType):
        yield _code(call(name, value))
        yield to_markdown(value.__doc__, links, {})
    elif isinstance(value, type) and issubclass(value, Enum):
        yield to_markdown(value.__doc__, links, {})
        yield "\n".join(f"- `{one.name}`: `{one.value}`" for one in value)
        yield from _members(value, links)
    elif isinstance(value, type):
        if "__init__" in vars(value) and name not in _GIVEN:
            yield _code(construction(value))
        yield to_markdown(value.__doc__, links, field_types(value))
        yield from _members(value, links)
    else:
        yield _code(name if attrs.has(type(value)) else f"{name} = {type_name(value)}")
        yield paragraphs(_words_below(home, name), links)


_GIVEN = frozenset({"Ledger", "FollowUpRecorder", "ClaimHandle"})
"""Classes whose objects are handed out, never made by a caller."""


def _members(cls: type, links: Links) -> Iterator[str]:
    """Yield properties, then methods; those of bases within the package with the class's own."""
    properties, methods = {}, {}
    for owner in cls.__mro__:
        if not owner.__module__.startswith("claimtrack."):
            continue
        for name, value in vars(owner).items():
            if name.startswith("_") or name in properties or name in methods:
                continue
            if isinstance(value, property):
                properties[name] = value
            elif isinstance(value, (FunctionType, classmethod)):
                methods[name] = value
    documented = to_markdown(cls.__doc__, {}, {})
    shown = [
        f"- `{name}` (`{type_name(inspect.signature(one.fget).return_annotation)}`): "
        + indent(to_markdown(one.__doc__, links, {}), "  ").strip()
        for name, one in properties.items()
        if one.fget is not None and f"- `{name}`" not in documented
    ]
    if shown:
        yield "Properties:"
        yield "\n".join(shown)
    for name, method in methods.items():
        yield f"### {cls.__name__}.{name}"
        yield _code(call(name, getattr(cls, name)))
        yield to_markdown(method.__doc__, links, {})


def _words_below(home: str, name: str) -> str:
    """Read the docstring that stands below a name in its module; empty where there is none."""
    tree = ast.parse(inspect.getsource(importlib.import_module(home)))
    for node, below in pairwise(tree.body):
        targets = node.targets if isinstance(node, ast.Assign) else ()
        is_it = any(isinstance(target, ast.Name) and target.id == name for target in targets)
        if is_it and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            return inspect.cleandoc(str(below.value.value))
    return ""


def _code(text: str) -> str:
    return f"```text\n{text}\n```"
