/* Shows what a chip stands for where a pointer, the keyboard or a finger rests on it; Esc closes.
   Without this script a browser shows the same words, its title, in its own way. */
(function () {
  "use strict";
  var tip = null;
  var shown = null;
  var touched = false;

  function within(target) {
    return target && target.closest ? target.closest("article [title]:not(svg *), [data-tip]") : null;
  }

  function open(chip) {
    if (shown === chip) return;
    close();
    if (!tip) {
      tip = document.createElement("div");
      tip.className = "dossier-tip";
      tip.id = "dossier-tip";
      tip.setAttribute("role", "tooltip");
      document.body.appendChild(tip);
    }
    shown = chip;
    chip.setAttribute("data-tip", chip.getAttribute("title"));
    chip.removeAttribute("title");
    chip.setAttribute("aria-describedby", tip.id);
    tip.textContent = chip.getAttribute("data-tip");
    tip.hidden = false;
    place(chip);
  }

  function close() {
    if (!shown) return;
    shown.setAttribute("title", shown.getAttribute("data-tip"));
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
    if (chip) open(chip);
    else if (!tip || !tip.contains(event.target)) close();
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
    if (touched && chip && chip.classList.contains("chip") && shown !== chip) {
      event.preventDefault();
      open(chip);
    } else if (!chip) {
      close();
    }
    touched = false;
  });
})();
