import Documents
import Gazetteers
import Geodesy
import Geoparsing
import Resolving
import Testing

/// Every text of `Cases` puts its names where its lines expect them.
@Suite("Places of names")
struct PlaceResolverTests {
    @Test("case", arguments: try ResolutionCase.all())
    func places(_ example: ResolutionCase) throws {
        let answers = try Reading.shared().answers(to: example.text)
        let isEmpty =
            example.wanted.isEmpty && example.unknown.isEmpty && example.ambiguous.isEmpty
        #expect(!isEmpty, "no expectation")
        for wanted in example.wanted {
            let all = answers.filter { $0.mention.text == wanted.name }
            let named = all.enumerated().filter { index, _ in
                wanted.number.map { $0 == index + 1 } ?? true
            }.map(\.element)
            #expect(!named.isEmpty, "no \(wanted.name) among \(answers.map(\.mention.text))")
            for answer in named {
                let place = try #require(
                    answer.decision.choice.best?.place, "\(wanted.name) has no place")
                let distance = Ellipsoid.wgs84.distance(
                    from: wanted.coordinate, to: place.coordinate)
                #expect(
                    distance <= wanted.tolerance,
                    "\(wanted.name) is \(place.id.rawValue) in \(place.country ?? "-")")
                #expect(wanted.kinds.contains(place.kind.rawValue), "\(wanted.name): \(place.kind)")
            }
        }
        for name in example.unknown {
            let named = answers.filter { $0.mention.text == name }
            #expect(named.allSatisfy { $0.decision.choice == .unknown }, "\(name) has a place")
        }
        for name in example.ambiguous {
            let named = answers.filter { $0.mention.text == name }
            #expect(!named.isEmpty, "no \(name) among \(answers.map(\.mention.text))")
            for answer in named {
                guard case .ambiguous(let candidates) = answer.decision.choice else {
                    Issue.record("\(name) is decided: \(answer.decision.because)")
                    continue
                }
                #expect(!candidates.isEmpty)
                #expect(answer.decision.choice.best == nil)
                #expect(answer.decision.choice.runnersUp == candidates)
            }
        }
    }

    @Test("a decision for each mention, its confidences in 0...1 and best first")
    func confidences() throws {
        let answers = try Reading.shared().answers(
            to: "Grain went from Tripoli to Alexandria, then by rail to Cairo and Springfield.")
        #expect(answers.count >= 4)
        for answer in answers {
            guard let best = answer.decision.choice.best else { continue }
            let all = [best.confidence] + answer.decision.choice.runnersUp.map(\.confidence)
            #expect(all.allSatisfy { (0...1).contains($0) })
            #expect(all.dropFirst().allSatisfy { $0 <= best.confidence })
            #expect(!answer.decision.because.isEmpty, "\(answer.mention.text): no reason")
        }
    }

    @Test("what a text says three hundred times is heard, but does not pile up")
    func repetition() throws {
        let sentence = "The ship sailed from Odesa to Istanbul with grain on Monday. "
        let once = try Reading.shared().answers(to: sentence)
        let often = try Reading.shared().answers(to: String(repeating: sentence, count: 300))
        #expect(often.count == once.count * 300)
        let places = once.map { $0.decision.choice.best?.place.id }
        for answer in often {
            let best = try #require(answer.decision.choice.best)
            #expect(places.contains(best.place.id))
            #expect(best.score.parts.count < 100)
        }
    }

    @Test("a mention without candidates stays unknown and leaves the others their places")
    func noCandidates() throws {
        let reading = try Reading.shared()
        let matches = reading.gazetteer.matches(for: "Marseille", limit: 40)
        let mentions = [
            Mention(utf8Range: 0..<7, text: "Xyzzyqa"),
            Mention(utf8Range: 11..<20, text: "Marseille", candidates: matches),
        ]
        let decisions = reading.resolver.decisions(
            for: mentions, in: .init(text: "Xyzzyqa and Marseille"))
        #expect(decisions.count == 2)
        #expect(decisions.first?.choice == .unknown)
        #expect(decisions.last?.choice.best?.place.country == "FR")
    }

    @Test("no mentions, no decisions")
    func nothing() throws {
        #expect(
            try Reading.shared().resolver.decisions(for: [], in: .init(text: "")).isEmpty)
    }
}
