/// What speaks for a span, feature by feature.
struct Evidence: Sendable {
    private(set) var items: [(feature: Feature, value: Float)] = []

    mutating func add(_ feature: Feature, _ value: Float = 1) {
        if value != 0 { items.append((feature, value)) }
    }

    /// The weighted sum, in log odds.
    func score(_ weights: MentionWeights) -> Float {
        var sum: Float = 0
        for item in items { sum += weights[item.feature] * item.value }
        return sum
    }

    /// The value of a feature, zero when it was not added.
    subscript(feature: Feature) -> Float {
        items.reduce(0) { $1.feature == feature ? $0 + $1.value : $0 }
    }
}
