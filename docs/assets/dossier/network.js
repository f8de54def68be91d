// Makes the network handier: filters that combine, neighbours lit up, zoom, actors hidden.
// Without scripts the same filters are links that the style sheet answers.
(() => {
  "use strict";
  const svg = document.querySelector("svg.network-drawing");
  if (!svg) return;
  const actors = [...svg.querySelectorAll("[data-actor]")];
  const ties = [...svg.querySelectorAll("[data-tie]")];
  const ends = (tie) => tie.dataset.tie.split(" ");
  const rows = [...document.querySelectorAll("tr.tie-row")];
  const hidden = new Set();
  let chosen = null;

  function light(key) {
    svg.classList.toggle("lit", key !== null);
    const near = new Set([key]);
    for (const tie of ties) {
      const touches = key !== null && ends(tie).includes(key);
      tie.classList.toggle("near", touches);
      if (touches && !tie.closest(".co-mentions")) ends(tie).forEach((end) => near.add(end));
    }
    for (const one of actors) one.classList.toggle("near", near.has(one.dataset.actor));
  }

  for (const one of actors) {
    const key = one.dataset.actor;
    one.addEventListener("pointerenter", () => light(key));
    one.addEventListener("pointerleave", () => light(null));
    one.addEventListener("focus", () => { chosen = one; light(key); tell(); });
    one.addEventListener("blur", () => light(null));
  }

  const bar = document.createElement("div");
  bar.className = "network-tools";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Network");
  svg.before(bar);

  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    bar.append(made);
    return made;
  }

  // Zoom: the view box shrinks about its middle; a pointer drags it.
  const whole = svg.getAttribute("viewBox").split(" ").map(Number);
  let box = [...whole];
  const show = () => svg.setAttribute("viewBox", box.map((n) => n.toFixed(1)).join(" "));
  function zoom(by) {
    const wide = Math.min(whole[2], Math.max(whole[2] / 6, box[2] * by));
    const high = (wide * whole[3]) / whole[2];
    move(box[0] + (box[2] - wide) / 2, box[1] + (box[3] - high) / 2, wide, high);
  }
  function move(x, y, wide, high) {
    box = [Math.min(Math.max(x, 0), whole[2] - wide), Math.min(Math.max(y, 0), whole[3] - high), wide, high];
    svg.classList.toggle("zoomed", wide < whole[2]);
    show();
  }
  button("Zoom in", () => zoom(0.7));
  button("Zoom out", () => zoom(1 / 0.7));

  let grip = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.target.closest("a")) return;
    grip = [event.clientX, event.clientY, box[0], box[1]];
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const scale = box[2] / svg.clientWidth;
    move(grip[2] - (event.clientX - grip[0]) * scale, grip[3] - (event.clientY - grip[1]) * scale, box[2], box[3]);
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => { grip = null; });

  // Hiding: the actor that last had the focus, with its ties.
  const hide = button("Hide actor", () => {
    if (!chosen) return;
    hidden.add(chosen.dataset.actor);
    chosen = null;
    draw();
  });
  const reset = button("Show all", () => { hidden.clear(); box = [...whole]; move(...box); on.clear(); draw(); });
  function tell() {
    hide.disabled = !chosen || hidden.has(chosen.dataset.actor);
    const name = chosen && !hide.disabled ? (chosen.querySelector("title") || chosen.querySelector("text")).textContent : "";
    hide.setAttribute("aria-label", name ? `Hide ${name}` : "Hide actor: choose one with the keyboard first");
    hide.textContent = name ? `Hide ${name.length > 24 ? name.slice(0, 23) + "…" : name}` : "Hide actor";
    reset.disabled = !hidden.size && !on.size && box[2] === whole[2];
  }

  // Filters: one of each group may be on; together they narrow down.
  const on = new Map();
  const ways = [...document.querySelectorAll(".filters a[data-filter]")];
  const group = (way) => way.parentElement;
  function fits(one) {
    for (const name of on.values()) {
      const [, kind] = name.match(/^only-(.*)$/) || [];
      const belongs = [kind, `type-${kind}`, `with-${kind}`].some((css) => one.classList.contains(css));
      if (kind && !belongs) return false;
    }
    return true;
  }
  function draw() {
    const shown = new Set();
    for (const tie of ties) {
      const co = tie.closest(".co-mentions");
      const out = ends(tie).some((end) => hidden.has(end)) || (!co && !fits(tie));
      tie.classList.toggle("out", out);
      if (!out && !co) ends(tie).forEach((end) => shown.add(end));
    }
    const narrowed = [...on.values()].some((name) => name.startsWith("only-"));
    for (const one of actors) {
      const key = one.dataset.actor;
      one.classList.toggle("out", hidden.has(key));
      one.classList.toggle("dim", narrowed && !shown.has(key));
    }
    for (const row of rows) row.hidden = !fits(row);
    svg.classList.toggle("with-co", on.get("co") === "with-co-mentions");
    for (const way of ways) {
      const held = way.dataset.filter === "all-ties" ? on.size === 0 : [...on.values()].includes(way.dataset.filter);
      if (held) way.setAttribute("aria-current", "true");
      else way.removeAttribute("aria-current");
    }
    tell();
  }
  for (const way of ways) {
    way.addEventListener("click", (event) => {
      event.preventDefault();
      const name = way.dataset.filter;
      const key = name === "with-co-mentions" ? "co" : group(way);
      if (name === "all-ties") on.clear();
      else if (on.get(key) === name) on.delete(key);
      else on.set(key, name);
      draw();
    });
  }
  const asked = ways.find((way) => `#${way.dataset.filter}` === location.hash);
  if (asked) asked.click();
  else draw();
})();
