import Foundation
import Testing

/// Texts in character sets that declare nothing, and the labels by which sets are declared.
enum Charsets {
    struct Sample: Sendable, CustomTestStringConvertible {
        let charset: String
        let text: String

        var testDescription: String { charset }

        /// The text in its set, by the C library.
        var bytes: [UInt8]? {
            guard let handle = Self.handle(to: charset) else { return nil }
            defer { iconv_close(handle) }
            var input = Array(text.utf8).map { CChar(bitPattern: $0) }
            var output = [CChar](repeating: 0, count: input.count * 4)
            return input.withUnsafeMutableBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target in
                    var (from, left) = (source.baseAddress, source.count)
                    var (to, room) = (target.baseAddress, target.count)
                    guard iconv(handle, &from, &left, &to, &room) == 0, left == 0 else {
                        return nil
                    }
                    return target.prefix(target.count - room).map { UInt8(bitPattern: $0) }
                }
            }
        }

        private static func handle(to charset: String) -> iconv_t? {
            let handle = iconv_open(charset, "UTF-8")
            return Int(bitPattern: handle) == -1 ? nil : handle
        }
    }

    static let all: [Sample] = [
        Sample(
            charset: "GB18030",
            text:
                "一艘散货船周一从上海港出发,将大豆运往天津港。港务局表示,第二艘船将于周三离开青岛,前往大连。该船在宁波停靠,接受检查。"),
        Sample(
            charset: "BIG5",
            text:
                "一艘散貨船星期一從高雄港出發,將大豆運往基隆港。港務局表示,第二艘船將於星期三離開臺中,前往香港。"),
        Sample(
            charset: "SHIFT_JIS",
            text:
                "ばら積み船は月曜日に横浜港を出て、穀物を積んで神戸港へ向かった。二隻目の船は水曜日に名古屋を出る予定だと港湾局は述べた。"),
        Sample(
            charset: "EUC-JP",
            text:
                "ばら積み船は月曜日に横浜港を出て、穀物を積んで神戸港へ向かった。二隻目の船は水曜日に名古屋を出る予定だと港湾局は述べた。"),
        Sample(
            charset: "EUC-KR",
            text:
                "벌크선은 월요일에 곡물을 싣고 부산항을 떠나 인천항으로 향했다. 두 번째 배는 수요일에 울산을 떠날 예정이라고 항만 당국은 밝혔다."),
        Sample(
            charset: "WINDOWS-1253",
            text:
                "Το φορτηγό πλοίο έφυγε από τη Θεσσαλονίκη τη Δευτέρα με σιτηρά και πηγαίνει στον Πειραιά. Ένα δεύτερο πλοίο θα ακολουθήσει από την Πάτρα, είπε το λιμεναρχείο."
        ),
        Sample(
            charset: "WINDOWS-1256",
            text:
                "غادرت سفينة البضائع ميناء الإسكندرية يوم الاثنين محملة بالحبوب إلى ميناء بيروت. وقالت سلطة الميناء إن سفينة ثانية ستغادر ميناء بورسعيد يوم الأربعاء إلى اللاذقية."
        ),
        Sample(
            charset: "WINDOWS-1255",
            text:
                "אוניית המשא יצאה מנמל חיפה ביום שני עם תבואה אל נמל אשדוד. אונייה שנייה תצא ביום רביעי מנמל אילת, אמרה רשות הנמלים."
        ),
        Sample(
            charset: "WINDOWS-1251",
            text:
                "Сухогруз вышел в понедельник из порта Новороссийск с зерном и идёт в порт Констанца. Второе судно выйдет в среду, сообщила администрация порта."
        ),
        Sample(
            charset: "KOI8-R",
            text:
                "Сухогруз вышел в понедельник из порта Новороссийск с зерном и идёт в порт Констанца. Второе судно выйдет в среду, сообщила администрация порта."
        ),
        Sample(
            charset: "WINDOWS-1250",
            text:
                "Masowiec wypłynął w poniedziałek z portu Gdynia ze zbożem i płynie do Świnoujścia. Drugi statek wypłynie w środę z Gdańska, powiedział zarząd portu. Źródło dodało, że załoga czeka."
        ),
        Sample(
            charset: "WINDOWS-1252",
            text:
                "Le vraquier a quitté Le Havre lundi avec du blé pour Alger. Un deuxième navire doit partir mercredi de Sète, a déclaré l’autorité portuaire – déjà prévenue."
        ),
        Sample(
            charset: "TIS-620",
            text:
                "เรือสินค้าออกจากท่าเรือแหลมฉบังเมื่อวันจันทร์พร้อมข้าวไปยังท่าเรือสงขลา เรือลำที่สองจะออกจากกรุงเทพในวันพุธ"
        ),
    ]

    static let labels = """
        utf-8 utf8 unicode-1-1-utf-8 866 cp866 csibm866 ibm866 csisolatin2 iso-8859-2 iso-ir-101
        iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 csisolatin3 iso-8859-3 iso-ir-109
        iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 csisolatin4 iso-8859-4 iso-ir-110
        iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 csisolatincyrillic cyrillic
        iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 arabic asmo-708
        csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i
        iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 csisolatingreek ecma-118 elot_928
        greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987
        sun_eu_greek csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138
        iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical
        csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 iso-8859-13 iso8859-13
        iso885913 iso-8859-14 iso8859-14 iso885914 csisolatin9 iso-8859-15 iso8859-15 iso885915
        iso_8859-15 l9 iso-8859-16 cskoi8r koi koi8 koi8-r koi8_r koi8-ru koi8-u csmacintosh mac
        macintosh x-mac-roman dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 cp1250
        windows-1250 x-cp1250 cp1251 windows-1251 x-cp1251 ansi_x3.4-1968 ascii cp1252 cp819
        csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1
        latin1 us-ascii windows-1252 x-cp1252 cp1253 windows-1253 x-cp1253 cp1254 csisolatin5
        iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254
        x-cp1254 cp1255 windows-1255 x-cp1255 cp1256 windows-1256 x-cp1256 cp1257 windows-1257
        x-cp1257 cp1258 windows-1258 x-cp1258 x-mac-cyrillic x-mac-ukrainian chinese csgb2312
        csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 big5 big5-hkscs
        cn-big5 csbig5 x-x-big5 cseucpkdfmtjapanese euc-jp x-euc-jp csiso2022jp iso-2022-jp
        csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cseuckr csksc56011987
        euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 utf-16be
        utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
