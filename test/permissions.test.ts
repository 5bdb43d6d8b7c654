import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import type { IncomingMessage } from '../src/adapters/adapter.ts';
import { offeredTo } from '../src/bot/standing.ts';
import type { MessageRef } from '../src/domain/ids.ts';
import type { Role } from '../src/domain/people.ts';
import { DISTRICT_ROLES, VILLAGE_ROLES } from '../src/domain/roles.ts';
import { HOLDERS, MAY, type Row, TABLE } from './permissions/table.ts';
import { act, createWorld, type Holder, OWN, PATHS, type Path, type World } from './permissions/world.ts';

const ROWS = Object.entries(TABLE).flatMap(([command, places]) =>
  Object.entries(places).flatMap(([place, rows]) =>
    (rows as readonly Row[]).map((row) => ({ command, place, row })),
  ),
);

const worlds = new Map(HOLDERS.map((holder) => [holder, createWorld(holder)]));
/** What every try begins with: a try is undone. */
const untouched = new Map([...worlds.values()].map((world) => [world, world.state()]));
afterAll(() => {
  for (const { store } of worlds.values()) store.close();
});

const UNDO = new Error('undo');

/** What comes of something that is undone again, so that the world can be used once more. */
function tried<T>({ store }: World, deed: () => T): T {
  let result: T;
  try {
    store.transaction(() => {
      result = deed();
      throw UNDO;
    });
  } catch (error) {
    if (error !== UNDO) throw error;
  }
  return result!;
}

/** Whether a row has its effect for the actor of that world. */
const takesEffect = (world: World, row: Row, path: Path, sender?: IncomingMessage['sender']): boolean =>
  tried(world, () => {
    const { words, more, answers, first, shows } = row;
    const said = typeof words === 'string' ? words : words(world);
    if (first) world.say('actor', first);
    const before = first ? world.state() : untouched.get(world);
    act(world, path, said, { ...more?.(world), ...(sender && { sender }) }, answers?.(world));
    return shows ? shows.test(world.said()) : world.state() !== before;
  });

const titleOf = ({ words, more, shows }: Row, place: string) =>
  [
    place,
    typeof words === 'string' ? words : words(worlds.get('nobody')!),
    more && 'elsewhere than in the group, or as a reply',
    shows && 'shows',
  ]
    .filter(Boolean)
    .join(', ');

describe('the table', () => {
  it('has rows for every command', () => {
    const missing = commands.map(({ name }) => name).filter((name) => !TABLE[name]);
    expect(missing, 'commands without a row in test/permissions/table.ts').toEqual([]);
  });

  it('says what every role is for', () => {
    const missing = [...DISTRICT_ROLES, ...VILLAGE_ROLES].filter((role) => !MAY[role]);
    expect(missing, 'roles that MAY in test/permissions/table.ts does not have').toEqual([]);
  });

  it('has no command that is gone', () => {
    const gone = Object.keys(TABLE).filter(
      (name) => name !== '(words)' && !commands.some((c) => c.name === name),
    );
    expect(gone).toEqual([]);
  });
});

describe.each(ROWS)('$command', ({ place, row }) => {
  describe(titleOf(row, place), () => {
    it.each(PATHS)('%s', (path) => {
      const may = HOLDERS.filter((holder) => takesEffect(worlds.get(holder)!, row, path));
      expect(may).toEqual(
        // Nobody's own words: they have no effect for anybody.
        path === 'forwarded' || row.not?.includes(path)
          ? []
          : HOLDERS.filter((holder) => row.who.includes(holder)),
      );
    });
  });
});

