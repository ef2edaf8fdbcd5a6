import { BotError, GrammyError, HttpError } from 'grammy';

/**
 * grammY's errors carry the whole context, what was sent, and addresses with the token in them. What may be logged and
 * kept is the sentence.
 */
export function plainError(error: unknown): Error {
  if (error instanceof BotError) return plainError(error.error);
  if (error instanceof GrammyError) {
    return new TelegramRefused(`${error.method}: ${error.error_code} ${error.description}`);
  }
  if (error instanceof HttpError) return new TelegramSilent(`${error.message} ${codeOf(error.error)}`.trim());
  return error instanceof Error ? error : new Error(String(error));
}

class TelegramRefused extends Error {}
class TelegramSilent extends Error {}

function codeOf(error: unknown): string {
  const code = error instanceof Object ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}
