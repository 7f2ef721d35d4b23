internal import Gazetteers
internal import Geoparsing

extension Mention {
    /// Whether two mentions name the same place: by the same words, or as two names of it.
    func namesSamePlace(as other: Mention) -> Bool {
        if text.lowercased() == other.text.lowercased() { return true }
        guard let mine = candidates.first, let theirs = other.candidates.first else { return false }
        return mine.place.id == theirs.place.id
    }
}
