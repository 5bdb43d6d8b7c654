import { html } from 'hono/html';
import { CAPITAL_ZONE } from '../domain/areas.ts';
import { localDateTime } from '../domain/dates.ts';
import type { Instant } from '../domain/ids.ts';
import type { Unsent } from '../store/undelivered.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { type Html, layout, shown } from './layout.ts';
import type {
  Backups,
  Done,
  FoundArea,
  GroupRow,
  OperatorView,
  Remembered,
  State,
  Wish,
} from './operator.ts';
import { qrPicture, qrRenewal } from './whatsapp.ts';

/** How the bot fares, as one page. */
export function operatorHtml(view: OperatorView, wish: Wish, done: Done | undefined): Html {
  const { remembered } = view;
  const content = html`
    ${remembered && contents}
    ${done && html`<p role="status" class="done">${shown(say(`operator-${done}`))}</p>`}
    ${section('state', html`<ul class="states">${view.states.toSorted(worstFirst).map(state)}</ul>`)}
    ${remembered && section('messages', messages(remembered))}
    ${remembered && section('groups', groups(remembered.groups, wish))}
    ${remembered && section('invite', invitations(remembered, wish))}
    ${section('backups', backups(view.backups))}
    ${remembered && section('acts', acts(remembered.acts))}
    <footer>${plain(versions(view))}</footer>`;
  // Until a number is linked its QR appears and changes.
  const isPairing = view.states.some(({ ok, page }) => page && !ok);
  return layout(
    say('operator-title'),
    content,
    isPairing ? qrRenewal('/', `#state, #${WITHOUT_NUMBER}`) : undefined,
  );
}

/** The warning that there is no number to name in an invitation: it goes when a number is linked, while the page is open. */
const WITHOUT_NUMBER = 'without-number';

/** What stands below the state, which the page begins with. */
const PARTS = ['messages', 'groups', 'invite', 'backups', 'acts'] as const;
type Part = 'state' | (typeof PARTS)[number];

const contents = html`<nav class="parts" aria-label="${plain(say('operator-parts'))}">
  ${PARTS.map((part) => html`<a href="#${part}">${shown(say(`operator-${part}`))}</a>`)}
</nav>`;

const section = (part: Part, content: Html): Html =>
  html`<section id="${part}" aria-labelledby="${part}-head">
    <h2 id="${part}-head">${shown(say(`operator-${part}`))}</h2>
    ${content}
  </section>`;

const moment = (at: Instant, zone: string = CAPITAL_ZONE): Markup => literal(localDateTime(at, zone));

const worstFirst = (a: State, b: State): number => Number(a.ok) - Number(b.ok);

const state = ({ ok, said, caps = [], page, qr }: State): Html =>
  html`<li class="${ok ? 'good' : 'bad'}">
    <span class="mark" aria-hidden="true">${ok ? '✓' : '!'}</span>
    <div>
      <span class="hidden">${shown(say(ok ? 'operator-good' : 'operator-bad'))}</span>
      <p>${shown(said)}</p>
      ${qr && qrPicture(qr)}
      ${caps.map(({ of, cap, left }) => html`<p class="muted">${shown(say(`whatsapp-cap-${of}`, { cap, left }))}</p>`)}
      ${page && html`<p><a href="${page}">${shown(say('operator-whatsapp-page'))}</a></p>`}
    </div>
  </li>`;

function messages({ counts, unsent }: Remembered): Html {
  const { queued, sending, failed, doubtful } = counts;
  if (queued + sending + failed + doubtful === 0) return html`<p>${shown(say('operator-all-sent'))}</p>`;
  const isCut = unsent.length < queued + failed + doubtful;
  return html`<p>${shown(say('operator-counts', { queued, sending, failed, doubtful }))}</p>
    ${isCut && html`<p class="muted">${shown(say('operator-shown', { shown: unsent.length }))}</p>`}
    <ul class="rows">${unsent.map(message)}</ul>`;
}

function message({ id, title, at, scheduled, complete, ...row }: Unsent): Html {
  const to = title ?? plain(say('operator-unknown-chat'));
  const kind = say(scheduled ? 'operator-scheduled' : 'operator-answer');
  const act = (path: string, key: 'operator-resend' | 'operator-drop') =>
    html`<form method="post" action="/pesan/${id}/${path}">
      <button>${shown(say(key))}<span class="hidden">: ${to}, ${plain(moment(at))}</span></button>
    </form>`;
  return html`<li class="message">
    <div>
      <h3>${to}</h3>
      <p>${shown(why(row))}</p>
      <p class="muted">${shown(kind)} · ${plain(moment(at))}</p>
    </div>
    <div class="actions">
      ${complete ? act('kirim', 'operator-resend') : shown(say('operator-blanked'))} ${act('buang', 'operator-drop')}
    </div>
  </li>`;
}

function why({ state: how, refusal, tries }: Pick<Unsent, 'state' | 'refusal' | 'tries'>): Markup {
  if (!refusal && how === 'queued' && tries > 0) return say('operator-retried', { tries });
  if (!refusal || how === 'doubtful') return say(`operator-${how}`);
  const reason = say(`refusal-${refusal}`);
  return say(how === 'queued' ? 'operator-refused-waits' : 'operator-refused', { why: reason });
}

