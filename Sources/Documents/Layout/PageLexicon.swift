/// The words by which the parts of a page are known: furniture, agencies, months.
///
/// Read from a folder of `Data/Lexicon`; without it (`empty`) only the shape of a text counts.
public struct PageLexicon: Sendable {
    /// Where in a paragraph a phrase stands.
    enum Position: String {
        case whole, start, end, anywhere, inside
        /// A word of an HTML element's class or id.
        case `class`
    }

    /// What a phrase says about its paragraph.
    enum Meaning: String {
        case furniture, tail, byline, caption, credit, stamp, published, updated
        /// A class of what is hidden until it is asked for.
        case folded
        /// A word of a class that says only what is, or isn't, beside the element: "with-sidebar", "no-comments".
        case without
    }

    /// A phrase in lower case, as written and in words.
    struct Phrase: Sendable {
        let text: String
        let words: [String]
        let meaning: Meaning
    }

    /// No words at all.
    public static let empty = PageLexicon()

    /// Agencies as a dateline writes them, case kept.
    var agencies: Set<String> = []
    /// Month names and their numbers, 1...12.
    var months: [String: Int] = [:]
    /// Beginnings of month names in other languages, which may have a few letters more.
    var monthStems: [String: Int] = [:]
    /// Names of days and their numbers, 1 for Monday.
    var weekdays: [String: Int] = [:]
    /// Units of time in days.
    var units: [String: Int] = [:]
    /// Words that say a span of time lies back.
    var ago: Set<String> = []

    /// Paragraphs that are a phrase; words joined by one blank.
    var whole: [String: Meaning] = [:]
    /// By first word.
    var starts: [String: [Phrase]] = [:]
    /// By last word.
    var ends: [String: [Phrase]] = [:]
    /// By first word.
    var anywhere: [String: [Phrase]] = [:]
    /// Words allowed in a line of some meaning.
    var inside: [Meaning: Set<String>] = [:]
    /// Words of an HTML element's class or id.
    var classWords: [String: Meaning] = [:]

    /// The languages that a text can be told to be in.
    public internal(set) var languages = LanguageFinder()
    /// The names of the columns of tables of shipments.
    public internal(set) var columns = ColumnNames()

    /// The number of a month by its name, in small letters.
    func month(_ word: String) -> Int? {
        if let number = months[word] { return number }
        var stem = Substring(word)
        for _ in 0...Self.longestEnding where stem.count >= 3 {
            if let number = monthStems[String(stem)] { return number }
            stem.removeLast()
        }
        return nil
    }

    /// The most letters that may stand behind a stem.
    private static let longestEnding = 4

    mutating func add(_ text: String, _ position: Position, _ meaning: Meaning) {
        let words = ParagraphShape.words(of: text)
        guard let first = words.first, let last = words.last else { return }
        let phrase = Phrase(text: text, words: words, meaning: meaning)
        switch position {
        case .whole: whole[words.joined(separator: " ")] = meaning
        case .start: starts[first, default: []].append(phrase)
        case .end: ends[last, default: []].append(phrase)
        case .anywhere: anywhere[first, default: []].append(phrase)
        case .class: classWords[text] = meaning
        case .inside: inside[meaning, default: []].insert(text)
        }
    }
}
