import pg from 'pg';

/** One connection for one piece of work. */
export async function withClient<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'stardesk-script',
    connectionTimeoutMillis: 10_000,
  });
  // A server that goes away is told by the query that needed it.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** All or nothing. */
export async function inTransaction<Value>(client: pg.Client, work: () => Promise<Value>): Promise<Value> {
  await client.query('BEGIN');
  try {
    const value = await work();
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

export function databaseNameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || userNameOf(url);
}

export function userNameOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

export const { escapeIdentifier: identifier, escapeLiteral: literal } = pg;
