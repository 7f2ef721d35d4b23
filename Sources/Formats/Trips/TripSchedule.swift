internal import Documents
internal import Geodesy
internal import Movements
internal import RouteMaps

/// When trips start and where they are at what time, for an animation.
struct TripSchedule {
    /// Where the start comes from and that the speed is assumed, in a few words.
    private(set) var timing = ""
    /// The time that the next leg starts, in Unix seconds.
    private var clock = 0
    /// When the routes so far have ended, by their numbers.
    private var ends: [Int: Int] = [:]

    /// Sets the clock for a route: to the end of the one it continues, its own date, or its document's.
    mutating func start(_ record: RouteRecord) {
        let date = record.movement.date
        if let before = record.continues, let end = ends[before] {
            clock = end
            timing = "after route \(before)"
        } else if let time = Self.seconds(ofDay: date?.from ?? date?.to) {
            clock = time
            timing = "from the date stated"
        } else if let day = record.map.document.date?.day, let time = Self.seconds(ofDay: "\(day)")
        {
            clock = time
            timing = "from the document's date"
        } else {
            clock = 0
            timing = "no date known"
        }
        timing += ", at an assumed speed"
    }

    /// The times at the points of a line, whole seconds that never run backwards.
    mutating func times(along points: [Coordinate], by mode: TransportMode) -> [Int] {
        var metres = 0.0
        let speed = NominalSpeed.metresASecond(mode)
        let start = clock
        var times = [start]
        for (from, to) in zip(points, points.dropFirst()) {
            metres += Ellipsoid.wgs84.distance(from: from, to: to).metres
            times.append(start + Int((metres / speed).rounded()))
        }
        clock = times[times.count - 1]
        return times
    }

    /// Remembers when a route ends, for those that continue it.
    mutating func end(_ record: RouteRecord) { ends[record.number] = clock }

    /// Midnight of a day ("2023-04-01", or a month or a year of it) in Unix seconds, without leap seconds.
    private static func seconds(ofDay text: String?) -> Int? {
        guard let text else { return nil }
        let full = text + "-01-01".suffix(max(0, 10 - text.count))
        return CalendarDate(String(full)).map { $0.dayNumber * 86_400 }
    }
}
