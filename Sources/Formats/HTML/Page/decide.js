// What a person decides on the page: kept in the browser, saved as lines of JSON for `periplus map --decisions`.

class Decisions {
  constructor(data, onChange) {
    this.data = data;
    this.onChange = onChange;
    this.key = "periplus:" + data.documents.length + ":" + data.documents.slice(0, 4).map(({ sha256 }) => sha256.slice(0, 16)).join("-");
    this.items = [];
    const kept = document.querySelector("#kept");
    if (kept) {
      this.service = JSON.parse(kept.textContent);
      this.items = this.checked(this.parsed(this.service.decisions));
      return;
    }
    try {
      this.items = this.checked(JSON.parse(localStorage.getItem(this.key) || "[]"));
    } catch { /* A browser that keeps nothing, or something that is none of ours: the page works without. */ }
  }

  checked(items) {
    const known = ["place", "no-place", "reject-route", "route"];
    return (Array.isArray(items) ? items : []).filter(item => item && known.includes(item.do));
  }

  /** Two decisions on the same thing: the later one holds. */
  subject({ do: deed, document, span, name, origin, destination, was }) {
    return deed.endsWith("place") ? JSON.stringify(["place", document, span, name])
      : JSON.stringify(["route", document, span, was ? was.origin : origin, was ? was.destination : destination]);
  }

  add(...items) {
    const subjects = new Set(items.map(item => this.subject(item)));
    this.items = this.items.filter(item => !subjects.has(this.subject(item))).concat(items);
    this.keep();
  }

  remove(index) {
    this.items.splice(index, 1);
    this.keep();
  }

  clear() {
    this.items = [];
    this.keep();
  }

  keep() {
    if (this.service) {
      this.send();
      this.onChange();
      return;
    }
    try {
      if (this.items.length) localStorage.setItem(this.key, JSON.stringify(this.items));
      else localStorage.removeItem(this.key);
    } catch { /* As above. */ }
    this.onChange();
  }

  parsed(lines) { return lines.split("\n").filter(line => line.trim()).map(line => JSON.parse(line)); }

  get lines() { return this.items.map(item => JSON.stringify(item) + "\n").join(""); }

  /** Adds the decisions of a file; throws on a line that is none. */
  read(text) {
    this.add(...this.checked(this.parsed(text)));
  }

  // MARK: what is decided

  /** The mentions of a place: of each document the names once, or the one mention alone. */
  onPlace(index, deed, { mention, everywhere }) {
    const items = new Map();
    const mentions = mention ? [mention] : document.querySelectorAll(`.mention[data-place="${index}"]`);
    for (const element of mentions) {
      const number = element.closest("article").dataset.document;
      const item = { ...(!everywhere && { document: this.data.documents[number].sha256 }),
        ...(mention && !everywhere && { span: spanOf(element) }), name: element.textContent, ...deed };
      items.set(this.subject(item), item);
    }
    this.add(...items.values());
  }

  identity(route) {
    return { document: this.data.documents[route.document].sha256, span: route.span };
  }

  reject(route) {
    this.add({ ...this.identity(route), do: "reject-route", origin: route.ends[0], destination: route.ends[1], title: route.title });
  }

  change(route, { origin, destination, mode, status }) {
    this.add({ ...this.identity(route), do: "route", was: { origin: route.ends[0], destination: route.ends[1] }, origin, destination, mode, status, title: route.title });
  }

  addRoute(number, span, { origin, destination, mode, status, title }) {
    this.add({ document: this.data.documents[number].sha256, span, do: "route", origin, destination, mode, status, title });
  }

  /** The last decision on a route. */
  about(route) {
    const subject = this.subject({ do: "reject-route", ...this.identity(route), origin: route.ends[0], destination: route.ends[1] });
    return this.items.find(item => this.subject(item) === subject);
  }

  /** The last decision on a place, for all its mentions alike. */
  aboutPlace(index) {
    const mention = document.querySelector(`.mention[data-place="${index}"]`);
    if (!mention) return undefined;
    const sha256 = this.data.documents[mention.closest("article").dataset.document].sha256;
    return this.items.findLast(({ do: deed, document, span, name }) =>
      deed.endsWith("place") && !span && name === mention.textContent && (!document || document === sha256));
  }

  /** A decision in words. */
  words(item) {
    switch (item.do) {
      case "place": return `${item.name}: ${item.label || item.id || `${item.lat}, ${item.lon}`}${item.document ? "" : ", in all documents"}`;
      case "no-place": return `${item.name}: no place${item.document ? "" : ", in all documents"}`;
      case "reject-route": return `Not a route: ${item.title}`;
      default: return `${item.was ? "Changed" : "Added"}: ${item.title} (${plainWords[item.status] || item.status}, ${item.mode})`;
    }
  }
}

const plainWords = { asserted: "stated", planned: "planned", alleged: "alleged", negated: "denied" };

function spanOf(mention) { return mention.dataset.span.split(" ").map(Number); }

/** An element with words, as the forms below are made of. */
function element(name, words, attributes = {}) {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function choice(name, label, options, value) {
  const field = element("label", label + " ");
  const select = element("select", "", { name });
  for (const [key, words] of options) {
    const option = element("option", words, { value: key });
    option.selected = key === value;
    select.append(option);
  }
  field.append(select);
  return field;
}

/** The places that a document names, as ends to choose from, in the order of its text. */
function endOptions(number) {
  const options = [["", "not told"]];
  for (const mention of document.querySelectorAll(`article[data-document="${number}"] .mention`)) {
    if (!options.some(([key]) => key === mention.dataset.span)) options.push([mention.dataset.span, mention.textContent]);
  }
  return options;
}

/** A form for a route's ends, way and status; the answer is null when one end is missing. */
function routeForm(number, { ends = [null, null], mode = "unknown", status = "asserted" }, action, onDone) {
  const form = element("form", "", { class: "edit" });
  const options = endOptions(number);
  form.append(
    choice("origin", "From", options, ends[0]?.join(" ") ?? ""), choice("destination", "To", options, ends[1]?.join(" ") ?? ""),
    choice("mode", "Way", ["sea", "river", "air", "road", "rail", "land", "pipeline", "unknown"].map(name => [name, name]), mode),
    choice("status", "Status", Object.entries(plainWords), status), element("button", action, { type: "submit" }));
  form.addEventListener("submit", event => {
    event.preventDefault();
    const value = name => form.elements[name].value;
    const words = name => form.elements[name].selectedOptions[0].textContent;
    const span = name => value(name) ? value(name).split(" ").map(Number) : null;
    if (!span("origin") || !span("destination")) {
      form.elements[span("origin") ? "destination" : "origin"].focus();
      return;
    }
    onDone({ origin: span("origin"), destination: span("destination"), mode: value("mode"), status: value("status"), title: `${words("origin")} → ${words("destination")}` });
  });
  return form;
}
