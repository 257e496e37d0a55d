"""Bring database and static files up to date and make the first administrator: ``python -m config.launch.prepare``.

A process of its own, so that the launcher stays small. Says what it made; every failure is one sentence.
Ends with ARCHIVE_IS_EMPTY where there is no article yet, so that only a newcomer's start looks for samples.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
from pathlib import Path

ARCHIVE_IS_EMPTY = 10
TAKE_UP = "--take-up-unfinished-reading"
# No letters or digits that look alike: the password is read off a screen.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django
    from django.db import DatabaseError

    try:
        django.setup()
        check_database()
        migrate()
        collect_static()
        make_administrator()
        if TAKE_UP in sys.argv[1:]:
            take_up_unfinished_reading()
        empty = archive_is_empty()
    except DatabaseError as error:
        stop(f"the database could not be brought up to date ({first_line(error)}).")
    except OSError as error:
        stop(f"{error.filename or 'a file'} cannot be written ({error.strerror or error}).")
    sys.exit(ARCHIVE_IS_EMPTY if empty else 0)


def stop(reason: str) -> None:
    sys.exit(f"Cannot start: {reason}")


def first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__


def check_database() -> None:
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except (DatabaseError, ImproperlyConfigured) as error:
        which = f"of DATABASE_URL on {connection.settings_dict['HOST'] or 'this machine'}"
        stop(f"the database {which if os.environ.get('DATABASE_URL') else ''} does not answer ({first_line(error)}).")


def migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def collect_static() -> None:
    """Gather, compress and fingerprint the static files, unless the same ones were gathered before."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / ".gathered"
    wanted = static_fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)


def static_fingerprint() -> str:
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = os.stat(storage.path(path))
            digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def make_administrator() -> None:
    """The first administrator of a new installation. A password made here is shown now and never again."""
    from django.contrib.auth import get_user_model

    users = get_user_model().objects
    if users.filter(is_superuser=True).exists() or users.filter(username="admin").exists():
        return
    given = os.environ.get("ADMIN_PASSWORD", "")
    password = given or "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))
    users.create_superuser(username="admin", password=password)
    shown = "the one in ADMIN_PASSWORD" if given else f"{password}   (shown only this once: keep it)"
    print(f"\n  An administrator was made.\n    name:      admin\n    password:  {shown}\n", flush=True)


def take_up_unfinished_reading() -> None:
    """What the last run of the program left half read is read now, and not only when the sweep finds it.

    Only asked for with a Redis of our own: on a given one, workers elsewhere may be reading at this moment.
    """
    from articles import file_jobs
    from contacts import reading

    file_jobs.resume()
    reading.resume()


def archive_is_empty() -> bool:
    from articles.models import Article

    return not Article.objects.exists()


if __name__ == "__main__":
    main()
