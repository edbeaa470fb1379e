/* The keyboard, the blur, local times, and a word when a wait lasts. Every page works without it. */
(() => {
  "use strict";

  const root = document.documentElement;
  root.classList.add("scripted");

  const shown = (element) => element && element.getClientRects().length > 0;
  const first = (selector) => [...document.querySelectorAll(selector)].find(shown);

  /* Times are written in UTC by the server; here they become the reader's own. */
  const localTimes = (within) => {
    const written = new Intl.DateTimeFormat(root.lang, { dateStyle: "medium", timeStyle: "short" });
    const exact = new Intl.DateTimeFormat(root.lang, { timeStyle: "medium" });
    for (const time of within.querySelectorAll("time[datetime*='T']")) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.textContent = ("seconds" in time.dataset ? exact : written).format(at);
      }
    }
  };

  /* What eyes do not get, a screen reader does not get either until it is asked for. */
  const blur = (within) => {
    const box = document.getElementById("show-text");
    const hidden = box !== null && !box.checked;
    for (const text of within.querySelectorAll(".ad-text")) {
      if (hidden) {
        text.setAttribute("aria-hidden", "true");
      } else {
        text.removeAttribute("aria-hidden");
      }
    }
  };

  /* Marks are links to their signs; going from one to the next shows the text first. */
  const toMark = (step) => {
    const marks = [...document.querySelectorAll(".ad-text mark")];
    if (marks.length === 0) {
      return;
    }
    const box = document.getElementById("show-text");
    if (box && !box.checked) {
      box.click();
    }
    const here = marks.indexOf(document.activeElement);
    const next = marks[here < 0 && step < 0 ? marks.length - 1 : (here + step + marks.length) % marks.length];
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "center" });
  };

  const keys = {
    c: () => first("[data-key='c']")?.click(),
    n: () => first("[data-key='n']")?.click(),
    d: () => {
      const choice = first("[data-decide] input[type='radio']");
      if (choice) {
        choice.closest("form").scrollIntoView({ block: "start" });
        choice.focus();
      }
    },
    h: () => first("[data-key='h']")?.click(),
    u: () => first("[data-key='u']")?.click(),
    j: () => toMark(1),
    k: () => toMark(-1),
    "/": () => {
      const filters = document.getElementById("filters");
      if (filters) {
        filters.open = true;
        document.getElementById("q").focus();
      }
    },
    b: () => document.getElementById("show-text")?.click(),
    "?": () => {
      const help = document.getElementById("keys");
      if (help && !help.open) {
        help.showModal();
      }
    },
  };

  const typing = (target) =>
    target instanceof Element &&
    (target.closest("textarea, select, [contenteditable]") !== null ||
      (target instanceof HTMLInputElement && !["radio", "checkbox", "button", "submit"].includes(target.type)));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) {
      return;
    }
    if (typing(event.target) || document.querySelector("dialog[open]")) {
      return;
    }
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (act) {
      event.preventDefault();
      act();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-keys-help]")) {
      keys["?"]();
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target instanceof Element && event.target.id === "show-text") {
      blur(document);
    }
  });

  /* The style sheet waits 300 ms before it shows anything. A second click sends nothing twice. */
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) {
      return;
    }
    if (root.classList.contains("busy")) {
      event.preventDefault();
      return;
    }
    root.classList.add("busy");
  });
  window.addEventListener("pageshow", () => root.classList.remove("busy"));

  /* A part of the page was exchanged: dress it, and take the reader there. */
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.target;
    if (!(part instanceof Element)) {
      return;
    }
    localTimes(part);
    blur(document);
    const here = location.pathname;
    for (const row of document.querySelectorAll("a.row")) {
      if (row.pathname === here) {
        row.setAttribute("aria-current", "true");
      } else {
        row.removeAttribute("aria-current");
      }
    }
    const heading = part.querySelector("h1, h2");
    if (heading && part.id === "detail") {
      document.getElementById("split")?.classList.add("split-open");
      heading.tabIndex = -1;
      heading.focus();
    }
  });

  /* A page that renews itself asks while somebody uses it: a session left alone must still end. */
  const USED_WITHIN = 5 * 60 * 1000;
  let used = Date.now();
  for (const sign of ["pointerdown", "pointermove", "keydown", "scroll", "focus"]) {
    window.addEventListener(sign, () => (used = Date.now()), { passive: true });
  }
  let renewed = Date.now();
  setInterval(() => {
    const part = document.querySelector("[data-refresh]");
    const every = Number(part?.dataset.refresh) * 1000;
    const now = Date.now();
    if (part && !document.hidden && now - renewed >= every && now - used < USED_WITHIN) {
      renewed = now;
      part.dispatchEvent(new Event("refresh"));
    }
  }, 1000);

  /* The clock since the flag, by the minute; after a day the server's words stand. */
  const clocks = document.querySelectorAll("[data-since]");
  if (clocks.length > 0) {
    setInterval(() => {
      for (const clock of clocks) {
        const minutes = Math.floor((Date.now() - new Date(clock.dataset.since)) / 60000);
        const pattern = minutes < 60 ? clock.dataset.minutes : clock.dataset.hours;
        if (minutes > 0 && minutes < 24 * 60) {
          clock.textContent = pattern
            .replace("#h", String(Math.floor(minutes / 60)))
            .replace("#m", String(minutes % 60));
        }
      }
    }, 10000);
  }

  document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

  /* A contact in clear: its seconds are counted, and it is gone before the page is put away. */
  const open = document.querySelector("[data-expires]");
  if (open) {
    const forget = () => open.querySelector("[data-secret]")?.remove();
    const until = performance.now() + Number(open.dataset.expires) * 1000;
    setInterval(() => {
      const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      open.querySelector("[data-left]").textContent = String(left);
      if (left === 0) {
        forget();
        location.replace(open.dataset.then);
      }
    }, 1000);
    window.addEventListener("pagehide", forget);
  }

  /* The log-in page in place of a part means that the session has ended. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const answered = event.detail?.xhr?.responseURL;
    if (answered && new URL(answered).pathname === "/login") {
      event.detail.shouldSwap = false;
      location.assign("/login");
    }
  });

  /* What cannot be exchanged in place (a log-in that ended, an error) is opened as a page. */
  document.addEventListener("htmx:responseError", (event) => {
    const path = event.detail?.pathInfo?.requestPath;
    if (path) {
      location.assign(path);
    }
  });

  /* Whoever signs out leaves no draft behind, and whoever comes to sign in finds none. */
  const wipe = () => {
    if ("indexedDB" in window) {
      indexedDB.deleteDatabase("maraude-rounds");
    }
  };
  document.querySelector("form[action='/logout']")?.addEventListener("submit", wipe);
  if (location.pathname === "/login" && location.search.includes("logout")) {
    wipe();
  }

  localTimes(document);
  blur(document);
})();
