// The first page: a text or a file becomes a document, and its map is opened.


/** The words of a failure that the service tells. */
async function problemOf(answer) {
  try {
    return (await answer.json()).error.message;
  } catch {
    return `the service answers ${answer.status}`;
  }
}

async function add(event) {
  event.preventDefault();
  const file = at("file").files[0], text = at("text").value, address = at("address").value.trim(), token = at("token").value.trim();
  at("problem").textContent = "";
  if (!file && !text.trim() && !address) {
    at("text").focus();
    return;
  }
  if (token) sessionStorage.setItem("periplus:token", token);
  const query = new URLSearchParams();
  if (file) query.set("name", file.name);
  if (at("date").value) query.set("date", at("date").value);
  const button = document.querySelector("#add button");
  button.disabled = true;
  at("state").textContent = "Reading …";
  try {
    const answer = await fetch("/documents?" + query, {
      method: "POST", body: file || (text.trim() ? text : JSON.stringify({ address })),
      headers: { ...(file && { Prefer: "respond-async" }), "Content-Type": file ? "application/octet-stream" : text.trim() ? "text/plain; charset=utf-8" : "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    });
    if (answer.status === 202) {
      new JobLine(answer.headers.get("Location"), job => jobEnded(job, true));
      at("file").value = "";
      return;
    }
    if (answer.ok) {
      location.href = answer.headers.get("Location") + "/map.html";
      return;
    }
    at("problem").textContent = await problemOf(answer);
    if (answer.status === 401) {
      at("access").open = true;
      at("token").focus();
    }
  } catch {
    at("problem").textContent = "The service does not answer.";
  } finally {
    button.disabled = false;
    at("state").textContent = "";
  }
}

/** A file of one document is opened as soon as it is read; of several, all are listed. */
async function jobEnded({ id, total, done }, isOwn) {
  if (isOwn && total === 1 && done === 1) {
    const { documents } = await (await fetch(`/jobs/${id}`)).json();
    location.href = documents[0].document + "/map.html";
    return;
  }
  document.querySelector("#documents tbody").replaceChildren();
  next = "/documents?limit=50";
  await list();
}

function cell(row, words) {
  const made = document.createElement("td");
  made.textContent = words ?? "";
  row.append(made);
  return made;
}

function link(parent, address, words) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = words;
  made.dir = "auto";
  parent.append(made, " ");
}

let next = "/documents?limit=50";

async function list() {
  const answer = await fetch(next);
  if (!answer.ok) {
    at("problem").textContent = await problemOf(answer);
    return;
  }
  const found = await answer.json();
  for (const { id, name, date, places, routes } of found.documents) {
    const row = document.createElement("tr");
    link(cell(row), `/documents/${id}/map.html`, name);
    cell(row, date);
    cell(row, places);
    cell(row, routes);
    const files = cell(row);
    for (const format of ["geojson", "gpkg", "kml", "csv", "json"]) link(files, `/documents/${id}/map.${format}`, format);
    document.querySelector("#documents tbody").append(row);
  }
  at("none").hidden = at("documents").hidden = false;
  at("none").hidden = document.querySelector("#documents tbody").children.length > 0;
  at("documents").hidden = !at("none").hidden;
  next = found.next;
  at("more").hidden = !next;
}

at("ogc").textContent = location.origin + "/ogc";
at("token").value = sessionStorage.getItem("periplus:token") || "";
at("add").addEventListener("submit", add);
at("more").addEventListener("click", list);
list();
findJobs(job => jobEnded(job, false));
fetch("/health").then(answer => answer.json()).then(({ fetches }) => { at("by-address").hidden = !fetches; });
