"""Tries a command of `bootstrap.py` on a bare Debian: a root made by debootstrap, with python3 and nothing else.

    python3 packaging/bare_root.py bookworm test
    python3 packaging/bare_root.py --folder /srv/roots trixie run

What is tried is a fresh clone of the last commit, in an empty home, as root and without a display. Needs root, Linux
and debootstrap. Debian's mirror is the one of this system, and how this machine reaches its package indexes (settings
of apt and pip, proxies, certificates) is copied into the root; nothing else of this machine is seen there.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from environment import ROOT

DEFAULT_MIRROR = "http://deb.debian.org/debian"
_ADDRESS = re.compile(r"^(?:URIs:|deb(?:\s+\[.*?\])?)\s+(https?://\S*/debian)/?(?:\s|$)", re.MULTILINE)
_SETTINGS = ("/etc/apt/apt.conf.d", "/etc/apt/auth.conf.d", "/etc/pip.conf", "/etc/resolv.conf", "/etc/hosts")
_VARIABLE = re.compile(r"PIP_\w+|(?:https?|all|no)_proxy|HEARTLAND_NEWEST", re.IGNORECASE)
_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_COPIED_CERTIFICATES = "/etc/certificates-of-the-host.crt"
"""Not where they were: installing the package ca-certificates writes that file anew."""
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_MOUNTED = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" "$@"'


def main(arguments: list[str]) -> int:
    """Make the root, try the command in it and return the command's exit status."""
    folder = Path(tempfile.gettempdir()) / "heartland-roots"
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("suite", help="of Debian: bookworm, trixie ...")
    reader.add_argument("command", choices=("run", "test", "nightly"))
    reader.add_argument("rest", nargs=argparse.REMAINDER, help="arguments of the command")
    reader.add_argument("--folder", type=Path, default=folder, help=f"where roots are made: {folder}")
    options = reader.parse_args(arguments)
    base, root = options.folder / options.suite, options.folder / f"{options.suite}-tried"
    if not (base / "usr/bin/python3").exists():
        _make_base(options.suite, base)
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "-a", str(base), str(root)], check=True)
    _copy_settings(root)
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(root / "heartland")], check=True)
    inside = ["python3", "/heartland/packaging/bootstrap.py", options.command, *options.rest]
    environment = {name: value for name, value in os.environ.items() if _VARIABLE.fullmatch(name)}
    environment |= {"PIP_CERT": _COPIED_CERTIFICATES, "HOME": "/root", "PATH": _PATH}
    variables = [f"{name}={value}" for name, value in environment.items()]
    started = time.monotonic()
    # The mounts are gone with the namespace.
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", _MOUNTED, str(root), "env", "-i", "-C", "/root", *variables, *inside],
        check=False,
    )
    print(f"{options.suite}: {' '.join(inside)} ended with {done.returncode} after {time.monotonic() - started:.0f} s")
    return done.returncode


def _make_base(suite: str, base: Path) -> None:
    base.mkdir(parents=True, exist_ok=True)
    made = ["debootstrap", "--variant=minbase", "--include=python3", suite, str(base), _mirror()]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)


def _mirror() -> str:
    """Return the first mirror of Debian in the sources of this system."""
    folder = Path("/etc/apt")
    for path in (folder / "sources.list", *sorted((folder / "sources.list.d").glob("*"))):
        found = _ADDRESS.search(path.read_text(encoding="utf-8")) if path.is_file() else None
        if found:
            return found.group(1)
    return DEFAULT_MIRROR


def _copy_settings(root: Path) -> None:
    """Let the root reach what this machine reaches."""
    for path in map(Path, _SETTINGS):
        target = root / path.relative_to("/")
        if path.is_dir():
            shutil.copytree(path, target, dirs_exist_ok=True)
        elif path.exists():
            shutil.copy(path, target)
    shutil.copy(os.environ.get("SSL_CERT_FILE", _CERTIFICATES), root / _COPIED_CERTIFICATES.lstrip("/"))
    own = Path.home() / ".config" / "pip" / "pip.conf"
    if own.exists():
        (root / "root/.config/pip").mkdir(parents=True)
        shutil.copy(own, root / "root/.config/pip/pip.conf")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
