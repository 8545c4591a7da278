"""Settings of the whole test run."""

import os

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("claimtrack.testing")

# In CI every run draws the same examples, so a red run is about the change and is red again;
# elsewhere chance looks further, and what it finds is kept in .hypothesis/ and shown as a blob.
_SAME_EXAMPLES = "CI" in os.environ

for _profile, _examples in (("dev", 30), ("ci", 300)):
    settings.register_profile(
        _profile,
        max_examples=_examples,
        deadline=None,
        derandomize=_SAME_EXAMPLES,
        print_blob=True,
    )
settings.load_profile(os.environ.get("CLAIMTRACK_HYPOTHESIS_PROFILE", "dev"))
