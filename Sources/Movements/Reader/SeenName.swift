internal import Language

/// A name of a place that the reader sees where no mention is.
public struct SeenName: Sendable, Hashable {
    /// Where it stands, in UTF-8 bytes of the text.
    public let utf8Range: Range<Int>
    /// How surely it names a place, in 0...1.
    public let probability: Double
}

extension [SeenName] {
    /// These names and others, those that overlap one of these left out, in the order of the text.
    func merged(with others: [SeenName]) -> [SeenName] {
        guard !others.isEmpty else { return self }
        let known = map(\.utf8Range)
        return (self + others.filter { !known.containsOverlap(with: $0.utf8Range) })
            .sorted { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    }
}
