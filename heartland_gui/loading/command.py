"""What `heartland check` does: read, and print every problem. Nothing here loads Qt."""

from __future__ import annotations

import os
import sys

from heartland_gui.cli import CheckOptions
from heartland_gui.loading.files import shown_path
from heartland_gui.loading.folder import read_dataset
from heartland_gui.problems import Severity, has_errors
from heartland_gui.text.languages import environment_language, words_in


def run_check(options: CheckOptions) -> int:
    """Print every problem of a dataset; return 0 where it is usable and 1 where something has to be mended."""
    words = words_in(options.language or environment_language(os.environ))
    problems = read_dataset(options.dataset).problems
    for problem in problems:
        sys.stdout.write(problem.report_line(words) + "\n")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counted = words.listing(
        [
            words.plural("{n} error", "{n} errors", errors),
            words.plural("{n} warning", "{n} warnings", len(problems) - errors),
        ]
    )
    sys.stderr.write(f"{shown_path(options.dataset)}: {counted}\n")
    return 1 if has_errors(problems) else 0
