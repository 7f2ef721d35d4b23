/// What HTML's elements and their attributes say about the text inside.
enum PageTags {
    /// Elements inside which nothing is text to read.
    static let withoutText: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "head", "select", "button",
        "textarea", "iframe", "object", "canvas", "audio", "video", "map", "input", "img", "meta",
        "link", "dialog", "frameset",
        // What is struck out is withdrawn.
        "del", "s", "strike",
    ]

    /// Elements that are no part of an article wherever they stand.
    private static let dropped: Set<String> = ["nav", "footer", "menu"]

    /// WAI-ARIA roles of the same sort.
    private static let droppedRoles: Set<String> = [
        "navigation", "complementary", "contentinfo", "search", "dialog", "alert", "menu",
        "menubar", "banner",
    ]

    /// Elements that do not end a block of text; every other does.
    static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "rt", "rp",
        "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr",
    ]

    static func kind(
        of name: String, attributes: [String: String], lexicon: PageLexicon
    ) -> PageElementKind {
        var kind = PageElementKind()
        kind.isDropped = dropped.contains(name)
        kind.isCaption = name == "figcaption" || name == "caption"
        kind.articleHint = name == "article" ? .article : name == "main" ? .main : nil
        guard !attributes.isEmpty else { return kind }
        let role = attributes["role"]?.lowercased() ?? ""
        if droppedRoles.contains(role) || attributes["hidden"] != nil
            || attributes["aria-hidden"] == "true"
        {
            kind.isDropped = true
        }
        // The rest of an article behind "Read more" is hidden until asked for.
        if isInvisible(attributes["style"]),
            !classWords(of: attributes, lexicon).contains(where: {
                lexicon.classWords[$0] == .folded
            })
        {
            kind.isDropped = true
        }
        if role == "main" { kind.articleHint = .main }
        if role == "article" { kind.articleHint = .article }
        // An attribute may hold several properties: itemprop="articleBody text".
        if attributes["itemprop"]?.split(separator: " ").contains("articleBody") ?? false {
            kind.articleHint = .articleBody
        }
        if name != "body", name != "html", name != "main", name != "article" {
            for word in classWords(of: attributes, lexicon) {
                switch lexicon.classWords[word] {
                case .furniture, .tail: kind.isNamedFurniture = kind.articleHint == nil
                case .caption: kind.isCaption = true
                default: break
                }
            }
        }
        return kind
    }

    private static func isInvisible(_ style: String?) -> Bool {
        guard let style = style?.lowercased().filter({ $0 != " " }) else { return false }
        return style.contains("display:none") || style.contains("visibility:hidden")
    }

    /// The words of an element's classes and id: "relatedLinks", "related-links" and
    /// "related_links" are "related" and "links"; what stands behind one of some words is another element's: "with-sidebar".
    private static func classWords(
        of attributes: [String: String], _ lexicon: PageLexicon
    ) -> Set<String> {
        var words: Set<String> = []
        var last = ""
        for value in [attributes["class"], attributes["id"]].compactMap(\.self) {
            var word = ""
            var wasSmall = false
            for character in value.prefix(400) {
                if !character.isLetter || character.isUppercase && wasSmall {
                    if !word.isEmpty, lexicon.classWords[last] != .without { words.insert(word) }
                    if !word.isEmpty { last = word }
                    if character.isWhitespace { last = "" }
                    word = ""
                }
                if character.isLetter { word += character.lowercased() }
                wasSmall = character.isLowercase
            }
            if !word.isEmpty, lexicon.classWords[last] != .without { words.insert(word) }
            last = ""
        }
        return words
    }
}
