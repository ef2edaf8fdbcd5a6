/** What the inbox must know of an update to keep it: its number, and whose turn it is in. */
export interface ArrivedUpdate {
  readonly updateId: number;
  readonly chatKey: string;
  /** JSON as it came: what we do not know today may matter tomorrow. */
  readonly json: string;
}

/** Null when it is no update of the Bot API. */
export function readUpdate(text: string): ArrivedUpdate | null {
  let update: unknown;
  try {
    update = JSON.parse(text);
  } catch {
    return null;
  }
  return shapeOf(update, text);
}

/** Of one that getUpdates gave. */
export function updateOf(update: object): ArrivedUpdate | null {
  return shapeOf(update, JSON.stringify(update));
}

function shapeOf(update: unknown, json: string): ArrivedUpdate | null {
  if (!isRecord(update)) return null;
  const { update_id: updateId } = update;
  if (typeof updateId !== 'number' || !Number.isSafeInteger(updateId) || updateId < 0) return null;
  return { updateId, chatKey: chatKeyOf(update), json };
}

/**
 * Updates of one key are handled one after another, in their order. The chat where there is one, else the person: in a
 * private chat both are the same number.
 */
function chatKeyOf(update: Record<string, unknown>): string {
  const body = Object.entries(update).find(([name, value]) => name !== 'update_id' && isRecord(value))?.[1];
  if (!isRecord(body)) return '';
  const chat = isRecord(body.chat) ? body.chat : isRecord(body.message) ? body.message.chat : null;
  for (const place of [chat, body.from, body.user]) {
    if (isRecord(place) && typeof place.id === 'number') return String(place.id);
  }
  return '';
}

/** PostgreSQL's jsonb holds neither NUL nor half a surrogate pair. */
export function storableJson(json: string): string {
  return JSON.stringify(JSON.parse(json), (_, value) => {
    if (typeof value === 'string') return storableText(value);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [storableText(name), inner]));
  });
}
function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
