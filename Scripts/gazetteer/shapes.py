"""Packed shapes (ShapeCoding in Sources/Gazetteers): areas and lines in steps of 0.0001 degree."""
import struct

import common


def varint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


class Packer:
    def __init__(self):
        self.x = self.y = 0

    def ring(self, points):
        steps, last = [], None
        for lon, lat in points:
            p = (round(lon * 1e4), round(lat * 1e4))
            if p != last:
                steps.append(p)
                last = p
        out = bytearray(varint(len(steps)))
        for x, y in steps:
            for d in (x - self.x, y - self.y):
                out += varint(d << 1 if d >= 0 else (-d << 1) - 1)
            self.x, self.y = x, y
        return bytes(out)


def areas(geometry):
    """Shapely (Multi)Polygon: outer rings counter-clockwise, holes clockwise, not closed."""
    from shapely.geometry.polygon import orient
    parts = [orient(p) for p in getattr(geometry, "geoms", [geometry]) if p.geom_type == "Polygon" and not p.is_empty]
    parts.sort(key=lambda p: -p.area)
    packer = Packer()
    out = varint(0) + varint(len(parts))
    for part in parts:
        rings = [part.exterior] + sorted(part.interiors, key=lambda r: -len(r.coords))
        out += varint(len(rings)) + b"".join(packer.ring(r.coords[:-1]) for r in rings)
    return out


def lines(parts):
    packer = Packer()
    return varint(1) + varint(len(parts)) + b"".join(packer.ring(p) for p in parts)


def write(file, shapes):
    """`shapes`: identifier to packed bytes."""
    with open(common.DATA / file, "wb") as out:
        out.write(b"PPSHAPE1")
        for identifier in sorted(shapes, key=common.order):
            name = identifier.encode()
            out.write(struct.pack("<H", len(name)) + name + struct.pack("<I", len(shapes[identifier])) + shapes[identifier])
    print(f"{file}: {len(shapes)} shapes, {(common.DATA / file).stat().st_size / 1e6:.2f} MB")
