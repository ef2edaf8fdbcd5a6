import { expect, it } from 'vitest';
import { describeFailure } from '#/server/trpc/failures.ts';

/** Groups of digits stand apart by a space that does not break. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('says in both languages what is there and what is needed, exactly, however large', () => {
  const failure = {
    code: 'ledger_insufficient',
    params: { asset: 'points', have: '12.50', need: '9007199254740993.00' },
  } as const;
  expect(plain(describeFailure(failure, 'ru', 'r1'))).toBe(
    'Недостаточно баллов: есть 12,5, нужно 9 007 199 254 740 993. Ничего не списано.',
  );
  expect(describeFailure(failure, 'en', 'r1')).toBe(
    'Not enough points: 12.5 there, 9,007,199,254,740,993 needed. Nothing was charged.',
  );
});

it('names how a hold ended', () => {
  const failure = { code: 'ledger_hold_ended', params: { hold: 'check:17', state: 'voided' } } as const;
  expect(describeFailure(failure, 'ru', 'r1')).toBe('Резерв check:17 уже снят. Второй раз ничего не списано.');
  expect(describeFailure(failure, 'en', 'r1')).toBe(
    'Hold check:17 is already released. Nothing was charged a second time.',
  );
});
