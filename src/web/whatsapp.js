// Shows what has changed on the page, and leaves alone what has not: a reload would take away the focus every few seconds.
const { page, part, seconds } = document.currentScript.dataset;

async function renew() {
  const answer = await fetch(page, { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(part);
  const shown = document.querySelector(part);
  if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh);
}
setInterval(() => void renew(), seconds * 1000);
