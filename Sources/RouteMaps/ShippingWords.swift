public import Gazetteers

/// What words for cargoes and ships say of the ports and canals they use.
public struct ShippingWords: Sendable {
    /// The sorts of cargo that words stand for, in lower case: "crude" for oil.
    private let cargoes: [String: Harbour.Cargoes]
    /// How large a ship is that is called so, in lower case, from 1 to 4; see `links.tsv`.
    private let ships: [String: Int]
    /// Phrases before the name of a water that is kept away from: "avoiding".
    let avoiding: [String]
    /// Phrases before the name of a passage that is taken: "rounding".
    let rounding: [String]
    /// Phrases that name a passage without its name: "around Africa" for the Cape of Good Hope.
    let passages: [String: String]
    /// Phrases before the name of an end that a ship only comes near: "off the coast of".
    let offing: [String]
    /// Words for ferries.
    private let ferries: Set<String>

    /// The words of the tables; all in lower case.
    public init(
        cargoes: [String: Harbour.Cargoes] = [:], ships: [String: Int] = [:],
        avoiding: [String] = [], rounding: [String] = [], passages: [String: String] = [:],
        offing: [String] = [], ferries: Set<String> = []
    ) {
        self.ferries = ferries
        self.cargoes = cargoes
        self.ships = ships
        self.avoiding = avoiding
        self.rounding = rounding
        self.passages = passages
        self.offing = offing.sorted { $0.count > $1.count }
    }

    /// The sorts of cargo that a phrase names.
    func cargoes(in phrase: some StringProtocol) -> Harbour.Cargoes {
        Self.words(of: phrase).reduce(into: []) { sorts, word in
            if let sort = cargoes[word] { sorts.formUnion(sort) }
        }
    }

    /// The size of the largest ship that a phrase names; nil where it names none that is known.
    func ship(in phrase: some StringProtocol) -> Int? {
        Self.words(of: phrase).compactMap { ships[$0] }.max()
    }

    /// Whether a text speaks of a ferry.
    func namesFerry(_ text: some StringProtocol) -> Bool {
        !ferries.isDisjoint(with: Self.words(of: text))
    }

    /// Whether the words before a name say that it is only come near by sea: "anchored off Malta".
    func saysOffing(_ words: some StringProtocol) -> Bool {
        let before = words.lowercased().split { !$0.isLetter }
        return offing.contains { phrase in
            let phrase = phrase.split(separator: " ")
            return before.suffix(phrase.count) == phrase[...]
        }
    }

    /// The words of a phrase in lower case, and its pairs of neighbours: "oil tanker".
    private static func words(of phrase: some StringProtocol) -> [String] {
        let words = phrase.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
        let plain = words.map { word in
            // English plurals; the tables have singulars.
            word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
                ? String(word.dropLast()) : word
        }
        return words + plain + zip(plain, plain.dropFirst()).map { "\($0) \($1)" }
    }
}
