import { follow, load, post } from './api.js';
import { clearChat, lookAs, messages, showMessage, startChat, toEnd } from './chat.js';
import { showClock, startClock } from './clock.js';
import { prepare, sayAs, showPeople, startComposer, startEdit, startReply, whoAmI } from './composer.js';
import { $, ask, defineSigns, toast } from './dom.js';
import { showIdeas } from './ideas.js';
import { showPanel, startPanel } from './panel.js';
import { WORDS } from './words.js';

const AGAIN_MS = 2000;
/** From here on the examples fold themselves away where there is little room. */
const LEARNT = 3;

let view;

function showView(changed, now) {
  view = changed;
  showClock(now, view);
  showPeople(view.people);
  $('members').textContent = WORDS.members(view.people.length + 1);
  showPanel(view, whoAmI()?.village);
  showIdeas(view.people, sayAs);
}

/** Takes everything from the simulator anew, and follows it from there. */
async function begin() {
  const state = await load();
  clearChat();
  for (const message of state.messages) showMessage(message, false);
  showView(state.view, state.now);
  toEnd();
  $('ideas').open = state.messages.length < LEARNT || matchMedia('(min-width: 60rem)').matches;
  $('offline').hidden = true;
  follow(state.view.world, state.seq, {
    onMessage(message) {
      showMessage(message);
      showIdeas(view.people, sayAs);
      if (messages().length === LEARNT && !matchMedia('(min-width: 60rem)').matches) $('ideas').open = false;
    },
    onView: ({ view: changed, now }) => showView(changed, now),
    onRestart: keepBeginning,
    onConnection: (good) => ($('offline').hidden = good),
  });
  return state;
}

function keepBeginning() {
  begin().catch(() => {
    $('offline').hidden = false;
    setTimeout(keepBeginning, AGAIN_MS);
  });
}

async function restart() {
  if (!(await ask('again'))) return;
  if (await post('/api/restart', {})) toast(WORDS.restarted);
}

startComposer((ref) => {
  lookAs(ref);
  if (view) showPanel(view, whoAmI()?.village);
});
$('restart').addEventListener('click', () => void restart());
const vocabulary = await load();
defineSigns(vocabulary.signs);
startClock(vocabulary.zone);
startPanel(vocabulary);
startChat(vocabulary, { onReply: startReply, onEdit: startEdit, onCommand: prepare });
await begin();
document.documentElement.dataset.ready = 'true';
