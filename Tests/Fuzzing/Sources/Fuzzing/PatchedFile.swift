import Foundation

/// A data file of ours with some bytes changed: a damaged disk, a broken download.
///
/// Such a file is far too large to be made up whole; the input says which bytes of a good one are others.
public struct PatchedFile: FuzzTarget {
    /// The bytes of a change: where (in four), and what (in one).
    private static let stride = 5

    private let file: URL
    private let original: Data
    private let body: @Sendable () -> Void

    /// A good file in the folder for files, changed and put right again for each input, and what reads it.
    public init(_ file: URL, body: @escaping @Sendable () -> Void) throws {
        self.file = file
        original = try Data(contentsOf: file)
        self.body = body
    }

    /// Changes the file as the input says, has it read, and puts it right.
    public func run(_ bytes: [UInt8]) {
        guard let handle = FileHandle(forUpdatingAtPath: file.path), !original.isEmpty else {
            return
        }
        defer { try? handle.close() }
        var places: [Int] = []
        var rest = bytes[...]
        while rest.count >= Self.stride, places.count < 64 {
            let number = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            // The beginning of a file, which says how the rest is laid out, is chosen as often as all of it.
            let place =
                number % 2 == 0
                ? number / 2 % original.count : number / 2 % min(4_096, original.count)
            places.append(place)
            try? handle.seek(toOffset: UInt64(place))
            try? handle.write(contentsOf: [rest[rest.startIndex + 4]])
            rest = rest.dropFirst(Self.stride)
        }
        // What is left over, if anything, says how much of the file there is.
        let length = rest.reduce(0) { $0 << 8 | Int($1) }
        if rest.count == 3 { try? handle.truncate(atOffset: UInt64(length % original.count)) }
        body()
        if rest.count == 3 {
            try? handle.seek(toOffset: 0)
            try? handle.write(contentsOf: original)
        }
        for place in places {
            try? handle.seek(toOffset: UInt64(place))
            try? handle.write(contentsOf: original[place...place])
        }
    }
}
