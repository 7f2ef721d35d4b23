#!/usr/bin/env python3
"""Writes Data/Routing/waterways.tsv: the inland waterways of waterway-chains.tsv with the courses of their rivers.

usage: import-waterways.py

A river is followed along its course in Data/Gazetteer/waters.shapes from the corner nearest to the position before it to the
one nearest to the position behind it. Courses are thinned to a kilometre and a half (D. Douglas and T. Peucker 1973), with a position at
least every 25 km, so that towns find one near.
"""
import heapq
import math
import pathlib
import struct
import sys

DATA = pathlib.Path(__file__).resolve().parents[1] / "Data"
DEVIATION, STEP = 1.5, 25.0  # kilometres
# How far a position may lie from the river that is followed from it, and how wide gaps between its parts may be.
FARTHEST, GAP = 25.0, 12.0


def km(a, b):
    la, lb = math.radians(a[0]), math.radians(b[0])
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742.02 * math.asin(math.sqrt(h))


def rivers():
    """The parts of each river, by its identifier: positions (lat, lon)."""
    data = (DATA / "Gazetteer/waters.shapes").read_bytes()
    if data[:8] != b"PPSHAPE1":
        sys.exit("waters.shapes: it is no file of shapes")
    at, found = 8, {}
    while at < len(data):
        (size,) = struct.unpack_from("<H", data, at)
        name = data[at + 2:at + 2 + size].decode()
        at += 2 + size
        (size,) = struct.unpack_from("<I", data, at)
        numbers = varints(data[at + 4:at + 4 + size])
        at += 4 + size
        if next(numbers) != 1:
            continue
        parts, x, y = [], 0, 0
        for _ in range(next(numbers)):
            part = []
            for _ in range(next(numbers)):
                x += unfold(next(numbers))
                y += unfold(next(numbers))
                part.append((y / 1e4, x / 1e4))
            parts.append(part)
        found[name] = parts
    return found


def varints(data):
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0


def unfold(number):
    return (number >> 1) ^ -(number & 1)


def followed(parts, start, end, what):
    """The shortest way along the parts of a river, without the two positions it joins."""
    corners = [p for part in parts for p in part]
    near = [[] for _ in corners]
    first, ends = 0, []
    for part in parts:
        for i in range(first, first + len(part) - 1):
            near[i].append(i + 1)
            near[i + 1].append(i)
        ends += [first, first + len(part) - 1]
        first += len(part)
    for one in ends:
        for other in range(len(corners)):
            if other != one and km(corners[one], corners[other]) <= GAP:
                near[one].append(other)
                near[other].append(one)
    goals = []
    for place in (start, end):
        nearest = min(range(len(corners)), key=lambda i: km(corners[i], place))
        if km(corners[nearest], place) > FARTHEST:
            sys.exit(f"{what}: {place} is {km(corners[nearest], place):.0f} km from the river")
        goals.append(nearest)
    costs, before, heap = {goals[0]: 0.0}, {}, [(0.0, goals[0])]
    while heap:
        cost, here = heapq.heappop(heap)
        if here == goals[1]:
            break
        if cost > costs[here]:
            continue
        for other in near[here]:
            total = cost + km(corners[here], corners[other])
            if total < costs.get(other, math.inf):
                costs[other], before[other] = total, here
                heapq.heappush(heap, (total, other))
    if goals[1] not in costs:
        sys.exit(f"{what}: the parts of the river do not join {start} and {end}")
    way, here = [], goals[1]
    while here != goals[0]:
        way.append(here)
        here = before[here]
    return [corners[i] for i in reversed(way + [goals[0]])]


def thinned(line, fixed):
    keep = sorted({0, len(line) - 1, *(i for i, p in enumerate(line) if p in fixed)})
    found = []
    for first, last in zip(keep, keep[1:]):
        found += split(line, first, last)[:-1]
    return found + [line[-1]]


def split(line, first, last):
    best, far = None, DEVIATION
    for i in range(first + 1, last):
        away = offset(line[first], line[last], line[i])
        if away > far:
            best, far = i, away
    if best is None and last - first > 1 and km(line[first], line[last]) > STEP:
        best = (first + last) // 2
    if best is None:
        return [line[first], line[last]]
    return split(line, first, best)[:-1] + split(line, best, last)


def offset(a, b, p):
    """How far a position is from a line, in kilometres, on a plane around it."""
    scale = math.cos(math.radians(p[0])) * 111.2
    ax, ay, bx, by = (a[1] - p[1]) * scale, (a[0] - p[0]) * 111.2, (b[1] - p[1]) * scale, (b[0] - p[0]) * 111.2
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = max(0, min(1, -(ax * dx + ay * dy) / length)) if length else 0
    return math.hypot(ax + t * dx, ay + t * dy)


def filled(line):
    """The line with positions between those that are far apart, as towns look for a near one."""
    found = line[:1]
    for a, b in zip(line, line[1:]):
        parts = math.ceil(km(a, b) / (1.6 * STEP))
        found += [(a[0] + (b[0] - a[0]) * i / parts, a[1] + (b[1] - a[1]) * i / parts) for i in range(1, parts)]
        found.append(b)
    return found


def course(chain, shapes, what):
    line, fixed, river = [], set(), None
    for token in chain.split():
        if "," not in token:
            river = token
            continue
        place = tuple(float(n) for n in token.split(","))
        if river:
            if river not in shapes:
                sys.exit(f"{what}: no river {river} in waters.shapes")
            line += [p for p in followed(shapes[river], line[-1], place, what) if min(km(p, line[-1]), km(p, place)) > 1]
        river = None
        line.append(place)
        fixed.add(place)
    return filled(thinned(line, fixed))


def main():
    shapes, rows = rivers(), []
    header = None
    for text in (DATA / "Routing/waterway-chains.tsv").read_text().splitlines():
        if text.startswith("#") or not text:
            continue
        cells = text.split("\t")
        if header is None:
            header = cells
            continue
        row = dict(zip(header, cells))
        line = course(row["chain"], shapes, row["name"])
        drawn = sum(km(a, b) for a, b in zip(line, line[1:]))
        print(f"{row['name']}: {len(line)} positions, {drawn:.0f} km drawn, {row['km'] or '-'} by its source")
        place = " ".join(f"{lat:.3f},{lon:.3f}" for lat, lon in line)
        rows.append([row["name"], "waterway", row["default"], row["km"], row["aliases"], row["opened"], "", row["fits"], "",
                     row["source"], place])
    columns = "name kind default km aliases opened shut fits instead source line".split()
    out = DATA / "Routing/waterways.tsv"
    out.write_text("# Made by Scripts/import-waterways.py from waterway-chains.tsv; columns as in links.tsv.\n"
                   + "".join("\t".join(row) + "\n" for row in [columns] + rows))


if __name__ == "__main__":
    main()
