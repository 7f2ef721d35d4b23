public import Documents
internal import Formats
internal import Foundation
public import RouteMaps

/// Turns one line of `periplus batch` into its line of results.
///
/// A line that cannot be used gives an error object in its place; nothing is dropped.
public struct BatchProcessor: Sendable {
    private let mapper: RouteMapper
    private let writer = BatchLineWriter()
    private let fileWriter = BatchLineWriter(json: RouteMapJSON(includesText: true))

    /// A processor over a pipeline.
    public init(mapper: RouteMapper) {
        self.mapper = mapper
    }

    /// A line of results, and whether it tells of a failure.
    public struct Result: Sendable {
        /// UTF-8 with its line feed.
        public var line: [UInt8]
        /// Whether the line is an error object.
        public var isFailure: Bool

        /// A line of results.
        public init(line: [UInt8], isFailure: Bool) {
            self.line = line
            self.isFailure = isFailure
        }
    }

    /// The result of a line.
    public func result(for line: [UInt8]) -> Result {
        do throws(BatchError) {
            let request = try BatchRequest(line: line)
            let map = try map(of: request)
            // Offsets count in the text: of a file the caller does not have it.
            let writer = request.bytes == nil ? writer : fileWriter
            return Result(line: writer.line(for: map, id: request.id), isFailure: false)
        } catch {
            return result(for: error)
        }
    }

    /// The line that tells of an error.
    public func result(for error: BatchError) -> Result {
        Result(
            line: writer.line(
                errorCode: error.code.rawValue, message: error.message, id: error.id),
            isFailure: true)
    }

    /// The map of the document that a line gives, by the decisions of the pipeline or by others.
    ///
    /// - Throws: `BatchError`, when the line gives none.
    public func map(
        of request: BatchRequest, decided corrections: Corrections? = nil
    ) throws(BatchError) -> RouteMap {
        let document = try document(of: request)
        let mapper = corrections.map { self.mapper.deciding(by: $0) } ?? self.mapper
        do throws(MappingError) {
            return try mapper.map(document, id: request.id)
        } catch {
            throw BatchError(id: request.id, code: .cancelled, message: error.description)
        }
    }

    /// The documents of the file that a line gives, apart and unread.
    ///
    /// - Parameters:
    ///   - request: the line.
    ///   - each: is given each, or why it cannot be had.
    /// - Throws: `BatchError`, when nothing of the file can be told apart.
    public func parts(
        of request: BatchRequest,
        each: @escaping (Swift.Result<DocumentPart, DocumentError>) -> Void
    ) throws(BatchError) {
        do throws(DocumentError) {
            try mapper.reader.parts(
                of: Array(request.bytes ?? Data()), name: request.name ?? request.id,
                mediaType: request.mediaType.flatMap { MediaType(rawValue: $0) },
                source: request.source, each: each)
        } catch {
            throw BatchError(id: request.id, code: .badDocument, message: error.description)
        }
    }

    /// The line that says why there is no result for a line that could be read.
    public func refusal(of line: [UInt8], code: String, message: String) -> Result {
        let id = (try? BatchRequest(line: line))?.id
        return Result(
            line: writer.line(errorCode: code, message: message, id: id), isFailure: true)
    }

    private func document(of request: BatchRequest) throws(BatchError) -> Document {
        var day: CalendarDate?
        if let date = request.date {
            day = CalendarDate(String(date.prefix(10)))
            guard day != nil else {
                throw BatchError(
                    id: request.id, code: .badText,
                    message: "\"date\" is not a day as in 2023-06-09: \"\(date)\"")
            }
        }
        if let bytes = request.bytes {
            do throws(DocumentError) {
                var document = try mapper.reader.document(
                    from: Array(bytes), name: request.name ?? request.id,
                    mediaType: request.mediaType.flatMap { MediaType(rawValue: $0) }, date: day,
                    source: request.source)
                document.take(language: request.lang)
                return document
            } catch {
                throw BatchError(
                    id: request.id, code: .badDocument, message: error.description)
            }
        }
        guard request.text.utf8.count <= RouteMapper.largestDocument else {
            throw BatchError(
                id: request.id, code: .badText,
                message: "the text has more than \(RouteMapper.largestDocument) bytes; split it")
        }
        return mapper.document(
            text: request.text, date: day, source: request.source, language: request.lang)
    }
}
