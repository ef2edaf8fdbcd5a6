import { headers } from 'next/headers';

/** What stands before every path in the examples: the address from outside, else the one this page was opened at. */
export async function baseUrlOf(publicUrl: string | null): Promise<string> {
  const host = (await headers()).get('host') ?? '127.0.0.1:3000';
  return `${publicUrl?.replace(/\/$/, '') ?? `http://${host.replace(/[^\w.:[\]-]/g, '')}`}/api/v1`;
}
