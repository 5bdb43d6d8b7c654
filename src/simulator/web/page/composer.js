import { post, send as postForm } from './api.js';
import { currentChat, currentGroup, isAbove, isIn, isPrivate } from './chats.js';
import { commandKey, isOffering } from './commands.js';
import { messageOf, messagesOf } from './dialogue.js';
import { $, ask, el, toast } from './dom.js';
import { draftOf, saveDraft } from './drafts.js';
import { plainText, withTiles } from './draw.js';
import { enqueue, formOf } from './queue.js';
import { WORDS } from './words.js';

const KEY = 'sebagai';
const NEW = '+';
const FIRST = 'simulator:kades-2001';
const TALLEST_PX = 160;

let everybody = [];
let people = [];
let me = sessionStorage.getItem(KEY) ?? FIRST;
let replyTo;
let editing;
/** Who wrote here before the page was led to a chat of others; undefined once somebody was chosen, or has written. */
let before;
let onPersonChange = () => {};
let onSent = () => {};

export const selectedPerson = () => people.find(({ ref }) => ref === me);
export const selectedRef = () => me;

/** `changed()`: the page now writes as somebody else; `sent(answer)`: a message with a photo has arrived. */
export function startComposer(changed, sent) {
  onPersonChange = changed;
  onSent = sent;
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void sendMessage();
  });
  $('text').addEventListener('keydown', onKey);
  $('text').addEventListener('input', () => {
    // Who empties an edit begins something else: it must not overwrite the old message.
    if (editing && $('text').value === '') return clearNote();
    fitHeight();
    keepDraft();
  });
  $('who').addEventListener('change', () => {
    if ($('who').value === NEW) void addNewcomer();
    else selectPerson($('who').value);
  });
  $('note-close').addEventListener('click', () => clearNote());
  $('photo').addEventListener('change', () => void takePhoto());
}

function onKey(event) {
  if (event.isComposing) return;
  if (commandKey(event)) return event.preventDefault();
  if (event.key === 'Escape') return clearNote();
  if (event.key === 'ArrowUp' && $('text').value === '' && !event.shiftKey) return editLast(event);
  // On a phone the key starts a new line, because people type lists.
  if (event.key !== 'Enter' || event.shiftKey || !matchMedia('(pointer: fine)').matches) return undefined;
  event.preventDefault();
  return void sendMessage();
}

function editLast(event) {
  const own = messagesOf(currentChat()).findLast(({ by }) => by === me);
  if (!own) return;
  event.preventDefault();
  startEdit(own);
}

function fitHeight() {
  const { style } = $('text');
  style.height = 'auto';
  style.height = `${Math.min($('text').scrollHeight + 2, TALLEST_PX)}px`;
}

/** The page is about to be led to another chat, where somebody else may have to write for a while. */
export const rememberPerson = () => {
  before ??= me;
};

/** Writes as this person from now on; in a group that they are not in, as who wrote there last, or somebody of it. */
function settlePerson(ref) {
  const home = currentGroup()?.home;
  const known = [before, ref, sessionStorage.getItem(`${KEY} ${home}`)].find((each) =>
    people.some((person) => person.ref === each),
  );
  const members = people.filter((person) => person.home === home);
  const first = members.find(({ group }) => group === 'villages') ?? members[0] ?? people[0];
  if (known === before) before = undefined;
  me = known ?? people.find((person) => person.ref === FIRST)?.ref ?? first.ref;
  sessionStorage.setItem(KEY, me);
  if (home) sessionStorage.setItem(`${KEY} ${home}`, me);
  $('who').value = me;
  $('text').placeholder = isReportedIn(currentGroup()?.area) ? WORDS.typeReport : WORDS.typeMessage;
  if (editing && editing.by !== me) clearNote();
}

/** Whether people report in this chat: in a kecamatan's group, and in private those who hold nothing above it. */
const isReportedIn = (area) =>
  isPrivate() ? selectedPerson()?.group !== 'above' : Boolean(area) && !isAbove(area);

function selectPerson(ref) {
  before = undefined;
  settlePerson(ref);
  onPersonChange();
}

async function addNewcomer() {
  $('join-name').value = '';
  const joined = (await ask('join')) && (await post('/api/people', { name: $('join-name').value }));
  $('who').value = me;
  if (!joined) return;
  showPeople([...everybody, { ref: joined.ref, name: $('join-name').value, group: 'strangers', role: '' }]);
  selectPerson(joined.ref);
}

