"""`python -m school`."""

import sys

from school.cli import main

if __name__ == "__main__":
    sys.exit(main())
