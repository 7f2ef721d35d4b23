internal import RouteMaps

extension HTMLPage {
    /// Where the page lists what a person decided, and a button over marked words.
    func appendDecisions(to html: inout HTMLBuilder) {
        html.markup(
            """
            <details id="decisions" class="none"><summary>Corrections <span class="number"></span></summary>
            <p class="note">Choose a place or a route to correct it; mark words of the text to add a route. \
            \(whereKept) Saved as a file, <code>periplus map … --decisions FILE</code> applies them, also to later runs.</p>
            <ol></ol>
            <p>\(redraw)<button id="save-decisions" type="button">Save as a file</button>
            <label class="file">Open a file <input id="read-decisions" type="file" accept=".jsonl,.json"></label>
            <button id="forget-decisions" type="button">Forget all</button></p>
            <p class="problem" role="alert"></p></details>
            <button id="add-route" type="button" hidden>Add a route from these words</button>

            """)
    }

    private var whereKept: String {
        keeping == nil
            ? "Corrections stay in this browser." : "Corrections are kept in the project at once."
    }

    private var redraw: String {
        keeping == nil
            ? "" : "<button id=\"redraw\" type=\"button\" disabled>Draw the map anew</button>\n"
    }
}
