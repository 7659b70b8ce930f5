"""What the grammar draws from: a seeded random generator here, Hypothesis in test_documents.py."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Chooser(Protocol):
    def integer(self, low: int, high: int) -> int:
        """Both ends are included; the low end is the simplest choice."""
        ...


class RandomChooser:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def integer(self, low: int, high: int) -> int:
        return self._random.randint(low, high)


def pick(chooser: Chooser, choices: Sequence[T]) -> T:
    return choices[chooser.integer(0, len(choices) - 1)]


def chance(chooser: Chooser, percent: int) -> bool:
    return chooser.integer(0, 99) >= 100 - percent


def sample(chooser: Chooser, choices: Sequence[T], count: int) -> list[T]:
    """Distinct ones, in the order drawn."""
    left = list(choices)
    return [left.pop(chooser.integer(0, len(left) - 1)) for _ in range(count)]
