internal import Geoparsing
internal import Movements

extension StatedMovements {
    /// The same with a description in place of each name without an entry that the text puts by distance and
    /// direction: "the Dunai depot, nine kilometres south of Fokino" stands where that is.
    ///
    /// The name stays a mention without a place; the claim is about the description.
    func describingUnknown(in text: [UInt8]) -> StatedMovements {
        var stated = self
        for index in claims.indices {
            let claim = claims[index]
            guard let subject = claim.subject, claim.kilometres != nil, claim.bearing != nil,
                mentions[subject].kind == .name, mentions[subject].candidates.isEmpty
            else { continue }
            stated.claims[index].subject = stated.mentions.count
            stated.mentions.append(
                Mention(
                    utf8Range: claim.utf8Range,
                    text: String(decoding: text[claim.utf8Range], as: UTF8.self),
                    kind: .description))
        }
        return stated
    }
}