function groups({ count, pages, areaName, rows }: Remembered['groups'], wish: Wish): Html {
  const all = html`<p><a href="/#groups">${shown(say('operator-all-groups'))}</a></p>`;
  const text = areaName
    ? say('operator-groups-in', { count, area: literal(areaName) })
    : count > 0
      ? say('operator-groups-count', { count })
      : say('operator-groups-none');
  return html`<p>${shown(text)}</p>
    ${areaName && all}
    <ul class="rows">${rows.map(group)}</ul>
    ${pages > 1 && pager(wish, pages)}`;
}

const search = ({ search: words }: Wish): Html =>
  html`<form method="get" action="/#invite" role="search">
    <div class="actions">
      <p class="field">
        <label for="cari">${shown(say('operator-search'))}</label>
        <input id="cari" name="cari" type="search" value="${words}" maxlength="100" autocomplete="off" required />
      </p>
      <button>${shown(say('operator-search-go'))}</button>
    </div>
  </form>`;

const group = ({ areaName, title, active, leaders, lastReport, lastMessage, timeZone }: GroupRow): Html => {
  const last = (at: Instant | null) => (at ? plain(moment(at, timeZone)) : plain(say('operator-never')));
  return html`<li class="group">
    <div>
      <h3>${areaName}</h3>
      <p>${title}</p>
      ${!active && html`<p class="error">${shown(say('operator-gone'))}</p>`}
    </div>
    <dl>
      ${fact('operator-leaders', leaders.join(', ') || plain(say('operator-no-leader')))}
      ${fact('operator-last-report', last(lastReport))} ${fact('operator-last-message', last(lastMessage))}
    </dl>
  </li>`;
};

const fact = (
  key: 'operator-leaders' | 'operator-last-report' | 'operator-last-message',
  value: string,
): Html => html`<div><dt>${shown(say(key))}</dt><dd>${value}</dd></div>`;

function pager({ area, page }: Wish, pages: number): Html {
  const to = (n: number, key: 'operator-previous' | 'operator-next') =>
    html`<a class="button" href="/?${area ? `wilayah=${area}&` : ''}halaman=${n}#groups">${shown(say(key))}</a>`;
  return html`<nav class="actions" aria-label="${plain(say('operator-pages'))}">
    ${page > 1 && to(page - 1, 'operator-previous')}
    <span>${shown(say('operator-page', { page, pages }))}</span>
    ${page < pages && to(page + 1, 'operator-next')}
  </nav>`;
}

function invitations({ found, withoutNumber }: Remembered, wish: Wish): Html {
  const none = found?.length === 0 && say('operator-found-none', { words: literal(wish.search) });
  return html`<p>${shown(say('operator-invite-about'))}</p>
    <div id="${WITHOUT_NUMBER}">
      ${withoutNumber && html`<p class="warning">${shown(say(`operator-invite-${withoutNumber}`))}</p>`}
    </div>
    ${search(wish)}
    ${none && html`<p class="error">${shown(none)}</p>`}
    <ul class="rows">${found?.map(foundArea)}</ul>`;
}

function foundArea({ code, name, isHeld, roles, parts }: FoundArea): Html {
  const role =
    roles.length > 1 &&
    html`<label class="hidden" for="peran-${code}">${shown(say('operator-role'))}</label>
    <select id="peran-${code}" name="peran">
      ${roles.map((each) => html`<option value="${each.kind}">${shown(each.name)}</option>`)}
    </select>`;
  return html`<li>
    <h3>${name}</h3>
    <form method="post" action="/undangan">
      <input type="hidden" name="wilayah" value="${code}" />
      <div class="actions">
        ${role}
        ${isHeld ? html`<p>${shown(say('operator-held'))}</p>` : html`<button>${shown(say('operator-invite-one'))}<span class="hidden">: ${name}</span></button>`}
        ${parts && html`<button name="untuk" value="bagian">${shown(say('operator-invite-parts', { parts }))}<span class="hidden">: ${name}</span></button>`}
        <a class="button" href="/?wilayah=${code}#groups">${shown(say('operator-see-groups'))}<span class="hidden">: ${name}</span></a>
      </div>
    </form>
  </li>`;
}

function backups(made: Backups | undefined): Html {
  if (!made) return html`<p>${shown(say('operator-backup-server'))}</p>`;
  const folder = literal(made.folder);
  if (made.copies.length === 0) return html`<p>${shown(say('operator-backup-folder', { folder }))}</p>`;
  return html`<p>${shown(say('operator-backup-newest', { folder }))}</p>
    <ul class="muted copies">${made.copies.map((copy) => html`<li>${copy}</li>`)}</ul>`;
}

const acts = (rows: readonly Markup[]): Html =>
  rows.length === 0
    ? html`<p>${shown(say('operator-no-acts'))}</p>`
    : html`<ul class="rows">${rows.map((row) => html`<li>${plain(row)}</li>`)}</ul>`;

const versions = ({ version, schema, node, since }: OperatorView): Markup =>
  say('operator-versions', {
    version: literal(version),
    schema,
    node: literal(node),
    since: moment(since),
  });
