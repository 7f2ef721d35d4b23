internal import Foundation

/// Reads a page's JSON-LD.
enum LinkedData {
    /// The first string of a name in the page's order of objects, an article's before any other's.
    static func string(_ name: String, in json: String) -> String? {
        guard let root = try? JSONSerialization.jsonObject(with: Data(json.utf8)) else {
            return nil
        }
        var fallback: String?
        var queue: [Any] = [root]
        var index = 0
        while index < queue.count {
            let value = queue[index]
            index += 1
            if let list = value as? [Any] {
                queue += list
            } else if let object = value as? [String: Any] {
                if let date = object[name] as? String {
                    if isArticle(object["@type"]) { return date }
                    fallback = fallback ?? date
                }
                queue += object.keys.sorted().compactMap { object[$0] }
            }
        }
        return fallback
    }

    /// The text of an article, where its page carries it for machines alone.
    static func articleBody(in json: String) -> String? {
        string("articleBody", in: json)
    }

    private static func isArticle(_ type: Any?) -> Bool {
        let types = (type as? String).map { [$0] } ?? (type as? [String]) ?? []
        return types.contains {
            $0.hasSuffix("Article") || $0 == "Report" || $0.hasSuffix("Posting")
        }
    }
}
