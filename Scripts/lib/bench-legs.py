"""Compares legs with searoute and with loops in C; run by Scripts/bench-legs."""
import argparse
import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

# What the project promises: a figure's name, its bound, and whether it is the least or the most allowed.
BOUNDS = [
    ("times_faster_than_searoute", 4, "least"),
    ("opening_ms", 30, "most"),
    ("query_p50_ms", 4, "most"),
    ("query_p95_ms", 15, "most"),
    ("geodesic_share_of_c", 0.95, "least"),
    ("matrix_times_c_a_core", 1.3, "most"),
]


def ports(clone):
    """Ports that more than one list knows, on water that is joined to the oceans: (lat, lon)."""
    with open(f"{clone}/Data/Gazetteer/ports.tsv", encoding="utf-8", newline="") as file:
        return [
            (float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if int(row["rank"]) > 1 and row["basin"] == "0" and float(row["sea_km"] or 999) <= 2
        ]


def read_pairs(path):
    with open(path, encoding="utf-8") as file:
        return [
            [tuple(float(figure) for figure in end.split(",")) for end in line.split("\t")]
            for line in file if line.strip()
        ]


def text(position):
    return f"{position[0]},{position[1]}"


def share(values, part):
    return sorted(values)[int(part * (len(values) - 1))]


def searoute_times(pairs):
    """Milliseconds of processor time a pair, after a first query that opens the network."""
    import searoute

    def ask(pair):
        (one_lat, one_lon), (two_lat, two_lon) = pair
        return searoute.searoute([one_lon, one_lat], [two_lon, two_lat])

    ask(pairs[0])
    times = []
    for pair in pairs:
        start = time.process_time()
        ask(pair)
        times.append((time.process_time() - start) * 1_000)
    return times


def processor_seconds(command):
    """Processor and wall time of a command, in seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        time.monotonic() - start,
    )


def main():
    options = argparse.ArgumentParser(prog="Scripts/bench-legs")
    options.add_argument("clone", help=argparse.SUPPRESS)
    options.add_argument("--json", action="store_true", help="one JSON object")
    options.add_argument("--pairs", help="lat,lon TAB lat,lon a line")
    options = options.parse_args()
    clone = options.clone
    program = f"{clone}/.build/release/periplus"
    chance = random.Random(2_000)
    known = ports(clone)
    pairs = read_pairs(options.pairs) if options.pairs else [
        chance.sample(known, 2) for _ in range(200)
    ]
    positions = [
        (round(chance.uniform(-89, 89), 5), round(chance.uniform(-180, 180), 5))
        for _ in range(2_000)
    ]
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/pairs", "w", encoding="utf-8") as file:
            file.writelines("\t".join(map(text, pair)) + "\n" for pair in pairs)
        with open(f"{folder}/positions", "w", encoding="utf-8") as file:
            file.writelines(text(position) + "\n" for position in positions)
        ours = json.loads(subprocess.run(
            [f"{clone}/Tests/Benchmarks/.build/release/RoutingBenchmark",
             f"{clone}/Data/Routing/sea.graph", f"{folder}/pairs", f"{folder}/positions"],
            check=True, capture_output=True, text=True).stdout)
    theirs = searoute_times(pairs)
    (lat1, lon1), (lat2, lon2) = pairs[0]
    cold = f"import searoute; searoute.searoute([{lon1}, {lat1}], [{lon2}, {lat2}])"
    matrix_cpu, matrix_wall = processor_seconds(
        [program, "distance", "--matrix", "--json", *map(text, positions)])
    cores = os.cpu_count() or 1
    figures = {
        "pairs": len(pairs),
        "opening_ms": ours["opening_ms"],
        "query_mean_ms": ours["query_ms"]["mean"],
        "query_p50_ms": ours["query_ms"]["p50"],
        "query_p95_ms": ours["query_ms"]["p95"],
        "searoute_mean_ms": round(sum(theirs) / len(theirs), 3),
        "searoute_p50_ms": round(share(theirs, 0.5), 3),
        "searoute_p95_ms": round(share(theirs, 0.95), 3),
        "times_faster_than_searoute": round(
            sum(theirs) / len(theirs) / ours["query_ms"]["mean"], 2),
        "cold_ms": round(1_000 * processor_seconds(
            [program, "distance", "--mode", "sea", text(pairs[0][0]), text(pairs[0][1])])[0], 1),
        "searoute_cold_ms": round(1_000 * processor_seconds([sys.executable, "-c", cold])[0], 1),
        "geodesic_ns": ours["geodesic_ns"],
        "geodesic_c_ns": ours["geodesic_c_ns"],
        "geodesic_share_of_c": round(ours["geodesic_c_ns"] / ours["geodesic_ns"], 3),
        "matrix_processor_ms": round(1_000 * matrix_cpu),
        "matrix_wall_ms": round(1_000 * matrix_wall),
        "matrix_c_ms": round(ours["matrix_c_ms"]),
        "cores": cores,
        # By processor time, so that what else runs does not count; the wall time shows both cores at work.
        "matrix_times_c_a_core": round(1_000 * matrix_cpu / ours["matrix_c_ms"], 3),
        "matrix_speed_up": round(matrix_cpu / matrix_wall, 2),
    }
    if options.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            bound = next((b for b in BOUNDS if b[0] == name), None)
            note = f"  (at {bound[2]} {bound[1]})" if bound else ""
            print(f"{name:28}{figure:>12}{note}")
    failed = [
        name for name, bound, kind in BOUNDS
        if (figures[name] < bound) == (kind == "least") and figures[name] != bound
    ]
    if failed:
        print(f"bench-legs: out of bounds: {', '.join(failed)}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
