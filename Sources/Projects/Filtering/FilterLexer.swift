/// A word of a filter, and where it begins.
struct FilterToken: Sendable, Hashable {
    /// What sorts of words there are.
    enum Kind: Sendable, Hashable {
        /// A name, or a word of the language.
        case word(String)
        /// A name in double quotes, which is no word of the language.
        case name(String)
        case text(String)
        case number(Double)
        /// A bracket, a comma, a comparison.
        case sign(String)
        case end
    }

    var kind: Kind
    /// The character it begins with, from 1.
    var position: Int

    /// How it is told of.
    var told: String {
        switch kind {
        case .word(let words), .name(let words), .sign(let words): FilterError.quoted(words)
        case .text(let words): "the text \(FilterError.quoted(words))"
        case .number(let number): "the number \(number)"
        case .end: "the end"
        }
    }

    /// Its place as errors name it.
    var place: String { "character \(position)" }
}

/// Cuts a filter into words.
struct FilterLexer {
    private let letters: [Unicode.Scalar]
    private var index = 0

    private init(_ text: String) {
        letters = Array(text.unicodeScalars)
    }

    /// The words of a filter, with an end behind the last.
    static func tokens(of text: String) throws(FilterError) -> [FilterToken] {
        var lexer = FilterLexer(text)
        var tokens: [FilterToken] = []
        while let token = try lexer.next() { tokens.append(token) }
        return tokens + [FilterToken(kind: .end, position: lexer.letters.count + 1)]
    }

    private var letter: Unicode.Scalar? { letters.indices.contains(index) ? letters[index] : nil }

    private func fault(_ position: Int, _ message: String) -> FilterError {
        FilterError("character \(position)", message)
    }

    private mutating func next() throws(FilterError) -> FilterToken? {
        while let letter, letter.properties.isWhitespace { index += 1 }
        guard let letter else { return nil }
        let position = index + 1
        let kind: FilterToken.Kind
        switch letter {
        case "'": kind = .text(try quoted(by: letter))
        case "\"": kind = .name(try quoted(by: letter))
        case "0"..."9", "+", "-", ".": kind = .number(try number())
        case "(", ")", ",":
            index += 1
            kind = .sign(String(letter))
        case "<", ">", "=":
            index += 1
            if letter != "=", let second = self.letter, second == "=" || second == ">" {
                index += 1
                kind = .sign("\(letter)\(second)")
            } else {
                kind = .sign(String(letter))
            }
        case let first where Self.begins(first):
            kind = .word(taken(while: Self.goesOn))
        default:
            throw fault(position, "\(FilterError.quoted(String(letter))) has no meaning here")
        }
        return FilterToken(kind: kind, position: position)
    }

    private static func begins(_ letter: Unicode.Scalar) -> Bool {
        letter == "_" || letter == ":" || letter.properties.isAlphabetic
    }

    private static func goesOn(_ letter: Unicode.Scalar) -> Bool {
        begins(letter) || letter == "." || ("0"..."9").contains(letter)
    }

    private mutating func taken(while fits: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while let letter, fits(letter) {
            text.append(letter)
            index += 1
        }
        return String(text)
    }

    /// What stands between two quotes; two in a row, or one behind a backslash, are one that belongs to it.
    private mutating func quoted(by quote: Unicode.Scalar) throws(FilterError) -> String {
        let position = index + 1
        var text = String.UnicodeScalarView()
        index += 1
        while let letter {
            index += 1
            if letter == quote {
                guard self.letter == quote else { return String(text) }
                index += 1
            } else if letter == "\\", self.letter == quote {
                index += 1
                text.append(quote)
                continue
            }
            text.append(letter)
        }
        throw fault(position, "a quote that nothing closes")
    }

    private mutating func number() throws(FilterError) -> Double {
        let position = index + 1
        var last: Unicode.Scalar = " "
        let words = taken { letter in
            defer { last = letter }
            if letter == "+" || letter == "-" { return " eE".unicodeScalars.contains(last) }
            return ("0"..."9").contains(letter) || letter == "." || letter == "e" || letter == "E"
        }
        guard let number = Double(words), number.isFinite else {
            throw fault(position, "\(FilterError.quoted(words)) is no number")
        }
        return number
    }
}
