import 'server-only';
import { web } from '#/server/compose.web.ts';
import { MovableClock } from '#/server/lib/clock.ts';

/** The moment of rendering by the product's clock, which tests can move; with a faulty configuration by the machine's. */
export function renderedAt(): Date {
  try {
    return web().deps.clock.now();
  } catch {
    return new MovableClock().now();
  }
}
