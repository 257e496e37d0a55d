"""The project's settings on a data folder that lives as long as the test run."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Short and under /tmp: the Redis socket in it must stay below the system's limit on such paths.
_folder = tempfile.mkdtemp(prefix="tests-", dir="/tmp")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
for name in ("REDIS_URL", "DEBUG", "HTTPS", "ALLOWED_HOSTS"):  # a developer's own settings are not the tests' business
    os.environ.pop(name, None)
os.environ.update(DATA_DIR=_folder, SECRET_KEY="only for tests", LOG_LEVEL="WARNING")

from config.settings import *  # noqa: E402
from config.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

# A file and not memory: the worker of the integration tests is another process and reads the same rows.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_folder) / "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT.mkdir()
DRAFTS_GET_READY = False  # no test waits for an engine that it does not ask
