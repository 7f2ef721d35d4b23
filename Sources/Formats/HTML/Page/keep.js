// What leaves the page: files of what is shown, and an address of the view.

/** Gives the reader a file. */
function saveFile(name, type, parts) {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob(parts, { type }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The title of the page as the name of a file. */
function fileName(extension) {
  const words = document.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
  return `${words || "map"}.${extension}`;
}

/** GeoJSON (RFC 7946) of the routes shown and the places they join. */
function geoJSON(data, hidden, placesShown) {
  const features = [];
  const linesOf = new Map(data.routes.flatMap(({ legs }) => legs).filter(leg => leg.lines).map(leg => [leg.flow, leg.lines]));
  data.places.forEach((place, index) => {
    if (!place.at || !placesShown(index)) return;
    features.push({
      type: "Feature", id: place.id, geometry: { type: "Point", coordinates: place.at },
      properties: { kind: "place", name: place.name, class: place.kind, role: place.role, confidence: place.sure, mentions: place.times, ...(place.decided && { decided: true }) },
    });
  });
  for (const route of data.routes) {
    if (hidden.has(String(route.n))) continue;
    route.legs.forEach((leg, index) => {
      const lines = (leg.lines || linesOf.get(leg.flow) || []).map(line => {
        const positions = [];
        for (let at = 0; at + 1 < line.length; at += 2) positions.push([line[at] / 1e4, line[at + 1] / 1e4]);
        return positions;
      });
      features.push({
        type: "Feature", id: `route-${route.n}-leg-${index + 1}`,
        geometry: !lines.length ? null : lines.length === 1
          ? { type: "LineString", coordinates: lines[0] } : { type: "MultiLineString", coordinates: lines },
        properties: {
          kind: "leg", route: route.n, leg: index + 1, title: route.title, mode: leg.mode, status: route.status,
          cargo: route.cargo, vehicle: route.vessel, day: route.day, schematic: leg.schematic, confidence: route.sure,
          document: data.documents[route.document]?.name, source: data.documents[route.document]?.source,
          ...(route.decided && { decided: true }),
        },
      });
    });
  }
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** A table (RFC 4180) of the routes shown; what a spreadsheet would take for a formula is quoted as text. */
function routesTable(data, hidden, detailsOf) {
  const cell = value => {
    let words = String(value ?? "");
    if (/^[=+\-@\t\r]/.test(words) && typeof value !== "number") words = `'${words}`;
    return /[",\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  const rows = [["route", "title", "mode", "status", "cargo", "vehicle", "day", "confidence", "document", "evidence"]];
  for (const route of data.routes) {
    if (hidden.has(String(route.n))) continue;
    const evidence = [...(detailsOf(route.n)?.querySelectorAll("blockquote") || [])].map(quote => quote.textContent.slice(1, -1));
    rows.push([route.n, route.title, route.mode, route.status, route.cargo, route.vessel, route.day, route.sure, data.documents[route.document]?.name, evidence.join(" … ")]);
  }
  return rows.map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** The view, the filters and the choice as the fragment of an address: "#view=46.5,48.2,3100&route=2". */
function writeLink(view, state) {
  const place = `${latitudeAt(view.y).toFixed(4)},${((view.x - 0.5) * 360).toFixed(4)},${view.scale.toFixed(0)}`;
  return "#" + new URLSearchParams({ view: place, ...state });
}

/** What a fragment asks for; nothing for one that is no view. */
function readLink(fragment) {
  if (!fragment.startsWith("#view=") && !fragment.startsWith("#embed")) return null;
  const { view, ...state } = Object.fromEntries(new URLSearchParams(fragment.slice(1)));
  const [latitude, longitude, scale] = (view || "").split(",").map(Number);
  return { state, at: scale > 0 && Math.abs(latitude) <= 90 && Number.isFinite(longitude) ? { x: worldX(longitude), y: worldY(latitude), scale } : null };
}
