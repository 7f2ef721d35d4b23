extension Gazetteer {
    /// The populated places of at least so many people, in the order of the layers and tables.
    public func cities(atLeast population: Int) -> [Place] {
        var found: [Place] = []
        for index in indexes {
            for number in 0..<index.placeCount
            where index.kind(at: number) == .city && index.population(at: number) >= population {
                if let place = index.place(at: number) { found.append(place) }
            }
        }
        return found
    }
}

extension GazetteerIndex {
    /// How many people live in the place of a number; 0 where no source says.
    fileprivate func population(at index: Int) -> Int {
        Int(places.u32(at: index * PlaceRecord.size + PlaceRecord.population))
    }
}
