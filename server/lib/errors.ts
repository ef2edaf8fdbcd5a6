/**
 * An expected failure is a value: a code with the numbers its sentence needs. A bug is a throw.
 * Codes are texts' keys (`errors.<code>` in both languages) and rows of `trpc/error-table.ts`.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly params?: FailureParams;
}
export type FailureParams = Readonly<Record<string, string | number>>;

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure<Code> };

export function succeed(): Result<void, never>;
export function succeed<Value>(value: Value): Result<Value, never>;
export function succeed<Value>(value?: Value): Result<Value | undefined, never> {
  return { ok: true, value };
}

export function fail<Code extends string>(code: Code, params?: FailureParams): Result<never, Code> {
  return { ok: false, failure: params ? { code, params } : { code } };
}
