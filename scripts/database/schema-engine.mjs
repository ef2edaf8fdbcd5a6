#!/usr/bin/env node
// Stand-in for Prisma's native schema-engine: same CLI args and JSON-RPC-over-stdio, backed by
// @prisma/schema-engine-wasm (npm) + @prisma/adapter-pg. Used through PRISMA_SCHEMA_ENGINE_BINARY.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import readline from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const require = createRequire(import.meta.url);

const argv = process.argv.slice(2);
const datamodels = [];
let datasource = {};
const rest = [];
for (let i = 0; i < argv.length; i++) {
  const a = argv[i];
  if (a === '--datamodels' || a === '-d') datamodels.push(argv[++i]);
  else if (a === '--datasource') datasource = JSON.parse(argv[++i]);
  else if (a === '--enabled-preview-features' || a === '--extension-types') i++;
  else if (a === '--version' || a === '-V') {
    console.log('schema-engine-cli wasm-shim ' + require('@prisma/schema-engine-wasm/package.json').version);
    process.exit(0);
  } else rest.push(a);
}
const url = datasource.url ?? process.env.DATABASE_URL;
const fail = (message, error_code) => {
  console.error('{}');
  console.error(
    JSON.stringify({
      level: 'ERROR',
      timestamp: new Date().toISOString(),
      target: 'schema_engine::logger',
      fields: { message, is_panic: false, error_code },
    }),
  );
  process.exit(1);
};

async function withAdmin(fn) {
  // connect to the "postgres" maintenance database
  const u = new URL(url);
  const name = decodeURIComponent(u.pathname.slice(1));
  u.pathname = '/postgres';
  u.search = '';
  const c = new pg.Client({ connectionString: u.href });
  await c.connect();
  try {
    return await fn(c, name);
  } finally {
    await c.end();
  }
}
if (rest[0] === 'cli') {
  try {
    if (rest[1] === 'can-connect-to-database') {
      const c = new pg.Client({ connectionString: url });
      await c.connect();
      await c.end();
    } else if (rest[1] === 'create-database')
      await withAdmin((c, n) => c.query(`CREATE DATABASE "${n.replaceAll('"', '""')}"`));
    else if (rest[1] === 'drop-database')
      await withAdmin((c, n) => c.query(`DROP DATABASE IF EXISTS "${n.replaceAll('"', '""')}" WITH (FORCE)`));
    else fail('unknown cli command ' + rest[1]);
    process.exit(0);
  } catch (e) {
    if (e.code === '3D000') fail(`Database does not exist: ${e.message}`, 'P1003');
    if (e.code === 'ECONNREFUSED') fail(`Can't reach database server`, 'P1001');
    fail(e.message, e.code === '28P01' ? 'P1000' : undefined);
  }
}

// load wasm without the ESM-wasm flag
const dir = new URL('.', await import.meta.resolve('@prisma/schema-engine-wasm'));
const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg');
const bytes = fs.readFileSync(new URL('schema_engine_bg.wasm', dir));
const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bg });
bg.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
  set_message(m) {
    console.error(JSON.stringify({ level: 'ERROR', fields: { message: String(m) } }));
  },
};

