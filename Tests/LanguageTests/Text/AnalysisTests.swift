import Language
import Testing

@Suite struct AnalysisTests {
    /// Two sentences, the first parsed by hand, the second not.
    private var analysis: Analysis {
        let token = { (range: Range<Int>) in Token(utf8Range: range) }
        return Analysis(
            utf8: Array("Iran has sent drones. Why?".utf8),
            tokens: [
                token(0..<4), token(5..<8), token(9..<13), token(14..<20), token(20..<21),
                token(22..<25), token(25..<26),
            ],
            sentences: [
                Sentence(tokens: 0..<5, isParsed: true, hasEntities: true), Sentence(tokens: 5..<7),
            ],
            annotations: [
                TokenAnnotation(
                    tag: .nnp, partOfSpeech: .properNoun, head: 2, label: .nsubj, lemma: "Iran"),
                TokenAnnotation(
                    tag: .vbz, partOfSpeech: .auxiliary, head: 2, label: .aux, lemma: "have"),
                TokenAnnotation(
                    tag: .vbn, partOfSpeech: .verb, head: 2, label: .root, lemma: "send"),
                TokenAnnotation(
                    tag: .nns, partOfSpeech: .noun, head: 2, label: .dobj, lemma: "drone"),
                TokenAnnotation(
                    tag: .fullStop, partOfSpeech: .punctuation, head: 2, label: .punct, lemma: "."),
            ],
            entities: [Entity(tokens: 0..<1, type: "GPE")])
    }

    @Test func theTreeIsWalkedBothWays() {
        #expect(Array(analysis.children(of: 2)) == [0, 1, 3, 4])
        #expect(analysis.children(of: 2, label: .dobj) == [3])
        #expect(analysis.head(of: 3) == 2)
        #expect(analysis.isRoot(2))
        #expect(analysis.subtree(of: 2) == 0..<5)
        #expect(analysis.subtree(of: 3) == 3..<4)
        #expect(analysis.lemma(of: 2) == "send")
    }

    @Test func sentencesThatWereNotParsedSaySo() {
        #expect(!analysis.sentences[1].isParsed)
        #expect(analysis.tag(of: 5) == nil)
        #expect(analysis.head(of: 6) == nil)
        #expect(analysis.entityTag(of: 5) == nil)
    }

    @Test func tokensAreFoundByPosition() {
        #expect(analysis.sentenceIndex(ofToken: 4) == 0)
        #expect(analysis.sentenceIndex(ofToken: 5) == 1)
        #expect(analysis.sentenceIndex(ofToken: 7) == nil)
        #expect(analysis.tokens(overlapping: 10..<15) == 2..<4)
        #expect(analysis.tokens(overlapping: 4..<5).isEmpty)
        #expect(analysis.text(of: 1..<4) == "has sent drones")
    }

    @Test func entitiesAreToldByToken() {
        #expect(analysis.entityTag(of: 0) == .begin("GPE"))
        #expect(analysis.entityTag(of: 1) == .outside)
        #expect(analysis.entity(at: 0)?.tokens == 0..<1)
    }

    @Test func headsOutsideTheSentenceAreCut() {
        let stray = TokenAnnotation(
            tag: .nn, partOfSpeech: .noun, head: 99, label: .dep, lemma: "a")
        let analysis = Analysis(
            utf8: Array("a".utf8), tokens: [Token(utf8Range: 0..<1)],
            sentences: [Sentence(tokens: 0..<1, isParsed: true)], annotations: [stray])
        #expect(analysis.head(of: 0) == 0)
        #expect(analysis.isRoot(0))
    }
}
