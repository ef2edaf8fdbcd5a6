import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Secret } from './secret.ts';

/** Where a secret lies. Bound into the seal: an envelope moved to another row or owner does not open. */
export interface EnvelopePlace {
  readonly table: string;
  readonly row: string;
  readonly owner: string;
}
export interface Envelopes {
  readonly currentKeyId: string;
  seal(plain: Secret, place: EnvelopePlace): string;
  /** Throws when the key is unknown or the envelope was changed or moved. */
  open(envelope: string, place: EnvelopePlace): Secret;
  isCurrent(envelope: string): boolean;
}

/** `v1.<key id>.<nonce>.<ciphertext and tag>`, AES-256-GCM. Keys: newest first, older ones only open. */
export function createEnvelopes(secretKey: Secret): Envelopes {
  const keys = secretKey.reveal().split(',').filter(Boolean).map(deriveKey);
  const [current] = keys;
  if (!current) throw new Error('SECRET_KEY is empty');
  return {
    currentKeyId: current.id,
    seal(plain, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current.bytes, nonce).setAAD(binding(place));
      const sealed = Buffer.concat([cipher.update(plain.reveal(), 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return ['v1', current.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open(envelope, place) {
      const [version, keyId, nonce, sealed] = envelope.split('.');
      const key = keys.find((one) => one.id === keyId);
      if (version !== 'v1' || !nonce || !sealed) throw new Error('not an envelope');
      if (!key) throw new Error(`sealed with key ${keyId}, which SECRET_KEY does not hold`);
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'))
        .setAAD(binding(place))
        .setAuthTag(bytes.subarray(-16));
      return new Secret(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'));
    },
    isCurrent: (envelope) => envelope.startsWith(`v1.${current.id}.`),
  };
}

/** Lengths in front, so that no two places spell the same bytes. */
function binding({ table, row, owner }: EnvelopePlace): Buffer {
  return Buffer.from([table, row, owner].map((part) => `${Buffer.byteLength(part)}:${part}`).join('|'));
}

function deriveKey(text: string): { id: string; bytes: Buffer } {
  const bytes = Buffer.from(hkdfSync('sha256', text, '', 'stardesk secrets at rest v1', 32));
  // The id is of the derived key, not of SECRET_KEY: it lies open in every row.
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

/** Other uses of SECRET_KEY (session cookies, code digests) get keys of their own. */
export function deriveSubkey(secretKey: Secret, purpose: string): Buffer {
  const [newest = ''] = secretKey.reveal().split(',');
  return Buffer.from(hkdfSync('sha256', newest, '', `stardesk ${purpose}`, 32));
}
