"""How much a bundle may hold: what a hostile file can make this program take in.

The worst that these let in is measured (tests/core/exchange/format/test_worst_files.py): read and
imported in less than 2 seconds and 300 MB, on the PC of an office.
"""

MOST_FILE = 16 << 20  # bytes of the file
MOST_MANIFEST = 1 << 20
MOST_SIGNATURE = 4 << 10
MOST_RAW = 10 << 20  # bytes of the events, uncompressed
MOST_OF_PART = 9 << 20  # of which an export fills so many, and begins another file
MOST_LINE = 256 << 10
MOST_EVENTS = 25_000
# Fields, and words of those that hold several: a short one takes fifteen times its room once it is
# read. Sound files of 9 MiB have half as many.
MOST_VALUES = 600_000
MOST_RECIPIENTS = 16
MOST_HEADER = 8 << 10  # bytes of the age header; 16 recipients take 1.7 kB
MOST_STANZAS = 24  # of the age header, those without meaning among them
MOST_STANZA_LINES = 8
MOST_DEVICES = 5000  # that a sender says it holds something of
MOST_PROOFS = 16  # of an access log, each from an earlier state of it
MOST_NODES = 64  # of one of them
MOST_EXTRA = 1000  # ranges beyond a gap, of each
