import { follow, load, post } from './api.js';
import { clearChat, messages, scrollToEnd, showAs, showMessage, startChat } from './chat.js';
import { showClock, startClock } from './clock.js';
import {
  sayAs,
  selectedPerson,
  showPeople,
  startCommand,
  startComposer,
  startEdit,
  startReply,
} from './composer.js';
import { $, ask, defineSymbols, toast } from './dom.js';
import { showIdeas } from './ideas.js';
import { showPanel, startPanel } from './panel.js';
import { WORDS } from './words.js';

const RETRY_MS = 2000;
/** On a small screen the examples are folded once there are so many messages. */
const EXAMPLES_FOLD_AT = 3;

let view;

function showView(changed, now) {
  view = changed;
  showClock(now, view);
  showPeople(view.people);
  $('members').textContent = WORDS.members(view.people.length + 1);
  showPanel(view, selectedPerson()?.village);
  showIdeas(view.people, sayAs);
}

/** Loads the whole conversation and follows it from there. */
async function loadAndFollow() {
  const state = await load();
  clearChat();
  for (const message of state.messages) showMessage(message, false);
  showView(state.view, state.now);
  scrollToEnd();
  $('ideas').open = state.messages.length < EXAMPLES_FOLD_AT || matchMedia('(min-width: 60rem)').matches;
  $('offline').hidden = true;
  follow(state.view.world, state.seq, {
    onMessage(message) {
      showMessage(message);
      showIdeas(view.people, sayAs);
      if (messages().length === EXAMPLES_FOLD_AT && !matchMedia('(min-width: 60rem)').matches)
        $('ideas').open = false;
    },
    onView: ({ view: changed, now }) => showView(changed, now),
    onRestart: reloadUntilItWorks,
    onConnection: (good) => ($('offline').hidden = good),
  });
  return state;
}

function reloadUntilItWorks() {
  loadAndFollow().catch(() => {
    $('offline').hidden = false;
    setTimeout(reloadUntilItWorks, RETRY_MS);
  });
}

async function restart() {
  if (!(await ask('again'))) return;
  if (await post('/api/restart', {})) toast(WORDS.restarted);
}

startComposer((ref) => {
  showAs(ref);
  if (view) showPanel(view, selectedPerson()?.village);
});
$('restart').addEventListener('click', () => void restart());
const vocabulary = await load();
defineSymbols(vocabulary.symbols);
startClock(vocabulary.zone);
startPanel(vocabulary);
startChat(vocabulary, { onReply: startReply, onEdit: startEdit, onCommand: startCommand });
await loadAndFollow();
document.documentElement.dataset.ready = 'true';
