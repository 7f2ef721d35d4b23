/// Why a line of `periplus batch` gave no result.
public struct BatchError: Error, Sendable, Hashable {
    /// The line's id, where that much could be read.
    public var id: String?
    /// A short code that programs can compare.
    public var code: Code
    /// What is wrong, for a person.
    public var message: String

    /// What is wrong with a line.
    public enum Code: String, Sendable {
        case badJSON = "bad-json"
        case missingMember = "missing-member"
        case wrongType = "wrong-type"
        case badText = "bad-text"
        case badDocument = "bad-document"
        /// The task that asked was cancelled.
        case cancelled
    }

    /// A failure with its code.
    public init(id: String?, code: Code, message: String) {
        self.id = id
        self.code = code
        self.message = message
    }

    /// A failure of the JSON decoder, told in plain words.
    init(id: String?, _ error: any Error) {
        self.id = id
        switch error {
        case DecodingError.keyNotFound(let key, _):
            code = .missingMember
            message = "the line has no \"\(key.stringValue)\""
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            code = .wrongType
            message =
                path.isEmpty
                ? "the line is not a JSON object" : "\"\(path)\" is not of the expected type"
        default:
            code = .badJSON
            message = "the line is not valid JSON"
        }
    }
}
