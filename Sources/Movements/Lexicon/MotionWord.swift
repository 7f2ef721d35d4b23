/// A verb or noun that says something moves.
struct MotionWord: Sendable {
    /// The dictionary form.
    let lemma: String
    /// Whose place is an end.
    let motion: MotionClass
    /// What the word alone says of the mode.
    let mode: TransportMode?
    /// Whether one named end suffices, whatever the theme.
    let isStrong: Bool
    /// Whether it moves something only where a destination is named: "take".
    var needsGoal = false
    /// The kinds of theme a weak word takes; empty for any known kind that can move.
    let themes: Set<ThemeKind>

    /// Whether a theme of a kind goes with the word.
    func takes(_ kind: ThemeKind?) -> Bool {
        guard let kind else { return false }
        return themes.isEmpty ? kind.isMovable : themes.contains(kind)
    }
}
