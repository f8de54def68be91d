/* Shows what a chip or a link stands for where a pointer, the keyboard or a finger rests on it:
   the words of a chip, or a card of the actor, event or sentence. Esc closes; a pointer may move
   onto the card; it stays until the pointer or the focus goes elsewhere.
   Without this script a browser shows a chip's words, its title, in its own way. */
(function () {
  "use strict";
  var folder = document.currentScript.src.replace(/[^/]*$/, "cards/");
  var root = folder.replace(/assets\/dossier\/cards\/$/, "");
  var LINKS = "article a[href]:not(.headerlink, .tie), article [title]:not(svg *), [data-tip]";
  var tip = null;
  var shown = null;
  var touched = false, byTouch = false;
  var timer = 0;

  /* ---- cards: scripts of our own site, added when they are asked for ---- */

  var cards = {};
  var asked = {};
  var files = 0;

  window.dossierCards = function (held) {
    if (typeof held === "number") files = held;
    else Object.keys(held).forEach(function (key) { cards[key] = held[key]; });
  };

  function load(name, then) {
    if (!asked[name]) {
      asked[name] = { done: false, waiting: [] };
      var script = document.createElement("script");
      script.src = folder + name + ".js";
      script.onload = script.onerror = function () {
        asked[name].done = true;
        asked[name].waiting.forEach(function (call) { call(); });
      };
      document.head.appendChild(script);
    }
    if (asked[name].done) then();
    else asked[name].waiting.push(then);
  }

  /* As find_file in previews.py. */
  function file(key) {
    var number = 0;
    for (var place = 0; place < key.length; place++) number = (number * 31 + key.charCodeAt(place)) % 65521;
    return String(number % files);
  }

  function find(key, then) {
    var source = key.match(/^sources\/([\w-]+)#/);
    if (source) load("source-" + source[1], function () { then(cards[key]); });
    else load("index", function () {
      if (files) load(file(key), function () { then(cards[key]); });
    });
  }

  /* What a link leads to, such as "actors/NAME"; empty if it has no card. */
  function keyOf(link) {
    var way = link.getAttribute("href");
    if (!way || way.charAt(0) === "#") return "";
    var whole = new URL(way, location.href).href;
    if (whole.indexOf(root) !== 0) return "";
    var parts = whole.slice(root.length).match(/^(actors|events|sources)\/([\w-]+)\.html(#[\w-]+)?$/);
    if (!parts || parts[2] === "index") return "";
    if (parts[1] === "sources") return link.matches(".chip-evidence, .code, .name") && parts[3] ? "sources/" + parts[2] + parts[3] : "";
    return link.classList.contains("chip") ? "" : parts[1] + "/" + parts[2];
  }

  /* ---- the card on the page ---- */

  function within(target) {
    var found = target && target.closest ? target.closest(LINKS) : null;
    return found && (found.hasAttribute("title") || found.hasAttribute("data-tip") || keyOf(found)) ? found : null;
  }

  function line(css, words) {
    if (!words) return;
    var made = document.createElement("p");
    made.className = css;
    made.dir = "auto";
    made.textContent = words;
    tip.appendChild(made);
  }

  function fill(chip, card) {
    tip.textContent = "";
    if (!card) line("card-line", chip.getAttribute("data-tip"));
    else if (keyOf(chip).indexOf("sources/") === 0) {
      line("card-beside", card[2]);
      line("card-words", card[0]);
      line("card-beside", card[3]);
      line("card-line", card[1] + ", " + (chip.getAttribute("aria-label") || chip.textContent));
    } else card.forEach(function (words, place) { line(place ? "card-line" : "card-name", words); });
    if (byTouch && chip.hasAttribute("href")) line("card-line card-hint", "Touch again to open");
    tip.hidden = !tip.textContent;
    if (!tip.hidden) place(chip);
  }

  function open(chip) {
    clearTimeout(timer);
    if (shown === chip) return;
    close();
    if (!tip) {
      tip = document.createElement("div");
      tip.className = "dossier-tip";
      tip.id = "dossier-tip";
      tip.setAttribute("role", "tooltip");
      (document.querySelector("main") || document.body).appendChild(tip);
    }
    shown = chip;
    byTouch = touched; /* a card may arrive when the touch is long over */
    var named = chip.querySelector(":scope > title");
    if (named) { chip.dossierTitle = named; named.remove(); }
    chip.setAttribute("data-tip", chip.getAttribute("title") || "");
    chip.removeAttribute("title");
    chip.setAttribute("aria-describedby", tip.id);
    fill(chip, null);
    var key = keyOf(chip);
    if (key) find(key, function (card) { if (shown === chip && card) fill(chip, card); });
  }

  function close() {
    clearTimeout(timer);
    if (!shown) return;
    if (shown.getAttribute("data-tip")) shown.setAttribute("title", shown.getAttribute("data-tip"));
    if (shown.dossierTitle) shown.prepend(shown.dossierTitle);
    shown.removeAttribute("data-tip");
    shown.removeAttribute("aria-describedby");
    shown = null;
    tip.hidden = true;
  }

  /* Under the chip; above it where there is no room below; never beyond the window's sides. */
  function place(chip) {
    var at = chip.getClientRects()[0] || chip.getBoundingClientRect();
    var width = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(at.left, width - tip.offsetWidth - 8));
    var below = at.bottom + tip.offsetHeight + 8 < window.innerHeight;
    tip.style.left = left + window.scrollX + "px";
    tip.style.top = (below ? at.bottom + 2 : at.top - tip.offsetHeight - 2) + window.scrollY + "px";
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var chip = within(event.target);
    var onCard = tip && tip.contains(event.target);
    clearTimeout(timer);
    if (onCard || (chip && chip === shown)) return;
    /* A short rest opens; a short way leads from a link to its card. */
    if (chip) timer = setTimeout(function () { open(chip); }, chip.classList.contains("chip") ? 0 : 200);
    else if (shown && shown !== document.activeElement) timer = setTimeout(close, 250);
  });
  document.addEventListener("focusin", function (event) {
    var chip = within(event.target);
    if (chip && !touched) open(chip);
    else if (!chip) close();
  });
  document.addEventListener("focusout", function () { if (!touched) close(); });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
  document.addEventListener("pointerdown", function (event) { touched = event.pointerType === "touch"; });

  /* The first touch shows the words, a second one follows the link. */
  document.addEventListener("click", function (event) {
    var chip = within(event.target);
    if (touched && chip && (chip.classList.contains("chip") || keyOf(chip)) && shown !== chip) {
      event.preventDefault();
      open(chip);
    } else if (!chip && !(tip && tip.contains(event.target))) {
      close();
    }
    touched = false;
  });

  /* Keeps phones from rewriting the names that are searched. */
  document.querySelectorAll("input[name=query]").forEach(function (box) { box.setAttribute("autocorrect", "off"); });

  /* The theme frames a table written by hand so that it scrolls; the keyboard must reach the frame. */
  window.addEventListener("load", function () {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (frame) {
      var heading = frame.previousElementSibling;
      while (heading && !/^H[1-6]$/.test(heading.tagName)) heading = heading.previousElementSibling;
      frame.tabIndex = 0;
      frame.setAttribute("role", "group");
      frame.setAttribute("aria-label", "Table: " + (heading || document.querySelector("h1")).firstChild.textContent.trim());
    });
  });
})();
