internal import Foundation
internal import Language

/// Finds the registered numbers of ships and aircraft behind the words that announce them: "IMO
/// 9074729", "tail number EP-GOQ", "DDG-51".
struct VehicleIdentifierReader: Sendable {
    /// Words that a number of a kind follows.
    private var words = PhraseTable<VehicleIdentifier.Kind>()
    /// Words between those and the number: "no.", ":".
    private var fillers: Set<String> = []
    /// The symbols that are themselves part of a hull number.
    private var symbols: Set<String> = []

    /// No words at all.
    init() {}

    /// Reads `vehicle-identifiers.tsv` of a language's folder, whose phrases are parted into words as its texts are.
    init(
        contentsOf folder: URL, splitting: (String) -> [String] = WordForms.words
    ) throws(LanguageError) {
        let table = try LexiconTable(
            contentsOf: folder.appending(component: "vehicle-identifiers.tsv"),
            requiring: ["words", "kind"])
        for row in table.rows {
            let phrase = try row.required("words")
            switch row["kind"] {
            case "filler": fillers.insert(phrase)
            case "symbol": symbols.insert(phrase)
            case let name:
                guard let kind = VehicleIdentifier.Kind(rawValue: name) else {
                    throw row.error("kind", "not one of the known words: \(name)")
                }
                words.add(splitting(phrase), kind)
            }
        }
    }

    /// The numbers in a sentence, in order.
    func identifiers(in view: SentenceView, of utf8: [UInt8]) -> [VehicleIdentifier] {
        var found: [VehicleIdentifier] = []
        var index = 0
        while index < view.words.count {
            defer { index += 1 }
            if let (count, kind) = words.match(view.lowers, at: index) {
                var next = index + count
                while next < view.words.count, fillers.contains(view.lowers[next]) { next += 1 }
                guard next < view.words.count, let range = value(at: next, in: view, utf8) else {
                    continue
                }
                add(kind, range, from: view.words[index].utf8Range.lowerBound, utf8, to: &found)
            } else if view.words[index].isCapitalised,
                let range = hullNumber(at: index, in: view, utf8)
            {
                add(.hull, range, from: range.lowerBound, utf8, to: &found)
            }
        }
        return found
    }

    private func add(
        _ kind: VehicleIdentifier.Kind, _ range: Range<Int>, from start: Int, _ utf8: [UInt8],
        to found: inout [VehicleIdentifier]
    ) {
        let value = String(decoding: utf8[range], as: UTF8.self)
        found.append(
            VehicleIdentifier(
                kind: kind, value: value, isValid: kind.accepts(value),
                utf8Range: start..<range.upperBound))
    }

    /// A run of capitals, digits and hyphens with a digit or hyphen in it.
    private func value(at word: Int, in view: SentenceView, _ utf8: [UInt8]) -> Range<Int>? {
        let start = view.words[word].utf8Range.lowerBound
        var end = start
        while end < utf8.count, end - start < 12, Self.isPart(utf8[end]) { end += 1 }
        while end > start, utf8[end - 1] == UInt8(ascii: "-") { end -= 1 }
        let isTelling = utf8[start..<end].contains {
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        return end - start >= 3 && isTelling ? start..<end : nil
    }

    /// "DDG-51", "LST 325".
    private func hullNumber(at word: Int, in view: SentenceView, _ utf8: [UInt8]) -> Range<Int>? {
        guard let symbol = view.lowers[word].split(separator: "-").first,
            symbols.contains(String(symbol))
        else { return nil }
        let place = view.words[word].utf8Range
        var end = place.lowerBound + symbol.utf8.count
        guard end < utf8.count, utf8[end] == UInt8(ascii: "-") || utf8[end] == UInt8(ascii: " ")
        else { return nil }
        end += 1
        let digits = end
        while end < utf8.count, end - digits < 4, (0x30...0x39).contains(utf8[end]) { end += 1 }
        return end > digits ? place.lowerBound..<end : nil
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "-")
    }
}
