import Documents
import Geoparsing
import Language
import Testing

@testable import Movements

@Suite("From routes to movements")
struct MovementAssemblerTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    /// A text and what is made of routes in it.
    private struct Scene {
        let document: Document
        let example: MovementCase
        let analysis: Analysis
        let movements: [Movement]

        func words(_ range: Range<Int>?) -> String? { range.map { String(document.text(at: $0)) } }
    }

    /// A route by the names of its ends; the trigger and the cargo by their words.
    private struct Route {
        var origin: String?
        var destination: String?
        var trigger: String
        var cargo: String?
        var mode = TransportMode.sea
        var status = Movement.Status.asserted
        var relation = Movement.Relation.transport
    }

    private func scene(
        _ marked: String, _ routes: [Route], date: String? = nil, usesRules: Bool = false
    ) throws -> Scene {
        let example = try MovementCase(marked: Substring(marked))
        let document = Document(text: example.text, date: date.flatMap { CalendarDate($0) })
        let analysis = reader.model.analyse(document.text, entities: false)
        let input = ReaderInput(analysis, mentions: example.mentions)
        func range(_ words: String) throws -> Range<Int> {
            let utf8 = example.text.utf8
            let found = try #require(example.text.firstRange(of: words), "\(words)")
            return utf8.distance(
                from: utf8.startIndex, to: found.lowerBound)..<utf8.distance(
                    from: utf8.startIndex, to: found.upperBound)
        }
        let proposals = try routes.map { route in
            let trigger = try range(route.trigger)
            func mention(_ name: String?) -> Int? {
                name.flatMap { name in example.mentions.lastIndex { $0.text == name } }
            }
            let (origin, destination) = (mention(route.origin), mention(route.destination))
            return RouteProposal(
                origin: origin.flatMap { input.nodeOfMention[$0] },
                destination: destination.flatMap { input.nodeOfMention[$0] },
                originMention: origin, destinationMention: destination, probability: 0.9, ways: [],
                mode: route.mode, status: route.status, relation: route.relation,
                isBidirectional: false, trigger: trigger, cargo: try route.cargo.map(range),
                utf8Range: input.sentences.first { $0.contains(trigger.lowerBound) } ?? 0..<1)
        }
        let proposed =
            usesRules
            ? reader.rules.movements(in: document, analysis, mentions: example.mentions) : []
        let assembler = MovementAssembler(
            lexicon: reader.extractor.lexicon, analysis: analysis,
            mentions: example.mentions,
            input: input, proposed: proposed,
            dates: DateReader(
                documentDate: document.date?.day, words: reader.extractor.lexicon.time))
        let decoder = RouteDecoder(
            bar: 0.5, passedBar: 0.5, containers: input.containers(by: example.mentions),
            goods: { _ in [] })
        return Scene(
            document: document, example: example, analysis: analysis,
            movements: assembler.addingUses(
                to: assembler.movements(of: proposals, by: decoder), bar: 0.5))
    }

    @Test(
        "What a shipment is used for follows it, where the rules read so and the reader has the shipment"
    )
    func uses() throws {
        let text =
            "Mortars are flown from [Aden~city] to [Sanaa~city] and are then used against "
            + "[Marib~city]. Rice went from [Basra~port] to [Aden~city]."
        let rice = Route(origin: "Basra", destination: "Aden", trigger: "went")
        let flight = Route(origin: "Aden", destination: "Sanaa", trigger: "flown")
        let used = try scene(text, [flight, rice], usesRules: true)
        #expect(used.movements.map(\.relation) == [.transport, .use, .transport])
        #expect(used.movements.map(\.continues) == [nil, 0, nil])
        let target = try #require(used.movements[1].destination)
        #expect(used.example.mentions[target].text == "Marib")
        #expect(try scene(text, [rice], usesRules: true).movements.count == 1)
        #expect(try scene(text, [flight, rice]).movements.count == 2)
    }

    @Test("A means that is told rules, whatever else the sentence names")
    func means() throws {
        let scene = try scene(
            "The helicopters reach [Latakia~port] by ship from [Novorossiysk~port].",
            [Route(origin: "Novorossiysk", destination: "Latakia", trigger: "reach", mode: .air)])
        #expect(scene.movements.first?.mode == .sea)
        #expect(scene.movements.first?.modeBasis == .stated)
    }

    @Test(
        "A word for a vehicle tells the mode of the route told nearest to it, not of its sentence's others"
    )
    func modeOfOne() throws {
        let scene = try scene(
            "Copper leaves [Kitwe~city] for [Durban~port] in trucks, and from there it reaches [Antwerp~port].",
            [
                Route(origin: "Kitwe", destination: "Durban", trigger: "leaves", mode: .unknown),
                Route(origin: "Durban", destination: "Antwerp", trigger: "reaches"),
            ])
        #expect(scene.movements.map(\.mode) == [.road, .sea])
        #expect(scene.movements.map(\.modeBasis) == [.stated, .inferred])
    }

    @Test("A movement has its date, quantity, vehicle and number from the words around it")
    func details() throws {
        let scene = try scene(
            "The tanker Aurora (IMO 9074729) took 6,000 tonnes of diesel from [Basra~port] to "
                + "[Karachi~port] on 3 March 2021.",
            [Route(origin: "Basra", destination: "Karachi", trigger: "took", cargo: "diesel")])
        let movement = try #require(scene.movements.first)
        #expect(scene.words(movement.vehicle) == "tanker Aurora")
        #expect(movement.vehicleIdentifier?.value == "9074729")
        #expect(scene.words(movement.quantity) == "6,000 tonnes")
        #expect(scene.words(movement.cargo) == "diesel")
        #expect(movement.date?.from == "2021-03-03")
        #expect(movement.rule == "reader" && movement.confidence == 0.9)
        #expect(movement.modeBasis == .stated)
    }

    @Test("A way that no word tells is inferred")
    func inferred() throws {
        let scene = try scene(
            "Grain went from [Odesa~port] to [Varna~port].",
            [Route(origin: "Odesa", destination: "Varna", trigger: "went")])
        #expect(scene.movements.map(\.modeBasis) == [.inferred])
        #expect(scene.movements[0].vehicle == nil && scene.movements[0].date == nil)
    }

    @Test("Of two dates in a sentence each movement has the nearer")
    func nearestDate() throws {
        let scene = try scene(
            "On 2 May the ship left [Odesa~port] for [Varna~port] and on 9 May it sailed to [Izmir~port].",
            [
                Route(origin: "Odesa", destination: "Varna", trigger: "left"),
                Route(origin: "Varna", destination: "Izmir", trigger: "sailed"),
            ], date: "2023-06-09")
        #expect(scene.movements.map { $0.date?.from } == ["2023-05-02", "2023-05-09"])
    }

    @Test("A status that is not plain has its word; a plain one has none")
    func cue() throws {
        let scene = try scene(
            "Rifles were allegedly shipped from [Nampo~port] to [Tartus~port].",
            [
                Route(
                    origin: "Nampo", destination: "Tartus", trigger: "shipped", cargo: "Rifles",
                    status: .alleged)
            ])
        #expect(scene.words(scene.movements[0].cue) == "allegedly")
        let plain = try self.scene(
            "Rifles were allegedly shipped from [Nampo~port] to [Tartus~port].",
            [Route(origin: "Nampo", destination: "Tartus", trigger: "shipped")])
        #expect(plain.movements[0].cue == nil)
    }

    @Test(
        "Pieces of words stand for the words, and spaces for nothing",
        arguments: ["Barley ", "Barl", "ley"])
    func words(cargo: String) throws {
        let scene = try scene(
            "Barley was transshipped at [Aktau~port] for [Baku~port].",
            [Route(origin: "Aktau", destination: "Baku", trigger: "ship", cargo: cargo)])
        #expect(scene.words(scene.movements[0].trigger) == "transshipped")
        #expect(scene.words(scene.movements[0].cargo) == "Barley")
    }

    @Test("The sentence that states it comes first, then those that named its ends before")
    func evidence() throws {
        let scene = try scene(
            "The ship lay at [Odesa~port]. Nobody knew why. It sailed to [Varna~port] at night.",
            [Route(origin: "Odesa", destination: "Varna", trigger: "sailed")])
        #expect(
            scene.movements[0].evidence.map { scene.words($0) }
                == ["It sailed to Varna at night.", "The ship lay at Odesa."])
    }

    @Test("A hop continues the last before it that ends where it begins")
    func continues() throws {
        let scene = try scene(
            "Boxes went from [Milan] to [Dubai], from [Dubai] to [Muscat], and others from [Oslo] to [Bergen].",
            [
                Route(origin: "Milan", destination: "Dubai", trigger: "went"),
                Route(origin: "Dubai", destination: "Muscat", trigger: "went"),
                Route(origin: "Oslo", destination: "Bergen", trigger: "went"),
            ])
        #expect(scene.movements.map(\.continues) == [nil, 0, nil])
    }

    @Test("What comes back continues nothing, and a standing link is no hop")
    func noContinuation() throws {
        let text =
            "The ferry went from [Bari~port] to [Durres~port] and back, and a line links them."
        let back = try scene(
            text,
            [
                Route(origin: "Bari", destination: "Durres", trigger: "went"),
                Route(origin: "Durres", destination: "Bari", trigger: "back"),
            ])
        #expect(back.movements.map(\.continues) == [nil, nil])
        let link = try scene(
            "A pipeline runs from [Kirkuk] to [Ceyhan~port] and ships go from [Ceyhan~port] to [Trieste~port].",
            [
                Route(origin: "Kirkuk", destination: "Ceyhan", trigger: "runs", relation: .link),
                Route(origin: "Ceyhan", destination: "Trieste", trigger: "go"),
            ])
        #expect(link.movements.map(\.continues) == [nil, nil])
    }

    @Test("Who moves it and who says so are as the rules read them, where they read the same route")
    func fromRules() throws {
        let marked =
            "According to the indictment, a broker mailed rifles from [Tampa] to [Kingston]."
        let route = Route(
            origin: "Tampa", destination: "Kingston", trigger: "mailed", cargo: "rifles",
            mode: .unknown, status: .alleged)
        let with = try scene(marked, [route], usesRules: true)
        let without = try scene(marked, [route])
        let attribution = with.words(with.movements[0].attribution)
        #expect(attribution?.contains("indictment") == true, "\(attribution ?? "-")")
        #expect(without.movements[0].attribution == nil)
    }

    @Test("No route, no movement; no sentence is needed for that")
    func nothing() throws {
        #expect(try scene("", []).movements.isEmpty)
    }
}
