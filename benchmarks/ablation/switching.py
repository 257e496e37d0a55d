"""Switches a mechanism of the engine off from outside: stands something in for its functions, so that the engine itself
has no switches."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

ENGINE = "contacts.extraction"
PIPELINE = "load"  # gives the loaded pipeline


@dataclass(frozen=True, slots=True)
class Mechanism:
    """``targets``: functions as 'module:name' or 'module:Class.name' under ``contacts.extraction``, and what stands in
    their place. ``afresh``: whether it works before the parser or while the pipeline is built, so that the pipeline
    must be built and texts parsed again."""

    name: str
    targets: dict[str, Callable]
    afresh: bool = False


def giving(value: Any) -> Callable:
    """A function that gives this, or, for a type, a new one of it each time."""
    return lambda *_, **__: value() if isinstance(value, type) else value


@contextmanager
def without(mechanism: Mechanism) -> Iterator[None]:
    changed: list[tuple[Any, str, Any]] = []
    try:
        for path, stand_in in mechanism.targets.items():
            changed += _replaced(path, stand_in)
        _forget(mechanism.afresh)
        yield
    finally:
        for holder, name, value in reversed(changed):
            setattr(holder, name, value)
        _forget(mechanism.afresh)


def original(path: str) -> tuple[Any, str, Any]:
    """Where a function is kept, its name there, and the function; LookupError where there is none such."""
    module_name, _, qualified = path.partition(":")
    *owners, name = qualified.split(".")
    try:
        holder = importlib.import_module(f"{ENGINE}.{module_name}")
        for owner in owners:
            holder = getattr(holder, owner)
        return holder, name, vars(holder)[name]
    except (ImportError, AttributeError, KeyError):
        raise LookupError(f"the engine has no {path}") from None


def _replaced(path: str, stand_in: Callable) -> list[tuple[Any, str, Any]]:
    """Puts it in the function's place wherever a module has the function by a name; returns what stood there."""
    holder, name, function = original(path)
    places = [(holder, name)]
    if holder in _modules():
        places = [(module, key) for module in _modules() for key, value in vars(module).items() if value is function]
    for place in places:
        setattr(*place, stand_in)
    return [(*place, function) for place in places]


def _modules() -> list[Any]:
    return [module for name, module in sorted(sys.modules.items()) if f"{name}.".startswith(f"{ENGINE}.")]


def _forget(pipeline: bool) -> None:
    """Empties the caches of word lists and what is made of them, where asked for the loaded pipeline's too."""
    for module in _modules():
        for name, value in vars(module).items():
            if hasattr(value, "cache_clear") and (pipeline or name != PIPELINE):
                value.cache_clear()
