import Testing

@testable import Movements

@Suite("How much is moved")
struct QuantityFinderTests {
    @Test(
        "The number and measure just before what is moved",
        arguments: [
            ("They sent 25,000 tonnes of wheat to [Tunis].", "wheat", "25,000 tonnes"),
            (
                "They sent 40,000 tonnes of [Russian~demonym] milling wheat to [Tunis].", "wheat",
                "40,000 tonnes"
            ),
            ("They sent forty tanks to [Tunis].", "tanks", "forty"),
            ("They sent two million barrels of crude to [Tunis].", "crude", "two million barrels"),
            ("They sent 12 trucks to [Tunis].", "trucks", "12"),
        ])
    func quantities(text: String, cargo: String, expected: String) throws {
        #expect(try quantity(text, cargo) == expected)
    }

    @Test(
        "A number of something else is no quantity",
        arguments: [
            ("They sent wheat to [Tunis] on 3 March.", "wheat"),
            ("In 2021 the old mill by the river sent wheat to [Tunis].", "wheat"),
            ("Tonnes of wheat went to [Tunis].", "wheat"),
            ("Wheat went to [Tunis].", "wheat"),
        ])
    func none(text: String, cargo: String) throws {
        #expect(try quantity(text, cargo) == nil)
    }

    private func quantity(_ marked: String, _ cargo: String) throws -> String? {
        let reader = try Reader.shared()
        let example = try MovementCase(marked: Substring(marked))
        let view = try reader.view(example)
        let range = QuantityFinder(lexicon: reader.extractor.lexicon).quantity(
            before: try #require(view.lowers.firstIndex(of: cargo)), in: view)
        return range.map { String(decoding: Array(example.text.utf8)[$0], as: UTF8.self) }
    }
}
