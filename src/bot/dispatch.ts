import { createHash } from 'node:crypto';
import type { Acknowledgement, IncomingMessage, PlatformEvent, Rights } from '../adapters/adapter.ts';
import { area } from '../domain/areas.ts';
import { msBetween } from '../domain/clock.ts';
import type { DistrictScope } from '../domain/district.ts';
import type { ChatRef, Instant, MessageRef, OutboxId } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import { ownDistricts } from '../domain/permissions.ts';
import { checklistWords } from '../domain/report-command.ts';
import { spend } from '../features/members/invitations.ts';
import { readEdit, readSealedEdit } from '../features/reports/edit.ts';
import { REPORT_MAX_AGE_MS, readReport } from '../features/reports/free-text.ts';
import { hint } from '../features/reports/hint.ts';
import { reportWriter } from '../features/reports/record.ts';
import type { Log } from '../log.ts';
import type { Outgoing, Posted, Priority } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { sayAnonymous } from '../text/anonymous.ts';
import { keepLetters } from '../text/choice-letters.ts';
import type { Content } from '../text/content.ts';
import { literal, plain } from '../text/markup.ts';
import { kecamatan } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import { closingOf, isClosed, openAbout, overtakenBy, withoutUnaskedYes } from './asked.ts';
import { type Budget, type Budgets, createBudgets } from './budget.ts';
import { choiceNamed, isBareAnswer, mayBePlace } from './choosing.ts';
import type { Command, Reply } from './command.ts';
import type { MessageContext, Settings } from './context.ts';
import { withNames } from './names.ts';
import { recallQuestion } from './pending-question.ts';
import { findScope } from './scope.ts';
import { nearestName, type TypedCommand, typedCommand } from './typed-command.ts';

export interface Dispatcher {
  /** Deals with one event inside an open transaction: all that it changes and answers is written when that commits. */
  handle(tx: Tx, event: PlatformEvent, now: Instant): Acknowledgement;
  /** Notes an event that cannot be dealt with, so that it is not offered for ever, and says so to whoever waits. */
  giveUp(tx: Tx, event: PlatformEvent, now: Instant): Acknowledgement;
  /** Queues a message, cut to its platform's limits. */
  post(tx: Tx, message: Outgoing, now: Instant): OutboxId;
}

export function createDispatcher(
  commands: readonly Command[],
  settings: Settings,
  split: (to: ChatRef, content: Content) => readonly Content[],
  log: Log,
  /** Whether a chat shares a rate with others, of which nobody may take too much. */
  isLimited: (chat: ChatRef) => boolean = () => false,
): Dispatcher {
  const byName = new Map(
    commands.flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => [name, command])),
  );
  const shownNames = commands.flatMap(({ name, menu }) => (menu === 'none' ? [] : [name]));
  const parts: Parts = { byName, shownNames, settings, split, log, isLimited, budgets: createBudgets() };
  return {
    handle: (tx, event, now) => dispatchIn(tx, parts).handle(event, now),
    giveUp: (tx, event, now) => dispatchIn(tx, parts).giveUp(event, now),
    post: (tx, message, now) => dispatchIn(tx, parts).post(message, now),
  };
}

/** What lasts longer than a transaction. */
interface Parts {
  readonly byName: ReadonlyMap<string, Command>;
  readonly shownNames: readonly string[];
  readonly settings: Settings;
  readonly split: (to: ChatRef, content: Content) => readonly Content[];
  readonly log: Log;
  readonly isLimited: (chat: ChatRef) => boolean;
  readonly budgets: Budgets;
}

