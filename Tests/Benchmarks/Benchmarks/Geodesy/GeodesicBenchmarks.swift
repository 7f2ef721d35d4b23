import Benchmark
import CLoop
import Geodesy

/// The share of C's speed that our call reaches is the ratio of the two times.
let benchmarks: @Sendable () -> Void = {
    let count = 100_000
    // A fixed sequence (Knuth's MMIX generator), so that every run measures the same pairs.
    var state: UInt64 = 7
    func random(_ range: ClosedRange<Double>) -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let share = Double(state >> 11) / Double(1 << 53)
        return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    let pairs = (0..<count).flatMap { _ in
        [random(-90...90), random(-180...180), random(-90...90), random(-180...180)]
    }
    let positions = stride(from: 0, to: pairs.count, by: 2).map {
        Coordinate(latitude: pairs[$0], longitude: pairs[$0 + 1])
    }

    Benchmark("100,000 geodesics: Ellipsoid.distance") { _ in
        var sum = 0.0
        for index in stride(from: 0, to: positions.count, by: 2) {
            sum += Ellipsoid.wgs84.distance(from: positions[index], to: positions[index + 1]).metres
        }
        blackHole(sum)
    }

    Benchmark("100,000 geodesics: geod_inverse in a C loop") { _ in
        blackHole(geodesic_loop(pairs, count))
    }
}
