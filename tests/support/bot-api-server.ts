import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BotApiCall {
  readonly method: string;
  readonly token: string;
  readonly body: Record<string, unknown>;
}
/** What to answer: a result, a refusal as Telegram words it, silence, or a cut line. */
export type BotApiAnswer =
  | { readonly result: unknown }
  | { readonly refuse: number; readonly description: string; readonly retryAfter?: number }
  | 'silence'
  | 'cut';

/** Speaks the shape of the Bot API over real HTTP: enough for our own client to be tested unmocked. */
export class BotApiServer {
  readonly calls: BotApiCall[] = [];
  readonly token = `700:${'A'.repeat(35)}`;
  readonly #answers = new Map<string, (call: BotApiCall) => BotApiAnswer | Promise<BotApiAnswer>>();
  readonly #server: Server;
  #lastMessageId = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }
  static async start(): Promise<BotApiServer> {
    const made = new BotApiServer();
    made.#server.listen(0, '127.0.0.1');
    await once(made.#server, 'listening');
    return made;
  }
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  answer(method: string, how: BotApiAnswer | ((call: BotApiCall) => BotApiAnswer | Promise<BotApiAnswer>)): void {
    this.#answers.set(method, typeof how === 'function' ? how : () => how);
  }
  callsOf(method: string): BotApiCall[] {
    return this.calls.filter((call) => call.method === method);
  }
  /** As new: no calls, the usual answers. */
  reset(): void {
    this.calls.length = 0;
    this.#answers.clear();
  }
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? [];
    const text = Buffer.concat(parts).toString('utf8');
    const call: BotApiCall = { method, token, body: text ? JSON.parse(text) : {} };
    this.calls.push(call);
    const answer = await (this.#answers.get(method) ?? ((made) => this.#usual(made)))(call);
    if (answer === 'silence') return;
    if (answer === 'cut') return void request.socket.destroy();
    const ok = 'result' in answer;
    response.writeHead(ok ? 200 : answer.refuse, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        ok
          ? { ok, result: answer.result }
          : {
              ok,
              error_code: answer.refuse,
              description: answer.description,
              ...(answer.retryAfter && { parameters: { retry_after: answer.retryAfter } }),
            },
      ),
    );
  }

  #usual({ method, body, token }: BotApiCall): BotApiAnswer {
    if (token !== this.token) return { refuse: 401, description: 'Unauthorized' };
    if (method === 'getMe') {
      const flags = { can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
      return { result: { id: 700, is_bot: true, first_name: 'Stardesk', username: 'stardesk_bot', ...flags } };
    }
    if (method === 'getUpdates') return { result: [] };
    if (method !== 'sendMessage') return { result: true };
    const chat = { id: Number(body.chat_id), type: 'private' };
    return { result: { message_id: ++this.#lastMessageId, date: 1, chat, text: body.text } };
  }
}
