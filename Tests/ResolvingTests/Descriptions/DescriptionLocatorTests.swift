import Gazetteers
import Geodesy
import Geoparsing
import Resolving
import Testing

/// Places told by distance and direction from another stand where that is.
@Suite("Places described by distance and direction")
struct DescriptionLocatorTests {
    /// A text, the words of the description, where it is, and how far off the position may be, in kilometres.
    ///
    /// The positions are GeoNames' of the place named, with the distance laid off along the rhumb line by hand: a
    /// nautical mile of latitude is a minute, one of longitude a minute over the cosine of the latitude.
    static let described: [(String, String, Coordinate, Double)] = [
        (
            // Bata: 1.86391 N, 9.76582 E.
            "Pirates boarded the vessel 80 nautical miles west of Bata.",
            "80 nautical miles west of Bata", Coordinate(latitude: 1.86, longitude: 8.43), 2
        ),
        (
            // Valletta: 35.89968 N, 14.5148 E.
            "A raft was seen drifting 60 nm south of Valletta on Monday.",
            "60 nm south of Valletta", Coordinate(latitude: 34.9, longitude: 14.51), 2
        ),
        (
            // Fokino: 42.97 N, 132.41 E.
            "The shells lay in a shed about nine kilometres south of Fokino.",
            "about nine kilometres south of Fokino", Coordinate(latitude: 42.89, longitude: 132.41),
            4
        ),
        (
            // Reykjavik: 64.13548 N, 21.89541 W; 100 km are 0.897 degrees.
            "The trawler sank 100 kilometres north of Reykjavik.",
            "100 kilometres north of Reykjavik", Coordinate(latitude: 65.03, longitude: -21.9), 2
        ),
    ]

    @Test(arguments: described)
    func stands(text: String, words: String, position: Coordinate, tolerance: Double) throws {
        let answers = try Reading.shared().answers(to: text)
        let found = try #require(
            answers.first { $0.mention.kind == .description && $0.mention.text == words })
        let described = try #require(found.decision.described)
        let off = Ellipsoid.wgs84.distance(from: described.coordinate, to: position).kilometres
        #expect(off <= tolerance, "\(described)")
        // The words leave open at least a tenth of the distance, and the width of a compass point.
        let reference = try #require(
            answers.first { $0.mention.kind == .name }?.decision.choice.best)
        let distance = Ellipsoid.wgs84.distance(
            from: reference.place.coordinate, to: described.coordinate)
        #expect(described.radius > Distance(kilometres: distance.kilometres * 0.1))
        #expect(described.confidence == reference.confidence)
    }

    @Test("without a direction, or from a place unknown, there is no position")
    func nowhere() throws {
        for text in [
            "The wreck was found 250 nautical miles off Cadiz.",
            "The boat sank forty miles north of Xyzzyville.",
        ] {
            let answers = try Reading.shared().answers(to: text)
            #expect(answers.allSatisfy { $0.decision.described == nil }, "\(text)")
        }
    }
}
