import Testing

@testable import Language

/// Words told by what their characters are, in any script.
@Suite struct PlainTokenizerTests {
    @Test(arguments: [
        ("Из Пскова в Белгород.", ["Из", "Пскова", "в", "Белгород", "."]),
        ("Bakü'den 2.500 ton, kp.ru", ["Bakü", "'", "den", "2.500", "ton", ",", "kp.ru"]),
        ("从上海到汉堡。", ["从", "上", "海", "到", "汉", "堡", "。"]),
        ("إلى بيروت، ثم", ["إلى", "بيروت", "،", "ثم"]),
        ("می‌رود رشتـآستارا", ["می‌رود", "رشت", "ـ", "آستارا"]),
        ("Ростов-на-Дону", ["Ростов", "-", "на", "-", "Дону"]),
        ("a  b\n\nc", ["a", " ", "b", "\n\n", "c"]),
        ("", []),
    ])
    func cuts(text: String, words: [String]) {
        let utf8 = Array(text.utf8)
        let tokens = PlainTokenizer().tokens(in: utf8)
        #expect(tokens.map { String(decoding: utf8[$0.utf8Range], as: UTF8.self) } == words)
    }

    @Test func saysWhatFollowsAndHowAWordIsWritten() {
        let tokens = PlainTokenizer().tokens(in: Array("Баку и 12 т".utf8))
        #expect(tokens.map(\.isFollowedBySpace) == [true, true, true, false])
        #expect(tokens.map(\.isCapitalised) == [true, false, false, false])
        #expect(tokens.map(\.isDigits) == [false, false, true, false])
    }

    @Test func brokenBytesAreMarks() {
        let tokens = PlainTokenizer().tokens(in: [0x61, 0xFF, 0xC3, 0x28, 0xE4, 0xB8])
        #expect(tokens.map(\.utf8Range.count).reduce(0, +) == 6)
    }
}
