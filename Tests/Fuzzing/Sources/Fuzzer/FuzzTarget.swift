/// Something that reads what anybody may have written.
protocol FuzzTarget: Sendable {
    /// Reads some bytes; an error thrown inside is an answer, a trap is not.
    func run(_ bytes: [UInt8])
}

/// A target made of a function.
struct Reading: FuzzTarget {
    let body: @Sendable ([UInt8]) -> Void

    func run(_ bytes: [UInt8]) { body(bytes) }
}
