internal import CKernels

/// Token vectors: hash embeddings of a word's attributes, mixed, and four window layers.
///
/// This is spaCy's `MultiHashEmbed` with `MaxoutWindowEncoder`.
struct Encoder: Sendable {
    /// Zero rows between texts, as many as layers look to a side.
    static let padding = 4

    private struct Feature: Sendable {
        var attribute: Attribute
        var seed: UInt32
        var rows: UInt32
        var firstRow: Int
    }

    private enum Attribute: UInt32 {
        case norm, prefix, suffix, shape, followedBySpace, isSpace
    }

    /// The width of the vectors.
    let width: Int
    private let features: [Feature]
    private let tables: FloatSection
    private let mixer: MaxoutLayer
    private let layers: [MaxoutLayer]
    /// Whether the space after a token is an attribute.
    let seesSpaces: Bool

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, _ name: String) throws(LanguageError) {
        let width = try file.floats("\(name).0.gain").count
        let raw = try file.bytes("\(name).features")
        guard width > 0, width % 16 == 0, raw.count % 12 == 0 else {
            throw file.fault("encoder \(name) is odd")
        }
        var features: [Feature] = []
        var row = 0
        for entry in 0..<(raw.count / 12) {
            func number(_ index: Int) -> UInt32 {
                UInt32(
                    littleEndian: raw.load(fromByteOffset: entry * 12 + index * 4, as: UInt32.self))
            }
            guard let attribute = Attribute(rawValue: number(0)), number(2) > 0, number(2) < 1 << 24
            else {
                throw file.fault("encoder \(name) has an unknown feature")
            }
            features.append(
                Feature(attribute: attribute, seed: number(1), rows: number(2), firstRow: row))
            row += Int(number(2))
        }
        tables = try file.floats("\(name).tables", count: row * width)
        mixer = try MaxoutLayer(file, "\(name).0", depth: features.count * width, width: width)
        var layers: [MaxoutLayer] = []
        while file.has("\(name).\(layers.count + 1).gain") {
            layers.append(
                try MaxoutLayer(file, "\(name).\(layers.count + 1)", depth: 3 * width, width: width)
            )
        }
        guard layers.count <= Self.padding else {
            throw file.fault("encoder \(name) has too many layers")
        }
        self.layers = layers
        self.width = width
        self.features = features
        seesSpaces = features.contains { $0.attribute == .followedBySpace }
    }

    var mixedDepth: Int { features.count * width }
    var scratchCount: Int { max(mixer.scratchCount, layers.first?.scratchCount ?? 0) }

    /// The embeddings of a word's attributes, one after the other.
    func embed(
        _ word: UnsafeBufferPointer<UInt8>, _ token: Token, _ identities: WordIdentities,
        into output: UnsafeMutablePointer<Float>
    ) {
        for (index, feature) in features.enumerated() {
            let key: UInt64 =
                switch feature.attribute {
                case .norm: identities.norm(of: word, ruleNorm: token.norm)
                case .prefix: identities.identity(word.firstCharacter)
                case .suffix: identities.identity(word.lastThreeCharacters)
                case .shape: word.withShape { identities.identity($0) }
                case .followedBySpace: token.isFollowedBySpace ? 1 : 0
                case .isSpace: token.isSpace ? 1 : 0
                }
            let hashes = MurmurHash.hash128(key, seed: feature.seed)
            let rows = [hashes.0, hashes.1, hashes.2, hashes.3].map { $0 % feature.rows }
            pk_sum_rows(
                pk_float_instructions(), tables.base + feature.firstRow * width, rows, width,
                output + index * width)
        }
    }

    /// Mixes the embeddings of words into one vector each.
    func mix(
        _ embedded: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>,
        scratch: UnsafeMutablePointer<Float>
    ) {
        mixer.apply(
            to: embedded, stride: mixedDepth, rows: rows, residual: nil, into: output,
            scratch: scratch)
    }

    /// Applies the window layers to rows that have a zero row before and after them.
    ///
    /// Both buffers hold `rows + 2` rows. Returns the one that has the result.
    func convolve(
        rows: Int, _ one: UnsafeMutablePointer<Float>, _ other: UnsafeMutablePointer<Float>,
        scratch: UnsafeMutablePointer<Float>
    ) -> UnsafeMutablePointer<Float> {
        var (input, output) = (one, other)
        for buffer in [one, other] {
            buffer.update(repeating: 0, count: width)
            (buffer + (rows + 1) * width).update(repeating: 0, count: width)
        }
        for layer in layers {
            layer.apply(
                to: input, stride: width, rows: rows, residual: input + width, into: output + width,
                scratch: scratch)
            swap(&input, &output)
        }
        return input
    }
}
