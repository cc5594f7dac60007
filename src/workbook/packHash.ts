/** SHA-256 of the pack text, hex: a pack that was changed inside a workbook is noticed. */
export async function packHash(pack: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pack));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
