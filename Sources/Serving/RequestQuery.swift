internal import Hummingbird

/// The parameters behind the question mark; a space is written as %20 or +.
struct RequestQuery {
    private let pairs: [(name: String, value: String)]

    /// The parameters of a request, of the names that there are: nobody shall take for granted what is not done.
    init(_ request: Request, knowing known: [String]) throws(ServiceError) {
        var pairs: [(String, String)] = []
        for part in (request.uri.query ?? "").split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(sides[0]),
                let value = Self.decoded(sides.count > 1 ? sides[1] : "")
            else {
                throw .badRequest("the query is no UTF-8 in percent signs")
            }
            guard known.contains(name) else {
                throw .badRequest(
                    "no parameter \"\(name)\" here; there are: \(known.joined(separator: ", "))")
            }
            guard !value.isEmpty else { throw .badRequest("\"\(name)\" is empty") }
            pairs.append((name, value))
        }
        self.pairs = pairs
    }

    /// The value of a parameter; nil where it is missing.
    ///
    /// - Throws: `ServiceError` where it is given twice.
    func value(_ name: String) throws(ServiceError) -> String? {
        let all = values(name)
        guard all.count < 2 else { throw .badRequest("\"\(name)\" is given \(all.count) times") }
        return all.first
    }

    /// All values of a parameter, in order.
    func values(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// The value of a parameter that must be there.
    func required(_ name: String) throws(ServiceError) -> String {
        guard let value = try value(name) else { throw .badRequest("\"\(name)\" is missing") }
        return value
    }

    /// A whole number within bounds.
    func number(
        _ name: String, in range: ClosedRange<Int>, else standard: Int
    ) throws(ServiceError) -> Int {
        guard let text = try value(name) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw .badRequest(
                "\"\(name)\" is a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\""
            )
        }
        return number
    }

    /// Text with its percent signs read; nil where they or the bytes make no sense.
    static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard rest.count >= 2,
                    let high = Character(UnicodeScalar(rest.removeFirst())).hexDigitValue,
                    let low = Character(UnicodeScalar(rest.removeFirst())).hexDigitValue
                else { return nil }
                bytes.append(UInt8(high * 16 + low))
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
