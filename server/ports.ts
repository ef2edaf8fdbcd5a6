import type { IdentifyBot } from './users/setup/ports.ts';

/** What use cases of the web ask of systems outside. Made by `compose.web.ts`, the place that knows the adapters. */
export interface Ports {
  readonly identifyBot: IdentifyBot;
}
