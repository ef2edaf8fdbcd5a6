import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#/server/trpc/root.ts';
import type { ShownFailure } from '../../_ui/api/failure.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
/** What the ways in change; all of it one call at a time. */
interface Deeds {
  'registration.register': [Inputs['registration']['register'], Outputs['registration']['register']];
  'setup.createAdmin': [Inputs['setup']['createAdmin'], Outputs['setup']['createAdmin']];
  'setup.resetAdmin': [Inputs['setup']['resetAdmin'], Outputs['setup']['resetAdmin']];
  'setup.saveBotToken': [Inputs['setup']['saveBotToken'], Outputs['setup']['saveBotToken']];
  'setup.confirmAddress': [undefined, Outputs['setup']['confirmAddress']];
  'setup.skipBot': [undefined, Outputs['setup']['skipBot']];
  'setup.finish': [undefined, Outputs['setup']['finish']];
}
export type CallOutcome<Value> = { ok: true; value: Value } | { ok: false; failure: ShownFailure };

/** A mutation over tRPC's plain HTTP, without its client: these pages are the first that a phone loads (20 kB less). */
export async function callProcedure<Deed extends keyof Deeds>(
  deed: Deed,
  input: Deeds[Deed][0],
): Promise<CallOutcome<Deeds[Deed][1]>> {
  try {
    const answer = await fetch(`/api/trpc/${deed}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input ?? {}),
    });
    const { result, error } = await answer.json();
    if (result) return { ok: true, value: result.data };
    const { code, params } = error.data.failure;
    return { ok: false, failure: { code, params: params ?? {}, message: error.message } };
  } catch {
    // No answer, or one that says nothing: the form has a sentence of its own for that.
    return { ok: false, failure: { code: null, params: {}, message: null } };
  }
}
