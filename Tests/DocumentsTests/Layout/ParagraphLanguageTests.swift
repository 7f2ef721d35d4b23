import Testing

@testable import Documents

@Suite("The languages of the paragraphs of one text")
struct ParagraphLanguageTests {
    private func document(_ paragraphs: String...) throws -> Document {
        Document(
            text: paragraphs.joined(separator: "\n\n"), lexicon: try .english())
    }

    private static let english =
        "The ship left the port of Constanta on Monday and is to call at Istanbul for orders, and it was said that the cargo is for the mills of the coast."

    @Test(
        "A paragraph in another script or with other words is in another language",
        arguments: [
            ("ru", "Судно вышло из порта в понедельник и идёт на север, сообщила администрация."),
            (
                "fr",
                "Le navire est parti lundi du port de Marseille pour Alger avec des céréales dans les cales, et il est attendu par les autorités."
            ),
            ("zh", "货轮周一驶离港口，船上载有三万吨小麦，预计下周抵达目的地。"),
            (
                "ar",
                "غادرت السفينة الميناء يوم الاثنين إلى بيروت وقالت السلطات إن الرحلة على ما يرام"
            ),
        ])
    func other(code: String, paragraph: String) throws {
        let document = try document(Self.english, paragraph, Self.english)
        #expect(document.language == "en")
        #expect(document.paragraphs.map(\.language) == [nil, code, nil])
        let parts = document.languageParts
        #expect(parts.map(\.language) == ["en", code])
        #expect(parts[0].text(at: document.paragraphs[0].utf8Range) == Self.english)
        #expect(parts[1].text(at: document.paragraphs[1].utf8Range) == paragraph)
        #expect(parts.allSatisfy { $0.text.utf8.count == document.text.utf8.count })
    }

    @Test("A short quotation or a list of names is in the language of the text")
    func same() throws {
        let document = try document(
            Self.english, "“Allons-y”, said the captain of the Étoile du Nord.", "Москва, Тула",
            "Rotterdam, Antwerpen, Hamburg, Gdańsk, Klaipėda, Rīga, Tallinn, Helsinki, Turku, Luleå, Gävle, Malmö"
        )
        #expect(document.paragraphs.allSatisfy { $0.language == nil })
        #expect(document.languageParts.count == 1)
    }

    @Test("A language that the caller names holds for every paragraph")
    func named() throws {
        var document = try document(
            Self.english, "Судно вышло из порта в понедельник и идёт на север, сообщили в порту.")
        document.take(language: "en")
        #expect(document.languageParts.count == 1)
    }
}
