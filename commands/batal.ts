import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { addMs, msBetween } from '../src/domain/clock.ts';
import { villageOf } from '../src/domain/district.ts';
import { districtOf, type MessageRef } from '../src/domain/ids.ts';
import { mayCoordinate, mayReport } from '../src/domain/permissions.ts';
import { noteAct } from '../src/features/members/acts.ts';
import type { Report } from '../src/store/ledger.ts';
import { capital, statusName, unitName, villageLabel } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

const OWN_MS = 24 * 3_600_000;

/** Takes back what one message reported: the one whose echo is replied to, or the last of one's own within a day. */
export const batal = defineCommand({
  name: 'batal',
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  run(_words, context) {
    const { store, actor, here, prompt, message, now } = context;
    const meant = prompt?.answers ?? (message.quotes && !prompt ? message.quotes.ref : undefined);
    const together = meant ? [meant, ...(prompt?.context.answersToo ?? [])] : [];
    const rows = meant ? together.flatMap((each) => store.ledger.ofMessage(each)) : lastOwn(context);
    if (rows.length === 0) {
      const reversed = meant !== undefined && store.ledger.recordedBy(meant);
      return { answer: { text: say(reversed ? 'undo-already' : 'undo-nothing') } };
    }
    // The group was of another kecamatan then: what its people say now is no word on that one's villages.
    if (rows.some(({ village }) => districtOf(village) !== here.area.code))
      return { answer: { text: say('not-this-kecamatan') } };
    const own = rows.every(
      (row) =>
        row.person === actor.person &&
        msBetween(row.recordedAt, now) <= OWN_MS &&
        mayReport(actor, row.village),
    );
    if (!own && !mayCoordinate(actor, here.area.code)) return { answer: { text: say('undo-denied') } };
    if (!own) noteReversal(context, rows);
    return undo(context, [...new Set(rows.map((row) => row.message))]);
  },
});

function noteReversal(context: DistrictContext, rows: readonly Report[]): void {
  for (const village of new Set(rows.map((row) => row.village))) {
    const units = rows.filter((row) => row.village === village).map(({ unit }) => unit);
    noteAct(context, 'reversed', village, units.join());
  }
}

function lastOwn({ store, actor, here, now }: DistrictContext): readonly Report[] {
  const last =
    actor.person === undefined
      ? undefined
      : store.ledger.lastOf(actor.person, here.area.code, addMs(now, -OWN_MS));
  return last ? store.ledger.ofMessage(last.message) : [];
}

function undo({ store, here, now }: DistrictContext, messages: readonly MessageRef[]): Reply {
  const reversed = messages.flatMap((message) => store.ledger.reverse(message, now));
  const rows = [...new Map(reversed.map((row) => [`${row.village} ${row.unit}`, row])).values()];
  const villages = [...new Set(rows.map((row) => row.village))].flatMap(
    (code) => villageOf(here, code) ?? [],
  );
  const text = villages.flatMap((village) => [
    say('undo-head', { village: villageLabel(village) }),
    ...rows
      .filter((row) => row.village === village.code)
      .map((row) => {
        const unit = capital(unitName(row.unit));
        const status = store.ledger.current(row.village, row.unit)?.status;
        if (!status) return say('undo-row-none', { unit });
        return say(status === row.status ? 'undo-row-same' : 'undo-row', {
          unit,
          status: statusName(status),
        });
      }),
  ]);
  return { answer: { text: lines(...text) } };
}
