import Gazetteers
import Geoparsing
import Periplus
import RouteMaps
import Testing

/// Names in nine languages, from the text to the place.
@Suite struct NameTests {
    @Test(arguments: try NameCase.all())
    func isFoundAndPutRight(_ sample: NameCase) throws {
        let mapper = try SharedMapper.mapper()
        let map = try mapper.map(mapper.document(text: sample.text, language: sample.language))
        for wanted in sample.wanted {
            let found = map.toponyms.filter {
                $0.mention.text == wanted.words || "ال" + $0.mention.text == wanted.words
            }
            let named = found.compactMap(\.place)
            #expect(
                named.contains { $0.name == wanted.name && $0.country == wanted.country },
                "\(wanted.words): \(named.map { "\($0.name), \($0.country ?? "-")" }) of \(map.toponyms.map(\.mention.text))"
            )
        }
        for words in sample.absent {
            #expect(!map.toponyms.contains { $0.mention.text == words }, "\(words)")
        }
    }
}
