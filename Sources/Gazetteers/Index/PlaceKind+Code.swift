extension PlaceKind {
    /// The number of the kind in the index file; its order is part of the layout.
    var code: UInt8 {
        UInt8(truncatingIfNeeded: Self.allCases.firstIndex(of: self) ?? 0)
    }

    /// The kind of a number; an unknown one is a region.
    init(code: UInt8) {
        let all = Self.allCases
        self = Int(code) < all.count ? all[Int(code)] : .region
    }
}

extension NameKind {
    /// The number of the kind in the index file; its order is part of the layout.
    var code: UInt8 {
        UInt8(truncatingIfNeeded: Self.allCases.firstIndex(of: self) ?? 0)
    }

    /// The kind of a number; an unknown one is an alternate.
    init(code: UInt8) {
        let all = Self.allCases
        self = Int(code) < all.count ? all[Int(code)] : .alternate
    }

    /// The ranks a place loses when it is found under a name of this kind.
    var handicap: Int {
        switch self {
        case .primary, .abbreviation, .demonym: 0
        case .historical: 1
        case .alternate: 3
        case .code: 6
        }
    }
}
