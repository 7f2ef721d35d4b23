internal import Gazetteers
internal import Resolving
internal import RouteMaps

extension Atlas {
    /// The toponym a reference stands for.
    func toponym(_ reference: MentionReference) -> ResolvedToponym {
        maps[reference.map].toponyms[reference.toponym]
    }

    /// What is known of a place by its surest mention; of a port that no text names, what it was taken for.
    func surest(of place: CitedPlace) -> ResolvedToponym {
        var toponym = toponym(place.surest)
        guard !place.isNamed, let port = place.place else { return toponym }
        toponym.choice = .resolved(
            Candidate(
                match: NameMatch(
                    place: port, name: port.name, kind: .primary, quality: NameMatch.Quality.exact),
                score: Score(), confidence: place.confidence), runnersUp: [])
        toponym.because = ["taken as the port for " + place.takenFor.joined(separator: ", ")]
        toponym.radius = nil
        toponym.isDecided = false
        return toponym
    }
}
