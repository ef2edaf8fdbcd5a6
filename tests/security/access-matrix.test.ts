import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { installQueue } from '#/server/queue/install.ts';
import { type ErrorCode, httpStatusOf } from '#/server/trpc/error-table.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { type Answer, procedureMatrix } from './access-matrix.ts';
import { callProcedure, callRest, type Knocked, procedures, restRouteOf } from './knock.ts';
import { type Caller, callers, digestRows, forbiddenMarks, makeWorld, proofOf, type World } from './world.ts';

/** One connection: a transaction that asks for a second one while it holds the first would stop a busy product. */
const { deps } = await testDatabase({ poolSize: 1, env: { DEMO: '1', DATABASE_POOL_TIMEOUT: '2' } });
beforeAll(async () => {
  await installQueue(deps.pool);
  useWeb(assembleWeb(deps));
});
afterAll(() => useWeb(null));

it('has a row for every procedure, and a procedure for every row', () => {
  expect(Object.keys(procedureMatrix).sort()).toEqual(procedures.map(({ path }) => path).sort());
});

/** Of the people whom nothing may change: shared by all calls that are refused or only read. */
let calm: World;
beforeAll(async () => {
  calm = await makeWorld(deps);
});

/** Refused calls change nothing; calls that go through show nobody else's things. */
async function expectAnswer(
  caller: Caller,
  { expected, writes }: { expected: Answer; writes: boolean },
  call: (world: World) => Promise<Knocked>,
) {
  const mayChange = expected === 'ok' && writes;
  // The set-up belongs to whichever admin began it: each call finds it untouched.
  await deps.db.setting.deleteMany();
  const world = mayChange ? await makeWorld(deps) : calm;
  const before = mayChange ? null : await digestRows(deps);
  const { status, answer, text } = await call(world);
  expect({ answer, status }).toEqual({
    answer: expected,
    status: expected === 'ok' ? 200 : httpStatusOf[expected as ErrorCode],
  });
  if (before) expect(await digestRows(deps)).toEqual(before);
  for (const mark of forbiddenMarks(world, caller)) expect(text).not.toContain(mark);
}

describe.each(procedures)('$path', ({ path, type }) => {
  const row = procedureMatrix[path];
  if (!row) throw new Error(`${path} has no row in access-matrix.ts`);
  const { input, answers, writes = type === 'mutation' } = row;
  it.each(callers)('answers %s as the matrix says', async (caller) => {
    await expectAnswer(caller, { expected: answers[caller], writes }, (world) =>
      callProcedure(path, input?.(world), proofOf(world, caller)),
    );
  });

  const route = restRouteOf(path);
  if (!route) return;
  it.each(callers)(`answers %s over REST (${route.method} ${route.template})`, async (caller) => {
    // A browser's session changes nothing over REST, whoever it is.
    const isCookie = !['nobody', 'readKey', 'blocked'].includes(caller);
    const expected = isCookie && type === 'mutation' ? 'api_key_required' : answers[caller];
    await expectAnswer(caller, { expected, writes }, (world) =>
      callRest(route, input?.(world), proofOf(world, caller)),
    );
  });
});