/** Offers the people that the page can write as here: the members of the group, or everybody in a private chat. */
export function showPeople(all) {
  everybody = all;
  people = isPrivate() ? all : all.filter(isIn(currentGroup()));
  const option = ({ ref, name, role }) =>
    el('option', { value: ref }, role && ref.startsWith('simulator:orang') ? `${name} · ${role}` : name);
  $('who').replaceChildren(
    ...Object.entries(WORDS.groups).map(([group, label]) =>
      el(
        'optgroup',
        { label },
        ...people.filter((person) => person.group === group).map(option),
        group === 'strangers' && el('option', { value: NEW }, WORDS.newcomer),
      ),
    ),
  );
  settlePerson(me);
}

/** Shows what was begun in the chat that is shown now. */
export function showDraft() {
  replyTo = undefined;
  editing = undefined;
  const { text, reply } = draftOf(currentChat());
  replyTo = messageOf(reply);
  $('text').value = text;
  showNote();
}

function keepDraft() {
  if (!editing) saveDraft(currentChat(), { text: $('text').value, reply: replyTo?.ref });
}

export function startReply(message) {
  clearNote();
  replyTo = message;
  keepDraft();
  showNote();
  $('text').focus();
}
export function startEdit(message) {
  clearNote();
  editing = message;
  $('text').value = plainText(message);
  showNote();
  $('text').focus();
}
/** Prepares a reply with a command that the bot's message names. */
export function startCommand(command, message) {
  startReply(message);
  setText(`${command} `);
}
/** Puts a text into the field, to be completed there. */
export function setText(text) {
  $('text').value = text;
  keepDraft();
  fitHeight();
  $('text').focus();
}

/** Takes a photo to send; a file that is no picture is refused at once. */
async function takePhoto() {
  const [photo] = $('photo').files;
  const picture = photo && (await createImageBitmap(photo).catch(() => undefined));
  if (photo && !picture) {
    $('photo').value = '';
    toast(WORDS.errors['no-photo']);
  }
  picture?.close();
  showNote();
  $('text').focus();
}

function showNote() {
  const [photo] = $('photo').files;
  const picture = $('note-photo');
  if (picture.src) URL.revokeObjectURL(picture.src);
  picture.hidden = !photo;
  if (photo) picture.src = URL.createObjectURL(photo);
  else picture.removeAttribute('src');
  const words = [
    editing && WORDS.editing,
    replyTo && WORDS.replyingTo(replyTo.name, plainText(replyTo)),
    photo && WORDS.withPhoto,
  ];
  $('note-text').replaceChildren(...withTiles(words.filter(Boolean).join(' · ')));
  $('note').hidden = !words.some(Boolean);
  fitHeight();
}

function clearNote() {
  if (editing) $('text').value = draftOf(currentChat()).text;
  replyTo = undefined;
  editing = undefined;
  $('photo').value = '';
  keepDraft();
  showNote();
}

async function sendMessage() {
  const text = $('text').value;
  const [photo] = $('photo').files;
  if (text.trim() === '' && !photo) return $('text').focus();
  before = undefined;
  const message = { by: me, chat: currentChat(), text, replyTo: replyTo?.ref, edits: editing?.ref };
  if (photo) return sendPhoto({ ...message, photo });
  empty();
  return enqueue(message);
}

function empty() {
  editing = undefined;
  $('text').value = '';
  clearNote();
}

/** A photo is not kept for later: where it cannot be sent now, it stays in the composer. */
async function sendPhoto(message) {
  const { answer, error } = await postForm('/api/say', formOf(message));
  if (!answer) return toast(WORDS.errors[error] ?? WORDS.errors.fault);
  empty();
  return onSent(answer);
}

/** Puts back what was not taken, where nothing else has been begun since. */
export function takeBack({ chat, text }) {
  if (chat === currentChat() && $('text').value === '') setText(text);
}

/** Selects a person and sends a text as them. */
export function sayAs({ ref }, text) {
  if (isOffering()) return;
  if (ref !== me) selectPerson(ref);
  before = undefined;
  enqueue({ by: ref, chat: currentChat(), text });
}
