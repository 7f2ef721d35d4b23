import Geodesy
import Testing

@testable import RoutingEngines

@Suite("Lines encoded as text")
struct EncodedPolylineTests {
    @Test("the example of the format's description, with five decimals")
    func published() {
        #expect(
            EncodedPolyline.positions("_p~iF~ps|U_ulLnnqC_mqNvxq`@", decimals: 5) == [
                Coordinate(latitude: 38.5, longitude: -120.2),
                Coordinate(latitude: 40.7, longitude: -120.95),
                Coordinate(latitude: 43.252, longitude: -126.453),
            ])
    }

    @Test("the same with six decimals")
    func sixDecimals() {
        #expect(
            EncodedPolyline.positions("_izlhA~rlgdF_{geC~ywl@_kwzCn`{nI", decimals: 6) == [
                Coordinate(latitude: 38.5, longitude: -120.2),
                Coordinate(latitude: 40.7, longitude: -120.95),
                Coordinate(latitude: 43.252, longitude: -126.453),
            ])
    }

    @Test(
        "what is no whole line",
        arguments: ["_", "_p~iF", "_p~iF~ps|", "??!!", "a b", "ünlü", "~~~~~~~~~~~~~~~~~~~~??"])
    func broken(text: String) {
        #expect(EncodedPolyline.positions(text, decimals: 6) == nil)
    }
}
