import { afterEach, beforeEach, describe } from 'vitest';
import type { Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';
import { telegramStage } from '../stages/telegram.ts';
import { whatsappStage } from '../stages/whatsapp.ts';

/** The platforms on which every conversation is held. */
const STAGES = { Telegram: telegramStage, WhatsApp: whatsappStage, Simulator: simulatorStage } as const;

/** The same conversations on every platform; each test gets a stage of its own. */
export function onEveryPlatform(
  title: string,
  tests: (stage: () => Stage) => void,
  except: readonly (keyof typeof STAGES)[] = [],
): void {
  for (const [name, make] of Object.entries(STAGES)) {
    if (except.some((each) => each === name)) continue;
    describe(`${title} (${name})`, () => {
      let stage: Stage;
      beforeEach(async () => {
        stage = await make();
      });
      afterEach(() => stage.close());
      tests(() => stage);
    });
  }
}
