import Foundation
import Fuzzing
import Periplus

/// Prose that nobody wrote: the bytes choose sentences of texts, and how they are cut and joined.
///
/// The same as `Scripts/lib/prose.py`, under libFuzzer, which looks for choices that reach new code.
struct ProseTarget: FuzzTarget {
    private let mapper: RouteMapper
    private let sentences: [[Substring]]
    private static let glue = [
        "part of it", "some of them", "which", "it", "them", "there", "and then", "via", "to",
        "from", "between",
        "and", ",", "(", "by sea", "carrying it", "those", "the rest", "two of which",
    ]

    init(_ ground: FuzzGround, mapper: RouteMapper) throws {
        self.mapper = mapper
        let folder = ground.data.appending(path: "Samples")
        let cases = ground.data.appending(path: "../Tests/MovementsTests/Cases")
        var sentences: [[Substring]] = []
        for folder in [folder, cases] {
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            where file.hasSuffix(".txt") {
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                for line in text.split(separator: "\n") where !line.hasPrefix("expect:") {
                    let plain = line.replacing("text: ", with: "")
                        .replacing(#/\[([^\]~]*)(~[^\]]*)?\]/#) { $0.output.1 }
                    sentences.append(plain.split(separator: " "))
                }
            }
        }
        guard !sentences.isEmpty else { throw FuzzGround.Missing(what: "sentence") }
        self.sentences = sentences
    }

    func run(_ bytes: [UInt8]) {
        var choices = bytes.makeIterator()
        var words: [Substring] = []
        while let choice = choices.next(), words.count < 400 {
            let high = Int(choices.next() ?? 0)
            let sentence = sentences[(Int(choice) * 256 + high) % sentences.count]
            let from = Int(choices.next() ?? 0) % (sentence.count + 1)
            let to = from + Int(choices.next() ?? 255) % (sentence.count - from + 1)
            words += sentence[from..<to]
            let joint = Int(choices.next() ?? 0)
            if joint < Self.glue.count { words.append(Self.glue[joint][...]) }
        }
        _ = try? mapper.map(mapper.document(text: words.joined(separator: " ")))
    }
}
