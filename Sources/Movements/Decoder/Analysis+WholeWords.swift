internal import Language

extension Analysis {
    /// The words that a range of bytes has pieces of, without the spaces around; nil where there is nothing else.
    func wholeWords(of range: Range<Int>?) -> Range<Int>? {
        guard var range else { return nil }
        let space = UInt8(ascii: " ")
        while let first = range.first, utf8[first] <= space { range.removeFirst() }
        while let last = range.last, utf8[last] <= space { range.removeLast() }
        guard !range.isEmpty else { return nil }
        let words = tokens(overlapping: range)
        return words.isEmpty ? range : utf8Range(of: words)
    }
}
