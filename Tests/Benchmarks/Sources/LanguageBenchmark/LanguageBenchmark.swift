import Foundation
import Language

/// Analyses texts and says how fast, for `Scripts/compare-language`.
///
///     LanguageBenchmark analyse FOLDER TEXTS     one line of JSON a text
///     LanguageBenchmark time FOLDER TEXTS [THREADS]
///
/// TEXTS is a file of JSON strings, one a line.
@main struct LanguageBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else {
            FileHandle.standardError.write(
                Data("usage: LanguageBenchmark analyse|time FOLDER TEXTS [THREADS]\n".utf8))
            exit(64)
        }
        let lines = try String(contentsOf: URL(fileURLWithPath: arguments[3]), encoding: .utf8)
        let texts = try lines.split(separator: "\n").map {
            try JSONDecoder().decode([String].self, from: Data("[\($0)]".utf8)).first ?? ""
        }
        let model = try LanguageModel(contentsOf: URL(fileURLWithPath: arguments[2]))
        if arguments[1] == "analyse" {
            let output = FileHandle.standardOutput
            for text in texts { output.write(try line(model.analyse(text)) + Data("\n".utf8)) }
        } else {
            try await time(
                model, texts, threads: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1,
                arguments[2])
        }
    }

    private static func line(_ analysis: Analysis) throws -> Data {
        let rows = analysis.tokens.indices.map { token -> [String] in
            let range = analysis.tokens[token].utf8Range
            let entity =
                switch analysis.entityTag(of: token) {
                case .begin(let type): "B-" + type.rawValue
                case .inside(let type): "I-" + type.rawValue
                default: "O"
                }
            let start =
                analysis.sentences[analysis.sentenceIndex(ofToken: token) ?? 0].tokens.lowerBound
                == token
            return [
                "\(range.lowerBound)", "\(range.upperBound)",
                analysis.tag(of: token)?.rawValue ?? "",
                analysis.partOfSpeech(of: token)?.rawValue ?? "",
                "\(analysis.head(of: token) ?? -1)",
                analysis.label(of: token)?.rawValue ?? "", analysis.lemma(of: token) ?? "", entity,
                start ? "1" : "0",
            ]
        }
        return try JSONEncoder().encode(rows)
    }

    private static func time(
        _ model: LanguageModel, _ texts: [String], threads: Int, _ folder: String
    ) async throws {
        let clock = ContinuousClock()
        func rate(_ work: @Sendable @escaping (String) -> Int) async -> Double {
            var best = 0.0
            for _ in 0..<3 {
                let start = clock.now
                let tokens = await withTaskGroup(of: Int.self) { group in
                    for thread in 0..<threads {
                        group.addTask {
                            var count = 0
                            for index in stride(from: thread, to: texts.count, by: threads) {
                                count += work(texts[index])
                            }
                            return count
                        }
                    }
                    return await group.reduce(0, +)
                }
                let seconds = (clock.now - start) / .seconds(1)
                best = max(best, Double(tokens) / seconds)
            }
            return best
        }
        let start = clock.now
        _ = try LanguageModel(contentsOf: URL(fileURLWithPath: folder))
        let loading = (clock.now - start) / .milliseconds(1)
        let tokens = await rate { model.tokenizer.tokens(in: Array($0.utf8)).count }
        let parse = await rate { model.analyse($0, entities: false).tokens.count }
        let all = await rate { model.analyse($0).tokens.count }
        print(
            "{\"tokenize\": \(Int(tokens)), \"parse\": \(Int(parse)), \"all\": \(Int(all)), \"load_ms\": \(loading)}"
        )
    }
}
