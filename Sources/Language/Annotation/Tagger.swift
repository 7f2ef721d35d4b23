/// The tagger: one linear layer on the token vectors.
struct Tagger: Sendable {
    private let layer: LinearLayer
    /// The tag set.
    let tags: [Tag]

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, width: Int) throws(LanguageError) {
        layer = try LinearLayer(file, "tagger", depth: width)
        tags = try file.lines("tagger.labels").map { Tag(rawValue: String($0)) }
        guard !tags.isEmpty, tags.count <= layer.outputs else {
            throw file.fault("tagger.labels is odd")
        }
    }

    /// The index of each token's tag, appended to `found`.
    func tag(
        _ vectors: UnsafePointer<Float>, count: Int, _ scores: FloatBuffer,
        into found: inout [UInt8]
    ) {
        var done = 0
        while done < count {
            let rows = min(256, count - done)
            let output = scores.reserve(rows * layer.outputs)
            layer.apply(to: vectors + done * layer.depth, rows: rows, into: output)
            for row in 0..<rows {
                let scores = output + row * layer.outputs
                var best = 0
                for tag in 1..<tags.count where scores[tag] > scores[best] { best = tag }
                found.append(UInt8(truncatingIfNeeded: best))
            }
            done += rows
        }
    }
}
