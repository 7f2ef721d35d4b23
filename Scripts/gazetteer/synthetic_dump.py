#!/usr/bin/env python3
"""Writes a GeoNames-like dump of made-up places, to measure an import.

usage: synthetic_dump.py FILE [ROWS]     (12,000,000 rows unless told: about 1.4 GB)
"""
import random
import sys

SYLLABLES = "ka lo mi ra ten vor sel da bu nor gi pa shi ul ez mar kov ber fel dun wi ros ta qu xe yo za hor lin po".split()
FEATURES = [("P", "PPL")] * 9 + [("H", "STM")] * 4 + [("T", "MT")] * 3 + [("S", "SCH"), ("S", "FRM"), ("L", "LCTY"), ("V", "FRST"), ("H", "LK"), ("A", "ADM3")]
COUNTRIES = "US CN IN RU IR NO MX ID PK TR BR DE FR GB".split()


def main():
    path, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 12_000_000
    draw = random.Random(7)
    stems = ["".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4))).capitalize() for _ in range(400_000)]
    with open(path, "w", encoding="utf-8") as out:
        for start in range(0, rows, 10_000):
            block = []
            for i in range(start, min(rows, start + 10_000)):
                name = draw.choice(stems) + (" " + draw.choice(stems) if draw.random() < 0.5 else "")
                others = ",".join(draw.choice(stems) for _ in range(draw.choice((0, 0, 0, 1, 1, 2, 4))))
                group, code = draw.choice(FEATURES)
                land = draw.choice(COUNTRIES)
                block.append(f"{20_000_000 + i}\t{name}\t{name}\t{others}\t{draw.uniform(-80, 80):.5f}\t{draw.uniform(-180, 180):.5f}\t{group}\t{code}\t{land}"
                             f"\t\t{draw.randint(1, 60):02d}\t{draw.randint(1, 900)}\t\t\t{draw.choice((0, 0, 0, 0, 120, 5_000))}\t\t12\tEtc/UTC\t2026-01-01\n")
            out.writelines(block)


if __name__ == "__main__":
    main()