function dispatchIn(tx: Tx, { byName, shownNames, settings, split, log, isLimited, budgets }: Parts) {
  function post(message: Outgoing, now: Instant): OutboxId {
    const earlier = message.edits && tx.outbox.latestForm(message.edits);
    const content = earlier ? keepLetters(message.content, earlier.content) : message.content;
    const [first = content, ...more] = split(message.to, content);
    const id = tx.outbox.add({ ...message, content: { ...first, ...letters(content) } }, now);
    return more.reduce((_, content) => tx.outbox.add({ ...message, content, edits: undefined }, now), id);
  }

  function handle(received: PlatformEvent, now: Instant): Acknowledgement {
    if (tx.inbox.seen(received.ref)) return received.kind === 'message' ? correctable(received) : {};
    const event = withNames(received);
    switch (event.kind) {
      case 'message':
        return handleMessage(event, now);
      case 'added':
        tx.inbox.take(event.ref, now);
        tx.chats.seen(event.chat, 'group', event.chatTitle);
        tx.chats.sees(event.chat, event.seesAll);
        post({ to: event.chat, content: { text: greeting(tx, event.chat, event.seesAll) } }, now);
        return {};
      case 'rights':
        tx.inbox.take(event.ref, now);
        tellOfSight(event, now);
        return {};
      case 'removed':
        tx.inbox.take(event.ref, now);
        tx.chats.pause(event.chat);
        return {};
      case 'migrated':
        tx.inbox.take(event.ref, now);
        tx.chats.move(event.from, event.to);
        tx.chats.resume(event.to);
        return {};
      case 'same-person':
        tx.people.link(event.refs);
        return {};
    }
  }

  /** An admin is given every message: said when that begins, and when it ends. */
  function tellOfSight({ chat: ref, chatTitle, seesAll }: Rights, now: Instant): void {
    const before = tx.chats.get(ref);
    tx.chats.seen(ref, 'group', chatTitle);
    tx.chats.sees(ref, seesAll);
    if (!before || before.seesAll === seesAll) return;
    const text = say(seesAll ? 'sees-all-now' : 'sees-less-now');
    post({ to: ref, thread: before.thread ?? undefined, content: { text } }, now);
  }

  function handleMessage(message: IncomingMessage, now: Instant): Acknowledgement {
    if (msBetween(message.sentAt, now) > REPORT_MAX_AGE_MS) {
      log.info({ ref: message.ref }, 'older than 14 days, left alone');
      return {};
    }
    const words = digest(message.text);
    const before = message.edits && tx.inbox.digest(message.edits);
    // A picture was replaced, a link got its preview: the words are what they were.
    if (before === words) return {};
    const recalled = recallQuestion(tx, message);
    const context = meet(recalled.answers ? { ...message, ...recalled.answers } : message, now);
    const replied = within(budgetOf(context), context, () =>
      recalled.late ? askAgain(recalled.late, context) : answer(context),
    );
    const reply = spendCodes(message, replied, now);
    // An edit stands for the message that it changed: should that one come later, it is not read.
    if (Object.keys(reply).length > 0 || before !== undefined) {
      tx.inbox.record(message.edits ?? message.ref, now, words);
      if (message.edits) tx.inbox.take(message.ref, now);
    }
    deliver(context, reply);
    return {
      ...(Object.keys(reply).length > 0 && correctable(message)),
      ...(reply.toast && message.pressedOn && { toast: reply.toast }),
      ...(reply.alert && { alert: reply.alert }),
      ...(context.actor.roles.length === 0 && { toStranger: true as const }),
    };
  }

  /** A code that was written in a group is everybody's: whatever came of it, it is used up, and the answer says so. */
  function spendCodes(message: IncomingMessage, reply: Reply, now: Instant): Reply {
    if (message.chatKind === 'private' || message.pressedOn) return reply;
    const spent = spend(tx, message.text, now);
    if (!spent) return reply;
    const why = say(spent.further ? 'code-spent-further' : 'code-spent');
    return { ...reply, answer: { ...reply.answer, text: lines(reply.answer?.text, why) } };
  }

  /** What was dealt with may be corrected by whoever is known here; not by who has just asked to be forgotten. */
  function correctable({ sender, edits, pressedOn }: IncomingMessage): Acknowledgement {
    const known = sender !== 'anonymous' && tx.people.find(sender.refs) !== undefined;
    return known && !edits && !pressedOn ? { correctable: true } : {};
  }

  function budgetOf({ actor, message, now }: MessageContext): Budget | undefined {
    return isLimited(message.chat) ? budgets.of(actor, message.chat, message.chatKind, now) : undefined;
  }

  /**
   * What is said to somebody within a budget. Over it nothing is looked up, and people without a role get no answer. Reports of
   * people with a role are recorded always, and what has to be asked is asked.
   */
  function within(budget: Budget | undefined, context: MessageContext, work: () => Reply): Reply {
    if (!budget?.isSpent()) {
      const reply = work();
      if (reply.answer || reply.alert) budget?.take();
      return reply;
    }
    const { actor, message } = context;
    const command = commandOf(context);
    const expected = command !== undefined || message.addressed;
    if (actor.roles.length > 0 ? command?.found?.lookup : expected) return tellOnce(budget, context);
    const reply = work();
    const { answer: said, followUps = [], ...rest } = reply;
    if (!said || said.choices || reply.awaitsAnswer) return reply;
    const elsewhere = followUps.filter(({ to, content }) => to !== message.chat || content.choices);
    return { ...rest, ...tellOnce(budget, context), followUps: elsewhere };
  }

  /** Says that it is too much, once until the budget is full again; after that there is silence. */
  function tellOnce(budget: Budget, { message, now }: MessageContext): Reply {
    if (!budget.tell()) return {};
    log.warn({ chat: message.chat, event: message.ref }, 'somebody writes faster than their budget allows');
    tx.deadLetters.add('flood', now);
    const text = say('budget-spent');
    return message.pressedOn ? { alert: plain(text) } : { answer: { text } };
  }

  /** Who speaks, where, and about what. A reply that names a button of ours is that button, pressed. */
  function meet(received: IncomingMessage, now: Instant): MessageContext {
    const referred = received.pressedOn ?? received.quotes?.ref;
    const prompt = referred && tx.outbox.bySent(referred);
    const named =
      received.pressedOn || received.forwarded
        ? undefined
        : choiceNamed(prompt, received.text, received.quotes?.text);
    const stale = named === 'stale';
    const choice = stale ? undefined : named;
    const message = choice ? { ...received, text: choice.command, pressedOn: referred! } : received;
    const { sender } = message;
    const chat = tx.chats.get(message.chat);
    if (chat && message.chatTitle && chat.title !== message.chatTitle)
      tx.chats.seen(chat.ref, chat.kind, message.chatTitle);
    if (chat && !chat.active) tx.chats.resume(chat.ref);
    const thread = message.thread ?? null;
    if (chat && chat.lastThread !== thread) tx.chats.spokenIn(chat.ref, thread);
    const person = sender === 'anonymous' ? undefined : tx.people.find(sender.refs);
    const actor: Actor = {
      account: sender === 'anonymous' ? undefined : sender,
      person,
      roles: person === undefined ? [] : tx.people.roles(person),
    };
    const district =
      chat?.district ?? (message.chatKind === 'private' ? privateDistrict(message, actor, prompt) : null);
    const here = findScope(tx, district);
    const reports = reportWriter(tx.ledger);
    return {
      tx,
      reports,
      settings,
      actor,
      message,
      typed: choice !== undefined,
      stale,
      now,
      chat,
      prompt,
      here,
    };
  }

  /** In a private chat: the kecamatan that the words name by its code, that the prompt is about, or the only one. */
  function privateDistrict(message: IncomingMessage, actor: Actor, prompt: Posted | undefined) {
    const districts = ownDistricts(actor);
    const named = districts.find((code) => message.text.includes(code));
    const asked = districts.find((code) => code === prompt?.context.district);
    return named ?? asked ?? (districts.length === 1 ? districts[0] : undefined);
  }

  function answer(context: MessageContext): Reply {
    const { message, actor, prompt } = context;
    const { text } = message;
    if ((message.pressedOn || context.stale) && prompt?.asks && !actor.account?.refs.includes(prompt.asks))
      return { alert: plain(say('not-for-you')) };
    if (message.forwarded) return passedOn(context, text);
    if (prompt && answersClosed(prompt, context)) {
      const why = say('question-closed');
      return message.pressedOn && !context.typed ? { alert: plain(why) } : { answer: { text: why } };
    }
    if (prompt && context.stale) return askAfresh(prompt, context);
    if (prompt && !message.pressedOn && mayBePlace(prompt, text)) return askAgain(prompt, context);
    const command = commandOf(context);
    if (!command) return message.pressedOn ? { alert: plain(say('button-old')) } : understand(context, text);
    if (command.found) return run(command.found, command.words, context);
    return message.pressedOn ? { alert: plain(say('button-old')) } : unknown(command, context);
  }

  /** A command that is none: one slip away from one, it is offered; a group may have other bots with commands of their own. */
  function unknown({ name, words }: TypedCommand, { message, prompt, here }: MessageContext): Reply {
    const toUs = message.chatKind === 'private' || message.named || prompt !== undefined;
    const meant = toUs || here ? nearestName(name, shownNames, toUs) : undefined;
    if (!meant) return toUs ? { answer: { text: say('unknown-command') } } : {};
    const command = literal(`/${meant}`);
    const choices = [
      { label: plain(say('yes-command', { command })), command: `/${meant}` },
      { label: plain(say('no')), command: '/tetap' },
    ];
    return {
      answer: { text: say('command-near', { command }), choices },
      senderOnly: true,
      context: { words },
    };
  }

  /** What somebody else said is no command and no choice; a report in it is asked about. */
  function passedOn(context: MessageContext, text: string): Reply {
    const command = byName.get(typedCommand(text, false)?.name ?? '');
    return command && command.name !== 'lapor'
      ? { answer: { text: say('forwarded-command') } }
      : understand(context, text);
  }

  /** Whether it answers a question that was answered before, or overtaken by a newer one. */
  const answersClosed = (prompt: Posted, { message, stale }: MessageContext): boolean =>
    message.pressedOn
      ? isClosed(tx, prompt)
      : prompt.context.closed === true && (stale === true || isBareAnswer(message.text));
  /** The command that a message is; `found` where there is one of that name. */
  function commandOf({ message }: MessageContext) {
    const typed = typedCommand(message.text, message.addressed && !message.pressedOn);
    return typed && { ...typed, found: byName.get(typed.name) };
  }

  /** A question anew, to which it is not sure what is the answer: a checklist as it stands now. */
  function askAgain({ content, context: about, asks }: Posted, context: MessageContext): Reply {
    if (about.checklist && about.about)
      return run(byName.get('lapor')!, checklistWords(about.about, about.picked), context);
    return {
      ...(content && { answer: content }),
      context: about,
      awaitsAnswer: true,
      ...(asks && { senderOnly: true }),
    };
  }

  /** What the reply chose is no longer what its message says: nothing is done, and whoever may choose sees what there is now. */
  function askAfresh(prompt: Posted, context: MessageContext): Reply {
    const again = prompt.context.requests
      ? run(byName.get('setujui')!, '', context)
      : askAgain(prompt, context);
    const { answer: content } = again;
    if (!content?.choices) return { answer: { text: say('choice-gone') } };
    return { ...again, answer: { ...content, text: lines(say('choice-stale'), content.text) } };
  }

  function run(command: Command, typed: string, context: MessageContext): Reply {
    const { here, actor, message } = context;
    const words = typed.replace(/(?<![.!])[.!]+$/, '');
    if (message.sender === 'anonymous' && !command.anonymous)
      return { answer: { text: sayAnonymous(message) } };
    if (command.requires === 'nothing')
      return command.run(withoutUnaskedYes(command, words, message, context.prompt), context);
    if (!here) return withoutDistrict(command, words, context);
    if (!command.authorize(actor, here)) {
      const text = say('decide-denied');
      return message.pressedOn ? { alert: plain(text) } : { answer: { text } };
    }
    const { code } = here.area;
    const rest = words === code || words.startsWith(`${code} `) ? words.slice(code.length).trim() : words;
    const kept = message.pressedOn && rest === '' ? context.prompt?.context.words : undefined;
    return command.run(withoutUnaskedYes(command, kept ?? rest, message, context.prompt), {
      ...context,
      here,
    });
  }

  /** Asks which kecamatan; what was said is kept with the question, because a button holds no more than a code. */
  function withoutDistrict(command: Command, words: string, { message, actor }: MessageContext): Reply {
    if (message.chatKind === 'group') return { answer: { text: say('help-not-linked') } };
    const districts = ownDistricts(actor).flatMap((code) => findScope(tx, code) ?? []);
    if (districts.length === 0) return { answer: { text: say('help-private-stranger') } };
    const choices = districts.map(({ area: { name, code } }) => ({
      label: plain(kecamatan({ name })),
      command: `/${command.name} ${code}`,
    }));
    return { answer: { text: say('which-kecamatan'), choices }, context: { words } };
  }

  /** Words that are no command: a report, or something to be silent about. */
  function understand(context: MessageContext, text: string): Reply {
    const { message, here, actor } = context;
    if (message.album && message.addressed) {
      // The photos of an album are one message: what was said with one of them was said with all.
      const album = `${message.chat}:album:${message.album}` as MessageRef;
      if (!tx.inbox.take(album, context.now) && text === '') return {};
    }
    if (here) return readHere({ ...context, here }, text);
    if (!message.addressed) return {};
    if (message.chatKind === 'group') return { answer: { text: say('help-not-linked') } };
    const kept = ownDistricts(actor).length > 0 && !message.forwarded ? text : '';
    return withoutDistrict(byName.get('lapor')!, kept, context);
  }

  function readHere(context: MessageContext & { here: DistrictScope }, text: string): Reply {
    const { message } = context;
    if (message.edits && message.unreadable) return readSealedEdit(context, message.edits);
    // A place that is shared for a while is told anew, as an edit, whenever it changes.
    if (text.trim() === '') return message.addressed && message.media && !message.edits ? hint(context) : {};
    return message.edits ? readEdit(context, text, message.edits) : readReport(context, text);
  }

  function deliver(context: MessageContext, reply: Reply): void {
    const { message, actor, typed, chat, here, now, prompt } = context;
    const { answer: content, followUps: also = [] } = reply;
    const inGroup = message.chatKind === 'group';
    const district = !inGroup && here ? { district: here.area.code } : {};
    const pressed = message.pressedOn && !typed;
    const said = message.edits ?? message.ref;
    const answered = message.pressedOn && !reply.alert ? (prompt?.context.topics ?? []) : [];
    closeQuestions(reply, message, answered, prompt, now);
    const priority = priorityOf(context);
    if (content && content.text !== '') {
      const asked = reply.awaitsAnswer && content.choices ? [`said ${said}`] : [];
      const topics = reply.context?.topics ?? asked;
      overtake(topics, content, now);
      const id = post(
        {
          to: message.chat,
          thread: message.thread,
          content,
          priority: reply.edits && pressed ? 'report' : priority,
          context: { ...reply.context, ...district, ...(topics.length > 0 && { topics }) },
          asks: reply.senderOnly && actor.account?.refs[0],
          sender: actor.account?.refs[0],
          answers: message.edits ?? message.ref,
          quotes: inGroup && !pressed ? message.ref : undefined,
          edits: reply.edits && pressed && prompt ? message.pressedOn : undefined,
        },
        now,
      );
      for (const topic of topics) tx.questions.ask(topic, id, said);
      if ((content.choices || reply.awaitsAnswer) && actor.account && !pressed)
        tx.pendingQuestions.put(actor.account.refs[0], message.chat, id, now);
    }
    for (const { context: about, awaitsAnswer: question, ...more } of also) {
      const thread =
        more.to === message.chat ? (message.thread ?? chat?.thread) : tx.chats.get(more.to)?.thread;
      const topics = about?.topics ?? [];
      overtake(topics, more.content, now);
      const id = post(
        {
          ...more,
          priority: about?.requests ? 'stranger' : priority,
          context: { ...about, ...district },
          thread: thread ?? undefined,
        },
        now,
      );
      for (const topic of topics) tx.questions.ask(topic, id, said);
      if (question && actor.account && !pressed)
        tx.pendingQuestions.put(actor.account.refs[0], message.chat, id, now);
    }
  }

  /** Closes the questions that this one takes the place of. */
  function overtake(topics: readonly string[], { choices = [] }: Content, now: Instant): void {
    close(overtakenBy(tx, topics, choices), now);
  }

  /** Closes what was answered, and what an earlier wording of the message had made the bot ask. */
  function closeQuestions(
    reply: Reply,
    { edits }: IncomingMessage,
    answered: readonly string[],
    prompt: Posted | undefined,
    now: Instant,
  ): void {
    const earlier = edits && Object.keys(reply).length > 0 ? tx.questions.askedBy(edits) : [];
    const open = [...openAbout(tx, answered), ...earlier];
    for (const id of new Set(open)) {
      // The one that is answered shows the answer.
      if (prompt && tx.outbox.get(id)?.sentRef === prompt.sentRef) tx.questions.close(id);
      else close([id], now);
    }
  }

  function close(ids: readonly OutboxId[], now: Instant): void {
    for (const id of ids) {
      const closing = closingOf(tx, id);
      if (closing) post(closing, now);
    }
  }

  function priorityOf(context: MessageContext): Priority {
    if (context.actor.roles.length === 0) return 'stranger';
    return commandOf(context)?.found?.lookup ? 'lookup' : 'report';
  }

  function giveUp(event: PlatformEvent, now: Instant): Acknowledgement {
    if (!tx.inbox.take(event.ref, now) || event.kind !== 'message' || !event.addressed) return {};
    if (event.pressedOn) return { alert: plain(say('fault')) };
    const sender = event.sender === 'anonymous' ? undefined : event.sender.refs[0];
    const content = { text: say('fault') };
    post({ to: event.chat, thread: event.thread, content, sender, quotes: event.ref }, now);
    return {};
  }

  return { handle, giveUp, post };
}

/** What a message remembers of its letters goes with its first piece, the one that is edited. */
const letters = ({ letters }: Content) => (letters === undefined ? {} : { letters });

/** Tells texts apart, and shows none of them. */
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** What the bot is and the next step; after a return, that its link still holds. */
function greeting(tx: Tx, ref: IncomingMessage['chat'], seesAll: boolean) {
  const linked = tx.chats.get(ref)?.district;
  const found = linked && area(linked);
  const sight = say(seesAll ? 'added-all' : 'added-privacy');
  if (found) return lines(say('added-back', { district: kecamatan(found) }), sight);
  return lines(say('added'), say('added-next'), sight);
}
