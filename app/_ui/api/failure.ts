import { TRPCClientError } from '@trpc/client';
import type { ErrorCode } from '#/server/trpc/error-table.ts';
import type { AppRouter } from '#/server/trpc/root.ts';

export interface ShownFailure {
  /** null: no answer came at all. */
  code: ErrorCode | null;
  params: Readonly<Record<string, string | number>>;
  /** In the person's language, made by the server; null when it said nothing. */
  message: string | null;
}

/** What the server refused with. `code` decides what a form marks; `message` is what it shows. */
export function failureOf(error: unknown): ShownFailure {
  if (error instanceof TRPCClientError) {
    const { data, message } = error as TRPCClientError<AppRouter>;
    if (data) return { code: data.failure.code, params: data.failure.params ?? {}, message };
  }
  return { code: null, params: {}, message: null };
}

/** Names of the fields that the server's schema refused: `invalid_input` carries them. */
export function refusedFields(error: unknown): readonly string[] {
  const { code, params } = failureOf(error);
  if (code !== 'invalid_input' || typeof params.fields !== 'string') return [];
  return params.fields.split(', ').map((path) => path.split('.')[0] ?? path);
}
