// On a source's page, each event gets a button that lights up the sentences it rests on.
// Without scripts the same is told by the margin beside each sentence.
(() => {
  "use strict";
  const article = document.querySelector(".article");
  const rows = document.querySelectorAll("table.events tbody tr");
  if (!article || rows.length === 0) return;
  const sentences = [...article.querySelectorAll(".sentence[data-events]")];
  const lit = (page) =>
    sentences.filter((one) => one.dataset.events.split(" ").includes(page));

  function show(button, page) {
    const again = button.getAttribute("aria-pressed") === "true";
    for (const other of document.querySelectorAll("button.xray")) {
      other.setAttribute("aria-pressed", "false");
    }
    for (const one of sentences) one.classList.remove("lit");
    article.classList.toggle("xray", !again);
    if (again) return;
    button.setAttribute("aria-pressed", "true");
    const found = lit(page);
    for (const one of found) one.classList.add("lit");
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    found[0].scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  for (const row of rows) {
    const link = row.querySelector('a[href*="events/"]:not(.chip)');
    const name = link && link.getAttribute("href").match(/events\/([\w-]+)\.html/);
    const page = name && `events/${name[1]}.md`;
    if (!page || lit(page).length === 0) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "xray";
    button.textContent = "Show its sentences";
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-label", `Show the sentences of: ${link.textContent}`);
    button.addEventListener("click", () => show(button, page));
    link.after(button);
  }
})();
