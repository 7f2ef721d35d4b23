import Foundation
import Language
import Testing

@Suite struct LanguageModelTests {
    @Test func aSentenceIsParsed() throws {
        let analysis = try LanguageFiles.model().analyse("Iran has sent drones to Russia.")
        #expect(analysis.sentences.map(\.tokens) == [0..<7])
        #expect(
            analysis.tokens.indices.map { analysis.tag(of: $0)?.rawValue } == [
                "NNP", "VBZ", "VBN", "NNS", "IN", "NNP", ".",
            ])
        #expect(analysis.tokens.indices.map { analysis.head(of: $0) } == [2, 2, 2, 2, 2, 4, 2])
        #expect(
            analysis.tokens.indices.map { analysis.label(of: $0)?.rawValue }
                == ["nsubj", "aux", "ROOT", "dobj", "dative", "pobj", "punct"])
        #expect(
            analysis.tokens.indices.map { analysis.lemma(of: $0) }
                == ["Iran", "have", "send", "drone", "to", "Russia", "."])
        #expect(analysis.partOfSpeech(of: 1) == .auxiliary)
        #expect(analysis.entities.map(\.tokens) == [0..<1, 5..<6])
        #expect(analysis.entityTag(of: 5) == .begin("GPE"))
        #expect(analysis.entityTag(of: 2) == .outside)
        #expect(Array(analysis.children(of: 2)) == [0, 1, 3, 4, 6])
        #expect(analysis.text(of: analysis.subtree(of: 4)) == "to Russia")
    }

    @Test func aCancelledTaskParsesNothing() async throws {
        let model = try LanguageFiles.model()
        let segmented = Analysis(
            segmenting: Array("Iran sent drones.".utf8), tokenizer: model.tokenizer,
            splitter: try LanguageFiles.splitter())
        let parsed = try await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try model.parsing(sentences: [0], of: segmented)
        }.value
        #expect(parsed.tokens.indices.allSatisfy { parsed.label(of: $0) == nil })
    }

    @Test func onlyChosenSentencesAreParsed() throws {
        let model = try LanguageFiles.model()
        let segmented = Analysis(
            segmenting: Array("It rained. Iran sent drones. They flew.".utf8),
            tokenizer: model.tokenizer,
            splitter: try LanguageFiles.splitter())
        #expect(segmented.sentences.map(\.isParsed) == [false, false, false])
        let parsed = try model.parsing(sentences: [1], of: segmented)
        #expect(parsed.sentences.map(\.isParsed) == [false, true, false])
        #expect(parsed.sentences.map(\.hasEntities) == [false, true, false])
        #expect(parsed.label(of: 3) == .nsubj)
        #expect(parsed.head(of: 3) == 4)
        #expect(parsed.tag(of: 0) == nil)
        #expect(parsed.entities == [Entity(tokens: 3..<4, type: "GPE")])
        // A later call adds to it and keeps what is there.
        let more = try model.parsing(sentences: [2, 0], of: parsed, entities: false)
        #expect(more.sentences.map(\.isParsed) == [true, true, true])
        #expect(more.sentences.map(\.hasEntities) == [false, true, false])
        #expect(more.entities == parsed.entities)
        #expect(more.head(of: 3) == 4)
        #expect(more.label(of: 8) == .root)
    }

    @Test func sentencesThatAreNotThereAreRefused() throws {
        let model = try LanguageFiles.model()
        let analysis = model.analyse("One. Two.")
        let error = #expect(throws: LanguageError.self) {
            try model.parsing(sentences: [7], of: analysis)
        }
        #expect(error?.description == "no sentence 7 in an analysis of 2")
    }

    @Test func withoutEntitiesNoneAreClaimed() throws {
        let analysis = try LanguageFiles.model().analyse("Iran sent drones.", entities: false)
        #expect(analysis.entities.isEmpty)
        #expect(analysis.entityTag(of: 0) == nil)
    }

    @Test func threadsShareAModel() async throws {
        let model = try LanguageFiles.model()
        let text = "The ship, which left Odesa on Friday, reached Istanbul after two days at sea."
        let alone = model.analyse(text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let found = model.analyse(text)
                    return found.entities == alone.entities
                        && found.tokens.indices.allSatisfy {
                            found.annotation(of: $0) == alone.annotation(of: $0)
                        }
                }
            }
            for await same in group { #expect(same) }
        }
    }

    @Test func theModelSaysWhatItIs() throws {
        let model = try LanguageFiles.model()
        #expect(model.about["version"] == "3.8.0")
        #expect(model.about["licence"] == "MIT")
        #expect(model.licence.contains("WordNet"))
    }
}
