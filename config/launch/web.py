"""What gunicorn does in each web process: its settings file, named by config.launch.program."""

from __future__ import annotations


def post_worker_init(_worker) -> None:
    """Load the engine beside the first pages, so that the first draft from selected words answers quickly."""
    from contacts import draft

    draft.get_ready()
