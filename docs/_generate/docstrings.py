"""Docstrings, taken apart and put into Markdown."""

import inspect
import re
from collections.abc import Iterator, Mapping
from textwrap import dedent, indent
from typing import NamedTuple

_TITLES = ("Attributes", "Args", "Returns", "Yields", "Raises", "Source", "Example")
_TITLE = re.compile(rf"({'|'.join(_TITLES)}):")
_ITEM = re.compile(r"(\*{0,2}[\w.`]+): (?=\S)")
_BULLET = re.compile(r"(?:- |\d+\. )")
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z`*\"(\[])")
_LITERAL = re.compile(r"``(.+?)``")
_NAME = re.compile(r"(?<!`)`([\w.]+)`(?!`)")

Links = Mapping[str, str]
"""Where a public name is explained, as a link from the page."""


class Section(NamedTuple):
    """A part of a docstring; the first has no title."""

    title: str
    body: str


def sections(docstring: str | None) -> list[Section]:
    """Take a docstring apart; the first section is what stands before any title."""
    found = [Section("", "")]
    for line in inspect.cleandoc(docstring or "").splitlines():
        if title := _TITLE.fullmatch(line):
            found.append(Section(title[1], ""))
        else:
            found[-1] = Section(found[-1].title, f"{found[-1].body}{line}\n")
    return [Section(one.title, dedent(one.body).strip("\n")) for one in found]


def items(body: str) -> list[tuple[str, str]]:
    """Take a section of named things apart: attributes, arguments, errors."""
    found: list[tuple[str, str]] = []
    for line in body.splitlines():
        if item := _ITEM.match(line):
            found.append((item[1], line[item.end() :]))
        elif found:
            name, text = found[-1]
            found[-1] = (name, f"{text}\n{line.strip()}")
    return [(name, text.strip()) for name, text in found]


def to_markdown(docstring: str | None, links: Links, types: Mapping[str, str]) -> str:
    """
    Write a docstring as Markdown, one sentence on a line.

    Args:
        docstring: The docstring.

        links: What is linked to.

        types: The types of attributes and arguments, by name.
    """
    return "\n\n".join(
        part for section in sections(docstring) for part in _section(section, links, types) if part
    )


def _section(section: Section, links: Links, types: Mapping[str, str]) -> Iterator[str]:
    title, body = section
    if title == "Example":
        yield f"```text\n{body}\n```"
    elif title in {"Attributes", "Args", "Raises"}:
        yield f"{'Arguments' if title == 'Args' else title}:"
        yield "\n".join(_items(body, links, types))
    else:
        text = paragraphs(body, links)
        yield f"{title}: {text}" if title else text


def _items(body: str, links: Links, types: Mapping[str, str]) -> Iterator[str]:
    for name, text in items(body):
        kind = f" ({types[name]})" if name in types else ""
        shown = _linked(f"`{name.strip('`')}`", links)
        yield f"- {shown}{kind}: " + indent(sentences(text, links), "  ").strip()


def paragraphs(text: str, links: Links = {}) -> str:  # noqa: B006  # never written to
    """Write paragraphs and lists, one sentence on a line; what is indented stays as it is."""
    return "\n\n".join(_paragraph(one, links) for one in re.split(r"\n{2,}", text) if one.strip())


def _paragraph(text: str, links: Links) -> str:
    if text.startswith("    "):
        return f"```text\n{dedent(text)}\n```"
    if not _BULLET.match(text):
        return sentences(text.replace("::", ":"), links)
    bullets: list[str] = []
    for line in text.splitlines():
        if _BULLET.match(line):
            bullets.append(line)
        else:
            bullets[-1] += f" {line.strip()}"
    return "\n".join(indent(sentences(one, links), "  ").strip() for one in bullets)


def sentences(text: str, links: Links = {}) -> str:  # noqa: B006  # never written to
    """Put each sentence of a paragraph on a line of its own, with marks and links of Markdown."""
    lines = _SENTENCE_END.sub("\n", " ".join(text.split()))
    return _LITERAL.sub(r"`\1`", _linked(lines, links))


def _linked(text: str, links: Links) -> str:
    def link(found: re.Match[str]) -> str:
        target = links.get(found[1].removeprefix("claimtrack."))
        return f"[{found[0]}]({target})" if target else found[0]

    return _NAME.sub(link, text)
