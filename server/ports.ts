import type { Health } from './lib/health.ts';
import type { IdentifyBot } from './users/setup/ports.ts';

/** What use cases of the web ask of systems outside. Made by `compose.web.ts`, the place that knows the adapters. */
export interface Ports {
  readonly identifyBot: IdentifyBot;
  /** What this process sees of the machine it belongs to. */
  readonly health: Health;
}
