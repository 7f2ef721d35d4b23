import Testing

@testable import Movements

@Suite("What carries it")
struct VehicleFinderTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    @Test(
        "The noun for a vehicle of the mode, with its name",
        arguments: [
            ("The tanker Aurora left [Basra~port].", TransportMode.sea, "tanker Aurora"),
            ("The tanker left [Basra~port].", .sea, "tanker"),
            ("Trucks left [Basra~port] when the tanker Aurora was seen.", .road, "Trucks"),
            ("A plane and a truck left [Basra~port].", .air, "plane"),
            ("A barge left [Linz].", .river, "barge"),
        ])
    func vehicles(text: String, mode: TransportMode, expected: String) throws {
        #expect(try vehicle(text, mode) == expected)
    }

    @Test("A vehicle of another mode, or none, carries nothing")
    func none() throws {
        #expect(try vehicle("The tanker left [Basra~port].", .air) == nil)
        #expect(try vehicle("Grain left [Basra~port].", .sea) == nil)
    }

    @Test("What is moved does not carry itself")
    func cargo() throws {
        let text = "Two tankers left [Busan~port] on a ship."
        #expect(try vehicle(text, .sea, cargo: "tankers") == "ship")
        #expect(try vehicle("Two tankers left [Busan~port].", .sea, cargo: "tankers") == nil)
    }

    @Test("The name of a place is no part of the vehicle's")
    func places() throws {
        #expect(try vehicle("From the ship [Basra~port] was left.", .sea) == "ship")
    }

    @Test(
        "Whether a sentence tells the way in so many words",
        arguments: [
            ("Grain went to [Varna~port] by sea.", TransportMode.sea, true),
            ("Grain was sent to [Varna~port] by rail.", .rail, true),
            ("Grain was sent to [Varna~port] by rail.", .sea, false),
            ("Grain went to [Varna~port].", .sea, false),
        ])
    func states(text: String, mode: TransportMode, expected: Bool) throws {
        let view = try reader.view(MovementCase(marked: Substring(text)))
        #expect(
            VehicleFinder(lexicon: reader.extractor.lexicon).states(mode, in: view) == expected)
    }

    @Test(
        "A means belongs to the word before it that states a route, in front of all to the first",
        arguments: [
            ("Barley left [Basra~port] and went on to [Baku~city] by rail.", "left", nil),
            ("Barley left [Basra~port] and went on to [Baku~city] by rail.", "went", .rail),
            ("By ship barley left [Basra~port] and went on to [Baku~city].", "left", .sea),
            ("By ship barley left [Basra~port] and went on to [Baku~city].", "went", nil),
            ("It left by ship for [Basra~port] and went by rail to [Baku~city].", "left", .sea),
            ("It left by ship for [Basra~port] and went by rail to [Baku~city].", "went", .rail),
            ("It left [Basra~port] by ship or by rail.", "left", nil),
        ] as [(String, String, TransportMode?)])
    func means(text: String, trigger: String, expected: TransportMode?) throws {
        let view = try reader.view(MovementCase(marked: Substring(text)))
        let triggers = view.lowers.indices.filter { ["left", "went"].contains(view.lowers[$0]) }
        let word = try #require(view.lowers.firstIndex(of: trigger))
        #expect(
            VehicleFinder(lexicon: reader.extractor.lexicon)
                .means(of: word, among: triggers, in: view) == expected)
    }

    private func vehicle(
        _ marked: String, _ mode: TransportMode, cargo: String? = nil
    ) throws -> String? {
        let example = try MovementCase(marked: Substring(marked))
        let view = try reader.view(example)
        let moved = cargo.flatMap { view.lowers.firstIndex(of: $0) }
        let range = VehicleFinder(lexicon: reader.extractor.lexicon).vehicle(
            for: mode, near: view.lowers.firstIndex(of: "left") ?? 0,
            except: moved.map { view.words[$0].utf8Range }, in: view)
        return range.map { String(decoding: Array(example.text.utf8)[$0], as: UTF8.self) }
    }
}
