import Foundation
import Testing

/// `periplus places FILE`, read as a person would.
@Suite("The list of places")
struct PlacesListTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test("each place with how it is written, why it was chosen, and what is undecided")
    func reasons() throws {
        let report = try scratch.file(
            "report.txt",
            "Grain left Tripoli in northern Lebanon for Marseille. Rain fell on Springfield.")
        let run = try PeriplusProcess(["places", report])
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 80 })
        let tripoli = try #require(lines.firstIndex { $0.hasPrefix("  Tripoli") })
        #expect(lines[tripoli].contains(" LB "))
        #expect(lines[tripoli + 1].contains("within: Lebanon"))
        #expect(lines.contains { $0.hasPrefix("  Undecided: Springfield (") })
        #expect(!lines.contains { $0.hasPrefix("  Springfield") })
    }

    @Test("a text without places says so, unless it is to be quiet")
    func nothing() throws {
        let report = try scratch.file("report.txt", "It rained all day.")
        let run = try PeriplusProcess(["places", report])
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errorLines == ["periplus: nothing was found"])
        #expect(try PeriplusProcess(["places", report, "--quiet"]).errors.isEmpty)
    }
}
