"""``make run``: start Redis, the worker and the web server together, watch them, and stop them together.

One job a file: ``plan`` reads what is asked for, ``data_dir`` holds the folder, ``port`` the address, ``redis_server``
finds and describes the Redis, ``children`` starts and stops processes, ``guard`` outlives a killed launcher,
``prepare`` brings the database up to date, ``ready`` asks whether each part answers, ``program`` puts it together.
"""


class CannotStart(Exception):
    """The start (or the run) ends here. The message is one plain sentence for the person who typed ``make run``."""


class Stopped(Exception):
    """Somebody asked for the end: Ctrl-C, SIGTERM, or a terminal that was closed."""
