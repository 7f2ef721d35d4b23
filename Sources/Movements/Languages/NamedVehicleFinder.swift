/// Finds what carries something in a sentence of another language than English: a noun for a vehicle, and its name before
/// or behind it, in quotation marks, in capitals or in Latin letters.
struct NamedVehicleFinder {
    let words: ModeWords
    let sentence: [PlainWord]
    /// Words that are no name: those that say when, and what is moved.
    let others: [Range<Int>]

    /// The longest name of a vehicle, in words, in quotation marks and without.
    private static let longest = (quoted: 7, bare: 4)
    private static let quotes: [String: String] = [
        "«": "»", "“": "”", "„": "“”", "\"": "\"", "「": "」", "『": "』", "”": "”", "《": "》",
        "‹": "›",
    ]

    /// The vehicle of a mode nearest to a word, in UTF-8 bytes; not what is itself moved.
    func vehicle(for mode: TransportMode, near word: Int) -> Range<Int>? {
        let found = words.found(in: sentence)
        var best: (distance: Int, place: Range<Int>)?
        for (place, noun) in found {
            guard noun.mode == mode || Self.agree(noun.mode, mode),
                !others.contains(where: { $0.overlaps(place) }),
                !found.contains(where: { Self.isLonger($0, than: (place, noun)) })
            else { continue }
            var whole: Range<Int>? = place
            switch noun.kind {
            case .vehicle: whole = named(place, found, prefersBefore: false)
            case .named: whole = named(place, found, prefersBefore: true)
            case .coded: whole = coded(place)
            case .means, .cue, .called, .sign: continue
            }
            guard let whole else { continue }
            let distance = abs(place.lowerBound - word)
            if best.map({ distance < $0.distance }) ?? true { best = (distance, whole) }
        }
        return best.map { sentence.utf8Range(of: $0.place) }
    }

    /// Whether one of two nouns has the other inside it: "集装箱船" and "船".
    private static func isLonger(
        _ one: (place: Range<Int>, word: ModeWords.Word),
        than other: (place: Range<Int>, word: ModeWords.Word)
    ) -> Bool {
        (one.word.kind == .vehicle || one.word.kind == .named)
            && one.place.count > other.place.count && one.place.overlaps(other.place)
    }

    private static func agree(_ noun: TransportMode, _ mode: TransportMode) -> Bool {
        switch (noun, mode) {
        case (.sea, .river), (.river, .sea), (.road, .land), (.rail, .land): true
        default: false
        }
    }

    private func named(
        _ noun: Range<Int>, _ found: [(place: Range<Int>, word: ModeWords.Word)],
        prefersBefore: Bool
    ) -> Range<Int> {
        func kind(at word: Int) -> ModeWords.Kind? {
            let kinds = found.filter { $0.place.contains(word) }.map(\.word.kind)
            return kinds.first { $0 == .called || $0 == .sign } ?? kinds.first
        }
        // Behind it: «Name», a word that says that it is called so, one word more before a quotation mark.
        var start = noun.upperBound
        while start < sentence.count, kind(at: start) == .called { start += 1 }
        if !prefersBefore || kind(at: noun.upperBound) == .called {
            for skipped in 0...1 where start + skipped < sentence.count {
                if skipped == 1, sentence[start].isMark { break }
                if var end = endOfQuotation(from: start + skipped) {
                    while end < sentence.count, kind(at: end) == .sign { end += 1 }
                    return noun.lowerBound..<end
                }
            }
            let end = endOfBareName(from: start)
            if end > start { return noun.lowerBound..<end }
        }
        // Before it: “Name” with a word for its hull, Name called a ship, the Name ship.
        var end = noun.lowerBound
        let direct = end
        while end > 0, kind(at: end - 1) == .called || kind(at: end - 1) == .sign { end -= 1 }
        if let start = startOfQuotation(before: end) { return start..<noun.upperBound }
        if prefersBefore || end < direct, kind(at: end) != .sign {
            let start = startOfBareName(before: end)
            if start < end { return start..<noun.upperBound }
        }
        return noun
    }

    /// A flight or train with its number: "SU 1234", "IB-3456".
    private func coded(_ noun: Range<Int>) -> Range<Int>? {
        var end = noun.upperBound
        var hasFigure = false
        while end < sentence.count, end - noun.upperBound < 5 {
            let word = sentence[end]
            let isCode = word.isLatin && word.text.count <= 6 && word.isCapitalised
            guard isCode || word.isFigure || ["-", "№", "°", "#", ":"].contains(word.text) else {
                break
            }
            hasFigure = hasFigure || word.text.contains { $0.isNumber }
            end += 1
        }
        while end > noun.upperBound, sentence[end - 1].isMark { end -= 1 }
        return hasFigure ? noun.lowerBound..<end : nil
    }

    private func endOfQuotation(from start: Int) -> Int? {
        guard let close = Self.quotes[sentence[start].text] else { return nil }
        let reach = (start + 1)..<min(sentence.count, start + 2 + Self.longest.quoted)
        guard
            let end = reach.first(where: {
                sentence[$0].isMark && close.contains(sentence[$0].text)
            }),
            end > start + 1
        else { return nil }
        return end + 1
    }

    private func startOfQuotation(before end: Int) -> Int? {
        guard end > 2, sentence[end - 1].isMark else { return nil }
        for start in (max(0, end - 2 - Self.longest.quoted)..<end - 1).reversed()
        where endOfQuotation(from: start) == end {
            return start
        }
        return nil
    }

    /// Whether a word may be a part of a name that has no marks around it.
    private func isOfName(_ index: Int) -> Bool {
        let word = sentence[index]
        return word.isCapitalised && !word.isMention && !word.isMark && !word.isFigure
            && !others.contains { $0.contains(index) }
    }

    private func endOfBareName(from start: Int) -> Int {
        var end = start
        while end < sentence.count, end - start < Self.longest.bare, isOfName(end) { end += 1 }
        return end
    }

    private func startOfBareName(before end: Int) -> Int {
        var start = end
        while start > 0, end - start < Self.longest.bare, isOfName(start - 1) { start -= 1 }
        return start
    }
}
