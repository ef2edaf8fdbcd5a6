import { expect, it } from 'vitest';
import type { Backup, Reason } from './backup.ts';
import { backupName, readBackupName } from './backup-name.ts';
import { kept, surplus } from './keep.ts';

const at = (hour: number, reason: Reason, mode: Backup['mode'] = 'live'): Backup => {
  const madeAt = new Date(Date.UTC(2026, 10, 20, hour));
  return { name: backupName(mode, reason, madeAt), mode, reason, madeAt, kind: 'template', bytes: 1 };
};

it('reads out of a name what was written into it', () => {
  const made = at(5, 'before-migration', 'demo');
  expect(made.name).toBe('demo-20261120-050000-before-migration');
  expect(readBackupName(made.name)).toEqual({
    name: made.name,
    mode: 'demo',
    reason: 'before-migration',
    madeAt: made.madeAt,
  });
  expect(readBackupName('../../etc/passwd')).toBeNull();
});

it('keeps the newest three of its own making, and every copy that a person made or of another mode', () => {
  const automatic = [9, 8, 7, 6, 5].map((hour) => at(hour, 'before-migration'));
  const others = [at(1, 'manual'), at(2, 'before-migration', 'demo'), at(3, 'before-restore')];
  const all = [...automatic, ...others].sort((left, right) => right.madeAt.getTime() - left.madeAt.getTime());
  expect(kept).toBe(3);
  expect(surplus(all, 'live', 'before-migration')).toEqual(automatic.slice(3));
  expect(surplus(all, 'live', 'manual')).toEqual([]);
});
