internal import Foundation

/// Why a file could not be written; the description is one line for people.
public enum FormatError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No format has the extension of this file name, or this name.
    case unknownFormat(String)
    /// The file could not be created: the folder is missing, not writable, or there is a folder of that name.
    case cannotCreate(path: String, reason: String)
    /// Writing, or putting the finished file in its place, failed: no space, an unplugged disk.
    case cannotWrite(path: String, reason: String)
    /// The format needs a file that can be read back; pipes and devices cannot.
    case needsRegularFile(path: String, format: OutputFormat)
    /// A program that the format needs is not installed.
    case missingTool(String, package: String, format: OutputFormat)
    /// Data of the program that the format needs are not where they should be.
    case missingData(path: String, reason: String)

    /// One line that says what was being done, to what, and why it failed.
    public var description: String {
        switch self {
        case .unknownFormat(let name):
            let known = OutputFormat.allCases.map { "." + $0.fileExtension }
                .joined(separator: " ")
            return "unknown output format '\(name)'; known: \(known)"
        case .cannotCreate(let path, let reason):
            return "cannot create '\(path)': \(reason)"
        case .cannotWrite(let path, let reason):
            return "cannot write '\(path)': \(reason)"
        case .needsRegularFile(let path, let format):
            return "cannot write \(format.name) to '\(path)': the format needs a regular file"
        case .missingTool(let tool, let package, let format):
            return "cannot write \(format.name): the program '\(tool)' is missing"
                + " (Debian package \(package))"
        case .missingData(let path, let reason):
            return "cannot read '\(path)': \(reason)"
        }
    }
}

extension FormatError {
    /// The system's words for an error number.
    static func reason(_ number: Int32) -> String {
        guard let text = strerror(number) else { return "error \(number)" }
        return String(cString: text)
    }
}
