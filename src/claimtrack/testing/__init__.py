"""
Testing: a clock that steps, ids that count, and the promises of a store as tests.

A store of your own is tested in three lines, with pytest::

    class TestMyStore(StoreContract):
        def make_store(self) -> EntryStore:
            return MyStore()

pytest explains a promise that is broken in full where ``conftest.py`` says
``pytest.register_assert_rewrite("claimtrack.testing")`` first.
"""

from claimtrack.testing._fakes import CountingIds, EntryMaker, SteppingClock, plain_summary
from claimtrack.testing._reading import ReadingPromises
from claimtrack.testing._rows import RowPromises
from claimtrack.testing._writing import WritingPromises

__all__ = ["CountingIds", "EntryMaker", "SteppingClock", "StoreContract", "plain_summary"]


class StoreContract(WritingPromises, ReadingPromises, RowPromises):
    """
    The promises of `claimtrack.ports.EntryStore` as tests, numbered alike.

    To be inherited by a test class that overrides `make_store` and, for a store that outlives its
    object, `reopen`.
    """
