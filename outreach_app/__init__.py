"""The program's headless core: imports no Qt."""

import zoneinfo

__version__ = "0.1.0"

# Morocco's hour changes by decree. The rules are those of the pinned tzdata on every computer, in
# every process: a system's own may be older, and two offices would read one moment an hour apart.
zoneinfo.reset_tzpath(())
