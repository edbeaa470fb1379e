/* Rounds: copies a text, and keeps a noted attempt while there is no network. What is kept lies
   encrypted in the browser under a key of the session; the key itself is in memory only. Each
   draft has the form's own Idempotency-Key, so that however often it is sent it is noted once. */
(() => {
  "use strict";

  const STORE = "drafts";
  const AGAIN = 5000;
  const form = document.querySelector("form[data-draft]");
  const note = document.querySelector("[data-drafts-note]");
  const said = form?.querySelector("[data-said]");
  const able = window.isSecureContext && "indexedDB" in window && crypto.subtle !== undefined;

  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("[data-copy]")) {
      button.hidden = false;
      button.addEventListener("click", () =>
        navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(
          () => (button.textContent = button.dataset.copied),
          () => {},
        ),
      );
    }
  }

  /* The word of a state, and what of a refusal the server said. */
  const say = (word, more = "") => {
    if (said) {
      said.textContent = `${form.dataset[word]} ${more}`.trim();
      said.hidden = false;
    }
  };

  const asked = (request) =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });

  const open = () => {
    const request = indexedDB.open("maraude-rounds", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "once" });
    return asked(request);
  };

  const inStore = async (mode, work) => {
    const database = await open();
    try {
      return await asked(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  };

  /* Asked for anew at each sending: the token may be another session's by then. */
  const session = async () => {
    const response = await fetch("/rounds/draft-key", { headers: { Accept: "application/json" }, redirect: "manual" });
    if (!response.ok) {
      throw new Error("no session");
    }
    const { key, name, header, token } = await response.json();
    const bytes = Uint8Array.from(atob(key), (c) => c.charCodeAt(0));
    const sealing = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    bytes.fill(0);
    return { sealing, name, header, token };
  };

  let held = able ? session().catch(() => null) : Promise.resolve(null);

  const seal = async (draft) => {
    const { sealing, name } = await held;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, sealing, new TextEncoder().encode(JSON.stringify(draft)));
    await inStore("readwrite", (store) => store.put({ once: draft.once, by: name, iv, sealed }));
  };

  const unsealed = async ({ iv, sealed }, sealing) =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, sealing, sealed)));

  const drop = (once) => inStore("readwrite", (store) => store.delete(once));

  /* What was kept in a session that has ended opens to nobody: its person must know. */
  let lost = false;
  const count = async () => {
    const left = await inStore("readonly", (store) => store.count());
    if (note && lost) {
      note.textContent = note.dataset.lost;
      note.hidden = false;
    } else if (note) {
      note.textContent = left === 1 ? note.dataset.one : note.dataset.many.replace("#n", String(left));
      note.hidden = left === 0;
    }
    return left;
  };

  const read = () => {
    const fields = new FormData(form);
    const one = (name) => fields.get(name) || null;
    return {
      once: fields.get("once"),
      to: form.dataset.draft,
      ad: fields.get("ad"),
      body: {
        item: one("item"),
        token: one("token"),
        at: new Date().toISOString(),
        channel: one("channel"),
        language: one("language"),
        outcome: one("outcome"),
        wish: one("wish"),
        needs: fields.getAll("needs"),
        oriented: fields.getAll("oriented"),
      },
    };
  };

  const post = (draft, { header, token }) =>
    fetch(draft.to, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "Idempotency-Key": draft.once, [header]: token },
      body: JSON.stringify(draft.body),
      redirect: "error",
    });

  let sending = false;
  const send = async () => {
    if (sending || !able) {
      return;
    }
    sending = true;
    try {
      const kept = await inStore("readonly", (store) => store.getAll());
      if (kept.length === 0) {
        return;
      }
      let mine;
      try {
        mine = await session();
      } catch (error) {
        // Nothing answers, or nobody is signed in: the first is waited for, the second is said.
        if (navigator.onLine && !(error instanceof TypeError)) {
          say("over");
        }
        return;
      }
      // What this page sealed opens with the key it holds, also after a new log-in elsewhere.
      const first = await held;
      held = Promise.resolve(first ?? mine);
      for (const each of kept.filter((row) => row.by === mine.name)) {
        let draft = null;
        for (const key of [first?.sealing, mine.sealing]) {
          draft ??= key ? await unsealed(each, key).catch(() => null) : null;
        }
        if (draft === null) {
          await drop(each.once);
          lost = true;
          continue;
        }
        const response = await post(draft, mine);
        if (response.ok) {
          await drop(each.once);
          say("sent");
          if (form && draft.once === form.elements.namedItem("once").value) {
            form.hidden = false;
            location.assign(`${location.pathname}?ad=${draft.ad}`);
          }
        } else if (response.status === 401 || response.status === 403 || response.status >= 500) {
          say("over");
          return;
        } else {
          const problem = await response.json().catch(() => ({}));
          await drop(each.once);
          const word = problem.code?.replace(/-([a-z])/g, (dash, letter) => letter.toUpperCase());
          say("refused", form?.dataset[word] ?? problem.detail ?? String(response.status));
        }
      }
    } catch {
      // The network went again; the next look is in some seconds.
    } finally {
      sending = false;
      count().catch(() => {});
    }
  };

  /* With a network the form goes as any form does. Only where the server does not answer is it kept. */
  form?.addEventListener("submit", (event) => {
    if (!able) {
      return;
    }
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    const draft = read();
    fetch("/assets/favicon.svg", { method: "HEAD", cache: "no-store" }).then(
      () => form.submit(),
      () =>
        seal(draft).then(
          () => {
            say("kept");
            count();
          },
          () => {
            button.disabled = false;
            say("unable");
          },
        ),
    );
  });

  if (able) {
    window.addEventListener("online", send);
    setInterval(send, AGAIN);
    send();
    count().catch(() => {});
  }
})();
