internal import CLibXML2

/// One node of an `HTMLTree`, to be used only while the tree lives.
struct HTMLNode {
    let pointer: xmlNodePtr

    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
    var isText: Bool {
        pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE
    }

    /// The element's name in small letters, as the parser makes it.
    var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }
    /// The text of a text node.
    var content: String { pointer.pointee.content.map { String(cString: $0) } ?? "" }

    var firstChild: HTMLNode? { pointer.pointee.children.map(HTMLNode.init) }
    var next: HTMLNode? { pointer.pointee.next.map(HTMLNode.init) }

    /// Whether another element, and no text, stands directly before it.
    var followsElement: Bool { pointer.pointee.prev?.pointee.type == XML_ELEMENT_NODE }

    /// Whether another element stands before it, whatever lies between.
    var hasElementBefore: Bool {
        var sibling = pointer.pointee.prev
        while let current = sibling {
            if current.pointee.type == XML_ELEMENT_NODE { return true }
            sibling = current.pointee.prev
        }
        return false
    }

    /// Whether it is the mark of a note, raised and linked to a place on the page: "¹", "[2]".
    var isNoteMark: Bool {
        guard name == "sup" else { return false }
        var child = firstChild
        var isLinked = false
        while let node = child {
            if node.isElement {
                guard node.name == "a", !isLinked,
                    node.attributes["href"]?.contains("#") ?? false
                else { return false }
                isLinked = true
            }
            child = node.next
        }
        return isLinked
    }

    /// Whether words stand directly before it and behind it, no other element between.
    var isInSentence: Bool {
        let around = [pointer.pointee.prev, pointer.pointee.next].compactMap { $0 }
        return around.count == 2
            && around.allSatisfy { sibling in
                let node = HTMLNode(pointer: sibling)
                return node.isText && node.content.contains { !$0.isWhitespace }
            }
    }

    /// The first character of the text inside, as far as it stands near the surface.
    var firstCharacter: Character? {
        var node: HTMLNode? = self
        for _ in 0..<20 {
            if let current = node, current.isText { return current.content.first }
            node = node?.firstChild
        }
        return nil
    }

    /// The texts directly inside, put together.
    var childText: String {
        var text = ""
        var child = firstChild
        while let node = child {
            if node.isText { text += node.content }
            child = node.next
        }
        return text
    }

    /// The attributes by name; of one written twice the first.
    var attributes: [String: String] {
        var result: [String: String] = [:]
        var attribute = pointer.pointee.properties
        while let current = attribute {
            if let name = current.pointee.name.map({ String(cString: $0).lowercased() }),
                result[name] == nil
            {
                var value = ""
                var part = current.pointee.children
                while let text = part {
                    if let content = text.pointee.content { value += String(cString: content) }
                    part = text.pointee.next
                }
                result[name] = value
            }
            attribute = current.pointee.next
        }
        return result
    }
}
