/// The files inside a packed document that its reader asks for: the parts of a Word file, of a book.
struct PackedParts {
    /// The bytes of the parts by name.
    private(set) var parts: [String: [UInt8]] = [:]

    /// The most bytes of one part, and of all.
    private static let mostBytes = 100_000_000

    /// Unpacks the parts whose names are wanted.
    ///
    /// - Throws: `DocumentError.damaged`, `.encrypted`, `.unpacksTooFar`.
    init(
        _ bytes: [UInt8], name: String, format: String, budget: inout UnpackingBudget,
        _ isWanted: (String) -> Bool
    ) throws(DocumentError) {
        do throws(Archive.Failure) {
            let archive = try Archive(bytes)
            var left = Self.mostBytes
            while let entry = try archive.next() {
                guard entry.isFile, isWanted(entry.name) else { continue }
                let content = try archive.contents(limit: budget.limit(atMost: left))
                left -= content.count
                do throws(DocumentError) {
                    try budget.spend(content.count, name: name)
                } catch {
                    throw .tooLarge
                }
                parts[entry.name] = content
            }
        } catch {
            throw error.documentError(name, format: format)
        }
    }

    /// The part of a name, as text without a mark; nil where there is none.
    subscript(_ name: String) -> [UInt8]? { parts[name] }
}
