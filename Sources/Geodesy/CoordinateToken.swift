/// A piece of the text of a position.
enum CoordinateToken {
    /// An unsigned figure, and whether a minus stood before it.
    case figure(Double, isNegative: Bool)
    /// A degree sign.
    case degreeMark
    /// N, S, E or W, upper case.
    case letter(UInt8)
    /// A comma or a semicolon.
    case separator

    /// The pieces of a text; minute and second marks only end their figure.
    static func tokens(of text: String) throws(CoordinateParsingError) -> [CoordinateToken] {
        var tokens: [CoordinateToken] = []
        let characters = Array(text)
        var index = 0
        while index < characters.count {
            let character = characters[index]
            index += 1
            if character.isWhitespace || "'’′\"”″`´".contains(character) { continue }
            if character == "°" || character == "º" {
                tokens.append(.degreeMark)
            } else if character == "," || character == ";" {
                tokens.append(.separator)
            } else if let side = character.uppercased().utf8.first, "NSEWnsew".contains(character) {
                tokens.append(.letter(side))
            } else {
                let isNegative = character == "-" || character == "\u{2212}"
                let isSigned = isNegative || character == "+"
                var figure = isSigned ? "" : String(character)
                while index < characters.count, characters[index].isASCII,
                    characters[index].isNumber || characters[index] == "."
                {
                    figure.append(characters[index])
                    index += 1
                }
                guard let start = figure.first, start.isASCII, start.isNumber || start == ".",
                    let value = Double(figure), value.isFinite
                else { throw .notAPosition(text) }
                tokens.append(.figure(value, isNegative: isNegative))
            }
        }
        return tokens
    }
}
