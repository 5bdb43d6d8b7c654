import { messageOf } from './dialogue.js';
import { $, toast } from './dom.js';
import { plainText } from './draw.js';
import { WORDS } from './words.js';

const SWIPE_PX = 56;
const SLACK_PX = 9;
const LONG_PRESS_MS = 500;

/** On a touch screen a swipe to the right replies to a message, and a long press copies its text. */
export function startGestures(onReply) {
  let touched;

  function end() {
    if (!touched) return;
    clearTimeout(touched.timer);
    touched.node.style.transform = '';
    touched = undefined;
  }

  $('log').addEventListener('pointerdown', (event) => {
    const node = event.target.closest('.message');
    if (!node || event.pointerType !== 'touch' || !event.isPrimary) return;
    const message = messageOf(node.dataset.ref);
    const timer = setTimeout(() => {
      touched.copied = true;
      void copy(message);
    }, LONG_PRESS_MS);
    touched = { node, message, timer, x: event.clientX, y: event.clientY, by: 0 };
  });
  $('log').addEventListener('pointermove', ({ clientX, clientY }) => {
    if (!touched || touched.copied) return;
    touched.by = clientX - touched.x;
    if (Math.hypot(touched.by, clientY - touched.y) > SLACK_PX) clearTimeout(touched.timer);
    if (touched.by > SLACK_PX)
      touched.node.style.transform = `translateX(${Math.min(touched.by, SWIPE_PX)}px)`;
  });
  $('log').addEventListener('pointerup', () => {
    if (touched?.by >= SWIPE_PX) onReply(touched.message);
    end();
  });
  $('log').addEventListener('pointercancel', end);
  // The browser's own menu would come over the copied text.
  $('log').addEventListener('contextmenu', (event) => touched && event.preventDefault());
}

async function copy(message) {
  try {
    await navigator.clipboard.writeText(plainText(message));
    toast(WORDS.copied);
  } catch {
    toast(WORDS.notCopied);
  }
}
