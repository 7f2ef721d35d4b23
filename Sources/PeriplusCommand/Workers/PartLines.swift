internal import Documents
internal import Foundation
internal import Periplus

/// Writes the documents of a file that holds several as lines that can be asked for apart, for the service's jobs.
final class PartLines {
    private let handle: FileHandle
    private let request: BatchRequest
    private var count = 0
    /// Whether the file itself is a document, which is not written.
    private var isWhole = false
    private var isFull = false
    private var written = 0

    /// The most bytes of all lines: what asks for them has to hold them.
    private static let mostBytes = 200_000_000

    /// Writes the documents of a file, where it is not itself one.
    ///
    /// - Parameters:
    ///   - request: the line that gives the file.
    ///   - path: where the lines go: those of `batch` without ids, and `{"error", "name"}` for what cannot be had.
    ///   - processor: what reads files.
    /// - Returns: how many lines were written; nil for a file that is a document.
    /// - Throws: `BatchError`, when nothing of the file can be told apart, or the lines cannot be written.
    static func count(
        of request: BatchRequest, to path: String, by processor: BatchProcessor
    ) throws(BatchError) -> Int? {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw Self.unwritable(request.id) }
        defer { try? handle.close() }
        let lines = PartLines(handle: handle, request: request)
        try processor.parts(of: request) { lines.add($0) }
        guard lines.written <= mostBytes else {
            throw BatchError(
                id: request.id, code: .badDocument,
                message: "its documents have more than \(mostBytes / 1_000_000) MB; split it")
        }
        guard !lines.isFull else { throw Self.unwritable(request.id) }
        return lines.isWhole && lines.count == 0 ? nil : lines.count
    }

    private init(handle: FileHandle, request: BatchRequest) {
        self.handle = handle
        self.request = request
    }

    private static func unwritable(_ id: String) -> BatchError {
        BatchError(id: id, code: .badDocument, message: "its documents cannot be written apart")
    }

    private struct Line: Encodable {
        struct Fault: Encodable {
            var code: String
            var message: String
        }

        var name: String
        var text: String?
        var bytes: Data?
        var media_type: String?
        var date: String?
        var lang: String?
        var source: String?
        var error: Fault?
    }

    private func add(_ result: Result<DocumentPart, DocumentError>) {
        switch result {
        case .success(let part):
            // What has the file's own name and length is no part of it.
            if case .bytes(let bytes) = part.content, part.name == request.name ?? request.id,
                bytes.count == request.bytes?.count
            {
                isWhole = true
                return
            }
            write(line(of: part))
        case .failure(let error):
            let name = error.description.prefix { $0 != ":" }
            write(
                Line(
                    name: String(name),
                    error: .init(
                        code: BatchError.Code.badDocument.rawValue, message: error.description)))
        }
    }

    private func line(of part: DocumentPart) -> Line {
        var line = Line(
            name: part.name, media_type: part.mediaType?.rawValue,
            date: request.date ?? part.date?.description, lang: request.lang ?? part.language,
            source: part.source)
        switch part.content {
        case .bytes(let bytes): line.bytes = Data(bytes)
        case .text(let text):
            line.text = text
            line.media_type = nil
        }
        return line
    }

    private func write(_ line: Line) {
        guard written <= Self.mostBytes else { return }
        do {
            let bytes = try JSONEncoder().encode(line) + [0x0A]
            written += bytes.count
            guard written <= Self.mostBytes else { return }
            try handle.write(contentsOf: bytes)
            count += 1
        } catch {
            isFull = true
        }
    }
}
