internal import Foundation
public import Gazetteers
internal import Geodesy
internal import Geoparsing

/// Decisions an analyst has made by hand: name to place, for all documents or for one.
public struct AnalystPlaces: Sendable {
    /// One decision.
    public struct Entry: Sendable, Hashable {
        /// The name as it stands in the texts.
        public var name: String
        /// The document the decision is limited to; nil for all.
        public var documentID: String?
        /// The place.
        public var place: Target

        /// A decision.
        public init(name: String, documentID: String? = nil, place: Target) {
            self.name = name
            self.documentID = documentID
            self.place = place
        }
    }

    /// What a name was decided to mean.
    public enum Target: Sendable, Hashable {
        /// An entry of the gazetteer.
        case id(PlaceID)
        /// A place of the analyst's own.
        case place(Place)
    }

    private var entries: [String: [Entry]] = [:]

    /// No decisions.
    public init() {}

    /// Adds a decision; a later one on the same name and document replaces an earlier one.
    public mutating func add(_ entry: Entry) {
        let key = NameFolding.fold(entry.name)
        entries[key, default: []].removeAll { $0.documentID == entry.documentID }
        entries[key, default: []].append(entry)
    }

    /// Whether there are none.
    public var isEmpty: Bool { entries.isEmpty }

    /// Replaces the candidates of the mentions decided on, and tells which they are.
    func apply(
        to mentions: inout [Mention], documentID: String?, gazetteer: Gazetteer
    ) -> Set<Int> {
        guard !entries.isEmpty else { return [] }
        var decided: Set<Int> = []
        for index in mentions.indices where mentions[index].use.isPlaced {
            guard let known = entries[NameFolding.fold(mentions[index].text)],
                let entry = known.first(where: { $0.documentID == documentID && documentID != nil })
                    ?? known.first(where: { $0.documentID == nil })
            else { continue }
            let place: Place? =
                switch entry.place {
                case .id(let id): gazetteer.place(id)
                case .place(let place): place
                }
            guard let place else { continue }
            mentions[index].candidates = [
                NameMatch(
                    place: place, name: entry.name, kind: .primary,
                    quality: NameMatch.Quality.exact)
            ]
            decided.insert(index)
        }
        return decided
    }
}
