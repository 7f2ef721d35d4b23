/// What a page says about itself outside its text.
struct PageMetadata {
    /// A date and where it stands; of several the one with the lower `rank` counts.
    struct DateEntry {
        let day: CalendarDate
        let rank: Int
        let origin: String
    }

    private(set) var dates: [DateEntry] = []
    private(set) var title: String?
    private(set) var socialTitle: String?
    private(set) var language: String?
    private(set) var address: String?
    private var sawHeading = false
    private var sawTimeBelowHeading = false

    /// The publication date the metadata give.
    var date: PublicationDate? {
        dates.enumerated().min { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map { PublicationDate(day: $0.element.day, origin: .metadata($0.element.origin)) }
    }

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
        name: String, attributes: [String: String], node: HTMLNode, isDropped: Bool
    ) {
        switch name {
        case "html": language = attributes["lang"] ?? attributes["xml:lang"]
        case "title": title = title ?? Self.cleaned(node.childText)
        case "head": readHead(node)
        case "h1": sawHeading = true
        case "time": readTime(attributes, isDropped: isDropped)
        case "script" where Self.isLinkedData(attributes): readLinkedData(node.childText)
        case "meta": readMeta(attributes)
        case "link" where attributes["rel"]?.lowercased() == "canonical":
            address = address ?? attributes["href"]
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
                read(name: node.name, attributes: node.attributes, node: node, isDropped: false)
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
            if key == "og:title" { socialTitle = socialTitle ?? Self.cleaned(content) }
            if key == "og:url" { address = address ?? content }
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
        if let written = LinkedData.publicationDate(in: json) {
            add(written, 1, "JSON-LD datePublished")
        }
    }

    private mutating func add(_ written: String?, _ rank: Int, _ origin: String) {
        guard let written = written?.trimmingPrefix(while: \.isWhitespace),
            let day = CalendarDate(String(written.prefix(10)))
                ?? CalendarDate(String(written.prefix(8)))
        else { return }
        dates.append(DateEntry(day: day, rank: rank, origin: origin))
    }

    private static func isLinkedData(_ attributes: [String: String]) -> Bool {
        attributes["type"]?.lowercased().hasPrefix("application/ld+json") ?? false
    }

    private static func cleaned(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
