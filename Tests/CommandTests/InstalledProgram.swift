import Foundation
import Testing

/// The program as `Scripts/install` lays it out, with a small gazetteer, for a person who may only read it.
struct InstalledProgram: Sendable {
    let scratch: Scratch
    /// The folder of its data.
    let share: URL
    /// The person's home.
    let home: URL
    private let program: [String]

    /// Installs it; without `gazetteer` only the tables of that are there, without `models` no texts can be read.
    init(gazetteer: Bool = true, models: Bool = false) throws {
        scratch = try Scratch()
        let files = FileManager.default
        let bin = scratch.url("prefix/bin")
        share = scratch.url("prefix/share/periplus")
        home = scratch.url("home")
        for folder in [bin, share, home] {
            try files.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        try files.copyItem(at: PeriplusProcess.executable, to: bin.appending(path: "periplus"))
        let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data")
        try files.createDirectory(
            at: share.appending(path: "Reading"), withIntermediateDirectories: true)
        for part in ["Lexicon"] + (models ? ["Language", "Routing", "Reading/model.bin"] : []) {
            try files.copyItem(at: data.appending(path: part), to: share.appending(path: part))
        }
        try files.moveItem(
            at: SmallGazetteer.tables(in: scratch), to: share.appending(path: "Gazetteer"))
        var program = [bin.appending(path: "periplus").path]
        if getuid() == 0 {
            // Whom no permission binds has to become somebody else.
            try files.setAttributes([.ownerAccountID: Self.nobody], ofItemAtPath: home.path)
            program =
                [
                    "/usr/bin/setpriv", "--reuid=\(Self.nobody)", "--regid=\(Self.nobody)",
                    "--clear-groups",
                ]
                + program
        }
        self.program = program
        if gazetteer {
            let built = try PeriplusProcess(
                ["gazetteer", "build", "--quiet"], program: [bin.appending(path: "periplus").path])
            try #require(built.status == 0, "\(built.errors)")
        }
        let closed = try PeriplusProcess(
            ["-R", "a-w,a+rX", scratch.url("prefix").path], program: ["/bin/chmod"])
        try #require(closed.status == 0, "\(closed.errors)")
    }

    private static let nobody = 65_534

    /// Runs it as that person.
    func run(
        _ arguments: [String], input: Data? = nil, environment: [String: String] = [:]
    ) throws -> PeriplusProcess {
        var all = [
            "HOME": home.path, "XDG_DATA_HOME": "", "XDG_CACHE_HOME": "", "PERIPLUS_GAZETTEER": "",
        ]
        all.merge(environment) { $1 }
        return try PeriplusProcess(arguments, input: input, environment: all, program: program)
    }

    /// What is in a folder, below it too.
    func files(in folder: URL) -> Set<String> {
        Set(FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    }

    /// Opens it again to who has to remove it.
    func reopen() throws {
        _ = try PeriplusProcess(["-R", "u+w", scratch.url("prefix").path], program: ["/bin/chmod"])
    }
}
