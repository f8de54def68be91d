// What the keyboard can reach, in the order of the page, and how each looks before it is reached.
(() => {
  const able = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const drawn = ["boxShadow", "backgroundColor", "stroke", "strokeWidth", "fill", "textDecoration", "borderColor", "opacity"];
  const shown = one => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const open = one => !one.disabled && !one.closest("[hidden]") && one.tabIndex >= 0 && (one.type !== "radio" || one.checked);
  // A control's own look, that of what is drawn in it, and of the label beside it.
  const look = one => [one, ...[...one.querySelectorAll("*")].slice(0, 12), one.nextElementSibling]
    .filter(Boolean).map(part => {
      const css = getComputedStyle(part);
      const line = css.outlineStyle === "none" || css.outlineWidth === "0px" ? "no line" : css.outline;
      return [line, ...drawn.map(name => css[name])].join();
    }).join("\n");
  const all = [...document.querySelectorAll(able)].filter(one => open(one) && shown(one));
  const before = new Map(all.map((one, at) => [one, [at, look(one)]]));
  window.walked = {
    names: all.map(one => one.outerHTML.slice(0, 120)),
    // The place of what has the focus and whether it looks otherwise than before; null off the list.
    here() {
      const one = document.activeElement;
      if (!before.has(one)) return null;
      const [at, was] = before.get(one);
      return [at, look(one) !== was];
    },
  };
})();
