"""How much a bundle may hold: what a hostile file can make this program take in."""

MOST_FILE = 256 << 20  # bytes of the file
MOST_MANIFEST = 1 << 20
MOST_SIGNATURE = 4 << 10
MOST_RAW = 1 << 30  # bytes of the events, uncompressed
MOST_LINE = 256 << 10
MOST_EVENTS = 2_000_000
MOST_RECIPIENTS = 16
MOST_DEVICES = 5000  # that a sender says it holds something of
MOST_EXTRA = 1000  # ranges beyond a gap, of each
