"""Values made without their rules are the values that the rules would have let through."""

import inspect
import pkgutil
from importlib import import_module
from typing import Any

import attrs
import pytest

from claimtrack import model
from claimtrack.model.claim import Draft
from claimtrack.model.makers import copier, maker
from claimtrack.model.source import SourceKind, person
from claimtrack.model.summary import Summary


def _classes() -> list[Any]:
    modules = [
        import_module(f"{model.__name__}.{one.name}")
        for one in pkgutil.iter_modules(model.__path__)
    ]
    found = {
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and attrs.has(kind)
    }
    return sorted(found - {Draft}, key=lambda kind: str(kind.__name__))


@pytest.mark.parametrize("kind", _classes(), ids=lambda kind: kind.__name__)
def test_every_class_of_the_model_can_be_made(kind: Any) -> None:
    """A value that is taken apart and made again is of its class, equal, and frozen."""
    made: Any = maker(kind)(**{field.alias: field.name for field in attrs.fields(kind)})

    assert kind is type(made)
    assert {f.name: f.name for f in attrs.fields(kind)} == {
        f.name: getattr(made, f.name) for f in attrs.fields(kind)
    }
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.anything = 1


@pytest.mark.parametrize("kind", _classes(), ids=lambda kind: kind.__name__)
def test_every_class_of_the_model_can_be_copied(kind: Any) -> None:
    """The copy is of its class and frozen, differs where it should, and the original stays."""
    names = [field.name for field in attrs.fields(kind)]
    changes = dict.fromkeys(names[-1:], "another")
    before: Any = maker(kind)(**{field.alias: field.name for field in attrs.fields(kind)})
    after: Any = copier(kind)(before, changes)

    assert kind is type(after)
    assert {name: getattr(after, name) for name in names} == dict(
        zip(names, names, strict=True)
    ) | changes
    assert names == [getattr(before, name) for name in names]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        after.anything = 1


def test_what_is_left_out_has_its_default() -> None:
    """A maker is called as its class is, defaults and all, and gives an equal value."""
    source = person("Ana Example")
    made = maker(type(source))(kind=SourceKind.PERSON, name="Ana Example")

    assert source == made
    assert hash(source) == hash(made)


def test_a_field_without_default_must_be_given() -> None:
    """What the class asks for, its maker asks for."""
    make: Any = maker(Summary)

    with pytest.raises(TypeError, match="recorded_us"):
        make(*[""] * 15)
