/** adapter-pg as the schema engine needs it: four corrections of 7.10.0, each told where it is made. */
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

export class SchemaAdapterFactory extends PrismaPg {
  #connection;
  #options;
  #shadowUrl;

  constructor({ url, shadowDatabaseUrl }) {
    const connection = url ? connectionOf(new URL(url)) : {};
    const options = { schema: url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined };
    super(connection, options);
    this.#connection = connection;
    this.#options = options;
    this.#shadowUrl = shadowDatabaseUrl;
  }

  async connect() {
    return corrected(await super.connect());
  }

  /** The original drops the shadow database before it closes its pool, which PostgreSQL refuses. */
  async connectToShadowDb() {
    const database = this.#shadowUrl
      ? decodeURIComponent(new URL(this.#shadowUrl).pathname.slice(1))
      : `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const name = pg.escapeIdentifier(database);
    await this.#onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.#onServer(`CREATE DATABASE ${name} TEMPLATE template0`);
    const adapter = corrected(await new PrismaPg({ ...this.#connection, database }, this.#options).connect());
    const close = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await close();
      await this.#onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    };
    return adapter;
  }

  async #onServer(statement) {
    const client = new pg.Client(this.#connection);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

/** Single fields instead of an address: a shadow connection overrides only `database`. */
function connectionOf(url) {
  return {
    host: decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ssl: /sslmode=(require|verify|prefer)/.test(url.search) ? { rejectUnauthorized: false } : undefined,
  };
}

const charOid = 18;
const textOid = 25;
const nameArrayOids = [1002, 1003];
const textArrayOid = 1009;

function corrected(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const startTransaction = adapter.startTransaction?.bind(adapter);
  let columnOids = [];
  // The catalogue's own types "char" and name[] are unknown to the adapter.
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    columnOids = result.fields?.map((field) => field.dataTypeID) ?? [];
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === charOid) field.dataTypeID = textOid;
      else if (nameArrayOids.includes(field.dataTypeID)) field.dataTypeID = textArrayOid;
    }
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    columnOids.forEach((oid, column) => {
      if (oid === charOid) result.columnTypes[column] = ColumnTypeEnum.Character;
    });
    return result;
  };
  // The original cuts scripts at every semicolon, also within comments and functions.
  adapter.executeScript = async (script) => {
    await adapter.client.query(script);
  };
  if (startTransaction) adapter.startTransaction = async (...options) => corrected(await startTransaction(...options));
  return adapter;
}
