/// Why a document could not be read: what was being read, and what to do about it.
public enum DocumentError: Error, Hashable, Sendable {
    /// There is no such file.
    case noSuchFile(String)
    /// A folder was given where a file is needed.
    case isDirectory(String)
    /// The file is there and cannot be read; with the system's reason.
    case unreadable(String, reason: String)
    /// There is nothing in it, or nothing but white space.
    case empty(String)
    /// More bytes than `limit`, the most a document may have.
    case tooLarge(String, limit: Int)
    /// The byte at `offset` is NUL: this is no text.
    case containsNUL(String, offset: Int)
    /// The byte at `offset` means nothing in `charset`, the declared or most likely encoding.
    case undecodable(String, offset: Int, charset: String)
    /// The file declares an encoding this system does not know.
    case unknownCharset(String, charset: String)
    /// A file of another kind ("PDF", "ZIP"), known by its first bytes.
    case foreignFormat(String, format: String)
    /// A file of a format that is read, but locked with a password.
    case encrypted(String, format: String)
    /// A file that is not what its first bytes promise: cut short, wrong lengths.
    case damaged(String, format: String, reason: String)
    /// A file that unpacks to more than any honest one: more than `limit` bytes in all, or too many parts.
    case unpacksTooFar(String, limit: Int)
    /// A program that reads the format is not installed; with the package that has it.
    case missingTool(String, tool: String, package: String)
    /// A printed document that holds pictures of its pages and no text.
    case noTextLayer(String)
    /// A page nested deeper, or with more attributes in one tag, than an honest page can be.
    case tooComplex(String)
    /// A page in which no text was found.
    case noText(String)
    /// A line of a lexicon file that does not follow the file's format.
    case malformedLexicon(String, line: Int)
}

extension DocumentError: CustomStringConvertible {
    /// One line for a person: what is wrong with which file, and what to do.
    public var description: String {
        switch self {
        case .noSuchFile(let name): "\(name): no such file"
        case .isDirectory(let name): "\(name): is a directory; give the files in it"
        case .unreadable(let name, let reason): "\(name): cannot be read: \(reason)"
        case .empty(let name): "\(name): is empty"
        case .tooLarge(let name, let limit):
            "\(name): larger than \(limit / 1_000_000) MB, the most a document may have; split it"
        case .containsNUL(let name, let offset):
            "\(name): is not text: NUL byte at offset \(offset)"
        case .undecodable(let name, let offset, let charset):
            "\(name): cannot be decoded as \(charset): byte at offset \(offset); convert it to UTF-8"
        case .unknownCharset(let name, let charset):
            "\(name): declares an unknown encoding, \(charset); convert it to UTF-8"
        case .foreignFormat(let name, let format):
            "\(name): is a \(format) file, which is not read; save it as text, PDF or DOCX"
        case .encrypted(let name, let format):
            "\(name): is a \(format) file locked with a password; save it without one"
        case .damaged(let name, let format, let reason):
            "\(name): is a damaged \(format) file: \(reason)"
        case .unpacksTooFar(let name, let limit):
            "\(name): unpacks to more than \(limit / 1_000_000) MB or too many files; unpack it yourself"
        case .missingTool(let name, let tool, let package):
            "\(name): needs \(tool) to be read; install \(package)"
        case .noTextLayer(let name):
            "\(name): holds pictures of pages and no text; run ocrmypdf on it first"
        case .tooComplex(let name):
            "\(name): is nested too deeply to be read as a page; save its text first"
        case .noText(let name): "\(name): no text found in it"
        case .malformedLexicon(let name, let line): "\(name):\(line): malformed line"
        }
    }
}
