"""Runs the command as `python -m zhjagloss`."""

import sys

from zhjagloss.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
