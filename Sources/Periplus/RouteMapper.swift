public import Documents
public import Gazetteers
internal import Geoparsing
internal import Language
internal import Movements
public import Resolving
public import RouteMaps
public import Routing

/// The whole pipeline behind one type: text in, routes on a map out.
///
///     let mapper = try RouteMapper(data: .located())
///     let map = mapper.map(mapper.document(text: text))
///     print(map.routes[0].legs[0].drawn?.kilometres ?? 0)
///
/// It is opened once and shared by any number of tasks; the same text gives the same map.
public struct RouteMapper: Sendable {
    /// The version of the program.
    public static let version = "0.1.0"
    /// The most bytes of UTF-8 a document may have.
    public static let largestDocument = DocumentReader.defaultLimit

    /// The places and names it knows.
    public let gazetteer: Gazetteer
    /// Reads documents from files and bytes.
    public var reader: DocumentReader
    /// What the maps are made with.
    public let producer: Producer
    /// Measures the ways by sea between cited sites.
    public let siteDistances: SiteDistances
    private let options: RouteMapperOptions
    private let analyst: AnalystPlaces
    private var corrections: Corrections
    let analyser: TextAnalyser
    let recognizer: MentionRecognizer
    let extractor: MovementExtractor?
    private let pronouns: Set<String>
    private let resolver: PlaceResolver
    let assembler: RouteMapAssembler

    /// A pipeline over the program's data, with its own gazetteer or another.
    ///
    /// - Parameters:
    ///   - data: The program's data.
    ///   - gazetteer: The gazetteer to use instead of that of the data.
    ///   - options: How far to go.
    ///   - analyst: Decisions made by hand, which win over everything the texts say.
    ///   - corrections: What persons decided on these and other documents, which wins over all else.
    ///   - router: What is asked for legs by road; nil, the default, leaves these schematic.
    /// - Throws: `PeriplusError`, when a part of the data is missing or of another version.
    public init(
        data: DataDirectory, gazetteer: Gazetteer? = nil, options: RouteMapperOptions = .init(),
        analyst: AnalystPlaces = AnalystPlaces(), corrections: Corrections = Corrections(),
        router: (any RoadRouter)? = nil
    ) throws(PeriplusError) {
        let opened: Gazetteer
        if let gazetteer {
            opened = gazetteer
        } else {
            do {
                opened = try Gazetteer(at: data.gazetteerLocation())
            } catch {
                throw .dataUnreadable(what: "gazetteer", reason: error.description)
            }
        }
        let lexicon = data.lexicon()
        let words: ShippingWords
        do throws(DocumentError) {
            reader = DocumentReader(lexicon: try PageLexicon(directory: lexicon))
        } catch {
            throw .dataUnreadable(what: "lexicon of pages", reason: error.description)
        }
        do {
            analyser = try TextAnalyser(data: data, usesModel: options.usesModel)
            recognizer = try MentionRecognizer(gazetteer: opened, lexicon: lexicon)
            resolver = try PlaceResolver(gazetteer: opened, lexicon: lexicon)
        } catch {
            throw .dataUnreadable(what: "lexicon", reason: error.description)
        }
        do {
            // Places alone need neither the model of the reader nor its words.
            extractor =
                options.findsRoutes
                ? try MovementExtractor(
                    reader: MovementReader(contentsOf: data.readerModel), lexicon: lexicon) : nil
        } catch {
            throw .dataUnreadable(what: "reader of movements", reason: error.description)
        }
        do {
            words = try ShippingWords(lexicon: lexicon)
        } catch {
            throw .dataUnreadable(what: "words of shipping", reason: error.description)
        }
        do {
            let planner = try LegPlanner(graph: data.seaGraph).asking(router)
            siteDistances = SiteDistances(planner: planner)
            producer = Self.producer(
                gazetteer: opened, model: extractor?.modelName ?? analyser.modelName,
                graph: LegPlanner.graphVersion)
            assembler = RouteMapAssembler(
                planner: planner, gazetteer: opened, producer: producer, shippingWords: words)
        } catch {
            throw .dataUnreadable(what: "graph of the seas", reason: error.description)
        }
        self.gazetteer = opened
        self.options = options
        self.analyst = analyst
        self.corrections = corrections
        pronouns = try Self.pronouns(lexicon: lexicon)
    }

    /// A document of a text given as it is; offsets count in it.
    public func document(
        text: String, date: CalendarDate? = nil, source: String? = nil, language: String? = nil
    ) -> Document {
        Document(
            text: text, date: date, source: source, language: language, lexicon: reader.lexicon)
    }

    /// The map of a document: its places, its routes with measured legs, its checked claims.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - id: What the analyst's decisions call it by, where some hold for one document alone.
    /// - Returns: The map; without routes where nothing moves.
    public func map(_ document: Document, id: String? = nil) -> RouteMap {
        var analysis = analyser.analysis(of: document)
        let mentions = recognizer.mentions(in: document, analysis: analysis)
        var stated = StatedMovements(movements: [], claims: [], mentions: mentions)
        if !document.shipments.isEmpty {
            stated = self.stated(by: document, analysis, mentions: mentions)
            if extractor == nil { stated.movements = [] }
        } else if let extractor {
            let sentences = extractor.sentencesWorthParsing(
                in: document, analysis, mentions: mentions)
            let respelling = extractor.respelling(of: sentences, in: analysis, mentions: mentions)
            analysis = analyser.parsing(sentences, of: analysis, as: respelling)
            stated = extractor.extract(
                from: document, analysis, mentions: mentions, bar: options.bar
            ) { names in
                recognizer.adding(
                    names.map { ($0.utf8Range, $0.probability) }, to: mentions, of: analysis)
            }.describingUnknown(in: analysis.utf8).inTextOrder()
        }
        stated.movements.removePronounActors(pronouns, in: document)
        var corrected = DocumentCorrections(corrections, on: document)
        corrected?.applyPlaces(to: &stated, of: document)
        var decisions = resolver.decisions(
            for: stated.mentions, in: document, movements: stated.movements, claims: stated.claims,
            analyst: analyst, id: id)
        corrected?.settle(&decisions, on: stated.mentions)
        stated.movements = stated.movements.openingContainers(by: decisions)
        // Routes are decided as the person saw them, with their ends as they are drawn.
        corrected?.applyRoutes(to: &stated)
        var map = assembler.map(
            of: document, mentions: stated.mentions, decisions: decisions,
            movements: stated.movements, claims: stated.claims)
        for index in map.toponyms.indices where map.toponyms[index].choice.isByAnalyst {
            map.toponyms[index].isDecided = true
        }
        corrected?.mark(&map)
        return map
    }

    /// The same pipeline with other decisions of persons, in place of its own.
    public func deciding(by corrections: Corrections) -> RouteMapper {
        var other = self
        other.corrections = corrections
        return other
    }

    /// What makes results with a gazetteer, a language model and a graph of the seas.
    public static func producer(gazetteer: Gazetteer, model: String, graph: String) -> Producer {
        let metadata = gazetteer.metadata
        return Producer(
            version: version,
            gazetteer: "layout \(metadata.layoutVersion), \(metadata.digest.prefix(12))",
            model: model, graph: graph)
    }
}
