import { follow, load, post } from './api.js';
import { currentChat, currentGroup, isPrivate, showChats, startChats, startReading } from './chats.js';
import { drawSteps, setClock, startClock } from './clock.js';
import { startCommands } from './commands.js';
import {
  sayAs,
  selectedPerson,
  selectedRef,
  setText,
  showDraft,
  showPeople,
  startCommand,
  startComposer,
  startEdit,
  startReply,
  takeBack,
} from './composer.js';
import { messagesOf } from './dialogue.js';
import { $, ask, defineSymbols, hideToast, isWide, toast } from './dom.js';
import { forward } from './forward.js';
import { startGestures } from './gestures.js';
import { foldIdeas, showIdeas, startIdeas } from './ideas.js';
import { drawLog, goTo, loadMessages, markUnanswered, scrollToEnd, showMessage, startLog } from './log.js';
import { startLogKeys } from './log-keys.js';
import { showPanel, startPanel } from './panel.js';
import { sendAll, startQueue } from './queue.js';
import { endSearch, startSearch } from './search.js';
import { openWhy } from './why.js';
import { WORDS } from './words.js';

const RETRY_MS = 2000;
/** On a small screen the examples are folded once there are so many messages. */
const EXAMPLES_FOLD_AT = 3;

let view;

/** The area that is shown beside the chat: the group's, or in a private chat that of the person or the one which holds it. */
function shownArea() {
  const code = currentGroup()?.area ?? currentGroup()?.home ?? selectedPerson()?.home;
  const { areas } = view;
  return (
    areas.find((area) => area.code === code) ?? areas.find((area) => code?.startsWith(area.code)) ?? areas[0]
  );
}

function showView() {
  showChats(view, selectedRef());
  showPeople(view.people);
  showChats(view, selectedRef());
  drawSteps(shownArea().steps);
  showPanel(shownArea(), selectedPerson()?.village);
  showPageIdeas();
}

const showPageIdeas = () =>
  showIdeas(
    view.people.filter(({ home }) => home === currentGroup()?.home),
    selectedPerson(),
    sayAs,
  );

/** Shows another chat, or the same one as another person. */
function showChat() {
  if (!view) return;
  endSearch();
  showView();
  drawLog(selectedRef());
  showDraft();
  showIdeasWhereRoomy();
}

/** Unfolds the ideas in a chat that has just begun, unless they leave too little of it. */
function showIdeasWhereRoomy() {
  foldIdeas(messagesOf(currentChat()).length < EXAMPLES_FOLD_AT || isWide());
  foldWhereTooLong();
}

/** Folds the ideas where the page is longer than the screen. */
function foldWhereTooLong() {
  if (document.documentElement.scrollHeight > innerHeight) foldIdeas(false);
}

/** Loads all conversations and follows them from there. */
async function loadAndFollow(state) {
  ({ view } = state);
  setClock(state.now);
  loadMessages(view.world, state.messages);
  showChats(view, selectedRef());
  startReading(view.world);
  showChat();
  $('offline').hidden = true;
  follow(view.world, state.seq, {
    onMessage(message) {
      showMessage(message);
      showPageIdeas();
      if (messagesOf(currentChat()).length === EXAMPLES_FOLD_AT && !isWide()) foldIdeas(false);
    },
    onView(changed) {
      ({ view } = changed);
      setClock(changed.now);
      showView();
    },
    onRestart: reloadUntilItWorks,
    onConnection(good) {
      $('offline').hidden = good;
      if (good) void sendAll();
    },
  });
}

function reloadUntilItWorks() {
  load()
    .then(loadAndFollow)
    .catch(() => {
      $('offline').hidden = false;
      setTimeout(reloadUntilItWorks, RETRY_MS);
    });
}

async function restart(question, body, done) {
  if (!(await ask(question))) return;
  if (body.fortnight) toast(WORDS.filling);
  if (await post('/api/restart', body)) toast(done);
}

function onSent({ ref, unanswered }) {
  $('jump').hidden = true;
  scrollToEnd();
  if (unanswered) markUnanswered(ref);
}

addEventListener('resize', foldWhereTooLong);
for (const deed of ['pointerdown', 'keydown']) addEventListener(deed, hideToast, { capture: true });
startChats(showChat);
startComposer(() => {
  if (!view) return;
  if (isPrivate()) showChat();
  else {
    showView();
    drawLog(selectedRef());
  }
}, onSent);
startQueue(onSent, takeBack);
$('restart').addEventListener('click', () => void restart('again', {}, WORDS.restarted));
$('fill').addEventListener('click', () => void restart('fortnight', { fortnight: true }, WORDS.filled));
const state = await load();
defineSymbols(state.symbols);
startClock(state.zone, goTo);
startPanel(state);
startCommands(state.commands, () => view.menus[selectedPerson()?.menu[currentChat()]] ?? [], setText);
startIdeas();
startSearch();
startLogKeys();
startGestures(startReply);
startLog(state, {
  onReply: startReply,
  onForward: (message) => void forward(message, selectedPerson()),
  onEdit: startEdit,
  onCommand: startCommand,
  onWhy: openWhy,
});
await loadAndFollow(state);
document.documentElement.dataset.ready = 'true';
