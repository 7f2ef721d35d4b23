/// Where a text has something before it moves: stored, loaded, moored or just left there.
struct Sighting: Sendable {
    /// The number of the sentence that tells it.
    let sentence: Int
    let theme: Theme
    let end: End
}