describe('whatever their role, nobody', () => {
  const changing = (deed: (world: World) => void) =>
    HOLDERS.filter((holder) => {
      const world = worlds.get(holder)!;
      return tried(world, () => {
        deed(world);
        return world.state() !== untouched.get(world);
      });
    });

  it('corrects by an edit what another reported', () => {
    const edit = (world: World, text: string) =>
      world.say('actor', text, {
        edits: world.reported.other,
        ref: `${world.reported.other}:e1` as MessageRef,
      });
    expect(changing((world) => edit(world, 'halo'))).toEqual([]);
    expect(changing((world) => edit(world, `/lapor ${OWN} ya`))).toEqual([]);
  });

  it("becomes camat by a further group's code, and all are by an invitation", () => {
    const camat = (world: World, code: string) =>
      tried(world, () => {
        world.say('actor', `/mulai ${code}`, world.unlinked);
        const { area } = world.store.read((tx) => tx.chats.get(world.unlinked.chat))!;
        const isActor = ({ kind, name }: Role) => kind === 'camat' && name === 'actor';
        return world.store.read((tx) => tx.people.holders(area!)).some(isActor);
      });
    const becomes = (code: (world: World) => string) =>
      HOLDERS.filter((holder) => camat(worlds.get(holder)!, code(worlds.get(holder)!)));
    expect(becomes((world) => world.furtherCode)).toEqual(['camat']);
    expect(becomes((world) => world.code)).toEqual(HOLDERS);
  });

  it('answers a question that was put to another, in words or by its button', () => {
    const question = (world: World) => world.prompt({ command: '/lepas ya', asks: 'other camat' });
    expect(changing((w) => w.say('actor', 'ya', { quotes: { ref: question(w) } }))).toEqual([]);
    expect(changing((w) => w.say('actor', '/lepas ya', { pressedOn: question(w) }))).toEqual([]);
  });

  it('presses the button of a question to somebody who is forgotten since', () => {
    const press = { pressedOn: 'telegram:-1:gone' as MessageRef };
    expect(changing((world) => world.say('actor', '/lupakan_saya ya', press))).toEqual([]);
  });
});

describe('a menu that is made for one person', () => {
  const CHATS = {
    group: () => ({}),
    above: (world: World) => world.above,
    unlinked: (world: World) => world.unlinked,
    private: (world: World) => world.privately,
  };
  type Chat = keyof typeof CHATS;

  const listed = (holder: Holder, chat: Chat): readonly string[] => {
    const { store, actor, chats } = worlds.get(holder)!;
    return store.read((tx) => offeredTo(tx, commands, actor(tx), chats[chat]).map(({ name }) => name));
  };

  /** The chat in which a row is said. */
  const chatOf = (row: Row, world: World): Chat => {
    const { chat } = row.more?.(world) ?? {};
    return (
      (Object.keys(CHATS) as Chat[]).find((name) => {
        const at = CHATS[name](world);
        return 'chat' in at && at.chat === chat;
      }) ?? 'group'
    );
  };

  /** Whether the table lets a holder use a command in a chat; what is for everybody anywhere has no rows a chat. */
  const may = (holder: Holder, name: string, chat?: Chat): boolean =>
    'anywhere' in TABLE[name]! ||
    ROWS.some(
      ({ command, row }) =>
        command === name &&
        // A code is for those who have it, also where it brings them nothing new.
        (name === 'mulai' ? row.who.length > 0 : row.who.includes(holder)) &&
        (chat === undefined || chatOf(row, worlds.get(holder)!) === chat),
    );

  /** The buttons' own command, and the same help and opening by other words, are in no menu. */
  const named = commands.map(({ name }) => name).filter((name) => name !== 'start' && name !== 'tetap');

  it.each(['group', 'above', 'unlinked'] as const)(
    'lists in the %s chat what the table lets them do',
    (chat) => {
      for (const holder of HOLDERS)
        expect([holder, ...listed(holder, chat)]).toEqual([
          holder,
          ...named.filter((name) => may(holder, name, chat)),
        ]);
    },
  );

  it('lists in a private chat what the table lets them do there, and nothing that it never does', () => {
    for (const holder of HOLDERS) {
      const menu = listed(holder, 'private');
      expect(menu).toEqual(expect.arrayContaining(named.filter((name) => may(holder, name, 'private'))));
      // In their own kecamatan the others are what their fellows are here.
      const alike = holder.replace(' elsewhere', '') as Holder;
      expect(menu.filter((name) => !may(holder, name) && !may(alike, name))).toEqual([]);
    }
  });
});

describe('an anonymous admin', () => {
  it.each(PATHS)('changes nothing and is shown nothing that a stranger is not, whatever is %s', (path) => {
    const nobody = worlds.get('nobody')!;
    const wrong = ROWS.filter(({ row }) => takesEffect(nobody, row, path, 'anonymous')).filter(
      ({ row }) => !row.shows || !row.who.includes('nobody'),
    );
    expect(wrong.map(({ row, place }) => titleOf(row, place))).toEqual([]);
  });
});
