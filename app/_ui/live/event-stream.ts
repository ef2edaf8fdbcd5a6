/** One block of a `text/event-stream`. `data` is null when it only moved the place or kept the line warm. */
export interface StreamBlock {
  readonly id: string | null;
  readonly event: string;
  readonly data: string | null;
}

/** Cuts what arrives, in whatever pieces, into blocks. */
export function makeBlockReader(onBlock: (block: StreamBlock) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const parts = (rest + text).replaceAll('\r\n', '\n').split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) onBlock(readBlock(part));
  };
}

function readBlock(text: string): StreamBlock {
  let id: string | null = null;
  let event = 'message';
  const data: string[] = [];
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    const name = line.slice(0, colon);
    if (name === 'id') id = value;
    else if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
  }
  return { id, event, data: data.length > 0 ? data.join('\n') : null };
}
