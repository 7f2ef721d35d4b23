public import Documents
public import Foundation
public import Gazetteers
public import Geoparsing
public import Language
public import Movements

/// Chooses the place of every mention of a document, all together.
///
/// Each place of a name is scored by itself (name, kind, size, the words beside it) and by the rest
/// of the document (countries and divisions voted for, nearness); what the text says of several
/// places at once (containment, movements, claims) ties them together. Mentions of one name mean
/// one place, unless the text puts them into different ones.
public struct PlaceResolver: Sendable {
    let gazetteer: Gazetteer
    let weights: ResolutionWeights
    let calibration: Calibration
    let recognition: Calibration
    let cues: TextCues

    /// A resolver.
    ///
    /// - Parameters:
    ///   - gazetteer: The gazetteer that the mentions' places come from.
    ///   - lexicon: The folder with `place-weights.tsv`, `place-calibration.tsv`,
    ///     `mention-calibration.tsv`, `country-cues.tsv` and `kind-cues.tsv`.
    /// - Throws: `LanguageError` naming the table and line that cannot be read.
    public init(gazetteer: Gazetteer, lexicon: URL) throws(LanguageError) {
        self.gazetteer = gazetteer
        weights = try ResolutionWeights(contentsOf: lexicon.appending(path: "place-weights.tsv"))
        calibration = try Calibration(contentsOf: lexicon.appending(path: "place-calibration.tsv"))
        recognition = try Calibration(
            contentsOf: lexicon.appending(path: "mention-calibration.tsv"))
        cues = try TextCues(folder: lexicon)
    }

    /// The decisions on a document's mentions, one each, in their order.
    ///
    /// - Parameters:
    ///   - mentions: The mentions, in the order of the text.
    ///   - document: The document.
    ///   - movements: What moves between them; constraints on the choice.
    ///   - claims: Stated distances and bearings between them; constraints too.
    ///   - analyst: Decisions made by hand, which win over everything.
    ///   - id: The document's id, by which such decisions may be limited to it.
    /// - Returns: As many decisions as mentions.
    public func decisions(
        for mentions: [Mention], in document: Document, movements: [Movement] = [],
        claims: [StatedClaim] = [], analyst: AnalystPlaces = AnalystPlaces(), id: String? = nil
    ) -> [Decision] {
        var mentions = mentions
        let decided = analyst.apply(to: &mentions, documentID: id, gazetteer: gazetteer)
        let votes = cues.votes(of: document.text)
        let builder = VariableBuilder(
            mentions: mentions, cues: votes.kinds,
            usesOwnNames: document.language.map(Self.namesPlaces(in:)) ?? true, weights: weights)
        var factors = FactorBuilder(
            mentions: mentions, variables: builder.variables, variable: builder.variable,
            weights: weights)
        factors.addContainment()
        factors.addMovements(movements)
        factors.addClaims(claims)
        var joint = JointChoice(
            builder.variables, factors: factors.factors, cues: votes.countries,
            weights: weights)
        joint.settle(rounds: 3)
        let writer = DecisionWriter(
            variables: joint.variables, factors: factors.factors, calibration: calibration,
            recognition: recognition, weights: weights)
        // Mentions of one place that are as surely recognised share what is decided, and its memory.
        var made: [DecisionWriter.Question: Decision] = [:]
        var decisions = mentions.indices.map { index in
            guard let variable = builder.variable[index] else { return Decision(choice: .unknown) }
            let question = DecisionWriter.Question(
                variable: variable, recognised: mentions[index].recognitionConfidence,
                isByAnalyst: decided.contains(index))
            let decision = made[question] ?? writer.decision(on: question)
            made[question] = decision
            return decision
        }
        locateDescriptions(among: mentions, by: claims, &decisions)
        return decisions
    }

    /// Gives mentions that describe a place by distance and direction the position that follows from them.
    private func locateDescriptions(
        among mentions: [Mention], by claims: [StatedClaim], _ decisions: inout [Decision]
    ) {
        let locator = DescriptionLocator()
        for claim in claims {
            guard let subject = claim.subject, mentions[subject].kind == .description,
                let reference = decisions[claim.reference].choice.best,
                let position = locator.position(of: claim, from: reference)
            else { continue }
            decisions[subject].described = position
            decisions[subject].radius = position.radius
            decisions[subject].because = ["described from: \(reference.place.name)"]
        }
    }

    /// Whether the gazetteer's own names of places are those of a language (BCP 47), as English has them.
    private static func namesPlaces(in language: String) -> Bool {
        language == "en" || language.hasPrefix("en-")
    }
}
