// Suggestions under every box with data-suggest, as the browser's own list: keyboard and screen reader know it.
const WAIT = 150;

document.querySelectorAll("input[data-suggest]").forEach((box, n) => {
  const list = document.createElement("datalist");
  list.id = `suggest-${n}`;
  box.after(list);
  box.setAttribute("list", list.id);
  let timer = 0, asked = "";
  box.addEventListener("input", () => {
    clearTimeout(timer);
    const typed = box.value.trim();
    // A value just chosen from the list needs no further ones.
    if (typed.length < 2 || [...list.options].some((o) => o.value === typed)) return;
    timer = setTimeout(async () => {
      asked = typed;
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
      if (!answer?.ok || asked !== typed) return;
      const found = await answer.json();
      const words = Array.isArray(found[1]) ? found[1] : found.map((one) => one.text);
      list.replaceChildren(...words.map((word) => Object.assign(document.createElement("option"), { value: word })));
    }, WAIT);
  });
});
