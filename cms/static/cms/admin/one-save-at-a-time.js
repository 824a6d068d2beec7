/**
 * Lets a form and Wagtail's autosave take turns.
 *
 * Autosave creates a new page by the same request as the editor who presses a button. Both at once
 * want the same slug, and the later one would fail. So a form that is sent during a saving waits
 * for its end (by then the form belongs to the page that was made), and none begins once it is sent.
 */
(() => {
  // Neither a saving nor a form that never ends may keep the other from trying.
  const PATIENCE = 10_000; // ms
  const saving = new Set();
  const sent = new Set();

  function sendAfterSaving(form, submitter) {
    const send = () => {
      clearTimeout(timer);
      form.removeEventListener("w-autosave:success", send);
      form.removeEventListener("w-autosave:error", send);
      saving.delete(form);
      // Wagtail disables a pressed button, and a disabled one would not be told to the server.
      if (submitter) submitter.disabled = false;
      form.requestSubmit(submitter);
    };
    const timer = setTimeout(send, PATIENCE);
    form.addEventListener("w-autosave:success", send);
    form.addEventListener("w-autosave:error", send);
  }

  document.addEventListener("w-autosave:save", (event) => {
    if (sent.has(event.target)) event.preventDefault();
    else saving.add(event.target);
  });
  for (const end of ["success", "error"])
    document.addEventListener(`w-autosave:${end}`, ({ target }) => saving.delete(target));

  document.addEventListener(
    "submit",
    (event) => {
      const { target: form, submitter } = event;
      sent.add(form);
      setTimeout(() => sent.delete(form), PATIENCE);
      if (!saving.has(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      sendAfterSaving(form, submitter);
    },
    true,
  );
})();
