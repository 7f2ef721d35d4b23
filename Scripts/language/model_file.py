"""Writes the flat model file that Language reads.

All numbers are little-endian. A header of 64 bytes: magic "PERIPLNG", layout version (u32), number
of sections (u32), length of the file (u64), XXH64 (seed 0) of all bytes after the header (u64), zeros.
Then 40 bytes a section: name (24 bytes, zero-padded), offset (u64), length (u64). Sections begin at
multiples of 64.
"""

import struct

import numpy as np

MAGIC = b"PERIPLNG"
LAYOUT = 1
PANEL = 16  # columns of a weight matrix that the kernels read together
MASK = (1 << 64) - 1
PRIMES = (
    0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9,
    0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5,
)


def rotate(x, bits):
    return ((x << bits) | (x >> (64 - bits))) & MASK


def xxh64(data):
    """XXH64 with seed 0, for data of at least 32 bytes."""
    p1, p2, p3, p4, p5 = PRIMES
    lanes = [(p1 + p2) & MASK, p2, 0, (-p1) & MASK]
    whole = len(data) // 32 * 32
    for words in struct.iter_unpack("<4Q", data[:whole]):
        lanes = [rotate((lane + word * p2) & MASK, 31) * p1 & MASK for lane, word in zip(lanes, words)]
    h = sum(rotate(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & MASK
    for lane in lanes:
        h = ((h ^ (rotate(lane * p2 & MASK, 31) * p1 & MASK)) * p1 + p4) & MASK
    h = (h + len(data)) & MASK
    rest = data[whole:]
    while len(rest) >= 8:
        word = struct.unpack("<Q", rest[:8])[0]
        h = (rotate(h ^ (rotate(word * p2 & MASK, 31) * p1 & MASK), 27) * p1 + p4) & MASK
        rest = rest[8:]
    if len(rest) >= 4:
        h = (rotate(h ^ (struct.unpack("<I", rest[:4])[0] * p1 & MASK), 23) * p2 + p3) & MASK
        rest = rest[4:]
    for byte in rest:
        h = rotate(h ^ (byte * p5 & MASK), 11) * p1 & MASK
    h = (h ^ (h >> 33)) * p2 & MASK
    h = (h ^ (h >> 29)) * p3 & MASK
    return h ^ (h >> 32)


def packed(weights):
    """A matrix (outputs, inputs) as panels of 16 outputs, each input by input; zero-padded."""
    outputs, inputs = weights.shape
    panels = -(-outputs // PANEL)
    padded = np.zeros((panels * PANEL, inputs), dtype="<f4")
    padded[:outputs] = weights
    return np.ascontiguousarray(padded.reshape(panels, PANEL, inputs).transpose(0, 2, 1))


def padded(vector):
    """A bias, zero-padded to whole panels."""
    out = np.zeros(-(-len(vector) // PANEL) * PANEL, dtype="<f4")
    out[: len(vector)] = vector
    return out


def write(path, sections):
    """Writes sections, a dict of name to bytes or array, and returns the file's length."""
    offset = -(-(64 + 40 * len(sections)) // 64) * 64
    table, body = b"", b""
    base = offset
    for name, content in sections.items():
        content = content.tobytes() if hasattr(content, "tobytes") else content
        table += struct.pack("<24sQQ", name.encode(), base + len(body), len(content))
        body += content + b"\0" * (-len(content) % 64)
    rest = table.ljust(base - 64, b"\0") + body
    header = struct.pack("<8sIIQQ", MAGIC, LAYOUT, len(sections), 64 + len(rest), xxh64(rest))
    with open(path, "wb") as file:
        file.write(header.ljust(64, b"\0") + rest)
    return 64 + len(rest)
