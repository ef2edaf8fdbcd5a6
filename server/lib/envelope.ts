import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { EnvelopePlace } from './sealed-places.ts';
import { Secret } from './secret.ts';

export interface Envelopes {
  readonly currentKeyId: string;
  /** What envelopes of the newest key begin with. */
  readonly currentPrefix: string;
  seal(plain: Secret, place: EnvelopePlace): string;
  /** Throws `EnvelopeShut` when the key is unknown or the envelope was changed or moved. */
  open(envelope: string, place: EnvelopePlace): Secret;
  isCurrent(envelope: string): boolean;
}

/** Says why in words that give nothing away: neither what is sealed nor what it was sealed with. */
export class EnvelopeShut extends Error {
  readonly reason: 'malformed' | 'unknown_key' | 'changed_or_moved';
  readonly keyId: string | null;
  constructor(reason: EnvelopeShut['reason'], keyId: string | null, place: EnvelopePlace) {
    const why = {
      malformed: 'not an envelope',
      unknown_key: `sealed with key ${keyId}, which SECRET_KEY does not hold`,
      changed_or_moved: 'changed, or sealed for another place',
    }[reason];
    super(`${place.column} of ${place.owner}, ${place.row}: ${why}`);
    this.name = 'EnvelopeShut';
    this.reason = reason;
    this.keyId = keyId;
  }
}

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const authTagLength = 16;
/** Strict: lengths and letters, so that nothing else than what was written is read. */
const shape = /^v1\.([0-9a-f]{8})\.([\w-]{16})\.([\w-]{22,})$/;

/** `v1.<key id>.<nonce>.<ciphertext and tag>`, AES-256-GCM. Keys: newest first, older ones only open. */
export function createEnvelopes(secretKey: Secret): Envelopes {
  const keys = secretKey.reveal().split(',').filter(Boolean).map(deriveKey);
  const [current] = keys;
  if (!current) throw new Error('SECRET_KEY is empty');
  const currentPrefix = `v1.${current.id}.`;
  return {
    currentKeyId: current.id,
    currentPrefix,
    seal(plain, place) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv(algorithm, current.bytes, nonce, { authTagLength }).setAAD(binding(place));
      const sealed = Buffer.concat([cipher.update(plain.reveal(), 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${currentPrefix}${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
    },
    open(envelope, place) {
      const [, keyId = '', nonceText = '', sealedText = ''] = shape.exec(envelope) ?? [];
      const [nonce, sealed] = [Buffer.from(nonceText, 'base64url'), Buffer.from(sealedText, 'base64url')];
      // One text for one envelope: the last letter of base64url has bits that decoding would ignore.
      if (keyId === '' || sealed.toString('base64url') !== sealedText || sealed.length < authTagLength) {
        throw new EnvelopeShut('malformed', null, place);
      }
      const key = keys.find((one) => one.id === keyId);
      if (!key) throw new EnvelopeShut('unknown_key', keyId, place);
      const decipher = createDecipheriv(algorithm, key.bytes, nonce, { authTagLength })
        .setAAD(binding(place))
        .setAuthTag(sealed.subarray(-authTagLength));
      const plain = decipher.update(sealed.subarray(0, -authTagLength));
      try {
        return new Secret(Buffer.concat([plain, decipher.final()]).toString('utf8'));
      } catch {
        throw new EnvelopeShut('changed_or_moved', keyId, place);
      }
    },
    isCurrent: (envelope) => envelope.startsWith(currentPrefix),
  };
}

/** Lengths in front, so that no two places spell the same bytes. */
function binding({ column, row, owner }: EnvelopePlace): Buffer {
  return Buffer.from([column, row, owner].map((part) => `${Buffer.byteLength(part)}:${part}`).join('|'));
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
