"""Say whether the subject of a commit is too long: git's, which is all up to the first empty line.

python3 packaging/commit_subject.py FILE       # the file that git hands to a `commit-msg` hook
"""

from __future__ import annotations

import sys
from pathlib import Path

LONGEST = 72


def subject_of(message: str) -> str:
    """Return the subject of a commit's message as git's editor left it, with comments."""
    lines = [line.strip() for line in message.splitlines() if not line.startswith("#")]
    return "\n".join(lines).strip().partition("\n\n")[0].replace("\n", " ")


def main(arguments: list[str]) -> int:
    """Return 1 and say so where the subject is too long, else 0."""
    subject = subject_of(Path(arguments[0]).read_text(encoding="utf-8"))
    if len(subject) <= LONGEST:
        return 0
    print(f"The subject has {len(subject)} characters, more than {LONGEST}: {subject}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
