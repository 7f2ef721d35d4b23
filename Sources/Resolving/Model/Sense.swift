internal import Gazetteers
internal import Geoparsing

/// What the words beside its mentions say of one sense of a name, while mentions are grouped.
struct Sense {
    /// The name of what the text says it lies in.
    let container: String?
    /// Whether the text puts it where the tables have no such place.
    let isContradicted: Bool
    /// Those of its places that hold what the text says lies in it; nil where it says nothing.
    private var holding: Set<PlaceID>?
    /// The variable of its mentions.
    var variable = -1

    /// What the words beside a mention say.
    init(of index: Int, in mentions: [Mention], holding: Set<PlaceID>?) {
        container = mentions[index].container.map { NameFolding.fold(mentions[$0].text) }
        isContradicted = mentions[index].contradictsContainer
        self.holding = holding
    }

    /// Whether two may be one sense.
    func agrees(with other: Sense) -> Bool {
        guard isContradicted == other.isContradicted,
            container == nil || other.container == nil || container == other.container
        else { return false }
        guard let holding, let others = other.holding else { return true }
        return !holding.isDisjoint(with: others)
    }

    /// Takes on what another that is the same sense tells.
    mutating func narrow(to other: Sense) {
        guard let places = other.holding else { return }
        holding = holding?.intersection(places) ?? places
    }
}
