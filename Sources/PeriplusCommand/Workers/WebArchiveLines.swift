internal import Documents
internal import Foundation

/// The pages of an archive of the web as lines of `batch`.
enum WebArchiveLines {
    /// Whether a file is such an archive, by its name or first bytes.
    static func isArchive(_ path: String) -> Bool {
        guard path != "-" else { return false }
        if path.hasSuffix(".warc") || path.hasSuffix(".warc.gz") { return true }
        let handle = FileHandle(forReadingAtPath: path)
        defer { try? handle?.close() }
        return (try? handle?.read(upToCount: 5)).map { Array($0) == Array("WARC/".utf8) } ?? false
    }

    /// The lines, made as they are asked for by a thread of their own.
    ///
    /// What is wrong with the archive ends the lines and is told on standard error.
    ///
    /// - Throws: `CommandError`, when it cannot be opened.
    static func queue(of path: String) throws(CommandError) -> LineQueue {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw CommandError(.noInput, "cannot read \(path)")
        }
        do throws(DocumentError) {
            _ = try WebArchiveFile(path: path)
        } catch {
            throw CommandError(error)
        }
        let pipe = Pipe()
        // A worker that had the writing end as well would keep the lines from ever ending.
        let writing = pipe.fileHandleForWriting.fileDescriptor
        _ = fcntl(writing, F_SETFD, fcntl(writing, F_GETFD) | FD_CLOEXEC)
        // The pipe's own reading end goes with the thread, before all is read.
        let descriptor = fcntl(pipe.fileHandleForReading.fileDescriptor, F_DUPFD_CLOEXEC, 0)
        guard descriptor >= 0 else {
            throw CommandError(.inputOutput, "reading \(path): no descriptor is left")
        }
        Thread.detachNewThread {
            write(path, to: pipe.fileHandleForWriting)
        }
        return LineQueue(descriptor: descriptor, name: path)
    }

    private static func write(_ path: String, to handle: FileHandle) {
        do throws(DocumentError) {
            var archive = try WebArchiveFile(path: path)
            while let page = try archive.next() {
                let object = [
                    "id": page.address, "source": page.address,
                    "media_type": MediaType.html.rawValue,
                    "bytes": Data(page.bytes).base64EncodedString(),
                ]
                guard var line = try? JSONSerialization.data(withJSONObject: object) else {
                    continue
                }
                line.append(0x0A)
                // A closed pipe ends the work.
                guard (try? handle.write(contentsOf: line)) != nil else { return }
            }
        } catch {
            StandardError.write(line: "periplus: \(error.description)")
        }
        try? handle.close()
    }
}
