internal import Movements
internal import Routing

/// Finds in the words that state a movement the pipeline or railway it went by: "through the Druzhba pipeline".
struct StatedLines: Sendable {
    /// The names that the planner knows, each as words, the longest first.
    private let names: [(words: [Substring], name: String)]

    init(planner: LegPlanner) {
        names = planner.lineNames.map { (Self.words(of: $0.name), $0.of) }
            .filter { !$0.0.isEmpty }
            .sorted { ($1.0.count, $0.1) < ($0.0.count, $1.1) }
    }

    /// The line that a text names; nil where it names none.
    func line(in text: some StringProtocol) -> String? {
        let tokens = Self.words(of: text)
        return names.first { name in
            tokens.indices.contains { tokens[$0...].starts(with: name.words) }
        }?.name
    }

    private static func words(of text: some StringProtocol) -> [Substring] {
        Substring(text.lowercased()).split { !$0.isLetter && !$0.isNumber }
    }
}
