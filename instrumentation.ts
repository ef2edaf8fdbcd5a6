import type { Instrumentation } from 'next';

/** Next calls this once when the web process starts, before the first request. */
export async function register(): Promise<void> {
  // Next builds this file for its edge runtime as well, which has no Node; the word is replaced while building.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { observeWeb } = await import('./app/_server/observe-web.ts');
  await observeWeb();
}

/** What broke while a page was rendered; route handlers write down their own (app/_server/door.ts). */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { noteRenderFailure } = await import('./app/_server/observe-web.ts');
  noteRenderFailure(error, request.headers['x-request-id'], context.routePath);
};
