/* Passkeys: the challenge comes as JSON, the device answers, the answer goes as an ordinary form. */
(() => {
  "use strict";

  const able =
    window.PublicKeyCredential &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function" &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";
  document.documentElement.classList.add(able ? "passkeys" : "no-passkeys");
  if (!able) {
    return;
  }

  const ways = {
    create: (json) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) }),
    get: (json) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) }),
  };

  /* The names of the browser's errors, and the word for each that stands on the form. */
  const words = { NotAllowedError: "stopped", AbortError: "stopped", InvalidStateError: "known", SecurityError: "elsewhere" };

  const answer = async (form) => {
    const response = await fetch(form.dataset.options, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
      redirect: "error",
    });
    const json = await response.json();
    if (!response.ok) {
      throw new Error(json.problem ?? form.dataset.failed);
    }
    const credential = await ways[form.dataset.passkey](json);
    form.elements.namedItem("credential").value = JSON.stringify(credential.toJSON());
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const said = form.querySelector("[role='alert']");
    const button = form.querySelector("button");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      said.hidden = true;
      button.disabled = true;
      answer(form).then(
        () => form.submit(),
        (error) => {
          button.disabled = false;
          const word = error instanceof DOMException ? form.dataset[words[error.name] ?? "failed"] : error.message;
          said.textContent = error instanceof TypeError || error instanceof SyntaxError ? form.dataset.failed : word;
          said.hidden = false;
        },
      );
    });
  }
})();
