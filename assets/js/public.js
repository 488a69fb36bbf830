// The portal's only script: shows the print, copy and share buttons where they can work.
import "./suggest.js";

const each = (name, run) => document.querySelectorAll(name).forEach(run);

each("[data-print]", (b) => {
  b.hidden = false;
  b.onclick = () => print();
});

if (navigator.clipboard) each("[data-copy]", (b) => {
  b.hidden = false;
  const said = b.lastChild.nodeValue;
  b.setAttribute("aria-live", "polite");
  b.onclick = async () => {
    const link = document.querySelector("link[rel=canonical]");
    await navigator.clipboard.writeText(link ? link.href : location.href);
    b.lastChild.nodeValue = b.dataset.done;
    setTimeout(() => (b.lastChild.nodeValue = said), 4000);
  };
});

if (navigator.share) each("[data-share]", (b) => {
  b.hidden = false;
  b.onclick = () => navigator.share({ title: document.title, url: location.href }).catch(() => {});
});
