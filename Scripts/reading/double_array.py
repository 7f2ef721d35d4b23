"""A trie of byte strings in one array.

A unit of 32 bits: bits 0 to 7 the byte that leads here, bit 8 whether a string ends here, bits 9 to 30
the base. The child for a byte is at base + byte, if it carries that byte; the number of the string
that ends here is the unit at the base itself, with bit 31 set. Unit 0 is the root. Free units are 1 << 31.
Bases are unique, so that a byte in a unit says whose child it is.
"""

import numpy as np

FREE = 1 << 31
VALUE = -1  # stands for the end of a string among the labels of a node


def double_array(numbers):
    """The trie of a dict of byte strings (without zero bytes) to numbers."""
    nodes = tree(numbers)
    size = 1 << 23
    taken, used = bytearray(size), bytearray(size)
    taken[0] = used[0] = 1
    units = np.full(size, FREE, dtype="<u4")
    place = {0: 0}
    label = {0: 0}
    hints = {}  # by offsets: slots below it never fit them again
    bases = {}
    # Nodes with many children first: they are the hardest to place.
    for node in sorted(range(len(nodes)), key=lambda n: -len(nodes[n])):
        children = nodes[node]
        if not children:
            continue
        offsets = tuple(sorted(0 if byte == VALUE else byte for byte in children))
        lowest = offsets[0]
        slot = hints.get(offsets, 1)
        while True:
            slot = taken.index(0, slot)
            base = slot - lowest
            if base > 0 and not used[base] and not any(taken[base + o] for o in offsets[1:]):
                break
            slot += 1
        used[base] = 1
        for offset in offsets:
            taken[base + offset] = 1
        hints[offsets] = slot + 1
        bases[node] = base
    for node, base in bases.items():
        for byte, child in nodes[node].items():
            if byte == VALUE:
                units[base] = FREE | child
            else:
                place[child], label[child] = base + byte, byte
    for node, at in place.items():
        units[at] = label[node] | (VALUE in nodes[node]) << 8 | bases[node] << 9
    last = int(np.flatnonzero(units != FREE).max())
    if last >= 1 << 22:
        raise ValueError("too many pieces for a base of 22 bits")
    return units[: last + 1].copy()


def tree(numbers):
    """Nodes, each a dict of byte to node, and of VALUE to number."""
    nodes = [{}]
    for key, number in numbers.items():
        node = 0
        for byte in key:
            child = nodes[node].get(byte)
            if child is None:
                child = len(nodes)
                nodes.append({})
                nodes[node][byte] = child
            node = child
        nodes[node][VALUE] = number
    return nodes
