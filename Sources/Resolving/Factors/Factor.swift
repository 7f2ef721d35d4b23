/// What several variables say of one another: a score for each combination of their places.
struct Factor {
    /// What the score is for.
    let reason: Score.Reason
    /// The variables, all different.
    let variables: [Int]
    /// The score of a combination: one index of a place a variable, in their order.
    let score: ([Int]) -> Double

    init(_ reason: Score.Reason, _ variables: [Int], score: @escaping ([Int]) -> Double) {
        self.reason = reason
        self.variables = variables
        self.score = score
    }

    /// The numbers of the factors that each of so many variables is part of.
    static func numbers(of factors: [Factor], variables count: Int) -> [[Int]] {
        var numbers = [[Int]](repeating: [], count: count)
        for (number, factor) in factors.enumerated() {
            for variable in factor.variables { numbers[variable].append(number) }
        }
        return numbers
    }
}
