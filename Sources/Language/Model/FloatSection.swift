/// Numbers in a mapped model file.
///
/// `@unchecked Sendable`: the memory never changes, and `owner` keeps it mapped.
struct FloatSection: @unchecked Sendable {
    let base: UnsafePointer<Float>
    let count: Int
    let owner: MappedFile
}
