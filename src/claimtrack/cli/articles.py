"""Commands that read articles. They need no ledger and record nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli._files import opened
from claimtrack.cli._options import as_json, as_lines, zone
from claimtrack.cli._output import Form, Output
from claimtrack.cli._running import command
from claimtrack.model.report import Report
from claimtrack.wording import languages, phrase

if TYPE_CHECKING:
    from claimtrack.reading import Lexicon, Remark

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)
_LANG = click.option("--lang", default="", metavar="TAG", help="Language of the article. [found]")


def _about_the_report(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which report an article is."""
    for option in (
        click.option("--url", default="", help="Where it was published."),
        click.option("--author", default="", help="Its byline."),
        click.option("--title", default="", help="Its headline."),
        click.option("--published", metavar="TIME", help="When, ISO 8601. [the article's header]"),
        click.option("--outlet", default="", help="Who published it."),
    ):
        function = option(function)
    return function


@command(
    "read",
    "claimtrack read seeds/ferry-talks/article.txt --story ferry > draft.toml",
)
@click.argument("file", type=_FILE)
@_about_the_report
@_LANG
@zone
@click.option("--story", default="", help="The story that new claims belong to.")
@click.option("--since", metavar="FILE", type=_FILE, help="The version read before: what changed.")
@click.option("--lexicon", "words", metavar="FILE", type=_FILE, help="The desk's own lexicon.")
@as_json
@as_lines
def read(
    file: str,
    zone: str,
    lang: str,
    story: str,
    since: str | None,
    words: str | None,
    form: str | None,
    **about: str | None,
) -> None:
    """
    Draft a follow-up from the article in FILE; nothing is recorded.

    FILE is plain text, - is standard input. The draft is a follow-up file in TOML: what is unsure
    has a review that stops `claimtrack apply` until a person has looked. With --json it is
    everything that was read, with its places.
    """
    # Imported here, as below: every other command would start later for it.
    from claimtrack.intake import draft_file
    from claimtrack.reading import Draft, LexiconReader, digest_of, revised
    from claimtrack.reading import read as read_article

    known: dict[str, Any] = {name: value for name, value in about.items() if value}
    known["published_at"] = known.pop("published", None)
    reader = LexiconReader(lexicon=None if words is None else _lexicon(words))

    def _read(text: str) -> Draft:
        report = Report(digest=digest_of(text), lang=lang, zone=zone, **known)
        return read_article(text, report, reader=reader)

    draft = _read(_text(file))
    output = Output(form=Form(form or Form.TEXT))
    if not output.is_text:
        output.data(draft.to_dict())
    else:
        said = draft if since is None else revised(_read(_text(since)), draft)
        output.text(draft_file(said, story=story).rstrip())


@command(
    "lint",
    "claimtrack lint seeds/ferry-talks/article.txt",
)
@click.argument("file", type=_FILE)
@_LANG
@click.option(
    "--say-in", "said_in", type=click.Choice(languages()), help="Of the remarks. [the article's]"
)
@as_json
@as_lines
def lint(file: str, lang: str, said_in: str | None, form: str | None) -> None:
    """
    Point out wordings of the article in FILE that a desk would query.

    A source called only "a source", "reportedly" without one, a plural for one person, a loaded
    "refused to comment", a denial that does not say of what, somebody unnamed who also declined.
    """
    from claimtrack.reading import lint as lint_article

    output = Output(form=Form(form or Form.TEXT))

    def _in_words(remark: "Remark") -> str:
        own = remark.lang if remark.lang in languages() else "en"
        asked = phrase(f"remark.{remark.kind}", (), said_in or own)
        return f"{file}:{remark.line}:{remark.column}: “{remark.words}”: {asked}"

    output.many("remarks", lint_article(_text(file), lang=lang), _in_words)


def _text(name: str) -> str:
    from claimtrack.reading import decoded

    with opened(name) as stream:
        return decoded(stream.read())


def _lexicon(name: str) -> "Lexicon":
    from claimtrack.reading import parse_lexicon

    with opened(name) as stream:
        return parse_lexicon(stream.read(), name)
