// Only in pages that a service gives out: what is decided goes back to it. A page that lies in a file asks for nothing.

/** Puts all decisions to the service the page came from, one time after the other; what goes wrong is said. */
Decisions.prototype.send = function () {
  const problem = document.querySelector("#decisions .problem"), redraw = document.querySelector("#redraw");
  this.sent = (this.sent || Promise.resolve()).then(async () => {
    const token = sessionStorage.getItem("periplus:token");
    try {
      const answer = await fetch(this.service.address, {
        method: "PUT", body: this.lines,
        headers: { "Content-Type": "application/x-ndjson", ...(token && { Authorization: `Bearer ${token}` }) },
      });
      problem.textContent = answer.ok ? "" : `Not kept: ${(await answer.json()).error.message}`;
      redraw.disabled = !answer.ok;
    } catch {
      problem.textContent = "Not kept: the service does not answer.";
    }
  });
};
