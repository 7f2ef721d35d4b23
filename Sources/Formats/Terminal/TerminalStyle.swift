/// How text for a terminal is set.
public struct TerminalStyle: Sendable, Hashable {
    /// The columns there are; lines are never longer, but for a width under 40.
    public var width: Int
    /// Whether headings and the like are marked with ANSI colour codes.
    public var usesColour: Bool

    /// A style; by default 80 columns of plain text.
    public init(width: Int = 80, usesColour: Bool = false) {
        self.width = max(width, 40)
        self.usesColour = usesColour
    }

    func heading(_ text: String) -> String { marked(text, "1") }
    func faint(_ text: String) -> String { marked(text, "2") }

    private func marked(_ text: String, _ code: String) -> String {
        usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
