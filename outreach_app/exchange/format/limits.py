"""Limits of a bundle: what a hostile file can cost this program.

The worst files within these limits are measured (tests/core/exchange/format/test_worst_files.py):
read and imported in less than 2 seconds and 300 MB, on an office PC.
"""

MAX_FILE = 16 << 20  # bytes of the file
MAX_MANIFEST = 1 << 20
MAX_SIGNATURE = 4 << 10
MAX_RAW = 10 << 20  # bytes of the events, uncompressed
MAX_OF_PART = 9 << 20  # of which an export fills this much before it starts another file
MAX_LINE = 256 << 10
MAX_EVENTS = 25_000
# Fields, and the items of list fields: a short one takes fifteen times its size once it is read.
# Sound files of 9 MiB have half as many.
MAX_VALUES = 600_000
MAX_RECIPIENTS = 16
MAX_HEADER = 8 << 10  # bytes of the age header; 16 recipients take 1.7 kB
MAX_STANZAS = 24  # of the age header, meaningless ones included
MAX_STANZA_LINES = 8
MAX_DEVICES = 5000  # of which a sender reports its holdings
MAX_PROOFS = 16  # of an access log, each from an earlier state of it
MAX_NODES = 64  # of one proof
MAX_EXTRA = 1000  # ranges beyond a gap, for each device
