/* Searching, in the background: takes the place of the theme's own worker and speaks its language
   (0 set up, 1 ready, 2 query, 3 result), so that the theme's own box and list stay as they are.
   MiniSearch stands before this text. Answers come in one group a kind, in a fixed order; within a
   kind the best match is first. Three tries, each only if the one before found nothing: all words
   as typed or begun; all words nearly so, or sounding alike; any of the words. */
"use strict";

var SHOWN = 5; // of a kind; the rest are folded away
var MOST = 60; // of a kind
var LETTERS = { "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i" };
var MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];
var held = null;
var searcher = null;

function fold(word) {
  var plain = word.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "");
  return plain.replace(/[øłđðßæœþı]/g, function (letter) { return LETTERS[letter]; });
}

/* One key for the spellings in which a name is carried over from another script: consonants count,
   doubled letters and most vowels do not. */
function sound(word) {
  if (!/^[a-z]{4,}$/.test(word)) return "";
  var key = word
    .replace(/ph/g, "f").replace(/zh/g, "j").replace(/([kgdtb])h/g, "$1")
    .replace(/[qc](?!h)/g, "k").replace(/w/g, "v").replace(/y/g, "i").replace(/(.)\1+/g, "$1");
  key = key[0] + key.slice(1).replace(/[aeiou]|h$/g, "");
  return key.length > 2 ? key : "";
}

/* Letters with stops between them are one word: D.C. and DC, U. S. and US. */
function tokenize(text) {
  var joined = text.replace(/\p{L}\.(?:(?:\p{L}\.)*\p{L}(?![\p{L}\p{N}])\.?|(?: \p{L}\.)+)/gu,
    function (letters, place) {
      var within = place && /[\p{L}\p{N}]/u.test(text[place - 1]);
      return within ? letters : letters.replace(/[. ]/g, "") + " ";
    });
  return joined.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/* Days in figures are asked for in the words of the list, the month in the middle where it can be. */
function spellDays(query) {
  return query
    .replace(/\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b(?!-)/g, function (whole, year, month, day) {
      return spellDay(day, month, year) || whole;
    })
    .replace(/\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b/g, function (whole, one, sign, other, year) {
      return spellDay(one, other, year) || spellDay(other, one, year) || whole;
    })
    .replace(/\b(\d{1,2})[./](\d{4})\b/g, function (whole, month, year) {
      return spellDay("", month, year) || whole;
    });
}

function spellDay(day, month, year) {
  if (!MONTHS[month - 1] || day > 31) return "";
  return (day ? Number(day) + " " : "") + MONTHS[month - 1] + " " + year;
}

function build() {
  searcher = new MiniSearch({
    fields: ["title", "more", "text", "sound"],
    tokenize: tokenize,
    processTerm: fold,
  });
  searcher.addAll(held.entries.map(function (entry, place) {
    var names = entry[0] === 0 ? tokenize(entry[2] + " " + entry[4]).map(fold).map(sound) : [];
    return { id: place, title: entry[2], text: entry[3], more: entry[4], sound: names.join(" ") };
  }));
}

function find(words) {
  var boost = { title: 4, more: 2 };
  var named = ["title", "more", "text"];
  var found = searcher.search(words.join(" "), {
    fields: named, boost: boost, combineWith: "AND",
    prefix: function (term, place, terms) { return term.length > 2 || place === terms.length - 1; },
  });
  if (found.length) return found;
  found = searcher.search({
    combineWith: "AND",
    queries: words.map(function (word) {
      var near = { queries: [word], fields: named, boost: boost, prefix: true,
        fuzzy: word.length > 4 ? 0.2 : false };
      var alike = sound(fold(word));
      var either = alike ? [near, { queries: [alike], fields: ["sound"] }] : [near];
      return { combineWith: "OR", queries: either };
    }),
  });
  if (found.length) return found;
  return searcher.search(words.join(" "), { fields: named, boost: boost, combineWith: "OR" });
}

function escape(text) {
  return text.replace(/[&<>"']/g, function (sign) { return "&#" + sign.charCodeAt(0) + ";"; });
}

function mark(text, terms) {
  return text.split(/([\p{L}\p{N}]+)/u).map(function (part, place) {
    var shown = escape(part);
    return place % 2 && terms.has(fold(part)) ? "<mark data-md-highlight>" + shown + "</mark>" : shown;
  }).join("");
}

function answer(query) {
  if (!searcher) build();
  var phrases = [];
  var loose = query.replace(/["“„«]([^"”“»]+)["”»]/gu, function (whole, words) {
    phrases.push(fold(tokenize(words).join(" ")));
    return " " + words + " ";
  });
  var words = tokenize(spellDays(loose));
  if (!words.length) return [];
  var groups = new Map();
  find(words).forEach(function (match) {
    var entry = held.entries[match.id];
    var whole = fold(tokenize(entry.slice(2).join(" ")).join(" "));
    if (!phrases.every(function (phrase) { return whole.includes(phrase); })) return;
    if (!groups.has(entry[0])) groups.set(entry[0], []);
    groups.get(entry[0]).push(match);
  });
  return Array.from(groups.keys()).sort(function (a, b) { return a - b; }).map(function (kind) {
    var matches = groups.get(kind).slice(0, MOST);
    var head = held.kinds[kind];
    return [{ location: head[1], title: escape(head[0]), text: "", score: 2, terms: {} }].concat(
      matches.map(function (match, place) {
        var entry = held.entries[match.id];
        var terms = new Set(match.terms);
        var asked = {};
        // The theme lights these up on the page that is opened.
        match.terms.forEach(function (term) {
          if (!match.match[term].every(function (field) { return field === "sound"; })) asked[term] = true;
        });
        return {
          location: entry[1], title: mark(entry[2], terms), text: mark(entry[3], terms),
          score: place < SHOWN ? 2 : 1, terms: asked,
        };
      })
    );
  });
}

self.addEventListener("message", function (event) {
  if (event.data.type === 0) {
    held = event.data.data.docs;
    self.postMessage({ type: 1 });
  } else if (event.data.type === 2) {
    self.postMessage({ type: 3, data: { items: answer(event.data.data) } });
  }
});
