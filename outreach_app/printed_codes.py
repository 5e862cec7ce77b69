"""The letters of codes that are printed and typed back: recovery codes, first passphrases."""

# Crockford's base 32: no I, L, O or U to misread on paper.
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def normalise_code(code: str) -> str:
    """Return the letters of a code, however it was typed: O is read as 0, I and L as 1."""
    return "".join(code.upper().translate(_MISREAD).replace("-", "").split())
