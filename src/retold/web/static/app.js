// What the pages do beyond HTML: dropping files, progress as it is made, the keys of the review.
// Every page works without this file.
"use strict";

function dropping(form) {
  const place = form.querySelector(".drop");
  const files = form.querySelector("#files");
  const chosen = form.querySelector("#chosen");
  const told = () => {
    const count = files.files.length;
    chosen.textContent = count ? `${count} file${count === 1 ? "" : "s"} chosen` : "";
  };
  files.addEventListener("change", told);
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    place.addEventListener(name, () => place.classList.remove("over"));
  }
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      files.files = event.dataTransfer.files;
      told();
    }
  });
}

function following(line) {
  const bar = document.querySelector("#bar");
  const stream = new EventSource(`/v1/jobs/${line.dataset.job}/events`);
  stream.addEventListener("job", (event) => {
    const job = JSON.parse(event.data);
    if (job.state === "done" || job.state === "failed") {
      stream.close();
      location.reload();
      return;
    }
    const of = job.total ? ` of ${job.total}` : "";
    const state = job.state[0].toUpperCase() + job.state.slice(1);
    line.textContent = job.stage ? `${state}: ${job.stage} ${job.done}${of}` : state;
    if (job.total) {
      bar.max = job.total;
      bar.value = job.done;
    } else {
      bar.removeAttribute("value");
    }
  });
}

const SAID = { dependent: "dependent", independent: "independent", unknown: "undecided" };

function reviewing(pairs) {
  let at = -1;
  const go = (to) => {
    at = Math.max(0, Math.min(pairs.length - 1, to));
    pairs[at].querySelector("details").open = true;
    pairs[at].focus();
    pairs[at].scrollIntoView({ block: "start" });
  };
  const say = async (pair, button) => {
    const fields = Object.fromEntries(new FormData(pair.querySelector("form")));
    const line = pair.querySelector(".said");
    line.textContent = "Being kept …";
    try {
      const answer = await fetch("/v1/corrections", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ...fields, dependence: button.value }),
      });
      const body = await answer.json();
      line.textContent = answer.ok ? `You said: ${SAID[body.label]}.` : body.detail;
      if (answer.ok)
        for (const one of pair.querySelectorAll("[aria-pressed]"))
          one.setAttribute("aria-pressed", String(one.value === body.label));
    } catch {
      line.textContent = "Not kept: the server does not answer.";
    }
  };
  pairs.forEach((pair, place) => {
    pair.addEventListener("focusin", () => { at = place; });
    pair.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      say(pair, event.submitter);
    });
  });
  const keys = { d: "dependent", i: "independent", u: "unknown" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (keys[event.key] && at >= 0) {
      pairs[at].querySelector(`button[value="${keys[event.key]}"]`).click();
      go(at + 1);
    } else return;
    event.preventDefault();
  });
}

const form = document.querySelector("#read");
if (form) dropping(form);
const line = document.querySelector("#job");
if (line) following(line);
const pairs = [...document.querySelectorAll(".pair")];
if (pairs.length) reviewing(pairs);
