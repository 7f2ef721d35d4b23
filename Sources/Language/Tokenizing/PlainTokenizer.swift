/// Cuts a text into words by what its characters are, for languages without rules of their own.
///
/// A run of letters, marks and digits is a token, with full stops and commas inside it ("kp.ru", "2.500"); an ideograph,
/// which no space parts from the next word, is one; so is every mark. Linear in the text.
public struct PlainTokenizer: Sendable {
    /// A tokeniser.
    public init() {}

    /// The tokens of a text.
    ///
    /// As with `Tokenizer`, one space between two tokens is in neither, and other white space makes tokens of its own.
    public func tokens(in utf8: [UInt8]) -> [Token] {
        utf8.withUnsafeBufferPointer { text in
            var pass = Pass(text: UnsafeBufferPointer(rebasing: text.prefix(Int(Int32.max))))
            pass.run()
            return pass.tokens
        }
    }

    private enum Class {
        case space, word, ideograph, mark
    }

    private struct Pass {
        let text: UnsafeBufferPointer<UInt8>
        var tokens: [Token] = []
        private var scalars: [UInt32] = []

        init(text: UnsafeBufferPointer<UInt8>) {
            self.text = text
            tokens.reserveCapacity(text.count / 5)
        }

        mutating func run() {
            var position = 0
            while position < text.count {
                let (scalar, length) = ScalarDecoding.scalar(at: position, in: text)
                switch Self.sort(of: scalar) {
                case .space: position = addSpace(from: position)
                case .word: position = addWord(from: position)
                case .ideograph, .mark:
                    scalars = [scalar]
                    add(position..<(position + length))
                    position += length
                }
            }
        }

        /// One space belongs to no token; the rest of a run of white space is one.
        private mutating func addSpace(from start: Int) -> Int {
            var end = start
            while end < text.count {
                let (scalar, length) = ScalarDecoding.scalar(at: end, in: text)
                guard ScalarTraits.isSpace(scalar) else { break }
                end += length
            }
            var start = start
            if text[start] == 0x20, let last = tokens.indices.last {
                tokens[last].markFollowedBySpace()
                start += 1
            }
            if start < end { tokens.append(Token(utf8Range: start..<end, shape: .space)) }
            return end
        }

        private mutating func addWord(from start: Int) -> Int {
            scalars.removeAll(keepingCapacity: true)
            var end = start
            while end < text.count {
                let (scalar, length) = ScalarDecoding.scalar(at: end, in: text)
                let isInside = Self.sort(of: scalar) == .word || joins(scalar, at: end + length)
                guard isInside else { break }
                scalars.append(scalar)
                end += length
            }
            add(start..<end)
            return end
        }

        /// Whether a stop or comma has a letter or digit right behind it.
        private func joins(_ scalar: UInt32, at next: Int) -> Bool {
            guard scalar == 0x2E || scalar == 0x2C, next < text.count else { return false }
            let (following, _) = ScalarDecoding.scalar(at: next, in: text)
            return scalar == 0x2E
                ? Self.sort(of: following) == .word : ScalarTraits.isDigit(following)
        }

        private mutating func add(_ range: Range<Int>) {
            let shape = scalars.withUnsafeBufferPointer { TokenShape(of: $0, numberWords: []) }
            tokens.append(Token(utf8Range: range, shape: shape))
        }

        private static func sort(of scalar: UInt32) -> Class {
            if scalar < 0x80 {
                return (scalar | 0x20) &- 0x61 < 26 || scalar &- 0x30 < 10
                    ? .word : ScalarTraits.isSpace(scalar) ? .space : .mark
            }
            if ScalarTraits.isSpace(scalar) { return .space }
            switch scalar {
            case 0x2E80..<0x3000, 0x3005...0x3007, 0x3040..<0x3100, 0x31F0..<0x3200,
                0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x30000:
                return .ideograph
            // Joiners inside Persian words, and marks that stand above and below letters.
            case 0x200C, 0x200D: return .word
            // A tatweel is a dash where it joins two Persian names.
            case 0x640: return .mark
            default: break
            }
            guard let properties = Unicode.Scalar(scalar)?.properties else { return .mark }
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: return .word
            default: return properties.isAlphabetic || ScalarTraits.isDigit(scalar) ? .word : .mark
            }
        }
    }
}
