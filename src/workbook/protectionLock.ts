/** A password as a workbook file holds it: salted and hashed, never itself. */
export interface ProtectionLock {
  readonly algorithmName: 'SHA-512';
  /** Base64. */
  readonly hashValue: string;
  /** Base64. */
  readonly saltValue: string;
  readonly spinCount: number;
}

/** Sheet protection keeps people from slips, not attackers out: Excel's own 100,000 turns would only keep the pane waiting. */
const SPINS = 1_000;
const SALT_BYTES = 16;
/** Excel takes no longer password for a sheet. */
export const LONGEST_PASSWORD = 255;

/**
 * The lock a password makes, by ECMA-376 part 1, 18.2.29: SHA-512 of salt and password in UTF-16, hashed again with a counter.
 * @param salt random bytes; given only where the same lock is wanted again.
 */
export async function protectionLock(password: string, salt: Uint8Array = crypto.getRandomValues(new Uint8Array(SALT_BYTES))): Promise<ProtectionLock> {
  const start = new Uint8Array(salt.length + password.length * 2);
  start.set(salt);
  const units = new DataView(start.buffer, salt.length);
  for (let index = 0; index < password.length; index += 1) units.setUint16(index * 2, password.charCodeAt(index), true);
  let hash = await sha512(start);
  const turn = new Uint8Array(hash.length + 4);
  for (let count = 0; count < SPINS; count += 1) {
    turn.set(hash);
    new DataView(turn.buffer).setUint32(hash.length, count, true);
    hash = await sha512(turn);
  }
  return { algorithmName: 'SHA-512', hashValue: base64(hash), saltValue: base64(salt), spinCount: SPINS };
}

async function sha512(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-512', bytes));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
