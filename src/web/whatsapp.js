// Shows what has changed on the page, and leaves alone what has not: a reload would take away the focus every few seconds.
const { page, parts, seconds } = document.currentScript.dataset;

async function renew() {
  const answer = await fetch(page, { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll(parts);
  for (const [i, shown] of document.querySelectorAll(parts).entries())
    if (fresh[i] && fresh[i].innerHTML !== shown.innerHTML) shown.replaceWith(fresh[i]);
}
setInterval(() => void renew(), seconds * 1000);
