/** The engine itself: WebAssembly, loaded without Node's flag for WebAssembly modules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaAdapterFactory } from './adapter.mjs';

const packageName = '@prisma/schema-engine-wasm';

export function engineVersion() {
  return createRequire(import.meta.url)(`${packageName}/package.json`).version;
}

export async function loadEngine(datamodels, datasource) {
  const bindings = await import(`${packageName}/schema_engine_bg`);
  const bytes = readFileSync(new URL('schema_engine_bg.wasm', import.meta.resolve(packageName)));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => console.error(JSON.stringify({ level: 'ERROR', fields: { message: String(message) } })),
  };
  const sources = datamodels.map((path) => [path, readFileSync(path, 'utf8')]);
  const factory = bindMigrationAwareSqlAdapterFactory(new SchemaAdapterFactory(datasource));
  return bindings.SchemaEngine.new({ datamodels: sources.length > 0 ? sources : undefined }, () => {}, factory);
}
