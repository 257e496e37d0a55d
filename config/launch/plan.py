"""What this start was asked for, read from the environment. ``config.settings`` reads the rest in every process."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from config.launch import CannotStart


@dataclass(frozen=True)
class Plan:
    host: str
    port: int
    data_dir: Path
    redis_url: str
    """Somebody's own Redis; empty when we start one."""
    samples: bool
    """Whether to put the sample articles into an empty archive (LOAD_SAMPLES=0, for tests: not)."""

    @property
    def logs(self) -> Path:
        return self.data_dir / "logs"

    @property
    def workers(self) -> int:
        """Processes that read articles. Each holds the language model (about 200 MB), so two at most."""
        return min(2, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def read_plan() -> Plan:
    """The plan. Importing the settings makes DATA_DIR, and stops with a sentence of its own on a bad value."""
    from config import settings

    return Plan(
        host=os.environ.get("HOST", "").strip() or "127.0.0.1",
        port=_port(os.environ.get("PORT", "").strip() or "8000"),
        data_dir=settings.DATA_DIR,
        redis_url=os.environ.get("REDIS_URL", "").strip(),
        samples=os.environ.get("LOAD_SAMPLES", "1") != "0",
    )


def _port(words: str) -> int:
    """A port number; 0 lets the system choose a free one."""
    if not (words.isascii() and words.isdigit()) or int(words) > 65535:
        raise CannotStart(f"PORT={words} is not a port number (1 to 65535, or 0 for any free one).")
    return int(words)
