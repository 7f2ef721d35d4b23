/// What an element's name and attributes say about the text inside, by themselves.
struct PageElementKind {
    /// No content, by what HTML says.
    var isDropped = false
    /// Its class or id names furniture.
    var isNamedFurniture = false
    /// The caption of a figure or table.
    var isCaption = false
    /// How it says that it holds an article.
    var articleHint: PageElement.ArticleHint?
}
