"""The program's headless core: imports no Qt."""

import zoneinfo

__version__ = "0.1.0"

# Morocco's hour changes by decree. Every computer uses the pinned tzdata: a system's own rules may
# be older, and two offices would read the same moment an hour apart.
zoneinfo.reset_tzpath(())
