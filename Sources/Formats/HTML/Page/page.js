// The page: what is chosen in the text, the list and the map is shown in the others.

function startPage() {
  const one = (query, within = document) => within.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const data = JSON.parse(one("#data").textContent);
  const box = one("#map"), card = one("#card");
  const isLarge = Boolean(one("#crowd"));
  let waiting = false, isLaidOut = false, isPrinting = false, pointWanted = null, stillness = 0;
  const draw = (isStill = true) => {
    waiting = false;
    basemap.draw(view, isStill);
    tiles?.draw(basemap.context, view);
    const taken = overlay.draw(view, isStill);
    if (!tiles) basemap.drawNames(basemap.context, view, taken);
    drawScale();
  };
  const view = new View(box, () => {
    if (!isLaidOut || waiting) return;
    waiting = true;
    requestAnimationFrame(() => draw(false));
    // What costs time waits until the map is still.
    clearTimeout(stillness);
    stillness = setTimeout(() => draw(true), 120);
  });
  const basemap = new Basemap(one("#base"), data.base);
  basemap.readColours();
  const colours = new Colours(data);
  colours.read();
  const tiles = data.tiles ? new Tiles(data.tiles, () => view.onChange()) : null;
  const tellings = new Tellings(data);
  const actions = {
    // A line that several routes share leads to each in turn, those that say the same as one, then to none.
    routes: numbers => {
      const leads = [...new Set(numbers.map(number => tellings.lead(number)))];
      const now = chosen.route === null ? -1 : leads.indexOf(tellings.lead(chosen.route));
      choose({ route: leads[now + 1] ?? null, from: "map" });
    },
    place: index => choose({ place: chosen.place === index ? null : index, from: "map" }),
  };
  const overlay = isLarge ? new Crowd(one("#overlay"), one("#crowd"), data, actions, colours) : new Overlay(one("#overlay"), data, actions);
  overlay.arrange(new Set());
  const shapes = new Shapes();
  let chosen = { route: null, place: null }, hidden = new Set();
  const page = { data, view, basemap, tiles, overlay, show: showForm, askPoint: act => { pointWanted = act; box.classList.add("asking"); } };
  const decisions = new Decisions(data, showDecisions);
  const review = new Review(page, decisions);
  const items = new Items(item => {
    shapes.add({ querySelectorAll: () => [item, ...item.querySelectorAll("[data-route], [data-place]")] });
    if (!item.matches("li")) return;
    const number = Number(item.dataset.route);
    tellings.dress(item, number);
    mark(item, number);
  });
  const sift = new Sift(data, items, isLarge, filter);

  function fit() {
    const bounds = overlay.bounds();
    if (bounds) view.fit(bounds); else view.set(0.5, 0.4, view.width);
  }

  /** What the card covers: the right of a wide map, the bottom of a narrow one. */
  function covered() {
    if (card.hidden || isNarrow()) return { right: 0, bottom: 0 };
    return view.width > 760
      ? { right: card.offsetWidth + 12, bottom: 0 } : { right: 0, bottom: card.offsetHeight + 12 };
  }

  function isNarrow() { return matchMedia("(max-width: 60rem)").matches; }

  function isInView(bounds) {
    const { right, bottom } = covered();
    return view.screenX(bounds[0]) >= 8 && view.screenX(bounds[2]) <= view.width - right - 8
      && view.screenY(bounds[1]) >= 8 && view.screenY(bounds[3]) <= view.height - bottom - 8;
  }

  /** Whether a box is too small on the screen for its line to be followed. */
  function isSmall(bounds) {
    const size = Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1]) * view.scale;
    return size < Math.min(view.width, view.height) / 4;
  }

  /** Chooses a route, a place or nothing, and shows it everywhere else than where it was chosen. */
  function choose({ route = null, place = null, from = "", mention = null }) {
    chosen = { route, place, mention };
    box.classList.toggle("has-route", route !== null);
    overlay.choose(route, place);
    if (route !== null) sift.reach(tellings.lead(route));
    shapes.choose(route, place, route === null ? [] : tellings.shown(route).map(({ n }) => n));
    overlay.showOthers(place === null ? null : data.places[place]);
    showCard();
    noteCard();
    if (route !== null) {
      const bounds = overlay.bounds(route);
      if (bounds && (!isInView(bounds) || isSmall(bounds))) view.fit(bounds, covered());
      if (from !== "text") {
        reveal(shapes.ofRoute(route).find(shape => shape.dataset.routes) || one(`.evidence.chosen`), one(".text"));
      }
      if (from !== "list") reveal(one(`.routes li.chosen`), one(".routes"));
    }
    if (place !== null) {
      const spot = overlay.places.find(({ index }) => index === place);
      if (spot && !isInView([spot.x, spot.y, spot.x, spot.y])) {
        const { right, bottom } = covered();
        view.set(spot.x + right / 2 / view.scale, spot.y + bottom / 2 / view.scale, view.scale);
      }
      if (from !== "text") reveal(one(`.mention.chosen`), one(".text"));
    }
    view.onChange();
  }

  /** Scrolls within a pane only, so that the map never leaves the window. */
  function reveal(element, pane) {
    if (!element || !pane) return;
    element.closest("details")?.setAttribute("open", "");
    const frame = pane.getBoundingClientRect(), spot = element.getBoundingClientRect();
    if (pane.scrollHeight > pane.clientHeight + 4) {
      if (spot.top < frame.top || spot.bottom > frame.bottom) {
        pane.scrollTop += spot.top - frame.top - frame.height / 3;
      }
    }
  }

  function showCard() {
    const source = chosen.route !== null
      ? items.detailsOfRoute(chosen.route) : chosen.place !== null ? items.detailsOfPlace(chosen.place) : null;
    card.hidden = !source;
    if (!source) return;
    const form = chosen.route !== null
      ? review.routeEditor(data.routes.find(({ n }) => n === chosen.route)) : review.placeForm(chosen.place, chosen.mention);
    const others = chosen.route === null ? null
      : tellings.others(chosen.route, number => items.detailsOfRoute(number), number => choose({ route: number, from: "map" }));
    one(".card-body", card).replaceChildren(...source.cloneNode(true).childNodes, ...(others ? [others] : []), form);
    card.scrollTop = 0;
  }

  /** Shows a form on the card, or puts the card away. */
  function showForm(form, title) {
    choose({});
    card.hidden = !form;
    if (form) one(".card-body", card).replaceChildren(element("h3", title), form);
    noteCard();
  }

  /** The card stands in the lower right corner; labels keep off it. */
  function noteCard() {
    view.card = card.hidden || isNarrow() ? null : { width: card.offsetWidth + 12, height: card.offsetHeight + 12 };
  }

  function drawScale() {
    const { pixels, words } = scaleBar(view);
    const bar = one("#scale");
    bar.style.width = `${pixels.toFixed(0)}px`;
    bar.textContent = words;
  }

  // MARK: filters and decisions

  function filter() {
    hidden = sift.hidden();
    shapes.hide(hidden);
    overlay.showStops(Boolean(sift.state.stops));
    const count = one(".filters output[aria-live]");
    if (count) count.textContent = hidden.size ? `${data.routes.length - hidden.size} of ${data.routes.length} shown` : "";
    overlay.arrange(new Set([...hidden, ...rejected()]));
    tellings.arrange(hidden, items);
    sift.show(hidden, tellings.follows);
    colour();
    if (chosen.route !== null && hidden.has(String(chosen.route))) choose({});
    view.onChange();
  }

  /** Gives lines and legend the colours that the fields ask for. */
  function colour() {
    const by = sift.state.colour || "";
    if (by === colours.by && !by) return;
    colours.by = by;
    overlay.tint(colours);
    const legend = one(".legend");
    if (legend) colours.showKey(legend);
  }

  /** Reads the colours of the theme and draws in them. */
  function recolour() {
    basemap.readColours();
    colours.read();
    overlay.tint(colours);
    const legend = one(".legend");
    if (legend) colours.showKey(legend);
  }

  function rejected() {
    if (!decisions.items.length) return [];
    return data.routes.filter(route => decisions.about(route)?.do === "reject-route").map(({ n }) => String(n));
  }

  /** Marks what shows a route with what a person decided on it. */
  function mark(shape, number) {
    const deed = decisions.items.length ? decisions.about(tellings.byNumber.get(number))?.do : undefined;
    shape.classList.toggle("rejected", deed === "reject-route");
    shape.classList.toggle("changed", deed === "route");
  }

  function showDecisions() {
    review.list();
    for (const route of data.routes) {
      for (const element of shapes.ofRoute(route.n)) mark(element, route.n);
    }
    data.places.forEach((place, index) => {
      const item = decisions.items.length ? decisions.aboutPlace(index) : undefined;
      overlay.movePlace(index, item?.do === "place" && Number.isFinite(item.lat) ? [item.lon, item.lat] : null);
      for (const element of shapes.ofPlace(index)) element.classList.toggle("rejected", item?.do === "no-place");
    });
    filter();
  }

  // MARK: files and addresses

  /** A view of the same box for a sheet of its own. */
  function sheet(width, height) {
    const other = new View(null, () => {});
    other.width = width;
    other.height = height;
    other.set(view.x, view.y, view.scale * Math.min(width / view.width, height / view.height));
    return other;
  }

  function paintSheet(canvas, width, height) {
    const own = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
    recolour();
    paintMap(canvas, page, sheet(width, height), 2);
    if (own) document.documentElement.dataset.theme = own; else delete document.documentElement.dataset.theme;
    recolour();
  }

  const saves = {
    geojson: () => saveFile(fileName("geojson"), "application/geo+json", [geoJSON(data, hidden, index => !sift.state.stops || data.places[index].role !== "mentioned")]),
    csv: () => saveFile(fileName("csv"), "text/csv", [routesTable(data, hidden, number => items.detailsOfRoute(number))]),
    png: () => {
      const canvas = document.createElement("canvas");
      paintSheet(canvas, Math.max(view.width, 600), Math.max(view.height, 400));
      draw();
      canvas.toBlob(blob => saveFile(fileName("png"), "image/png", [blob]));
    },
  };
  all("[data-save]").forEach(button => button.addEventListener("click", () => saves[button.dataset.save]()));
  one("#link").addEventListener("click", async event => {
    const button = event.currentTarget;
    location.hash = writeLink(view, { ...sift.state, ...(chosen.route !== null && { route: chosen.route }) });
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Link copied";
    } catch {
      button.textContent = "Link in the address bar";
    }
    setTimeout(() => { button.textContent = "Link to this view"; }, 2500);
  });

  function follow() {
    const link = readLink(location.hash);
    if (!link) return;
    document.body.classList.toggle("is-embedded", "embed" in link.state);
    lay();
    if (link.at) view.set(link.at.x, link.at.y, link.at.scale);
    sift.state = link.state;
    filter();
    const route = Number(link.state.route);
    if (data.routes.some(({ n }) => n === route)) choose({ route });
    if (link.at) view.set(link.at.x, link.at.y, link.at.scale);
  }

  // MARK: events

  one(".routes").addEventListener("click", event => {
    const button = event.target.closest("button.pick");
    if (!button) return;
    const number = Number(button.closest("[data-route]").dataset.route);
    choose({ route: chosen.route === number ? null : number, from: "list" });
  });
  one(".text").addEventListener("click", event => {
    if (!getSelection().isCollapsed) return;
    const mention = event.target.closest(".mention");
    const link = event.target.closest(".to-route");
    const evidence = event.target.closest(".evidence");
    if (mention) {
      event.preventDefault();
      choose({ place: Number(mention.dataset.place), from: "text", mention });
    } else if (link) {
      event.preventDefault();
      choose({ route: Number(link.dataset.to), from: "text" });
    } else if (evidence && !evidence.classList.contains("out")) {
      // A sentence that states several routes leads to each in turn.
      const numbers = evidence.dataset.routes.split(" ").map(Number);
      choose({ route: numbers[(numbers.indexOf(chosen.route) + 1) % numbers.length], from: "text" });
    }
  });
  one(".places")?.addEventListener("click", event => {
    const button = event.target.closest(".to-place");
    if (!button) return;
    choose({ place: Number(button.dataset.to), from: "table" });
    box.scrollIntoView({ block: "nearest" });
  });
  all("table.sorts").forEach(sortable);
  one("#all-places")?.addEventListener("click", event => {
    items.addPlaces();
    event.currentTarget.parentElement.remove();
  });
  if (isLarge) {
    box.addEventListener("click", event => {
      if (event.target.closest("button, .card, a")) return;
      const frame = box.getBoundingClientRect();
      overlay.point(view, event.clientX - frame.left, event.clientY - frame.top);
    });
  }
  box.addEventListener("click", event => {
    if (!pointWanted || event.target.closest("button, .card")) return;
    event.stopPropagation();
    const frame = box.getBoundingClientRect(), act = pointWanted;
    pointWanted = null;
    box.classList.remove("asking");
    const x = view.x + (event.clientX - frame.left - view.width / 2) / view.scale;
    const y = view.y + (event.clientY - frame.top - view.height / 2) / view.scale;
    act([(x - Math.floor(x) - 0.5) * 360, latitudeAt(y)]);
  }, true);
  one("#card-close").addEventListener("click", () => { choose({}); box.focus(); });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    pointWanted = null;
    box.classList.remove("asking");
    choose({});
  });
  one("#zoom-in").addEventListener("click", () => view.zoom(1.6));
  one("#zoom-out").addEventListener("click", () => view.zoom(1 / 1.6));
  one("#zoom-fit").addEventListener("click", fit);
  one("#theme").addEventListener("click", () => {
    const isDark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = isDark ? "light" : "dark";
    recolour();
    draw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { recolour(); draw(); });
  steer(view, box, fit);
  const lay = () => {
    if (isPrinting || isLaidOut && view.width === box.clientWidth && view.height === box.clientHeight) return;
    view.resize();
    if (!isLaidOut) fit();
    isLaidOut = true;
    draw();
  };
  new ResizeObserver(lay).observe(box);
  // On paper stands a picture of its own size, whatever the window's.
  window.addEventListener("beforeprint", () => { isPrinting = true; paintSheet(one("#print"), 1100, 640); });
  window.addEventListener("afterprint", () => { isPrinting = false; lay(); draw(); });
  window.addEventListener("hashchange", follow);
  lay();
  if (decisions.items.length) showDecisions(); else review.list();
  tellings.arrange(hidden, items);
  sift.show(hidden, tellings.follows);
  follow();
  document.body.classList.add("is-live");
}

startPage();
