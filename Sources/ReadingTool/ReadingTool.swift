internal import Documents
internal import Foundation
internal import Movements
internal import Periplus

/// Shows what the reader sees of texts: `ReadingTool [spans] < documents.jsonl > views.jsonl`.
///
/// A line in has `id`, `text` and, if its words do not tell, `lang`; a line out has the sentences, the mentions with their kind and node, and
/// what the rules propose; with `spans`, all runs of words that were weighed as names. Offsets are code points.
@main
struct ReadingTool {
    struct Request: Decodable {
        let id: String
        let text: String
        let lang: String?
    }

    struct View: Encodable {
        struct Mention: Encodable {
            let start: Int
            let end: Int
            let kind: String
            let node: Int?
        }

        struct Proposal: Encodable {
            let origin: Int?
            let via: [Int]
            let destination: Int?
            let sentence: [Int]
            let mode: String
            let status: String
            let relation: String
            let confidence: Double
        }

        let id: String
        let sentences: [[Int]]
        let mentions: [Mention]
        let nodes: [String]
        let proposals: [Proposal]
    }

    static func main() throws {
        let showsSpans = CommandLine.arguments.dropFirst().first == "spans"
        var options = RouteMapperOptions()
        if showsSpans { (options.findsRoutes, options.usesModel) = (false, false) }
        let mapper = try RouteMapper(data: .located(), options: options)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        while let line = readLine() {
            let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
            let document = mapper.document(text: request.text, language: request.lang)
            if showsSpans {
                let view = SpanView(of: document, id: request.id, by: mapper)
                FileHandle.standardOutput.write(try encoder.encode(view) + Data("\n".utf8))
                continue
            }
            guard let view = view(of: document, id: request.id, by: mapper) else { continue }
            FileHandle.standardOutput.write(try encoder.encode(view) + Data("\n".utf8))
        }
    }

    static func view(of document: Document, id: String, by mapper: RouteMapper) -> View? {
        guard let (input, proposed) = mapper.readerInput(of: document) else { return nil }
        let offsets = ScalarOffsets(document.text)
        func scalars(_ range: Range<Int>) -> [Int] {
            let range = offsets.scalarRange(ofUTF8: range)
            return [range.lowerBound, range.upperBound]
        }
        return View(
            id: id, sentences: input.sentences.map(scalars),
            mentions: input.mentions.indices.map { index in
                let place = scalars(input.mentions[index])
                return View.Mention(
                    start: place[0], end: place[1], kind: "\(input.kinds[index])",
                    node: input.nodeOfMention[index])
            },
            nodes: input.nodes.map { "\($0.kind)" },
            proposals: proposed.map { movement in
                View.Proposal(
                    origin: movement.origin, via: movement.via, destination: movement.destination,
                    sentence: movement.evidence.first.map(scalars) ?? [],
                    mode: movement.mode.rawValue, status: movement.status.rawValue,
                    relation: movement.relation.rawValue, confidence: movement.confidence)
            })
    }
}
