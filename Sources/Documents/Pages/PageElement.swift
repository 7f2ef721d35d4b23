/// What of a page's element matters for finding the article.
struct PageElement {
    /// The index of the element around it; itself for the first.
    let parent: Int
    /// Its name in small letters.
    let name: String
    /// Its name and classes, figures apart: what items of one list have alike.
    let signature: String
    /// Whether it says it holds an article, and how plainly.
    let articleHint: ArticleHint?
    /// Whether it, or one around it, is no content by what HTML says: navigation, footers.
    let isDropped: Bool
    /// Whether its class or id names furniture; wrappers of a whole page do so too ("has-sidebar").
    let isNamedFurniture: Bool
    /// Whether it is an `aside`, which stands beside the article, holds a part of it, or is the article.
    let isAside: Bool
    /// Whether it is one or lies in one.
    let isInAside: Bool
    /// Whether it, or one around it, is a form.
    let isInForm: Bool
    /// Whether it is a figure's caption, by its name or class, or lies in one.
    let isCaption: Bool

    /// How an element says that it holds an article, the plainest first.
    enum ArticleHint: Int {
        case articleBody, article, main
    }
}

/// A run of text of a page between two block-level borders.
struct PageBlock {
    /// The text; line breaks of the page are "\n", other white space is one blank.
    let text: String
    /// The index of the innermost block-level element around it.
    let element: Int
    /// How many of its UTF-8 bytes stand in links.
    let linkedBytes: Int
    /// Whether it begins with a link.
    let startsWithLink: Bool

    /// Whether it is a row of a table, cells parted by strokes, and whether not the first.
    var isRow = false
    var isLaterRow = false
    /// Whether its words are those of furniture; only told inside of asides.
    var isNotice = false

    /// Whether it reads as running text: of some length, a sentence's end, few links.
    var isProse: Bool {
        !isNotice && !Self.isRightsNotice(text[...]) && text.utf8.count >= 60
            && linkedBytes * 3 < text.utf8.count
            && text.unicodeScalars.reversed().prefix(3).contains {
                ".!?。؟։।".unicodeScalars.contains($0)
            }
    }

    /// Whether a text says, in its first words, whose it is, with the sign that all languages have for it.
    static func isRightsNotice(_ text: Substring) -> Bool {
        text.utf8.count <= 600
            && text.prefix(40).split(separator: " ").prefix(3).contains { $0.contains("©") }
    }
}
