/** The variables by which a runner finds the PostgreSQL server that its tests make their databases on. */
export type TestServer = () => Promise<Record<string, string>>;

/** Starts one when first asked, unless TEST_DATABASE_URL names another. */
export function provideTestServer(): TestServer {
  return async () => ({
    TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? 'postgresql://app:app@127.0.0.1:54400/postgres',
  });
}