// adapter-pg cannot map catalog types the describer selects ("char" = oid 18, name[] = 1003): patch queryRaw
function patch(adapter) {
  const io = adapter.performIO.bind(adapter),
    raw = adapter.queryRaw.bind(adapter);
  let last;
  adapter.performIO = async (q) => {
    const r = await io(q);
    last = r.fields?.map((f) => f.dataTypeID) ?? [];
    for (const f of r.fields ?? []) {
      if (f.dataTypeID === 18) f.dataTypeID = 25;
      else if (f.dataTypeID === 1003 || f.dataTypeID === 1002) f.dataTypeID = 1009;
    }
    return r;
  };
  adapter.queryRaw = async (q) => {
    const r = await raw(q);
    last.forEach((oid, i) => {
      if (oid === 18) r.columnTypes[i] = ColumnTypeEnum.Character;
    });
    return r;
  };
  const st = adapter.startTransaction?.bind(adapter);
  if (st) adapter.startTransaction = async (...a) => patch(await st(...a));
  return adapter;
}
class Factory extends PrismaPg {
  constructor(conf, opts) {
    super(conf, opts);
    this.conf = conf;
    this.opts = opts;
  }
  async connect() {
    return patch(await super.connect());
  }
  async connectToShadowDb() {
    // adapter-pg 7.10.0 drops the shadow DB before closing its pool: do it in the right order
    const database = datasource.shadowDatabaseUrl
      ? decodeURIComponent(new URL(datasource.shadowDatabaseUrl).pathname.slice(1))
      : `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const admin = async (sql) => {
      const c = new pg.Client({ ...this.conf, database: this.conf.database });
      await c.connect();
      try {
        await c.query(sql);
      } finally {
        await c.end();
      }
    };
    await admin(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    await admin(`CREATE DATABASE "${database}" TEMPLATE template0`);
    const a = patch(await new PrismaPg({ ...this.conf, database }, this.opts).connect());
    const end = a.dispose.bind(a);
    a.dispose = async () => {
      await end();
      await admin(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    };
    return a;
  }
}
let enginePromise;
let factory;
const engine = () =>
  (enginePromise ??= (async () => {
    const schema = url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined;
    const u = url ? new URL(url) : null; // discrete fields, so that connectToShadowDb can override `database`
    const conf = u
      ? {
          host: decodeURIComponent(u.hostname),
          port: Number(u.port || 5432),
          user: decodeURIComponent(u.username),
          password: decodeURIComponent(u.password),
          database: decodeURIComponent(u.pathname.slice(1)),
          ssl: /sslmode=(require|verify|prefer)/.test(u.search) ? { rejectUnauthorized: false } : undefined,
        }
      : {};
    factory = bindMigrationAwareSqlAdapterFactory(new Factory(conf, { schema }));
    const dms = datamodels.length ? datamodels.map((p) => [p, fs.readFileSync(p, 'utf8')]) : undefined;
    return bg.SchemaEngine.new({ datamodels: dms }, () => {}, factory);
  })());

const send = (o) => process.stdout.write(JSON.stringify(o) + '\n');
let printId = 1e6;
const pending = new Map();
const print = (content) =>
  new Promise((r) => {
    const id = ++printId;
    pending.set(id, r);
    send({ jsonrpc: '2.0', id, method: 'print', params: { content } });
  });
let inflight = Promise.resolve();
const rl = readline.createInterface({ input: process.stdin });
rl.on('line', (line) => {
  const msg = JSON.parse(line);
  if (!msg.method) {
    pending.get(msg.id)?.();
    pending.delete(msg.id);
    return;
  }
  inflight = inflight.then(async () => {
    try {
      const e = await engine();
      let method = msg.method,
        p = msg.params;
      if (method === 'getDatabaseVersion') method = 'version';
      if (process.env.SHIM_DEBUG) fs.appendFileSync(process.env.SHIM_DEBUG, line + '\n');
      let result = await e[method](p);
      if (method === 'diff') {
        if (result.stdout != null) await print(result.stdout);
        result = { exitCode: result.exitCode, stdout: null };
      }
      send({ jsonrpc: '2.0', id: msg.id, result: result ?? {} });
    } catch (err) {
      if (process.env.SHIM_DEBUG)
        fs.appendFileSync(
          process.env.SHIM_DEBUG,
          'ERR ' +
            msg.method +
            ' ' +
            JSON.stringify({ m: err?.message, c: err?.code, ...err }) +
            '\n' +
            err?.stack +
            '\n',
        );
      send({
        jsonrpc: '2.0',
        id: msg.id,
        error: {
          code: 4466,
          message: 'An error happened. Check the data field for details.',
          data: {
            is_panic: false,
            message: err?.message ?? String(err),
            error_code: err?.code ?? err?.error_code ?? null,
            meta: err?.meta,
          },
        },
      });
    }
  });
});
rl.on('close', async () => {
  await inflight;
  process.exit(0);
});
