public import Foundation
internal import Geodesy
internal import Movements
internal import RouteMaps

/// Writes the legs as trips in time for kepler.gl: positions of longitude, latitude, height and Unix seconds.
///
/// Four figures go beyond what RFC 7946 recommends, so trips are a file of their own. A route starts on its
/// date, or its document's; its legs, and what continues it, follow each other at a nominal speed. The
/// property `timing` says so: these times are for an animation, no text states them.
public struct TripsWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas's legs that have a line; of documents and routes without a date the first day is 1970-01-01.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try JSONFile(at: url)
        file.json.openObject()
        file.json.key("type")
        file.json.string("FeatureCollection")
        file.json.key("attribution")
        file.json.array { json in
            for notice in atlas.notices { json.string(notice) }
        }
        file.json.key("features")
        file.json.openArray()
        var schedule = TripSchedule()
        try atlas.forEachRoute { (record) throws(FormatError) in
            schedule.start(record)
            for legRecord in record.legs {
                let (leg, number) = (legRecord.leg, legRecord.number)
                // A line cut at 180 degrees is two features, or it would be joined around the world.
                for (part, line) in leg.lines.enumerated() where line.coordinates.count > 1 {
                    let times = schedule.times(along: line.coordinates, by: leg.mode)
                    let id =
                        "route-\(record.number)-leg-\(number)" + (part > 0 ? "-\(part + 1)" : "")
                    append(
                        legRecord, id, zip(line.coordinates, times), schedule, to: &file.json)
                    try file.flush()
                }
            }
            schedule.end(record)
        }
        file.json.closeArray()
        file.json.closeObject()
        try file.commit()
    }

    private func append(
        _ leg: LegRecord, _ id: String, _ points: Zip2Sequence<[Coordinate], [Int]>,
        _ schedule: TripSchedule, to json: inout JSONBytes
    ) {
        json.object { json in
            json.featureHead(id: id)
            json.key("geometry")
            json.object { json in
                json.key("coordinates")
                json.array { json in
                    for (position, time) in points {
                        json.array { json in
                            json.number(position.longitude, decimals: 6)
                            json.number(position.latitude, decimals: 6)
                            json.integer(0)
                            json.integer(time)
                        }
                    }
                }
                json.key("type")
                json.string("LineString")
            }
            json.key("properties")
            var properties = JSONMembers()
            properties.add(LegFacts.all, of: leg)
            properties.add("timing", schedule.timing)
            properties.write(to: &json)
        }
    }
}
