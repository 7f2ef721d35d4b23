/// The reading of shapes.
extension GazetteerIndex {
    /// The shape of a place, or nil.
    func shape(ofPlaceAt index: Int) -> ShapeCoding.Shape? {
        let table = section(.shapeTable)
        var low = 0
        var high = table.count / 12
        while low < high {
            let middle = (low + high) / 2
            let place = Int(table.u32(at: middle * 12))
            if place == index {
                return ShapeCoding.decode(
                    section(.shapes).bytes(
                        at: Int(table.u32(at: middle * 12 + 4)),
                        count: Int(table.u32(at: middle * 12 + 8))))
            }
            if place < index { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
