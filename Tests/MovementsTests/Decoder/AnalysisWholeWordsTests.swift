import Language
import Testing

@testable import Movements

@Suite("Whole words of what the reader points at")
struct AnalysisWholeWordsTests {
    /// The part of a text between the marks "<" and ">", as it is kept.
    private func kept(_ marked: String) -> String? {
        let bytes = Array(marked.utf8)
        let marks = bytes.indices.filter {
            [UInt8(ascii: "<"), UInt8(ascii: ">")].contains(bytes[$0])
        }
        let utf8 = bytes.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        let analysis = Analysis(utf8: utf8, tokens: [], sentences: [])
        return analysis.wholeWords(of: marks[0]..<(marks[1] - 1)).map {
            String(decoding: utf8[$0], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("made in Iran < attack drones: The drones> were shipped", "attack drones"),
        ("on board: <rice; sugar> and flour", "rice"),
        ("Cargo\n<Steel coils\n>Vessel", "Steel coils"),
        ("left with <7:1 mix of ore> for", "7:1 mix of ore"),
        ("left with <2,750 tonnes of U.S. wheat> for", "2,750 tonnes of U.S. wheat"),
    ])
    func aPhraseEndsAtItsMark(marked: String, expected: String) {
        #expect(kept(marked) == expected)
    }

    @Test func nothingButAMarkIsNoPhrase() {
        #expect(kept("sent <: >drones") == nil)
        #expect(kept("sent < > drones") == nil)
    }
}
