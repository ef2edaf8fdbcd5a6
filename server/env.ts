import { readFileSync } from 'node:fs';
import { type ConfigReading, readConfig } from './lib/read-config.ts';

/** The only reader of process.env in app, server and worker. Faults are values: a faulty process still answers /healthz. */
let reading: ConfigReading | null = null;

export function environment(): ConfigReading {
  reading ??= readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  return reading;
}

/** Where Next keeps what it built (next.config.mjs reads the same). */
export function buildFolder(): string {
  return process.env.NEXT_DIST_DIR || '.next';
}

export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}
