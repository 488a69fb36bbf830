// What changes while one looks: a query tried out as it is typed, and regions that renew themselves.
const say = document.getElementById("say");

// ---- the preview of a query, under the box it belongs to ----
document.querySelectorAll("[data-preview]").forEach((place) => {
  const box = document.getElementById(place.dataset.previewOf);
  let timer = 0, asked = "";
  box?.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asked = box.value;
      const answer = await fetch(`${place.dataset.preview}?query=${encodeURIComponent(asked)}`).catch(() => null);
      if (answer?.ok && asked === box.value) place.innerHTML = await answer.text();
    }, 350);
  });
});

// ---- regions with data-live: fetched anew while the page is looked at, replaced only when they differ ----
const regions = [...document.querySelectorAll("[data-live][id]")];
if (regions.length) {
  setInterval(async () => {
    // Nothing moves under somebody who is typing or choosing there, and nothing typed is lost.
    const begun = (r) => [...r.querySelectorAll("details.fold[open] textarea, details.fold[open] input")].some((i) => i.value !== i.defaultValue);
    if (document.hidden || regions.some(begun) || regions.some((r) => r.contains(document.activeElement) && document.activeElement !== document.body)) return;
    const answer = await fetch(location.href, { headers: { "x-live": "1" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    regions.forEach((region) => {
      const next = fresh.getElementById(region.id);
      if (!next || next.innerHTML === region.innerHTML) return;
      region.replaceChildren(...next.childNodes);
      if (say && region.dataset.live) say.textContent = region.dataset.live;
    });
  }, 8000);
}
