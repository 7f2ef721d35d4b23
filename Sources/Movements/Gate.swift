internal import Documents
internal import Language

/// Which sentences are read for movements: those of running text with a place in them or shortly before; all, in a
/// language of which only the best known names are mentions before the reader has seen it.
struct Gate: Sendable {
    private let furniture: [Range<Int>]
    private let needsPlace: Bool

    /// How many sentences before it may name the place that a sentence speaks of.
    private static let reach = 2

    init(document: Document, needsPlace: Bool = true) {
        self.needsPlace = needsPlace
        furniture = document.paragraphs.filter { $0.kind == .furniture }.map(\.utf8Range)
    }

    /// Whether each sentence is worth reading.
    ///
    /// Linear in the length of the text.
    func openings(of input: ReaderInput) -> [Bool] {
        var isOpen = Array(repeating: false, count: input.sentences.count)
        var mention = 0
        var last: Int?
        for (index, sentence) in input.sentences.enumerated() {
            while mention < input.mentions.count,
                input.mentions[mention].lowerBound < sentence.upperBound
            {
                if input.nodeOfMention[mention] != nil { last = index }
                mention += 1
            }
            let isNear = last.map { index - $0 <= Self.reach } ?? false
            if isNear || !needsPlace, !isFurniture(sentence) { isOpen[index] = true }
        }
        return isOpen
    }

    private func isFurniture(_ place: Range<Int>) -> Bool { furniture.containsOverlap(with: place) }
}
