/* Search from a folder: browsers refuse workers from file://, but not from a Blob. The theme's own
   worker lies beside the pages as text (search-worker.js, written when the site is sealed). */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  var here = document.currentScript.src;
  var Native = window.Worker;
  document.write('<script src="' + here.replace(/[^/]*$/, "search-worker.js") + '"><\/script>');
  window.Worker = window.IFrameWorker = function (url, options) {
    var code = window.__dossier_search_worker;
    if (!code || !/workers\/search\./.test(String(url))) return new Native(url, options);
    return new Native(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  };
})();
