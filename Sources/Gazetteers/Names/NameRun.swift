/// A run of tokens that is tested for being a name while it grows.
public struct NameRun: Sendable {
    private let gazetteer: Gazetteer
    private var hash = NameHash()
    private var isEmpty = true

    init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    /// Lengthens the run by a token in the form of `NameFolding.bytes`; an empty token changes nothing.
    public mutating func append(foldedToken token: some Collection<UInt8>) -> NameTest {
        if !token.isEmpty {
            if !isEmpty { hash.append(0x20) }
            isEmpty = false
            hash.append(token)
        }
        return isEmpty
            ? NameTest(isName: false, beginsName: true) : gazetteer.test(hash)
    }
}
