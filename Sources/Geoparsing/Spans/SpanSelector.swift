/// Chooses the spans that together have the highest score and do not overlap.
enum SpanSelector {
    /// The best choice among spans, in the order of the text; only scores above zero are taken.
    ///
    /// Weighted interval scheduling by dynamic programming; ties go to the earlier and longer span.
    static func best(of spans: [CandidateSpan]) -> [CandidateSpan] {
        let sorted = spans.filter { $0.score > 0 }.sorted {
            ($0.rows.upperBound, $0.rows.lowerBound) < ($1.rows.upperBound, $1.rows.lowerBound)
        }
        guard !sorted.isEmpty else { return [] }
        // best[i] is the score of the first i spans, before[i] how many of them end before span i.
        var best: [Float] = [0]
        var before: [Int] = []
        best.reserveCapacity(sorted.count + 1)
        for (index, span) in sorted.enumerated() {
            var low = 0
            var high = index
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle].rows.upperBound <= span.rows.lowerBound {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            before.append(low)
            best.append(max(best[index], best[low] + span.score))
        }
        var chosen: [CandidateSpan] = []
        var index = sorted.count
        while index > 0 {
            if best[index] > best[index - 1] {
                chosen.append(sorted[index - 1])
                index = before[index - 1]
            } else {
                index -= 1
            }
        }
        return chosen.reversed()
    }
}
