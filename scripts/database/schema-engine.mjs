#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine, which would have to be downloaded: the same arguments and the same
 * JSON-RPC over stdio, on top of @prisma/schema-engine-wasm. Used through PRISMA_SCHEMA_ENGINE_BINARY, for authoring
 * migrations only; pinned to Prisma 7.10.0 (docs/decisions/prisma-without-its-engine.md).
 */
import { readArguments } from './schema-engine/arguments.mjs';
import { runDatabaseCommand } from './schema-engine/database-commands.mjs';
import { engineVersion, loadEngine } from './schema-engine/engine.mjs';
import { serve } from './schema-engine/rpc.mjs';

const { command, version, datamodels, datasource } = readArguments(process.argv.slice(2));

if (version) console.log(`schema-engine-cli ${engineVersion()}`);
else if (command[0] === 'cli') await runDatabaseCommand(command[1], datasource.url);
else serve(() => loadEngine(datamodels, datasource));
