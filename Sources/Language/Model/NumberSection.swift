/// Numbers in a mapped model file.
///
/// `@unchecked Sendable`: the memory never changes, and `owner` keeps it mapped.
package struct NumberSection<Number: BitwiseCopyable & Sendable>: @unchecked Sendable {
    /// The first number; lives as long as a copy of the section.
    package let base: UnsafePointer<Number>
    /// How many numbers there are.
    package let count: Int
    let owner: MappedFile
}

/// Floats in a mapped model file.
package typealias FloatSection = NumberSection<Float>
