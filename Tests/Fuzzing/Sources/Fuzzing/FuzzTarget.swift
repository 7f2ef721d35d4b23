/// Something that reads what anybody may have written.
public protocol FuzzTarget: Sendable {
    /// Reads some bytes; an error thrown inside is an answer, a trap is not.
    func run(_ bytes: [UInt8])
}

/// A target made of a function.
public struct Reading: FuzzTarget {
    private let body: @Sendable ([UInt8]) -> Void

    /// A target of a function that is given each input.
    public init(body: @escaping @Sendable ([UInt8]) -> Void) { self.body = body }

    /// Calls the function.
    public func run(_ bytes: [UInt8]) { body(bytes) }
}

/// Makes a target over the data.
public typealias FuzzTargetMaker = @Sendable (FuzzGround) throws -> any FuzzTarget
