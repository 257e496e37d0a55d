"""``python -m config.launch``: what ``make run`` runs."""

import sys

from config.launch.program import main

sys.exit(main())
