/// A place in a role of a movement: its mention, and the word that stands for it.
struct End: Sendable, Hashable {
    /// The mention's index in the document.
    var mention: Int
    /// The word of the sentence that gives the end.
    var word: Int
    /// Whether the text names it there, or only points back to it ("there").
    var isAnaphor = false
}
