internal import Resolving

extension Choice {
    /// Whether a person made it.
    var isByAnalyst: Bool {
        best?.score.parts.contains { $0.reason == .analyst } ?? false
    }
}
