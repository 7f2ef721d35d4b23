internal import Language

extension Analysis {
    /// The words of one phrase that a range of bytes has pieces of, without the spaces around; nil where there is none.
    ///
    /// A colon, a semicolon or the end of a line ends it: the reader chooses a first and a last piece each by itself.
    func wholeWords(of range: Range<Int>?) -> Range<Int>? {
        guard var range else { return nil }
        let space = UInt8(ascii: " ")
        while let first = range.first, utf8[first] <= space { range.removeFirst() }
        if let end = range.first(where: endsPhrase) { range = range.lowerBound..<end }
        while let last = range.last, utf8[last] <= space { range.removeLast() }
        guard !range.isEmpty else { return nil }
        let words = tokens(overlapping: range)
        return words.isEmpty ? range : utf8Range(of: words)
    }

    private func endsPhrase(_ place: Int) -> Bool {
        switch utf8[place] {
        case UInt8(ascii: ";"), UInt8(ascii: "\n"): true
        case UInt8(ascii: ":"): place + 1 == utf8.count || utf8[place + 1] <= UInt8(ascii: " ")
        default: false
        }
    }
}
