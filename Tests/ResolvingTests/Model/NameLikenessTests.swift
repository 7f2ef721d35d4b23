import Testing

@testable import Resolving

@Suite("Whether two names may be forms of one")
struct NameLikenessTests {
    @Test(
        "Forms of one name are alike, names of different places are not",
        arguments: [
            ("Kyiv", "Kiev", true), ("Antioch", "Antakya", true), ("Livorno", "Leghorn", false),
            ("Saint Cloud", "St. Cloud", true), ("Beeville", "Maryville", false),
            ("Kenosha", "Southport", false), ("Conneaut", "Lakeville", false),
            ("Newcastle upon Tyne", "Newcastle", true), ("Athínai", "Athens", true),
            ("Чита", "Chita", true),
        ])
    func alike(_ own: String, _ other: String, _ expected: Bool) {
        #expect(NameLikeness.areAlike(own, other) == expected)
        #expect(NameLikeness.areAlike(other, own) == expected)
    }

    @Test("A short name is part of the long one, word by word")
    func part() {
        #expect(NameLikeness.isPart("Newcastle", of: "Newcastle upon Tyne"))
        #expect(NameLikeness.isPart("York", of: "New York City"))
        #expect(!NameLikeness.isPart("Maryville", of: "Beeville"))
    }
}
