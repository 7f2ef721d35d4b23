internal import Foundation

/// The standard output stream, written in whole pieces.
enum StandardOutput {
    /// Writes text; a reader that has gone away ends the program quietly, as of any filter.
    static func write(_ text: String) throws(CommandError) {
        try write(bytes: Array(text.utf8))
    }

    /// Writes bytes, all of them.
    static func write(bytes: [UInt8]) throws(CommandError) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Foundation.write(
                    STDOUT_FILENO, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written > 0 {
                start += written
            } else if errno == EPIPE {
                exit(0)
            } else if errno != EINTR {
                throw CommandError(
                    .inputOutput, "writing to standard output: \(String(cString: strerror(errno)))")
            }
        }
    }
}
