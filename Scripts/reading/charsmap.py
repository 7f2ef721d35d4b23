"""Reads the normalisation that SentencePiece compiles into a tokenizer."""

import base64
import struct

import numpy as np

# The tokenizers library tries a cluster of characters as a whole only where it is shorter than this.
LONGEST_CLUSTER = 6


def replacements(normalizer):
    """Keys, values and text, as `encoder_file.py` describes them, of a normalizer's JSON."""
    parts = normalizer.get("normalizers", [normalizer])
    [table] = [part for part in parts if part["type"] == "Precompiled"]
    for part in parts:
        spaces = part["type"] == "Replace" and part["pattern"] == {"Regex": " {2,}"} and part["content"] == " "
        if part is not table and not spaces:
            raise ValueError(f"a normalizer that the program does not know: {part}")
    found = sorted(compiled(base64.b64decode(table["precompiled_charsmap"])).items())
    keys, values, text, places = [], [], b"", {}
    for key, replacement in found:
        if len(key) >= LONGEST_CLUSTER:
            continue
        if replacement not in places:
            places[replacement] = len(text)
            text += replacement
        keys.append(int.from_bytes(key.ljust(8, b"\0"), "big"))
        values.append(places[replacement] << 8 | len(replacement))
    return np.array(keys, dtype="<u8"), np.array(values, dtype="<u4"), text


def compiled(data):
    """The table in a compiled map: a double array (darts-clone), then strings that end in zero."""
    [size] = struct.unpack_from("<I", data)
    units = np.frombuffer(data, "<u4", size // 4, 4).tolist()
    strings = data[4 + size:]

    def offset(unit):
        return (unit >> 10) << ((unit & 0x200) >> 6)

    found, open_nodes = {}, [(offset(units[0]), b"")]
    while open_nodes:
        base, key = open_nodes.pop()
        if len(key) >= LONGEST_CLUSTER:
            continue
        for byte in range(1, 256):
            place = base ^ byte
            if place >= len(units) or units[place] & 0x800000FF != byte:
                continue
            child = place ^ offset(units[place])
            if units[place] >> 8 & 1:
                start = units[child] & 0x7FFFFFFF
                found[key + bytes([byte])] = strings[start : strings.index(b"\0", start)]
            open_nodes.append((child, key + bytes([byte])))
    return found
