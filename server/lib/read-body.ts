import { fail, type Result, succeed } from './errors.ts';

/** The request's body, never more than `limitBytes` of it in memory, whatever Content-Length says or leaves out. */
export async function readBody(request: Request, limitBytes: number): Promise<Result<Buffer, 'body_too_large'>> {
  const tooLarge = fail('body_too_large', { limit: describeBytes(limitBytes) });
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return tooLarge;
  if (!request.body) return succeed(Buffer.alloc(0));
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return succeed(Buffer.concat(parts, length));
    length += value.byteLength;
    if (length > limitBytes) {
      await reader.cancel().catch(() => {});
      return tooLarge;
    }
    parts.push(value);
  }
}

function describeBytes(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${Math.round(bytes / 1024)} kB`;
}
