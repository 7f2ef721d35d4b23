import Testing

@testable import Documents

@Suite struct LanguageFinderTests {
    @Test(arguments: [
        (
            "en",
            "The ship left the port of Constanta on Monday and is to call at Istanbul for orders."
        ),
        (
            "de",
            "Das Schiff ist am Montag aus dem Hafen von Hamburg ausgelaufen und wird nach Riga fahren."
        ),
        (
            "fr",
            "Le navire est parti lundi du port de Marseille pour Alger avec des céréales dans les cales."
        ),
        (
            "es",
            "El buque salió del puerto de Valencia el lunes con trigo para los almacenes de la costa."
        ),
        (
            "tr",
            "Gemi pazartesi günü limandan ayrıldı ve bir gün sonra Mersin için olan yükü ile geldi."
        ),
        ("ru", "Судно вышло из порта в понедельник и идёт на север, сообщила администрация порта."),
        (
            "uk",
            "Судно вийшло з порту в понеділок і йде на північ, повідомила адміністрація порту та її речник."
        ),
        (
            "ar",
            "غادرت السفينة الميناء يوم الاثنين إلى بيروت وقالت السلطات إن الرحلة من الإسكندرية على ما يرام في البحر"
        ),
        ("fa", "کشتی روز دوشنبه از بندر به سوی باکو رفت و در راه است که این خبر را اعلام کردند"),
        ("tr", "Bakü'den Adana'ya petrol taşındı. Gemi Mersin'den Trablus'a doğru yola çıktı."),
        ("ar", "غادرت سفينة محملة بالقمح ميناء كونستانتا متجهة نحو الإسكندرية"),
        ("fa", "محموله با قطار تهران رسید و کشتی گندم پهلو گرفت، گفت یک مقام"),
        ("uk", "Вантажівки прибули з Жешува до Львова, їх зустріли волонтери."),
        ("en", "Trucks from Łódź, Gdańsk and Kraków arrived in the city of Şanlıurfa with aid."),
        ("zh", "货船周一离开上海港前往天津港装卸货物"), ("ja", "貨物船は月曜日に横浜港を出て神戸港へ向かった。"),
        ("ko", "화물선은 월요일에 부산항을 떠나 인천항으로 향했으며 곧 도착할 예정이라고 항만 당국이 밝혔다."),
        ("el", "Το πλοίο έφυγε από το λιμάνι της Θεσσαλονίκης τη Δευτέρα με σιτηρά για την Κύπρο."),
    ])
    func isFound(code: String, text: String) throws {
        #expect(try PageLexicon.english().languages.language(of: text) == code)
    }

    @Test func wordsTellMoreThanADeclaration() throws {
        let page =
            "<html lang=\"en\"><body><p>Судно вышло из порта в понедельник и идёт на север, сообщила администрация порта.</p>"
        #expect(try Document(page: page, lexicon: .english()).language == "ru")
        let english =
            "<html lang=\"en-GB\"><p>The ship left the port of Hull on Monday and it is late."
        #expect(try Document(page: english, lexicon: .english()).language == "en-GB")
    }

    @Test(arguments: ["", "Baku", "MV Ana | Odesa | Haifa", "12 345 678"])
    func tooLittleTellsNothing(text: String) throws {
        #expect(try PageLexicon.english().languages.language(of: text) == nil)
    }
}
