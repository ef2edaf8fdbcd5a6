import { Explained } from './explained.mjs';
import { words } from './words.mjs';

/** A folder that another user prepared is the one failure here that people meet. */
export function explainFolder(error, folder) {
  return ['EACCES', 'EPERM', 'EROFS'].includes(error?.code) || /readonly|unable to open/i.test(error?.message ?? '')
    ? new Explained(words.foreignFolder(folder))
    : error;
}
