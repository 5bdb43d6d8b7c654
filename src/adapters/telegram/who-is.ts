import { connect } from './api.ts';
import { obstacleOf } from './errors.ts';
import { getMe } from './get-me.ts';

/** Asks Telegram once whose token this is: the bot's username, or why that is not known. Gives up after `ms`. */
export async function whoIs(
  token: string,
  apiRoot: string,
  ms: number,
): Promise<{ readonly username: string } | 'unknown-token' | 'unreached'> {
  try {
    const { username } = await getMe(connect(token, apiRoot), ms);
    return { username };
  } catch (error) {
    return obstacleOf(error) === 'token' ? 'unknown-token' : 'unreached';
  }
}
