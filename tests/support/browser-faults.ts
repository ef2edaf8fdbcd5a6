import type { BrowserContext } from '@playwright/test';

/** Everything a person's browser would complain of; each is a fault of the product unless the test expects it. */
export class BrowserFaults {
  readonly #seen: string[] = [];
  readonly #expected: RegExp[] = [];

  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#seen.push(`console.error: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#seen.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // A page that is left takes its open requests with it.
      if (reason !== 'net::ERR_ABORTED')
        this.#seen.push(`request failed: ${reason} ${request.method()} ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 500) this.#seen.push(`status ${response.status()}: ${response.url()}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(
          `CSP violation: ${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
        );
      });
    });
  }
  /** This test means it: a refused sign-in, for one, is a 401 that the browser reports. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }
  unexpected(): string[] {
    return this.#seen.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }
}
