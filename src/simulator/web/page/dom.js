const SVG = 'http://www.w3.org/2000/svg';

export const $ = (id) => document.getElementById(id);

/** Whether the list of chats and the recap stand beside the conversation, which base.css decides. */
export const isWide = () => getComputedStyle($('chats')).position === 'static';

/** Calls `changed` now and whenever the page may have become wide or narrow. */
export const onLayout = (changed) => new ResizeObserver(changed).observe($('chats'));

/** An element; strings become text, never markup. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== false));
  return node;
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Adds the symbols of the statuses, as the recap picture draws them, to the page. */
export function defineSymbols(symbols) {
  $('symbols').replaceChildren(
    ...Object.entries(symbols).map(([state, strokes]) =>
      svg(
        'symbol',
        { id: `symbol-${state}`, viewBox: '0 0 24 24' },
        ...strokes.map(({ points, closed, filled }) =>
          svg(closed ? 'polygon' : 'polyline', {
            points: points.join(' '),
            fill: filled ? 'currentColor' : 'none',
            stroke: 'currentColor',
            'stroke-width': 2.8,
            'stroke-linecap': 'round',
            'stroke-linejoin': 'round',
          }),
        ),
      ),
    ),
  );
}

/** The tile of a status, with a shape, a colour, and a name for screen readers unless the text beside it names it. */
export const tile = (state, name) =>
  el(
    'span',
    {
      class: `tile tile-${state}`,
      ...(name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': 'true' }),
    },
    svg('svg', { 'aria-hidden': 'true' }, svg('use', { href: `#symbol-${state}` })),
  );

const TOAST_MS = 5000;
let hidesToast;

/** Shows a short notice, until something else is done. */
export function toast(text) {
  const node = $('toast');
  node.textContent = text;
  node.classList.add('shown');
  clearTimeout(hidesToast);
  hidesToast = setTimeout(hideToast, TOAST_MS);
}

export const hideToast = () => $('toast').classList.remove('shown');

/** Opens a dialog; resolves with whether it was confirmed. */
export function ask(id) {
  const dialog = $(id);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'go'), { once: true }),
  );
}
