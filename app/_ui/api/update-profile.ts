import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '#/server/trpc/root.ts';

type Inputs = inferRouterInputs<AppRouter>;

/** A refusal in the person's language, made by the server; null when no answer came. */
export class CallFailed extends Error {
  readonly text: string | null;
  constructor(text: string | null) {
    super(text ?? 'no answer');
    this.text = text;
  }
}

/**
 * One mutation without the query layer, which is four times as big as the frame that needs only this.
 * Screens use `useTRPC`.
 */
export async function updateProfile(input: Inputs['me']['update']): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch('/api/trpc/me.update', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
  } catch {
    throw new CallFailed(null);
  }
  if (answer.ok) return;
  const body = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
  throw new CallFailed(body?.error?.message ?? null);
}
