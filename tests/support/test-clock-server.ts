import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestClockServer {
  /** For TEST_CLOCK_URL. */
  readonly url: string;
  readonly offsetMs: number;
  /** How many processes wait for the next move right now. */
  readonly followers: number;
  /** Moves time forward and resolves when everybody who was following has taken it over. */
  move(byMs: number): Promise<void>;
  setOffset(offsetMs: number): Promise<void>;
  close(): Promise<void>;
}
export interface TestClockOptions {
  /** How long a question about the next move may wait; the follower then asks again. */
  readonly holdMs?: number;
  readonly port?: number;
}

/** The smallest thing that serves docs/decisions/test-clock.md; the sandbox serves the same to the demo. */
export async function startTestClockServer({ holdMs = 25_000, port = 0 }: TestClockOptions = {}) {
  const state = { offsetMs: 0, version: 1 };
  const waiting = new Map<ServerResponse, NodeJS.Timeout>();
  /** Who asks for what follows version v has taken v over. */
  let acknowledge = () => {};

  const server = createServer((request, response) => {
    const after = new URL(request.url ?? '/', 'http://clock').searchParams.get('after');
    if (after !== String(state.version)) return answer(response);
    const timer = setTimeout(() => answer(response), holdMs);
    waiting.set(response, timer);
    response.on('close', () => forget(response));
    acknowledge();
  });
  function forget(response: ServerResponse) {
    clearTimeout(waiting.get(response));
    waiting.delete(response);
  }
  function answer(response: ServerResponse) {
    forget(response);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(state));
  }
  async function setOffset(offsetMs: number): Promise<void> {
    state.offsetMs = offsetMs;
    state.version += 1;
    const followers = waiting.size;
    const takenOver = new Promise<void>((resolve, reject) => {
      const patience = setTimeout(
        () => reject(new Error(`${waiting.size} of ${followers} followers took the moved time over`)),
        2_000,
      );
      acknowledge = () => {
        if (waiting.size < followers) return;
        clearTimeout(patience);
        resolve();
      };
    });
    for (const response of [...waiting.keys()]) answer(response);
    acknowledge();
    await takenOver;
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const clock: TestClockServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/clock`,
    get offsetMs() {
      return state.offsetMs;
    },
    get followers() {
      return waiting.size;
    },
    move: (byMs) => setOffset(state.offsetMs + byMs),
    setOffset,
    async close() {
      for (const response of [...waiting.keys()]) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return clock;
}
