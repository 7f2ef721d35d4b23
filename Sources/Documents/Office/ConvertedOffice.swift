internal import Foundation

/// Old Office files and RTF, turned by LibreOffice's `soffice` into ones that are read, where it is installed.
///
/// It is a program of its own, with a profile of its own that is thrown away, and its time and memory are bounded.
struct ConvertedOffice {
    static let program = "soffice"

    /// The seconds of a processor and the bytes of memory that it may take.
    private static let seconds = 120
    private static let memory = 6_000_000_000

    /// The file it was turned into.
    let bytes: [UInt8]

    /// Turns a file into one of another format, named by its extension.
    ///
    /// - Throws: `DocumentError.missingTool` where LibreOffice is not installed, `.damaged` where it cannot read the file,
    ///   `.tooLarge` for more than `limit` bytes.
    init(
        _ bytes: [UInt8], of kind: OldOffice, to target: String, name: String, limit: Int
    ) throws(DocumentError) {
        guard let tool = HelperProgram.located(Self.program) else {
            throw .missingTool(name, tool: Self.program, package: "libreoffice")
        }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "periplus-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let result: HelperProgram.Result
        do {
            result = try HelperProgram(
                executable: tool, seconds: Self.seconds, memory: Self.memory, output: 1 << 20
            ).run(
                [
                    "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
                    "--headless", "--norestore", "--convert-to", target, "--outdir", folder.path,
                    HelperProgram.input,
                ], on: bytes)
        } catch {
            switch error {
            case .tooMuchOutput: throw .tooLarge(name, limit: limit)
            case .cannotRun(let reason): throw .unreadable(name, reason: reason)
            }
        }
        let made = folder.appending(path: "input.\(target)")
        guard result.status == 0, let size = try? made.resourceValues(forKeys: [.fileSizeKey]),
            let data = try? Data(contentsOf: made), !data.isEmpty
        else {
            let reason =
                result.wasKilled
                ? "it takes more time or memory than it may" : "\(Self.program) cannot read it"
            throw .damaged(name, format: kind.rawValue, reason: reason)
        }
        guard size.fileSize ?? 0 <= limit * 4 else { throw .tooLarge(name, limit: limit) }
        self.bytes = Array(data)
    }
}
