import Movements
import Testing

@testable import Formats

@Suite("How a status looks")
struct StatusStyleTests {
    @Test("No two look alike, and none like a schematic line")
    func apart() {
        struct Look: Hashable {
            let dashes: [Double]
            let isCrossed: Bool
        }
        let looks = Movement.Status.allCases.flatMap { status in
            [false, true].map {
                Look(dashes: status.dashes(width: 3, isSchematic: $0), isCrossed: status.isCrossed)
            }
        }
        #expect(Set(looks).count == looks.count)
        #expect(Set(Movement.Status.allCases.map(\.opacityWithoutDashes)).count == 4)
    }

    @Test("Their names are plain words")
    func words() {
        let words = Movement.Status.allCases.map(\.words)
        #expect(words == ["stated", "planned", "alleged", "denied"])
    }

    @Test("The legend has what occurs and nothing else")
    func legend() {
        let words = KeyEntry.entries(of: Atlas(Maps.caspian)).map(\.words)
        #expect(
            words == [
                "sea", "air", "way unknown", "planned", "schematic, no real course",
                "stop of a route", "area",
            ])
        #expect(KeyEntry.entries(of: Atlas(Maps.empty)).isEmpty)
    }
}
