import Foundation
import Testing

/// `periplus distance`, run as a process.
@Suite("periplus distance")
struct DistanceTests {
    @Test("a leading minus is a value")
    func leadingMinus() throws {
        // Buenos Aires to Cape Town; PROJ's own program gives 6,885,538 m on WGS 84.
        let run = try PeriplusProcess(["distance", "-34.6,-58.4", "-33.9,18.4"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("6885.5 km"), "\(run.output)")
    }

    @Test("names, with their container")
    func names() throws {
        // Moscow 55.75222,37.61556 and Yelabuga 55.76232,52.04425 (GeoNames): 904.2 km.
        let run = try PeriplusProcess(["distance", "Moscow, Russia", "Yelabuga, Tatarstan"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("904."), "\(run.output)")
    }

    @Test(
        "positions as texts write them",
        arguments: [
            "05:14.6N - 004:01.2W", "3651N05321E", "36-51.1N 053-21.9E", "Lat: 36.85 Long: 53.36",
            "latitude 36.85 north, longitude 53.36 east", "4QFJ 12345 67890",
            "UTM 33U 391545 5820065", "N 36.85 E 53.36",
        ])
    func notations(_ position: String) throws {
        let run = try PeriplusProcess(["distance", position, "0,0"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.isEmpty, "\(run.errors)")
    }

    /// Cities with a province of their name, and where GeoNames has them.
    static let seats = [
        ("Homs", "34.72,36.73"), ("Murmansk", "68.98,33.09"), ("Haifa", "32.82,34.99"),
        ("Lviv", "49.84,24.03"), ("Latakia", "35.53,35.79"), ("Suez", "29.97,32.53"),
        ("Idlib", "35.93,36.63"), ("Muscat", "23.58,58.41"), ("Perm", "58.01,56.25"),
        ("New York", "40.71,-74.01"),
    ]

    @Test("a city goes before the province named after it", arguments: seats)
    func cities(name: String, position: String) throws {
        let run = try PeriplusProcess(["distance", name, position, "--quiet", "--json"])
        #expect(run.status == 0, "\(run.errors)")
        let object =
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(try #require(object?["km"] as? Double) < 20, "\(run.output)")
    }

    /// Names, and what the output must hold.
    static let together: [([String], String)] = [
        (["Baku", "Aktau", "Poti"], "(GE)"),
        (["Springfield", "Chicago"], "Springfield, Illinois (US)"),
        (["Springfield", "Boston"], "Springfield, Massachusetts (US)"),
        (["Tripoli", "Beirut"], "Tripoli (LB)"),
        (["Birmingham", "Atlanta"], "Birmingham, Alabama (US)"),
        // A great namesake is not outweighed by one next door.
        (["Paris", "Dallas"], "Paris (FR)"),
        (["London", "Toronto"], "London (GB)"),
    ]

    @Test("several names decide together", arguments: together)
    func names(names: [String], label: String) throws {
        let run = try PeriplusProcess(["distance"] + names + ["--quiet"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains(label), "\(run.output)")
    }

    @Test("by sea an inland city is not traded for a port of its name elsewhere")
    func inlandCity() throws {
        let run = try PeriplusProcess(["distance", "Madrid", "Kyiv", "--mode", "sea"])
        #expect(run.status == 65)
        #expect(run.errors.contains("Madrid (ES)"), "\(run.errors)")
        #expect(run.errors.contains("km from the sea"), "\(run.errors)")
        let onRiver = try PeriplusProcess(["distance", "Vienna", "Odesa", "--mode", "sea"])
        #expect(onRiver.errors.contains("Vienna (AT)"), "\(onRiver.errors)")
        #expect(onRiver.output.contains("by inland waterways (Danube"), "\(onRiver.output)")
    }

    @Test("pairs: a line of JSON for each line, errors in place")
    func pairs() throws {
        let scratch = try Scratch()
        let path = try scratch.file("pairs", "36.85,53.36\t42.98,47.5\nnonsense\n0,0\t0,1\n")
        let run = try PeriplusProcess(["distance", "--pairs", path])
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 0)
        #expect(lines.count == 3)
        #expect(lines[0].contains("\"km\":84"))
        #expect(lines[1].contains("\"error\""))
        // A degree of the equator: 111.319 km.
        #expect(lines[2].contains("\"km\":111.319"))
        #expect(run.errorLines == ["periplus: 1 pairs could not be measured"])
        let strict = try PeriplusProcess(["distance", "--strict", "--quiet", "--pairs", path])
        #expect(strict.status == 65)
    }

    @Test("by sea around the Absheron peninsula, over no land")
    func bySea() throws {
        let run = try PeriplusProcess([
            "distance", "36.85185,53.3654", "42.98306,47.50472", "--mode", "sea", "--json",
        ])
        #expect(run.status == 0, "\(run.errors)")
        let data = Data(run.output.utf8)
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let legs = object?["legs"] as? [[String: Any]]
        let measured = legs?.first?["measured"] as? [String: Any]
        let drawn = try #require(measured?["geometry_nmi"] as? Double) * 1.852
        // Methods memo 4.3: 845 km on two independent shorelines; the geodesic is 844.8 km.
        #expect((845...855).contains(drawn))
    }

    @Test("by sea to where no ship goes says why")
    func inland() throws {
        let run = try PeriplusProcess(["distance", "34.53,69.17", "0,60", "--mode", "sea"])
        #expect(run.status == 65)
        #expect(run.errors.contains("km from the sea"), "\(run.errors)")
    }
}
