"""
Options that commands share: which ledger, who writes, how it prints, as of when.

Beside these and the three variables named here, nothing around a command decides what it does.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from functools import wraps
from typing import Any

import attrs
import click

from claimtrack.cli._output import Form, Output, columns
from claimtrack.errors import InvalidValueError, StoreUnavailableError
from claimtrack.ledger import Ledger
from claimtrack.model.window import Window
from claimtrack.opening import file_of, open_ledger
from claimtrack.wording import languages

_DAY = timedelta(days=1)
_MOMENT = timedelta(microseconds=1)

Command = Callable[..., None]


@attrs.frozen(kw_only=True)
class Call:
    """
    What a command is called with beside its own arguments.

    Attributes:
        url: The ledger.

        author: Who writes.

        zone: The zone of dates that name none; empty for UTC.

        output: Where results go.
    """

    url: str
    author: str
    zone: str
    output: Output

    def writing(self) -> Ledger:
        """Open the ledger, and make it where there is none."""
        return open_ledger(self.url, author=self.author, zone=self.zone)

    def reading(self) -> Ledger:
        """
        Open a ledger that is there: a question never makes one, nor does a word on what is in it.

        Raises:
            StoreUnavailableError: There is none.
        """
        file = file_of(self.url)
        if file is not None and not file.exists():
            raise StoreUnavailableError(f"there is no ledger at {file}")
        return self.writing()

    def moment(self, text: str, option: str) -> datetime:
        """
        Read a moment: the beginning of a time of day, the end of a day or of what is longer.

        Args:
            text: What was typed.

            option: Where, for messages.

        Raises:
            InvalidValueError: It is neither ISO 8601 nor EDTF, or has no beginning or no end.
        """
        try:
            window = Window.parse(text, self.zone)
        except InvalidValueError as error:
            raise InvalidValueError(option, text, error.reason) from None
        if window.earliest is None or window.latest is None:
            raise InvalidValueError(option, text, "must have a beginning and an end")
        is_day = window.latest - window.earliest >= _DAY
        return window.latest - _MOMENT if is_day else window.earliest


_LEDGER = click.option(
    "--ledger",
    "url",
    metavar="URL",
    envvar="CLAIMTRACK_LEDGER",
    default="claimtrack.db",
    show_default=True,
    show_envvar=True,
    help="A path, or sqlite:PATH.",
)
_AUTHOR = click.option(
    "--author",
    envvar="CLAIMTRACK_AUTHOR",
    default="desk",
    show_default=True,
    show_envvar=True,
    help="Who writes; stands on every entry.",
)
zone = click.option(
    "--zone",
    envvar="CLAIMTRACK_ZONE",
    default="",
    show_envvar=True,
    help="Time zone of dates that name none: Europe/Bucharest, +02:00. [default: UTC]",
)
as_json = click.option("--json", "form", flag_value=Form.JSON.value, help="Print one JSON object.")
as_lines = click.option(
    "--lines", "form", flag_value=Form.LINES.value, help="Print one JSON object a line."
)
_LANG = click.option(
    "--lang",
    "said_in",
    type=click.Choice(languages()),
    default="en",
    show_default=True,
    help="Language of text for people.",
)

known_at = click.option(
    "--known-at",
    metavar="TIME",
    help="As it was known then, by the time of recording; a day stands for its end.",
)
because = click.option("--because", default="", help="Why, one sentence shown to readers.")
why = click.option("--because", required=True, help="Why, one sentence shown to readers.")


def one_of(kind: type[StrEnum]) -> click.Choice[str]:
    """Take a word of a closed vocabulary."""
    return click.Choice([member.value for member in kind])


def reads(function: Command) -> Command:
    """Give a command that only asks its shared options, as one `Call` before its own arguments."""
    return _with(function, _LEDGER, zone, as_json, as_lines, _LANG, records=False)


def writes(function: Command) -> Command:
    """Give a command that records something its shared options."""
    return _with(function, _LEDGER, _AUTHOR, zone, as_json, as_lines, _LANG, records=True)


def _with(function: Command, *options: Callable[[Command], Command], records: bool) -> Command:
    @wraps(function)
    def _called(
        url: str, zone: str, form: str | None, said_in: str, author: str = "desk", **own: Any
    ) -> None:
        output = Output(
            form=Form(form or Form.TEXT),
            lang=said_in,
            columns=columns(),
            outlives_its_reader=records,
        )
        function(Call(url=url, author=author, zone=zone, output=output), **own)

    decorated: Command = _called
    for option in reversed(options):
        decorated = option(decorated)
    return decorated
