/** `cli can-connect-to-database | create-database | drop-database`, with Prisma's codes for what can go wrong. */
import pg from 'pg';

const codes = { '3D000': 'P1003', ECONNREFUSED: 'P1001', '28P01': 'P1000' };

export async function runDatabaseCommand(command, url) {
  try {
    if (command === 'can-connect-to-database') await withClient(url, async () => {});
    else if (command === 'create-database') await onServer(url, (name) => `CREATE DATABASE ${name}`);
    else if (command === 'drop-database') await onServer(url, (name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    else throw new Error(`unknown command ${command}`);
  } catch (error) {
    report(error.message, codes[error.code]);
    process.exitCode = 1;
  }
}

/** A database cannot be made or dropped by a connection to itself. */
async function onServer(url, statementFor) {
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/postgres';
  server.search = '';
  await withClient(server.href, (client) => client.query(statementFor(pg.escapeIdentifier(name))));
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** As the native engine logs: Prisma takes the message from the last line. */
function report(message, code) {
  const fields = { message, is_panic: false, error_code: code };
  const timestamp = new Date().toISOString();
  console.error('{}');
  console.error(JSON.stringify({ level: 'ERROR', timestamp, target: 'schema_engine::logger', fields }));
}
