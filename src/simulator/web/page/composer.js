import { post } from './api.js';
import { markUnanswered, scrollToEnd } from './chat.js';
import { $, ask, el } from './dom.js';
import { plainText } from './draw.js';
import { WORDS } from './words.js';

const KEY = 'sebagai';
const NEW = '+';
const FIRST = 'simulator:kades-2001';

let people = [];
let me = sessionStorage.getItem(KEY) ?? FIRST;
let replyTo;
let editing;
let onPersonChange = () => {};

export const selectedPerson = () => people.find(({ ref }) => ref === me);

/** Calls `changed` with the ref of the person that the page now writes as. */
export function startComposer(changed) {
  onPersonChange = changed;
  const text = $('text');
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  // On a phone the key starts a new line, because people type lists.
  text.addEventListener('keydown', (event) => {
    if (
      event.key !== 'Enter' ||
      event.shiftKey ||
      event.isComposing ||
      !matchMedia('(pointer: fine)').matches
    )
      return;
    event.preventDefault();
    void send();
  });
  text.addEventListener('input', fitHeight);
  $('who').addEventListener('change', () => {
    if ($('who').value === NEW) void addNewcomer();
    else selectPerson($('who').value);
  });
  $('note-close').addEventListener('click', () => clearNote());
  $('photo').addEventListener('change', showNote);
}

function fitHeight() {
  const { style } = $('text');
  style.height = 'auto';
  style.height = `${Math.min($('text').scrollHeight + 2, 160)}px`;
}

function selectPerson(ref) {
  me = people.some((person) => person.ref === ref)
    ? ref
    : (people.find((p) => p.ref === FIRST) ?? people[0]).ref;
  sessionStorage.setItem(KEY, me);
  $('who').value = me;
  if (editing && editing.by !== me) clearNote();
  onPersonChange(me);
}

async function addNewcomer() {
  $('join-name').value = '';
  const joined = (await ask('join')) && (await post('/api/people', { name: $('join-name').value }));
  $('who').value = me;
  if (!joined) return;
  people = [...people, { ref: joined.ref, name: $('join-name').value, group: 'strangers', role: '' }];
  showPeople(people);
  selectPerson(joined.ref);
}

/** Offers the people that the page can write as: the members, and people without a role. */
export function showPeople(all) {
  people = all;
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
  selectPerson(me);
}

export function startReply(message) {
  clearNote();
  replyTo = message;
  showNote();
}
export function startEdit(message) {
  clearNote();
  editing = message;
  $('text').value = plainText(message);
  showNote();
}
/** Prepares a reply with a command that the bot's message names. */
export function startCommand(command, message) {
  startReply(message);
  $('text').value = `${command} `;
  fitHeight();
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
    replyTo && WORDS.replyingTo(replyTo.name, plainText(replyTo).slice(0, 90)),
    photo && WORDS.withPhoto,
  ];
  $('note-text').textContent = words.filter(Boolean).join(' · ');
  $('note').hidden = !words.some(Boolean);
  fitHeight();
  $('text').focus();
}

function clearNote() {
  if (editing) $('text').value = '';
  replyTo = undefined;
  editing = undefined;
  $('photo').value = '';
  showNote();
}

async function send() {
  const text = $('text').value;
  const [photo] = $('photo').files;
  if (text.trim() === '' && !photo) return $('text').focus();
  const kept = { replyTo, editing };
  const form = new FormData();
  form.set('by', me);
  form.set('text', text);
  if (replyTo) form.set('replyTo', replyTo.ref);
  if (editing) form.set('edits', editing.ref);
  if (photo) form.set('photo', photo);
  editing = undefined;
  $('text').value = '';
  clearNote();
  if (await sendForm(form)) return;
  // It was not sent: the text and the reply go back into the composer.
  ({ replyTo, editing } = kept);
  $('text').value = text;
  showNote();
}

async function sendForm(form) {
  const said = await post('/api/say', form);
  if (!said) return false;
  scrollToEnd();
  if (said.unanswered) markUnanswered(said.ref);
  return true;
}

/** Selects a person and sends a text as them. */
export function sayAs({ ref }, text) {
  selectPerson(ref);
  const form = new FormData();
  form.set('by', ref);
  form.set('text', text);
  void sendForm(form);
}
