import Foundation
import Language
import Testing

@Suite struct SentenceSplitterTests {
    /// Texts with "|" where a sentence begins.
    @Test(arguments: [
        "Iran sent drones. |Russia used them.",
        "Dr. Smith met Gen. Jones in St. Petersburg. |They left.",
        "It left the U.S. on Friday. |It came from the U.S. |The ship sank.",
        "J. K. Rowling came at 5 p.m. on Monday.",
        "He asked: “Why?” |Nobody knew. |(See below.) |End.",
        "\"Stop!\" he said. |Then ... silence.",
        "The price rose 3.5 percent. |2023 was worse.",
        "Headline without a stop\n\n|The story begins here.",
        "A line that is\nwrapped goes on.\n|Another begins.",
        "What?! |No. |Really…",
        "No. 5 of vol. 2 is here. |No. |That is wrong.",
        "他走了。 |她来了。",
    ])
    func sentencesBeginWhereMarked(marked: String) throws {
        let text = marked.replacing("|", with: "")
        let utf8 = Array(text.utf8)
        let tokens = try LanguageFiles.tokenizer().tokens(in: utf8)
        let sentences = try LanguageFiles.splitter().sentences(of: tokens, in: utf8)
        var found = text
        for sentence in sentences.dropFirst().reversed() {
            let position = tokens[sentence.lowerBound].utf8Range.lowerBound
            found.insert("|", at: text.utf8.index(text.startIndex, offsetBy: position))
        }
        #expect(found == marked)
    }

    @Test func breaksAreNotCrossed() throws {
        let utf8 = Array("First paragraph\nsecond paragraph".utf8)
        let tokens = try LanguageFiles.tokenizer().tokens(in: utf8)
        let splitter = try LanguageFiles.splitter()
        #expect(splitter.sentences(of: tokens, in: utf8).count == 1)
        #expect(splitter.sentences(of: tokens, in: utf8, breaks: [0, 16]) == [0..<3, 3..<5])
    }

    @Test func sentencesCoverAllTokensAndAreOfBoundedLength() throws {
        let utf8 = Array(String(repeating: "the ship went on ", count: 1000).utf8)
        let tokens = try LanguageFiles.tokenizer().tokens(in: utf8)
        let sentences = try LanguageFiles.splitter().sentences(of: tokens, in: utf8)
        #expect(sentences.flatMap { Array($0) } == Array(tokens.indices))
        #expect(sentences.allSatisfy { $0.count <= SentenceSplitter.longestSentence })
    }

    @Test func noTokensMakeNoSentences() throws {
        #expect(try LanguageFiles.splitter().sentences(of: [], in: []).isEmpty)
    }
}
