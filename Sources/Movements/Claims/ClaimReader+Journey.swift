extension ClaimReader {
    /// "Two hours' sail", "a three-day drive", "an hour by boat": a time under way as the distance, in
    /// kilometres, that is made good in it.
    func journey(in lowers: [String], at start: Int) -> (Int, ClosedRange<Double>)? {
        var index = start
        if small.has(lowers[index], .article), index + 1 < lowers.count,
            words.numbers[lowers[index + 1]] != nil || lowers[index + 1].first?.isNumber == true
        {
            index += 1
        }
        guard let (read, amount) = amount(in: lowers, at: index) else { return nil }
        index += read
        guard index < lowers.count, let (length, hours) = words.durations.match(lowers, at: index)
        else { return nil }
        index += length
        while index < lowers.count, small.has(lowers[index], .journeyFiller) { index += 1 }
        guard index < lowers.count, let (last, pace) = words.paces.match(lowers, at: index) else {
            return nil
        }
        index += last
        let low = amount.lowerBound * hours.lowerBound * pace.lowerBound
        return (index - start, low...(amount.upperBound * hours.upperBound * pace.upperBound))
    }
}
