import { readFileSync } from 'node:fs';
import { type ConfigReading, readConfig } from './lib/read-config.ts';

/** The only reader of process.env in app, server and worker. Faults are values: a faulty process still answers /healthz. */
let reading: ConfigReading | null = null;

export function environment(): ConfigReading {
  reading ??= readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  return reading;
}
