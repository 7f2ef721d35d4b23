import Foundation
import Testing

/// `periplus batch -o FILE`: whole or not at all, by one run at a time, gone on with by the same run alone.
@Suite("periplus batch into a file")
struct BatchResumeTests {
    private let scratch: Scratch
    private let out: String
    private let lines = (0..<60).map {
        #"{"id": "\#($0)", "text": "On day \#($0) a ship with grain left Baku for Aktau."}"# + "\n"
    }

    init() throws {
        scratch = try Scratch()
        out = scratch.url("out.jsonl").path
    }

    private func run(_ lines: [String], _ arguments: [String] = []) throws -> PeriplusProcess {
        try PeriplusProcess(
            ["batch", "--jobs", "1", "-o", out] + arguments, input: Data(lines.joined().utf8))
    }

    private func whole() throws -> String { try String(contentsOfFile: out, encoding: .utf8) }

    private func left() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
            .filter { $0.hasPrefix("out.jsonl.") }
    }

    /// Leaves the parts of a run that was killed behind its first lines; gives what a whole run writes.
    private func interrupt() throws -> String {
        let expected = try run(lines)
        #expect(expected.status == 0, "\(expected.errors)")
        let bytes = try whole()
        try FileManager.default.removeItem(atPath: out)
        let input = try scratch.file("in.jsonl", lines.joined())
        let isKilled = try PeriplusProcess.killed([
            "batch", "--jobs", "1", "-o", out, input,
        ]) {
            let size = try? FileManager.default.attributesOfItem(atPath: out + ".part")[.size]
            return size as? Int ?? 0 > 0
        }
        try #require(isKilled, "it had ended before")
        return bytes
    }

    @Test("an interrupted run is gone on with: the same bytes, and nothing left beside them")
    func resume() throws {
        let expected = try interrupt()
        #expect(try !left().isEmpty)
        // The last line may be there in part.
        let part = try FileHandle(forWritingTo: URL(fileURLWithPath: out + ".part"))
        try part.seekToEnd()
        try part.write(contentsOf: Data("{\"claims".utf8))
        try part.close()
        let resumed = try run(lines, ["--resume"])
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(try whole() == expected)
        #expect(try left().isEmpty)
    }

    @Test("another input, other options and a part of something else are refused")
    func strangers() throws {
        _ = try interrupt()
        func refused(_ lines: [String], _ arguments: [String], _ words: String) throws {
            let run = try run(lines, ["--resume"] + arguments)
            #expect(run.status == 65, "\(run.errors)")
            #expect(run.errorLines.count == 1 && run.errors.contains(words), "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: out))
        }
        try refused([lines[1]] + lines, [], "line 1 is not the one")
        try refused(lines, ["--no-routes"], "these options")
        try refused([], [], "line 1 is not the one")
        try Data("garbage\n".utf8).write(to: URL(fileURLWithPath: out + ".part.log"))
        try refused(lines, [], "these options")
        let anew = try run(lines)
        #expect(anew.status == 0 && anew.output.isEmpty)
    }

    @Test("one run writes a file; the other is told so and changes nothing")
    func two() throws {
        let first = try HeldBatch(["-o", out])
        try first.ask("1", "From Baku to Aktau.")
        while try left().count < 2 { usleep(5_000) }
        for arguments in [[], ["--resume"]] {
            let second = try run(lines, arguments)
            #expect(second.status == 73)
            #expect(second.errors.contains("another run is writing"), "\(second.errors)")
        }
        #expect(try first.end().status == 0)
        #expect(try whole().split(separator: "\n").count == 1)
        #expect(try left().isEmpty)
    }

    @Test("the file has the permissions that the user's mask leaves")
    func mask() throws {
        let old = umask(0o027)
        defer { umask(old) }
        _ = try run(lines)
        let mode = try FileManager.default.attributesOfItem(atPath: out)[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }
}
