"""Reads GPX by gpxpy: check_gpx.py FILE. Prints what is in it as JSON."""
import json
import sys

import gpxpy

gpx = gpxpy.parse(open(sys.argv[1], encoding="utf-8"))
print(json.dumps({
    "waypoints": len(gpx.waypoints),
    "stops": [[point.name for point in route.points] for route in gpx.routes],
    "segments": [[len(segment.points) for segment in track.segments] for track in gpx.tracks],
}))
