/** The PostgreSQL server of this run: `npm test` and `npm run check` start one and name it. */
export function testServerUrl(): string {
  return process.env.TEST_DATABASE_URL ?? 'postgresql://app:app@127.0.0.1:54400/postgres';
}
