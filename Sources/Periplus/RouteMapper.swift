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
///     let map = try mapper.map(mapper.document(text: text))
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
    let languages: DocumentLanguages
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
            languages = try DocumentLanguages(data: data)
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
        var document = Document(
            text: text, date: date, source: source, language: language, lexicon: reader.lexicon)
        // Who asks knows better than the words of a short text.
        document.take(language: language)
        return document
    }

    /// Whether there are tables for a language, by its code (BCP 47); others are read as far as they go without.
    public func knowsLanguage(_ code: String) -> Bool { languages.knows(code) }

    /// The map of a document: its places, its routes with measured legs, its checked claims.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - id: What the analyst's decisions call it by, where some hold for one document alone.
    /// - Returns: The map; without routes where nothing moves.
    /// - Throws: `MappingError.cancelled`, soon after the task that it is called in has been cancelled.
    public func map(_ document: Document, id: String? = nil) throws(MappingError) -> RouteMap {
        var stated = try self.stated(byPartsOf: document)
        // What loops leave undone when they see the cancellation is seen by nobody: it stays, and is asked for behind each.
        try checkCancellation()
        stated.movements.removePronounActors(pronouns, in: document)
        var corrected = DocumentCorrections(corrections, on: document)
        corrected?.applyPlaces(to: &stated, of: document)
        var decisions = resolver.decisions(
            for: stated.mentions, in: document, movements: stated.movements, claims: stated.claims,
            analyst: analyst, id: id)
        try checkCancellation()
        corrected?.settle(&decisions, on: stated.mentions)
        stated.movements = stated.movements.openingContainers(by: decisions)
            .leavingOutStrayPassages(among: stated.mentions, by: decisions)
        // Routes are decided as the person saw them, with their ends as they are drawn.
        corrected?.applyRoutes(to: &stated)
        var map = assembler.map(
            of: document, mentions: stated.mentions, decisions: decisions,
            movements: stated.movements, claims: stated.claims)
        try checkCancellation()
        for index in map.toponyms.indices where map.toponyms[index].choice.isByAnalyst {
            map.toponyms[index].isDecided = true
        }
        corrected?.mark(&map)
        return map
    }

    /// What a document states, each part of it in its own language.
    private func stated(byPartsOf document: Document) throws(MappingError) -> StatedMovements {
        let parts = document.shipments.isEmpty ? document.languageParts : [document]
        var stated: [StatedMovements] = []
        for part in parts {
            if let language = languages.language(of: part) {
                stated.append(try self.stated(by: part, in: language))
            } else {
                stated.append(try self.stated(by: part))
            }
        }
        return stated.count == 1 ? stated[0] : StatedMovements(joining: stated)
    }

    /// What a document states, in English.
    private func stated(by document: Document) throws(MappingError) -> StatedMovements {
        var analysis = analyser.analysis(of: document)
        try checkCancellation()
        let (mentions, persons) = recognizer.recognition(in: document, analysis: analysis)
        try checkCancellation()
        let none = StatedMovements(movements: [], claims: [], mentions: mentions)
        guard document.shipments.isEmpty else {
            return extractor == nil ? none : stated(by: document, analysis, mentions: mentions)
        }
        guard let extractor else { return none }
        let sentences = extractor.sentencesWorthParsing(in: document, analysis, mentions: mentions)
        let respelling = extractor.respelling(of: sentences, in: analysis, mentions: mentions)
        analysis = analyser.parsing(sentences, of: analysis, as: respelling)
        try checkCancellation()
        return extractor.extract(
            from: document, analysis, mentions: mentions, bar: options.bar
        ) { names in
            recognizer.adding(
                names.filter { !persons.containsOverlap(with: $0.utf8Range) }
                    .map { ($0.utf8Range, $0.probability) }, to: mentions, of: analysis)
        }.describingUnknown(in: analysis.utf8).inTextOrder()
    }

    /// What a document in another language states.
    private func stated(
        by document: Document, in language: DocumentLanguages.Language
    ) throws(MappingError) -> StatedMovements {
        let document = document.findingDatelines(by: language.datelines)
        let analysis = analyser.analysis(of: document, in: language)
        try checkCancellation()
        let mentions = recognizer.mentions(
            in: document, analysis: analysis, grammar: language.grammar)
        try checkCancellation()
        guard let extractor else {
            return StatedMovements(movements: [], claims: [], mentions: mentions)
        }
        guard document.shipments.isEmpty else {
            return stated(by: document, analysis, mentions: mentions)
        }
        return extractor.extract(
            from: document, analysis, mentions: mentions, bar: options.bar,
            in: language.details
        ) { names in
            recognizer.adding(
                names.map { ($0.utf8Range, $0.probability) }, to: mentions, of: analysis,
                grammar: language.grammar, datelines: document.datelines)
        }.inTextOrder()
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
