import Testing

@testable import Movements

@Suite("Registered numbers of ships and aircraft")
struct VehicleIdentifierTests {
    /// Numbers made up for the test, but for the worked example of IMO resolution A.1117(30): 9074729.
    @Test(
        "A number is valid by its check digit, its country digits or its mark",
        arguments: [
            (VehicleIdentifier.Kind.imo, "9074729", true), (.imo, "9074720", false),
            (.imo, "907472", false), (.mmsi, "235012345", true), (.mmsi, "135012345", false),
            (.tail, "EP-GOQ", true), (.tail, "N628TS", true), (.tail, "GOQ", false),
            (.hull, "DDG-51", true), (.hull, "DDG", false),
        ])
    func validity(kind: VehicleIdentifier.Kind, value: String, isValid: Bool) {
        #expect(kind.accepts(value) == isValid)
    }

    @Test(
        "The number of a sentence goes with what sails or flies in it",
        arguments: [
            (
                "The tanker Sea Star (IMO 9074729) left [Basra~port] for [Karachi~port].",
                "imo 9074729 true"
            ),
            (
                "The tanker, IMO number: 9074720, left [Basra~port] for [Karachi~port].",
                "imo 9074720 false"
            ),
            (
                "An airliner with the tail number EP-GOQ flew from [Tehran] to [Caracas].",
                "tail EP-GOQ true"
            ),
            (
                "The destroyer (DDG-87) sailed from [Norfolk~port] to [Haifa~port].",
                "hull DDG-87 true"
            ),
            ("The tanker left [Basra~port] for [Karachi~port] with 9074729 barrels.", "-"),
        ])
    func reading(text: String, expected: String) throws {
        let example = try MovementCase(marked: Substring(text))
        let (stated, _) = try Reader.shared().read(example.text, example.mentions)
        let movement = try #require(stated.movements.first)
        let found = movement.vehicleIdentifier.map {
            "\($0.kind.rawValue) \($0.value) \($0.isValid)"
        }
        #expect(found ?? "-" == expected)
    }
}
