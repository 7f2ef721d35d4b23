// The page: what is chosen in the text, the list and the map is shown in the others.

function startPage() {
  const one = (query, within = document) => within.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const data = JSON.parse(one("#data").textContent);
  const box = one("#map"), card = one("#card");
  let waiting = false, isLaidOut = false;
  const draw = () => {
    waiting = false;
    basemap.draw(view);
    tiles?.draw(basemap.context, view);
    overlay.draw(view);
    drawScale();
  };
  const view = new View(box, () => {
    if (!isLaidOut || waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  });
  const basemap = new Basemap(one("#base"), data.base);
  basemap.readColours();
  const tiles = data.tiles ? new Tiles(data.tiles, () => view.onChange()) : null;
  const overlay = new Overlay(one("#overlay"), data, {
    // A line that several routes share leads to each in turn, then to none.
    routes: numbers => choose({ route: numbers[numbers.indexOf(chosen.route) + 1] ?? null, from: "map" }),
    place: index => choose({ place: chosen.place === index ? null : index, from: "map" }),
  });
  overlay.piles.arrange(new Set());
  let chosen = { route: null, place: null };

  function fit() {
    const bounds = overlay.bounds();
    if (bounds) view.fit(bounds); else view.set(0.5, 0.4, view.width);
  }

  /** What the card covers: the right of a wide map, the bottom of a narrow one. */
  function covered() {
    if (card.hidden) return { right: 0, bottom: 0 };
    return view.width > 760
      ? { right: card.offsetWidth + 12, bottom: 0 } : { right: 0, bottom: card.offsetHeight + 12 };
  }

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
  function choose({ route = null, place = null, from = "" }) {
    chosen = { route, place };
    document.body.classList.toggle("has-route", route !== null);
    for (const element of all("[data-route]")) {
      const isChosen = route !== null && element.dataset.route === String(route);
      element.classList.toggle("chosen", isChosen);
    }
    for (const button of all(".routes button.pick")) {
      button.setAttribute("aria-pressed", String(button.closest("[data-route]").classList.contains("chosen")));
    }
    for (const element of all("[data-routes]")) {
      element.classList.toggle("chosen", route !== null && element.dataset.routes.split(" ").includes(String(route)));
    }
    for (const element of all("[data-place]")) {
      element.classList.toggle("chosen", place !== null && element.dataset.place === String(place));
    }
    overlay.showOthers(place === null ? null : data.places[place]);
    showCard();
    noteCard();
    if (route !== null) {
      const bounds = overlay.bounds(route);
      if (bounds && (!isInView(bounds) || isSmall(bounds))) view.fit(bounds, covered());
      if (from !== "text") reveal(one(`.evidence.chosen`), one(".text"));
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
    overlay.draw(view);
  }

  /** Scrolls within a pane only, so that the map never leaves the window. */
  function reveal(element, pane) {
    if (!element || !pane) return;
    const frame = pane.getBoundingClientRect(), spot = element.getBoundingClientRect();
    if (pane.scrollHeight > pane.clientHeight + 4) {
      if (spot.top < frame.top || spot.bottom > frame.bottom) {
        pane.scrollTop += spot.top - frame.top - frame.height / 3;
      }
    }
  }

  function showCard() {
    const source = chosen.route !== null
      ? one(`.routes li[data-route="${chosen.route}"] .details`)
      : chosen.place !== null ? one(`#place-${chosen.place} .details`) : null;
    card.hidden = !source;
    if (source) one(".card-body", card).replaceChildren(...[...source.cloneNode(true).childNodes]);
  }

  /** The card stands in the lower right corner; labels keep off it. */
  function noteCard() {
    view.card = card.hidden ? null : { width: card.offsetWidth + 12, height: card.offsetHeight + 12 };
  }

  function drawScale() {
    const most = view.kilometresAPixel * 120;
    const power = 10 ** Math.floor(Math.log10(most));
    const length = [5, 2, 1].map(step => step * power).find(step => step <= most) || power;
    const bar = one("#scale");
    bar.style.width = `${(length / view.kilometresAPixel).toFixed(0)}px`;
    bar.textContent = length >= 1 ? `${length.toLocaleString("en")} km` : `${length * 1000} m`;
  }

  // MARK: filters

  function filter() {
    const wanted = Object.fromEntries(all(".filters select").map(select => [select.name, select.value]));
    let shown = 0;
    const hidden = new Set();
    for (const route of data.routes) {
      const isShown = Object.entries(wanted).every(([name, value]) => value === "" || (route[name] || "") === value);
      if (isShown) shown += 1; else hidden.add(String(route.n));
    }
    for (const element of all("[data-route]")) element.classList.toggle("out", hidden.has(element.dataset.route));
    for (const element of all("[data-routes]")) {
      element.classList.toggle("out", element.dataset.routes.split(" ").every(number => hidden.has(number)));
    }
    const count = one(".filters output");
    if (count) count.textContent = hidden.size ? `${shown} of ${data.routes.length} shown` : "";
    overlay.piles.arrange(hidden);
    if (chosen.route !== null && hidden.has(String(chosen.route))) choose({});
  }

  // MARK: events

  all(".filters select").forEach(select => select.addEventListener("change", filter));
  all(".routes button.pick").forEach(button => button.addEventListener("click", () => {
    const number = Number(button.closest("[data-route]").dataset.route);
    choose({ route: chosen.route === number ? null : number, from: "list" });
  }));
  one(".text").addEventListener("click", event => {
    const mention = event.target.closest(".mention");
    const link = event.target.closest(".to-route");
    const evidence = event.target.closest(".evidence");
    if (mention) {
      event.preventDefault();
      choose({ place: Number(mention.dataset.place), from: "text" });
    } else if (link) {
      event.preventDefault();
      choose({ route: Number(link.dataset.to), from: "text" });
    } else if (evidence && !evidence.classList.contains("out")) {
      // A sentence that states several routes leads to each in turn.
      const numbers = evidence.dataset.routes.split(" ").map(Number);
      choose({ route: numbers[(numbers.indexOf(chosen.route) + 1) % numbers.length], from: "text" });
    }
  });
  all(".places .to-place").forEach(button => button.addEventListener("click", () => {
    choose({ place: Number(button.dataset.to), from: "table" });
    box.scrollIntoView({ block: "nearest" });
  }));
  one("#card-close").addEventListener("click", () => { choose({}); box.focus(); });
  document.addEventListener("keydown", event => { if (event.key === "Escape") choose({}); });
  one("#zoom-in").addEventListener("click", () => view.zoom(1.6));
  one("#zoom-out").addEventListener("click", () => view.zoom(1 / 1.6));
  one("#zoom-fit").addEventListener("click", fit);
  one("#theme").addEventListener("click", () => {
    const isDark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = isDark ? "light" : "dark";
    basemap.readColours();
    draw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { basemap.readColours(); draw(); });
  steer(view, box, fit);
  const lay = () => {
    view.resize();
    if (!isLaidOut) {
      isLaidOut = true;
      fit();
    }
    draw();
  };
  new ResizeObserver(lay).observe(box);
  window.addEventListener("beforeprint", () => { choose({}); lay(); fit(); draw(); });
  lay();
  document.body.classList.add("is-live");
}

startPage();
