"""Pages of the first dossier that are looked at: one of each kind."""

KINDS = (
    *("index.html", "brief.html", "paper.html", "search.html", "404.html", "data.html"),
    *("actors/index.html", "actors/taliban.html", "sources/index.html", "sources/000.html"),
    *("events/index.html", "events/ev-2021-07-28-tianjin-meeting.html", "matrix.html"),
    *("timeline.html", "network.html", "map.html", "findings.html", "quotations.html"),
    *("compare.html", "compare/actors/china-government.taliban.html"),
    *("compare/sources/001.004.html", "known/index.html", "known/2021-08-21.html"),
    *("dates.html", "origins.html", "phrases.html", "framing.html", "changes.html"),
    "method.html",
    *("about/articles.html", "about/audit.html", "about/dates.html", "about/edits.html"),
    *("about/exports.html", "about/hosting.html", "about/measured.html", "about/problems.html"),
    *("about/reading.html", "about/recognisers.html", "about/reliability.html"),
)
