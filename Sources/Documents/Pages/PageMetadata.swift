/// What a page says about itself outside its text.
struct PageMetadata {
    /// A date and where it stands; of several the one with the lower `rank` counts.
    struct DateEntry {
        let day: CalendarDate
        let rank: Int
        let origin: String
        /// Whether it is given with a time in UTC, whose day may be the one before or after the writer's.
        var isUTC = false
    }

    /// Ranks from which on a date is no better than one the page shows.
    private static let addressRank = 55
    private static let modifiedRank = 60
    /// No page is of a later year: such a date stands for "never".
    private static let lastYear = 2050

    private(set) var dates: [DateEntry] = []
    private(set) var title: String?
    private(set) var socialTitle: String?
    /// The titles it gives, its own and that for other sites.
    var titles: [String] { [socialTitle, title].compactMap(\.self) }
    private(set) var language: String?
    private(set) var address: String?
    /// The article's text, where the page carries it for machines.
    private(set) var body: String?
    private var lexicon = PageLexicon.empty
    private var sawHeading = false
    private var sawTimeBelowHeading = false

    /// The publication date the metadata give.
    ///
    /// Where it is a time in UTC and another entry has the day before or after, that is the writer's day.
    var date: PublicationDate? { best { _ in true } }

    /// The same, but for dates of which a shown one is the better: those of the address and of the last change.
    var plainDate: PublicationDate? { best { $0 < Self.addressRank } }

    private func best(_ isAllowed: (Int) -> Bool) -> PublicationDate? {
        let best = dates.enumerated().filter { isAllowed($0.element.rank) }
            .min { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }?.element
        guard let best else { return nil }
        let local = dates.first {
            best.isUTC && !$0.isUTC && $0.rank < Self.modifiedRank
                && abs($0.day.dayNumber - best.day.dayNumber) == 1
        }
        let entry = local ?? best
        return PublicationDate(day: entry.day, origin: .metadata(entry.origin))
    }

    /// Names of `meta` elements that hold the day of the last change.
    private static let changeNames = [
        "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
        "revised", "dcterms.modified",
    ]

    /// Names of `meta` elements that hold a publication date, the most reliable first.
    private static let dateNames = [
        "article:published_time", "og:article:published_time", "datepublished", "article.published",
        "publication_date", "publish-date", "publish_date", "publishdate", "pubdate",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
        "dc.date", "dcterms.date", "citation_publication_date", "citation_date",
        "article_date_original", "date",
    ]

    /// Takes what an element says; called for every element in the page's order.
    mutating func read(
        name: String, attributes: [String: String], node: HTMLNode, isDropped: Bool,
        lexicon: PageLexicon
    ) {
        self.lexicon = lexicon
        switch name {
        case "html": language = attributes["lang"] ?? attributes["xml:lang"]
        case "title": title = title ?? Self.cleaned(node.childText)
        case "head": readHead(node)
        case "h1": sawHeading = true
        case "time": readTime(attributes, isDropped: isDropped)
        case "script" where Self.isLinkedData(attributes): readLinkedData(node.childText)
        case "meta": readMeta(attributes)
        case "link" where attributes["rel"]?.lowercased() == "canonical":
            take(address: attributes["href"])
        default:
            if attributes["itemprop"]?.lowercased() == "datepublished" {
                add(attributes["content"] ?? attributes["datetime"], 2, "itemprop datePublished")
            }
        }
    }

    /// The head holds no text and is not walked; its children are read here.
    private mutating func readHead(_ head: HTMLNode) {
        var child = head.firstChild
        while let node = child {
            if node.isElement {
                read(
                    name: node.name, attributes: node.attributes, node: node, isDropped: false,
                    lexicon: lexicon)
            }
            child = node.next
        }
    }

    private mutating func readMeta(_ attributes: [String: String]) {
        guard let content = attributes["content"] else { return }
        let keys = ["property", "name", "itemprop"].compactMap { attributes[$0]?.lowercased() }
        for key in keys {
            if let place = Self.dateNames.firstIndex(of: key) {
                add(content, key.hasPrefix("article:") ? 0 : 3 + place, "meta \(key)")
            }
            if Self.changeNames.contains(key) { add(content, Self.modifiedRank, "meta \(key)") }
            if key == "og:title" { socialTitle = socialTitle ?? Self.cleaned(content) }
            if key == "og:url" { take(address: content) }
        }
    }

    /// `time` elements: one marked as the publication date, else the first below the heading; one
    /// above it may be the day the page was seen.
    private mutating func readTime(_ attributes: [String: String], isDropped: Bool) {
        guard !isDropped, let written = attributes["datetime"] else { return }
        if attributes["pubdate"] != nil || attributes["itemprop"]?.lowercased() == "datepublished" {
            add(written, 2, "time datetime")
        } else if sawHeading, !sawTimeBelowHeading {
            sawTimeBelowHeading = true
            add(written, 50, "time datetime")
        }
    }

    private mutating func readLinkedData(_ json: String) {
        body = body ?? LinkedData.articleBody(in: json)
        if let written = LinkedData.string("datePublished", in: json) {
            add(written, 1, "JSON-LD datePublished")
        } else if let written = LinkedData.string("dateModified", in: json) {
            add(written, Self.modifiedRank, "JSON-LD dateModified")
        }
    }

    private mutating func take(address found: String?) {
        guard address == nil, let found else { return }
        address = found
        if let day = AddressDate.day(in: found) {
            dates.append(DateEntry(day: day, rank: Self.addressRank, origin: "address"))
        }
    }

    private mutating func add(_ written: String?, _ rank: Int, _ origin: String) {
        guard let written = written?.trimmingBlanks, let day = day(in: written),
            day.year <= Self.lastYear
        else { return }
        let isUTC = written.count > 10 && (written.hasSuffix("Z") || written.hasSuffix("+00:00"))
        dates.append(DateEntry(day: day, rank: rank, origin: origin, isUTC: isUTC))
    }

    /// The day of ISO 8601, or as people write it: "2 May 2020", "2020/05/02", "25.04.2021".
    private func day(in written: String) -> CalendarDate? {
        if let day = CalendarDate(String(written.prefix(10)))
            ?? CalendarDate(String(written.prefix(8)))
        {
            return day
        }
        for found in WrittenDate.dates(in: written.prefix(60), lexicon: lexicon) {
            if case .day(let day) = found.value { return day }
        }
        return nil
    }

    private static func isLinkedData(_ attributes: [String: String]) -> Bool {
        attributes["type"]?.lowercased().hasPrefix("application/ld+json") ?? false
    }

    private static func cleaned(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
