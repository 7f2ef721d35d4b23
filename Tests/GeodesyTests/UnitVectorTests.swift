import Geodesy
import Testing

@Suite("Predicates on the sphere")
struct UnitVectorTests {
    static func vector(_ latitude: Double, _ longitude: Double) -> UnitVector {
        UnitVector(Coordinate(latitude: latitude, longitude: longitude))
    }

    @Test(
        "A position survives the way to a vector and back",
        arguments: [(0.0, 0.0), (51.5, -0.1), (-89.9, 179.9), (90, 0)])
    func roundTrip(latitude: Double, longitude: Double) {
        let back = Self.vector(latitude, longitude).coordinate
        #expect(abs(back.latitude - latitude) < 1e-12)
        #expect(abs(back.longitude - longitude) < 1e-9)
    }

    @Test("The middle of an arc lies on it, half way; an arc of no length is its own middle")
    func middle() {
        let middle = Self.vector(0, 170).middle(to: Self.vector(0, -150)).coordinate
        #expect(abs(middle.latitude) < 1e-12)
        #expect(abs(middle.longitude + 170) < 1e-9)
        let place = Self.vector(36.85, 53.37)
        #expect(abs(place.middle(to: place).coordinate.latitude - 36.85) < 1e-9)
    }

    @Test("North is left of the way east")
    func side() {
        let product = UnitVector.tripleProduct(
            Self.vector(0, 0), Self.vector(0, 10), Self.vector(5, 5))
        #expect(product > 0)
        #expect(
            UnitVector.tripleProduct(Self.vector(0, 0), Self.vector(0, 10), Self.vector(-5, 5)) < 0)
    }

    @Test("Arcs cross across 180 degrees and at the pole, not at the antipode")
    func crossing() {
        #expect(
            UnitVector.arcsCross(
                Self.vector(0, 170), Self.vector(0, -170), Self.vector(-5, 180), Self.vector(5, 180)
            ))
        #expect(
            UnitVector.arcsCross(
                Self.vector(80, 0), Self.vector(80, 180), Self.vector(80, 90), Self.vector(80, -90))
        )
        // The second arc crosses the first one's great circle at its antipode.
        #expect(
            !UnitVector.arcsCross(
                Self.vector(0, -10), Self.vector(0, 10), Self.vector(-5, 180), Self.vector(5, 180)))
        #expect(
            !UnitVector.arcsCross(
                Self.vector(0, 0), Self.vector(0, 10), Self.vector(1, 0), Self.vector(1, 10)))
    }

    @Test("Angles keep their precision when small")
    func angle() {
        let metre = 1 / UnitVector.earthRadius
        let start = Self.vector(45, 7)
        let end = Self.vector(45 + metre * 180 / .pi, 7)
        #expect(abs(start.angle(to: end) - metre) < metre * 1e-6)
        #expect(abs(Self.vector(0, 0).angle(to: Self.vector(0, 180)) - .pi) < 1e-12)
    }
}
