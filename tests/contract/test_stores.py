"""Every store keeps the promises of `claimtrack.ports.EntryStore`."""

from pathlib import Path

import pytest

from claimtrack.ports import EntryStore
from claimtrack.stores.memory import MemoryStore
from claimtrack.stores.sqlite import SqliteStore
from claimtrack.testing import StoreContract


class TestMemory(StoreContract):
    """The store in memory."""

    def make_store(self) -> EntryStore:
        """Make an empty store."""
        return MemoryStore()


class TestSqlite(StoreContract):
    """The store in a file."""

    @pytest.fixture(autouse=True)
    def _in_a_folder(self, tmp_path: Path) -> None:
        self.folder = tmp_path

    def make_store(self) -> EntryStore:
        """Make an empty store."""
        return SqliteStore(self.folder / "ledger.db")

    def reopen(self, store: EntryStore) -> EntryStore:
        """Open the file again."""
        store.close()
        return SqliteStore(self.folder / "ledger.db")
