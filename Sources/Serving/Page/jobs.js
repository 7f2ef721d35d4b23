// Long work on the first page: how far each job is, what could not be read, and a button to stop it.

const at = id => document.getElementById(id);

/** The line of a job, kept up to date until the job ends; then `ended` is called with it. */
class JobLine {
  constructor(address, ended) {
    this.address = address;
    this.ended = ended;
    this.seen = 0;
    this.line = document.createElement("li");
    this.words = this.line.appendChild(document.createElement("span"));
    this.bar = this.line.appendChild(document.createElement("progress"));
    this.button = this.line.appendChild(document.createElement("button"));
    this.button.type = "button";
    this.button.textContent = "Stop";
    this.button.addEventListener("click", () => this.end());
    this.faults = document.createElement("ul");
    this.line.append(this.faults);
    at("jobs").append(this.line);
    at("work").hidden = false;
    this.follow();
  }

  async follow() {
    for (let wait = 300; ; wait = Math.min(wait * 1.3, 3000)) {
      try {
        const answer = await fetch(`${this.address}?limit=1`);
        if (answer.status === 404) return this.remove();
        const job = await answer.json();
        this.show(job);
        if (job.finished) return await this.finish(job);
      } catch {
        this.words.textContent = "The service does not answer; it goes on where it was when it is back.";
      }
      await new Promise(done => setTimeout(done, wait));
    }
  }

  show({ name, status, total, done, failed }) {
    const left = status === "dismissed" ? "stopped" : status === "accepted" ? "waits" : `${done} of ${total} read`;
    this.words.textContent = `${name}: ${left}${failed ? `, ${failed} could not be read` : ""} `;
    this.bar.max = total || 1;
    this.bar.value = done + failed;
    this.bar.setAttribute("aria-label", name);
  }

  /** Tells what could not be read; no more than a screen holds. */
  async finish(job) {
    this.bar.remove();
    this.button.textContent = "Close";
    let next = `${this.address}?limit=1000`;
    while (job.failed && next && this.faults.children.length < 20) {
      const page = await (await fetch(next)).json();
      for (const { name, error } of page.documents) {
        if (!error || this.faults.children.length === 20) continue;
        const item = this.faults.appendChild(document.createElement("li"));
        item.textContent = `${name}: ${error.message}`;
      }
      next = page.next;
    }
    this.ended(job);
  }

  async end() {
    const token = sessionStorage.getItem("periplus:token");
    const answer = await fetch(this.address, { method: "DELETE", headers: token ? { Authorization: `Bearer ${token}` } : {} });
    if (answer.status === 204 || answer.status === 404) return this.remove();
    if (!answer.ok) at("problem").textContent = await problemOf(answer);
  }

  remove() {
    this.line.remove();
    at("work").hidden = !at("jobs").children.length;
  }
}

/** The jobs that are at work already. */
async function findJobs(ended) {
  const answer = await fetch("/jobs?limit=20");
  if (!answer.ok) return;
  const { jobs } = await answer.json();
  for (const { id, finished } of jobs.reverse()) {
    if (!finished) new JobLine(`/jobs/${id}`, ended);
  }
}
