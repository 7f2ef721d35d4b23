// The forms of the review: on the card of a place or a route, over marked words, and the list of decisions.

class Review {
  constructor(page, decisions) {
    this.page = page;
    this.decisions = decisions;
    this.panel = document.querySelector("#decisions");
    this.addListeners();
  }

  addListeners() {
    const text = document.querySelector(".text"), add = document.querySelector("#add-route");
    const place = () => {
      const marked = this.markedWords();
      add.hidden = !marked;
      if (marked) {
        const frame = marked.range.getBoundingClientRect();
        add.style.left = `${Math.max(8, Math.min(frame.left, window.innerWidth - 230))}px`;
        add.style.top = `${Math.max(8, frame.top - 44)}px`;
      }
    };
    document.addEventListener("selectionchange", place);
    text.addEventListener("scroll", place, { passive: true });
    add.addEventListener("click", () => {
      const marked = this.markedWords();
      if (!marked) return;
      add.hidden = true;
      const inside = [...marked.article.querySelectorAll(".mention")].filter(mention => marked.range.intersectsNode(mention)).map(spanOf);
      this.page.show(routeForm(marked.number, { ends: [inside[0] || null, inside[1] || null] }, "Add this route", answer => {
        const known = inside.flat().concat(answer.origin, answer.destination);
        this.decisions.addRoute(marked.number, [Math.min(...known), Math.max(...known)], answer);
        this.page.show(null);
      }), "Add a route");
    });
    document.querySelector("#save-decisions").addEventListener("click", () =>
      saveFile(fileName("decisions.jsonl"), "application/x-ndjson", [this.decisions.lines]));
    document.querySelector("#forget-decisions").addEventListener("click", () => this.decisions.clear());
    document.querySelector("#redraw")?.addEventListener("click", () => location.reload());
    document.querySelector("#read-decisions").addEventListener("change", async event => {
      const file = event.target.files[0];
      const problem = this.panel.querySelector(".problem");
      problem.textContent = "";
      try {
        if (file) this.decisions.read(await file.text());
      } catch {
        problem.textContent = `${file.name} is no file of decisions.`;
      }
      event.target.value = "";
    });
  }

  /** The words marked in one document, if they are any. */
  markedWords() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const node = range.commonAncestorContainer;
    const article = (node.nodeType === 1 ? node : node.parentElement).closest(".text article");
    return article && { range, article, number: Number(article.dataset.document) };
  }

  /** What can be decided on a place. */
  placeForm(index, mention) {
    const place = this.page.data.places[index];
    const form = element("details", "", { class: "edit" });
    form.append(element("summary", "Correct this place"));
    const everywhere = element("input", "", { type: "checkbox" });
    const only = element("input", "", { type: "checkbox" });
    const decide = deed => {
      this.decisions.onPlace(index, deed, { mention: only.checked ? mention : null, everywhere: everywhere.checked });
    };
    for (const other of place.others) {
      const button = element("button", `${other.name}, ${other.kind}`, { type: "button" });
      button.addEventListener("click", () => decide({ do: "place", id: other.id, lat: other.at[1], lon: other.at[0], label: other.name }));
      form.append(button);
    }
    const move = element("button", "Put it on the map", { type: "button" });
    move.addEventListener("click", () => {
      move.textContent = "Click where it lies";
      this.page.askPoint(([longitude, latitude]) => {
        move.textContent = "Put it on the map";
        decide({ do: "place", lat: Number(latitude.toFixed(5)), lon: Number(longitude.toFixed(5)), ...(place.kind !== "unknown" && place.kind !== "position" && { kind: place.kind }) });
      });
    });
    const none = element("button", "It is no place", { type: "button" });
    none.addEventListener("click", () => decide({ do: "no-place" }));
    form.append(move, none);
    const tick = (box, words) => { const label = element("label", "", { class: "tick" }); label.append(box, " " + words); form.append(label); };
    tick(everywhere, "in all documents, also later ones");
    if (mention) tick(only, "only where it was clicked");
    return form;
  }

  /** What can be decided on a route. */
  routeEditor(route) {
    const details = element("details", "", { class: "edit" });
    details.append(element("summary", "Correct this route"));
    const reject = element("button", "It is no route", { type: "button" });
    reject.addEventListener("click", () => this.decisions.reject(route));
    details.append(reject, routeForm(route.document, route, "Change it", answer => this.decisions.change(route, answer)));
    return details;
  }

  /** The list of what is decided. */
  list() {
    const { items } = this.decisions;
    this.panel.classList.toggle("none", !items.length);
    this.panel.querySelector(".number").textContent = items.length || "";
    this.panel.querySelector("ol").replaceChildren(...items.map((item, index) => {
      const entry = element("li", this.decisions.words(item) + " ");
      const undo = element("button", "Undo", { type: "button" });
      undo.addEventListener("click", () => this.decisions.remove(index));
      entry.append(undo);
      return entry;
    }));
  }
}
