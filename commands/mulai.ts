import { defineCommand } from '../src/bot/command.ts';
import { openDistrict } from '../src/features/members/opening.ts';

/** Links the group to the kecamatan that an invitation is for; where that has no camat, its holder becomes camat. */
export const mulai = defineCommand({
  name: 'mulai',
  anonymous: true,
  menu: 'none',
  offered: ({ chatKind, here }) => here === undefined || chatKind === 'private',
  keeps: true,
  always: 'anybody',
  requires: 'nothing',
  run: openDistrict,
});
