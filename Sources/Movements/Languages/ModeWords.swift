internal import Language

/// The words by which a language other than English tells by what way something goes, from `modes.tsv`.
struct ModeWords: Sendable {
    /// What a word is; the raw values are those of the table.
    enum Kind: String, Sendable {
        /// A vehicle, whose name may stand behind it.
        case vehicle
        /// A vehicle in the form that it has behind its name.
        case named
        /// What is a vehicle only with a number behind it: "flight TK 1".
        case coded
        /// A way in so many words: "by sea".
        case means
        /// Another word that tells the mode.
        case cue
        /// What stands between a vehicle and its name: "called".
        case called
        /// What a name in quotation marks is followed by: a hull.
        case sign
    }

    /// A word of the table.
    struct Word: Sendable {
        let mode: TransportMode
        let kind: Kind
    }

    private var words = WordPatterns<Word>()

    /// No words at all.
    init() {}

    /// Reads the rows of the table.
    init(_ rows: [LexiconRow]) throws(LanguageError) {
        for row in rows {
            guard let kind = try row.value("kind", as: Kind.self) else { continue }
            let mode = try row.value("mode", as: TransportMode.self) ?? .unknown
            words.add(try row.required("word"), Word(mode: mode, kind: kind))
        }
    }

    /// The words of the table in a sentence, each with where it stands, in order; names of places are none.
    func found(in sentence: [PlainWord]) -> [(place: Range<Int>, word: Word)] {
        sentence.indices.flatMap { index in
            words.matches(sentence, at: index).compactMap { match in
                let place = index..<index + match.count
                return sentence[place].contains(where: \.isMention) ? nil : (place, match.value)
            }
        }
    }

    /// The mode that a sentence tells as a means, "by ship", or by all its words; nil where it tells none, or several.
    ///
    /// Of the words at some indices it is not asked, as those tell the modes of other routes.
    func mode(
        of sentence: [PlainWord], onlyByMeans: Bool, where isMeant: (Int) -> Bool
    ) -> TransportMode? {
        let told = found(in: sentence).compactMap { found -> TransportMode? in
            guard isMeant(found.place.lowerBound) else { return nil }
            switch found.word.kind {
            case .means: return found.word.mode
            case .vehicle, .named, .cue: return onlyByMeans ? nil : found.word.mode
            case .coded, .called, .sign: return nil
            }
        }
        let modes = Set(told).subtracting([.unknown])
        return modes.count == 1 ? modes.first : nil
    }

    /// Whether a sentence says by what way something goes.
    func states(_ mode: TransportMode, in sentence: [PlainWord]) -> Bool {
        found(in: sentence).contains { $0.word.mode == mode }
    }
}
