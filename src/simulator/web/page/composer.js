import { post } from './api.js';
import { noteUnanswered, toEnd } from './chat.js';
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
let onWho = () => {};

export const whoAmI = () => people.find(({ ref }) => ref === me);

/** `changed` is called with whom the page now speaks as. */
export function startComposer(changed) {
  onWho = changed;
  const text = $('text');
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  // On a phone the key makes a new line: lists are typed there.
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
  text.addEventListener('input', grow);
  $('who').addEventListener('change', () => {
    if ($('who').value === NEW) void newcomer();
    else become($('who').value);
  });
  $('note-close').addEventListener('click', () => clearNote());
  $('photo').addEventListener('change', showNote);
}

function grow() {
  const { style } = $('text');
  style.height = 'auto';
  style.height = `${Math.min($('text').scrollHeight + 2, 160)}px`;
}

function become(ref) {
  me = people.some((person) => person.ref === ref)
    ? ref
    : (people.find((p) => p.ref === FIRST) ?? people[0]).ref;
  sessionStorage.setItem(KEY, me);
  $('who').value = me;
  if (editing && editing.by !== me) clearNote();
  onWho(me);
}

async function newcomer() {
  $('join-name').value = '';
  const joined = (await ask('join')) && (await post('/api/people', { name: $('join-name').value }));
  $('who').value = me;
  if (!joined) return;
  people = [...people, { ref: joined.ref, name: $('join-name').value, group: 'strangers', role: '' }];
  showPeople(people);
  become(joined.ref);
}

/** Whom one can be: the members, and those who are not registered. */
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
  become(me);
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
/** A command of the bot's own message, ready to be sent as an answer to it. */
export function prepare(command, message) {
  startReply(message);
  $('text').value = `${command} `;
  grow();
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
  grow();
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
  if (await say(form)) return;
  // Nothing that was typed is lost.
  ({ replyTo, editing } = kept);
  $('text').value = text;
  showNote();
}

async function say(form) {
  const said = await post('/api/say', form);
  if (!said) return false;
  toEnd();
  if (said.unanswered) noteUnanswered(said.ref);
  return true;
}

/** Sends words as that person, whom the page then speaks as. */
export function sayAs({ ref }, text) {
  become(ref);
  const form = new FormData();
  form.set('by', ref);
  form.set('text', text);
  void say(form);
}
