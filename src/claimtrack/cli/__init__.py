"""
The command line: parse, call, print. No rule of the domain lives here.

Results go to standard output, everything else to standard error; see `claimtrack.cli._running` for
exit statuses.
"""

import click

from claimtrack.cli import applying, articles, keeping, reading, recording
from claimtrack.cli._running import Commands


@click.group(
    "claimtrack",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="claimtrack apply seeds/belarus-talks/*.toml --ledger belarus.db --brief",
)
@click.version_option(package_name="claimtrack", prog_name="claimtrack")
def main() -> None:
    """Keep the record of a breaking story: what is claimed, who says so, how sure we are."""


for _command in (
    articles.read,
    applying.apply,
    reading.brief,
    reading.show,
    reading.list_claims,
    reading.history,
    reading.explain,
    reading.due,
    reading.entries,
    recording.open_claim,
    recording.note,
    recording.rule,
    recording.lift_ruling,
    recording.set_confidence,
    recording.move_work,
    recording.link,
    recording.rate_source,
    recording.name_source,
    recording.show_independence,
    recording.withdraw_report,
    recording.withdraw_source,
    keeping.export_ledger,
    keeping.import_ledger,
    keeping.check,
    keeping.rebuild,
    articles.lint,
):
    main.add_command(_command)
