import Benchmark
import Gazetteers
import Periplus

/// Names of every sort: common, rare, ambiguous, in other scripts, and words that are no names.
let benchmarks: @Sendable () -> Void = {
    guard let data = try? DataDirectory.located(around: .currentDirectory()),
        let gazetteer = try? Gazetteer(at: data.gazetteer)
    else { return }
    let names = [
        "Moscow", "San Jose", "Makhachkala", "Махачкала", "Springfield", "Amirabad", "Paris",
        "the", "Constanta", "New York", "Iranian", "U.S.", "Caspian Sea", "Xqzzyva", "Odesa",
        "Santa Maria",
    ]

    Benchmark("all candidates of a name", configuration: .init(scalingFactor: .kilo)) { benchmark in
        for index in benchmark.scaledIterations {
            blackHole(gazetteer.matches(for: names[index % names.count]))
        }
    }

    let grams = (0..<2_000).map { Array("\(names[$0 % names.count]) \($0)".lowercased().utf8) }
    Benchmark("2,000 n-grams tested against all names") { _ in
        for gram in grams { blackHole(gazetteer.test(foldedUTF8: gram)) }
    }

    Benchmark("opening the gazetteer") { _ in
        blackHole(try? Gazetteer(at: data.gazetteer))
    }
}
