"""The encryption of what a store and its marks keep: key files, and former keys of marks."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from outreach_app.key_files import KeyFile, sound_key_file


def seal(key_file: KeyFile, data_key: bytes) -> bytes:
    """Encrypt a key file for its store."""
    return seal_bytes(key_file.content(), data_key)


def seal_bytes(content: bytes, data_key: bytes) -> bytes:
    """Return 12 bytes of nonce, then the content in AES-256-GCM."""
    nonce = secrets.token_bytes(12)
    return nonce + _cipher(data_key).encrypt(nonce, content, None)


def unseal(content: bytes, data_key: bytes) -> KeyFile | None:
    """Return the key file that a store keeps, or None if it was sealed with a former key."""
    plain = unseal_bytes(content, data_key)
    return sound_key_file(plain) if plain is not None else None


def unseal_bytes(content: bytes, data_key: bytes) -> bytes | None:
    """Return what was sealed, or None if it was sealed with another key, or altered."""
    try:
        return _cipher(data_key).decrypt(content[:12], content[12:], None)
    except (InvalidTag, ValueError, TypeError):  # too short for a nonce; no bytes
        return None


def _cipher(data_key: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, None, b"outreach kept key file 1").derive(data_key))
