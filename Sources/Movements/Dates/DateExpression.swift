internal import Documents

/// A run of words of a sentence that says when.
struct DateExpression: Equatable {
    /// The words, with the preposition before them.
    var words: Range<Int>
    /// The first day; nil where it is left open.
    var from: CalendarDate?
    /// The last day; nil where it is left open.
    var to: CalendarDate?
}
