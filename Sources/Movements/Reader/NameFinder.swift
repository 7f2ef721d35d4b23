internal import Foundation
internal import Language

/// Finds names of places that the recogniser of mentions has passed over: bare subjects, words that are also common
/// ones, names without an entry.
struct NameFinder {
    /// How surely a run of words must be a place.
    static let bar: Float = 0.75
    /// The most words of a name; in scripts without capitals an ideograph is one.
    static let longest = 6
    static let longestWithoutCase = 14

    let tags: LinearLayer
    let analysis: Analysis
    /// Where mentions are, in order.
    let mentions: [Range<Int>]
    /// Whether a name may take the place of mentions that are only parts of it.
    var replacesParts = false

    /// What a piece is: probabilities that it begins a place's name, and that it goes on with one.
    private struct Tag {
        var begins: Float
        var follows: Float
        var isPlace: Float { begins + follows }
    }

    /// The names in some sentences of a window and the sentence before each.
    func names(
        in window: ReadingWindow, rows: [Int], _ hidden: UnsafeBufferPointer<Float>, width: Int
    ) -> [SeenName] {
        var last = 0
        return rows.flatMap { row in
            let stretch = window.rows[row].stretch.clamped(to: last..<window.ids.count)
            last = stretch.upperBound
            let vectors = UnsafeBufferPointer(
                rebasing: hidden[(stretch.lowerBound * width)..<(stretch.upperBound * width)])
            let logits = tags.applied(to: vectors, rows: stretch.count)
            let tags = stretch.indices.map { piece in
                tag(logits, at: (piece - stretch.lowerBound) * self.tags.outputs)
            }
            return names(of: stretch, tags, in: window)
        }
    }

    /// The first place's tag, and how many tags there are; `Scripts/reading/model.py` has the list.
    private static let places = (begins: 1, follows: 2)
    private static let tagCount = 7

    private func tag(_ logits: [Float], at base: Int) -> Tag {
        let all = logits[base..<(base + Self.tagCount)]
        let largest = all.max() ?? 0
        let total = all.reduce(Float(0)) { $0 + exp($1 - largest) }
        return Tag(
            begins: exp(logits[base + Self.places.begins] - largest) / total,
            follows: exp(logits[base + Self.places.follows] - largest) / total)
    }

    private func names(
        of pieces: Range<Int>, _ tags: [Tag], in window: ReadingWindow
    ) -> [SeenName] {
        guard let first = pieces.first, let end = pieces.last else { return [] }
        let place =
            window.utf8Ranges[first].lowerBound..<window.utf8Ranges[end].upperBound
        var names: [SeenName] = []
        var run: (tokens: Range<Int>, sum: Float)?
        func close() {
            guard let found = run else { return }
            run = nil
            let share = found.sum / Float(found.tokens.count)
            if share >= Self.bar, let name = name(found.tokens, share) { names.append(name) }
        }
        var piece = 0
        for token in analysis.tokens(overlapping: place) {
            let place = analysis.tokens[token].utf8Range
            var sum: Float = 0
            var count: Float = 0
            var begins: Float = 0
            while piece < tags.count,
                window.utf8Ranges[pieces.lowerBound + piece].lowerBound < place.upperBound
            {
                if count == 0 { begins = tags[piece].begins }
                sum += tags[piece].isPlace
                count += 1
                piece += 1
            }
            guard count > 0, sum / count >= 0.5 else {
                close()
                continue
            }
            if let known = run, begins <= sum / count / 2 || known.tokens.isEmpty {
                run = (known.tokens.lowerBound..<(token + 1), known.sum + sum / count)
            } else {
                close()
                run = (token..<(token + 1), sum / count)
            }
        }
        close()
        return names
    }

    private func name(_ seen: Range<Int>, _ share: Float) -> SeenName? {
        let tokens = seen.lowerBound..<endOfWord(from: seen.upperBound)
        let first = analysis.tokens[tokens.lowerBound]
        let place = analysis.utf8Range(of: tokens)
        let hasCase = hasCase(at: place.lowerBound)
        guard tokens.count <= (hasCase ? Self.longest : Self.longestWithoutCase),
            first.isCapitalised || !hasCase, place.count > 2, isFree(place)
        else { return nil }
        return SeenName(utf8Range: place, probability: Double(share))
    }

    /// Where the word ends whose parts stand before a token: Ukrainian writes an apostrophe within a word ("Куп’янськ").
    func endOfWord(from token: Int) -> Int {
        var end = token
        while end > 0, end + 1 < analysis.tokens.count,
            Self.apostrophes.contains(Array(analysis.utf8[analysis.tokens[end].utf8Range])),
            [end, end + 1].allSatisfy({
                analysis.tokens[$0 - 1].utf8Range.upperBound
                    == analysis.tokens[$0].utf8Range.lowerBound
            }),
            isCyrillic(at: analysis.tokens[end - 1].utf8Range.lowerBound),
            isCyrillic(at: analysis.tokens[end + 1].utf8Range.lowerBound)
        {
            end += 2
        }
        return end
    }

    private static let apostrophes = ["'", "’", "ʼ"].map { Array($0.utf8) }

    /// Whether a letter of Cyrillic, U+0400 to U+052F, stands at a position.
    private func isCyrillic(at position: Int) -> Bool { 0xD0...0xD4 ~= analysis.utf8[position] }

    /// Whether no mention stands in a place, but for parts of the name that may give way to it.
    private func isFree(_ place: Range<Int>) -> Bool {
        guard mentions.containsOverlap(with: place) else { return true }
        guard replacesParts else { return false }
        let first = mentions.partitionPoint { $0.upperBound <= place.lowerBound }
        return mentions[first...].prefix { $0.lowerBound < place.upperBound }.allSatisfy {
            place.lowerBound <= $0.lowerBound && $0.upperBound <= place.upperBound
                && $0.count < place.count
        }
    }

    /// Whether the letter at a position has another case.
    private func hasCase(at position: Int) -> Bool {
        let bytes = analysis.utf8[position..<min(position + 4, analysis.utf8.count)]
        let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
        return scalar?.properties.isCased ?? false
    }
}
